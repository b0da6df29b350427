"""Every preset on a second, invented corpus, on every store: expectations made by hand, then golden rows."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from typing import Any

import pytest

from kg.curate.check.run import check
from kg.errors import CallError
from kg.formats.text import plain
from kg.language.name_search import search
from kg.load.seeds import plan_facts
from kg.model.convert import facts_of
from kg.model.kinds import registry
from kg.questions import library
from kg.questions.header import Question
from kg.questions.names import names_of, sure_id
from kg.questions.run import graph, run
from kg.sources.seeds import load
from kg.store import Node, Store
from tests.contract.conftest import STORES, empty_store
from tests.second import GOLDEN, SEEDS
from tests.second.expected import EXPECTED
from tests.servers import Servers

PRESETS = [pytest.param(q, id=q.name) for q in library.every() if q.in_cypher or q.name in EXPECTED]
FACTS = load(SEEDS).facts


@pytest.fixture(scope="module", params=STORES)
def second(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, servers: Servers
) -> Iterator[Store]:
    """A store of each kind that holds the second corpus."""
    opened = empty_store(request.param, tmp_path_factory.mktemp("second"), servers)
    plan_facts(FACTS, opened, "second").run()
    yield opened
    opened.close()


def test_the_corpus_is_right_by_the_strict_rules() -> None:
    checked = check(SEEDS)
    assert [str(f.problem) for f in checked.findings if f.level != "note"] == []


def test_the_corpus_has_every_kind_stance_and_shape() -> None:
    kinds = {type(fact).KIND for fact in FACTS}
    assert registry().keys() - kinds == {"collection", "judgement"}
    claims: list[Any] = [fact for fact in FACTS if type(fact).KIND == "claim"]
    assert {c.stance for c in claims} == {
        "asserts",
        "denies",
        "cannot-confirm",
        "doubts",
        "expects",
        "concerned",
        "retracts",
    }
    assert 40 <= len(claims) <= 60


def test_it_shares_nothing_with_the_first_corpus(corpus: Any) -> None:
    assert {fact.id for fact in FACTS} & {fact.id for fact in corpus.facts} == set()


def test_every_preset_has_an_expectation() -> None:
    assert EXPECTED.keys() >= {preset.name for preset in library.presets()}
    assert all(asked.rows for several in EXPECTED.values() for asked in several[:1]), (
        "the first call of each has rows"
    )


def test_it_comes_back_from_every_store_as_it_went_in(second: Store) -> None:
    there = {fact.id: fact for fact in facts_of(second.read())}
    assert there == {fact.id: fact for fact in FACTS}


@pytest.mark.parametrize(
    ("asked", "id", "why"),
    [
        ("9074729", "pinafore", "same IMO number"),
        ("IMO 9074729", "pinafore", "same IMO number"),
        ("IMO-Nr. 9074729", "pinafore", "same IMO number"),
        ("mmsi 203999421", "pinafore", "same MMSI"),
        ("SY-001", "sy-airship", "same tail number"),
        ("Kennzeichen sy001", "sy-airship", "same tail number"),
        ("0017", "pass-rocket", "same serial number"),
        ("И002", "pass-rocket", "same as a part of the marking"),
        ("Жар И002", "pass-rocket", "same marking"),
    ],
)
def test_a_code_finds_what_has_it_and_nothing_else(second: Store, asked: str, id: str, why: str) -> None:
    first, *others = search(asked, names_of(second))
    assert (first.id, first.why) == (id, why)
    assert all(other.score < first.score for other in others)
    assert sure_id(second, asked) == id


@pytest.mark.parametrize("asked", ["9074728", "IMO 203999421", "0018", "И003"])
def test_a_code_that_nothing_has_finds_nothing(second: Store, asked: str) -> None:
    assert search(asked, names_of(second)) == []


@pytest.mark.parametrize("preset", PRESETS)
def test_answers_as_worked_out_by_hand(preset: Question, second: Store) -> None:
    for asked in EXPECTED[preset.name]:
        rows = run(preset, second, asked.given).dicts()
        assert len(rows) == asked.rows, asked.given
        for part in asked.holding:
            fitting = [row for row in rows if all(row[name] == value for name, value in part.items())]
            near = [{name: row[name] for name in part} for row in rows]
            assert len(fitting) == 1, f"{asked.given}: {part} among {near}"


@pytest.mark.parametrize("preset", PRESETS)
def test_gives_the_golden_rows(preset: Question, second: Store) -> None:
    rows = [
        {k: plain(v) for k, v in row.items()}
        for row in run(preset, second, EXPECTED[preset.name][0].given).dicts()
    ]
    file = GOLDEN / f"{preset.name}.json"
    if os.environ.get("KG_UPDATE_GOLDEN"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert rows == json.loads(file.read_text(encoding="utf-8"))


@pytest.mark.parametrize("preset", PRESETS)
def test_draws_a_picture(preset: Question, second: Store) -> None:
    for asked in EXPECTED[preset.name]:
        nodes = [e for e in graph(preset, second, asked.given) if isinstance(e, Node)]
        assert bool(nodes) == bool(asked.rows), f"{asked.given}: a picture exactly when there are rows"


@pytest.mark.parametrize("preset", PRESETS)
def test_ids_of_the_first_corpus_are_refused_with_what_there_is(preset: Question, second: Store) -> None:
    """A default of the first corpus is left out here, and an id that is given is an error."""
    if not preset.needed:
        assert run(preset, second).rows or not EXPECTED[preset.name][0].rows
        return
    with pytest.raises(CallError, match=r"there is no \w+ '[^']+'; expected the id of an? "):
        run(preset, second, preset.needed)
    with pytest.raises(CallError, match=r"needs --\w+; expected .* \([a-z0-9-]+(, [a-z0-9-]+)+") as refused:
        run(preset, second)
    assert preset.call not in str(refused.value)


def test_goldens_are_of_presets_that_exist() -> None:
    assert {file.stem for file in GOLDEN.glob("*.json")} == EXPECTED.keys()
