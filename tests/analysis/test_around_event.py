"""One event alone stands where it stands in the whole graph, and what it rests on is there."""

from __future__ import annotations

from typing import Any

import pytest

from kg.analysis.around_event import of_event
from kg.analysis.reading import world_of
from kg.analysis.roots import roots
from kg.analysis.status import status
from kg.analysis.subset import names
from kg.analysis.world import World
from kg.errors import CallError
from kg.load.narrowed import narrowed
from kg.load.seeds import plan_facts
from kg.model.convert import rows_of
from kg.model.sharing import Only
from kg.sources.seeds import load
from kg.store import connect
from tests.analysis import graphs
from tests.second import SEEDS


def parts(facts: list[Any], event: str) -> set[str]:
    """Return an event and its parts, by asking each event for what it is a part of."""
    by_id = {fact.id: fact for fact in facts}

    def inside(id: str | None) -> bool:
        met: set[str] = set()
        while id is not None and id in by_id and id not in met and id != event:
            met.add(id)
            id = getattr(by_id[id], "within_event", None)
        return id == event

    return {fact.id for fact in facts if inside(fact.id)}


def told(world: World, among: set[str]) -> dict[str, Any]:
    found: dict[str, Any] = {s.event: s[:3] for s in status(world) if s.event in among}
    return found | {f"roots of {r.subject}": r.roots[:2] for r in roots(world) if r.subject in among}


@pytest.mark.parametrize("seed", range(40))
def test_an_event_and_its_parts_stand_where_they_stand_in_the_whole(seed: int) -> None:
    facts: list[Any] = graphs.facts(seed)
    whole = world_of(rows_of(facts))
    events = {fact.id for fact in facts if "Event" in fact.LABELS}
    for event in {c.about for c in whole.claims.values()} & events:
        part = of_event(facts, event)
        ids = {fact.id for fact in part}
        assert all({*names(fact)} <= ids for fact in part)
        own = parts(facts, event)
        assert told(world_of(rows_of(part)), own) == told(whole, own)


def test_a_store_gives_the_same_part_without_being_read_whole() -> None:
    facts: list[Any] = load(SEEDS).facts
    store = connect("memory")
    plan_facts(facts, store, "whole").run()
    spoken_of = {fact.about for fact in facts if fact.KIND == "claim"}
    for event in sorted(spoken_of & {f.id for f in facts if "Event" in f.LABELS}):
        part = narrowed(store, Only(event=event), pytest.fail, lambda plan: plan.run())
        assert part.read() == rows_of(of_event(facts, event))
        assert event in part.read().nodes


def test_what_is_no_event_is_refused() -> None:
    store = connect("memory")
    plan_facts(load(SEEDS).facts, store, "whole").run()
    with pytest.raises(CallError, match="there is no event 'nowhere'"):
        narrowed(store, Only(event="nowhere"), pytest.fail, lambda plan: plan.run())
