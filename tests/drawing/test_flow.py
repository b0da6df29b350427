from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.picture.drawing import Drawing, Edge
from kg.picture.figure import Figure
from kg.picture.kinds.flow import flow
from kg.picture.kinds.flow_rows import BAND_PX, FRINGE_PX, THIN_PX
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


def test_figures_of_several_sorts_are_no_range() -> None:
    """A total and its parts are rows of their own: 166 drones, 100 and 60 of two types, no "60 to 166"."""
    drawing = drawn(
        shells("a", number(166, 166, "drones", of="drone")),
        shells("b", number(100, 100, "drones", of="shahed-136")),
        shells("c", number(60, 60, "drones", of="shahed-131")),
    )
    told = {t.text for t in drawing.texts if "drones" in t.text}
    assert {"166 drones: drone", "100 drones: shahed-136", "60 drones: shahed-131"} <= told
    only = drawn(shells("a", number(100, 100, "drones", of="shahed-136")))
    assert {t.text for t in only.texts if "drones" in t.text} >= {"100 drones"}


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


def test_rates_and_sums_are_no_amounts_and_decimals_stay() -> None:
    price = {"measure": "money", "currency": "USD"}
    drawing = drawn(
        shells("a", number(1.8, None, "tonnes", measure="mass-tonnes")),
        shells("b", number(100, 100, "tonnes", measure="mass-tonnes", per="day")),
        shells("c", {"low": 5, "mode": "flow", "wording": "$5", **price}),
    )
    assert len(bands(drawing, "ship")) == 1
    assert "at least 1.8 tonnes" in {t.text for t in drawing.texts if t.role == "note"}
    assert any(t.text == "tonnes · a full band is 1.8" for t in drawing.texts)


def test_a_unit_has_one_scale_and_says_it() -> None:
    drawing = drawn(
        shells("a", number(1000, 1000, "shells")),
        shells("b", number(5, 5, "containers")),
        shells("c", number(10, 10, "containers", stage="sent")),
    )
    told = [t.text for t in drawing.texts if t.role == "note"]
    assert told[:5] == [
        "containers · a full band is 10",
        "10 containers, sent",
        "5 containers",
        "shells · a full band is 1,000",
        "1,000 shells",
    ]
    assert sorted(e.high for e in bands(drawing, "ship")) == [BAND_PX / 2, BAND_PX, BAND_PX]


def test_what_came_back_has_a_panel_of_its_own() -> None:
    drawing = drawn(shells("a", None), claim("b", "ru", about="back"))
    bars = [n.fact for n in sorted(drawing.nodes, key=lambda n: (n.y, n.x)) if n.shape == "bar"]
    assert bars == ["kp", "ru", "ru", "kp"]
    assert [t.text for t in drawing.texts if t.role == "lane"] == [
        "North Korea to Russia",
        "Russia to North Korea, in return",
    ]
    for event in ("ship", "back"):
        [line] = bands(drawing, event)
        assert line.path[0][0] < line.path[-1][0]


def test_several_suppliers_make_one_row_and_nobody_known_is_told() -> None:
    more = {"recipient": "ru", "goods": "x"}
    graph = world(
        fact("state", id="sy", name="Sylvania"),
        fact("shipment", id="both", name="Both", supplier=["kp", "sy"], **more),
        fact("shipment", id="nobody", name="Nobody", supplier="unknown", **more),
        fact("payment", id="gold", name="Gold", payer="ru", payee=["kp", "sy"], in_return_for=["both"]),
        claim("a", "ru", about="both", quantity=number(5, 5, "jets")),
        claim("b", "ru", about="nobody"),
        claim("c", "ru", about="gold"),
    )
    drawing = flow(subject_of(graph))
    assert faults(drawing) == []
    lanes = [t.text for t in drawing.texts if t.role == "lane"]
    assert {
        "Russia to North Korea and Sylvania, in return",
        "North Korea and Sylvania to Russia",
        "Unknown to Russia",
    } <= {*lanes}
    assert len(lanes) == len({*lanes})
    assert {event: len(bands(drawing, event)) for event in ("both", "nobody", "gold")} == {
        "both": 1,
        "nobody": 1,
        "gold": 1,
    }
    [nobody] = [n for n in drawing.nodes if n.kind == "Gap"]
    assert (nobody.shape, nobody.fact, nobody.full) == ("bar", "", "unknown")


def test_a_band_ends_in_the_column_of_its_stage() -> None:
    stages = ("wanted", "planned", "negotiated", "ordered", "under-way", "delivered")
    made = {"supplier": "kp", "recipient": "ru", "goods": "x"}
    graph = world(*(fact("shipment", id=f"s-{s}", name=s, stage=s, **made) for s in stages))
    drawing = flow(subject_of(graph))
    assert faults(drawing) == []
    ends = {s: bands(drawing, f"s-{s}")[0].path[-1][0] for s in stages}
    first, second, last = ends["wanted"], ends["negotiated"], ends["delivered"]
    assert first < second < last == max(n.x - n.width / 2 for n in drawing.nodes if n.shape == "bar")
    assert list(ends.values()) == [first, first, second, second, second, last]
    assert {bands(drawing, f"s-{s}")[0].arrow for s in stages[:-1]} == {"none"}


@pytest.mark.parametrize("name", ["Shells", "word " * 40, "שלום עולם " * 20])
def test_on_narrow_paper_the_columns_stand_below_the_names(name: str) -> None:
    made = {"supplier": "kp", "recipient": "ru", "goods": "x", "id": "long", "name": name[:200].strip()}
    graph = world(
        fact("shipment", **made), claim("a", "ru", about="long", quantity=number(5, 9_000_000, "shells"))
    )
    drawing = flow(subject_of(graph, narrow=True))
    assert faults(drawing) == []
    assert drawing.box[2] - drawing.box[0] <= 360


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
