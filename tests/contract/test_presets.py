"""Every question: right without a store, then the golden rows and equal pictures on every store."""

from __future__ import annotations

import json
import os
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from kg.corpus import open_corpus
from kg.errors import CallError
from kg.formats.text import plain
from kg.questions import library
from kg.questions.allowed import allowed, occurs
from kg.questions.header import Question
from kg.questions.lint import problems_in
from kg.questions.names import nearest_id
from kg.questions.run import bind, graph, run
from kg.store import Edge, Node, Store
from kg.store.embedded.store import EmbeddedStore
from kg.store.read_rows import ordered
from tests.contract.conftest import SLOW_ON_SERVERS

GOLDEN = Path(__file__).parent.parent / "golden" / "presets"
QUESTIONS = [pytest.param(q, id=q.name) for q in library.every()]
PRESETS = [pytest.param(p, id=p.name) for p in library.presets()]
TOPICS = (
    "actors",
    "analyses",
    "claims",
    "documents",
    "events",
    "places",
    "quality",
    "shipments",
    "sources",
    "weapons",
)
LEAST_NODES, MOST_NODES = 10, 180
"""How much a picture shows, with defaults or the example: of all, or else of the first collection."""
MOST_COUNTED = 400
"""The same of a heat table, which shows how many there are instead of each."""
CHECKS = [pytest.param(p, id=p.name) for p in library.checks()]


@pytest.mark.parametrize("preset", [*QUESTIONS, *CHECKS])
def test_is_right_without_a_store(preset: Question) -> None:
    assert [str(p) for p in problems_in(preset)] == []


@pytest.mark.parametrize("preset", QUESTIONS)
def test_is_documented(preset: Question) -> None:
    assert preset.title.endswith("?")
    assert preset.title.others["de"].endswith("?")
    assert preset.about.startswith("One row per ")
    assert preset.draws
    assert preset.examples or preset.in_cypher
    assert preset.tags
    assert preset.topic in TOPICS


def test_there_are_questions_on_every_topic() -> None:
    questions = library.every()
    assert len(questions) >= 45
    assert {q.topic for q in questions} == set(TOPICS)
    assert len({q.title for q in questions}) == len({q.title.said("de") for q in questions}) == len(questions)


def test_one_name_means_one_thing_in_every_question() -> None:
    """A parameter of one name has one type, null aside, and one help text, wherever it stands.

    But for the actor of an analysis, who stands for all who belong to it as well.
    """
    meant: dict[tuple[str, bool], set[tuple[str, str]]] = {}
    for question in library.every():
        for parameter in question.parameters:
            key = parameter.name, parameter.name == "actor" and question.in_cypher
            meant.setdefault(key, set()).add((parameter.type.bare, parameter.help))
    assert {name: meanings for name, meanings in meant.items() if len(meanings) > 1} == {}


def test_defaults_name_things_only_where_the_corpus_says_them() -> None:
    named = {
        (p.name, x.name): x.default
        for p in library.every()
        for x in p.parameters
        if isinstance(x.default, str) and x.default not in x.type.words
    }
    assert named == {("who-sourced", "topic"): open_corpus().defaults["topic"]}
    assert all(not x.of_corpus or x.type.label for p in library.every() for x in p.parameters)
    assert all(p.parameter("as_of") for p in library.every())


@pytest.mark.parametrize("preset", QUESTIONS)
def test_the_example_runs_and_is_written_as_it_is_typed(preset: Question, loaded: Store) -> None:
    assert preset.call.startswith(f"kg ask {preset.name}")
    assert all(run(preset, loaded, dict(values)).rows for values in preset.examples or ((),))


@pytest.mark.parametrize("preset", PRESETS)
def test_a_wide_answer_says_what_a_terminal_shows(preset: Question) -> None:
    """More than six columns do not fit 80 characters."""
    assert len(preset.table or preset.returns) <= 8
    if len(preset.returns) > 8:
        assert 0 < len(preset.table) <= 6


@pytest.mark.parametrize("preset", QUESTIONS)
def test_gives_the_golden_rows(preset: Question, loaded: Store) -> None:
    rows = [{k: plain(v) for k, v in row.items()} for row in run(preset, loaded, preset.needed).dicts()]
    file = GOLDEN / f"{preset.name}.json"
    if os.environ.get("KG_UPDATE_GOLDEN"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert rows == json.loads(file.read_text(encoding="utf-8"))
    assert rows, "a golden answer without rows proves nothing"


@pytest.mark.parametrize("preset", QUESTIONS)
def test_keeps_its_promises(preset: Question, loaded: Store) -> None:
    """Declared types, a unique key, and rows in the declared order."""
    result = run(preset, loaded, preset.needed)
    names = [column.name for column in result.columns]
    for row in result.rows:
        for (name, declared), value in zip(preset.returns, row, strict=True):
            assert declared.fits(value), f"{name}: {value!r} is no {declared.text}"
    keys = [tuple(str(row[names.index(k)]) for k in preset.key) for row in result.rows]
    assert len(set(keys)) == len(keys)
    ordered_rows = list(result.rows)
    for name, down in reversed(preset.order):
        at, words = names.index(name), dict(preset.returns)[name].words
        ordered_rows.sort(
            key=lambda row: (
                row[at] is None,
                words.index(row[at]) if words else row[at] if row[at] is not None else 0,
            ),
            reverse=down,
        )
    assert result.rows == ordered_rows


@SLOW_ON_SERVERS
@pytest.mark.parametrize("preset", PRESETS)
def test_the_whole_statement_gives_the_same_rows(preset: Question, loaded: Store) -> None:
    """Lines that are left out without their parameter do nothing without it.

    What people paste is what is asked here.
    """
    assert (
        loaded.query(preset.statement, bind(preset, preset.needed)).rows
        == run(preset, loaded, preset.needed).rows
    )


@pytest.mark.parametrize("preset", QUESTIONS)
def test_draws_the_same_picture(preset: Question, loaded: Store, graph_of_memory: dict[str, Any]) -> None:
    drawn = picture(preset, loaded)
    assert drawn == graph_of_memory[preset.name]
    assert drawn["nodes"]


@pytest.mark.parametrize("preset", QUESTIONS)
def test_a_picture_has_no_node_without_an_edge(
    preset: Question, graph_of_memory: dict[str, Any], graph_of_first: dict[str, Any]
) -> None:
    """Topics are never drawn; every other node says by an edge what it has to do with the answer."""
    drawn = graph_of_memory[preset.name]
    nodes = {id for id, labels, _ in drawn["nodes"] if "Topic" not in labels}
    joined = {end for _, start, end_, _ in drawn["edges"] if {start, end_} <= nodes for end in (start, end_)}
    assert nodes - joined == set()
    most = MOST_NODES if preset.drawing != "matrix" else MOST_COUNTED
    if len(nodes) > most:
        nodes = {id for id, labels, _ in graph_of_first[preset.name]["nodes"] if "Topic" not in labels}
    assert most >= len(nodes) >= LEAST_NODES


HOSTILE = {
    "quotes": """a'b"c`d""",
    "backslash": "\\",
    "backslash and quote": "\\' OR true //",
    "cypher": "x'}) DETACH DELETE n //",
    "a statement": "'; MATCH (n) DETACH DELETE n; //",
    "a parameter": "$topic",
    "nul": "a\x00b",
    "controls": "\x1b[31m\r\n\x07",
    "right to left": "\u202ekp",
    "empty": "",
    "wide": "\U0010ffff북한",
}
LARGE = "x" * 10_000_000


@pytest.fixture(scope="module")
def meant() -> dict[tuple[str, str, tuple[str, ...]], str | None]:
    """What a value may have meant, by the store's name and the labels; it does not depend on the question."""
    return {}


@SLOW_ON_SERVERS
@pytest.mark.parametrize("preset", QUESTIONS)
def test_hostile_values_are_only_ever_values(
    preset: Question,
    loaded: Store,
    meant: dict[tuple[str, str, tuple[str, ...]], str | None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """No graph has such ids or words, so each is refused in one clean line, and nothing changes."""

    def once(store: Store, value: str, labels: tuple[str, ...]) -> str | None:
        key = store.name, value, labels
        if key not in meant:
            meant[key] = nearest_id(store, value, labels)
        return meant[key]

    monkeypatch.setattr("kg.questions.names.nearest_id", once)
    before = loaded.query("MATCH (n) RETURN count(n) AS n", {}).rows
    # A server plans each statement anew for each parameter that is given, and for texts ten times as long:
    # there each question meets every value once, a parameter those of about one length, and one question
    # meets all with all of its parameters, pictures and ten megabytes included.
    here = isinstance(loaded, EmbeddedStore) or preset.name == "ledger"
    values = [*sorted(HOSTILE.values(), key=len), *([LARGE] if here else ())]
    for number, parameter in enumerate(preset.parameters):
        begin, end = (len(values) * n // len(preset.parameters) for n in (number, number + 1))
        for ask, value in product((run, graph) if here else (run,), values if here else values[begin:end]):
            with pytest.raises(CallError) as caught:
                ask(preset, loaded, {**preset.needed, parameter.name: value})
            assert len(str(caught.value)) < 3_000
            assert str(caught.value).isprintable() or "\n" not in str(caught.value)
    assert loaded.query("MATCH (n) RETURN count(n) AS n", {}).rows == before


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(CallError, match="the value of --supplier is not UTF-8 text"):
        bind(library.question("ledger"), {"supplier": "\udcff"})


@pytest.mark.parametrize("preset", QUESTIONS)
def test_every_allowed_value_is_one(preset: Question, loaded: Store) -> None:
    """What a shell would offer is what the preset takes; nothing is offered twice or out of order."""
    for parameter in preset.parameters:
        offered = [choice.value for choice in allowed(parameter, loaded)]
        assert offered == sorted(set(offered))
        assert bool(offered) == bool(parameter.type.label or parameter.type.words)
        assert all(occurs(parameter.type, value, loaded) for value in offered[:3])
        start = offered[0][:2] if offered else "x"
        assert [c.value for c in allowed(parameter, loaded, start, 2)] == [
            v for v in offered if v.startswith(start)
        ][:2]


@pytest.mark.parametrize("preset", CHECKS)
def test_checks_find_nothing_in_the_corpus(preset: Question, loaded: Store) -> None:
    assert run(preset, loaded, preset.needed).rows == []


def picture(preset: Question, store: Store) -> dict[str, Any]:
    """Return a preset's picture in a form that does not depend on a store's internal ids or its order."""
    elements = graph(preset, store, preset.needed if preset.in_cypher else dict(preset.example))
    return {
        "nodes": sorted(
            (e.id, ordered(e.labels), str(sorted(e.properties.items())))
            for e in elements
            if isinstance(e, Node)
        ),
        "edges": sorted(
            (e.type, e.start, e.end, str(sorted(e.properties.items())))
            for e in elements
            if isinstance(e, Edge)
        ),
    }


@pytest.fixture(scope="module")
def memory() -> Store:
    """The corpus in memory."""
    from kg import paths
    from kg.load.seeds import plan_facts
    from kg.sources.seeds import load
    from kg.store import connect

    store = connect("memory")
    plan_facts(load(paths.seeds()).facts, store, "corpus").run()
    return store


@pytest.fixture(scope="module")
def graph_of_memory(memory: Store) -> dict[str, Any]:
    """Each question's picture from the embedded engine in memory."""
    return {preset.name: picture(preset, memory) for preset in library.every()}


@pytest.fixture(scope="module")
def graph_of_first(memory: Store) -> dict[str, Any]:
    """The same of the first collection alone, empty where that does not have what is asked about."""
    from kg.load.narrowed import narrowed
    from kg.model.sharing import Only
    from tests import first

    alone = narrowed(memory, Only(first.ID), pytest.fail, lambda plan: plan.run())
    pictures = {}
    for preset in library.every():
        try:
            pictures[preset.name] = picture(preset, alone)
        except CallError:
            pictures[preset.name] = {"nodes": []}
    return pictures
