"""What is drawn around one fact: what it is tied to, what is said about it, and by whom."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable

from kg.model import table
from kg.model.derived import DERIVED
from kg.model.link_roles import TRADING
from kg.model.rows import EdgeRow, Graph, NodeRow
from kg.picture.looks import EVENTS, kind_of
from kg.questions.drawings import Kind

_WIDER = frozenset(table.types("wider"))
_BESIDE = frozenset({"ON_TOPIC", "JUDGES", *_WIDER, *table.types("maker", "name"), *DERIVED})
"""Edges that lead to what has little to do with the fact."""


MOST = 100
"""Claims that are only there because others pass them on; who asks about a claim sees its chain instead."""


def around(graph: Graph, fact: str) -> tuple[list[NodeRow], list[EdgeRow], int]:
    """Return the nodes and edges around a fact.

    An event comes with its parts. Everything that an edge ties to these is there, claims with their speakers,
    what they are about, and what they relay: to the end, or the nearest hundred. How many there are beyond
    these comes last.

    Args:
        graph: the graph, which has the fact.
        fact: its id.
    """
    core = graph.reached([fact], *table.types("part"), back=True)
    kind = kind_of(graph.nodes[fact].labels)
    beside = _BESIDE - {"ON_TOPIC"} if kind == "Topic" else _BESIDE
    if kind in table.labels("goods"):
        beside = beside - _WIDER
    near = {id(e): e for i in core for e in (*graph.out.get(i, ()), *graph.into.get(i, ()))}
    ids = core | {other for e in near.values() if e.type not in beside for other in (e.start, e.end)}
    claims = [i for i in ids if kind_of(graph.nodes[i].labels) == "Claim"]
    behind = graph.reached(claims, "RELAYS") - ids
    near_behind = _nearest(graph, claims, behind) if len(behind) > MOST else behind
    ids |= _told(graph, [*claims, *near_behind])
    edges = [
        edge
        for i in sorted(ids)
        for edge in graph.out.get(i, ())
        if edge.end in ids and not (claims and edge.type in DERIVED)
    ]
    return [graph.nodes[i] for i in sorted(ids)], edges, len(behind) - len(near_behind)


def _nearest(graph: Graph, claims: Iterable[str], behind: Collection[str]) -> set[str]:
    """Return those of the claims behind some others that the fewest hops lead to."""
    met: dict[str, None] = {}
    todo = deque(sorted(claims))
    while todo and len(met) < MOST:
        for other in graph.ends(todo.popleft(), "RELAYS"):
            if other in behind and other not in met:
                met[other] = None
                todo.append(other)
    return set(list(met)[:MOST])


def _told(graph: Graph, claims: Iterable[str]) -> set[str]:
    """Return claims with their speakers and what they are about."""
    every = set(claims)
    return every | {end for claim in every for end in graph.ends(claim, "SAID_BY", "ABOUT")}


def kind_around(graph: Graph, fact: str) -> Kind:
    """Return the drawing that fits one fact.

    An event with several figures is drawn as figures, an event with relayed claims or a topic as a chain, a
    state that supplies, pays or receives as a flow, a place that is on the map as a map, anything else as a
    network.
    """
    node = graph.nodes[fact]
    kind = kind_of(node.labels)
    if kind == "Topic":
        return "chain"
    nodes, edges, _ = around(graph, fact)
    if kind in EVENTS:
        numbers = sum("Claim" in n.labels and bool(n.properties.get("unit")) for n in nodes)
        return "figures" if numbers >= 2 else "chain" if any(e.type == "RELAYS" for e in edges) else "network"
    tied = {e.type for e in edges if fact in (e.start, e.end)}
    if kind == "Claim":
        return "chain"
    if kind in table.labels("place") and "latitude" in node.properties:
        return "map"
    return "flow" if tied & {*table.types(*TRADING)} else "network"
