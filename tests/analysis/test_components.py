"""What has no bearing on each other is judged apart: the rows are those of the whole."""

from __future__ import annotations

import random
from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from kg.analysis.components import components
from kg.analysis.graded import changes
from kg.analysis.status import Standing, history, status
from kg.analysis.world import World
from tests.analysis import graphs
from tests.engines.worlds import beside_each_other, joined, world
from tests.laws import examples

pytestmark = pytest.mark.law
SEEDS = range(examples(24))


def loosened(seed: int) -> World:
    """Three worlds beside each other, or with a larger event in common, in which some ties are cut."""
    rng = random.Random(seed)
    made = beside_each_other(map(world, range(3 * seed, 3 * seed + 3)))
    made = joined(made) if not seed % 3 else made

    def some(ties: Any) -> dict[str, tuple[str, ...]]:
        return {one: others for one, others in ties.items() if rng.random() < 0.5}

    return replace(made, relays=some(made.relays), answers=some(made.answers))


@pytest.fixture(scope="module", params=SEEDS)
def whole(request: pytest.FixtureRequest) -> World:
    return loosened(request.param)


def test_each_claim_is_in_one(whole: World) -> None:
    parts = [*components(whole)]
    assert sorted(claim for part in parts for claim in part.claims) == [*whole.claims]
    things = [thing for part in parts for thing in part.things]
    assert len(things) == len({*things})


def test_a_status_is_that_of_the_whole(whole: World) -> None:
    parts = [*components(whole)]
    apart = sorted((row for part in parts for row in status(part)), key=lambda row: row.event)
    assert apart == status(whole)


def test_most_worlds_fall_apart() -> None:
    assert sum(len([*components(loosened(seed))]) > 2 for seed in SEEDS) > len(SEEDS) / 2


def test_a_history_is_that_of_the_whole(whole: World) -> None:
    def judged(known: World, left: Collection[str] | None, _: date) -> list[Standing]:
        return status(known, left)

    for among in (None, [*whole.claims][::3]):
        for most in (10_000_000, 10):
            rows, own = (
                changes(whole, among, judged, lambda row: (row.event,), most, apart=apart)
                for apart in (False, True)
            )
            assert own == rows
            assert own.note == rows.note
    assert history(whole)


def test_a_world_that_hangs_together_is_one() -> None:
    made = graphs.world(0)
    tied = replace(made, relays={c: (min(made.claims),) for c in made.claims if c != min(made.claims)})
    assert [*components(tied)] == [tied]
