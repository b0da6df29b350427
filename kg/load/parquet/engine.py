"""DuckDB, which writes and reads the tables: little memory, and a folder for what goes beyond it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.system.extras import needed

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MEMORY = "1GB"
"""What it may take for sorting and joining before it goes to disk."""


@contextmanager
def engine(scratch: Path) -> Iterator[DuckDBPyConnection]:
    """Open an engine without tables.

    Args:
        scratch: an existing folder for what does not fit into memory.

    Raises:
        CallError: DuckDB is not installed.
    """
    needed("duckdb", "tables of Parquet", "scale")
    import duckdb

    with duckdb.connect() as connection:
        connection.execute(f"SET memory_limit = '{MEMORY}'")
        connection.execute(f"SET temp_directory = {quoted(scratch / 'duckdb')}")
        connection.execute("SET enable_progress_bar = false")
        yield connection


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
