from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.picture.drawing import Drawing, Edge
from kg.picture.kinds.flow import flow
from kg.picture.kinds.flow_rows import BAND_PX, FRINGE_PX, THIN_PX
from kg.picture.subject import Figure
from kg.picture.transfers import hull

from .tools import claim, fact, faults, number, subject_of, world


def drawn(*claims: Any, **more: Any) -> Drawing:
    drawing = flow(subject_of(world(*claims), **more))
    assert faults(drawing) == []
    return drawing


def bands(drawing: Drawing, event: str) -> list[Edge]:
    return [e for e in drawing.edges if f":{event}|" in e.id]


def shells(id_: str, quantity: dict[str, Any] | None, stance: str = "asserts", **more: Any) -> Any:
    if quantity:
        more["quantity"] = quantity
    return claim(id_, "ru", stance, about="ship", **more)


def test_what_is_certain_is_solid_and_the_rest_hatched() -> None:
    drawing = drawn(shells("a", number(1000, 4000, "shells")))
    assert {(e.low, e.high, e.unbounded) for e in bands(drawing, "ship")} == {(BAND_PX / 4, BAND_PX, False)}


def test_claims_that_differ_widen_what_is_uncertain() -> None:
    drawing = drawn(shells("a", number(1000, 2000, "shells")), shells("b", number(3000, 4000, "shells")))
    assert {(e.low, e.high) for e in bands(drawing, "ship")} == {(BAND_PX / 4, BAND_PX)}


def test_up_to_has_nothing_certain_and_at_least_no_end() -> None:
    [up_to] = {(e.low, e.high) for e in bands(drawn(shells("a", number(None, 4000, "shells"))), "ship")}
    assert up_to == (0, BAND_PX)
    [least] = {
        (e.low, e.high, e.unbounded) for e in bands(drawn(shells("a", number(4000, None, "shells"))), "ship")
    }
    assert least == (BAND_PX, BAND_PX + FRINGE_PX, True)


def test_no_number_is_thin_and_looks_unknown() -> None:
    drawing = drawn(shells("a", None))
    assert {(e.low, e.high, e.style) for e in bands(drawing, "ship")} == {(THIN_PX, THIN_PX, "no-number")}
    assert any("No number given" in t.text for t in drawing.texts)


def test_denials_ranges_and_what_was_taken_back_do_not_count() -> None:
    distance = number(900, 900, "kilometres", measure="distance-km")
    drawing = drawn(
        shells("a", number(5, 5, "shells"), "denies"),
        shells("b", distance),
        shells("c", number(7, 7, "shells")),
        claim("d", "ru", "retracts", about="ship", answers=["c"]),
    )
    assert {e.style for e in bands(drawing, "ship")} == {"no-number"}
    other = drawn(
        shells("c", number(7, 7, "shells")), claim("d", "kp", "retracts", about="ship", answers=["c"])
    )
    assert {e.style for e in bands(other, "ship")} == {"asserts"}, "nobody else takes words back"


def test_units_and_what_is_counted_have_lanes_with_scales_of_their_own() -> None:
    drawing = drawn(
        shells("a", number(1000, 1000, "shells")),
        shells("b", number(5, 5, "containers")),
        shells("c", number(10, 10, "containers", stage="sent")),
    )
    told = [t.text for t in drawing.texts if t.role == "note"]
    assert told[:3] == [
        "containers · flow · widest band 5",
        "containers · flow, sent · widest band 10",
        "shells · flow · widest band 1,000",
    ]
    assert {e.high for e in bands(drawing, "ship")} == {BAND_PX}
    assert "scale of its own" in drawing.caption


def test_what_came_back_runs_the_other_way() -> None:
    drawing = drawn(shells("a", None), claim("b", "ru", about="back"))
    bars = {n.fact: n.x for n in drawing.nodes if n.shape == "bar"}
    assert bars["kp"] < bars["ru"]
    there = next(e for e in bands(drawing, "ship") if e.type.startswith("RECEIVED_BY"))
    back = next(e for e in bands(drawing, "back") if e.type.startswith("RECEIVED_BY"))
    assert there.path[0][0] < there.path[-1][0]
    assert back.path[0][0] > back.path[-1][0]
    assert [t.text for t in drawing.texts if t.role == "lane"] == [
        "North Korea to Russia",
        "Russia to North Korea, in return",
    ]


def test_a_number_of_the_whole_is_not_given_to_each_of_its_types() -> None:
    graph = world(
        fact(
            "shipment",
            id="mixed",
            name="Both",
            supplier="kp",
            recipient="ru",
            goods="both",
            weapon_types=["shells", "rockets"],
        ),
        claim("a", "ru", about="mixed", quantity=number(9000, 9000, "rounds")),
    )
    parts = {e.type: (e.style, e.high) for e in bands(flow(subject_of(graph)), "mixed")}
    assert parts["DELIVERED"] == ("asserts", BAND_PX)
    assert parts["OF_TYPE:0"] == parts["OF_TYPE:1"] == ("whole", THIN_PX)


def test_status_and_stage_are_told_in_words_and_outline() -> None:
    graph = world(
        fact("shipment", id="wish", name="Wish", supplier="ru", recipient="kp", goods="jets", stage="wanted"),
        claim("a", "ru", about="wish"),
        claim("b", "kp", "denies", about="wish"),
    )
    drawing = flow(subject_of(graph, marks={"wish": {"status": "disputed"}}))
    wish = next(n for n in drawing.nodes if n.fact == "wish")
    assert wish.style == "disputed"
    assert wish.label[-1] == "wanted, disputed, 2 claims"


bounds = st.tuples(st.none() | st.integers(0, 100), st.none() | st.integers(100, 1000)).filter(
    lambda pair: pair != (None, None)
)


@given(st.lists(bounds, min_size=1, max_size=6))
def test_the_hull_holds_every_figure_and_invents_no_bound(pairs: list[tuple[int | None, int | None]]) -> None:
    amount = hull(
        [
            (str(i), Figure(low, high, False, False, "shells", "", "", "flow"))
            for i, (low, high) in enumerate(pairs)
        ]
    )
    lows, highs = [low for low, _ in pairs], [high for _, high in pairs]
    assert amount.low == (None if None in lows else min(lows))  # type: ignore[type-var]
    assert amount.high == (None if None in highs else max(highs))  # type: ignore[type-var]


@pytest.mark.parametrize("width", ["low", "high"])
def test_no_width_comes_from_a_midpoint(width: str) -> None:
    drawing = drawn(
        shells("a", number(1000, 3000, "shells")),
        shells("b", number(4000, 4000, "shells"), said="2024-10-12"),
    )
    middle = BAND_PX * 2000 / 4000
    assert all(getattr(e, width) != pytest.approx(middle) for e in drawing.edges)
