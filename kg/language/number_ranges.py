"""Ranges of two numbers: which belong together, and how far a scale reaches."""

from __future__ import annotations

import re
from dataclasses import replace

from kg.language.number_amounts import DASH, Amount, Form, amount, blank, ends, past_hyphen, sentence
from kg.language.number_hedges import after_hedge, hedges
from kg.language.number_patterns import Patterns
from kg.language.number_words import Numeral
from kg.model.bounds import rounded


def pair(text: str, at: int, pos: int, p: Patterns, *, about: bool = False) -> Form | None:
    """Read "between two and three million"; None where no such pair stands.

    Args:
        text: what is read.
        at: where the form begins.
        pos: where the pair begins.
        p: the patterns of the language.
        about: the words before it mark it as about right.
    """
    for before, middle, kind in p.pairs:
        opened = before.match(text, pos)
        if not opened:
            continue
        names, begin = hedges(text, blank(text, opened.end()), p)
        first = amount(text, begin, p, hedged=True)
        if not first:
            continue
        counted = p.units.at(text, blank(text, first.end))
        places = (first.end, counted[1] if counted else first.end)
        joint = next((found for end in places if (found := middle.match(text, past_hyphen(text, end)))), None)
        more, begin = hedges(text, blank(text, joint.end()), p) if joint else ([], 0)
        other = amount(text, begin, p, hedged=True) if joint else None
        apart = joint and counted and joint.start() > counted[1] - 1
        again = p.units.at(text, blank(text, other.end)) if other and apart else None
        if other and apart and counted and (not again or again[0] != counted[0]):
            return Form(at, first.end, (first.numeral,), known=False)
        if other:
            read = ranged(text, at, first, other, p)
            named = {*names, *more, *(["about"] if about else [])}
            changed = kind == "change" or (kind == "from" and p.changes.search(sentence(text, at)))
            if changed or named - {"about"}:
                return replace(read, known=False)
            approximate = read.approximate or bool(named)
            return after_hedge(replace(read, approximate=approximate, hedged=True), text, read.end, p)
        if kind == "between":
            return Form(at, first.end, (first.numeral,), known=False)
    return None


def second(text: str, first: Amount, p: Patterns) -> tuple[str, Amount, list[str]] | None:
    """Return what stands between two numbers of a range, the second one, and the hedges before that."""
    counted = p.units.at(text, blank(text, first.end))
    for end in (first.end, counted[1] if counted and not first.unit else first.end):
        dash, word = DASH.match(text, end), p.to.match(text, past_hyphen(text, end))
        places: list[tuple[str, int, list[str]]] = []
        if word:
            names, begin = hedges(text, blank(text, word.end()), p)
            places.append((word[0], begin, names))
        if dash:
            places.append(("-", blank(text, dash.end()), []))
        for between, begin, names in places:
            other = amount(text, begin, p, hedged=True, money=first.money)
            again = p.units.at(text, blank(text, other.end)) if other and counted else None
            if other and (end == first.end or (counted and again and again[0] == counted[0])):
                return between, other, names
    return None


def ranged(text: str, at: int, first: Amount, other: Amount, p: Patterns, between: str = "") -> Form:
    """Return the range of two numbers.

    Args:
        text: what is read.
        at: where it begins.
        first: the lower number.
        other: the upper one.
        p: the patterns of the language.
        between: the word or dash between them; empty in "between two and three".
    """
    a, b = first.numeral, other.numeral
    dashed = between == "-"
    own = a.own or b.own or not dashed
    read = Form(at, other.end, (a, b), unit=other.unit or first.unit, dashed=dashed, own=own)
    units = {first.unit, other.unit} - {None}
    doubt = a.where != b.where and "scaled" in (a.where, b.where)
    if a.value is None or b.value is None or len(units) > 1 or doubt or not ends(text, other, p):
        return replace(read, known=False)
    low = _carried(text[a.start : a.end], a, b, sure=dashed)
    far = low and not dashed and between and b.value / low > 10 and a.scales == b.scales == (1, 1)
    if low is None or low >= b.value or far:
        return replace(read, known=False)
    return replace(read, low=low, high=b.value, approximate=a.rough or b.rough)


def _carried(printed: str, a: Numeral, b: Numeral, *, sure: bool) -> float | None:
    """Return the lower end of a range with the scale of its upper one; None where it may be meant or not.

    "9 to 10 million" is nine million, and so is "10-15,000" ten thousand; "10 to 15,000" may be either.
    """
    low, high = a.value or 0, b.value or 0
    if a.scales[0] > 1 or low >= 1000:
        return low
    if b.scales[0] > 1:
        return next((rounded(low * s) for s in (b.scales[1], b.scales[0]) if low * s < high), None)
    if re.fullmatch(r"\d{1,3}", printed) and high >= 1000 and high % 1000 == 0 and low * 1000 < high:
        return low * 1000 if sure else None
    return low
