"""Tables larger than a load is waited for: a folder of `kg export parquet` many times, each with own ids.

    python -m bench.tables build/million build/ten-million --times 10

A copy is a graph of its own, with its own actors, events and chains, so what is asked of all finds as much
work in each; what is asked between two copies is nothing. Memory does not grow with the number of copies.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from kg.load.parquet import manifest
from kg.load.parquet.engine import engine, named, quoted
from kg.load.parquet.layout import COLLECTION, ENDS, Table, tables
from kg.load.parquet.manifest import Held, Manifest
from kg.load.stream.compare import owned_by
from kg.system.atomic_files import write_atomically
from kg.system.leftovers import Folder

_IDS = {"id", *ENDS, "claim", "judgement", COLLECTION}


def multiply(folder: Path, out: Path, times: int) -> Manifest:
    """Write copies of a folder of tables into another one.

    Args:
        folder: the tables.
        out: where the copies shall be.
        times: how many.
    """
    held, before = {}, manifest.read(folder)
    out.mkdir(parents=True, exist_ok=True)
    with Folder() as scratch, engine(scratch, "cannot copy the tables") as connection:
        connection.execute("SET preserve_insertion_order = false")
        for name, table in tables().items():
            rows = f"read_parquet({quoted(folder / table.file)}), range({times}) AS copies(copy)"
            select = f"SELECT {', '.join(_column(table, column) for column in table.types)} FROM {rows}"
            connection.execute(
                f"COPY ({select}) TO {quoted(out / table.file)} (FORMAT parquet, COMPRESSION zstd)"
            )
            held[name] = Held(before.tables[name].rows * times, manifest.hash_of(out / table.file))
    made = Manifest(f"{before.fingerprint} {times} times", held)
    write_atomically(out / manifest.FILE, made.text())
    return made


def _column(table: Table, column: str) -> str:
    """Return a column as a copy has it: ids with the number of the copy behind them."""
    own, mark = named(column), "'-' || copy"
    if column in _IDS or (column == "key" and table.edges and owned_by(table.name) == 3):
        return f"{own} || {mark} AS {own}"
    if column == "through":
        return f"list_transform({own}, lambda id: id || {mark}) AS {own}"
    if column.endswith("_id"):
        joint = f"replace({own}, '+', {mark} || '+') || {mark}"
        return f"CASE WHEN {own} = 'unknown' THEN {own} ELSE {joint} END AS {own}"
    return own


def main(arguments: Sequence[str] = ()) -> None:
    """Write the copies."""
    parser = argparse.ArgumentParser(
        prog="python -m bench.tables", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--times", type=int, default=10)
    given = parser.parse_args(arguments)
    made = multiply(given.folder, given.out, given.times)
    print(f"{made.facts:,} facts, {made.tables['claims'].rows:,} of them claims")


if __name__ == "__main__":
    main(sys.argv[1:])
