"""Which figures contradict each other, and which only sound as if they did; denials apart."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from itertools import combinations
from typing import Literal, NamedTuple

from kg.analysis.intervals import Relation, bounds_text, days, span_text
from kg.analysis.live_claims import SUPPORT, withdrawn
from kg.analysis.select import ancestors
from kg.analysis.verdict import WORDS, Verdict, verdict
from kg.analysis.world import Claim, Figure, Span, World

_AHEAD = frozenset({"planned", "prepared", "decided", "ordered", "expected"})
"""Stages that may lie in the future of the speech."""


class Pair(NamedTuple):
    """Two claims and what they say about each other; for a dispute the denial comes first."""

    verdict: Literal["contradicts", "refines", "same", "compatible", "incomparable", "dispute"]
    one: str
    other: str
    rule: str


def validity(world: World, claim: Claim) -> Span:
    """Return the days for which a figure holds.

    What the claim itself says (`when`); else, for an asserted count of a stock, the day of the speech,
    because what is there changes; else the period of the event. An assertion of what has happened cannot
    reach beyond the day on which it was made, so the span ends there; plans, decisions and expectations are
    not cut.
    """
    figure = claim.figure
    done = figure is not None and claim.side == "for" and figure.stage not in _AHEAD
    span = claim.when
    if span == (None, None):
        thing = world.things.get(claim.about)
        counted = figure is not None and figure.mode == "stock" and figure.measure == "count"
        span = claim.said if counted and done else thing.period if thing else span
    if done and claim.said[1] is not None and (span[0] is None or span[0] <= claim.said[1]):
        span = (span[0], min(span[1] or date.max, claim.said[1]))
    return span


def scope(world: World, one: str, other: str) -> Relation:
    """Return how what one claim is about lies to what another is about.

    It is the same, a part of it, the larger one that it is a part of, or apart from it.
    """
    if one == other:
        return "same"
    return (
        "within"
        if other in ancestors(world, one)
        else "around"
        if one in ancestors(world, other)
        else "apart"
    )


def judge(world: World, one: Claim, other: Claim) -> Verdict:
    """Judge the figures of two claims: `verdict`, with scope and validity taken from the claims.

    An expectation and an assertion are incomparable: what is expected need not have come true yet.
    """
    assert one.figure is not None
    assert other.figure is not None
    spans = validity(world, one), validity(world, other)
    ruling = verdict(
        one.figure, other.figure, scope=scope(world, one.about, other.about), validity=days(*spans)
    )
    if ruling.rule == "they hold for different times":
        return Verdict(
            ruling.word, f"they hold for different times: {span_text(spans[0])}, {span_text(spans[1])}"
        )
    if ruling.word != "incomparable" and one.side != other.side:
        return Verdict("incomparable", f"one {one.stance}, the other {other.stance}")
    return ruling


def contradictions(
    world: World,
    among: Collection[str] | None = None,
    *,
    one_of: Collection[str] | None = None,
    incomparable: bool = True,
) -> list[Pair]:
    """Judge figures in pairs, and list what is denied beside what is asserted.

    Judged are live claims that assert or expect a figure. A relay that passes a figure on unchanged is not
    judged again, because what it relays is. Pairs are formed of claims about the same event or an event and a
    part of it; with `incomparable` also of claims under one topic, so that the answer says why figures that
    are read together cannot be compared.

    Args:
        world: the graph, as known on the day asked for.
        among: only claims of these; all when None.
        one_of: only pairs of which one claim is of these; all when None.
        incomparable: also give pairs that cannot be compared. Their number grows with the square of the
            claims.

    Returns:
        Contradictions first, then refinements, the same, compatible and incomparable pairs, then disputes of
        existence: a live denial of an event and each live assertion that it answers, or when it answers
        none, each assertion about the event that relays no other.

    Example:
        >>> from dataclasses import replace
        >>> from kg.analysis.world import Figure, small_world
        >>> world = small_world("a b")
        >>> a, b = (world.claims[i]._replace(figure=Figure(n, n)) for i, n in (("a", 10), ("b", 12)))
        >>> contradictions(replace(world, claims={"a": a, "b": b}))[0].verdict
        'contradicts'
    """
    gone = withdrawn(world)
    judged = [
        c
        for c in world.claims.values()
        if c.figure is not None
        and c.side in SUPPORT
        and c.id not in gone
        and (among is None or c.id in among)
        and not repeats(world, c)
    ]
    pairs = []
    for one, other in _together(world, judged) if incomparable else _comparable(world, judged):
        if other.id < one.id:
            one, other = other, one
        if one_of is not None and one.id not in one_of and other.id not in one_of:
            continue
        ruling = judge(world, one, other)
        back = judge(world, other, one) if ruling.word == "compatible" else ruling
        if back.word == "refines":
            one, other, ruling = other, one, back
        if incomparable or ruling.word != "incomparable":
            pairs.append(Pair(ruling.word, one.id, other.id, ruling.rule))
    pairs.sort(key=lambda p: (WORDS.index(p.verdict), p.one, p.other))
    disputes = (p for p in _disputes(world, gone) if among is None or p.one in among or p.other in among)
    return [*pairs, *(p for p in disputes if one_of is None or p.one in one_of or p.other in one_of)]


def repeats(world: World, claim: Claim) -> bool:
    """Return whether a claim relays one with the same figure, thing, side and time."""
    for other in world.relays.get(claim.id, ()):
        told = world.claims[other]
        if (
            told.figure is not None
            and claim.figure is not None
            and other != claim.id
            and (_meaning(told.figure), told.about, told.side, told.when)
            == (_meaning(claim.figure), claim.about, claim.side, claim.when)
        ):
            return True
    return False


def _meaning(figure: Figure) -> tuple[object, ...]:
    return figure[:10]


def _together(world: World, judged: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Yield the pairs that are read together: under one topic, or of an event and a part of it."""
    for one, other in combinations(judged, 2):
        if one.topic == other.topic or scope(world, one.about, other.about) != "apart":
            yield one, other


def _comparable(world: World, judged: list[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Yield the pairs that are not incomparable at first sight.

    Both claims are alike in kind, and about one event or a part of it.
    """
    groups: dict[tuple[object, ...], dict[str, list[Claim]]] = {}
    for claim in judged:
        assert claim.figure is not None
        key = (claim.figure.measure, claim.figure.unit, claim.figure.mode, claim.figure.stage, claim.side)
        groups.setdefault(key, {}).setdefault(claim.about, []).append(claim)
    for things in groups.values():
        for thing, claims in things.items():
            yield from combinations(claims, 2)
            for larger in ancestors(world, thing)[1:]:
                yield from ((one, other) for one in claims for other in things.get(larger, ()))


def _disputes(world: World, gone: Collection[str]) -> Iterator[Pair]:
    denials = [c for c in world.claims.values() if c.side == "against" and c.id not in gone]
    about: dict[str, list[str]] = {denial.about: [] for denial in denials}
    for claim in world.claims.values():
        if (
            claim.about in about
            and claim.side in SUPPORT
            and claim.id not in gone
            and claim.id not in world.relays
        ):
            about[claim.about].append(claim.id)
    for denial in denials:
        answered = [
            a for a in world.answers.get(denial.id, ()) if a not in gone and world.claims[a].side in SUPPORT
        ]
        for other in answered or about[denial.about]:
            yield Pair(
                "dispute",
                denial.id,
                other,
                "it answers this claim" if answered else "it denies the event that this claim asserts",
            )


def figure_text(figure: Figure | None) -> str | None:
    """Return a figure in words with mode and stage, None for none."""
    if figure is None:
        return None
    return f"{figure.words} {bounds_text(figure)}, {figure.mode}{', ' + figure.stage if figure.stage else ''}"
