"""What a number with its hedges, or a range of two, says about bounds."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.language.number_amounts import DASH, Amount, Form, amount, blank, ends, sentence
from kg.language.number_hedges import hedged, hedges
from kg.language.number_patterns import Patterns
from kg.language.number_ranges import pair, ranged, second
from kg.model.bounds import VAGUE, rounded

_CLAUSE = re.compile(r"\s—\s(?=\w)")
"""A dash that is one of a range or of a clause."""


def form(text: str, at: int, p: Patterns) -> Form | None:
    """Read a number with its hedges at a place.

    Returns:
        None where none begins; a form that is not `known` where one begins and is not understood.

    Example:
        >>> from kg.language.number_patterns import patterns
        >>> read = form("not more than 10 to 15 million", 0, patterns("en"))
        >>> read.low, read.high, read.high_open
        (None, 15000000, False)
    """
    two = pair(text, at, at, p)
    if two:
        return two
    names, pos = hedges(text, at, p)
    found = p.vague.at(text, pos)
    single = p.alone_hedged.match(text, pos) if names else None
    if found and not (single and single.end() == found[1]):
        return _vague(text, at, bool(names), *found, p)
    two = pair(text, at, pos, p, about=True) if set(names) == {"about"} else None
    if two:
        return two
    first = amount(text, pos, p, hedged=bool(names))
    if not first:
        return None
    further = second(text, first, p)
    if further:
        between, other, more = further
        result = p.results.fullmatch(between) and p.changes.search(sentence(text, at))
        if result or set(more) - {"about"}:
            return Form(at, other.end, (first.numeral, other.numeral), known=False)
        return hedged(ranged(text, at, first, other, p, between), names + more, text, p)
    stray = _stray(text, first.end, p)
    if stray:
        return Form(at, stray.end, (first.numeral, stray.numeral), known=False)
    changed = names and p.results.match(text, at) and p.changes.search(sentence(text, at))
    if changed or not ends(text, first, p):
        return Form(at, first.end, (first.numeral,), known=False)
    n, strong = first.numeral, p.strong_after.match(text, first.end) is not None
    read = Form(
        at, first.end, (n,), n.value, n.value, approximate=n.rough, unit=first.unit, own=n.own or strong
    )
    return hedged(replace(read, known=n.value is not None), names, text, p)


def doubtful(text: str, at: int, p: Patterns) -> bool:
    """Return whether a second number follows that may be meant instead ("300 men, if not 400")."""
    joint = p.unsure.match(text, at)
    return joint is not None and amount(text, blank(text, joint.end()), p) is not None


def _stray(text: str, at: int, p: Patterns) -> Amount | None:
    """Return a second number that belongs to the first in a way that gives no bounds ("300, if not 400")."""
    middles = [middle for _, middle, kind in p.pairs if kind != "between"]
    for joint in (
        _CLAUSE.match(text, at),
        p.unsure.match(text, at),
        *(middle.match(text, blank(text, at)) for middle in middles),
    ):
        other = amount(text, blank(text, joint.end()), p) if joint else None
        if other:
            return other
    return None


def joined(low: Form, text: str, at: int, p: Patterns) -> Form | None:
    """Return an interval from a lower bound and the upper one that a "but" joins to it."""
    but = p.but.match(text, blank(text, at)) if low.low is not None and low.high is None else None
    high = form(text, blank(text, but.end()), p) if but else None
    if not high or not high.known or high.vague or high.low is not None or high.high is None:
        return None
    if low.low is None or low.low >= high.high or low.unit not in (None, high.unit):
        return None
    return replace(
        low, end=high.end, numerals=low.numerals + high.numerals, high=high.high, high_open=high.high_open,
        unit=high.unit,
    )  # fmt: skip


def _vague(text: str, at: int, hedged: bool, name: str, end: int, p: Patterns) -> Form:
    scale = p.scales.at(text, blank(text, end)) if name != "unclear" else None
    end = scale[1] if scale else end
    factor = scale[0] if scale else 1
    go_on = blank(text, end)
    joint = p.unsure.match(text, go_on) or p.to.match(text, go_on) or DASH.match(text, end)
    after = blank(text, joint.end()) if joint else go_on
    number = amount(text, after, p)
    further = p.vague.at(text, after) if joint else None
    if further:
        return Form(at, further[1], known=False)
    if number and ends(text, number, p) and not p.articles.match(text, after):
        return Form(at, number.end, known=False)
    if hedged or name == "unclear":
        return Form(at, end, known=False)
    low, high = VAGUE[name]
    return Form(
        at, end, low=rounded(low * factor), high=None if high is None else rounded(high * factor),
        high_open=high is not None, vague=name, scaled=scale is not None, own=True,
    )  # fmt: skip
