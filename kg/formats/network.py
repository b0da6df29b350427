"""Facts as a graph with plain values, as writers of networkx, Gephi and others take it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kg.formats.leaving import Loss
from kg.formats.text import plain
from kg.model import OWNED

if TYPE_CHECKING:
    import networkx

    from kg.model.kinds import Fact

SPANS = ("said", "period", "published", "since", "decided")
"""Spans that say when a node or edge is there, in the order in which they count."""
CHARACTERS = {"start": "first_character", "end": "end_character"}
"""What the ends of a cited span are called here: `start` and `end` are days."""


def network(facts: Iterable[Fact]) -> tuple[networkx.MultiDiGraph[str], Loss]:
    """Return facts as nodes and their links as edges, and what a graph of plain values does not hold.

    Returns:
        Nodes are ids with `label`, `type` and the properties; edges have an `id` of their own, `kind` and
        theirs; both may have `start` and `end`, days as YYYY-MM-DD. No value is None, a list or a date.
    """
    import networkx

    from kg.model.convert import rows_of

    rows, loss = rows_of(facts), Loss()
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node in rows.nodes.values():
        own = {name: value for name, value in node.properties.items() if name not in ("id", "caption")}
        kind = next(label for label in reversed(node.labels) if label != OWNED)
        graph.add_node(node.id, label=node.properties["caption"], type=kind)
        graph.nodes[node.id].update({**days(own), **flat(own)})
        if half_open(own):
            loss.cut("the open end of its span", node.id)
        if any(isinstance(value, list) for value in own.values()):
            loss.cut("lists as lists; they are text with '; ' between", node.id)
    for edge in sorted(rows.edges.values(), key=lambda row: row.identity):
        key = graph.add_edge(edge.start, edge.end, key="|".join(edge.identity[::3]))
        own = {
            CHARACTERS.get(name, name): value
            for name, value in edge.properties.items()
            if name not in ("key", "position")
        }
        graph.edges[edge.start, edge.end, key].update(
            {"id": "|".join(edge.identity), "kind": edge.type, "label": edge.type, **days(own), **flat(own)}
        )
    unify(data for _, data in graph.nodes(data=True))
    unify(data for *_, data in graph.edges(data=True))
    return graph, loss


def flat(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Return properties as text, numbers and truth values; what is unknown is left out.

    Example:
        >>> from datetime import date
        >>> flat({"said_from": date(2024, 1, 5), "names": ["a", "b"], "low": None})
        {'said_from': '2024-01-05', 'names': 'a; b'}
    """
    return {
        name: "; ".join(map(str, plain(value))) if isinstance(value, list) else plain(value)
        for name, value in properties.items()
        if value is not None
    }


def days(properties: Mapping[str, Any]) -> dict[str, str]:
    """Return the first and last day of a node or edge as `start` and `end`; an open end is left out."""
    for name in SPANS:
        ends = {"start": properties.get(f"{name}_from"), "end": properties.get(f"{name}_to")}
        if any(ends.values()):
            return {end: str(day) for end, day in ends.items() if day}
    return {}


def half_open(properties: Mapping[str, Any]) -> bool:
    """Return whether one end of the span is open, which others read as without end."""
    return len(days(properties)) == 1


def unify(every: Iterable[dict[str, Any]]) -> None:
    """Give each attribute one type: numbers with a decimal among them become decimals, else text."""
    rows = list(every)
    sorts: dict[str, set[type]] = {}
    for row in rows:
        for name, value in row.items():
            sorts.setdefault(name, set()).add(type(value))
    for name in (name for name, types in sorts.items() if len(types) > 1):
        target = float if sorts[name] == {int, float} else str
        for row in rows:
            if name in row:
                row[name] = target(row[name])


def merged(graph: networkx.MultiDiGraph[str], by: str | None = None) -> list[str]:
    """Return the edges that a program loses which keeps one edge from a node to another, as Gephi does.

    Args:
        graph: as `network` returns it.
        by: an attribute that tells edges apart for it.
    """
    seen = Counter((a, b, by and data[by]) for a, b, data in graph.edges(data=True))
    return [f"{a} -> {b}" for (a, b, _), count in seen.items() for _ in range(count - 1)]
