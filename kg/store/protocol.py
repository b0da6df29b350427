"""What every store can do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, Self

from kg.store.values import Answer, Element, Limits

if TYPE_CHECKING:
    from kg.model.rows import Graph
    from kg.model.sharing import HeldBack
    from kg.store.changes import Changes

Progress = Callable[[int], None]
"""Called with the number of rows written since the last call."""


class Store(Protocol):
    """Where a graph lives. Every method raises StoreError when the store cannot do it."""

    name: str
    """How messages call the store: a path or an address, never with a password."""
    collection: str
    """The id of the collection that it is narrowed to; empty when it is not."""
    held_back: HeldBack | None
    """What is held back of it; None when it is not narrowed to what may be shared."""

    def query(self, cypher: str, parameters: Mapping[str, Any]) -> Answer:
        """Run a reading statement. Writing is refused by the engine, not by looking at words."""

    def free(self, cypher: str, parameters: Mapping[str, Any], limits: Limits) -> Answer:
        """Run a reading statement that a person or a program wrote, within limits.

        Writing is refused by the engine; reading files, other procedures than harmless ones and commands to
        the server are refused by what the engine plans to do.

        Raises:
            StatementError: it cannot be read as a statement.
            StoreError: it would write, or goes beyond the limits.
        """

    def plan(self, cypher: str, parameters: Mapping[str, Any]) -> str:
        """Return how the engine would run a statement, one operator a line; nothing is run.

        Raises:
            StatementError: it cannot be read as a statement.
        """

    def elements(self, cypher: str, parameters: Mapping[str, Any]) -> list[Element]:
        """Run a reading statement and return the distinct nodes and edges in its rows, paths taken apart.

        Nodes come first; an edge without both its nodes is left out.
        """

    def read(self) -> Graph:
        """Return every row that we loaded."""

    def scan_nodes(self) -> Iterator[tuple[Sequence[str], dict[str, Any]]]:
        """Yield labels and properties of every node that we loaded, in any order, a few at a time."""

    def scan_edges(self) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
        """Yield type, ids of both ends and properties of every edge that we loaded, in any order."""

    def load(
        self,
        parts: Iterable[Changes],
        fingerprint: str,
        progress: Progress = ...,
        *,
        fresh: bool = False,
        seal: str = "",
    ) -> None:
        """Apply changes, then remember the fingerprint of what they come from.

        Args:
            parts: one with all changes; or many, in this order: edges gone, nodes gone, nodes, edges.
            fingerprint: of what they come from.
            progress: told the rows of each part once they are written.
            fresh: the store holds nothing of ours, and the parts only add.
            seal: see `seal`.
        """

    def seal(self, seal: str) -> None:
        """Remember in a word what the store holds now, until somebody writes to it in whatever way."""

    def sealed(self) -> str | None:
        """Return that word if nobody has written since; None also where that cannot be known."""

    def fingerprint(self) -> str | None:
        """Return the fingerprint of the last whole load, or None when there was none."""

    def foreign(self) -> int:
        """Return how many nodes there are that we did not load."""

    def database(self) -> str:
        """Return the name of the database, by which a shared one must be asked for."""

    def close(self) -> None:
        """Let go of the store; calling twice is fine."""

    def __enter__(self) -> Self:
        """Return the store, which is closed at the end of the block."""

    def __exit__(self, *error: object) -> None:
        """Close the store."""
