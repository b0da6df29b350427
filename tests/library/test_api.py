"""The library as a program uses it."""

from __future__ import annotations

import doctest
import inspect
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import kg
from kg import errors, paths
from kg.store import Node, Store
from tests.cli.tools import ROOT, clean, run
from tests.free.attempts import READS_BEYOND, WRITES

CLAIM = "isw-troops-arrived-2024-10-12"


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """The corpus in memory."""
    with kg.open_store("memory", seeds=paths.seeds()) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.startswith(("KG_", "NEO4J_")):
            monkeypatch.delenv(name)


def test_the_page_runs() -> None:
    """Every example of docs/library.md gives what the page says."""
    done = doctest.testfile(
        str(ROOT / "docs" / "library.md"), module_relative=False, optionflags=doctest.ELLIPSIS
    )
    assert done.failed == 0
    assert done.attempted >= 15


def test_the_page_names_what_there_is() -> None:
    text = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    for name in kg.__all__:
        assert name == "__version__" or f"| `{name}" in text, name


def test_public_names_are_few_typed_and_documented() -> None:
    assert len(kg.__all__) <= 10
    for name in kg.__all__:
        public = getattr(kg, name)
        if callable(public):
            assert inspect.getdoc(public), name
        if inspect.isfunction(public):
            assert all(p.annotation is not p.empty for p in inspect.signature(public).parameters.values())
            assert "Example:" in (public.__doc__ or ""), name
    assert set(kg.__all__) <= set(dir(kg))
    assert (Path(kg.__file__).parent / "py.typed").exists()


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'aks'"):
        kg.aks  # noqa: B018


def test_importing_it_imports_nothing_else() -> None:
    code = (
        "import sys; before = set(sys.modules); import kg; print(*sorted({m.split('.')[0] for m in"
        " set(sys.modules) - before}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=clean()
    )
    assert set(done.stdout.split()) - {"kg"} <= sys.stdlib_module_names


def test_a_type_checker_knows_every_name(tmp_path: Path) -> None:
    (tmp_path / "use.py").write_text(
        "from kg import KgError, Network, Result, ask, cypher, explain, list_presets, open_store, search\ndef"
        " f() -> list[dict[str, object]]:\n    r: Result = ask('index')\n    n: Network = r.network()\n   "
        " return r.dicts()\nreveal_type(cypher('RETURN 1'))\nreveal_type(open_store)\nprint(KgError, explain,"
        " list_presets, search, Network)\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--follow-imports=silent", "use.py"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "MYPYPATH": str(ROOT)},
    )
    assert "kg.api.result.Result" in done.stdout
    assert "error:" not in done.stdout, done.stdout


def test_rows_are_those_of_the_command_line(store: Store) -> None:
    result = kg.ask("who-sourced", topic="troop-numbers", as_of=date(2024, 10, 13), store=store)
    told = json.loads(run("ask", "who-sourced", "--topic", "troop-numbers", "--as-of", "2024-10-13").done())
    assert json.loads(json.dumps(result.dicts(), default=str)) == told
    assert result.dicts() == list(result) == [result[i] for i in range(len(result))] == result[:]
    assert result.parameters == {"topic": "troop-numbers", "as_of": date(2024, 10, 13)}
    assert "rows" in repr(result) or "row>" in repr(result)
    assert result.title in str(result)


def test_the_graph_of_an_answer(store: Store) -> None:
    result = kg.ask("who-sourced", topic="troop-numbers", store=store)
    graph = result.to_networkx()
    nodes = result.nodes
    edges = result.edges
    assert [*nodes, *edges] == sorted(result.elements, key=lambda e: not isinstance(e, Node))
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (len(nodes), len(edges))
    assert graph.is_directed()
    assert graph.is_multigraph()
    assert (graph.nodes[CLAIM]["type"], graph.nodes[CLAIM]["labels"]) == ("Claim", "Claim")
    assert graph.nodes[CLAIM]["said"] == "2024-10-12"
    assert {data["type"] for *_, data in graph.edges(data=True)} >= {"RELAYS", "SAID_BY"}


def test_parallel_edges_and_awkward_properties_survive(store: Store) -> None:
    graph = kg.cypher(
        "MATCH (c:Claim)-[r:CITED_IN]->(d:Document) RETURN c, r, d", store=store, limit=0
    ).to_networkx()
    (count,) = kg.cypher("MATCH (:Claim)-[r:CITED_IN]->(:Document) RETURN count(r) AS many", store=store)
    assert graph.number_of_edges() == count["many"]
    assert {"paragraph", "key", "type"} <= next(iter(graph.edges(data=True)))[2].keys()


def test_a_question_that_draws_nothing_has_an_empty_graph_and_a_table(store: Store) -> None:
    result = kg.cypher(
        "MATCH (c:Claim) RETURN count(c) AS claims, '<script>alert(1)</script>' AS x", store=store
    )
    assert result.to_networkx().number_of_nodes() == 0
    page = result.to_html()
    assert "<table" in page
    assert "<script>alert" not in page
    assert "<script>alert" not in result._repr_html_()


def test_the_page_has_the_picture_and_asks_nothing_of_the_network(store: Store) -> None:
    result = kg.ask("who-sourced", topic="troop-numbers", store=store)
    page = result.to_html()
    assert result.title in page  # that the picture is drawn is seen in tests/browser/test_notebook_frame.py
    assert "Content-Security-Policy" in page
    frame = result.network(300)._repr_html_()
    assert frame.startswith("<iframe srcdoc=")
    assert "height:300px" in frame
    assert "allow-same-origin" not in frame
    assert frame.count("<") == 2, "the page is escaped as a whole"


def test_page_and_picture_in_german(store: Store) -> None:
    result = kg.ask("who-sourced", topic="troop-numbers", store=store)
    german = result.to_html("de")
    assert '<html lang="de"' in german
    assert "<title>Truppenzahlen: Sechs Wurzeln" in german
    assert result.to_html() == result.to_html("en") != german
    assert result.network(language="de").page == german
    assert result.to_pyvis(language="de").drawing.caption.startswith("Von links nach rechts")
    assert result.to_pyvis().drawing.caption.startswith("Read from left to right")
    free = kg.cypher("MATCH (s:State) RETURN s LIMIT 2", store=store)
    assert free.to_pyvis(language="de").drawing.language == "de"
    assert kg.Result(free._answer, free.elements).to_pyvis(language="de").drawing.language == "de", (
        "without the whole graph"
    )
    for call in (result.to_html, free.to_html, kg.cypher("RETURN 1 AS one", store=store).to_html):
        with pytest.raises(errors.CallError, match="did you mean 'de'"):
            call("deu")


def test_the_page_knows_no_more_than_the_answer(store: Store) -> None:
    pages = [
        kg.ask("who-sourced", topic="troop-numbers", store=store, **day).to_html()
        for day in ({}, {"as_of": "2024-10-13"})
    ]
    assert pages[0] != pages[1]
    assert (
        kg.ask("who-sourced", topic="troop-numbers", as_of="2024-10-13", store=store).network().page
        == pages[1]
    )


def test_pandas(store: Store) -> None:
    if not os.environ.get("CI"):
        pytest.importorskip("pandas")
    frame = kg.ask("index", store=store).to_pandas()
    assert list(frame["document"]) == [row["document"] for row in kg.ask("index", store=store)]
    assert list(frame.columns) == [column.name for column in kg.ask("index", store=store).columns]


def test_without_pandas_it_says_how_to_get_it(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(kg.KgError, match=r"pandas is not installed; pip install 'kg-arms\[pandas\]'"):
        kg.ask("index", store=store).to_pandas()


def test_explain_has_every_hop_and_every_place(store: Store) -> None:
    hops = kg.explain(CLAIM, store=store)
    told = json.loads(run("explain", CLAIM).done())
    assert [hop["claim"] for hop in hops] == [hop["claim"] for path in told for hop in path["hops"]]
    assert hops[-1]["end"] == told[-1]["end"]
    assert hops[0]["printed"][0]["citation"] == "unverifiable"
    assert hops.to_networkx().has_edge(CLAIM, "wapo-troops-training-2024-10-11")


def test_search(store: Store) -> None:
    assert kg.search("Nordkorea", store=store)[0]["id"] == "kp"
    assert [row["kind"] for row in kg.search("Kirby", kind="Person", store=store)][:1] == ["Person"]
    assert len(kg.search("a", store=store, limit=1)) <= 1
    for words, expected in ((("x" * 201,), "too long"), (("x", "Persn"), "did you mean 'Person'")):
        with pytest.raises(errors.CallError, match=expected):
            kg.search(words[0], kind=words[1] if len(words) > 1 else None, store=store)


def test_nothing_is_written_or_read_beside_the_graph(store: Store) -> None:
    before = kg.cypher("MATCH (n) RETURN count(n) AS n", store=store)[0]
    for statement in (*WRITES, *READS_BEYOND):
        with pytest.raises(kg.KgError):
            kg.cypher(statement, store=store)
    assert kg.cypher("MATCH (n) RETURN count(n) AS n", store=store)[0] == before


@pytest.mark.parametrize(
    "value",
    [
        "",
        "'\"\\`",
        "x'}) DETACH DELETE n //",
        "a\x00b",
        "\u202e",
        "x" * 10_000_000,
        2**63 - 1,
        -(2**63),
        1.5,
        None,
        True,
        [],
        {"a": [1, {"b": None}]},
    ],
)
def test_a_value_comes_back_as_it_went(value: Any, store: Store) -> None:
    assert kg.cypher("RETURN $x AS x", {"x": value}, store=store).dicts() == [{"x": value}]


@pytest.mark.parametrize("value", ["\ud800", ["a", {"b": "\udfff"}], 2**63, {"\ud800": 1}])
def test_a_value_that_no_store_takes_is_refused(value: Any, store: Store) -> None:
    with pytest.raises(errors.CallError):
        kg.cypher("RETURN $x AS x", {"x": value}, store=store)


def test_a_cut_off_answer_says_so(store: Store) -> None:
    result = kg.cypher("UNWIND range(1, 5) AS i RETURN i", store=store, limit=3)
    assert (len(result), result.note) == (3, "The first 3 rows; there are more.")


def test_the_default_store_is_built_when_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.cli import corpus

    corpus.write(tmp_path / "seeds")
    monkeypatch.setenv("KG_SEEDS", str(tmp_path / "seeds"))
    assert len(kg.ask("index")) > 0
    assert (tmp_path / "build" / "kg.grafeo").exists()


def test_a_stale_store_warns(tmp_path: Path) -> None:
    from tests.cli import corpus

    corpus.write(tmp_path / "seeds")
    assert run("load", "--seeds", tmp_path / "seeds", "--store", tmp_path / "x.grafeo").code == 0
    with pytest.warns(UserWarning, match="is older than the seeds"), kg.open_store(tmp_path / "x.grafeo"):
        pass
