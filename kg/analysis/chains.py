"""Relay chains: every path from a claim to its roots, hop by hop."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.analysis.noted import Noted
from kg.errors import number_of
from kg.model.spots import spot_words
from kg.model.table import voices
from kg.model.weighing import TAKEN_BACK, WHOLE
from kg.store import Edge, Element, Node, Store, statements

MOST = 10_000
"""Hops that the paths from one claim have together: where chains cross, there are very many."""


@dataclass(frozen=True)
class Chain:
    """One way from a claim down to a root, or to the claim where a cycle closes."""

    claims: tuple[str, ...]
    closes: bool = False
    """The last claim was met before on this way: a relay cycle, which supports nothing."""


def walk(start: str, relays: Mapping[str, Sequence[str]]) -> Iterator[Chain]:
    """Yield every chain from a claim to a claim that relays nothing, in the order of the relays.

    There can be very many; each is made when it is asked for.

    Args:
        start: id of the claim.
        relays: for each claim the ids of the claims that it relays.

    Yields:
        At least one chain; each claim occurs once in a chain, but for the last one of a chain that closes.
    """
    todo: list[tuple[str, ...]] = [(start,)]
    while todo:
        chain = todo.pop()
        onward = relays.get(chain[-1], ())
        if not onward:
            yield Chain(chain)
        yield from (Chain((*chain, other), closes=True) for other in onward if other in chain)
        todo += [(*chain, other) for other in reversed(onward) if other not in chain]


def paths(start: str, relays: Mapping[str, Sequence[str]]) -> Noted[Chain]:
    """Return the chains from a claim, see `walk`: all of them, but for those beyond 10,000 hops in all.

    At least one is returned, and whole; the note says when there are more.

    Example:
        >>> [p.claims for p in paths("a", {"a": ["b", "c"], "b": ["c"]})]
        [('a', 'b', 'c'), ('a', 'c')]
        >>> paths("a", {"a": ["b"], "b": ["a"]})[0].closes
        True
    """
    told: Noted[Chain] = Noted()
    hops = 0
    for chain in walk(start, relays):
        if told and hops + len(chain.claims) > MOST:
            first = number_of(len(told), "path")
            told.note = f"only the first {first}; there are more: explain one of the claims further on"
            break
        hops += len(chain.claims)
        told.append(chain)
    return told


@dataclass(frozen=True)
class Printed:
    """One place where a document prints a claim."""

    document: str
    outlet: str
    published: Any
    paragraph: int | None
    start: int | None
    end: int | None
    sha256: str | None
    file: str | None
    differs: Mapping[str, Any]
    """What in this document differs from the claim: wording, day, time, figure."""
    language: str = ""
    """Language of the document, ISO 639; empty when it is unknown."""
    spot: str = ""
    """Paragraph, page, region or moment, in words."""


@dataclass(frozen=True)
class Hop:
    """One claim on a path, with all that is known of it."""

    claim: str
    speaker: str | None
    described: bool
    """The speaker is described but not named."""
    attribution: str | None
    stance: str
    said: Any
    """The day, or the last one on which it can have been said."""
    said_text: str
    """The day as the facts have it: `2024-10-11`, `../2024-10-13`, `2024-10`."""
    figure: str | None
    paraphrase: str
    printed: tuple[Printed, ...]
    facet: str
    """Which side of its event it is about."""
    firsthand: bool
    stated_in: str | None
    """The document that says it itself."""
    taken_back: Any
    """The first day on which it was known that its own speakers had taken it back; None while it stands."""


def passed_on(claim: str, store: Store) -> list[Element]:
    """Return a claim and all that it passes on, however far, with speakers and places of print.

    Empty when there is no such claim.

    Raises:
        StoreError: the store cannot answer.
    """
    found, todo = {claim}, {claim}
    while todo:
        todo = {id for (id,) in store.query(statements.RELAYED, {"ids": sorted(todo)}).rows} - found
        found |= todo
    return list(store.elements(statements.HOPS, {"ids": sorted(found)}))


def hops(elements: Sequence[Element]) -> tuple[dict[str, Hop], dict[str, list[str]]]:
    """Turn the elements of a chain into hops by claim id and relays by claim id."""
    nodes = {e.id: e for e in elements if isinstance(e, Node)}
    edges = sorted(
        (e for e in elements if isinstance(e, Edge)),
        key=lambda e: (e.type, e.start, e.properties.get("position", 0), e.end),
    )
    outlet = {e.start: nodes[e.end].properties["name"] for e in edges if e.type == "PUBLISHED_BY"}
    relays: dict[str, list[str]] = {}
    speaker: dict[str, Node] = {}
    printed: dict[str, list[Printed]] = {}
    for edge in edges:
        if edge.type == "RELAYS":
            relays.setdefault(edge.start, []).append(edge.end)
        elif edge.type == "SAID_BY":
            speaker[edge.start] = nodes[edge.end]
        elif edge.type == "CITED_IN":
            printed.setdefault(edge.start, []).append(_printed(edge, nodes[edge.end].properties, outlet))
    stated = {e.start: e.end for e in edges if e.type == "STATED_IN"}
    by_claim = {
        node.id: Hop(
            node.id,
            node.properties.get("speaker_name"),
            bool(voices("unnamed").intersection(getattr(speaker.get(node.id), "labels", ()))),
            node.properties.get("attribution"),
            node.properties["stance"],
            node.properties["said"],
            node.properties["said_text"],
            node.properties.get("how_many"),
            node.properties["paraphrase"],
            tuple(printed.get(node.id, ())),
            node.properties.get("facet") or WHOLE,
            bool(node.properties.get("firsthand")),
            stated.get(node.id),
            node.properties.get(TAKEN_BACK),
        )
        for node in nodes.values()
        if "Claim" in node.labels
    }
    return by_claim, relays


def _printed(edge: Edge, document: Mapping[str, Any], outlet: Mapping[str, str]) -> Printed:
    own = edge.properties
    differs = {
        name: own[key]
        for name, key in (
            ("wording", "wording"),
            ("said", "printed_said_text"),
            ("when", "printed_when_text"),
            ("figure", "printed_quantity_wording"),
            ("note", "note"),
        )
        if key in own
    }
    return Printed(
        edge.end,
        outlet.get(edge.end, "?"),
        document["published_to"],
        own.get("paragraph"),
        own.get("start"),
        own.get("end"),
        own.get("sha256"),
        document.get("file"),
        differs,
        str(document.get("language") or ""),
        spot_words(own),
    )
