"""DuckDB, which writes and reads the tables: little memory, and a folder for what goes beyond it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import ExportError, Problem
from kg.system.extras import needed
from kg.system.full_disk import is_full, refused

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = "1GB"
"""What it may take for sorting and joining before it goes to disk."""


@contextmanager
def engine(scratch: Path, what: str) -> Iterator[DuckDBPyConnection]:
    """Open an engine without tables, and tell what goes wrong in it.

    Args:
        scratch: an existing folder for what does not fit into memory.
        what: cannot be done when it goes wrong.

    Raises:
        CallError: DuckDB is not installed.
        ExportError: it cannot read, write or work.
    """
    needed("duckdb", "tables of Parquet", "scale")
    import duckdb

    with duckdb.connect() as connection:
        try:
            connection.execute(f"SET memory_limit = '{MEMORY}'")
            connection.execute(f"SET temp_directory = {quoted(scratch / 'duckdb')}")
            connection.execute("SET enable_progress_bar = false")
            yield connection
        except (OSError, duckdb.Error) as error:
            if isinstance(error, duckdb.OutOfMemoryException) and not is_full(error):
                todo = "close other programs and run it again: nothing was changed"
                raise ExportError(Problem(f"{what}: there is too little memory", todo=todo)) from error
            todo = "name another folder, or one for temporary files in TMPDIR"
            raise ExportError(refused(what, error, todo)) from error


def quoted(text: str | Path) -> str:
    """Return a text as SQL writes it.

    Example:
        >>> quoted("O'Neill")
        "'O''Neill'"
    """
    return "'" + str(text).replace("'", "''") + "'"


def named(name: str) -> str:
    """Return a name as SQL writes it, whatever words SQL keeps for itself.

    Example:
        >>> named("from")
        '"from"'
    """
    return f'"{name}"'
