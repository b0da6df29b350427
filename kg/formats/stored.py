"""A stored graph as formats of the whole graph get it: read when it is first asked for, and once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model.rows import Graph


class Stored:
    """The rows of a store, and the fingerprint of the seeds that it was built from."""

    def __init__(self, read: Callable[[], tuple[Graph, str]]) -> None:
        """Remember how to read rows and fingerprint; nothing is read yet."""
        self._function = read

    @cached_property
    def _read(self) -> tuple[Graph, str]:
        return self._function()

    @property
    def graph(self) -> Graph:
        """Every node and edge.

        Raises:
            StoreError: the store holds nothing of ours, or cannot be read.
        """
        return self._read[0]

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the seeds, empty when the store was not built from seeds."""
        return self._read[1]
