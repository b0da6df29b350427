"""DuckDB: one machine, as much memory as there is, and the disk beyond that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from kg.errors import Problem, StoreError
from kg.load.parquet.engine import named, quoted
from kg.load.sql.sizes import size
from kg.system.extras import needed
from kg.system.leftovers import Folder

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

AT_ONCE = 10_000
"""Rows that are fetched at a time."""
MORE = (
    "close other programs, give it more with --memory, or hand the tables to a cluster: 'kg analyse --engine"
    " spark'; then run it again: nothing was changed"
)


class Duck:
    """Runs SQL in DuckDB."""

    def __init__(self, connection: DuckDBPyConnection) -> None:
        """Use a connection."""
        self.connection = connection

    def view(self, name: str, file: str, columns: Mapping[str, str]) -> None:
        """Show a file of Parquet under a name, with other names for its columns."""
        own = ", ".join(f"{named(column)} AS {named(other)}" for column, other in columns.items())
        self.connection.execute(f"CREATE VIEW {named(name)} AS SELECT {own} FROM {quoted(file)}")

    def make(self, name: str, select: str) -> None:
        """See `kg.load.sql.tables.Engine`."""
        self.connection.execute(f"CREATE TABLE {named(name)} AS {select}")

    def renew(self, name: str, select: str) -> bool:
        """See `kg.load.sql.tables.Engine`."""
        before, after = named(name), named(f"{name} next")
        self.connection.execute(f"CREATE TABLE {after} AS {select}")
        new = f"SELECT 1 FROM (SELECT * FROM {after} EXCEPT SELECT * FROM {before}) x LIMIT 1"
        changed = self.connection.execute(new).fetchone() is not None
        self.connection.execute(f"DROP TABLE {before}")
        self.connection.execute(f"ALTER TABLE {after} RENAME TO {before}")
        return changed

    def drop(self, name: str) -> None:
        """See `kg.load.sql.tables.Engine`."""
        self.connection.execute(f"DROP TABLE {named(name)}")

    def rows(self, select: str) -> Iterator[tuple[Any, ...]]:
        """See `kg.load.sql.tables.Engine`."""
        cursor = self.connection.cursor().execute(select)
        while some := cursor.fetchmany(AT_ONCE):
            yield from some


@contextmanager
def duck(memory: str | None = None) -> Iterator[Duck]:
    """Open DuckDB without a file, and tell what goes wrong in it.

    Args:
        memory: the most that it may take, such as `4GB`; eight tenths of the machine's by default. What does
            not fit goes to a folder for temporary files, which is gone when it is closed.

    Raises:
        CallError: it is not installed, or that is no size.
        StoreError: memory or disk is not enough.
    """
    needed("duckdb", "analyses of tables", "scale")
    import duckdb

    with Folder() as folder, duckdb.connect() as connection:
        connection.execute("SET enable_progress_bar = false")
        connection.execute(f"SET temp_directory = {quoted(folder / 'spilled')}")
        if memory is not None:
            connection.execute(f"SET memory_limit = {quoted(size(memory))}")
        try:
            yield Duck(connection)
        except duckdb.OutOfMemoryException as error:
            raise StoreError(Problem("DuckDB had too little memory", todo=MORE)) from error
        except duckdb.IOException as error:
            what, todo = (
                f"DuckDB cannot write or read: {error}"[:300],
                "make room, or set TMPDIR to another disk",
            )
            raise StoreError(Problem(what, todo=todo)) from error
