"""Rows as tables in a folder: any number of them in bounded memory, and nothing looks whole before it is."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.load.parquet import manifest
from kg.load.parquet.engine import engine, named, quoted
from kg.load.parquet.layout import COLLECTION, ENDS, TAKEN, Table, tables
from kg.load.parquet.manifest import Held, Manifest
from kg.load.parquet.reading import source_of
from kg.load.stream.compare import owned_by
from kg.load.stream.plan import edges_in, nodes_in
from kg.load.stream.report import checked
from kg.load.stream.scratch import Scratch
from kg.model import OWNED, WITHDRAWN
from kg.model.citation import Citation
from kg.model.kinds import registry
from kg.model.shape import shape
from kg.sources.lines import Told
from kg.system.atomic_files import write_atomically
from kg.system.extras import needed
from kg.system.leftovers import Folder

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from kg.model.rows import Graph
    from kg.store import Store

Nodes = Iterable[tuple[Sequence[str], Mapping[str, Any]]]
"""Labels and properties."""
Edges = Iterable[tuple[str, str, str, Mapping[str, Any]]]
"""Type, ids of both ends, properties."""


def from_store(store: Store, folder: Path) -> Manifest:
    """Write what a store holds, a few rows at a time; see `written`."""
    with _scratch() as scratch:
        return written(store.scan_nodes(), store.scan_edges(), store.fingerprint() or "", folder, scratch)


def from_graph(graph: Graph, fingerprint: str, folder: Path) -> Manifest:
    """Write rows that are in memory; see `written`."""
    nodes = ((row.labels, row.properties) for row in graph.nodes.values())
    edges = ((row.type, row.start, row.end, row.properties) for row in graph.edges.values())
    with _scratch() as scratch:
        return written(nodes, edges, fingerprint, folder, scratch)


def from_file(file: str, folder: Path, told: Told = lambda size: None) -> Manifest:
    """Write the facts of a file of `kg export jsonl`, which no store needs to hold; see `written`.

    Args:
        file: path, or `-` for standard input; packed or not; or another folder of tables.
        folder: where the tables shall be.
        told: called with the bytes of the file read since the last call.

    Raises:
        SeedError: the file is wrong; the folder is not touched.
    """
    with _scratch() as scratch:
        rows = checked(source_of(file, scratch.path), scratch, told)
        nodes = ((row.labels, row.properties) for _, row, _ in nodes_in(rows.nodes))
        edges = ((row.type, row.start, row.end, row.properties) for _, row, _ in edges_in(rows.edges))
        return written(nodes, edges, rows.source.fingerprint, folder, scratch)


@contextmanager
def _scratch() -> Iterator[Scratch]:
    """Open a place for rows on their way, and tell when it is full; that DuckDB is missing is told first."""
    needed("duckdb", "tables of Parquet", "scale")
    scratch = Scratch()
    try:
        with scratch.explained():
            yield scratch
    finally:
        scratch.close()


def written(nodes: Nodes, edges: Edges, fingerprint: str, folder: Path, scratch: Scratch) -> Manifest:
    """Write the tables beside their places, put them there, and the manifest last.

    Args:
        nodes: every node.
        edges: every edge.
        fingerprint: of the facts that they come from.
        folder: where the tables shall be; what an earlier export left there is replaced.
        scratch: for the rows on their way.

    Raises:
        ExportError: the folder cannot be written.
        CallError: DuckDB is not installed.
    """
    counts = _lines(nodes, edges, scratch.path)
    with engine(scratch.path, f"cannot write the tables of {folder}") as connection:
        _belonging(connection, scratch.path)
        folder.mkdir(parents=True, exist_ok=True)
        with Folder(folder) as beside:
            held = {}
            for table in tables().values():
                connection.execute(_copy(table, scratch.path, beside / table.file))
                held[table.name] = Held(counts[table.name], manifest.hash_of(beside / table.file))
            (folder / manifest.FILE).unlink(missing_ok=True)
            for table in tables().values():
                os.replace(beside / table.file, folder / table.file)
    made = Manifest(fingerprint, held)
    write_atomically(folder / manifest.FILE, made.text())
    return made


def _lines(nodes: Nodes, edges: Edges, folder: Path) -> Counter[str]:
    """Write the rows of each table as lines of JSON; return how many each has."""
    kinds = {frozenset(model.LABELS): model.PLURAL for model in registry().values()}
    kinds[frozenset({WITHDRAWN})] = TAKEN
    known = {name: table.columns.keys() for name, table in tables().items()}
    encoded = json.JSONEncoder(default=date.isoformat, check_circular=False).encode
    counts: Counter[str] = Counter()
    with ExitStack() as open_files:
        files = {
            name: open_files.enter_context(_file(folder, name).open("w", encoding="utf-8")) for name in known
        }

        def add(name: str, row: Mapping[str, Any]) -> None:
            if not row.keys() <= known[name]:
                raise KeyError(f"no column of {name} is called {', '.join(row.keys() - known[name])}")
            files[name].write(encoded(row) + "\n")
            counts[name] += 1

        for labels, own in nodes:
            add(kinds[frozenset(labels) - {OWNED}], own)
        for kind, start, end, own in edges:
            add(kind, {ENDS[0]: start, ENDS[1]: end, **own})
    return counts


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.jsonl"


def _rows(table: Table, folder: Path) -> str:
    """Return the rows of a table as SQL reads them."""
    own = ((name, type_) for name, type_ in table.types.items() if name != COLLECTION)
    columns = ", ".join(f"{quoted(name)}: {quoted(type_)}" for name, type_ in own)
    file = quoted(_file(folder, table.name))
    return f"read_json({file}, format = 'newline_delimited', columns = {{{columns}}})"


def _belonging(connection: DuckDBPyConnection, folder: Path) -> None:
    """Note the collection of each document, and of each claim that of the first place where it is printed."""
    collected = tables()[shape(registry()["document"]).links["collection"].edge]
    connection.execute(
        f"""CREATE TABLE belonging AS
        WITH document AS (SELECT "from" AS id, "to" AS collection FROM {_rows(collected, folder)})
        SELECT * FROM document
        UNION ALL
        SELECT place."from", document.collection FROM {_rows(tables()[Citation.EDGE], folder)} place
        JOIN document ON document.id = place."to" WHERE place.position = 0"""
    )


def _copy(table: Table, folder: Path, file: Path) -> str:
    """Return the statement that writes a table: with the collection of each row, in a stable order."""
    owner = ("id", *ENDS, "key")[owned_by(table.name) if table.edges else 0]
    own = dict.fromkeys(name for name in (owner, "position", *ENDS, "key") if name in table.columns)
    order = ", ".join(f"own.{named(name)}" for name in own)
    return f"""COPY (
        SELECT own.*, belonging.collection FROM {_rows(table, folder)} own
        LEFT JOIN belonging ON belonging.id = own.{named(owner)} ORDER BY {order}
    ) TO {quoted(file)} (FORMAT parquet, COMPRESSION zstd)"""
