"""The embedded store: one file, no server, all or nothing (grafeo, Apache-2.0)."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, Self

import grafeo

from kg.errors import Problem, StoreError
from kg.model import OWNED
from kg.store import statements
from kg.store.embedded.faults import HELD, explained, held
from kg.store.embedded.reading import read_only
from kg.store.values import Answer, Element, Limits, distinct, elements_in

if TYPE_CHECKING:
    from kg.model.rows import Graph
    from kg.model.sharing import HeldBack
    from kg.store.changes import Changes
    from kg.store.protocol import Progress

PAGE = 500
"""Nodes read at a time; with more nothing is faster."""


class EmbeddedStore:
    """A graph in a file, or in memory when there is no path.

    The file is opened read-only, so that the engine itself refuses to write, and never changed: `load` writes
    a new one beside it, which takes its place. Whoever has the old one open reads on in it.

    Example:
        >>> with_memory = EmbeddedStore(None)
        >>> with_memory.query("RETURN 1 AS one", {}).rows
        [(1,)]
    """

    def __init__(
        self, path: str | os.PathLike[str] | None, spare: Callable[[str], None] | None = None
    ) -> None:
        """Remember the path; nothing is opened or created yet.

        Args:
            path: of the file; None for memory.
            spare: given for a file that can be built again at will. When it cannot be read it counts as
                absent, and `spare` is told why.
        """
        self.path = None if path is None else os.fspath(path)
        self.name: str = self.path or "memory"
        self.collection: str = ""
        self.held_back: HeldBack | None = None
        self._spare = spare
        self._db: Any = None
        self._absent = False
        self._opened: os.stat_result | None = None
        self._room: str | None = None
        self._seal = ""

    def _open(self, or_empty: bool = False) -> Any:
        """Return the engine; for an absent file an empty one, if that will do."""
        if self._db is not None and (or_empty or not self._absent):
            return self._db
        self.close()
        with explained(self.name):
            if self.path is None:
                self._db = grafeo.GrafeoDB()
            elif os.path.exists(self.path):
                self._db = self._read(self.path, or_empty)
            elif or_empty:
                self._db, self._absent = grafeo.GrafeoDB(), True
            else:
                raise StoreError(Problem(f"there is no store at {self.name}", todo="run 'kg load' first"))
        return self._db

    def _read(self, path: str, or_empty: bool) -> Any:
        """Return the engine on the file; a spare one that cannot be read is an empty one, if that will do."""
        try:
            self._opened = os.stat(path)
            return read_only(path)
        except StoreError as error:
            from kg.store.embedded.turn import may_put

            why = error.problems[0]
            if self._spare is None or not or_empty or why.code == HELD or not may_put(path):
                raise
            self._spare(f"{why.what}: it is built again")
            self._absent = True
            return grafeo.GrafeoDB()

    def _run(self, cypher: str, parameters: Mapping[str, Any], or_empty: bool = False) -> Any:
        db = self._open(or_empty)
        with explained(self.name):
            if self.path is not None and not self._absent:
                return db.execute_cypher(cypher, dict(parameters))
            with db.begin_transaction() as scratch:  # memory has no read-only mode: nothing is committed
                result = scratch.execute_cypher(cypher, dict(parameters))
                scratch.rollback()
                return result

    def query(self, cypher: str, parameters: Mapping[str, Any]) -> Answer:
        """Run a reading statement; the file is open read-only, so writing fails in the engine."""
        result = self._run(cypher, parameters)
        columns = tuple(result.columns)
        return Answer(columns, [tuple(row[c] for c in columns) for row in result.to_list()])

    def free(self, cypher: str, parameters: Mapping[str, Any], limits: Limits) -> Answer:
        """Run a statement that somebody wrote, in a process of its own.

        A graph in memory is lent to it as a file.
        """
        return self._apart(cypher, parameters, limits, plan=False)

    def plan(self, cypher: str, parameters: Mapping[str, Any]) -> str:
        """Return the engine's plan."""
        return str(self._apart(cypher, parameters, Limits(), plan=True).rows[0][0])

    def _apart(self, cypher: str, parameters: Mapping[str, Any], limits: Limits, plan: bool) -> Answer:
        from kg.store.embedded import free_statements
        from kg.store.embedded.worker import Job

        db = self._open()  # a fault of the file is reported here
        path = self.path if self._is_in_place() else None
        with explained(self.name), free_statements.lent(path, db) as file:
            return free_statements.run(Job(file, cypher, dict(parameters), limits, plan), self.name)

    def elements(self, cypher: str, parameters: Mapping[str, Any]) -> list[Element]:
        """Return the distinct nodes and edges in the rows."""
        from kg.store.embedded.values import reader

        ours = reader(self._open())
        rows = self._run(cypher, parameters)  # one row at a time is Python's
        return distinct(element for row in rows for element in elements_in(ours([*row.values()])))

    def read(self) -> Graph:
        """Return every row that we loaded; an absent file is an empty graph."""
        from kg.store.read_rows import graph_of

        return graph_of(self.scan_nodes(), self.scan_edges())

    def scan_nodes(self) -> Iterator[tuple[Sequence[str], dict[str, Any]]]:
        """Yield labels and properties of our nodes; an absent file has none."""
        db = self._open(or_empty=True)
        return ((db.get_node_labels(node), own) for page in self._pages(db) for node, own in page)

    def scan_edges(self) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
        """Yield type, ends and properties of our edges."""
        db = self._open(or_empty=True)
        for page in self._pages(db):
            with explained(self.name):
                edges = db.execute_cypher(
                    statements.EDGES_OF, {"ids": [own["id"] for _, own in page]}
                ).to_list()
            yield from ((row["type"], row["start"], row["end"], row["properties"]) for row in edges)

    def _pages(self, db: Any) -> Iterator[list[tuple[int, dict[str, Any]]]]:
        """Yield our nodes a page at a time.

        One statement over all of them would run into the engine's 30 seconds.
        """
        seen = 0
        while True:
            with explained(self.name):
                page = db.get_nodes_by_label(OWNED, limit=PAGE, offset=seen)
            if not page:
                return
            seen += len(page)
            yield page

    def load(
        self,
        parts: Iterable[Changes],
        fingerprint: str,
        progress: Progress = lambda rows: None,
        *,
        fresh: bool = False,
        seal: str = "",
    ) -> None:
        """Apply changes that come in parts: all of them or none.

        The graph, or an empty one, is changed in memory and saved whole; then it takes the place of the file.
        A file that the engine changes itself keeps the state before, and answers from that when a bit of the
        block that names the new one is turned over.
        """
        from kg.store.embedded.building import filled
        from kg.system.leftovers import sweep_temporary

        sweep_temporary()
        with explained(self.name), self.turn() as mine:
            if self.path is None:
                self._db, self._seal = filled(self._open(), parts, fingerprint, progress, fresh), seal
                return
            if not mine or self._room is None:
                raise StoreError(held(self.name))
            before, new = self._open(or_empty=True), os.path.join(self._room, "graph")
            db = before.to_memory() if before.node_count else grafeo.GrafeoDB()
            db = filled(db, parts, fingerprint, progress, fresh)
            db.save(new)
            db.close()
            self._put(new, seal)

    def _put(self, new: str, seal: str) -> None:
        """Put a file in the place of the one that is open, with its seal."""
        from kg.store.embedded import sealing
        from kg.store.embedded.turn import put

        if seal:
            sealing.write(new, seal)
        self.close()
        put(new, self.name)

    def seal(self, seal: str) -> None:
        """Remember what the file holds, on a copy that takes its place."""
        if self.path is None:
            self._seal = seal
            return
        with explained(self.name), self.turn() as mine:
            if mine and self._room and self._is_in_place():
                self._put(shutil.copy(self.path, os.path.join(self._room, "graph")), seal)

    def sealed(self) -> str | None:
        """Return what the file is sealed with; it is not opened for that."""
        if self.path is None:
            return self._seal or None
        from kg.store.embedded import sealing

        return sealing.read(self.path)

    @contextmanager
    def turn(self) -> Iterator[bool]:
        """Wait for the turn to load, and yield whether it came; within the block nobody else loads.

        Raises:
            StoreError: nothing can be written beside the file.
        """
        if self.path is None or self._room:
            yield True
            return
        from kg.store.embedded.turn import turn

        with ExitStack() as stack:
            with explained(self.name):
                self._room = stack.enter_context(turn(self.path))
            try:
                yield self._room is not None
            finally:
                self._room = None

    def fingerprint(self) -> str | None:
        """Return the fingerprint of the last load, None for an absent or empty file."""
        rows = self._run(statements.FINGERPRINT, {}, or_empty=True).to_list()
        return str(rows[0]["fingerprint"]) if rows else None

    def foreign(self) -> int:
        """Return how many nodes of others the file holds."""
        return int(self._run(statements.FOREIGN, {}, or_empty=True).to_list()[0]["foreign"])

    def _is_in_place(self) -> bool:
        """Return whether the file that is open still stands at its path."""
        try:
            return self._opened is not None and os.path.samestat(self._opened, os.stat(self.name))
        except OSError:
            return False

    def database(self) -> str:
        """Return the name of the file without its ending."""
        return os.path.splitext(os.path.basename(self.path))[0] if self.path else "memory"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; a graph in memory is kept."""
        if self._db is not None and self.path is not None:
            db, self._db, self._absent = self._db, None, False
            with explained(self.name):
                db.close()
