"""The graph as tables of Apache Parquet, for DuckDB, Spark and whatever else reads them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.model.kinds import Fact
    from kg.store import Store

FORMAT = "parquet"
OF = "tables"
ENDINGS = ()
ABOUT = "A table for each kind and each type of edge (Parquet), of any size."
NEEDS = ("scale", "duckdb")
NEXT = "kg load {folder} --store graph.grafeo, or read the tables with DuckDB or Spark"


def render(
    source: Store | list[Fact] | str, folder: Path, told: Callable[[int], None] = lambda size: None
) -> int:
    """Write a table for each kind of fact and each type of edge, and kg-parquet.json, into a folder.

    The columns are the properties that a store has: lists are lists, days are dates, edges have the ids of
    their ends in 'from' and 'to', and 'collection' says where a row belongs. A file of 'kg export jsonl' is
    written without a store between, whatever its size. 'kg load DIR' reads the folder again.

    \b
    Example:
      kg export parquet build/tables
      kg export parquet build/tables --from claims.jsonl.gz
    \f

    Args:
        source: an open store, some facts, or the path of a file of lines.
        folder: where the tables shall be; they are written beside and then put there, the manifest last.
        told: called with the bytes of the file read since the last call.

    Returns:
        How many facts there are.

    Raises:
        ExportError: the folder cannot be written.
        SeedError: the file is wrong.
    """
    from kg.load.parquet import writing

    if isinstance(source, str):
        return writing.from_file(source, folder, told).facts
    if isinstance(source, list):
        from kg.model.convert import rows_of

        return writing.from_graph(rows_of(source), "", folder).facts
    return writing.from_store(source, folder).facts
