"""A folder of tables as lines of facts again, so that every check of a file is made of it, too."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.errors import Problem, SeedError, StoreError
from kg.load.parquet import manifest
from kg.load.parquet.engine import engine, named, quoted
from kg.load.parquet.layout import COLLECTION, ENDS, TAKEN, tables
from kg.load.stream.compare import owned_by
from kg.model import OWNED, WITHDRAWN
from kg.model.convert import facts_of
from kg.model.kinds import Fact, registry
from kg.model.rows import EdgeRow, Graph, NodeRow
from kg.model.shape import shape
from kg.sources.json_lines import rank, record
from kg.sources.lines import Source

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from kg.load.parquet.manifest import Manifest

AT_A_TIME = 2_000
"""Facts that are put together at once."""


def source_of(file: str, scratch: Path) -> Source:
    """Look at a file of lines, or write the lines of a folder of tables; see `Source.open`.

    Raises:
        SeedError: it cannot be read, or the folder is not whole.
        CallError: DuckDB is not installed.
    """
    if not os.path.isdir(file):
        return Source.open(file, scratch)
    folder, path = Path(file), scratch / "input"
    held = manifest.read(folder)
    with (
        path.open("w", encoding="utf-8") as out,
        engine(scratch, f"cannot read the tables of {folder}") as connection,
    ):
        for fact in facts(folder, held, connection):
            out.write(json.dumps(record(fact, {}), ensure_ascii=False) + "\n")
    return Source(file, path, path.stat().st_size, packed=False)


def facts(folder: Path, held: Manifest, connection: DuckDBPyConnection) -> Iterator[Fact]:
    """Yield the facts of a folder in the order of a file of lines, a few at a time.

    Args:
        folder: of tables that are as the manifest says.
        held: its manifest.
        connection: to an engine that reads them.

    Raises:
        SeedError: a fact is none, although its table is as it was written.
    """
    for model in sorted(registry().values(), key=rank):
        if held.tables[model.PLURAL].rows:
            yield from _of_kind(model, folder, held, connection)
    rows = connection.execute(f"SELECT id, fact FROM read_parquet({quoted(folder / tables()[TAKEN].file)})")
    while some := rows.fetchmany(AT_A_TIME):
        nodes = (NodeRow(id, (WITHDRAWN, OWNED), {"id": id, "fact": fact}) for id, fact in some)
        yield from _whole(Graph({node.id: node for node in nodes}, {}), folder)


def _of_kind(
    model: type[Fact], folder: Path, held: Manifest, connection: DuckDBPyConnection
) -> Iterator[Fact]:
    plan = shape(model)
    kind = f"read_parquet({quoted(folder / tables()[model.PLURAL].file)})"
    declared = {link.edge for link in plan.links.values()} | {tie.EDGE for tie in plan.ties.values()}
    edges = [_Edges(name, kind, folder, connection) for name in sorted(declared) if held.tables[name].rows]
    rows = connection.cursor().execute(f"SELECT * EXCLUDE {COLLECTION} FROM {kind} ORDER BY id")
    names = [column[0] for column in rows.description]
    while some := rows.fetchmany(AT_A_TIME):
        nodes = [_present(names, row) for row in some]
        own = chain.from_iterable(each.up_to(nodes[-1]["id"]) for each in edges)
        labels = (*model.LABELS, OWNED)
        graph = Graph(
            {node["id"]: NodeRow(node["id"], labels, node) for node in nodes},
            {edge.identity: edge for edge in own},
        )
        yield from _whole(graph, folder)


def _whole(graph: Graph, folder: Path) -> list[Fact]:
    """Return the facts of some rows, which must be whole."""
    try:
        return facts_of(graph)
    except StoreError as error:
        what = error.problems[0].what.replace("in the store", f"in {folder}")
        raise SeedError(Problem(what, todo=manifest.AGAIN)) from error


class _Edges:
    """The edges of one type that facts of one kind declare, in the order of these."""

    def __init__(self, name: str, kind: str, folder: Path, connection: DuckDBPyConnection) -> None:
        self._name, self._owner = name, owned_by(name) - 1
        owner, file = named(ENDS[self._owner]), quoted(folder / tables()[name].file)
        order = ", ".join(f"edge.{named(end)}" for end in (ENDS[self._owner], ENDS[1 - self._owner], "key"))
        rows = connection.cursor().execute(
            f"""SELECT edge.* EXCLUDE {COLLECTION} FROM read_parquet({file}) edge
            SEMI JOIN {kind} kind ON kind.id = edge.{owner} ORDER BY {order}"""
        )
        self._columns = [column[0] for column in rows.description]
        self._rows = chain.from_iterable(iter(lambda: rows.fetchmany(AT_A_TIME), []))
        self._next: tuple[Any, ...] | None = None

    def up_to(self, id: str) -> Iterator[EdgeRow]:
        """Yield the next edges, up to those of one fact."""
        waiting = () if self._next is None else (self._next,)
        self._next = None
        for row in chain(waiting, self._rows):
            if row[self._owner] > id:
                self._next = row
                return
            own = _present(self._columns, row)
            start, end = own.pop(ENDS[0]), own.pop(ENDS[1])
            yield EdgeRow(self._name, start, end, own["key"], own)


def _present(names: list[str], row: tuple[Any, ...]) -> dict[str, Any]:
    """Return the properties of a row that it has."""
    return {name: value for name, value in zip(names, row, strict=True) if value is not None}
