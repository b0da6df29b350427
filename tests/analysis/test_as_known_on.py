"""The law of every answer: for day d it is that of a graph built only from what was published by d."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from kg.analysis.asof import cut, cut_facts, publication_days
from kg.analysis.changed import changed
from kg.analysis.contradictions import contradictions
from kg.analysis.drift import drift
from kg.analysis.echoes import echoes
from kg.analysis.keystones import keystones
from kg.analysis.live_claims import withdrawn
from kg.analysis.marking import marks
from kg.analysis.perspective import according_to
from kg.analysis.reading import read_world
from kg.analysis.revisions import timeline
from kg.analysis.roots import roots
from kg.analysis.select import select
from kg.analysis.status import history, status
from kg.analysis.without import without
from kg.analysis.world import Claim, Document, World
from kg.errors import CallError
from kg.model.kinds import Fact
from kg.questions import library
from kg.questions.header import Question
from kg.questions.run import graph, run, run_and_graph
from kg.store import Edge, Store
from tests import first
from tests.analysis import graphs
from tests.analysis.stores import store_of
from tests.laws import examples

pytestmark = pytest.mark.law
SEEDS = range(examples(4))
PRESETS = [pytest.param(p, id=p.name) for p in library.every()]

ANALYSES: dict[str, Callable[[World], Any]] = {
    "roots per event": lambda w: [roots(w, level=level) for level in ("person", "organization", "state")],
    "roots per claim": lambda w: roots(w, per="claim"),
    "roots per topic": lambda w: roots(w, per="topic"),
    "echoes": echoes,
    "contradictions": contradictions,
    "comparable pairs": lambda w: contradictions(w, incomparable=False),
    "drift": drift,
    "status": status,
    "history": history,
    "according to": lambda w: {a: according_to(w, a, members=True) for a in speakers(w)},
    "without": lambda w: {a: without(w, a) for a in (*speakers(w), *w.documents)},
    "keystones": keystones,
    "timeline": timeline,
    "withdrawn": withdrawn,
    "changed": lambda w: [changed(w, day) for day in publication_days(w)],
    "marks": marks,
}


def speakers(world: World) -> list[str]:
    return sorted({c.speaker for c in world.claims.values() if c.speaker})


def days(facts: list[Fact]) -> list[date]:
    """Every publication day, the day before and the day after it."""
    published = {f.published.last for f in facts if type(f).KIND == "document"}  # type: ignore[attr-defined]
    return sorted({day + timedelta(days=n) for day in published for n in (-1, 0, 1)})


@pytest.fixture(scope="module")
def corpus() -> list[Fact]:
    return first.facts()


@pytest.fixture(scope="module")
def pairs(corpus: list[Fact]) -> list[tuple[date, Store, Store]]:
    """For each day of each graph: the whole store, and the store of what was published by then.

    Days on which the same was known share a store. All days of the corpus are for `make test`, more graphs
    for `make test-rest`.
    """
    stores = []
    for facts in (corpus, *(graphs.facts(seed) for seed in SEEDS)):
        all_known, before = store_of(facts), None
        for day in days(facts)[-1 if facts is corpus and examples(1) > 1 else 0 :]:
            if (known := cut_facts(facts, day)) != before:
                before, then = known, store_of(known)
            stores.append((day, all_known, then))
    return stores


@pytest.fixture(scope="module")
def worlds(pairs: list[tuple[date, Store, Store]]) -> list[tuple[date, World, World]]:
    """The same as worlds."""
    stores = {id(store): store for _, *both in pairs for store in both}
    known = {number: read_world(store) for number, store in stores.items()}
    return [(day, known[id(all_known)], known[id(then)]) for day, all_known, then in pairs]


def told(preset: Question, store: Store, given: dict[str, Any]) -> tuple[list[Any], set[tuple[str, ...]]]:
    """Answer and draw; an id that a graph does not have is an empty answer here.

    An analysis is made once for both.
    """
    of_corpus = {p.name: p.default for p in preset.parameters if p.of_corpus and p.default is not None}
    values = of_corpus | preset.needed | given
    try:
        if preset.in_cypher:
            rows, elements = run(preset, store, values).rows, graph(preset, store, values)
        else:
            result, elements = run_and_graph(preset, store, values)
            rows = result.rows
    except CallError:
        return [], set()
    return rows, {
        (e.type, e.start, e.end, str(e.properties.get("key"))) if isinstance(e, Edge) else ("node", e.id)
        for e in elements
    }


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_takes_a_day(preset: Question) -> None:
    parameter = preset.parameter("as_of")
    assert parameter is not None
    assert parameter.type.text == "date?"


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_knows_no_more_than_was_published(
    preset: Question, pairs: list[tuple[date, Store, Store]]
) -> None:
    number, before = 0, None
    for day, all_known, then in pairs:
        if then is not before:
            before, expected = then, told(preset, then, {})
        assert told(preset, all_known, {"as_of": day}) == expected, day
        number += len(expected[0])
    assert number


@pytest.mark.parametrize("name", ANALYSES)
def test_an_analysis_knows_no_more_than_was_published(
    name: str, worlds: list[tuple[date, World, World]]
) -> None:
    told, before = 0, None
    for day, all_known, then in worlds:
        if then is not before:
            before, expected = then, ANALYSES[name](then)
        assert ANALYSES[name](cut(all_known, day)) == expected, day
        told += len(expected)
    assert told


def test_what_entered_later_is_not_known_either() -> None:
    told = 0
    for seed in SEEDS:
        facts = graphs.facts(seed)
        world = read_world(store_of(facts))
        for day in days(facts)[::3]:
            for recorded in (day + timedelta(days=5), day + timedelta(days=12)):
                then = read_world(store_of(cut_facts(facts, day, recorded)))
                for name in ("roots per event", "echoes", "status", "timeline"):
                    assert ANALYSES[name](cut(world, day, recorded)) == ANALYSES[name](then)
                told += len(then.claims)
    assert told


def test_a_later_day_never_loses_a_claim(corpus: list[Fact]) -> None:
    world = read_world(store_of(corpus))
    known = [cut(world, day).claims.keys() for day in days(corpus)]
    assert all(before <= after for before, after in itertools.pairwise(known))
    assert not known[0]
    assert known[-1] == world.claims.keys()


def test_a_later_retraction_does_not_erase_the_earlier_view() -> None:
    """A says it on day 0, takes it back on day 4: on day 3 it stands, on day 4 it does not."""
    base = graphs.world(0)
    said = {
        i: Claim(i, stance, "p0", "e3", "t3", (graphs.DAY, graphs.DAY))
        for i, stance in (("a", "asserts"), ("b", "retracts"))
    }
    late = graphs.DAY + timedelta(days=4)
    documents = {"early": Document(graphs.DAY, graphs.DAY), "late": Document(late, late)}
    world = World(
        said, {"a": ("early",), "b": ("late",)}, {}, {"b": ("a",)}, base.actors, base.things, documents
    )
    before, after = (status(cut(world, graphs.DAY + timedelta(days=n))) for n in (3, 4))
    assert [(s.status, s.asserted) for s in before] == [("supported", ("a",))]
    assert [(s.status, s.asserted, s.credibility) for s in after] == [("unknown", (), None)]
    assert [(day, s.status) for day, s in history(world)] == [(graphs.DAY, "supported"), (late, "unknown")]


def test_a_condition_on_topic_event_or_actor_keeps_the_law(worlds: list[tuple[date, World, World]]) -> None:
    for day, all_known, other in worlds[:40]:
        one = cut(all_known, day)
        for condition in ({"topic": "troop-numbers"}, {"event": "kp-troops-dispatch-2024"}, {"actor": "ru"}):
            try:
                among = select(other, **condition)
            except CallError:
                among = frozenset()
            assert select(one, **condition) == among
            assert roots(one, among=among) == roots(other, among=among)
            assert status(one, among) == status(other, among)
