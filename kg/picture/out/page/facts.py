"""The facts behind the drawings, as the cards and the table of the page read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from kg.model import day_text
from kg.model.derived import CHAINS, derived_names
from kg.model.rows import EdgeRow
from kg.model.stances import SHORTCUTS
from kg.model.table import kinds, types
from kg.model.weighing import UNKNOWN
from kg.picture.drawing import Drawing
from kg.picture.looks import CLAIM_EDGES, EVENTS
from kg.picture.out.page.index import Index

_CHAIN = ("RELAYS", "ANSWERS")
_GROUPS = tuple(sorted(CLAIM_EDGES - {*_CHAIN}))
"""Edges by which a claim belongs to what is drawn: its card lists it."""
_LEFT_OUT = frozenset(
    {
        "id",
        "caption",
        "file",
        "sha256",
        "key",
        "position",
        "minimum_claims",
        "minimum_roots",
        "speaker_name",
        "speaker_id",
        "taken_back",
        "root",
        "side",
        "peripheral",
    }
)
_BARE = frozenset({"key", "position"})
"""All properties that most edges have."""
_PARTS = tuple(f"_{part}" for part in day_text.PARTS if part != "text")
_ENDS = ("said_from", "said_to")

Table = dict[str, Any]


def wanted(index: Index, drawings: Iterable[Drawing]) -> list[str]:
    """Return the ids of all facts that the page must know, sorted.

    What is drawn, the claims behind it and about it (of an event also those about its parts and the larger
    ones, which bear on it), the chains and answers of these in both directions, and whatever one of them
    names; for events also who takes part.
    """
    drawn = {fact for d in drawings for fact in _drawn(d)} & index.nodes.keys()
    claims = {c for i in drawn for edge in _GROUPS for c in index.starts(i, edge)} | {
        i for i in drawn if index.kind(i) == "Claim"
    }
    events = [i for i in drawn if index.kind(i) in EVENTS]
    near_events = {i for back in (False, True) for i in index.reached(events, *types("part"), back=back)}
    claims |= {c for i in near_events for c in index.starts(i, "ABOUT")}
    todo = [c for c in claims if index.kind(c) == "Claim"]
    claims = set(todo)
    while todo:
        claim = todo.pop()
        for near in (
            f for edge in (*_CHAIN, "ABOUT") for f in (*index.ends(claim, edge), *index.starts(claim, edge))
        ):
            if near not in claims and index.kind(near) == "Claim":
                claims.add(near)
                todo.append(near)
    ids = drawn | claims
    ids |= {edge.end for i in ids for edge in index.out.get(i, ())}
    ids |= {edge.start for i in drawn for edge in index.into.get(i, ())}
    events = [i for i in ids if index.kind(i) in EVENTS]
    ids |= {edge.end for i in events for edge in index.out.get(i, ())} | {
        edge.start for i in events for edge in index.into.get(i, ()) if index.kind(edge.start) != "Claim"
    }
    ids |= {outlet for i in ids if index.kind(i) == "Document" for outlet in index.ends(i, "PUBLISHED_BY")}
    return sorted(ids & index.nodes.keys())


def _drawn(drawing: Drawing) -> Iterable[str]:
    for node in drawing.nodes:
        yield node.fact
        yield from node.claims
    for edge in drawing.edges:
        yield from edge.claims
    for text in drawing.texts:
        yield text.fact


def encode(index: Index, ids: Sequence[str]) -> Table:
    """Return facts and the edges among them in columns.

    Args:
        index: all rows.
        ids: which facts, as `wanted` gives them.

    Returns:
        `ids`, `kinds`, `names` and `props` in one order; edges as `t` (type), `a`, `b` (numbers of the ends)
        and `q` (properties by number of the edge). Shortcut edges and those to ends of chains are left out:
        the claim itself says it.
    """
    number = {id_: i for i, id_ in enumerate(ids)}
    edges = [
        edge
        for id_ in ids
        for edge in index.out.get(id_, ())
        if edge.end in number and edge.type not in SHORTCUTS and edge.type not in CHAINS
    ]
    types = sorted({edge.type for edge in edges})
    type_number = {name: i for i, name in enumerate(types)}
    return {
        "ids": list(ids),
        "kinds": [index.kind(i) for i in ids],
        "names": [index.name(i) for i in ids],
        "props": [_plain(index.nodes[i].properties, skip=("name", "title", "paraphrase")) for i in ids],
        "types": types,
        "t": [type_number[e.type] for e in edges],
        "a": [number[e.start] for e in edges],
        "b": [number[e.end] for e in edges],
        "q": {i: q for i, e in enumerate(edges) if (q := _edge(e))},
    }


def _edge(edge: EdgeRow) -> Table:
    return _plain(edge.properties)


def _plain(properties: Mapping[str, Any], skip: Sequence[str] = ()) -> Table:
    """Return the properties worth reading; a span of days is its text and its last day.

    Of one that is no plain span also its ends, which a page need not find out.
    """
    kept: Table = {}
    if properties.keys() <= _BARE:
        return kept
    for field, names in _together().items():
        if properties.get(names[1]) == UNKNOWN:
            kept[field] = UNKNOWN
    left_out = _left_out()
    for key in sorted(properties):
        stem = _stem(key)
        told = str(properties.get(f"{stem}_text", "")) if stem else ""
        if key in left_out or key in skip or (told and not (key in _ENDS and day_text.worded(told))):
            continue
        value = properties[key]
        if value is not None and value is not False and value != []:
            kept[key] = _json(value)
    return kept


@cache
def _together() -> dict[str, tuple[str, str]]:
    """Return the derived properties of each field that names all who do something together.

    The edges say who they are, unless nobody is known.
    """
    return {field: derived_names(field) for kind in kinds().values() for field in kind.together}


@cache
def _left_out() -> frozenset[str]:
    return _LEFT_OUT.union(*_together().values())


@cache
def _stem(key: str) -> str:
    """Return which span of days a property is a part of; empty when of none."""
    return next((key.removesuffix(part) for part in _PARTS if key.endswith(part)), "")


def _json(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return [_json(item) for item in value]
    return value if isinstance(value, (str, int, float, bool)) else str(value)
