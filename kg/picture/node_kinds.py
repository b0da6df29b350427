"""The kinds of the nodes of a graph, by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from kg.model.rows import NodeRow
from kg.picture.looks import kind_of

_kind = cache(kind_of)


class NodeKinds(Mapping[str, str]):
    """Says the kind of each node when it is asked for: most drawings show few nodes of a large graph."""

    def __init__(self, nodes: Mapping[str, NodeRow]) -> None:
        """Keep the nodes."""
        self._nodes = nodes

    def __getitem__(self, node: str) -> str:
        """Return the kind of a node; KeyError where there is none of that id."""
        return _kind(self._nodes[node].labels)

    def __iter__(self) -> Iterator[str]:
        """Go through the ids."""
        return iter(self._nodes)

    def __len__(self) -> int:
        """Return how many nodes there are."""
        return len(self._nodes)
