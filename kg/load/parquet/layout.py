"""Which tables a folder has: one for each kind of fact and one for each type of edge, empty ones included.

One more holds what we took back, each fact whole, so that nothing counts it.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from kg.model import WITHDRAWN
from kg.model.columns import Columns, columns_of, edge_columns, withdrawn_columns
from kg.model.kinds import registry

TAKEN = WITHDRAWN.lower()
"""The table of what we took back, of whatever kind."""
COLLECTION = "collection"
"""The column of every table for the collection that a row belongs to."""
ENDS = ("from", "to")
"""The columns of every table of edges for the ids of both ends."""
TYPES = {
    "text": "VARCHAR",
    "day": "DATE",
    "whole": "BIGINT",
    "decimal": "DOUBLE",
    "truth": "BOOLEAN",
    "list": "VARCHAR[]",
    "numbers": "DOUBLE[]",
}
"""What the columns are in SQL, by what they hold."""


class Table(NamedTuple):
    """One table.

    Attributes:
        name: plural of the kind, or type of the edges.
        edges: it holds edges.
        columns: what they hold, by name, without that of the collection.
    """

    name: str
    edges: bool
    columns: Columns

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}.parquet"

    @property
    def types(self) -> dict[str, str]:
        """What its columns are in SQL, by name, that of the collection last."""
        return {**{name: TYPES[sort] for name, sort in self.columns.items()}, COLLECTION: TYPES["text"]}


@cache
def tables() -> dict[str, Table]:
    """Return all tables by name: kinds, then edges.

    Example:
        >>> tables()["claims"].file, tables()["RELAYS"].types
        ('claims.parquet', {'from': 'VARCHAR', 'to': 'VARCHAR', 'key': 'VARCHAR', 'position': 'BIGINT', \
'collection': 'VARCHAR'})
    """
    kinds = [Table(model.PLURAL, False, columns_of(model)) for model in registry().values()]
    ends = dict.fromkeys(ENDS, "text")
    edges = [Table(name, True, {**ends, **columns}) for name, columns in edge_columns().items()]
    return {table.name: table for table in (*sorted(kinds), Table(TAKEN, False, withdrawn_columns()), *edges)}
