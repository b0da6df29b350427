"""What is asked about one event has the same answer when nothing else is read."""

from __future__ import annotations

from itertools import islice
from typing import Any

import pytest

from kg import paths
from kg.analysis import reading_an_event
from kg.analysis.asof import cut, publication_days
from kg.analysis.reading import read_world
from kg.questions import from_world, library
from kg.questions.result import Result
from kg.questions.run import run
from kg.sources.seeds import load
from kg.store import Answer, Store
from tests.analysis import graphs
from tests.analysis.stores import store_of
from tests.second import SEEDS

WAYS: dict[str, tuple[dict[str, Any], ...]] = {
    "contradictions": ({}, {"verdict": ["dispute", "incomparable"]}),
    "roots": ({}, {"per": "claim", "level": "state"}, {"per": "topic", "level": "organization"}),
    "status": ({}, {"history": True}, {"figures": True}, {"figures": True, "history": True}),
}
"""Values with which questions are asked beside none."""


def events_of(store: Store) -> list[str]:
    """Return the events of which something is said."""
    world = read_world(store)
    return sorted(
        {c.about for c in world.claims.values() if c.about in world.things and world.things[c.about].event}
    )


def asked(store: Store, event: str, day: Any) -> list[Result]:
    """Return the answers to every question that can be about one event."""
    found = []
    for name in from_world.APART:
        question = library.question(name)
        for values in WAYS.get(name, ({},)):
            given = values | {"event": event, "since" if name == "changed" else "as_of": day}
            found.append(
                run(question, store, given if day or name != "changed" else given | {"since": "2024-10-04"})
            )
    return found


def compared(store: Store, monkeypatch: pytest.MonkeyPatch, most: int) -> int:
    """Compare answers to what is read whole with those to what is read of an event; return how many rows."""
    days = publication_days(read_world(store))
    rows = 0
    for event in islice(events_of(store), most):
        for day in (None, days[len(days) // 2]):
            whole = asked(store, event, day)
            with monkeypatch.context() as patched:
                patched.setattr(from_world, "MANY", 1)
                patched.setattr(from_world, "read_world", pytest.fail)
                part = asked(store, event, day)
            assert part == whole
            rows += sum(len(answer.rows) for answer in whole)
    return rows


@pytest.mark.parametrize("seed", range(12))
def test_a_random_graph_has_the_same_answers(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    assert compared(store_of(graphs.facts(seed)), monkeypatch, 4) > 20


@pytest.mark.parametrize("seeds", [paths.seeds(), str(SEEDS)], ids=["first", "second"])
def test_a_corpus_has_the_same_answers(seeds: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert compared(store_of(load(seeds).facts), monkeypatch, 6) > 100


@pytest.mark.parametrize("seed", range(40))
def test_the_last_day_is_that_of_all_that_is_known(seed: int) -> None:
    store = store_of(graphs.facts(seed))
    world = read_world(store)
    days = sorted(
        {d.published for d in world.documents.values()} | {d.recorded for d in world.documents.values()}
    )
    for as_of in (None, *days):
        for recorded_by in (None, *days):
            wanted = max(publication_days(cut(world, as_of, recorded_by)), default=None)
            assert reading_an_event.last_day(store, as_of, recorded_by) == wanted


def test_papers_of_which_nothing_is_said_are_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    facts: list[Any] = load(SEEDS).facts
    papers = [fact for fact in facts if fact.KIND == "document"]
    newest = max(papers, key=lambda paper: paper.published.last)
    late = {
        "published": type(newest.published).model_validate("2030-01-01"),
        "reprint_of": None,
        "translates": None,
    }
    inbox = [newest.model_copy(update=late | {"id": f"inbox-{n}", "corrects": []}) for n in range(40)]
    store, asked = store_of([*facts, *inbox]), list[str]()
    query = type(store).query

    def told(own: Store, cypher: str, given: Any) -> Answer:
        asked.append(cypher)
        return query(own, cypher, given)

    monkeypatch.setattr(type(store), "query", told)
    assert reading_an_event.last_day(store) == newest.published.last
    assert len(asked) < 30


def test_only_one_event_of_a_large_store_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    store = store_of(load(SEEDS).facts)
    event = events_of(store)[0]
    monkeypatch.setattr(reading_an_event, "read_event", lambda store, event: pytest.fail("it is small"))
    assert run(library.question("status"), store, {"event": event}).rows
    monkeypatch.setattr(from_world, "MANY", 1)
    topic = next(iter(read_world(store).topics))
    for name, values in (
        ("status", {"topic": topic}),
        ("status", {"event": event, "topic": topic}),
        ("keystones", {"event": event}),
    ):
        run(library.question(name), store, values)
