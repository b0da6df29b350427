"""What a number counts, and what a rate is given for."""

from __future__ import annotations

import re

from kg.language.number_digits import GAP
from kg.language.number_patterns import Patterns
from kg.language.number_words import numeral
from kg.model.currencies import CURRENCIES

NEAR = 3
"""How many words may stand between a number and what it counts, or between that and what a rate is for."""
_FAR = 200
"""How many characters before a number are looked at for what a rate is for."""
MEASURED = frozenset(
    "percent percentage-points tonnes tons kilograms grams km mm metres miles litres barrels"
    " years months weeks days hours minutes times usd eur gbp rub uah cny aed irr krw chf jpy".split()
)
"""Units of what can be divided."""
_OF_KINDS = MEASURED - frozenset(
    "percent percentage-points years months weeks days hours minutes times".split()
)
"""Units that a word before them makes others: Canadian dollars, cubic metres, nautical miles."""
_PROPERTY = re.compile(
    rf"{GAP}?\d[\d.,]*(?:[ -]?(?:mm|мм|cm|см)(?!\w)(?:-?\w+)?|-(?:kg|ton|tonne|inch|pound)(?!\w))"
)
"""A calibre between a number and what it counts: "24,000 152 mm rounds"."""
_ASIDE = re.compile(r"\s?\((?:[^\W\d_][^()\d]{0,60}|\d[\d., ]*)\)")
"""A number in words behind one in digits: "300 (three hundred) drones"."""
_BLANK = re.compile(r"[\s„“”«»\"‘]+|-")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_ENDS = re.compile(r"[\s)\]}”»\"]*(?:$|[.,;:!?])")


def counted(text: str, at: int, p: Patterns, one: bool) -> tuple[str | None, int, int]:
    """Return what is counted, how many words stand before it, and where it ends; (None, 4, at) when unknown.

    Args:
        text: what is read.
        at: one past the number.
        p: the patterns of the language.
        one: the number may be one, so that the noun is a singular.

    Example:
        >>> from kg.language.number_patterns import patterns
        >>> english = patterns("en")
        >>> [counted(text, 2, english, False)[0] for text in ("9 152 mm rounds", "9 sacks of shells")]
        ['shells', None]
    """
    nothing = (None, NEAR + 1, at)
    property_ = _PROPERTY.match(text, at)
    place = property_.end() if property_ else at
    aside = _ASIDE.match(text, place)
    place = aside.end() if aside else place
    part = p.partitive.match(text, place)
    place = part.end() if part else place
    for distance in range(2 if property_ else 0, NEAR + 1):
        blank = _BLANK.match(text, place)
        if blank and blank[0] == "-" and distance == 0 and not property_:
            return nothing
        begin = blank.end() if blank else place
        found = p.units.at(text, begin)
        single = p.unit_ones.at(text, begin) if one and not found else None
        if found and not (one and _goes_on_as_noun(text, found[1], p) and p.unit_ones.pattern.groups > 1):
            return nothing if distance and found[0] in _OF_KINDS else (found[0], distance, found[1])
        if single and not _goes_on_as_noun(text, single[1], p):
            return single[0], distance, single[1]
        word = _WORD.match(text, begin)
        if not word or not blank or p.no_modifier.fullmatch(word[0]) or not p.modifier.fullmatch(word[0]):
            return nothing
        place = word.end()
    return nothing


def _goes_on_as_noun(text: str, at: int, p: Patterns) -> bool:
    """Return whether the next word may be the noun that a singular stands before."""
    word = re.compile(r"\s([^\W\d_][\w-]*)").match(text, at)
    return bool(
        word
        and not p.no_modifier.fullmatch(word[1])
        and (word[1][0].islower() or p.words.nouns_capital is False)
    )


def followed_by_nothing(text: str, at: int) -> bool:
    """Return whether no word stands beside a number that it could count."""
    return _ENDS.match(text, at) is not None


def with_others(text: str, at: int, p: Patterns, unit: str) -> bool:
    """Return whether a further noun is counted by the same number, so that the unit tells only of a part.

    Args:
        text: what is read.
        at: one past the noun that is counted.
        p: the patterns of the language.
        unit: what that noun says.

    Example:
        >>> from kg.language.number_patterns import patterns
        >>> english = patterns("en")
        >>> [with_others(t, 9, english, "tanks") for t in ("300 tanks and vehicles", "300 tanks and 9 guns")]
        [True, False]
    """
    joint = p.also.match(text, at)
    if not joint or unit in MEASURED:
        return False
    begin = joint.end()
    for _ in range(NEAR):
        found = p.units.at(text, begin)
        if found:
            listed = not joint[0].startswith(",") or p.also.match(text, found[1])
            return found[0] != unit and bool(listed)
        word = _WORD.match(text, begin)
        if not word or p.no_modifier.match(text, begin) or numeral(text, begin, p):
            return False
        begin = word.end() + 1
    return False


def counter(text: str, at: int, p: Patterns) -> tuple[str | None, int] | None:
    """Return the counter that must stand after a number, and where it ends; None where it does not."""
    found = p.counters.at(text, at + (text[at : at + 1] in " \u00a0" and at < len(text)))
    return (found[0] or None, found[1]) if found else None


def rate(text: str, start: int, at: int, p: Patterns, unit: str | None) -> tuple[str | None, int]:
    """Return what a rate is given for and where that ends; empty when that is nothing that has a name.

    Args:
        text: what is read.
        start: first character of the number.
        at: one past what it counts.
        p: the patterns of the language.
        unit: what is counted.

    Example:
        >>> from kg.language.number_patterns import patterns
        >>> english = patterns("en")
        >>> [rate(text, 0, 2, english, "usd")[0] for text in ("$9 a month", "$9 a drone", "$9 per head")]
        ['month', 'unit', '']
    """
    place = at
    for _ in range(NEAR + 1):
        place = _blank(text, place)
        found = p.per.at(text, place)
        if found:
            return found
        any_ = p.per_any.match(text, place)
        article = any_ is not None and p.doubtful.fullmatch(any_[0]) is not None
        if any_ and not (article and (unit or "").upper() not in CURRENCIES):
            begin = _blank(text, any_.end())
            noun = p.unit_ones.at(text, begin) or p.units.at(text, begin)
            thing = noun is not None and noun[0] not in MEASURED
            if thing or not article:
                return ("unit" if thing else ""), noun[1] if noun else any_.end()
        word = _WORD.match(text, place)
        if not word:
            break
        place = word.end()
    beside = p.per_beside.search(text, max(0, start - _FAR), start)
    if beside:
        return p.per_before.before(beside[0].rstrip()), at
    sentence = re.split(r"[.;!?]\s", text[max(0, start - _FAR) : start])[-1].lstrip()
    first = p.per_before.at(sentence, 0)
    return (first[0] if first and not any(char.isdigit() for char in sentence) else None), at


def _blank(text: str, at: int) -> int:
    return at + (text[at : at + 1] in (" ", "\u00a0"))
