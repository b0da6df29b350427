"""Every verdict on the invented cases equals the one that was worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from kg.analysis.asof import cut
from kg.analysis.reading import read_world
from kg.analysis.roots import roots
from kg.analysis.status import status
from kg.analysis.world import World
from kg.load.seeds import plan_facts
from kg.sources.seeds import load
from kg.store import connect
from tests.judged import SEEDS, TABLE

CASES: list[dict[str, Any]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def world() -> World:
    store = connect("memory")
    plan_facts(load(SEEDS).facts, store, "judged").run()
    return read_world(store)


@pytest.mark.parametrize("case", [pytest.param(c, id=c["event"] + "@" * ("as_of" in c)) for c in CASES])
def test_as_worked_out_by_hand(case: dict[str, Any], world: World) -> None:
    known = cut(world, case.get("as_of"))
    (found,) = [s for s in status(known) if s.event == case["event"]]
    counted = {r.subject: r.roots[:2] for r in roots(known)}.get(case["event"], (0, 0))
    assert (found.status, found.credibility, *found.roots[:2]) == (
        case["status"],
        case["credibility"],
        case["least"],
        case["most"],
    ), f"{case['why']} The program: {found.rule}"
    assert counted == found.roots[:2], "roots and status count alike"


def test_every_event_is_judged(world: World) -> None:
    assert {c["event"] for c in CASES} == {i for i, thing in world.things.items() if thing.event}


def test_what_is_denied_in_part_or_of_one_side_is_shown_beside_the_verdict(world: World) -> None:
    by_event = {s.event: s for s in status(world)}
    assert {e: s.in_part for e, s in by_event.items() if s.in_part} == {
        "denied-part-whole": ("denied-part-4",),
        "expected-whole": ("expected-part-3",),
        "leaning-whole": ("leaning-3",),
    }
    assert {e: s.facets for e, s in by_event.items() if s.facets} == {
        "number-answered": ("number-answered-2",),
        "number-answering": ("number-answered-2",),
        "number-doubted": ("number-doubted-3",),
        "part-number": ("part-number-3",),
        "who-denied": ("who-denied-3",),
    }
