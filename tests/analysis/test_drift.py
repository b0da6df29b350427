"""What changes on the way: direction of each facet, both ways, and the corpus's two dates of deployment."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis.drift import CERTAINTY, drift
from kg.analysis.reading import read_world
from kg.analysis.select import select
from kg.analysis.world import Figure, Variant, World, small_world
from kg.load.seeds import plan_facts
from kg.store import connect
from tests import first
from tests.analysis import graphs
from tests.laws import examples

D, M, E = date(2024, 10, 1), date(2024, 11, 15), date(2024, 12, 31)


def relayed(source: dict[str, Any], relay: dict[str, Any]) -> list[tuple[str, str]]:
    world = small_world("a b", {"b": ("a",)})
    claims = {"a": world.claims["a"]._replace(**source), "b": world.claims["b"]._replace(**relay)}
    return [(c.facet, c.direction) for c in drift(replace(world, claims=claims))]


@pytest.mark.parametrize(
    ("before", "after", "direction"),
    [
        (Figure(None, 5_000_000), Figure(5_000_000, 5_000_000), "hardened"),  # "up to" lost on the way
        (Figure(100, None), Figure(100, 100), "hardened"),  # "at least" lost
        (Figure(900, 900, approximate=True), Figure(900, 900), "hardened"),  # "about" lost
        (Figure(2000, 100_000, vague="thousands"), Figure(12_000, 12_000), "hardened"),
        (Figure(10_000, 13_000), Figure(13_000, 13_000), "hardened"),  # a range told as one of its ends
        (
            Figure(10_000, None, low_open=True),
            Figure(10_000, 10_000),
            "shifted",
        ),  # more than 10,000 told as 10,000
        (Figure(10, 10), Figure(12, 12), "shifted"),
        (Figure(10, 20), Figure(15, 25), "shifted"),
    ],
)
def test_numbers(before: Figure, after: Figure, direction: str) -> None:
    back = {"hardened": "softened", "shifted": "shifted"}[direction]
    assert relayed({"figure": before}, {"figure": after}) == [("number", direction)]
    assert relayed({"figure": after}, {"figure": before}) == [("number", back)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"figure": Figure(5, 5)}, {}, [("number", "softened")]),
        ({}, {"figure": Figure(5, 5)}, [("number", "hardened")]),
        (
            {"figure": Figure(5, 5, wording="five")},
            {"figure": Figure(5, 5, wording="5")},
            [("wording", "shifted")],
        ),
        (
            {"figure": Figure(5, 5, stage="training")},
            {"figure": Figure(5, 5, stage="arrived")},
            [("stage", "shifted")],
        ),
        (
            {"figure": Figure(5, 5, unit="shells")},
            {"figure": Figure(9, 9, unit="containers")},
            [("stage", "shifted")],
        ),
        ({"when": (D, None)}, {"when": (D, E)}, [("date", "hardened")]),
        ({"when": (D, E)}, {"when": (D, None)}, [("date", "softened")]),
        ({"when": (D, D)}, {"when": (E, E)}, [("date", "shifted")]),
        ({"when": (None, M)}, {"when": (D, E)}, []),  # they overlap: both may speak of the same days
        ({"when": (None, D)}, {"when": (M, E)}, [("date", "shifted")]),  # near miss: they lie apart
        ({"when": (None, E)}, {"when": (D, M)}, [("date", "hardened")]),
        # "at present" of two days of speech, each a span up to its own day: the relay is later by nature
        ({"when": (None, D), "said": (D, D)}, {"when": (None, E), "said": (E, E)}, []),
        ({"when": (D, M), "said": (M, M)}, {"when": (D, E), "said": (E, E)}, []),
        # near miss: up to a day that is not that of the speech
        ({"when": (None, D), "said": (D, D)}, {"when": (None, M), "said": (E, E)}, [("date", "softened")]),
        ({"when": (D, D)}, {}, []),  # a relay need not repeat the date
        ({"hedge": "possible"}, {"hedge": "plain"}, [("certainty", "hardened")]),
        ({"hedge": "plain"}, {"hedge": "reported"}, [("certainty", "softened")]),
        ({"hedge": "reported"}, {"hedge": "likely"}, [("certainty", "shifted")]),
        ({"stance": "expects"}, {"stance": "asserts"}, [("certainty", "hardened")]),
        ({"stance": "doubts"}, {"stance": "asserts"}, [("certainty", "hardened")]),  # doubt dropped
        ({"stance": "asserts"}, {"stance": "cannot-confirm"}, [("certainty", "softened")]),
        ({"stance": "doubts"}, {"stance": "comments"}, []),  # a remark about a doubt drops none
        ({"stance": "cannot-confirm"}, {"stance": "concerned"}, []),
        ({"stance": "denies"}, {"stance": "comments"}, []),
        ({"stance": "concerned"}, {"stance": "asserts"}, [("certainty", "hardened")]),  # near miss
        # how many is unclear, told as an event: the doubt was never of the event
        ({"stance": "cannot-confirm", "facet": "how-many"}, {"stance": "asserts"}, []),
        (
            {"figure": Figure(5, 5, unit="drones", of="shahed")},
            {"figure": Figure(9, 9, unit="drones", of="gerbera")},
            [("stage", "shifted")],
        ),
        ({"figure": Figure(5, 5, of="shahed")}, {"figure": Figure(5, 5)}, []),  # near miss: of is left out
        ({"stance": "cannot-confirm"}, {"stance": "denies"}, [("certainty", "hardened")]),
        ({"stance": "asserts"}, {"stance": "denies"}, [("certainty", "shifted")]),
    ],
)
def test_facets(before: dict[str, Any], after: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert relayed(before, after) == expected


def test_a_citation_against_the_claim() -> None:
    base = small_world("a")
    claim = base.claims["a"]._replace(figure=Figure(None, 5, wording="up to five"), when=(E, None))
    places = (
        # since October to the end of the year overlaps with "from the end of the year on": no drift
        Variant("d", 1, 0, figure=Figure(5, 5, wording="five"), when=(D, E), said=(D, D), note="heading"),
        Variant("d", 2, 0, wording="no more than five"),
        Variant("d", 3, 0, note="only a remark"),
    )
    changes = drift(replace(base, claims={"a": claim}, differing={"a": places}))
    assert [(c.paragraph, c.facet, c.direction) for c in changes] == [
        (1, "number", "hardened"),
        (1, "said", "shifted"),
        (2, "wording", "shifted"),
    ]
    assert {c.note for c in changes} == {"heading", None}


@settings(max_examples=examples(100))
@given(st.integers(0, 10**9).map(graphs.world))
def test_turning_a_relay_round_turns_the_direction(world: World) -> None:
    """hardened and softened change places, shifted stays; for pairs that are told in one direction only."""
    single = {c: o for c, o in world.relays.items() if not any(c in world.relays.get(x, ()) for x in o)}
    turned: dict[str, tuple[str, ...]] = {}
    for relay, others in single.items():
        for other in others:
            turned[other] = (*turned.get(other, ()), relay)
    back = {"hardened": "softened", "softened": "hardened", "shifted": "shifted"}
    there = sorted((c.source, c.told, c.facet, c.direction) for c in drift(replace(world, relays=single)))
    home = sorted(
        (c.told, c.source, c.facet, back[c.direction]) for c in drift(replace(world, relays=turned))
    )
    assert there == home


def test_hedges_are_ranked_without_gaps() -> None:
    for n, firm in enumerate(CERTAINTY):
        for loose in CERTAINTY[n + 1 :]:
            assert relayed({"hedge": loose}, {"hedge": firm}) == [("certainty", "hardened")]


def test_the_corpus_shows_two_dates_of_deployment() -> None:
    store = connect("memory")
    plan_facts(first.facts(), store, "corpus").run()
    world = read_world(store)
    dates = [c for c in drift(world, select(world, event="kp-troops-front-2024")) if c.facet == "date"]
    assert ("2025-01-01/..", "2024-10-18/2024-12-31") in {(c.before, c.after) for c in dates}
    assert {c.direction for c in dates} == {"shifted"}
