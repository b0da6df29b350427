"""Patterns of numbers in the texts of one language, made from what its file says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.language.number_digits import GAP
from kg.language.number_lexicon import SIGN, Finder, NumberWords, listed, words_of
from kg.language.reading import either, every, languages

MARKS = {">": "more-than", "<": "less-than", "≥": "at-least", "≤": "at-most", "~": "about", "≈": "about"}
"""Signs that hedge a number in any language."""
_AFTER_DIGIT_START = r"(?<![\w\-–∼@/#.,'’:+*°×$€£₽₴¥₹₩²³§№^])"
"""Digits that belong to a name ("KN-23"), a register, an address or a time of day are none of ours."""
_WORD_START = r"(?<![\w\-@/#_])"
_ANY_SCALE = r"[mb]ill?i(?:on|ard)|тыс|тис|млн|млрд|м[іи]л+[ьи]|(?:trn|trln|tril|bil|mrd|mlrd|mio|mln|bln)\b"
"""A scale of a language that is not the one read: "3 millions" is no three."""


class Patterns:
    """The compiled patterns of one language.

    Attributes:
        words: what the file says.
        start: where a number may begin.
        tail: what must hold after the digits or words of a number.
    """

    def __init__(self, code: str, words: NumberWords) -> None:
        """Compile the patterns of a language."""
        self.words = words
        inner = "" if words.glued or words.mixed else r"(?!\w)"
        outer = "" if words.mixed else r"(?:(?<=['’])|(?!\w))"
        self.ones = Finder(words.ones, inner)
        self.scales = Finder(words.scales, inner)
        self.money_scales = Finder({**words.scales, **words.money_scales}, inner)
        self.rounds = Finder(words.rounds)
        self.fractions = Finder(words.fractions, "")
        self.halves = _compiled(words.halves, outer)
        self.alone = _compiled(words.alone, inner)
        self.alone_hedged = _compiled(words.alone_hedged, inner)
        self.articles = _compiled(words.articles)
        self.doubtful = _compiled(words.doubtful)
        self.join = re.compile(words.join, re.I)
        self.endings = _compiled(words.endings)
        self.hedges = Finder(listed(words.hedges), outer)
        self.after = Finder(listed(words.hedges_after), outer)
        self.far_hedge = re.compile(
            rf"(?<!\w){either((*words.negations, *(pattern for pattern, _ in listed(words.hedges))))}"
            r"(?:,?\s(?-i:[^\W\d_A-ZА-ЯЁІЇЄҐ]{1,5}),?|,)\s$",
            re.I,
        )
        self.negations = _compiled(words.negations, outer)
        self.denied = re.compile(
            rf"(?<![^\W\d_]){either((*words.negations, *words.denials))}(?!\w)(?:\s[^\W\d_]+){{0,4}}\s*$",
            re.I,
        )
        told = languages()[code].told
        self.doubted = re.compile(
            either(p for name in ("not confirmed", "denied", "doubted") for p in told.get(name, ())), re.I
        )
        self.but = _compiled(words.but)
        self.pairs = [
            (_compiled([before], outer), _compiled([middle], outer), kind)
            for before, middle, kind in words.pairs
        ]
        self.to = _compiled(words.to, outer)
        self.results = _compiled(words.results, outer)
        self.unsure = _compiled(words.unsure, outer)
        self.doubt_before = re.compile(rf"(?:{either(words.unsure)}|[=+±×])\s*$", re.I)
        self.changes = re.compile(rf"(?<!\w){either(words.changes)}", re.I)
        self.vague = Finder(listed(words.vague), outer)
        self.per = Finder(listed(words.per))
        self.per_before = Finder(listed(words.per_before))
        self.per_beside = re.compile(
            rf"(?<!\w){either(pattern for pattern, _ in listed(words.per_before))}\s*\Z", re.I
        )
        self.per_any = _compiled(words.per_any)
        closed = r"(?!\w)(?!-\w)(?!['’]s?\b)"
        self.units = Finder(words.units, closed)
        self.unit_ones = Finder(words.unit_ones, closed)
        self.counters = Finder(words.counters, words.counter_end)
        self.unit_before = (
            Finder(words.units, r"(?:을|를|은|는|이|가|도|만|의)?\s*$") if words.unit_before else None
        )
        joints = either((*languages()[code].day_and, *languages()[code].day_or))
        self.also = re.compile(rf"(?:\s[^\W\d_]+)?(?:,?\s{joints}\s|\s?/\s?)|,\s", re.I)
        self.units_before = re.compile(
            rf"{either(words.units)}(?:,|\s및|{either(languages()[code].day_and_written_on)})\s?{either(words.units)}\W?\s*$"
        )
        self.modifier = re.compile(words.modifiers)
        stops = (*words.no_modifiers, *map(re.escape, languages()[code].stopwords))
        self.no_modifier = _compiled(stops)
        self.opener = _compiled((*stops, *words.openers))
        self.partitive = _compiled(words.partitive, "")
        self.of_total = _compiled(words.of_total, "")
        self.strong_after = re.compile(rf"-{either(words.strong)}\b", re.I)
        self.tail = re.compile(
            rf"(?!\d)(?![.,'’:/×]\d)(?!{GAP}?[×*/:]\s?\d)(?!{GAP}?(?:{_ANY_SCALE}))(?![°^])"
            rf"(?!\s?[=+±]\s?\d)(?!\s?=)"
            + (
                ""
                if words.mixed
                else rf"(?:(?!\w)(?!-[\w\s])|(?=(?:[mkc]m|kg|t|[мк]м|кг|т)\b)|(?=-{either(words.strong)}\b))"
            ),
            re.I,
        )
        self.identifier = _before(words.identifiers)
        self.name = re.compile(rf"(?<!\w){either(words.names)}[ -]?$")
        self.not_after = _before(words.not_after)
        self.not_before = _compiled(words.not_before, "")
        self.span_before = _before(words.span_before)
        self.span_after = _compiled(words.span_after, "")
        months = either(sorted(every("months"), key=len, reverse=True))
        self.month_before = re.compile(rf"(?<!\w)(?:{months})\.?\s?$", re.I)
        further = r"(?:\s?(?:[-–/]|[^\W\d_]{1,4})\s?\d{1,2}[^\W\d_]{0,2})?"
        self.month_after = re.compile(rf"\.?{further}\.?\s?(?:of |de )?(?:{months})(?!\w)", re.I)
        first = either(
            (
                *words.ones,
                *words.rounds,
                *words.fractions,
                *words.alone,
                *words.alone_hedged,
                *words.negations,
                *(pattern for pattern, _ in (*listed(words.hedges), *listed(words.vague))),
                *(before for before, _, _ in words.pairs),
            )
        )
        self.start = re.compile(
            rf"{_AFTER_DIGIT_START}(?=\d|[½¼¾]|(?:{SIGN}){GAP}?\d)|{_WORD_START}(?={first})|(?<!\w)(?=[<>≥≤~≈])",
            re.I,
        )


@cache
def patterns(code: str) -> Patterns:
    """Return the patterns of a language, by its code."""
    return Patterns(code, words_of(code))


def _compiled(words: Iterable[str], end: str = r"(?!\w)") -> re.Pattern[str]:
    """Return a pattern of one of several, the longest first."""
    return re.compile(f"{either(sorted(words, key=len, reverse=True))}{end}", re.I)


def _before(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern of one of several that ends where a text ends."""
    return re.compile(rf"(?:(?<!\w){either(words)}\.?\s*#?|[§№]\s?)$", re.I)
