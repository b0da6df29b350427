"""Numbers in running text: digits, words and vague words, with the bounds that their hedges set.

What is found is a candidate. It shows a person where a figure stands; it is no fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from kg.language.plain import plain
from kg.language.reading import Language, either, languages
from kg.model.bounds import VAGUE

_GAP = "[ \u00a0\u202f\u2009]"
_DIGITS = (
    rf"\d{{1,3}}(?:['’.,]\d{{3}})+(?![\d])|\d{{1,3}}(?:{_GAP}\d{{3}})+(?![\d.,'])|\d+(?:[.,]\d+)?(?![\d])"
)
_FREE = r"(?<![\w\-–@/#.,'’])"
"""A number that belongs to a name ("KN-23") or an address is none of ours."""
_NEAR = 3
"""How many other words may stand between a number and what it counts."""
_AHEAD = 400
"""How many characters after a number are looked at for that."""


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
        unit: what is counted, as the facts spell it, if a noun nearby says so.
    """

    start: int
    end: int
    words: str
    low: int | None = None
    high: int | None = None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    vague: str | None = None
    unit: str | None = None

    @property
    def bounds(self) -> tuple[int | None, int | None, bool, bool]:
        """What must agree for two figures to be the same."""
        return self.low, self.high, self.low_open, self.high_open

    def reading(self) -> str:
        """Return the fields of a quantity as YAML writes them."""
        if self.vague:
            parts = [f"vague: {self.vague}"]
        else:
            parts = [
                f"{name}: {value}"
                for name, value in (("low", self.low), ("high", self.high))
                if value is not None
            ]
            parts += [
                f"{name}: true" for name in ("low_open", "high_open", "approximate") if getattr(self, name)
            ]
        return ", ".join([*parts, f"unit: {self.unit or '?'}"])


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
    """
    printed = plain(text)
    readings = [n for code in tuple(only) or tuple(languages()) for n in _in_language(printed.text, code)]
    kept: list[Number] = []
    for number in sorted(readings, key=lambda n: (n.start, n.start - n.end, n.unit is None)):
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return [_as_printed(number, text, *printed.span(number.start, number.end)) for number in kept]


def _as_printed(number: Number, text: str, start: int, end: int) -> Number:
    return replace(number, start=start, end=end, words=text[start:end])


def _in_language(text: str, code: str) -> Iterator[Number]:
    at, language = 0, languages()[code]
    pattern, units = _patterns(code)
    while match := pattern.search(text, at):
        at = match.end()
        vague = next(
            (name[6:] for name in match.re.groupindex if name.startswith("vague_") and match[name]), None
        )
        unit, distance = _unit(text[match.end() : match.end() + _AHEAD], units, language)
        if vague:
            key = vague.replace("_", "-")
            low, high = VAGUE[key]
            yield Number(
                match.start(),
                match.end(),
                match[0],
                low,
                high,
                high_open=high is not None,
                vague=key,
                unit=unit,
            )
        else:
            number = _exact(match, language, unit, distance)
            if number:
                yield number


def _exact(match: re.Match[str], language: Language, unit: str | None, distance: int) -> Number | None:
    start, end, words = match.start(), match.end(), match[0]
    left, right = match["a"] or match["c"], match["b"] or match["d"]
    if left:
        low, high = _value(left, language), _value(right, language)
        scale = next((s for name, s in language.scales.items() if re.search(rf"\b{name}\b", right, re.I)), 1)
        if low is not None and high is not None and low < 1000 and low * scale < high:
            low *= scale  # "9 to 10 million"
        if low is None or high is None or low >= high:
            return None
        return Number(start, end, words, low, high, unit=unit)
    value = _value(match["n"], language)
    if value is None:
        return None
    hedge = next(
        (
            name[6:].replace("_", "-")
            for name in match.re.groupindex
            if name.startswith("hedge_") and match[name]
        ),
        "",
    )
    if match["n"].casefold() in language.articles and (unit is None or distance > (_NEAR if hedge else 1)):
        return None
    if not hedge and distance > 0 and re.fullmatch(r"(19|20)\d\d", match["n"]):
        return None
    low = None if hedge in ("at-most", "less-than") else value
    high = None if hedge in ("at-least", "more-than") else value
    return Number(
        start, end, words, low, high, hedge == "more-than", hedge == "less-than", hedge == "about", unit=unit
    )


def _value(words: str, language: Language) -> int | None:
    """Read digits or number words, with a scale; None when it is no whole number."""
    digits = re.match(_DIGITS, words)
    if digits:
        plain = re.sub(r"[\s'’]", "", digits[0])
        plain = re.sub(r"[.,](?=\d{3}(\D|$))", "", plain).replace(",", ".")
        total = Decimal(plain)
        rest = words[digits.end() :].strip().casefold()
        total *= language.scales.get(rest, 1)
        return int(total) if total == int(total) else None
    done, current = 0, 0
    for token in re.findall(_tokens(language), words.casefold()):
        if token == language.hundred:
            current = (current or 1) * 100
        elif token in language.scales:
            done, current = done + (current or 1) * language.scales[token], 0
        else:
            current += language.ones[token]
    return done + current


def _tokens(language: Language) -> str:
    return "|".join(sorted((*language.ones, language.hundred, *language.scales), key=len, reverse=True))


def _unit(after: str, units: re.Pattern[str], language: Language) -> tuple[str | None, int]:
    """Return what is counted and how many words stand before it."""
    sentence = re.split(r"[.;:!?](?:\s|$)", after)[0]
    for distance, word in enumerate(re.finditer(r"[\w\-]+", sentence)):
        if distance > _NEAR:
            break
        match = units.match(sentence, word.start())
        if match:
            return list(language.units.values())[int(str(match.lastgroup)[1:])], distance
    return None, _NEAR + 1


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    language = languages()[code]
    word = either(sorted((*language.ones, language.hundred, language.thousand), key=len, reverse=True))
    scale = either(sorted(language.scales, key=len, reverse=True))
    words = rf"{word}(?:{language.number_join}{word})*(?!\w)"
    scaled = rf"{words}(?:{_GAP}?{scale}(?!\w)(?:{_GAP}(?:{language.number_join})?{words})?)*"
    after_article = either((language.hundred, *language.scales))
    article = rf"{either(language.articles)}\s{after_article}(?!\w)"
    parts = rf"{_DIGITS}(?:{_GAP}?{scale}(?!\w))?|{scaled}|{article}"
    number = rf"(?>{parts})"  # as much as there is: "twenty-one" is no range
    tail = r"(?!\w)(?!-\w)|(?=mm|km|cm|kg|t\b)"
    between = rf"(?:\s+{either(language.range_between)}\s+|\s?[-–]\s?)"
    hedges = either(_named("hedge", name, words) for name, words in language.hedges.items())
    vague = either(_named("vague", name, words) for name, words in language.vague.items())
    before, middle = language.range_pair or (r"(?!)", "")
    forms = (
        rf"{vague}(?!\w)",
        rf"{before}\s+(?P<c>{parts})\s+{middle}\s+(?P<d>{number})(?:{tail})",
        rf"(?P<a>{number}){between}(?P<b>{number})(?:{tail})",
        rf"(?:{hedges}\s+)?(?P<n>{number})(?:{tail})",
    )
    unit = either(rf"(?P<u{i}>(?:{pattern})(?!\w))" for i, pattern in enumerate(language.units))
    return re.compile(rf"{_FREE}{either(forms)}", re.I), re.compile(unit, re.I)


def _named(kind: str, name: str, words: Iterable[str]) -> str:
    return f"(?P<{kind}_{name.replace('-', '_')}>{either(words)})"
