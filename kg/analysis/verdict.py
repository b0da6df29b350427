"""What two figures say about each other: same, refines, compatible, contradicts or incomparable."""

from __future__ import annotations

from typing import Literal, NamedTuple, get_args

from kg.analysis.intervals import Relation, bounds_text, numbers, steps
from kg.analysis.world import Figure
from kg.model.bounds import KIND

VerdictWord = Literal[
    "contradicts", "revised down", "revised up", "refines", "same", "compatible", "incomparable"
]
WORDS: tuple[VerdictWord, ...] = get_args(VerdictWord)
"""From what matters most to what matters least; only claims of one speaker are revised (`pairs.judge`)."""

APART = "they hold for different times"
OVERLAPPING = "what is counted, events or periods overlap only in part, so neither total bounds the other"


class Verdict(NamedTuple):
    """A verdict, and the rule that gave it."""

    word: VerdictWord
    rule: str
    nested: bool = False
    """Whether one figure is of a part of what the other counts."""


def verdict(one: Figure, other: Figure, *, scope: Relation = "same", validity: Relation = "same") -> Verdict:
    """Judge two figures by the numbers they allow.

    Incomparable when measure, currency, unit, total of a share, rate, mode or stage differ (what is not given
    matches only what is not given either), when they count different things (`of`), or when scope or validity
    lie apart: the figures do not speak of the same thing.

    Otherwise, for the same scope and the same validity (for a stock, any validity in common: what is there
    at one time has one number):

    * contradicts: no number fits both;
    * same: exactly the same numbers fit;
    * refines: every number that fits the first fits the second, but not the other way round;
    * compatible: some number fits both.

    A part is at most the whole. When one figure is of a part (a nested event, one type beside a figure that
    says of no type or, for a flow or cumulative total, a shorter period), it contradicts only if its least
    number is above the greatest of the whole. When these nest in opposite ways, or periods merely overlap,
    neither total bounds the other.

    Symmetric but for `refines`: seen from the other side that is compatible.

    Args:
        one: the first figure.
        other: the second figure.
        scope: how the event of the first lies to that of the second.
        validity: how the period of the first lies to that of the second.

    Source:
        Interval arithmetic (Moore, Interval Analysis, 1966); for parts and wholes the additivity of counts.

    Example:
        >>> verdict(Figure(12000, 12000), Figure(10000, None, low_open=True)).word
        'refines'
        >>> verdict(Figure(12000, 12000), Figure(2000, 10000, high_open=True)).word
        'contradicts'
        >>> verdict(Figure(5, 5, unit="shells"), Figure(5, 5, unit="containers")).rule
        'units differ: shells, containers'
        >>> euros = Figure(140, 140, unit="eur", measure="money", currency="EUR")
        >>> verdict(euros, euros._replace(unit="usd", currency="USD")).rule
        'not compared: two currencies, EUR and USD'
    """
    if one.currency and other.currency and one.currency != other.currency:
        return Verdict("incomparable", f"not compared: two currencies, {one.currency} and {other.currency}")
    for name, left, right in zip(KIND.values(), one.kind, other.kind, strict=True):
        if left != right:
            return Verdict("incomparable", f"{name} differ: {left or 'not given'}, {right or 'not given'}")
    counted = things(one.of, other.of)
    if counted == "apart":
        return Verdict("incomparable", f"other things are counted: {one.of}, {other.of}")
    if scope == "apart":
        return Verdict("incomparable", "they are about different events, neither a part of the other")
    if validity == "apart":
        return Verdict("incomparable", APART)
    if one.mode == "stock" and validity != "same":
        validity = "same"
    nesting = {counted, scope, validity}
    if nesting == {"same"}:
        return _direct(one, other)
    if nesting <= {"same", "within"}:
        return _part(one, other)
    if nesting <= {"same", "around"}:
        return _part(other, one)
    return Verdict("compatible", OVERLAPPING)


def things(one: str | None, other: str | None) -> Relation:
    """Return how what is counted lies to each other: a figure that does not say of what counts every type.

    Example:
        >>> things("kn-23", None), things("kn-23", "shahed"), things(None, None)
        ('within', 'apart', 'same')
    """
    if one == other:
        return "same"
    if one is not None and other is not None:
        return "apart"
    return "around" if one is None else "within"


def _direct(one: Figure, other: Figure) -> Verdict:
    relation = numbers(steps(one), steps(other))
    both = f"{bounds_text(one)} and {bounds_text(other)}"
    vague = ", a vague word read by the table" if one.vague or other.vague else ""
    if relation == "apart":
        return Verdict("contradicts", f"no number fits both {both}{vague}")
    if relation == "same":
        return Verdict("same", f"the same numbers fit: {bounds_text(one)}")
    if relation == "within":
        return Verdict("refines", f"{bounds_text(one)} lies within {bounds_text(other)}{vague}")
    return Verdict("compatible", f"some number fits both {both}{vague}")


def _part(part: Figure, whole: Figure) -> Verdict:
    both = f"part {bounds_text(part)}, whole {bounds_text(whole)}"
    if steps(part)[0] > steps(whole)[1]:
        return Verdict("contradicts", f"a part is larger than the whole: {both}", nested=True)
    return Verdict("compatible", f"a part may be smaller than the whole: {both}", nested=True)
