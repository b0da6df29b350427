"""Days that are more than their ends, as the analyses compare them: understated, never as an exact day."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kg.analysis.contradictions import contradictions
from kg.analysis.drift import drift
from kg.analysis.reading import world_of
from kg.analysis.spans import before, days, span_text
from kg.analysis.worded import Worded
from kg.analysis.world import Figure, Span, small_world
from kg.model.convert import rows_of
from kg.model.day_text import worded
from kg.model.edtf import ends_of
from kg.model.kinds import registry

BACK = {"within": "around", "around": "within"}


def span(text: str) -> Span:
    first, last, _ = ends_of(text)
    return Worded((first, last), text) if worded(text) else (first, last)


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("2022~", "2022~", "same"),
        ("2022~", "2022", "overlap"),
        ("2022-08-19?", "2024-01-01", "overlap"),
        ("{2024-05-21,2024-05-24}", "2024-05-22", "apart"),
        ("2024-05-21", "{2024-05-21,2024-05-24}", "within"),
        ("{2024-05-21,2024-05-24}", "2024-05", "within"),
        ("{2024-05-21,2024-05-24}", "{2024-05-24, 2024-05-21}", "same"),
        ("{2024-05-21,2024-05-24}", "{2024-05-24,2024-05-25}", "overlap"),
        ("[2024-05-21,2024-05-24]", "2024-05-21", "overlap"),
        ("[2024-05-21,2024-05-24]", "2024-05-22", "apart"),
        ("2022-23", "2022-10", "around"),
        ("2022-23", "2023-01", "apart"),
        ("2023-06-01T09:24", "2023-06-01", "within"),
        ("2023-06-01T09:24", "2023-06-01T10:00", "apart"),
        ("2023-06-01T09:24Z", "2023-06-01T10:00+03:00", "overlap"),
    ],
)
def test_how_they_lie_to_each_other(one: str, other: str, relation: str) -> None:
    assert days(span(one), span(other)) == relation
    assert days(span(other), span(one)) == BACK.get(relation, relation)


@pytest.mark.parametrize(
    ("one", "other", "is_before"),
    [
        ("2024-10-11", "2024-10-12", True),
        ("2024-10-11~", "2025", False),
        ("2024-10-11T08:00", "2024-10-11T09:00", True),
        ("2024-10-11T08:00Z", "2024-10-11T09:00+03:00", False),
        ("2024-10-11", "2024-10-11T09:00", False),
    ],
)
def test_which_is_surely_before_the_other(one: str, other: str, is_before: bool) -> None:
    assert before(span(one), span(other)) is is_before


def verdicts(one: str, other: str, mode: str) -> list[str]:
    world = small_world("a b")
    claims = {
        name: world.claims[name]._replace(figure=Figure(n, n, mode=mode), when=span(when))
        for name, n, when in (("a", 10, one), ("b", 12, other))
    }
    return [pair.verdict for pair in contradictions(replace(world, claims=claims))]


@pytest.mark.parametrize("mode", ["flow", "stock"])
@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("2022-08", "2022-08", "contradicts"),
        ("2022-08~", "2022-08~", "contradicts"),
        ("{2022-08-21,2022-08-24}", "2022-08-22", "incomparable"),
        ("2022-08-21T09:00", "2022-08-21T17:00", "incomparable"),
    ],
)
def test_figures_contradict_only_for_times_that_are_surely_one(
    one: str, other: str, verdict: str, mode: str
) -> None:
    assert verdicts(one, other, mode) == [verdict]


@pytest.mark.parametrize("one", ["2022-08~", "2022-08?", "2022%"])
@pytest.mark.parametrize("other", ["2022-08", "2022", "2022-08-19", "2023"])
def test_approximate_times_contradict_nothing(one: str, other: str) -> None:
    assert set(verdicts(one, other, "flow") + verdicts(one, other, "stock")) <= {"compatible", "incomparable"}


@pytest.mark.parametrize(
    ("told", "retold", "change"),
    [
        ("2022-08-19~", "2022-08-19", [("hardened", "no longer approximate or uncertain")]),
        ("2022-08-19", "2022-08-19?", [("softened", "now approximate or uncertain")]),
        ("2022-08~", "2022-10", []),
        ("{2024-05-21,2024-05-24}", "2024-05-21", [("hardened", "a narrower span of days")]),
        ("{2024-05-21,2024-05-24}", "2024-05-22", [("shifted", "the spans lie apart")]),
    ],
)
def test_what_changes_on_the_way(told: str, retold: str, change: list[tuple[str, str]]) -> None:
    world = small_world("a b", {"b": ("a",)})
    claims = {i: world.claims[i]._replace(when=span(when)) for i, when in (("a", told), ("b", retold))}
    found = drift(replace(world, claims=claims))
    assert [(c.direction, c.rule) for c in found] == change
    assert all((c.before, c.after) == (told, retold) for c in found)


def fact(of: str, **own: Any) -> Any:
    return registry()[of].model_validate(own)


def test_they_are_read_from_a_graph_as_they_are_written() -> None:
    cited = {"document": "d", "paragraph": 1, "start": 0, "end": 5, "sha256": "0" * 64, "when": "2022-10~"}
    known = {"published": "2024-10-11", "recorded": "2024-10-12", "sha256": "1" * 64, "file": "d.txt"}
    facts = [
        fact("topic", id="t", name="T", name_de="T", description="What it is about."),
        fact("state", id="kp", name="North Korea"),
        fact("organization", id="o", name="O", kind="news-outlet"),
        fact("document", id="d", title="D", outlet="o", language="en", url="https://example.org/d", **known),
        fact("situation", id="e", name="E", description="It.", period="2022-23"),
        fact(
            "claim",
            id="c",
            topic="t",
            stance="asserts",
            speaker="kp",
            about="e",
            paraphrase="It was.",
            said="2023-06-01T09:24",
            when="{2022-10-01,2022-10-03}",
            cited=[cited],
        ),
    ]
    world = world_of(rows_of(facts))
    told = world.claims["c"]
    printed = world.differing["c"][0].when
    assert printed is not None
    spans = (told.said, told.when, printed, world.things["e"].period)
    assert [span_text(one) for one in spans] == [
        "2023-06-01T09:24",
        "{2022-10-01,2022-10-03}",
        "2022-10~",
        "2022-23",
    ]
