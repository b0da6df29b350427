"""DuckDB: one machine, as much memory as it is given, and the disk beyond that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

AT_ONCE = 10_000
"""Rows that are fetched at a time."""


class Duck:
    """Runs SQL in DuckDB."""

    def __init__(self, connection: Any) -> None:
        """Use a connection."""
        self.connection = connection

    def make(self, name: str, select: str) -> None:
        """See `kg.engines.tables.Engine`."""
        self.connection.execute(f'CREATE OR REPLACE TABLE "{name} next" AS {select}')
        self.connection.execute(f'DROP TABLE IF EXISTS "{name}"')
        self.connection.execute(f'ALTER TABLE "{name} next" RENAME TO "{name}"')

    def differs(self, name: str, select: str) -> bool:
        """See `kg.engines.tables.Engine`."""
        found = self.connection.execute(f"SELECT 1 FROM ({select} EXCEPT SELECT * FROM {name}) x LIMIT 1")
        return found.fetchone() is not None

    def rows(self, select: str) -> Iterator[tuple[Any, ...]]:
        """See `kg.engines.tables.Engine`."""
        cursor = self.connection.cursor().execute(select)
        while some := cursor.fetchmany(AT_ONCE):
            yield from some
