"""Facts as a graph with plain values, as networkx, Gephi and others read it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from kg.formats.leaving import Loss
from kg.formats.text import plain
from kg.model import OWNED

if TYPE_CHECKING:
    from kg.model.kinds import Fact
    from kg.model.rows import NodeRow

SPANS = ("said", "period", "published", "since", "decided")
"""Spans that say when a node or edge is there, in the order in which they count."""
CHARACTERS = {"start": "first_character", "end": "end_character"}
"""What the ends of a cited span are called here: `start` and `end` are days."""


class Network:
    """Facts as nodes and their links as edges, each made anew when it is asked for.

    No value is None, a list or a date, and all values of an attribute have one type; `start` and `end` are
    days as YYYY-MM-DD.

    Attributes:
        loss: what a graph of plain values does not hold.
        node_types: the type of each attribute of the nodes.
        edge_types: the type of each attribute of the edges.
    """

    def __init__(self, facts: Iterable[Fact]) -> None:
        """Look at every value once."""
        from kg.model.convert import rows_of

        rows, self.loss = rows_of(facts), Loss()
        self._nodes = [*rows.nodes.values()]
        self._edges = sorted(rows.edges.values(), key=lambda row: row.identity)
        for node in self._nodes:
            if half_open(_own(node)):
                self.loss.cut("the open end of its span", node.id)
            if any(isinstance(value, list) for value in _own(node).values()):
                self.loss.cut("lists as lists; they are text with '; ' between", node.id)
        self.node_types: dict[str, type] = {}
        self.edge_types: dict[str, type] = {}
        self.node_types = types_of(data for _, data in self.nodes())
        self.edge_types = types_of(data for *_, data in self.edges())

    def nodes(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the id of each fact, and its attributes: `label`, `type` and its properties."""
        for node in self._nodes:
            kind = next(label for label in reversed(node.labels) if label != OWNED)
            own = {"label": node.properties["caption"], "type": kind, **_timed(_own(node))}
            yield node.id, _typed(own, self.node_types)

    def edges(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Yield the ends of each link, and its attributes: an `id` of its own, `kind` and its properties."""
        for edge in self._edges:
            properties = {
                CHARACTERS.get(name, name): value
                for name, value in edge.properties.items()
                if name not in ("key", "position")
            }
            own = {"id": "|".join(edge.identity), "kind": edge.type, "label": edge.type, **_timed(properties)}
            yield edge.start, edge.end, _typed(own, self.edge_types)

    def merged(self, by: str | None = None) -> list[str]:
        """Return the edges that a program loses which keeps one from a node to another, as Gephi does.

        Args:
            by: an attribute that tells edges apart for it.
        """
        seen = Counter((a, b, by and data[by]) for a, b, data in self.edges())
        return [f"{a} -> {b}" for (a, b, _), count in seen.items() for _ in range(count - 1)]


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


def types_of(rows: Iterable[Mapping[str, Any]]) -> dict[str, type]:
    """Return one type for each attribute: numbers with a decimal among them are decimals, else text.

    Example:
        >>> types_of([{"low": 1, "name": "a"}, {"low": 1.5, "name": 2}])
        {'low': <class 'float'>, 'name': <class 'str'>}
    """
    sorts: dict[str, set[type]] = {}
    for row in rows:
        for name, value in row.items():
            sorts.setdefault(name, set()).add(type(value))
    return {
        name: next(iter(types)) if len(types) == 1 else float if types == {int, float} else str
        for name, types in sorts.items()
    }


def _own(node: NodeRow) -> dict[str, Any]:
    return {name: value for name, value in node.properties.items() if name not in ("id", "caption")}


def _timed(properties: Mapping[str, Any]) -> dict[str, Any]:
    return {**days(properties), **flat(properties)}


def _typed(values: dict[str, Any], types: Mapping[str, type]) -> dict[str, Any]:
    return {name: types.get(name, type(value))(value) for name, value in values.items()}
