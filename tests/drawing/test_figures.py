from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.picture.drawing import Drawing, Node
from kg.picture.kinds.figures import MOST, figures
from kg.picture.layout.scale import scale

from .tools import claim, faults, marked, number, subject_of, world


def drawn(*claims: Any) -> Drawing:
    graph = world(*claims)
    drawing = figures(subject_of(graph, marks=marked(graph)))
    assert faults(drawing) == []
    return drawing


def node(drawing: Drawing, id_: str) -> Node:
    return next(n for n in drawing.nodes if n.id == id_)


def tick(drawing: Drawing, text: str) -> float:
    return next(t.x for t in drawing.texts if t.role == "axis" and t.text == text)


def test_an_interval_runs_from_bound_to_bound() -> None:
    drawing = drawn(
        claim("a", "ru", quantity=number(2000, 8000)), claim("b", "kp", quantity=number(10000, 10000))
    )
    span = node(drawing, "a")
    assert (span.shape, span.left, span.right) == ("interval", "closed", "closed")
    assert span.x - span.width / 2 == pytest.approx(tick(drawing, "2,000"))
    assert span.x + span.width / 2 == pytest.approx(tick(drawing, "8,000"))
    exact = node(drawing, "b")
    assert exact.shape == "square"
    assert exact.x == pytest.approx(tick(drawing, "10,000"))


def test_ends_say_whether_a_bound_is_included_excluded_or_missing() -> None:
    drawing = drawn(
        claim("more", "ru", quantity=number(5000, low_open=True)),
        claim("up-to", "kp", quantity=number(None, 7000)),
        claim(
            "vague",
            "isw",
            quantity={
                "vague": "several-thousand",
                "unit": "soldiers",
                "mode": "flow",
                "wording": "mehrere tausend",
            },
        ),
    )
    assert [
        (n.left, n.right) for n in (node(drawing, "more"), node(drawing, "up-to"), node(drawing, "vague"))
    ] == [
        ("open", "unbounded"),
        ("unbounded", "closed"),
        ("closed", "open"),
    ]
    ends = {round(r.x1) for r in drawing.rules if r.role == "axis"} | {
        round(r.x2) for r in drawing.rules if r.role == "axis"
    }
    more, up_to = node(drawing, "more"), node(drawing, "up-to")
    assert {round(more.x + more.width / 2), round(up_to.x - up_to.width / 2)} <= ends


def test_denials_and_non_confirmations_have_glyphs_without_a_value() -> None:
    drawing = drawn(
        claim("a", "ru", quantity=number(5000)),
        claim("no", "kp", "denies"),
        claim("doubt", "isw", "doubts"),
        claim("perhaps", "isw", "cannot-confirm"),
    )
    shapes = {n.id: n.shape for n in drawing.nodes}
    assert shapes == {"a": "interval", "no": "cross", "doubt": "triangle", "perhaps": "circle"}
    left = min(r.x1 for r in drawing.rules if r.role == "axis")
    assert all(node(drawing, i).x < left for i in ("no", "doubt", "perhaps"))


def test_who_denies_the_event_of_a_number_is_there_even_when_the_answer_holds_numbers_only() -> None:
    graph = world(
        claim("a", "ru", quantity=number(5000)),
        claim("no", "kp", "denies"),
        claim("else", "kp", "denies", about="ship"),
    )
    subject = subject_of(graph)
    subject.nodes, subject.edges = {"a": graph.nodes["a"]}, []
    assert {n.id for n in figures(subject).nodes} == {"a", "no"}


def test_rows_are_grouped_by_root() -> None:
    drawing = drawn(
        claim("root", "insider", quantity=number(2000)),
        claim("tank", "isw", relays=["root"], said="2024-10-14", quantity=number(2000), document="late"),
        claim("other", "ru", said="2024-10-12", quantity=number(9000)),
        claim("loose", None, said="2024-10-13", quantity=number(4000)),
    )
    heads = [t.text for t in drawing.texts if t.role == "lane"]
    assert heads == ["soldiers", "Root: An insider (not named)", "Root: Russia", "No root: nobody is named"]
    order = sorted(drawing.nodes, key=lambda n: n.y)
    assert [n.id for n in order] == ["root", "tank", "other", "loose"]
    assert node(drawing, "loose").style == "unsourced"


def test_each_unit_has_an_axis_of_its_own() -> None:
    drawing = drawn(
        claim("a", "ru", quantity=number(5000)), claim("b", "ru", quantity=number(3, 4, "containers"))
    )
    assert [t.text for t in drawing.texts if t.role == "lane" and not t.text.startswith("Root")] == [
        "containers",
        "soldiers",
    ]
    assert sum(r.role == "axis" for r in drawing.rules) == 2


def test_more_than_two_decades_make_the_axis_logarithmic_and_it_says_so() -> None:
    near = drawn(claim("a", "ru", quantity=number(100)), claim("b", "kp", quantity=number(9_000)))
    far = drawn(claim("a", "ru", quantity=number(10)), claim("b", "kp", quantity=number(9_000)))
    assert not any("logarithmic" in t.text for t in near.texts)
    assert any(t.text == "soldiers, logarithmic scale" for t in far.texts)


def test_day_and_printed_wording_stand_at_the_row_of_the_claim() -> None:
    drawing = drawn(claim("a", "ru", said="../2024-10-12", quantity=number(5000)))
    row = [t for t in drawing.texts if t.fact == "a"]
    assert {t.y for t in row} == {node(drawing, "a").y}
    assert row[0].text == "by 12 Oct 2024"
    assert "at least 5,000 soldiers (“rund 5000”, de) · flow · 2024-10-13 A daily" in [t.text for t in row]
    assert all(t.claims == ("a",) for t in row)


def test_no_place_is_the_middle_of_an_interval() -> None:
    """Nothing is drawn between the ends but the line itself."""
    drawing = drawn(claim("a", "ru", quantity=number(1000, 9000)))
    assert [n.shape for n in drawing.nodes] == ["interval"]


def test_too_many_rows_are_left_out() -> None:
    drawing = drawn(*(claim(f"c{i:04}", "ru", quantity=number(i + 1)) for i in range(MOST + 5)))
    assert (len(drawing.nodes), drawing.left_out) == (MOST, 5)
    assert "5 more did not fit" in drawing.caption


@given(st.lists(st.integers(0, 10**15), min_size=1, max_size=8))
def test_every_bound_has_room_on_its_axis_and_order_is_kept(values: list[int]) -> None:
    axis = scale([float(v) for v in values], 10.0, 110.0)
    places = [axis.at(v) for v in sorted(values)]
    assert places == sorted(places)
    assert all(10 <= place <= 110 for place in places)
    assert axis.at(max(values)) < 110 or max(values) == 0
    ticks = axis.ticks()
    assert 1 <= len(ticks) <= 12
    assert all(map(math.isfinite, ticks))
    assert axis.log == (
        len([v for v in values if v > 0]) > 0 and max(values) / min(v for v in values if v > 0) > 100
    )
