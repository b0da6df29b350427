"""Verdicts on pairs of figures: judged by hand, by sampling whole numbers, and by their laws."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis.contradictions import Pair, contradictions
from kg.analysis.intervals import Relation, steps
from kg.analysis.pairs import judge, scope, validity
from kg.analysis.reading import read_world
from kg.analysis.select import select
from kg.analysis.verdict import WORDS, things, verdict
from kg.analysis.world import Claim, Document, Figure, Thing, World, small_world
from kg.load.seeds import plan_facts
from kg.model.bounds import VAGUE
from kg.model.span import Span
from kg.store import connect
from tests import first
from tests.analysis import graphs
from tests.laws import examples

TABLE = yaml.safe_load(Path(__file__).with_name("pairs.yaml").read_text(encoding="utf-8"))
D = date(2024, 10, 1)


def span(text: Any) -> tuple[date | None, date | None]:
    read = Span.model_validate(str(text))
    return read.first, read.last


def parsed(text: str, measure: str) -> Figure:
    """Read bounds, unit, mode and stage."""
    number, counted, mode, stage = text.split()
    unit, _, of = counted.partition("/")
    own: dict[str, Any] = {
        "unit": unit,
        "of": of or None,
        "mode": mode,
        "stage": None if stage == "-" else stage,
        "measure": measure,
    }
    if number in VAGUE:
        low, high = VAGUE[number]
        return Figure(low, high, high_open=high is not None, vague=number, **own)
    bare = number.lstrip("<>=~")
    low_text, _, high_text = bare.partition("..")
    low, high = int(low_text), int(high_text or low_text)
    return Figure(
        None if number[0] == "<" else low,
        None if number[0] == ">" else high,
        number[0] == ">" and number[1] != "=",
        number[0] == "<" and number[1] != "=",
        number[0] == "~",
        None,
        **own,
    )


def the_world() -> World:
    things = {
        i: Thing(i, True, span(e["period"]) if "period" in e else (None, None), e.get("within"))
        for i, e in TABLE["events"].items()
    }
    return World({}, {}, {}, {}, {}, things, {})


def the_claim(id_: str, row: list[Any], measure: str, speaker: str | None = None) -> Claim:
    said, about, text, when, stance = row + [None] * (5 - len(row))
    figure = parsed(text, measure)
    return Claim(
        id_,
        stance or "asserts",
        speaker,
        about,
        "t",
        span(said),
        "plain",
        span(when) if when else (None, None),
        None,
        figure,
    )


def test_the_table_is_large_enough() -> None:
    assert len(TABLE["pairs"]) >= 60
    assert all(pair["because"] and pair["from"] in ("corpus", "record", "made") for pair in TABLE["pairs"])
    assert sum(pair["from"] != "made" for pair in TABLE["pairs"]) >= 40
    assert {pair["verdict"] for pair in TABLE["pairs"]} == set(WORDS)


@pytest.mark.parametrize(
    "pair", [pytest.param(p, id=f"{n:02} {p['because']}") for n, p in enumerate(TABLE["pairs"])]
)
def test_judged_by_hand(pair: dict[str, Any]) -> None:
    measure = pair.get("measure", "count")
    one, other = (the_claim(i, pair[i], measure, pair.get("speaker")) for i in ("one", "other"))
    judged = judge(the_world(), one, other)
    assert judged.word == pair["verdict"], judged.rule
    assert judged.rule
    back = judge(the_world(), other, one).word
    assert back == ("compatible" if judged.word == "refines" else judged.word) or (judged.word, back) == (
        "compatible",
        "refines",
    )


figures = (
    st.integers(0, 10**9).map(lambda seed: graphs.figure(random.Random(seed))).filter(lambda f: f is not None)
)
counts = st.builds(
    lambda f: f._replace(measure="count", unit="x", mode="flow", stage="sent", of=None), figures
)
relations = st.sampled_from(["same", "within", "around", "overlap", "apart"])
FAR = 120
"""Above every figure that is drawn, however rounded."""


def numbers(figure: Figure) -> set[int]:
    """Every whole number that fits, tried one by one."""

    def give(n: float) -> float:
        return max(10**k for k in range(3) if n % 10**k == 0) // 2 if figure.approximate and n else 0

    least = -FAR if figure.low is None else figure.low + figure.low_open - give(figure.low)
    most = FAR if figure.high is None else figure.high - figure.high_open + give(figure.high)
    return {n for n in range(-FAR, FAR) if least <= n <= most}


@settings(max_examples=examples(200))
@given(counts, counts)
def test_equals_sampling_whole_numbers(one: Figure, other: Figure) -> None:
    a, b = numbers(one), numbers(other)
    if not a or not b:
        return  # more than 4 and fewer than 5: no whole number at all
    expected = "contradicts" if not a & b else "same" if a == b else "refines" if a < b else "compatible"
    assert verdict(one, other).word == expected


@settings(max_examples=examples(200))
@given(counts, counts, relations, relations)
def test_a_part_larger_than_the_whole_is_the_only_conflict_of_a_part(
    one: Figure, other: Figure, where: Relation, when: Relation
) -> None:
    word = verdict(one, other, scope=where, validity=when).word
    kind = things(one.of, other.of)
    if "apart" in (where, when, kind):
        assert word == "incomparable"
    elif where == when == kind == "same":
        assert word != "incomparable"
    else:
        least, most = (one, other) if {where, when, kind} <= {"same", "within"} else (other, one)
        nested = {where, when, kind} <= {"same", "within"} or {where, when, kind} <= {"same", "around"}
        impossible = nested and steps(least)[0] > steps(most)[1]
        assert word == ("contradicts" if impossible else "compatible")


@settings(max_examples=examples(200))
@given(figures, figures, relations, relations)
def test_symmetric_but_for_refines_and_contradicts_only_when_it_may(
    one: Figure, other: Figure, where: Relation, when: Relation
) -> None:
    turned = {"within": "around", "around": "within"}
    there = verdict(one, other, scope=where, validity=when).word
    back = verdict(other, one, scope=turned.get(where, where), validity=turned.get(when, when)).word  # type: ignore[arg-type]
    assert back == there or {there, back} == {"refines", "compatible"}
    assert not (there == back == "refines")
    if there == "contradicts":
        assert (one.measure, one.unit, one.mode, one.stage) == (
            other.measure,
            other.unit,
            other.mode,
            other.stage,
        )
        assert None in (one.of, other.of) or one.of == other.of
        assert "apart" not in (where, when)
        assert steps(one)[1] < steps(other)[0] or steps(other)[1] < steps(one)[0]


@settings(max_examples=examples(60))
@given(st.integers(0, 10**9).map(graphs.world))
def test_the_fast_way_finds_every_comparable_pair(world: World) -> None:
    assert contradictions(world, incomparable=False) == [
        p for p in contradictions(world) if p.verdict != "incomparable"
    ]


@settings(max_examples=examples(60))
@given(st.integers(0, 10**9).map(graphs.world))
def test_pairs_are_ordered_and_each_is_given_once(world: World) -> None:
    pairs = [p for p in contradictions(world) if p.verdict != "dispute"]
    assert len({frozenset((p.one, p.other)) for p in pairs}) == len(pairs)
    ranks = [WORDS.index(p.verdict) for p in pairs]
    assert ranks == sorted(ranks)


def test_a_relay_that_passes_a_figure_on_is_not_judged_again() -> None:
    base = small_world("a b c", {"b": ("a",)})
    ten, twelve = Figure(10, 10), Figure(12, 12)
    claims = {i: base.claims[i]._replace(figure=f) for i, f in (("a", ten), ("b", ten), ("c", twelve))}
    assert [(p.one, p.other) for p in contradictions(replace(base, claims=claims))] == [("a", "c")]
    claims["b"] = claims["b"]._replace(figure=twelve)
    assert [(p.verdict, p.one, p.other) for p in contradictions(replace(base, claims=claims))] == [
        ("contradicts", "a", "b"),
        ("contradicts", "a", "c"),
        ("same", "b", "c"),
    ]


def test_denials_are_disputes_and_listed_apart() -> None:
    base = small_world("a b c d")
    claims = {
        **base.claims,
        "c": base.claims["c"]._replace(stance="denies"),
        "d": base.claims["d"]._replace(stance="denies", figure=Figure(1, 1)),
    }
    pairs = contradictions(replace(base, claims=claims, answers={"c": ("b",)}))
    assert [(p.verdict, p.one, p.other) for p in pairs] == [
        ("dispute", "c", "b"),
        ("dispute", "d", "a"),
        ("dispute", "d", "b"),
    ]


def test_what_holds_when() -> None:
    world = replace(small_world("a"), things={"e": Thing("e", True, (D, None))})
    said = date(2024, 10, 18)
    flow = Claim("a", "asserts", None, "e", "t", (said, said), figure=Figure(1, 1, mode="flow", stage="sent"))
    assert validity(world, flow) == (D, said), "what was sent was sent by the day of the speech"
    assert validity(world, flow._replace(stance="expects")) == (D, None)
    assert validity(world, flow._replace(figure=Figure(1, 1, mode="flow", stage="decided"))) == (D, None)
    assert validity(world, flow._replace(figure=Figure(1, 1, mode="stock"))) == (
        said,
        said,
    ), "what is there is there on that day"
    assert validity(world, flow._replace(when=(D, D))) == (D, D)
    assert validity(world, flow._replace(about="unknown")) == (None, said)


def test_a_circle_of_events_ends() -> None:
    circle = replace(
        small_world("a"), things={"x": Thing("x", within="y"), "y": Thing("y", within="x"), "z": Thing("z")}
    )
    assert scope(circle, "x", "y") == "within"
    assert scope(circle, "x", "z") == "apart"


@pytest.fixture(scope="module")
def corpus() -> World:
    store = connect("memory")
    plan_facts(first.facts(), store, "corpus").run()
    return read_world(store)


def test_five_and_nine_million_do_not_contradict(corpus: World) -> None:
    pairs = contradictions(corpus, select(corpus, topic="shells"))
    shells = [
        p for p in pairs if {corpus.claims[p.one].speaker, corpus.claims[p.other].speaker} == {"nis", "msmt"}
    ]
    assert shells
    assert all(p.verdict in ("incomparable", "compatible") and p.rule for p in shells)
    assert not [p for p in pairs if p.verdict == "contradicts"]


def test_prepared_decided_and_denied_in_the_corpus(corpus: World) -> None:
    pairs = contradictions(corpus, select(corpus, topic="troop-numbers"))
    by_speakers: dict[frozenset[str | None], list[Pair]] = {}
    for pair in pairs:
        by_speakers.setdefault(
            frozenset((corpus.claims[pair.one].speaker, corpus.claims[pair.other].speaker)), []
        ).append(pair)
    assert {p.verdict for p in by_speakers[frozenset(("zelensky", "nis"))]} == {"incomparable"}
    assert "dispute" in {p.verdict for p in pairs}
    assert not [p for p in pairs if p.verdict == "contradicts"]


def test_documents_do_not_matter_to_a_verdict() -> None:
    base = small_world("a b")
    claims = {i: base.claims[i]._replace(figure=Figure(n, n)) for i, n in (("a", 1), ("b", 2))}
    world = replace(base, claims=claims)
    moved = replace(
        world, printed_in={"a": ("x",), "b": ("d",)}, documents={"d": Document(D, D), "x": Document(D, D)}
    )
    assert contradictions(moved) == contradictions(world)
