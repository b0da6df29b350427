"""The figures of a text as one language reads them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from kg.language.number_amounts import Form
from kg.language.number_context import is_year, no_figure
from kg.language.number_forms import doubtful, form, joined
from kg.language.number_hedges import after_hedge
from kg.language.number_patterns import Patterns, patterns
from kg.language.number_units import MEASURED, NEAR, counted, counter, followed_by_nothing, rate, with_others
from kg.language.number_words import Numeral, numeral

_LISTED = re.compile(r"\)?\s*(?:\(\d{4}\))?\s*(?:[,;&/–-]|[^\W\d_]{1,3})\s*")
"""What stands between the numbers of one list: "articles 41 and 42"."""
_SHARE = 10
"""Of no more than these a number is a share: "two of three"."""
_EQUAL = re.compile(r"\s?=")
"""What makes a sum the worth of something."""
_DIGITS = re.compile(r"[\d.,'’/:-]*\d")
_GENERAL = (None, "people", "ships")
"""Words after a number of which a noun before it may tell more."""


class Reading(NamedTuple):
    """A figure as one language reads it.

    Attributes:
        form: its bounds and place; not `known` where it is not understood, so that nothing is read there.
        unit: what is counted.
        per: what a rate is given for.
        end: one past what is counted.
        near: nothing stands between the number and what it counts.
    """

    form: Form
    unit: str | None = None
    per: str | None = None
    end: int = 0
    near: bool = False

    @property
    def backed(self) -> bool:
        """Whether words of the language stand there."""
        return self.form.own or self.per is not None or (self.unit is not None and self.form.unit is None)

    @property
    def said(self) -> tuple[object, ...]:
        """What must agree for two readings to be the same."""
        f = self.form
        return (
            (f.known, f.low, f.high, f.low_open, f.high_open, f.approximate, f.vague) if f.known else (False,)
        )


def readings(text: str, code: str) -> list[Reading]:
    """Return what a language reads in a text, in order; what it does not understand is there as not known.

    Args:
        text: plain text.
        code: ISO 639 code of a language with a file.

    Example:
        >>> [(r.form.low, r.unit) for r in readings("24,000 152 mm rounds", "en") if r.form.known]
        [(24000, 'shells')]
    """
    p, at, found, named = patterns(code), 0, list[Reading](), -1
    while begin := p.start.search(text, at):
        read = form(text, begin.start(), p)
        if read is None:
            digits = _DIGITS.match(text, begin.start())
            at = digits.end() if digits else begin.start() + 1
            continue
        whole = _complete(text, read, p)
        end = max(whole.form.end, read.start + 1)
        name = not whole.form.known
        listed = named >= 0 and not whole.near and _LISTED.fullmatch(text, named, read.start)
        if _follows(text, found, read) or listed:
            whole, name = _unknown(whole), True
        if name and found and _lists(text, found[-1], read):
            found[-1] = _unknown(found[-1])
        named = end if name else -1
        found.append(whole)
        digits = _DIGITS.match(text, end) if name and text[end - 1 : end].isdigit() else None
        at = digits.end() if digits else max(end, whole.end)
    return found


def _lists(text: str, last: Reading, read: Form) -> bool:
    """Return whether a number stands in one list with the next, no figure: "34 and 41 years old"."""
    form = last.form
    bare = (
        last.unit is None and not form.hedged and all(n.bare for n in form.numerals) and bool(form.numerals)
    )
    return bare and bool(read.numerals) and _LISTED.fullmatch(text, form.end, read.start) is not None


def _unknown(read: Reading) -> Reading:
    return read._replace(form=replace(read.form, known=False))


def _follows(text: str, found: list[Reading], read: Form) -> bool:
    """Return whether digits stand beside digits, as in the number of a telephone; then neither is read."""
    if not found or not read.numerals or not found[-1].form.numerals or found[-1].unit:
        return False
    last = found[-1].form
    gap = text[last.end : read.start]
    digits = text[last.numerals[-1].start].isdigit() and text[read.start].isdigit()
    beside = digits and bool(gap) and not gap.strip()
    if beside:
        found[-1] = _unknown(found[-1])
    return beside


def _complete(text: str, read: Form, p: Patterns) -> Reading:
    """Add what is counted and what a rate is for; not known where the number is no figure."""
    if not read.known:
        return Reading(read)
    total = p.of_total.match(text, read.end) if read.numerals else None
    whole = numeral(text, total.end(), p) if total else None
    whole = None if whole and whole.doubtful else whole
    share = total and whole and _is_share(read, whole) and len(total[0].split()) == 1
    at = whole.end if whole else read.end
    unit, distance, end = read.unit, 0, at
    if p.words.counters and not unit:
        beside = counter(text, at, p)
        if beside is None:
            return Reading(replace(read, known=False))
        unit, end = beside
        if (
            p.unit_before
            and unit in _GENERAL
            and (noun := p.unit_before.before(text[max(0, read.start - 20) : read.start]))
        ):
            unit = None if p.units_before.search(text[: read.start]) else noun
    elif not unit:
        unit, distance, end = counted(text, at, p, _pure(read))
    if end > at or p.words.counters:
        read = after_hedge(read, text, end, p)
    both = joined(read, text, read.end, p)
    further = None if both else joined(read, text, end, p)
    if further and (
        followed_by_nothing(text, further.end) or counted(text, further.end, p, False)[0] == unit
    ):
        read, end = further, further.end
    elif both:
        read = both
        unit, distance, end = (read.unit, 0, read.end) if read.unit else counted(text, read.end, p, False)
    if not read.known:
        return Reading(read, unit)
    if unit and not read.unit and with_others(text, end, p, unit):
        unit = None
    if doubtful(text, end, p) or _EQUAL.match(text, end) or p.halves.match(text, end):
        return Reading(replace(read, known=False), unit)
    part = None if whole or not read.numerals else p.of_total.match(text, end)
    of = numeral(text, part.end(), p) if part else None
    if of and not of.doubtful:
        read = replace(read, end=of.end)
        if _is_share(read, of):
            return Reading(replace(read, known=False), unit)
    if whole:
        read = replace(read, end=whole.end, known=unit is not None and not share)
    per, past = rate(text, read.start, max(end, read.end), p, unit)
    named = unit or ("things" if p.words.counters or (per and not is_year(text, read)) else None)
    wrong = _misplaced(text, read, p, unit, distance, bool(whole)) or no_figure(text, read, p, named)
    if wrong or per == "":
        return Reading(replace(read, known=False), unit)
    return Reading(read, unit, per, past, near=distance == 0)


def _is_share(read: Form, whole: Numeral) -> bool:
    """Return whether a number of a whole is a share: "two of three", "one in twelve", "five of a hundred"."""
    return (whole.value or 0) <= _SHARE or whole.value in (100, 1000) or _pure(read)


def _pure(read: Form) -> bool:
    """Return whether the number is one or none, so that a singular follows."""
    return not read.vague and {read.low, read.high} <= {0, 1, None}


def _misplaced(text: str, read: Form, p: Patterns, unit: str | None, distance: int, of: bool) -> bool:
    """Return whether the digits or words mean this number only beside something else than stands there."""
    for n in read.numerals:
        measured = unit in MEASURED
        alone = unit is None and followed_by_nothing(text, read.end)
        wrong = {
            "scaled": True,
            "counted": unit is None or measured,
            "measured": not (measured or alone),
            "known": unit is None,
            "anywhere": False,
        }[n.where]
        if wrong:
            return True
    if len(read.numerals) == 1 and read.numerals[0].doubtful:
        if p.words.counters:
            return True
        far = distance > (NEAR if read.hedged else 1)
        return unit is None or far or of or (unit in MEASURED and not read.hedged)
    return False
