"""A part of a store, read without the rest: some nodes and all that their facts name, at any remove."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from kg.errors import CallError, Problem
from kg.model.convert import facts_of
from kg.model.kinds import Fact, links, registry, ties
from kg.sources.references import counted
from kg.store import statements
from kg.store.protocol import Store
from kg.store.read_rows import graph_of

AT_ONCE = 2_000
"""Ids in one statement."""


def facts_around(store: Store, ids: Iterable[str]) -> list[Fact]:
    """Return the facts of some nodes, and of all that they name.

    Args:
        store: where the graph lives.
        ids: of the nodes; one that is not there is left out.

    Raises:
        StoreError: the store cannot be read.
    """
    nodes: dict[str, tuple[Any, ...]] = {}
    edges: list[tuple[Any, ...]] = []
    facts: list[Fact] = []
    todo = set(ids)
    while todo:
        while todo:
            new = {row[1]["id"]: row for row in _rows(store, statements.NODES_OF, todo)}
            found = list(_rows(store, statements.TIES_FROM, new, types=_declared(reverse=False)))
            into = list(_rows(store, statements.TIES_TO, new, types=_declared(reverse=True)))
            nodes |= new
            edges += found + into
            todo = {row[2] for row in found} | {row[1] for row in into}
            todo -= nodes.keys()
        facts = facts_of(graph_of(nodes.values(), edges))
        words = {word for fact in facts for _, word in counted(fact)} - nodes.keys()
        todo = {row[1]["id"] for row in _rows(store, statements.NODES_OF, words)}
    return facts


def facts_around_event(store: Store, event: str) -> list[Fact]:
    """Return the facts of what is said about an event, its parts and what it is a part of.

    What passes such claims on, answers them or speaks of them or of their documents is among them, and all
    judgements are; see `kg.analysis.around_event.of_event`, which takes from these what belongs together.

    Args:
        store: where the graph lives.
        event: its id.

    Raises:
        CallError: there is no such event.
        StoreError: the store cannot be read.
    """
    if not store.query(statements.HAS_ID, {"id": event, "label": "Event"}).rows:
        what = f"there is no event '{event[:80]}'"
        raise CallError(
            Problem(what, expected="the id of an event", todo="'kg find NAME' finds ids by names")
        )
    family = _walk(store, event, statements.TIES_FROM, 2) | _walk(store, event, statements.TIES_TO, 1)
    judged = {id for (id,) in store.query(statements.IDS, {"label": "Judgement"}).rows}
    met, todo = set[str](), family
    facts: list[Fact] = []
    while todo:
        while todo:
            met |= todo
            rows = _rows(store, statements.TIES_TO, todo, types=["ABOUT", "ANSWERS", "RELAYS"])
            todo = {row[1] for row in rows} - met
        facts = facts_around(store, met | judged)
        todo = {fact.id for fact in facts if type(fact).KIND in ("claim", "document")} - met
    return facts


def _walk(store: Store, event: str, statement: str, end: int) -> set[str]:
    """Return an event and those that it leads to, as their part or as the whole of them."""
    found, todo = {event}, {event}
    while todo:
        todo = {row[end] for row in _rows(store, statement, todo, types=["PART_OF_EVENT"])} - found
        found |= todo
    return found


def _rows(store: Store, statement: str, ids: Iterable[str], **more: Any) -> Iterator[tuple[Any, ...]]:
    every = sorted(ids)
    for start in range(0, len(every), AT_ONCE):
        part: Mapping[str, Any] = {"ids": every[start : start + AT_ONCE], **more}
        yield from store.query(statement, part).rows


@cache
def _declared(*, reverse: bool) -> list[str]:
    """Return the types of the edges that a fact declares and that leave it, or that come to it."""
    found = {
        link.edge for kind in registry().values() for link in links(kind).values() if link.reverse is reverse
    }
    if not reverse:
        found |= {tie.EDGE for kind in registry().values() for tie in ties(kind).values()}
    return sorted(found)
