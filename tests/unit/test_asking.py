"""Finding a preset, binding its parameters, running it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg import paths
from kg.errors import CallError, PresetError, StoreError
from kg.load.seeds import plan_facts
from kg.model.kinds.state import State
from kg.model.kinds.topic import Topic
from kg.questions import library
from kg.questions.allowed import Choice, allowed
from kg.questions.header import Question
from kg.questions.parse import parse
from kg.questions.run import bind, graph, run
from kg.store import Store, connect

TEXT = """\
// Which topics are there?
// :about   One row per topic.
// :param   topic id<Topic>? = null   only this topic
// :param   since date? = null   nothing
// :param   least int   at least this many
// :returns topic str, name str
// :key     topic
// :order   topic
MATCH (t:Topic)
WHERE ($topic IS NULL OR t.id = $topic) AND $least < 5 AND $since IS NULL
RETURN t.id AS topic, t.name AS name
ORDER BY topic;
// :graph
MATCH (t:Topic)
WHERE ($topic IS NULL OR t.id = $topic) AND $least < 5 AND $since IS NULL
RETURN t;
"""


def preset(text: str = TEXT) -> Question:
    return parse(text, "topics", "test", "cypher/test/topics.cypher")


@pytest.fixture
def store() -> Store:
    """Two topics and a state."""
    opened = connect("memory")
    topics = [Topic(id=i, name=i.title(), name_de=i, description=i) for i in ("shells", "troops")]
    plan_facts([*topics, State(id="kp", name="North Korea")], opened, "x").run()
    return opened


def test_defaults_stand_in_for_what_is_not_given() -> None:
    assert bind(preset(), {"least": "1"}) == {"topic": None, "since": None, "least": 1}
    assert bind(preset(), {"least": 1, "since": "2024-10-11"})["since"] == date(2024, 10, 11)
    assert bind(preset(), {"least": 1, "since": date(2024, 10, 11)})["since"] == date(2024, 10, 11)


def test_null_means_left_out() -> None:
    with_default = preset(
        TEXT.replace("least int ", "least int = 3 ").replace("? = null   only", ' = "shells"   only')
    )
    assert bind(with_default, {"least": None, "topic": None, "since": None}) == bind(with_default, {})
    assert bind(with_default, {}) == {"topic": "shells", "since": None, "least": 3}


@pytest.mark.parametrize(("given", "value"), [(3, 3), (3.0, 3), ("3", 3), (-0.0, 0), ("1,000", 1000)])
def test_a_whole_number_arrives_in_many_ways(given: Any, value: int) -> None:
    taken = bind(preset(), {"least": given})["least"]
    assert (taken, type(taken)) == (value, int)


@pytest.mark.parametrize("given", [True, 3.5, "3.0", float("nan"), float("inf"), 1e300, [3], {"least": 3}])
def test_what_is_no_whole_number_is_refused(given: Any) -> None:
    with pytest.raises(CallError, match="does not fit --least; expected a whole number"):
        bind(preset(), {"least": given})


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({}, "'topics' needs --least; expected at least this many"),
        ({"least": None}, "'topics' needs --least; expected at least this many"),
        ({"least": "few"}, "'few' does not fit --least; expected a whole number"),
        ({"least": 1.5}, "1.5 does not fit --least; expected a whole number"),
        (
            {"least": 1, "topc": "x"},
            ("'topics' has no parameter 'topc'; expected topic, since, least; did you mean 'topic'?"),
        ),
    ],
)
def test_parameters_that_do_not_fit(given: dict[str, Any], message: str) -> None:
    with pytest.raises(CallError) as caught:
        bind(preset(), given)
    assert str(caught.value) == message


def test_an_answer_has_typed_columns_and_remembers_what_was_asked(store: Store) -> None:
    result = run(preset(), store, {"least": "1"})
    assert result.rows == [("shells", "Shells"), ("troops", "Troops")]
    assert [(c.name, c.type) for c in result.columns] == [("topic", "str"), ("name", "str")]
    assert (result.title, result.parameters["least"]) == ("Which topics are there?", 1)


@pytest.mark.parametrize("ask", [run, graph])
def test_a_mistyped_id_is_told_from_an_empty_answer(store: Store, ask: Any) -> None:
    with pytest.raises(CallError) as caught:
        ask(preset(), store, {"least": 1, "topic": "shels"})
    assert (
        str(caught.value)
        == "--topic: there is no Topic 'shels'; expected the id of a Topic (shells, troops); did you mean"
        " 'shells'?"
    )


def test_what_is_missing_comes_with_an_example() -> None:
    text = TEXT.replace("// :returns", "// :example --least 3\n// :returns")
    with pytest.raises(CallError) as caught:
        bind(preset(text), {})
    assert (
        str(caught.value)
        == "'topics' needs --least; expected at least this many; for example: kg ask topics --least 3"
    )


WORDS = """\
// Which topics have a German name?
// :about   One row per topic.
// :param   name value<Topic.name_de>? = null   only this name
// :returns topic str
// :key     topic
// :order   topic
MATCH (t:Topic)
WHERE $name IS NULL OR t.name_de = $name
RETURN t.id AS topic
ORDER BY topic;
"""


def test_a_word_that_no_node_has_is_told_from_an_empty_answer(store: Store) -> None:
    words = preset(WORDS)
    assert run(words, store, {"name": "shells"}).rows == [("shells",)]
    with pytest.raises(CallError) as caught:
        run(words, store, {"name": "shels"})
    assert (
        str(caught.value)
        == "--name: no Topic has the name_de 'shels'; expected a name_de that occurs (shells, troops); did"
        " you mean 'shells'?"
    )
    with pytest.raises(
        CallError, match=r"no Topic has the name_de 'shells'; expected a name_de that occurs$"
    ):
        run(words, connect("memory"), {"name": "shells"})


def test_allowed_values_begin_with_what_was_typed(store: Store) -> None:
    topic, since, least = preset().parameters
    assert allowed(topic, store) == [Choice("shells", "Shells"), Choice("troops", "Troops")]
    assert allowed(topic, store, "tr") == [Choice("troops", "Troops")]
    assert allowed(topic, store, limit=1) == [Choice("shells", "Shells")]
    assert allowed(since, store) == allowed(least, store) == []
    assert allowed(preset(WORDS).parameters[0], store, "s") == [Choice("shells")]
    flag = library.question("said-by").parameter("members")
    assert flag is not None
    assert allowed(flag, store) == [Choice("false"), Choice("true")]


def test_an_empty_answer_is_an_answer(store: Store) -> None:
    assert run(preset(), store, {"least": 9, "topic": "shells"}).rows == []
    assert graph(preset(), store, {"least": 9}) == []


def test_a_picture_holds_the_nodes_that_were_asked_for(store: Store) -> None:
    assert [e.id for e in graph(preset(), store, {"least": 1, "topic": "shells"})] == ["shells"]
    assert graph(preset(TEXT.partition("// :graph")[0]), store, {"least": 1}) == []


def test_a_preset_that_returns_something_else_is_named(store: Store) -> None:
    with pytest.raises(StoreError) as caught:
        run(preset(TEXT.replace("t.name AS name", "t.name AS title")), store, {"least": 1})
    assert str(caught.value).startswith(
        "cypher/test/topics.cypher returned topic, title; expected topic, name"
    )


def test_the_library_finds_presets_by_name() -> None:
    assert library.question("who-sourced").topic == "claims"
    assert {p.name for p in library.every()} == set(library.files())
    assert not {p.name for p in library.checks()} & set(library.files())


def test_an_unknown_preset_has_a_nearest_one() -> None:
    with pytest.raises(CallError, match=r"there is no question 'who-sorced'.*did you mean 'who-sourced'\?"):
        library.question("who-sorced")


def test_headlines_are_numbered_from_one() -> None:
    tags = [tag for p in library.headlines() for tag in p.tags if tag.startswith("headline-")]
    assert tags == [f"headline-{i}" for i in range(1, len(tags) + 1)]
    assert len(tags) >= 5


def test_every_headline_can_be_asked_in_any_graph() -> None:
    for question in library.headlines():
        for parameter in question.parameters:
            assert parameter.type.optional
            assert parameter.of_corpus or parameter.default is None


def test_two_presets_of_one_name_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for topic in ("one", "two", "checks"):
        (tmp_path / topic).mkdir()
        (tmp_path / topic / "same.cypher").write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(paths, "presets", lambda: tmp_path)
    with pytest.raises(PresetError, match="two questions are called 'same'; rename one; the other is "):
        library.files.__wrapped__()
