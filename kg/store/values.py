"""What a free statement returns: plain values, nodes and edges as `Element`, and paths."""

from __future__ import annotations

from typing import Any, NamedTuple

from kg.store.protocol import Element


class Path(NamedTuple):
    """A way through the graph, in its own direction: one node more than edges.

    Example:
        >>> a, b = Element("a", ("Claim",), {}), Element("b", ("Claim",), {})
        >>> print(Path((a, b), (Element("1", (), {}, "RELAYS", "b", "a"),)))
        (:Claim a)<-[:RELAYS]-(:Claim b)
    """

    nodes: tuple[Element, ...]
    edges: tuple[Element, ...]

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


class Cut(NamedTuple):
    """The first rows of an answer, and whether there are more; values are plain, `Element` or `Path`."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    more: bool


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
        >>> elements_in([1, {"a": Element("kp", ("State",), {})}])[0].id
        'kp'
    """
    if isinstance(value, Element):
        return [value]
    if isinstance(value, Path):
        return [*value.nodes, *value.edges]
    if isinstance(value, list):
        return [found for item in value for found in elements_in(item)]
    if isinstance(value, dict):
        return [found for item in value.values() for found in elements_in(item)]
    return []
