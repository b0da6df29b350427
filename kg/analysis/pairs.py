"""What the figures of two claims say about each other, and whether they stand in one sentence."""

from __future__ import annotations

from datetime import date
from functools import cache

from kg.analysis.intervals import Relation
from kg.analysis.judged import between, counted
from kg.analysis.moves import moved
from kg.analysis.select import ancestors
from kg.analysis.spans import before, days, span_text
from kg.analysis.verdict import APART, OVERLAPPING, Verdict, verdict
from kg.analysis.worded import Worded
from kg.analysis.world import Claim, Figure, Span, World
from kg.language.interface.words import Words
from kg.model.day_text import marked
from kg.model.weighing import FIGURES_AHEAD

UNCLEAR = "they need not be of one time"


def validity(world: World, claim: Claim) -> Span:
    """Return the days for which a figure holds.

    What the claim itself says (`when`); else, for an asserted count of a stock, the day of the speech,
    because what is there changes; else the period of the event. An assertion of what has happened cannot
    reach beyond the day on which it was made, so the span ends there; plans, decisions and expectations are
    not cut; nor is what is more than its ends, such as an approximate time.
    """
    figure = claim.figure
    done = figure is not None and claim.side == "for" and figure.stage not in FIGURES_AHEAD
    span = claim.when
    if span == (None, None):
        thing = world.things.get(claim.about)
        counted = figure is not None and figure.mode == "stock" and figure.measure == "count"
        span = claim.said if counted and done else thing.period if thing else span
    if isinstance(span, Worded) or marked(getattr(claim.said, "text", "")):
        return span
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

    * An expectation and an assertion are incomparable: what is expected need not have come true yet.
    * What an event is about is counted where a figure does not say what: beside a figure for its only weapon
      type one without is for that type, too; beside a figure for one type of several it is for all.
    * Weapon types that are judged to be the same are one thing to count.
    * Different figures of one sentence are incomparable: they are parts of a total, or of each other.
    * Counts at times of which only the end is known do not contradict: they need not be of one time.
    * A speaker who gives another figure on a later day revises: down or up, and never refines.

    Symmetric but for `refines`: seen from the other side that is compatible.
    """
    assert one.figure is not None
    assert other.figure is not None
    spans = validity(world, one), validity(world, other)
    figures = _counting(world, one, other), _counting(world, other, one)
    ruling = verdict(*figures, scope=scope(world, one.about, other.about), validity=days(*spans))
    if ruling.word == "incomparable":
        return ruling
    if one.side != other.side:
        return Verdict("incomparable", f"one {one.stance}, the other {other.stance}")
    if ruling.word == "same" or ruling.rule == OVERLAPPING:
        return ruling
    if not ruling.nested and one_sentence(world, one, other):
        return Verdict("incomparable", "figures of one sentence: parts of a total, or of each other")
    if ruling.word == "contradicts" and figures[0].mode == "stock" and _unclear(*spans):
        return Verdict("incomparable", UNCLEAR)
    if one.speaker is None or one.speaker != other.speaker or one.said == other.said:
        return ruling
    if later(one, other):
        return _again(ruling, figures[1], figures[0])
    if later(other, one):
        return _again(ruling, figures[0], figures[1])
    return (
        Verdict("compatible", f"one speaker, on days whose order is not known; {ruling.rule}")
        if (ruling.word == "refines")
        else ruling
    )


def _counting(world: World, one: Claim, beside: Claim) -> Figure:
    """Return the figure of a claim with what it counts, where the figure beside it says so of its own."""
    assert one.figure is not None
    assert beside.figure is not None
    thing, of = world.things.get(one.about), one.figure.of
    if of is None and beside.figure.of is not None and thing and len(thing.of) == 1:
        of = thing.of[0]
    of = counted(world, of)
    return one.figure if of == one.figure.of else one.figure._replace(of=of)


def reason(world: World, ruling: Verdict, one: Claim, other: Claim) -> str:
    """Return the rule of a verdict, with the days in words where it speaks of times.

    Where both count what is judged to be the same, it names the judgements.
    """
    judged = between(world, one.figure and one.figure.of, other.figure and other.figure.of)
    if ruling.rule not in (APART, UNCLEAR):
        return ruling.rule + judged
    say = _words().day
    return f"{ruling.rule}: {', '.join(say(span_text(validity(world, c))) for c in (one, other))}{judged}"


@cache
def _words() -> Words:
    return Words()


def _unclear(one: Span, other: Span) -> bool:
    """Return whether two times need not be one: each may have begun at any time, or one is approximate."""
    approximate = any(marked(getattr(span, "text", "")) for span in (one, other))
    return one != other and (approximate or None in (one[0], other[0]))


def _again(ruling: Verdict, before: Figure, after: Figure) -> Verdict:
    """Judge a figure and what its own speaker said on a later day."""
    move, rule = moved(before, after)
    if ruling.nested and ruling.word != "contradicts":
        return ruling
    if move in ("up", "down"):
        return Verdict("revised up" if move == "up" else "revised down", f"the same speaker later: {rule}")
    return Verdict("compatible", f"the same speaker later: {rule}")


def later(one: Claim, other: Claim) -> bool:
    """Return whether one was surely said later than the other, by the day or by the time on one clock."""
    return before(other.said, one.said)


def one_sentence(world: World, one: Claim, other: Claim) -> bool:
    """Return whether two figures stand in one paragraph, in the words of one speaker about one event.

    They count the same in the same way, on one day and for one time.
    """
    assert one.figure is not None
    assert other.figure is not None
    if (one.speaker, one.about, one.said, one.when) != (other.speaker, other.about, other.said, other.when):
        return False
    places = world.paragraphs.get(other.id, ())
    return any(place in places for place in world.paragraphs.get(one.id, ()))


def repeats(world: World, claim: Claim) -> bool:
    """Return whether a claim relays one with the same figure, thing, side and time."""
    for other in world.relays.get(claim.id, ()):
        told = world.claims[other]
        if (
            told.figure is not None
            and claim.figure is not None
            and other != claim.id
            and (_meaning(world, told.figure), told.about, told.side, told.when)
            == (_meaning(world, claim.figure), claim.about, claim.side, claim.when)
        ):
            return True
    return False


def _meaning(world: World, figure: Figure) -> tuple[object, ...]:
    return *figure[:6], *figure.kind, counted(world, figure.of)
