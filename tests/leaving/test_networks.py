"""Facts as a network: read by Gephi, networkx and pyvis, nothing lost but what is said."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import networkx
import pytest
from pyvis import network as pyvis

import kg
from kg import paths
from kg.formats import formats
from kg.formats.csv import render
from kg.formats.leaving import Exported, chosen
from kg.formats.network import Network
from kg.model.convert import rows_of
from kg.model.kinds import Fact
from kg.questions.result import Column, Result
from kg.sources.seeds import load
from tests.cli.tools import run
from tests.leaving.content import text
from tests.leaving.gephi import read

PLAIN = (str, int, float, bool)


@pytest.fixture(scope="module")
def facts() -> list[Fact]:
    return load(paths.seeds()).facts


def written(name: str, facts: list[Fact]) -> Exported:
    exported: Exported = formats("facts")[name].render(facts)
    return exported


def graph_of(facts: list[Fact]) -> networkx.MultiDiGraph[str]:
    """Return what the formats of networks write, as networkx has it."""
    network = Network(facts)
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    graph.add_nodes_from(network.nodes())
    for start, end, data in network.edges():
        graph.add_edge(start, end, data["id"], **data)
    return graph


def sorts(data: dict[str, Any]) -> dict[str, tuple[type, Any]]:
    return {name: (type(value), value) for name, value in data.items()}


def test_every_fact_is_a_node_and_every_link_an_edge(facts: list[Fact]) -> None:
    graph = graph_of(facts)
    rows = rows_of(facts)
    assert set(graph) == {fact.id for fact in facts}
    assert graph.number_of_edges() == len(rows.edges)
    assert len({data["id"] for *_, data in graph.edges(data=True)}) == len(rows.edges)
    values = [v for _, data in graph.nodes(data=True) for v in data.values()]
    values += [v for *_, data in graph.edges(data=True) for v in data.values()]
    assert {type(v) for v in values} <= set(PLAIN)
    assert "None" not in values


def test_networkx_reads_back_what_is_written(facts: list[Fact]) -> None:
    graph = graph_of(facts)
    edges = {data["id"]: (start, end, data) for start, end, data in graph.edges(data=True)}
    for name, reader in (("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)):
        again = reader(io.BytesIO(text(written(name, facts)).encode()))
        assert again.is_multigraph()
        assert set(again) == set(graph)
        for node, data in graph.nodes(data=True):
            assert sorts(again.nodes[node]) == sorts(data), node
        read_again = {data["id"]: (start, end, data) for start, end, data in again.edges(data=True)}
        assert read_again.keys() == edges.keys()
        for key, (start, end, data) in edges.items():
            assert read_again[key][:2] == (start, end)
            assert sorts(read_again[key][2]) == sorts(data), key


def test_no_clock_is_read(facts: list[Fact], monkeypatch: pytest.MonkeyPatch) -> None:
    before = text(written("gexf", facts))
    monkeypatch.setattr("time.strftime", lambda *given: "1999-12-31")
    assert text(written("gexf", facts)) == before


def test_a_claim_has_its_days_and_a_document_its_day(facts: list[Fact]) -> None:
    graph, loss = graph_of(facts), Network(facts).loss
    claim = graph.nodes["isw-troops-arrived-2024-10-12"]
    assert (claim["type"], claim["start"], claim["end"]) == ("Claim", "2024-10-12", "2024-10-12")
    outlet = graph.nodes["washington-post"]
    assert (outlet["type"], outlet["kind"]) == ("Organization", "news-outlet")
    opened = [fact.id for fact in facts if getattr(getattr(fact, "said", None), "text", "").startswith("..")]
    assert set(opened) <= set(loss.part["the open end of its span"])


@pytest.mark.slow
def test_gephi_reads_all_but_what_is_said_to_be_lost(facts: list[Fact], tmp_path: Path) -> None:
    (tmp_path / "facts.gexf").write_text(text(written("gexf", facts)), "utf-8")
    (tmp_path / "facts.graphml").write_text(text(written("graphml", facts)), "utf-8")
    tables = written("gephi-csv", facts)
    assert isinstance(tables.content, dict)
    for name, content in tables.content.items():
        (tmp_path / name).write_text("".join(content), "utf-8")
    every = len(rows_of(facts).edges)
    (gexf, graphml, nodes, edges) = read(
        tmp_path, *(tmp_path / name for name in ("facts.gexf", "facts.graphml", "nodes.csv", "edges.csv"))
    )
    merged = len(written("gexf", facts).loss.part["parallel edges, which Gephi merges into one"])
    by_kind = len(tables.loss.part["parallel edges of one kind, which Gephi merges into one"])
    assert gexf == (len(facts), every - merged, "DATE")
    assert graphml[:2] == (len(facts), every - merged)
    assert nodes[0] == len(facts)
    assert edges[1] == every - by_kind


def test_the_command_writes_the_file_and_what_is_lost(tmp_path: Path) -> None:
    ran = run("export", "gexf", "--topic", "shells", "--as-of", "2025-05-29", "-o", tmp_path / "shells.gexf")
    assert ran.code == 0, ran.err
    said = json.loads((tmp_path / "shells.gexf.loss.json").read_text("utf-8"))
    graph = networkx.read_gexf(tmp_path / "shells.gexf")
    assert said["facts"] == {"in": len(graph), "out": len(graph), "lost": 0}
    assert said["format"] == "gexf"
    assert f"{len(graph)} facts of {len(graph)} written" in ran.err
    assert "shells" in graph
    assert len(graph) < 1_000
    folder = run("export", "gephi-csv", tmp_path / "gephi")
    assert "wrote 3 files" in folder.err
    assert json.loads((tmp_path / "gephi" / "loss.json").read_text("utf-8"))["format"] == "gephi-csv"


def test_a_topic_that_is_none(tmp_path: Path) -> None:
    ran = run("export", "gexf", "--topic", "shell", "-o", tmp_path / "x.gexf")
    assert ran.code == 2
    assert "did you mean 'shells'?" in ran.err
    assert not list(tmp_path.iterdir())


def test_a_topic_brings_its_chains(facts: list[Fact]) -> None:
    kept = {fact.id: fact for fact in chosen(facts, topic="troop-numbers")}
    claims: list[Any] = [fact for fact in kept.values() if type(fact).KIND == "claim"]
    own = [claim for claim in claims if claim.topic == "troop-numbers"]
    assert {f.id for f in facts if getattr(f, "topic", "") == "troop-numbers"} == {c.id for c in own}
    assert all(other in kept for claim in claims for other in (*claim.relays, *claim.answers))


def test_results_are_graphs_of_plain_values(tmp_path: Path) -> None:
    graph = kg.ask("contradictions").to_networkx()
    networkx.write_gexf(graph, tmp_path / "a.gexf")
    networkx.write_graphml(graph, tmp_path / "a.graphml", edge_id_from_attribute="id")
    networkx.write_gml(graph, tmp_path / "a.gml")
    json.dumps(networkx.node_link_data(graph, edges="edges"))
    drawn = pyvis.Network(directed=True)
    drawn.from_nx(graph)
    assert (len(drawn.nodes), len(drawn.edges)) == (len(graph), graph.number_of_edges())
    assert graph.number_of_edges() > networkx.DiGraph(graph).number_of_edges(), "some are parallel"
    again = networkx.read_graphml(tmp_path / "a.graphml")
    assert again.number_of_edges() == graph.number_of_edges()


def test_a_table_of_pandas_has_days_and_numbers_that_can_be_unknown() -> None:
    frame = kg.ask("index").to_pandas()
    assert str(frame["published"].dtype) == "datetime64[s]"
    assert str(frame["claims"].dtype) == "Int64"
    assert str(frame["corrected"].dtype) == "datetime64[s]" or frame["corrected"].isna().all()
    figures = kg.ask("figures").to_pandas()
    whole = {c.name for c in kg.ask("figures").columns if c.type == "int?"}
    assert all(str(figures[name].dtype) == "Int64" for name in whole)


def test_a_table_of_arrow_has_a_type_for_each_column() -> None:
    kinds = {"date": "date32[day]", "int": "int64", "float": "double", "bool": "bool"}
    for name in ("index", "figures", "who-sourced"):
        answer = kg.ask(name)
        table = answer.to_arrow()
        assert table.num_rows == len(answer)
        for column in answer.columns:
            bare = column.type.removesuffix("?")
            wanted = "list<item: string>" if bare == "list<str>" else kinds.get(bare, "string")
            assert str(table.schema.field(column.name).type) == wanted
            assert table[column.name].to_pylist() == [row[column.name] for row in answer]
    empty = kg.ask("contradictions", as_of="1990-01-01").to_arrow()
    assert (empty.num_rows, empty.num_columns) == (0, len(kg.ask("contradictions").columns))
    mixed = kg.cypher("UNWIND [1, 'a', [2]] AS any RETURN any").to_arrow()
    assert mixed["any"].to_pylist() == ["1", "a", "2"]


def test_the_mark_of_excel_is_there_when_asked_for(tmp_path: Path) -> None:
    plain = run("ask", "index", "--format", "csv").out
    assert run("ask", "index", "--format", "csv", "--bom").out == "\N{BYTE ORDER MARK}" + plain
    assert run("find", "Kirby", "--output", tmp_path / "a.csv", "--bom").code == 0
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    run("ask", "index", "--format", "json", "--bom").refused("--bom is for CSV, and this is json")


def test_no_cell_is_run_by_a_spreadsheet() -> None:
    bad = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx"]
    table = render(Result("", (Column("a", "str"), Column("b", "int")), [(text, -1) for text in bad]))
    rows = list(csv.reader(io.StringIO(table, newline="")))[1:]
    assert [row[0] for row in rows] == [f"'{text}" for text in bad]
    assert {row[1] for row in rows} == {"-1"}
