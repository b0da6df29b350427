"""Analyses in SQL: the rows are those of Python, whatever works them out."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import pytest

from bench.generate import generate
from kg import paths
from kg.analysis.pairing import reach
from kg.analysis.reading import world_of
from kg.analysis.select import select
from kg.analysis.world import Thing, World
from kg.errors import CallError, StoreError
from kg.load.parquet.writing import from_graph
from kg.load.sql.answers import ANSWERS
from kg.load.sql.asking import asked, prepared
from kg.load.sql.base import selects, view, views
from kg.load.sql.duck import duck
from kg.load.sql.folder import in_duckdb
from kg.load.sql.narrowed import NARROWING
from kg.load.sql.spark import FEW, spark
from kg.load.sql.tables import Tables, files
from kg.model.convert import rows_of
from kg.model.rows import Graph
from kg.questions import library
from kg.questions.engines import IN_SQL
from kg.questions.from_world import answer
from kg.questions.run import bind
from kg.questions.scope import Scope
from kg.sources.json_lines import read
from kg.sources.seeds import load
from tests.analysis.graphs import facts
from tests.cli.tools import run
from tests.engines.worlds import COLUMNS, beside_each_other, in_tables, joined, world
from tests.leaving.peers import read_by

SEED = 4
"""Of a random graph."""
SECOND = Path(__file__).parents[1] / "second" / "seeds"
WAYS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("contradictions", {"topic": None, "event": None, "actor": None, "verdict": None}),
    ("drift", {"direction": None}),
    ("echoes", {}),
    ("keystones", {"level": "organization"}),
    ("status", {"history": False, "figures": False}),
    ("status", {"history": True, "figures": False}),
    ("status", {"history": False, "figures": True}),
    ("status", {"history": True, "figures": True}),
    ("roots", {"per": "event", "level": "state"}),
    ("roots", {"per": "claim", "level": "person"}),
    ("roots", {"per": "topic", "level": "organization"}),
)

NARROW = WAYS[1:]
WHOLE: tuple[tuple[str, dict[str, Any]], ...] = tuple(
    (name, {}) for name in ("contradictions", "drift", "echoes", "roots", "status")
)
ROCKETS = {"topic": "rockets"}
ON_SPARK: tuple[tuple[str, int, tuple[tuple[str, dict[str, Any]], ...]], ...] = (
    ("mixed", FEW, (*WHOLE, ("status", {"history": True}))),
    ("mixed", FEW, (("keystones", ROCKETS),)),
    ("first", FEW, WHOLE),
    ("mixed", FEW, tuple(("status", {**ROCKETS, "figures": True, "history": h}) for h in (False, True))),
    ("mixed", FEW, (("contradictions", {**ROCKETS, "actor": "sy-service"}),)),
    ("random", 3, (("echoes", {}),)),
    ("random", -1, (("echoes", {}),)),
)
"""What is asked of Spark: a graph, how many rows of a table stay with the driver, questions that share them.

What takes longest comes first. With a few rows or none, tables are written for the whole cluster.
"""
NARROWED = ("drift", "echoes", "roots", "status")


@pytest.fixture(scope="module")
def graphs() -> dict[str, Graph]:
    """Both corpora, a random graph, and one that is the second with that and generated claims beside it."""
    found = {
        "first": rows_of(load(paths.seeds()).facts),
        "second": rows_of(load(SECOND).facts),
        "random": rows_of(facts(SEED)),
    }
    few = rows_of(read(generate(200), "generated").facts)
    parts = (few, found["random"], found["second"])
    nodes = {id_: node for part in parts for id_, node in part.nodes.items()}
    return {**found, "mixed": Graph(nodes, {key: edge for part in parts for key, edge in part.edges.items()})}


@pytest.fixture(scope="module")
def folders(graphs: dict[str, Graph], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Their tables."""
    found = {name: tmp_path_factory.mktemp("tables") / name for name in graphs}
    for name, graph in graphs.items():
        from_graph(graph, name, found[name])
    return found


@pytest.fixture(scope="module")
def many() -> World:
    return beside_each_other(map(world, range(60)))


def plain(value: Any) -> Any:
    """Return rows with lists for tuples, as an answer has them."""
    return [[list(v) if isinstance(v, (tuple, frozenset)) else v for v in row] for row in value]


def same_rows(w: World, name: str, parameters: dict[str, Any]) -> int:
    """Compare the rows of SQL with those of Python, and return how many there are."""
    module, own = import_module(f"kg.questions.analyses.{name}"), ANSWERS[name]
    engine, told = in_tables(w), own.told(parameters)
    found = own.answer(prepared(name, engine, COLUMNS, parameters, told), parameters)
    among = select(w, **{given: parameters.get(given) for given in NARROWING})
    wanted = module.answer(Scope(w, w, among, parameters, lambda ids: {}))
    rows = plain(found.rows)
    assert rows == plain(wanted.rows)
    assert (found.renamed, found.table, found.note) == (wanted.renamed, wanted.table, wanted.note)
    if told:
        assert max(engine.made.values()) == 1
        assert engine.left <= engine.shown
    return len(rows)


@pytest.mark.parametrize(("name", "parameters"), WAYS)
def test_random_worlds_have_the_same_rows(many: World, name: str, parameters: dict[str, Any]) -> None:
    assert same_rows(dense(many) if name == "contradictions" else many, name, parameters) > 50


@pytest.mark.parametrize("narrowed", [{"event": "top"}, {"topic": "t3", "actor": "league"}], ids=str)
@pytest.mark.parametrize(("name", "parameters"), NARROW, ids=str)
def test_random_worlds_have_the_same_rows_of_what_is_asked_about(
    many: World, name: str, parameters: dict[str, Any], narrowed: dict[str, str]
) -> None:
    assert same_rows(joined(many), name, parameters | narrowed)


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"event": "e"},
        {"topic": "t0"},
        {"actor": "league"},
        {"topic": "t3", "actor": "league"},
        {"verdict": ["incomparable", "dispute"]},
    ],
    ids=str,
)
@pytest.mark.parametrize("pairs", [150, 2_000])
def test_many_figures_are_compared_with_the_nearest(
    many: World, monkeypatch: pytest.MonkeyPatch, asked: dict[str, Any], pairs: int
) -> None:
    monkeypatch.setattr("kg.analysis.pairing.FEWEST", 1)
    for module in ("kg.analysis.pairing", "kg.load.sql.contradictions"):
        monkeypatch.setattr(f"{module}.reach", lambda sizes, most=0: reach(sizes, pairs))
    name, parameters = WAYS[0]
    assert same_rows(dense(joined(many)), name, parameters | asked) > 10


def test_much_to_count_again_is_counted_for_the_greatest_losses(
    many: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("kg.analysis.keystones", "kg.load.sql.keystones"):
        monkeypatch.setattr(f"{module}.MOST", 400)
        monkeypatch.setattr(f"{module}.FOR_EACH", 0)
    assert same_rows(many, "keystones", {"level": "state"}) > 20


def test_losses_are_counted_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    few, parts = joined(beside_each_other(map(world, range(12)))), list[str]()
    monkeypatch.setattr("kg.load.sql.keystones.AT_ONCE", 300)
    make = Tables.make

    def made(tables: Tables, name: str, select: str) -> None:
        parts.extend([select] if name == "part" else [])
        make(tables, name, select)

    monkeypatch.setattr(Tables, "make", made)
    assert same_rows(few, "keystones", {"level": "state"}) > 5
    assert len({*parts}) == len(parts) > 2


@pytest.mark.parametrize("figures", [False, True])
@pytest.mark.parametrize("asked", [{}, {"actor": "league"}], ids=str)
def test_of_many_days_only_the_last_are_looked_at(
    many: World, monkeypatch: pytest.MonkeyPatch, figures: bool, asked: dict[str, Any]
) -> None:
    for module in ("kg.analysis", "kg.load.sql"):
        monkeypatch.setattr(f"{module}.status.MOST", 400)
        monkeypatch.setattr(f"{module}.figure_status.MOST", 400)
    monkeypatch.setattr("kg.analysis.pairing.FEWEST", 1)
    monkeypatch.setattr("kg.load.sql.slices.AT_ONCE", 40)
    assert same_rows(joined(many), "status", {"history": True, "figures": figures} | asked) > 5


def test_figures_are_judged_in_parts(many: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.analysis.pairing.FEWEST", 1)
    monkeypatch.setattr("kg.load.sql.slices.AT_ONCE", 40)
    for module in ("kg.analysis", "kg.load.sql"):
        monkeypatch.setattr(f"{module}.figure_status.MOST", 200)
    assert same_rows(dense(many), "status", {"history": False, "figures": True}) > 50


def dense(w: World) -> World:
    """Return a world in which many figures can be compared."""
    things = {"e": Thing("e"), "part": Thing("part", within="e", of=("kn-23",)), "other": Thing("other")}
    every = [*things] * len(w.claims)
    claims = {}
    for number, (id_, claim) in enumerate(w.claims.items()):
        figure = claim.figure and claim.figure._replace(unit="shells", measure="count", stage=None)
        claims[id_] = claim._replace(about=every[number], figure=figure)
    return replace(w, claims=claims, things={**w.things, **things})


def both(graph: Graph, folder: Path, name: str, values: dict[str, Any]) -> Iterator[Any]:
    """Yield the answer of Python, then that of DuckDB."""
    question = library.question(name)
    parameters = bind(question, values)
    yield answer(question, None, parameters, world_of(graph))[0]  # type: ignore[arg-type]  # a world is at hand
    with in_duckdb(str(folder)) as engine:
        yield asked(question, engine, parameters).whole()


@pytest.mark.parametrize("name", IN_SQL)
@pytest.mark.parametrize("corpus", ["first", "second", "random", "mixed"])
def test_a_corpus_has_the_same_answer(
    corpus: str, name: str, graphs: dict[str, Graph], folders: dict[str, Path]
) -> None:
    wanted, found = both(graphs[corpus], folders[corpus], name, {})
    assert found == wanted
    assert len(wanted.rows) > 1 or corpus == "random"


@pytest.mark.parametrize("name", NARROWED)
def test_a_corpus_has_the_same_answer_to_what_is_narrowed(
    name: str, graphs: dict[str, Graph], folders: dict[str, Path]
) -> None:
    values = {"topic": "troop-numbers", "as_of": date(2024, 11, 1)}
    wanted, found = both(graphs["first"], folders["first"], name, values)
    assert found == wanted
    assert wanted.rows


@pytest.mark.parametrize("name", IN_SQL)
def test_an_earlier_day_has_the_same_answer(
    name: str, graphs: dict[str, Graph], folders: dict[str, Path]
) -> None:
    for day in (date(2024, 10, 2), date(2024, 10, 8)):
        values = {"as_of": day, "recorded_by": date(2024, 10, 20)}
        wanted, found = both(graphs["random"], folders["random"], name, values)
        assert found == wanted


def test_what_is_not_in_the_graph_is_said(folders: dict[str, Path]) -> None:
    question = library.question("status")
    for values, told in (
        ({"topic": "troop-number"}, "--topic: there is no Topic 'troop-number'"),
        ({"actor": "' OR 1 = 1"}, "--actor: there is no Actor"),
    ):
        with in_duckdb(str(folders["first"])) as engine, pytest.raises(CallError, match=told):
            asked(question, engine, bind(question, values))


def test_the_command_prints_the_same_whatever_works_it_out(
    folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    topic, store = ("--topic", "rockets", "--format", "csv"), ("--seeds", str(SECOND), "--store", "memory")
    named = ("--topic", "Rockets for Ruritania", "--format", "csv")
    wanted = run("echoes", *store, *topic)
    from_tables = run("analyse", "echoes", "--parquet", str(folders["second"]), *topic)
    monkeypatch.setattr("kg.cli._engines.ABOVE", 10)
    by_itself = run("echoes", *store, *named)
    assert wanted.out.count("\n") > 2
    assert (from_tables.out, by_itself.out) == (wanted.out, wanted.out)
    assert "Rockets for Ruritania" in by_itself.err


def test_rows_are_printed_as_they_come(folders: dict[str, Path], tmp_path: Path) -> None:
    asked = ("analyse", "drift", "--parquet", str(folders["second"]), "--columns", "facet,rule")
    for style in ("csv", "json", "jsonl", "table"):
        whole = run(*asked, "--format", style, "--memory", "1GB")
        few = run(*asked, "--format", style, "--limit", "1")
        assert len(few.out) < len(whole.out)
        assert "more rows are left out by --limit 1; how many was not counted" in few.err
        run(*asked, "--format", style, "--output", str(tmp_path / style))
        assert (tmp_path / style).read_bytes().decode() == whole.out
    assert whole.err == run(*asked, "--format", "csv", "--limit", "100000").err == ""


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("revisions", "--engine", "duckdb"),
            "expected one of contradictions, drift, echoes, keystones, roots",
        ),
        (("analyse", "revisions"), "only Python answers that: kg ask revisions"),
        (("echoes", "--engine", "spark", "--parquet", "tables"), "needs --parquet DIR and --master URL"),
        (("echoes", "--master", "local"), "--master is for --engine spark"),
        (("echoes", "--engine", "python", "--memory", "1GB"), "--memory is for --engine duckdb and spark"),
        (("echoes", "--parquet", "tables", "--memory", "much"), "'much' is no amount of memory"),
        (("echoes", "--parquet", "tables", "--mark", "green"), "narrow no tables"),
        (("echoes", "--parquet", "no-such-folder"), "has no kg-parquet.json"),
    ],
)
def test_what_does_not_go_together_is_said(words: tuple[str, ...], told: str) -> None:
    ran = run(*words)
    assert ran.code in (1, 2)
    assert told in ran.err


CALLING = "An error occurred while calling"
"""How each error of Java begins in Python."""


def test_a_cluster_that_is_missing_or_dies_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(CallError, match="pip install pyspark"), spark("local", "tables"):
        pass
    session = MagicMock()
    through = "org.apache.spark.SparkException: Exception thrown in awaitResult: "
    told = f"{CALLING} o1.sql.\n: {through}\n\tat org.apache.A.b\nCaused by: {through}\n\tat org.apache.A.c\n"
    session.sql.side_effect = ConnectionRefusedError(f"{told}Caused by: the master is gone\nand more")
    monkeypatch.setitem(sys.modules, "pyspark", MagicMock())
    monkeypatch.setitem(sys.modules, "pyspark.sql", built := MagicMock())
    configured = built.SparkSession.builder.master.return_value.appName.return_value.config.return_value
    configured.getOrCreate.return_value = session
    with pytest.raises(StoreError, match="run: the master is gone; run it again"), spark("s", "t") as engine:
        engine.make("name", "SELECT 1")
    assert session.stop.called


def much() -> None:
    """Sort more than there is room for."""
    with duck() as engine:
        engine.connection.execute("SET memory_limit = '20MB'; SET max_temp_directory_size = '1MB'")
        engine.make("much", "SELECT range AS n, repeat('x', 200) AS x FROM range(3000000) ORDER BY n DESC")


def test_too_little_memory_is_said() -> None:
    with pytest.raises(StoreError, match="too little memory; close other programs"):
        much()


def test_no_two_tables_are_called_alike() -> None:
    assert {view(name) for name in views()} & {*files()} == set()
    assert selects().keys() <= files().keys()
    assert sorted(IN_SQL) == sorted(ANSWERS)


@pytest.mark.slow
def test_twenty_thousand_claims_have_the_same_rows(tmp_path: Path) -> None:
    graph = rows_of(read(generate(20_000), "generated").facts)
    from_graph(graph, "many", tmp_path / "tables")
    for name in IN_SQL:
        wanted, found = both(graph, tmp_path / "tables", name, {})
        assert found.rows == wanted.rows, name


@pytest.mark.slow
def test_spark_has_the_same_rows(graphs: dict[str, Graph], folders: dict[str, Path], tmp_path: Path) -> None:
    """Its memory is what was asked for, and no table goes to every machine that is small only when packed."""
    given = [(str(folders[corpus]), few, questions) for corpus, few, questions in ON_SPARK]
    large = packed_ids(tmp_path / "large.parquet")
    told = iter(read_by("spark_analyses", json.dumps(given), large, timeout=1_800))
    for corpus, few, questions in ON_SPARK:
        world = world_of(graphs[corpus])
        for name, values in questions:
            assert next(told) == as_json(world, name, values), (corpus, few, name, values)
    assert re.findall(r"(\w+Join)\b", next(told)) == ["SortMergeJoin"]
    assert 1_400 < next(told) / 2**20 <= 1_536


def packed_ids(file: Path) -> Path:
    """Write ids that take 2 MB as a file, which Spark would take for few, and some 20 MB in memory."""
    with duck() as engine:
        ids = "SELECT printf('claim-%09d', range * 2654435761 % 4000000007) AS id FROM range(400000)"
        engine.connection.execute(f"COPY ({ids}) TO '{file}' (COMPRESSION zstd)")
    assert 1_000_000 < file.stat().st_size < 9_000_000
    return file


def as_json(w: World, name: str, values: dict[str, Any]) -> Any:
    """Return the rows of Python as they come through JSON."""
    question = library.question(name)
    wanted = answer(question, None, bind(question, values), w)[0]  # type: ignore[arg-type]  # a world is at hand
    assert wanted.rows
    return json.loads(json.dumps(wanted.rows, default=str))
