"""What is drawn around one fact: what it is tied to, what is said about it, and by whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from kg.model.rows import DERIVED, EdgeRow, Graph, NodeRow
from kg.picture.drawing import Kind
from kg.picture.looks import EVENTS, kind_of

_BESIDE = frozenset({"ON_TOPIC", "JUDGES", "WITHIN", "SUBTYPE_OF", "MADE_BY", "NAMED_IN", *DERIVED})
"""Edges that lead to what has little to do with the fact."""
_ONWARD = ("SAID_BY", "ABOUT", "RELAYS")
"""Edges along which every claim is followed."""


def around(whole: Graph, fact: str) -> tuple[list[NodeRow], list[EdgeRow]]:
    """Return the nodes and edges around a fact.

    An event comes with its parts. Everything that an edge ties to these is there, claims with their speakers,
    what they are about, and what they relay to the end.

    Args:
        whole: the graph, which has the fact.
        fact: its id.
    """
    near: dict[str, list[EdgeRow]] = defaultdict(list)
    for edge in whole.edges.values():
        near[edge.start].append(edge)
        near[edge.end].append(edge)
    kinds = {i: kind_of(node.labels) for i, node in whole.nodes.items()}
    core = _reached([fact], lambda i: (e.start for e in near[i] if e.type == "PART_OF_EVENT" and e.end == i))
    beside = _BESIDE - {"ON_TOPIC"} if kinds[fact] == "Topic" else _BESIDE
    if kinds[fact] == "WeaponType":
        beside = beside - {"SUBTYPE_OF"}
    found = {
        *core,
        *(other for i in core for e in near[i] if e.type not in beside for other in (e.start, e.end)),
    }
    claims = [i for i in found if kinds[i] == "Claim"]
    found |= _reached(
        claims,
        lambda i: (e.end for e in near[i] if e.start == i and e.type in _ONWARD and kinds[i] == "Claim"),
    )
    edges = [
        e
        for e in whole.edges.values()
        if e.start in found and e.end in found and not (claims and e.type in DERIVED)
    ]
    return [whole.nodes[i] for i in sorted(found)], edges


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
    return "flow" if tied & {"DELIVERED", "RECEIVED_BY"} else "network"


def _reached(start: Iterable[str], onward: Callable[[str], Iterable[str]]) -> set[str]:
    found, todo = set(start), list(start)
    while todo:
        for other in onward(todo.pop()):
            if other not in found:
                found.add(other)
                todo.append(other)
    return found
