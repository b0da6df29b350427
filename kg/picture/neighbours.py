"""What is drawn around one fact: what it is tied to, what is said about it, and by whom."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import table
from kg.model.derived import DERIVED
from kg.model.rows import EdgeRow, Graph, NodeRow
from kg.picture.drawing import Kind
from kg.picture.looks import EVENTS, kind_of

_WIDER = frozenset(table.types("wider"))
_BESIDE = frozenset({"ON_TOPIC", "JUDGES", *_WIDER, *table.types("maker", "name"), *DERIVED})
"""Edges that lead to what has little to do with the fact."""


def around(whole: Graph, fact: str) -> tuple[list[NodeRow], list[EdgeRow]]:
    """Return the nodes and edges around a fact.

    An event comes with its parts. Everything that an edge ties to these is there, claims with their speakers,
    what they are about, and what they relay to the end.

    Args:
        whole: the graph, which has the fact.
        fact: its id.
    """
    core = whole.reached([fact], *table.types("part"), back=True)
    kind = kind_of(whole.nodes[fact].labels)
    beside = _BESIDE - {"ON_TOPIC"} if kind == "Topic" else _BESIDE
    if kind in table.labels("goods"):
        beside = beside - _WIDER
    near = {id(e): e for i in core for e in (*whole.out.get(i, ()), *whole.into.get(i, ()))}
    found = core | {other for e in near.values() if e.type not in beside for other in (e.start, e.end)}
    claims = [i for i in found if kind_of(whole.nodes[i].labels) == "Claim"]
    found |= _told(whole, claims)
    edges = [
        edge
        for i in sorted(found)
        for edge in whole.out.get(i, ())
        if edge.end in found and not (claims and edge.type in DERIVED)
    ]
    return [whole.nodes[i] for i in sorted(found)], edges


def _told(whole: Graph, claims: Iterable[str]) -> set[str]:
    """Return claims and all that they relay, with their speakers and what they are about."""
    every = whole.reached(claims, "RELAYS")
    return every | {end for claim in every for end in whole.ends(claim, "SAID_BY", "ABOUT")}


def kind_around(whole: Graph, fact: str) -> Kind:
    """Return the drawing that fits one fact.

    An event with several figures is drawn as figures, an event with relayed claims or a topic as a chain, a
    state that supplies or receives as a flow, anything else as a network.
    """
    node = whole.nodes[fact]
    kind = kind_of(node.labels)
    if kind == "Topic":
        return "chain"
    nodes, edges = around(whole, fact)
    if kind in EVENTS:
        numbers = sum("Claim" in n.labels and bool(n.properties.get("unit")) for n in nodes)
        return "figures" if numbers >= 2 else "chain" if any(e.type == "RELAYS" for e in edges) else "network"
    tied = {e.type for e in edges if fact in (e.start, e.end)}
    if kind == "Claim":
        return "chain"
    return "flow" if tied & {*table.types("supplier", "recipient")} else "network"
