"""What a statement returns: rows of plain values, nodes, edges and paths."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from kg.model import OWNED

SHOWN = 80
"""The most letters of a caption beside a node."""


class Node(NamedTuple):
    """A node as a statement returned it; one that has no id of ours has the engine's.

    Example:
        >>> print(Node("kp", ("State", "Actor", "Kg"), {"caption": "North Korea"}))
        (:State kp) North Korea
    """

    id: str
    labels: tuple[str, ...]
    properties: dict[str, Any]

    def own_labels(self) -> list[str]:
        """Return the labels without our mark, the general ones first."""
        return sorted(set(self.labels) - {OWNED}, key=lambda label: (label not in ("Actor", "Event"), label))

    def record(self) -> dict[str, Any]:
        """Return it as a record for JSON."""
        return {"id": self.id, "labels": self.own_labels(), "properties": self.properties}

    def short(self) -> str:
        """Return what stands for it in a path: `(:Claim id)`."""
        return f"({''.join(':' + label for label in self.own_labels()[-1:])} {self.id})"

    def __str__(self) -> str:
        caption = str(self.properties.get("caption") or self.properties.get("name") or "")
        caption = caption if len(caption) <= SHOWN else caption[: SHOWN - 1] + "…"
        return f"{self.short()} {caption}".rstrip()


class Edge(NamedTuple):
    """An edge as a statement returned it: `id` is the engine's, `start` and `end` are ids of nodes.

    Example:
        >>> print(Edge("7", "SAID_BY", "kirby-1", "kirby", {"key": "", "role": "spokesman"}))
        (kirby-1)-[:SAID_BY {role: spokesman}]->(kirby)
    """

    id: str
    type: str
    start: str
    end: str
    properties: dict[str, Any]

    def record(self) -> dict[str, Any]:
        """Return it as a record for JSON."""
        return {"type": self.type, "start": self.start, "end": self.end, "properties": self.properties}

    def __str__(self) -> str:
        own = {k: v for k, v in sorted(self.properties.items()) if k not in ("key", "position", "sha256")}
        told = ", ".join(f"{name}: {value}" for name, value in own.items())
        return f"({self.start})-[:{self.type}{' {' + told + '}' if told else ''}]->({self.end})"


Element = Node | Edge
"""A part of the graph."""


class Path(NamedTuple):
    """A way through the graph, in its own direction: one node more than edges.

    Example:
        >>> a, b = Node("a", ("Claim",), {}), Node("b", ("Claim",), {})
        >>> print(Path((a, b), (Edge("1", "RELAYS", "b", "a", {}),)))
        (:Claim a)<-[:RELAYS]-(:Claim b)
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]

    def record(self) -> dict[str, Any]:
        """Return nodes and edges as records, for JSON."""
        return {
            "nodes": [node.record() for node in self.nodes],
            "edges": [edge.record() for edge in self.edges],
        }

    def __str__(self) -> str:
        text = self.nodes[0].short() if self.nodes else ""
        for edge, before, after in zip(self.edges, self.nodes, self.nodes[1:], strict=False):
            onward = edge.start == before.id
            text += f"{'-' if onward else '<-'}[:{edge.type}]{'->' if onward else '-'}{after.short()}"
        return text


class Answer(NamedTuple):
    """What a statement returned.

    Attributes:
        columns: their names, in the order of the values of each row.
        rows: plain Python values; of a free statement also `Node`, `Edge` and `Path`.
        more: rows beyond the limit were left out.
    """

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    more: bool = False


class Limits(NamedTuple):
    """What a free statement may take.

    Attributes:
        rows: the most rows to return; 0 for all.
        seconds: the longest it may run.
        memory: the most bytes that the embedded engine may take for it.
    """

    rows: int = 1_000
    seconds: float = 30.0
    memory: int = 2 * 1024**3


def elements_in(value: Any) -> list[Element]:
    """Return every node and edge inside a value, paths and lists taken apart.

    Example:
        >>> elements_in([1, {"a": Node("kp", ("State",), {})}])[0].id
        'kp'
    """
    if isinstance(value, Element):
        return [value]
    if isinstance(value, Path):
        return [*value.nodes, *value.edges]
    if isinstance(value, list):
        return [element for item in value for element in elements_in(item)]
    if isinstance(value, dict):
        return [element for item in value.values() for element in elements_in(item)]
    return []


def distinct(elements: Iterable[Element]) -> list[Element]:
    """Return each node once, then each edge of which both ends are among them once, as they first appear.

    Example:
        >>> a = Node("a", ("Claim",), {})
        >>> [e.id for e in distinct([Edge("1", "RELAYS", "a", "b", {}), a, a])]
        ['a']
    """
    nodes: dict[str, Node] = {}
    edges: dict[str, Edge] = {}
    for element in elements:
        if isinstance(element, Node):
            nodes.setdefault(element.id, element)
        else:
            edges.setdefault(element.id, element)
    return [*nodes.values(), *(edge for edge in edges.values() if edge.start in nodes and edge.end in nodes)]
