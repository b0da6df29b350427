"""One collection alone: each question answers as if there were no other documents, in whichever store."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.analysis.around_event import of_event
from kg.analysis.collections import of_collection
from kg.errors import CallError
from kg.formats.text import plain
from kg.load.narrowed import narrowed
from kg.load.seeds import plan_facts
from kg.model.convert import rows_of
from kg.model.kinds import Fact
from kg.model.kinds.collection import Collection
from kg.model.sharing import Only
from kg.questions import from_world, library
from kg.questions.allowed import allowed
from kg.questions.header import Question
from kg.questions.run import run, run_and_graph
from kg.sources.seeds import load
from kg.store import Node, Store, connect
from tests import first
from tests.contract.conftest import STORES, empty_store
from tests.second import SEEDS
from tests.servers import Servers

FIRST, OTHER = first.ID, "operettas"
GOLDEN = Path(__file__).parent.parent / "golden" / "first"
QUESTIONS = [pytest.param(q, id=q.name) for q in library.every()]
CLAIM = "isw-troops-arrived-2024-10-12"
"""A claim of the first collection that the other one prints, too, answers, retells and takes back."""
EXTRA = "extra-2025-06-01"


def both() -> list[Fact]:
    """Return the facts of the first collection, and an invented one that shares actors and events with it."""
    own: Any = first.facts()
    by_id = {fact.id: fact for fact in own}
    invented: Any = [
        fact.model_copy(update={"collection": OTHER}) if type(fact).KIND == "document" else fact
        for fact in load(SEEDS).facts
    ]
    day = by_id["chas-pravdy-2025-05-29"].published
    extra = by_id["dw-2024-01-05"].model_copy(update={"id": EXTRA, "collection": OTHER, "published": day})
    claim = by_id[CLAIM]
    there = claim.cited[0].model_copy(update={"document": EXTRA, "wording": None})
    alone = {"cited": [there], "relays": [], "answers": [], "quantity": None}
    shared = [
        claim.model_copy(update={"cited": [*claim.cited, there]}),
        claim.model_copy(update={"id": "ru-denies", "speaker": "ru", "stance": "denies", **alone}),
        claim.model_copy(update={"id": "us-retells", "speaker": "us", **alone, "relays": [CLAIM]}),
        claim.model_copy(update={"id": "isw-regrets", "stance": "retracts", **alone, "answers": [CLAIM]}),
    ]
    name = {"name": "Operettas", "name_de": "Operetten", "description": "Invented for this test."}
    kept = [fact for fact in own if fact.id != CLAIM]
    return [*kept, *invented, extra, *shared, Collection(id=OTHER, **name)]


FACTS = both()


@pytest.fixture(scope="module", params=STORES)
def whole(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, servers: Servers
) -> Iterator[Store]:
    """A store of each kind that holds both collections."""
    opened = empty_store(request.param, tmp_path_factory.mktemp("both"), servers)
    plan_facts(FACTS, opened, "both").run()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def memory() -> Store:
    """Both collections in memory."""
    opened = connect("memory")
    plan_facts(FACTS, opened, "both").run()
    return opened


def alone(store: Store, collection: str) -> Store:
    return narrowed(store, Only(collection), pytest.fail, lambda plan: plan.run())


def test_every_store_gives_the_same_graph_of_one_collection(whole: Store) -> None:
    """What another collection says of the same claims, people and events leaves no trace in the first."""
    assert alone(whole, FIRST).read() == rows_of(first.facts())
    assert alone(whole, OTHER).read() == rows_of(of_collection(FACTS, OTHER))
    assert alone(whole, FIRST) is alone(whole, FIRST), "a graph that did not change is made once"


def test_every_store_gives_the_same_graph_of_one_event(whole: Store) -> None:
    event = "kp-troops-dispatch-2024"
    part = narrowed(whole, Only(event=event), pytest.fail, lambda plan: plan.run())
    assert part.read() == rows_of(of_event(FACTS, event))


def test_every_store_answers_about_one_event_without_the_rest(
    whole: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    values = {"event": "kp-troops-dispatch-2024", "as_of": "2024-10-20"}
    for name in ("status", "contradictions", "why"):
        wanted = run(library.question(name), whole, values)
        with monkeypatch.context() as patched:
            patched.setattr(from_world, "MANY", 1)
            patched.setattr(from_world, "read_world", pytest.fail)
            assert run(library.question(name), whole, values) == wanted
        assert wanted.rows


@pytest.mark.parametrize("question", QUESTIONS)
def test_the_first_collection_answers_as_if_there_were_no_other(question: Question, memory: Store) -> None:
    """The rows are those of the days on which it stood alone, where it has any."""
    try:
        answer = run(question, alone(memory, FIRST), question.needed).dicts()
    except CallError:  # what is asked about is not there
        answer = []
    rows = [{name: plain(value) for name, value in row.items()} for row in answer]
    file = GOLDEN / f"{question.name}.json"
    if os.environ.get("KG_UPDATE_GOLDEN") and rows:
        file.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert rows == (json.loads(file.read_text("utf-8")) if file.exists() else [])


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_answer_mentions_what_only_another_collection_has(question: Question, memory: Store) -> None:
    store = alone(memory, OTHER)
    known = {fact.id for fact in of_collection(FACTS, OTHER)}
    foreign = {fact.id for fact in FACTS if "-" in fact.id} - known  # other ids are common words
    assert {"daily-2024-01-05", "kp-ru-shells-2024"} <= foreign
    asked = {
        parameter.name: allowed(parameter, store)[0].value
        for parameter in question.parameters
        if parameter.type.label and (parameter.required or parameter.default is not None)
    }
    asked |= {name: value for name, value in question.needed.items() if name not in asked}
    answer, elements = run_and_graph(question, store, asked)
    told = set(re.findall(r"[\w-]+", json.dumps([plain(row) for row in answer.dicts()])))
    assert told.isdisjoint(foreign)
    assert foreign.isdisjoint(element.id for element in elements if isinstance(element, Node))
