from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.language.interface import languages
from kg.model.convert import rows_of
from kg.model.rows import EdgeRow, NodeRow
from kg.picture.choose import draw
from kg.picture.drawing import Drawing, Node
from kg.picture.kinds import answers, timeline
from kg.picture.layout.calendar import calendar
from kg.picture.looks import EXTRAS, HEATS, INK
from kg.picture.subject import Subject
from tests.laws import examples
from tests.property import graphs

from .tools import claim, faults, subject_of, world

ROWS = ("timeline", "matrix", "answers")
LETTERS = ("W", "ab cdefg ", "خبر عن ", "ידיעה על ", "消息")


def drawn(kind: str, *claims: Any, **more: Any) -> Drawing:
    drawing = draw(subject_of(world(*claims), **more), kind)
    assert faults(drawing) == []
    return drawing


def node(drawing: Drawing, id_: str) -> Node:
    return next(n for n in drawing.nodes if id_ in n.id.split("|"))


def counted(drawing: Drawing, claims: set[str]) -> bool:
    """Return whether every claim is drawn, or as many as are not are left out."""
    shown = {c for n in drawing.nodes for c in n.claims} | {c for t in drawing.texts for c in t.claims}
    return len(claims - shown) == drawing.left_out


@given(facts=graphs.graphs(), kind=st.sampled_from(ROWS), narrow=st.booleans())
@settings(
    max_examples=examples(40), suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
def test_every_claim_is_drawn_or_counted(facts: Any, kind: str, narrow: bool) -> None:
    subject = subject_of(rows_of(facts), narrow=narrow)
    drawing = draw(subject, kind)
    assert faults(drawing) == []
    assert not narrow or drawing.box[2] - drawing.box[0] <= 360
    relays = {e.start for e in subject.edges if e.type == "RELAYS"}
    claims = set(subject.claims())
    assert kind == "matrix" or counted(drawing, claims)
    assert kind != "matrix" or not relays or counted(drawing, relays)


@pytest.mark.parametrize("kind", ROWS)
@pytest.mark.parametrize("narrow", [False, True])
def test_five_hundred_rows_and_long_names_in_every_script(kind: str, narrow: bool) -> None:
    names = [(letters * 400)[:400] for letters in LETTERS]
    nodes = [NodeRow(f"a{i}", ("Person", "Kg"), {"name": f"{names[i % 5]}{i}"}) for i in range(100)]
    nodes.append(NodeRow("e", ("Situation", "Kg"), {"name": names[1]}))
    edges = []
    for i in range(500):
        said = date(2020, 1, 1) + timedelta(i * 3)
        stance = ("asserts", "denies", "no-comment", "cannot-confirm")[i % 4]
        properties = {"stance": stance, "said": said, "said_to": said, "paraphrase": names[i % 5]}
        nodes.append(NodeRow(f"c{i}", ("Claim", "Kg"), properties))
        edges += [EdgeRow("SAID_BY", f"c{i}", f"a{i % 100}", "", {}), EdgeRow("ABOUT", f"c{i}", "e", "", {})]
        edges += [EdgeRow("RELAYS", f"c{i}", f"c{i * 7 % 500}", "", {})] if i else []
    for language in languages():
        drawing = draw(Subject(names[0], nodes, edges, narrow=narrow, language=language), kind)
        assert faults(drawing) == []
        assert drawing.left_out
        assert "more did not fit" in drawing.caption or "weitere" in drawing.caption


def test_a_denial_stands_below_what_it_denies() -> None:
    drawing = drawn(
        "timeline",
        claim("first", "ru", said="2024-10-01"),
        claim("other", "kp", said="2024-10-02"),
        claim("denial", "kp", "denies", said="2024-10-09", answers=["first"]),
    )
    first, denial, other = (node(drawing, one) for one in ("first", "denial", "other"))
    assert first.y < denial.y < other.y
    assert first.x < other.x < denial.x
    assert [(e.start, e.end, e.style) for e in drawing.edges] == [("denial", "first", "denies")]


def test_uncertain_days_are_spans_and_open_ends_are_open() -> None:
    drawing = drawn(
        "timeline",
        claim("day", "ru", said="2024-10-01"),
        claim("span", "ru", said="2024-10-02/2024-10-06"),
        claim("by", "ru", said="../2024-10-09"),
        claim("about", "ru", said="2024-10-04~"),
    )
    day, span, by, about = (node(drawing, one) for one in ("day", "span", "by", "about"))
    assert (about.shape, about.left, about.right) == ("interval", "unbounded", "unbounded")
    assert about.x == pytest.approx(span.x, abs=0.2)
    assert (day.shape, span.shape, span.left, span.right) == ("square", "interval", "closed", "closed")
    assert (by.left, by.right) == ("unbounded", "closed")
    per_day = span.width / 4
    assert span.x - span.width / 2 - day.x == pytest.approx(per_day, abs=0.2)


def test_months_without_anything_are_shortened_and_said() -> None:
    far = drawn("timeline", claim("a", "ru", said="2024-01-01"), claim("b", "ru", said="2024-10-01"))
    near = drawn("timeline", claim("a", "ru", said="2024-09-20"), claim("b", "ru", said="2024-10-01"))
    assert "shortened" in far.caption
    assert "shortened" not in near.caption


@given(st.lists(st.dates(date(1900, 1, 1), date(2100, 1, 1)), min_size=1, max_size=30))
@settings(max_examples=examples(60))
def test_later_days_are_never_further_left(days: list[date]) -> None:
    axis = calendar(days, 0, 400)
    places = [axis.at(day) for day in sorted(days)]
    assert places == sorted(places)
    assert all(0 <= x <= 400 for x in places)
    assert all(b[1] - a[1] >= 80 for a, b in pairwise(axis.ticks(80)))


def test_what_has_no_day_stands_left_of_the_axis() -> None:
    rows = world(claim("a", "ru"), claim("b", "kp"))
    bare = {k: v for k, v in rows.nodes["b"].properties.items() if not k.startswith("said")}
    nodes = {**rows.nodes, "b": rows.nodes["b"]._replace(properties=bare)}
    drawing = timeline.timeline(Subject("?", nodes.values(), rows.edges.values()))
    assert "day not given" in {t.text for t in drawing.texts}
    assert node(drawing, "b").x < min(rule.x1 for rule in drawing.rules if rule.role == "axis")
    assert counted(drawing, {"a", "b"})


def test_a_cell_counts_who_passes_on_whom() -> None:
    drawing = drawn(
        "matrix",
        claim("root", "ru"),
        claim("again", "isw", relays=["root"]),
        claim("twice", "isw", relays=["root"]),
        claim("once", "daily", relays=["root"]),
    )
    assert {(n.id, n.label) for n in drawing.nodes} == {("isw|ru", ("2",)), ("daily|ru", ("1",))}
    assert node(drawing, "daily").fact == "once"
    assert node(drawing, "isw").claims == ("again", "twice")
    assert node(drawing, "isw").style > node(drawing, "daily").style


def test_every_shade_keeps_its_number_readable() -> None:
    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [v / 12.92 if v <= 0.03928 else ((v + 0.055) / 1.055) ** 2.4 for v in parts]
        return sum(share * v for share, v in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    for style in HEATS:
        for theme, colour in (("light", EXTRAS[style].light), ("dark", EXTRAS[style].dark)):
            low, high = sorted((light(colour), light(INK[theme])))
            assert (high + 0.05) / (low + 0.05) >= 4.5


def test_claim_left_answer_right_and_a_gap_where_nobody_answered() -> None:
    drawing = drawn(
        "answers",
        claim("said", "ru"),
        claim("denial", "kp", "denies", answers=["said"]),
        claim("doubt", "isw", "doubts", answers=["said"]),
        claim("more", "ru", about="ship"),
    )
    said, denial, doubt = (node(drawing, one) for one in ("said", "denial", "doubt"))
    assert said.x < denial.x == doubt.x
    assert denial.y != doubt.y
    gap = next(n for n in drawing.nodes if n.shape == "gap" and "more" in n.claims)
    assert (gap.label, gap.fact, gap.x) == (("No answer found",), "ship", denial.x)
    assert len(drawing.nodes) < answers.MOST


def test_what_was_taken_back_looks_so() -> None:
    drawing = drawn(
        "timeline",
        claim("said", "ru", said="2024-10-01"),
        claim("back", "ru", "retracts", said="2024-10-05", answers=["said"]),
    )
    assert node(drawing, "said").style == "taken-back"
