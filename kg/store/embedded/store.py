"""The embedded store: one file, no server, all or nothing (grafeo, Apache-2.0)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, NoReturn, Self

import grafeo

from kg.errors import Problem, StoreError
from kg.model import OWNED
from kg.store import statements
from kg.store.values import Answer, Element, Limits, distinct, elements_in
from kg.system.full_disk import is_full, refused
from kg.version import __version__

if TYPE_CHECKING:
    from kg.model.rows import Graph
    from kg.store.changes import Changes
    from kg.store.protocol import Progress

BATCH = 5_000
"""Rows in one statement; more gains nothing, fewer costs a round through the parser."""
PAGE = 500
"""Nodes read at a time; with more nothing is faster."""


class EmbeddedStore:
    """A graph in a file, or in memory when there is no path.

    Readers open the file read-only, so that the engine itself refuses to write; only `load` opens it for
    writing. Readers share the file; a writer needs it alone.

    Example:
        >>> with_memory = EmbeddedStore(None)
        >>> with_memory.query("RETURN 1 AS one", {}).rows
        [(1,)]
    """

    def __init__(self, path: str | os.PathLike[str] | None) -> None:
        """Remember the path; nothing is opened or created yet."""
        self.path = None if path is None else os.fspath(path)
        self.name: str = self.path or "memory"
        self._db: Any = None
        self._writable = False

    def _open(self, write: bool = False) -> Any:
        if self._db is not None and (self._writable or not write):
            return self._db
        self.close()
        with _explained(self.name):
            if self.path is not None and os.path.isdir(self.path):
                raise StoreError(
                    Problem(
                        f"{self.name} is a folder",
                        expected="the file of a store",
                        todo="name a file with --store",
                    )
                )
            if self.path is None:
                self._db, self._writable = grafeo.GrafeoDB(), True
            elif write:
                os.makedirs(os.path.dirname(os.path.abspath(self.path)), exist_ok=True)
                self._db, self._writable = grafeo.GrafeoDB(self.path), True
            elif not os.path.exists(self.path):
                raise StoreError(Problem(f"there is no store at {self.name}", todo="run 'kg load' first"))
            else:
                self._db = grafeo.GrafeoDB.open_read_only(self.path)
        return self._db

    def _run(self, cypher: str, parameters: Mapping[str, Any]) -> Any:
        db = self._open()
        with _explained(self.name):
            if self.path is not None:
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
        with _explained(self.name), free_statements.lent(self.path, db) as file:
            return free_statements.run(Job(file, cypher, dict(parameters), limits, plan), self.name)

    def elements(self, cypher: str, parameters: Mapping[str, Any]) -> list[Element]:
        """Return the distinct nodes and edges in the rows."""
        from kg.store.embedded.values import reader

        ours = reader(self._open())
        rows = self._run(cypher, parameters).to_list()
        return distinct(element for row in rows for element in elements_in(ours([*row.values()])))

    def read(self) -> Graph:
        """Return every row that we loaded; an absent file is an empty graph."""
        from kg.store.read_rows import graph_of

        return graph_of(self.scan_nodes(), self.scan_edges())

    def scan_nodes(self) -> Iterator[tuple[Sequence[str], dict[str, Any]]]:
        """Yield labels and properties of our nodes; an absent file has none."""
        db: Any = self._open() if self.path is None or os.path.exists(self.path) else None
        return ((db.get_node_labels(node), own) for page in self._pages(db) for node, own in page)

    def scan_edges(self) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
        """Yield type, ends and properties of our edges."""
        db: Any = self._open() if self.path is None or os.path.exists(self.path) else None
        for page in self._pages(db):
            with _explained(self.name):
                edges = db.execute_cypher(
                    statements.EDGES_OF, {"ids": [own["id"] for _, own in page]}
                ).to_list()
            yield from ((row["type"], row["start"], row["end"], row["properties"]) for row in edges)

    def _pages(self, db: Any) -> Iterator[list[tuple[int, dict[str, Any]]]]:
        """Yield our nodes a page at a time.

        One statement over all of them would run into the engine's 30 seconds.
        """
        seen = 0
        while db is not None:
            with _explained(self.name):
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
    ) -> None:
        """Apply changes that come in parts: all of them or none.

        Into an empty store the engine's bulk calls build a new file; else everything is one transaction.
        """
        from kg.store.batches import batches
        from kg.system.leftovers import sweep_temporary

        sweep_temporary()
        new = self.path is not None and not os.path.exists(self.path)
        try:
            db = self._open(write=True)
            with _explained(self.name):
                empty = not db.execute_cypher(statements.ANY, {}).to_list()
                if fresh and empty and not db.node_count:
                    self._build(parts, fingerprint, progress)
                    return
                if not db.has_property_index("id"):
                    db.create_property_index("id")
                with db.begin_transaction() as transaction:
                    for part in parts:
                        for statement, rows in batches(part, BATCH, fresh=empty):
                            transaction.execute_cypher(statement, {"rows": rows})
                            progress(len(rows))
                    marks = {"fingerprint": fingerprint, "version": __version__}
                    transaction.execute_cypher(statements.MARK_LOADED, marks)
                    transaction.commit()
            if self.path is not None:
                self.close()
        except BaseException:
            with suppress(StoreError):  # a file that cannot be closed well is told by what happened first
                self.close()
            if new and self.path is not None:
                _remove(self.path)
            raise

    def _build(self, parts: Iterable[Changes], fingerprint: str, progress: Progress) -> None:
        """Build a new graph and put it in the place of the empty one, which is held open meanwhile."""
        from pathlib import Path

        from kg.store.embedded.building import Builder

        builder = Builder()
        builder.fill(parts, fingerprint, progress)
        self.close()
        if self.path is None:
            self._db, self._writable = builder.db, True
        else:
            builder.save(Path(self.path))

    def fingerprint(self) -> str | None:
        """Return the fingerprint of the last load, None for an absent or empty file."""
        if self.path is not None and not os.path.exists(self.path):
            return None
        rows = self.query(statements.FINGERPRINT, {}).rows
        return rows[0][0] if rows else None

    def foreign(self) -> int:
        """Return how many nodes of others the file holds."""
        if self.path is not None and not os.path.exists(self.path):
            return 0
        return int(self.query(statements.FOREIGN, {}).rows[0][0])

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
            db, self._db, self._writable = self._db, None, False
            with _explained(self.name):
                db.close()


def _remove(path: str) -> None:
    """Delete what making a new store left; a path that no system takes has left nothing."""
    from shutil import rmtree

    for name in (path, f"{path}.creating"):
        with suppress(FileNotFoundError, NotADirectoryError, ValueError):
            os.unlink(name)
    with suppress(ValueError):
        rmtree(f"{path}.wal", ignore_errors=True)


@contextmanager
def _explained(name: str) -> Iterator[None]:
    """Turn what the engine says into what a person can act on."""
    try:
        yield
    except grafeo.GrafeoError as error:
        if is_full(error):
            todo = "name another with --store"
            raise StoreError(refused(f"cannot write the store {name}", error, todo)) from error
        _explain(str(error).replace(name, "the store"), name, error)
    except OSError as error:
        todo = "check folder and rights, or name another with --store"
        raise StoreError(refused(f"cannot open or write the store {name}", error, todo)) from error


_KNOWN: tuple[tuple[Callable[[str], bool], str, str], ...] = (
    (
        lambda t: "locked" in t,
        "another process holds the store {name}",
        "wait until it has finished, or use --store with another path",
    ),
    (
        lambda t: "not a Grafeo database" in t or "X002" in t,
        "{name} is not a store of this program",
        "name another path with --store, or delete the file: 'kg load' builds it again",
    ),
    (lambda t: "Q003" in t, "the statement took longer than the engine allows (30 s)", "narrow the question"),
    (
        lambda t: "read-only" in t,
        "the statement would write, and {name} is open for reading",
        "use a statement that only reads",
    ),
    (
        lambda t: "migration lock" in t or "Permission" in t or "os error" in t,
        "cannot open or write the store {name}",
        "check room, folder and rights, or name another with --store",
    ),
)


def _explain(text: str, name: str, error: Exception) -> NoReturn:
    for applies, what, todo in _KNOWN:
        if applies(text):
            raise StoreError(Problem(what.format(name=name), todo=todo)) from error
    raise StoreError(
        Problem(f"the store {name} refused: {text.splitlines()[0]}", todo="check the statement")
    ) from error
