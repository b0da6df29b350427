"""What is counted, figures of one sentence, and revisions: by cases worked out by hand, and by law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis.contradictions import Pair, contradictions, figure_text
from kg.analysis.figure_status import figure_status
from kg.analysis.intervals import bounds_text, steps
from kg.analysis.pairs import judge, one_sentence
from kg.analysis.revisions import timeline
from kg.analysis.world import Claim, Document, Figure, Thing, World, small_world
from kg.model.bounds import allowed, bounds_in_words
from tests.analysis import graphs
from tests.laws import examples

MONDAY, TUESDAY = date(2024, 10, 14), date(2024, 10, 15)
CLOSED = Thing("strike", period=(MONDAY, MONDAY))
"""An event of one day: what was said of it later holds for the same day, so that figures of it compare."""


def drones(number: int | None, of: str | None = None, **more: Any) -> Figure:
    return Figure(number, number, unit="drones", stage="used", of=of, **more)


def world(
    figures: dict[str, Figure],
    *,
    speakers: dict[str, str | None] | None = None,
    said: dict[str, date] | None = None,
    paragraphs: dict[str, int] | None = None,
    thing: Thing = CLOSED,
    about: dict[str, str] | None = None,
) -> World:
    """One claim per figure, all of `s` on Monday in paragraph 1 of document d, unless said otherwise."""
    base = small_world(" ".join(figures))
    days = {i: (said or {}).get(i, MONDAY) for i in figures}
    return replace(
        base,
        claims={
            i: base.claims[i]._replace(
                figure=f,
                speaker=(speakers or {}).get(i, "s"),
                said=(days[i], days[i]),
                about=(about or {}).get(i, "e"),
            )
            for i, f in figures.items()
        },
        things={"e": thing, "part": Thing("part", within="e", period=(MONDAY, MONDAY))},
        paragraphs={i: (("d", (paragraphs or {}).get(i, 1)),) for i in figures},
    )


def found(world: World) -> list[tuple[str, str, str]]:
    return [(p.verdict, p.one, p.other) for p in contradictions(world)]


NIGHT = {"all": drones(166), "hit": drones(100), "lost": drones(60), "away": drones(6)}
"""One sentence of the Air Force: of 166 drones 100 were shot down, 60 lost from sight, and 6 flew away."""


def test_a_total_and_its_parts_in_one_sentence_contradict_nothing() -> None:
    pairs = contradictions(world(NIGHT))
    assert {p.verdict for p in pairs} == {"incomparable"}
    assert {p.rule for p in pairs} == {"figures of one sentence: parts of a total, or of each other"}
    assert len(pairs) == 6  # 4 figures, 4 * 3 / 2 pairs: none of them is left out


def test_the_same_figures_in_two_paragraphs_or_by_two_speakers_do_contradict() -> None:
    # 166 against 100 in other paragraphs: the texts do not show that one is a part of the other
    apart = world({"all": drones(166), "hit": drones(100)}, paragraphs={"all": 1, "hit": 2})
    assert found(apart) == [("contradicts", "all", "hit")]
    two = world({"all": drones(166), "hit": drones(100)}, speakers={"hit": "other"})
    assert found(two) == [("contradicts", "all", "hit")]


def test_one_number_twice_in_a_sentence_stays_the_same() -> None:
    assert found(world({"a": drones(60), "b": drones(60)})) == [("same", "a", "b")]


def test_parts_by_type_add_up_to_their_total() -> None:
    # 100 + 60 + 6 = 166 exactly; the three parts are of other types, so they are not compared with each other
    typed = {
        "all": drones(166),
        "a": drones(100, "shahed"),
        "b": drones(60, "gerbera"),
        "c": drones(6, "lancet"),
    }
    pairs = contradictions(world(typed, paragraphs={"all": 1, "a": 2, "b": 2, "c": 2}))
    rules = {(p.verdict, p.rule) for p in pairs if "all" in (p.one, p.other)}
    assert rules == {
        (
            "compatible",
            "parts of one total: [100, 100] + [60, 60] + [6, 6] = [166, 166], total [166, 166]",
        )
    }
    assert {(p.verdict, p.rule) for p in pairs if "all" not in (p.one, p.other)} == {
        ("incomparable", f"other things are counted: {one}, {other}")
        for one, other in (("shahed", "gerbera"), ("shahed", "lancet"), ("gerbera", "lancet"))
    }


@pytest.mark.parametrize(
    ("total", "rule"),
    [
        (200, "parts of one total, the rest of which is not given: [100, 100] + [60, 60] = [160, 160]"),
        (160, "parts of one total: [100, 100] + [60, 60] = [160, 160]"),
        (120, "a part may be smaller than the whole: part [100, 100], whole [120, 120]"),  # parts may overlap
    ],
)
def test_parts_that_do_not_add_up_are_no_contradiction(total: int, rule: str) -> None:
    typed = {"all": drones(total), "a": drones(100, "shahed"), "b": drones(60, "gerbera")}
    pair = next(p for p in contradictions(world(typed)) if {p.one, p.other} == {"all", "a"})
    assert pair.verdict == "compatible"
    assert pair.rule.startswith(rule)


def test_a_part_above_its_total_contradicts() -> None:
    # 200 Shaheds cannot be among 166 drones, whoever says so
    both = {"all": drones(166), "a": drones(200, "shahed")}
    assert found(world(both, speakers={"a": "other"})) == [("contradicts", "a", "all")]


def test_a_figure_without_a_type_is_of_the_only_type_of_its_event() -> None:
    # an event of Shaheds only: its 166 drones are Shaheds, and 160 Shaheds is another number of the same
    both = {"all": drones(166), "a": drones(160, "shahed")}
    speakers: dict[str, str | None] = {"a": "other"}
    only = world(both, speakers=speakers, thing=CLOSED._replace(of=("shahed",)))
    assert found(only) == [("contradicts", "a", "all")]
    several = world(both, speakers=speakers, thing=CLOSED._replace(of=("gerbera", "shahed")))
    assert found(several) == [("compatible", "a", "all")]


def test_a_part_of_the_event_and_a_type_of_its_goods_bound_nothing() -> None:
    # all drones of the part against Shaheds of the whole: either may be larger
    both = {"part": drones(150), "typed": drones(100, "shahed")}
    crossed = world(both, speakers={"typed": "other"}, about={"part": "part"})
    assert found(crossed) == [("compatible", "part", "typed")]


@pytest.mark.parametrize(
    ("before", "after", "verdict"),
    [
        (drones(10), drones(12), "revised up"),
        (drones(12), drones(10), "revised down"),
        (Figure(10, 20), Figure(8, 15), "revised down"),  # both ends fall
        (Figure(650_000, None), Figure(600_000, None), "revised down"),  # one speaker's only bound falls
        (Figure(10, 20), Figure(12, 15), "compatible"),  # narrower: neither higher nor lower, and no refining
        (Figure(10, 20), Figure(5, 30), "compatible"),  # wider
        (drones(10), drones(10), "same"),
    ],
)
def test_who_speaks_again_revises(before: Figure, after: Figure, verdict: str) -> None:
    again = world({"a": before, "b": after}, said={"b": TUESDAY})
    assert found(again) == [(verdict, *(("b", "a") if verdict.startswith("revised") else ("a", "b")))]


def test_only_the_same_speaker_on_a_later_day_revises() -> None:
    pair = {"a": drones(12), "b": Figure(10, 20, unit="drones", stage="used")}
    elsewhere = {"a": 1, "b": 2}
    # another speaker, or the same day: 12 lies within 10 to 20
    other = world(pair, speakers={"b": "other"}, said={"b": TUESDAY})
    assert found(other) == [("refines", "a", "b")]
    assert found(world(pair, paragraphs=elsewhere)) == [("refines", "a", "b")]
    assert found(world(pair, said={"b": TUESDAY})) == [("compatible", "a", "b")]
    # nobody knows who spoke: two unknown speakers need not be one
    unknown: dict[str, str | None] = {"a": None, "b": None}
    assert found(world(pair, speakers=unknown, said={"b": TUESDAY})) == [("refines", "a", "b")]
    # on or before Tuesday may be before Monday, so it is not known which came first
    claims = world(pair).claims
    claims = {**claims, "b": claims["b"]._replace(said=(None, TUESDAY))}
    assert found(replace(world(pair), claims=claims)) == [("compatible", "a", "b")]


def test_a_total_that_shrinks_is_revised_by_its_speaker_and_contradicted_by_another() -> None:
    # losses since 2022: what is told on Tuesday holds what was told on Monday
    since = Thing("losses", period=(date(2022, 2, 24), None))
    total = {i: Figure(n, n, mode="cumulative", stage="lost") for i, n in (("a", 3000), ("b", 1500))}
    assert found(world(total, said={"b": TUESDAY}, thing=since)) == [("revised down", "b", "a")]
    other = world(total, speakers={"b": "other"}, said={"b": TUESDAY}, thing=since)
    assert found(other) == [("contradicts", "a", "b")]
    growing = {"a": total["b"], "b": total["a"]}  # 1,500, then 3,000: growth, or a revision; it is not said
    assert found(world(growing, said={"b": TUESDAY}, thing=since)) == [("compatible", "a", "b")]


def test_counts_at_times_of_which_only_the_end_is_known_do_not_contradict() -> None:
    # "at present" on Monday and on Tuesday is ../Monday and ../Tuesday: need not be one moment
    base = world({"a": Figure(3, 3, mode="stock"), "b": Figure(9, 9, mode="stock")}, speakers={"b": "other"})
    when = {"a": (None, MONDAY), "b": (None, TUESDAY)}
    said = {"a": MONDAY, "b": TUESDAY}
    claims = {i: c._replace(when=when[i], said=(said[i], said[i])) for i, c in base.claims.items()}
    assert found(replace(base, claims=claims)) == [("incomparable", "a", "b")]
    vague = {**claims, "b": claims["b"]._replace(figure=Figure(2, 20, mode="stock"))}
    assert found(replace(base, claims=vague)) == [("refines", "a", "b")]  # what fits both is still said
    one_day = {i: c._replace(when=(None, MONDAY), said=(MONDAY, MONDAY)) for i, c in claims.items()}
    assert found(replace(base, claims=one_day)) == [("contradicts", "a", "b")]


def test_who_denies_a_number_disputes_who_gives_one() -> None:
    base = world({"a": drones(10)})
    bare = base.claims["a"]._replace(id="bare", figure=None, speaker="x")
    denial = base.claims["a"]._replace(id="no", figure=None, speaker="y", stance="denies", facet="how-many")
    whole = replace(
        base,
        claims={**base.claims, "bare": bare, "no": denial},
        printed_in=dict.fromkeys(("a", "bare", "no"), ("d",)),
    )
    assert [p for p in contradictions(whole) if p.verdict == "dispute"] == [
        Pair("dispute", "no", "a", "it denies the event that this claim asserts, but only as to how-many")
    ]


def test_a_remark_with_a_number_is_not_judged() -> None:
    base = world({"a": drones(10), "b": drones(12)}, speakers={"b": "other"})
    aside = {**base.claims, "b": base.claims["b"]._replace(stance="comments")}
    assert found(replace(base, claims=aside)) == []


# --- how figures moved


def moves(world: World) -> list[tuple[str, str, str | None]]:
    return [(s.claim, s.move, s.revision) for s in timeline(world)]


def test_two_lower_bounds_of_two_speakers_are_no_revision() -> None:
    # 650,000 and more than 600,000 losses: both may hold, and nobody took anything back
    losses = {
        "a": Figure(650_000, None, mode="cumulative", stage="lost"),
        "b": Figure(600_000, None, low_open=True, mode="cumulative", stage="lost"),
    }
    two = world(losses, speakers={"b": "other"}, said={"b": TUESDAY})
    assert moves(two) == [("a", "first", None), ("b", "compatible", None)]
    rule = timeline(two)[1].rule
    assert rule == "a figure beside it, some number fits both: [650,000, ?) and (600,000, ?)"
    assert moves(world(losses, said={"b": TUESDAY}))[1] == ("b", "down", "down")


def test_another_speaker_is_higher_or_lower_and_the_own_figure_is_found_again() -> None:
    three = world(
        {"a": drones(10), "b": drones(15), "c": drones(12)},
        speakers={"b": "other"},
        said={"b": TUESDAY, "c": date(2024, 10, 16)},
    )
    # 15 is higher than 10 and of another; 12 is lower than that 15, and up from the own 10
    assert moves(three) == [("a", "first", None), ("b", "higher", None), ("c", "lower", "up")]
    assert timeline(three)[2].own_before == three.claims["a"].figure.words  # type: ignore[union-attr]


def test_figures_of_one_day_revise_nothing() -> None:
    # by id on one day: 166, then 6, 100 and 60 of the same sentence
    assert moves(world(NIGHT)) == [
        ("all", "first", None),
        ("away", "compatible", None),
        ("hit", "compatible", None),
        ("lost", "compatible", None),
    ]


def test_types_are_series_of_their_own_and_properties_none() -> None:
    ranges = Figure(900, 900, approximate=True, unit="kilometres", measure="distance-km", mode="stock")
    mixed = world({"a": drones(100, "shahed"), "b": drones(60, "gerbera"), "range": ranges})
    assert [(s.kind, s.move) for s in timeline(mixed)] == [
        ("drones of gerbera, flow, used", "first"),
        ("drones of shahed, flow, used", "first"),
    ]
    weapon = replace(mixed, things={"e": Thing("a missile", event=False)})
    assert timeline(weapon) == []


def money(number: float, currency: str, **more: Any) -> Figure:
    return Figure(number, number, unit=currency.lower(), currency=currency, measure="money", **more)


@pytest.mark.parametrize(
    ("one", "other", "rule"),
    [
        (money(140, "EUR"), money(141, "USD"), "not compared: two currencies, EUR and USD"),
        (money(140, "EUR"), money(140, "USD"), "not compared: two currencies, EUR and USD"),
        (money(58.32, "USD", per="gram"), money(104, "USD"), "rates differ: gram, not given"),
        (drones(40, total=52), drones(40), "totals differ: 52, not given"),
    ],
)
def test_sums_shares_and_rates_are_compared_with_their_like_only(
    one: Figure, other: Figure, rule: str
) -> None:
    mixed = world({"a": one, "b": other}, speakers={"b": "other"})
    assert [(p.verdict, p.rule) for p in contradictions(mixed)] == [("incomparable", rule)]
    standing = {f.claims: f.status for f in figure_status(mixed)}
    assert standing == {("a",): "supported", ("b",): "supported"}


def test_what_is_measured_may_lie_right_beside_a_bound() -> None:
    bound = Figure(5, None, low_open=True, unit="tonnes", measure="mass-tonnes")
    beside = {"a": bound, "b": bound._replace(low=5.2, high=5.2, low_open=False)}
    assert found(world(beside, speakers={"b": "other"})) == [("refines", "b", "a")]


# --- laws


@settings(max_examples=examples(80))
@given(st.integers(0, 10**9).map(graphs.world))
def test_a_verdict_is_the_same_from_both_sides_but_for_refines(world: World) -> None:
    for one, other in combinations([c for c in world.claims.values() if c.figure], 2):
        there, back = judge(world, one, other).word, judge(world, other, one).word
        assert there == back or {there, back} == {"refines", "compatible"}


def test_the_narrower_figure_comes_first_whatever_the_ids() -> None:
    narrow, wide = drones(12), Figure(10, 20, unit="drones", stage="used")
    assert found(world({"a": narrow, "b": wide}, speakers={"b": "other"})) == [("refines", "a", "b")]
    assert found(world({"a": wide, "b": narrow}, speakers={"b": "other"})) == [("refines", "b", "a")]


@settings(max_examples=examples(80))
@given(st.integers(0, 10**9).map(graphs.world))
def test_nothing_of_one_sentence_contradicts_and_only_one_speaker_revises(world: World) -> None:
    for pair in contradictions(world):
        one, other = world.claims[pair.one], world.claims[pair.other]
        if pair.verdict.startswith("revised"):
            assert one.speaker == other.speaker is not None
            assert one.said[0] > other.said[1]  # type: ignore[operator]  # the later one comes first
        if one.speaker == other.speaker is not None and one.said != other.said:
            assert pair.verdict != "refines"
        if pair.verdict in ("contradicts", "refines") and one_sentence(world, one, other):
            assert one.figure is not None
            assert other.figure is not None
            assert one.figure.of != other.figure.of, "only a part above its total"


@settings(max_examples=examples(80))
@given(st.lists(st.integers(1, 500), min_size=2, max_size=6), st.booleans())
def test_parts_never_contradict_their_total(parts: list[int], typed: bool) -> None:
    figures = {f"p{n}": drones(part, f"type-{n}" if typed else None) for n, part in enumerate(parts)}
    figures["total"] = drones(sum(parts))
    assert {p.verdict for p in contradictions(world(figures))} <= {"same", "compatible", "incomparable"}


@settings(max_examples=examples(200))
@given(st.integers(0, 10**9), st.integers(0, 10**6), st.booleans(), st.booleans(), st.booleans())
def test_what_is_printed_is_what_is_compared(
    low: int, more: int, low_open: bool, high_open: bool, approximate: bool
) -> None:
    figure = Figure(low, low + more + 1, low_open, high_open, approximate)
    least, most = allowed(figure.low, figure.high, approximate)
    assert (least, most) != (None, None)
    assert steps(figure) == (least + low_open, most - high_open)  # type: ignore[operator]
    assert bounds_text(figure) == f"{'(' if low_open else '['}{least:,}, {most:,}{')' if high_open else ']'}"
    words = bounds_in_words(figure.low, figure.high, low_open, high_open, approximate=approximate)
    assert f"{least:,}" in words
    assert f"{most:,}" in words


def test_an_approximate_figure_says_its_bounds() -> None:
    # half of the hundreds, the last digit that is not zero, to either side: 850 to 950
    about = Figure(900, 900, approximate=True, words=bounds_in_words(900, 900, unit="men", approximate=True))
    assert figure_text(about) == "about 900 men (850 to 950) [850, 950], flow"
    claims = {"a": about, "b": Figure(950, 950), "c": Figure(951, 951)}
    pairs = {(p.one, p.other): p for p in contradictions(world(claims, speakers={"b": "b", "c": "c"}))}
    assert pairs["b", "a"].verdict == "refines"
    assert pairs["a", "c"] == Pair("contradicts", "a", "c", "no number fits both [850, 950] and [951, 951]")


def test_a_document_and_a_claim_can_stand_in_no_paragraph() -> None:
    lone = Claim("x", "asserts", "s", "e", "t", (MONDAY, MONDAY), figure=drones(1))
    bare = World({}, {}, {}, {}, {}, {"e": CLOSED}, {"d": Document(MONDAY, MONDAY)})
    assert not one_sentence(bare, lone, lone._replace(id="y", figure=drones(2)))
