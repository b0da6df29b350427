"""Which questions an engine of tables answers, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.store import Store

IN_SQL = ("contradictions", "drift", "echoes", "keystones", "roots", "status")
"""Of these the rows are equal, whatever works them out; see `kg.load.sql`."""
PYTHON, DUCKDB, SPARK = ENGINES = ("python", "duckdb", "spark")
"""What can work out the rows of a question that is not in Cypher."""
ABOVE = 2_000_000
"""Claims in a store from which on SQL works out the rows, its tables written first, except about one event.

In Python the world of a million claims takes 3.7 GB; below this many, reading it takes less time than writing
the tables.
"""


def at_least(store: Store, claims: int) -> bool:
    """Return whether a store holds so many claims.

    Raises:
        StoreError: the store cannot be read.
    """
    from kg.store import statements

    return bool(next(iter(store.query(statements.CLAIMS, {}).rows))[0] >= claims)
