"""Numbers in running text: digits, words and vague words, with the bounds that their hedges set.

What is found is a candidate. It shows a person where a figure stands; it is no fact. What is not understood
gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.language.number_patterns import SIGN, Patterns, patterns
from kg.language.number_words import GAP, scale_of, value
from kg.language.plain import plain
from kg.language.reading import Language, languages
from kg.model.bounds import VAGUE, rounded
from kg.model.currencies import CURRENCIES, SIGNS

_NEAR = 3
"""How many other words may stand between a number and what it counts."""
_AHEAD = 400
"""How many characters after a number are looked at for that."""
_RATE = 80
"""How many characters after a number are looked at for what a rate is given for."""
_CALIBRE = re.compile(rf"^{GAP}?\d[\d.,]*[ -]?(?:mm|millimet\w+)(?!\w)")
"""A calibre between a number and what it counts: "24,000 152 mm rounds"."""


@dataclass(frozen=True)
class Number:
    """A figure that a text prints.

    Attributes:
        start: first character of the words, counted from 0.
        end: one past the last.
        words: the words as printed, hedge included.
        low: lower bound, None when the words give none.
        high: upper bound, None when the words give none.
        low_open: the lower bound itself is excluded.
        high_open: the upper bound itself is excluded.
        approximate: the words mark the number as approximate.
        vague: the vague word of the one table, if it is one; it sets the bounds.
        unit: what is counted, as the facts spell it, if a noun nearby says so; the currency of a sum.
        per: what a rate is given for.
        scaled: a scale stands after the vague word ("several million"), so that the bounds are not those of
            the table.
    """

    start: int
    end: int
    words: str
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    vague: str | None = None
    unit: str | None = None
    per: str | None = None
    scaled: bool = False

    @property
    def bounds(self) -> tuple[float | None, float | None, bool, bool]:
        """What must agree for two figures to be the same."""
        return self.low, self.high, self.low_open, self.high_open

    @property
    def tabled(self) -> str | None:
        """The vague word, if its bounds are those of the table."""
        return None if self.scaled else self.vague

    def reading(self, unit: bool = True) -> str:
        """Return the fields of a quantity as YAML writes them; a unit that is no currency only if asked."""
        if self.tabled:
            parts = [f"vague: {self.vague}"]
        else:
            bounds = (("low", self.low), ("high", self.high))
            parts = [f"{name}: {bound}" for name, bound in bounds if bound is not None]
            marks = ("low_open", "high_open", "approximate")
            parts += [f"{name}: true" for name in marks if getattr(self, name)]
        parts += [f"per: {self.per}"] if self.per else []
        currency = (self.unit or "").upper()
        if currency in CURRENCIES:
            parts.append(f"measure: money, currency: {currency}")
        elif unit:
            parts.append(f"unit: {self.unit or '?'}")
        return ", ".join(parts)


def numbers(text: str, only: Iterable[str] = ()) -> list[Number]:
    """Return the figures in a text, in order, without overlaps.

    Args:
        text: one paragraph or a few words.
        only: codes of the languages to look for; all when empty.

    Example:
        >>> [(n.words, n.reading()) for n in numbers("mehr als 650'000 Soldaten")]
        [("mehr als 650'000", 'low: 650000, low_open: true, unit: soldiers')]
        >>> [(n.low, n.high, n.vague) for n in numbers("up to nine million shells, dozens of guns")]
        [(None, 9000000, None), (24, 200, 'dozens')]
        >>> [n.reading() for n in numbers("about $58.32 per gram")]
        ['low: 58.32, high: 58.32, approximate: true, per: gram, measure: money, currency: USD']
    """
    printed = plain(text)
    readings = [n for code in tuple(only) or tuple(languages()) for n in _in_language(printed.text, code)]
    kept: list[Number] = []
    for number in sorted(readings, key=lambda n: (n.start, n.start - n.end, n.unit is None, n.per is None)):
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    read = (
        n for n in kept if (n.low, n.high) != (None, None)
    )  # what may be meant or not hides what is in it
    return [_as_printed(number, text, *printed.span(number.start, number.end)) for number in read]


def _as_printed(number: Number, text: str, start: int, end: int) -> Number:
    return replace(number, start=start, end=end, words=text[start:end])


def _in_language(text: str, code: str) -> Iterator[Number]:
    at, language = 0, languages()[code]
    found = patterns(code)
    while match := found.number.search(text, at):
        at = match.end()
        after = _CALIBRE.sub("", text[at : at + _AHEAD])
        rate = found.rate.search(after, 0, _RATE)
        rate = rate if rate and len(re.findall(r"[\w-]+", after[: rate.start()])) <= _NEAR else None
        per = (found.named(rate, "per") or None) if rate else None
        unit, distance = _unit(after[: rate.start()] if rate else after, found.unit, language)
        vague = found.named(match, "vague")
        number = (
            _vague(match, vague, language, unit) if vague else _exact(match, found, language, unit, distance)
        )
        if number:
            yield replace(number, per=per)


def _vague(match: re.Match[str], vague: str, language: Language, unit: str | None) -> Number:
    low, high = VAGUE[vague]
    scale = language.scales[match["scale"].casefold()] if match["scale"] else 1
    return Number(
        match.start(),
        match.end(),
        match[0],
        low * scale,
        None if high is None else high * scale,
        high_open=high is not None,
        vague=vague,
        unit=unit,
        scaled=scale > 1,
    )


def _numeral(match: re.Match[str], tag: str, language: Language) -> tuple[str, float | None, str | None]:
    """Return the words of a number, what it is, and the currency whose sign stands before it."""
    sign, words = match[f"sign_{tag}"], match[f"sum_{tag}"] or match[f"number_{tag}"] or ""
    currency = SIGNS[sign.upper()].lower() if sign else None
    return words, value(words, language, money=currency is not None) if words else None, currency


def _exact(
    match: re.Match[str], patterns: Patterns, language: Language, unit: str | None, distance: int
) -> Number | None:
    start, end, words = match.start(), match.end(), match[0]
    for tags in ("cd", "ab"):
        left, low, currency = _numeral(match, tags[0], language)
        right, high, other = _numeral(match, tags[1], language)
        if low is not None and high is not None:
            low = _carried(left, low, right, high, language, dashed=tags == "ab" and _dashed(match))
            currency = currency or other
            if low is None:
                return Number(start, end, words)
            return Number(start, end, words, low, high, unit=currency or unit) if low < high else None
    printed, number, currency = _numeral(match, "n", language)
    if number is None:
        return None
    hedge = patterns.named(match, "hedge") or patterns.named(match, "after")
    if printed.casefold() in language.articles and (unit is None or distance > (_NEAR if hedge else 1)):
        return None
    if not hedge and not currency and distance > 0 and re.fullmatch(r"(19|20)\d\d", printed):
        return None
    low = None if hedge in ("at-most", "less-than") else number
    high = None if hedge in ("at-least", "more-than") else number
    marks = hedge == "more-than", hedge == "less-than", hedge == "about"
    return Number(start, end, words, low, high, *marks, unit=currency or unit)


def _dashed(match: re.Match[str]) -> bool:
    """Return whether nothing but a dash stands between the two numbers of a range."""
    return match["between"].strip() in ("-", "–")


def _carried(
    left: str, low: float, right: str, high: float, language: Language, *, dashed: bool
) -> float | None:
    """Return the lower end of a range with the scale of its upper one; None where it may be meant or not.

    "9 to 10 million" is nine million, and so is "10-15,000" ten thousand; "10 to 15,000" may be either.
    """
    scale = scale_of(right, language, money=True)
    if scale_of(left, language, money=True) > 1 or low >= 1000:
        return low
    if scale > 1:
        return rounded(low * scale) if low * scale < high else low
    if re.fullmatch(r"\d{1,3}", left) and high >= 1000 and high % 1000 == 0 and low * 1000 < high:
        return low * 1000 if dashed else None
    return low


def _unit(after: str, units: re.Pattern[str], language: Language) -> tuple[str | None, int]:
    """Return what is counted and how many words stand before it."""
    sign = re.match(rf"\.?{GAP}?({SIGN})(?!\w)", after, re.I)
    if sign:
        return SIGNS[sign[1].upper()].lower(), 0
    sentence = re.split(r"[.;:!?](?:\s|$)", after)[0]
    for distance, word in enumerate(re.finditer(r"[\w\-]+", sentence)):
        if distance > _NEAR:
            break
        match = units.match(sentence, word.start())
        if match:
            return list(language.units.values())[int(str(match.lastgroup)[1:])], distance
    return None, _NEAR + 1
