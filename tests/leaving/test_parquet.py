"""Tables of Parquet: every row is there for DuckDB and Spark, and `kg load` makes the same graph of them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings

from kg import paths
from kg.errors import ExportError, SeedError
from kg.load.parquet import manifest
from kg.load.parquet.layout import COLLECTION, tables
from kg.load.parquet.writing import from_graph, from_store
from kg.load.seeds import plan_file
from kg.model.convert import facts_of, rows_of
from kg.model.kinds import Fact
from kg.model.rows import Graph
from kg.sources.json_lines import lines
from kg.sources.seeds import load
from kg.store import connect
from tests.campaign.disk import mounted
from tests.cli.tools import run
from tests.laws import examples
from tests.leaving.peers import read_by
from tests.property.graphs import graphs
from tests.property.test_rows_laws import LAW, by_id

FEW = settings(LAW, max_examples=examples(4))


@pytest.fixture(scope="module")
def facts() -> list[Fact]:
    return load(paths.seeds()).facts


@pytest.fixture(scope="module")
def rows(facts: list[Fact]) -> Graph:
    return rows_of(facts)


@pytest.fixture(scope="module")
def folder(rows: Graph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tables")
    from_graph(rows, "one", folder)
    return folder


def counted(rows: Graph) -> Counter[str]:
    """Return how many rows each table shall have."""
    return Counter(edge.type for edge in rows.edges.values()) + Counter(
        type(fact).PLURAL for fact in facts_of(rows)
    )


def loaded(folder: Path) -> Graph:
    store = connect("memory")
    plan_file(str(folder), store).run()
    return store.read()


def test_duckdb_finds_every_row_with_its_types(folder: Path, rows: Graph) -> None:
    wanted = counted(rows)
    said = json.loads((folder / manifest.FILE).read_text())
    assert said["facts"] == len(rows.nodes)
    with duckdb.connect() as connection:
        for name, table in tables().items():
            found = connection.execute(f"DESCRIBE SELECT * FROM '{folder / table.file}'").fetchall()
            assert {column: type_ for column, type_, *_ in found} == table.types
            count = connection.execute(f"SELECT count(*) FROM '{folder / table.file}'").fetchone()
            assert (count or ())[0] == wanted[name] == said["tables"][name]["rows"]


@pytest.mark.parametrize("name", ["claims", "CITED_IN", "ROOTED_IN"])
def test_duckdb_reads_what_the_rows_hold(folder: Path, rows: Graph, name: str) -> None:
    wanted: list[dict[str, Any]] = [
        {"from": edge.start, "to": edge.end, **edge.properties}
        for edge in rows.edges.values()
        if edge.type == name
    ]
    if name == "claims":
        wanted = [node.properties for node in rows.nodes.values() if "side" in node.properties]
    with duckdb.connect() as connection:
        answer = connection.execute(f"SELECT * EXCLUDE {COLLECTION} FROM '{folder / f'{name}.parquet'}'")
        columns = [column[0] for column in answer.description or ()]
        cells = [zip(columns, row, strict=True) for row in answer.fetchall()]
    found = [{column: value for column, value in row if value is not None} for row in cells]
    assert sorted(map(sorted_text, found)) == sorted(map(sorted_text, wanted))


def sorted_text(row: dict[str, Any]) -> str:
    """Return a row as text, in which 5 and 5.0 are one."""
    return str(sorted((k, float(v) if type(v) is int else v) for k, v in row.items()))


def test_claims_and_documents_know_their_collection(folder: Path, facts: list[Fact]) -> None:
    found: Any = facts
    documents = {f.id: f.collection for f in found if f.KIND == "document"}
    with duckdb.connect() as connection:
        for file, wanted in (
            ("documents", documents),
            (
                "claims",
                {f.id: documents[f.cited[0].document] for f in found if f.KIND == "claim" and f.cited},
            ),
        ):
            answer = connection.execute(
                f"SELECT id, collection FROM '{folder / f'{file}.parquet'}'"
            ).fetchall()
            assert {id: collection for id, collection in answer if id in wanted} == wanted
    assert any(documents.values())


def test_a_folder_is_loaded_again(folder: Path, rows: Graph) -> None:
    assert loaded(folder) == rows


@FEW
@given(graphs())
def test_any_graph_becomes_tables_and_a_graph_again(
    tmp_path_factory: pytest.TempPathFactory, facts: list[Fact]
) -> None:
    folder = tmp_path_factory.mktemp("any")
    made = from_graph(rows_of(facts), "one", folder)
    assert made.facts == len(facts)
    assert by_id(facts_of(loaded(folder))) == by_id(facts)


def test_lines_and_a_store_give_the_same_tables(facts: list[Fact], rows: Graph, tmp_path: Path) -> None:
    (tmp_path / "facts.jsonl").write_text("".join(f"{line}\n" for line in lines(facts)))
    ran = run("export", "parquet", str(tmp_path / "lines"), "--from", str(tmp_path / "facts.jsonl"))
    assert ran.code == 0
    assert f"{len(facts):,} facts of {len(facts):,} written" in ran.err
    store = connect("memory")
    plan_file(str(tmp_path / "lines"), store).run()
    from_store(store, tmp_path / "store")
    assert read(tmp_path / "lines") == read(tmp_path / "store")


def read(folder: Path) -> dict[str, tuple[int, str]]:
    return {name: (held.rows, held.sha256) for name, held in manifest.read(folder).tables.items()}


def test_a_smaller_graph_leaves_as_tables(tmp_path: Path) -> None:
    ran = run("export", "parquet", str(tmp_path), "--topic", "troop-numbers")
    assert ran.code == 0
    assert 0 < manifest.read(tmp_path).facts < 200
    assert json.loads((tmp_path / "loss.json").read_text())["facts"]["lost"] == 0
    run("export", "parquet", str(tmp_path), "--from", str(tmp_path), "--topic", "x").refused(
        "--from", "--topic"
    )
    run("export", "parquet", str(tmp_path), "--from", str(tmp_path / "none")).refused("there is no file")


@pytest.fixture
def whole(folder: Path, tmp_path: Path) -> Path:
    """Return a copy of the folder that a test may spoil."""
    copy = tmp_path / "copy"
    copy.mkdir()
    for file in folder.iterdir():
        (copy / file.name).write_bytes(file.read_bytes())
    return copy


def test_every_table_that_is_not_as_it_was_is_named(whole: Path) -> None:
    (whole / "SAID_BY.parquet").unlink()
    with (whole / "claims.parquet").open("ab") as file:
        file.write(b"x")
    said = json.loads((whole / manifest.FILE).read_text())
    said["tables"]["documents"]["columns"]["colour"] = "VARCHAR"
    (whole / manifest.FILE).write_text(json.dumps(said))
    with pytest.raises(SeedError) as refused:
        manifest.read(whole)
    told = str(refused.value)
    assert "SAID_BY.parquet: the table is missing" in told
    assert "claims.parquet: it was changed, or not copied whole" in told
    assert "documents.parquet: other columns than those of this kg: colour" in told
    assert told.count(manifest.AGAIN) == 3


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"version": 2}, "is of version 2 of kg-parquet; expected version 1"),
        ({"format": "other"}, "is of version 1 of other"),
        ({"tables": [1]}, "is not as 'kg export parquet' writes it"),
        ({"fingerprint": 7}, "is not as 'kg export parquet' writes it"),
    ],
)
def test_another_version_is_refused(whole: Path, change: dict[str, Any], told: str) -> None:
    said = json.loads((whole / manifest.FILE).read_text())
    (whole / manifest.FILE).write_text(json.dumps({**said, **change}))
    run("load", str(whole), "--store", str(whole / "x.grafeo")).failed(told, "kg export parquet")
    assert not (whole / "x.grafeo").exists()


def test_a_run_that_was_cut_off_leaves_nothing_that_looks_whole(
    whole: Path, rows: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*given: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("kg.load.parquet.writing.os.replace", cut)
        with pytest.raises(KeyboardInterrupt):
            from_graph(rows, "two", whole)
    run("load", str(whole), "--store", str(whole / "x.grafeo")).failed("kg-parquet.json", "was cut off")
    from_graph(rows, "two", whole)
    assert manifest.read(whole).fingerprint == "two"
    assert not [path for path in whole.iterdir() if path.is_dir()]


def test_a_full_disk_is_called_so(rows: Graph, tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", 400) as disk:
        with pytest.raises(ExportError) as full:
            from_graph(rows, "one", disk.folder / "tables")
        assert "the disk is full; make room" in str(full.value)
        assert not disk.files()


def test_too_little_memory_is_called_so(rows: Graph, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.load.parquet.engine.MEMORY", "1MB")
    with pytest.raises(ExportError, match="there is too little memory; close other programs"):
        from_graph(rows, "one", tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.mark.slow
def test_spark_finds_every_row_with_its_types(folder: Path, rows: Graph) -> None:
    spark = {
        "VARCHAR": "string",
        "BIGINT": "bigint",
        "DOUBLE": "double",
        "BOOLEAN": "boolean",
        "DATE": "date",
    }
    spark |= {"VARCHAR[]": "array<string>", "DOUBLE[]": "array<double>"}
    found, wanted = read_by("spark_tables", folder), counted(rows)
    assert found.keys() == tables().keys()
    for name, (count, types) in found.items():
        assert count == wanted[name]
        assert types == {column: spark[type_] for column, type_ in tables()[name].types.items()}
