from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.picture.drawing import Drawing, Node
from kg.picture.kinds.figures import MOST, figures
from kg.picture.layout.scale import scale

from .tools import claim, fact, faults, marked, number, subject_of, world


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


def test_currencies_and_rates_have_axes_of_their_own() -> None:
    sums = [("a", {"currency": "EUR"}), ("b", {"currency": "USD"}), ("c", {"currency": "USD", "per": "gram"})]
    money = {"low": 58.32, "high": 58.32, "measure": "money", "mode": "flow", "wording": "58"}
    drawing = drawn(*(claim(id_, "ru", quantity={**money, **more}) for id_, more in sums))
    heads = {t.text for t in drawing.texts} & {"EUR", "USD", "USD per gram"}
    assert heads == {"EUR", "USD", "USD per gram"}
    assert [t.text for t in drawing.texts if "58.32" in t.text] == ["58.32 (“58”, de)"] * 3


def test_ends_say_whether_a_bound_is_included_excluded_or_missing() -> None:
    drawing = drawn(
        claim("more", "ru", quantity=number(5000, low_open=True)),
        claim("up-to", "kp", quantity=number(None, 7000)),
        claim("vague", "isw", quantity=VAGUE),
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


VAGUE = {"vague": "several-thousand", "unit": "soldiers", "mode": "flow", "wording": "mehrere tausend"}


def test_exact_numbers_ranges_and_vague_words_have_marks_of_their_own() -> None:
    drawing = drawn(
        claim("exact", "ru", quantity=number(3000, 3000)),
        claim("range", "kp", quantity=number(2000, 10_000, high_open=True)),
        claim("vague", "isw", quantity=VAGUE),
    )
    shapes = {i: node(drawing, i) for i in ("exact", "range", "vague")}
    assert [n.shape for n in shapes.values()] == ["square", "interval", "bracket"]
    assert shapes["range"][4:7] == shapes["vague"]._replace(y=shapes["range"].y)[4:7]
    [word] = [t for t in drawing.texts if t.fact == "vague" and "mehrere tausend" in t.text]
    assert word.text == "several thousand (“mehrere tausend”, de)"
    assert word.y == shapes["vague"].y
    assert word.x > shapes["vague"].x - shapes["vague"].width / 2


def test_a_denial_stands_under_what_it_denies_and_its_sign_left_of_the_axis() -> None:
    drawing = drawn(
        claim("a", "ru", quantity=number(5000, 6000)),
        claim("b", "insider", quantity=number(9000, 9000), said="2024-10-12"),
        claim("no-a", "kp", "denies", answers=["a"], said="2024-10-20"),
        claim("no", "isw", "doubts"),
        claim("other", "kp", "denies", quantity=number(7000, 7500), said="2024-10-13"),
        claim("elsewhere", "kp", "denies", about="ship"),
    )
    rows = sorted(drawing.nodes, key=lambda n: (n.y, n.x))
    assert [n.id for n in rows] == ["a", "no-a", "b", "sign:other", "other", "no", "elsewhere"]
    left = min(r.x1 for r in drawing.rules if r.role == "axis")
    assert all(n.x + n.width / 2 < left for n in drawing.nodes if n.shape in ("cross", "triangle"))
    heads = [t.text for t in drawing.texts if t.role == "lane"]
    assert heads[-3:] == [
        "Who denies, doubts or cannot confirm: Dispatch of troops",
        "No number given",
        "Who denies, doubts or cannot confirm: Shells to Russia",
    ]


@pytest.mark.parametrize("words", ["A spokesman", "word " * 80, "שלום עולם " * 40])
def test_on_narrow_paper_the_parts_of_a_row_stand_below_each_other(words: str) -> None:
    graph = world(
        fact("person", id="long", name=words[:200].strip()),
        claim("a", "long", quantity=number(5000, 5000)),
        claim("b", "isw", quantity=VAGUE),
        claim("c", "kp", "denies", paraphrase=words[:290].strip()),
    )
    drawing = figures(subject_of(graph, narrow=True))
    assert faults(drawing) == []
    assert drawing.box[2] - drawing.box[0] <= 360
    assert sum(t.role == "axis" for t in drawing.texts) >= 3


def test_each_unit_has_an_axis_of_its_own() -> None:
    drawing = drawn(
        claim("a", "ru", quantity=number(5000)), claim("b", "ru", quantity=number(3, 4, "containers"))
    )
    assert [t.text for t in drawing.texts if t.role == "lane" and not t.text.startswith("Root")] == [
        "containers",
        "soldiers",
    ]
    assert sum(r.role == "axis" for r in drawing.rules) == 2


def test_more_than_a_factor_of_30_makes_the_axis_logarithmic_and_it_says_so() -> None:
    near = drawn(claim("a", "ru", quantity=number(300)), claim("b", "kp", quantity=number(9_000)))
    far = drawn(claim("a", "ru", quantity=number(299)), claim("b", "kp", quantity=number(9_000)))
    assert not any("logarithmic" in t.text for t in near.texts)
    assert any(t.text == "soldiers, logarithmic scale" for t in far.texts)


def test_day_and_printed_wording_stand_at_the_row_of_the_claim() -> None:
    drawing = drawn(claim("a", "ru", said="../2024-10-12", quantity=number(5000)))
    row = [t for t in drawing.texts if t.fact == "a"]
    assert {t.y for t in row} == {node(drawing, "a").y}
    assert row[0].text == "by 12 Oct 2024"
    assert {"at least 5,000 (“rund 5000”, de)", "A daily, 13 Oct 2024"} <= {t.text for t in row}
    assert all(t.claims == ("a",) for t in row)


def test_no_place_is_the_middle_of_an_interval() -> None:
    """Nothing is drawn between the ends but the line itself."""
    drawing = drawn(claim("a", "ru", quantity=number(1000, 9000)))
    assert [n.shape for n in drawing.nodes] == ["interval"]


def test_too_many_rows_are_left_out() -> None:
    drawing = drawn(*(claim(f"c{i:04}", "ru", quantity=number(i + 1)) for i in range(MOST + 5)))
    assert (len(drawing.nodes), drawing.left_out) == (MOST, 5)
    assert "5 more did not fit" in drawing.caption


def test_of_too_many_rows_denials_and_roots_stay() -> None:
    drawing = drawn(
        *(claim(f"c{i:04}", "ru", quantity=number(i + 1)) for i in range(MOST - 2)),
        *(claim(f"b{i:04}", "isw", relays=["c0000"], quantity=number(1)) for i in range(9)),
        claim("no", "kp", "denies", said="2024-10-12"),
    )
    assert {"no", "c0000", "b0000"} <= {n.id for n in drawing.nodes}
    assert drawing.left_out == 8


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
        len([v for v in values if v > 0]) > 0 and max(values) / min(v for v in values if v > 0) > 30
    )
