"""Patterns of numbers in the texts of one language, made from what its file says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from kg.language.number_words import DIGITS, GAP, JOIN
from kg.language.reading import Language, either, languages
from kg.model.currencies import SIGNS

_FREE = r"(?<![\w\-–@/#.,'’:])(?<!\bIMO )(?<!\bMMSI )(?<!\bNo\. )(?<!\bNr\. )(?<!№ )"
"""A number that belongs to a name ("KN-23"), a register, an address or a time of day is none of ours."""
_MARKS = {"more-than": [">"], "less-than": ["<"], "at-least": ["≥"], "at-most": ["≤"], "about": ["~", "≈"]}
"""Signs that hedge a number in any language."""
_SCALELIKE = r"[mb]ill?i(?:on|ard)"
"""A scale of a language that is not the one read: "3 millions" is no three."""
SIGN = "|".join(map(re.escape, sorted(SIGNS, key=len, reverse=True)))
"""What stands beside a sum of money."""


class Patterns(NamedTuple):
    """The patterns of one language: of numbers, what they count, what a rate is for; and named groups."""

    number: re.Pattern[str]
    unit: re.Pattern[str]
    rate: re.Pattern[str]
    groups: Mapping[str, Sequence[tuple[str, str]]]
    """By kind each group with the name that it stands for."""

    def named(self, match: re.Match[str], kind: str) -> str:
        """Return which one of several patterns fits, as they are named; empty for none."""
        return next((name for group, name in self.groups[kind] if match[group]), "")


@cache
def patterns(code: str) -> Patterns:
    """Return the patterns of a language, by its code."""
    language = languages()[code]
    word = either(sorted((*language.ones, language.hundred, language.thousand), key=len, reverse=True))
    scale = either(sorted(language.scales, key=len, reverse=True))
    short = either(sorted((*language.scales, *language.money_scales), key=len, reverse=True))
    half = rf"(?:{GAP}{either(language.and_half)}(?!\w))?"
    words = rf"{word}(?:{language.number_join}{word})*(?!\w)"
    scaled = rf"{words}{half}(?:{GAP}?{scale}(?!\w)(?:{GAP}(?:{language.number_join})?{words})?)*"
    after_article = either((language.hundred, *language.scales))
    article = rf"{either(language.articles)}\s{after_article}(?!\w)"
    fraction = rf"{either(language.fractions)}{JOIN}{scale}(?!\w)"
    parts = rf"{fraction}|{DIGITS}{half}(?:{JOIN}{scale}(?!\w))?|{scaled}|{article}"
    money = rf"{DIGITS}{half}(?:{JOIN}{short}(?!\w))?"

    def numeral(tag: str, whole: bool = True) -> str:
        """A number with or without the sign of a currency; whole: "twenty-one" is no range."""
        kind = "?>" if whole else "?:"
        sum_ = rf"(?P<sign_{tag}>{SIGN}){GAP}?(?P<sum_{tag}>(?>{money}))"
        return rf"(?:{sum_}|(?P<number_{tag}>({kind}{parts})))"

    strong = rf"(?=-{either(language.strong)}\b)"
    tail = rf"(?:(?!\w)(?!-\w)(?!:\d)(?!{GAP}{_SCALELIKE})|(?=mm|km|cm|kg|t\b)|{strong})"
    between = rf"(?P<between>\s+{either(language.range_between)}\s+|\s?[-–]\s?)(?!{after_article}\b)"
    hedges = either(_named("hedge", name, words) for name, words in language.hedges.items())
    marks = either(_named("hedge", f"{name}1", signs) for name, signs in _MARKS.items())
    after = either(_named("after", name, words) for name, words in _after(language).items())
    vague = either(_named("vague", name, words) for name, words in language.vague.items())
    before, middle = language.range_pair or (r"(?!)", "")
    forms = (
        rf"{vague}(?:{GAP}(?P<scale>{scale}))?(?!\w)",
        rf"{before}\s+{numeral('c', whole=False)}\s+{middle}\s+{numeral('d')}{tail}",
        rf"{numeral('a')}{between}{numeral('b')}{tail}",
        rf"(?:{hedges}\s+)?(?:{marks}\s?)?{numeral('n')}{tail}(?:\s?{after})?",
    )
    unit = either(rf"(?P<u{i}>(?:{pattern})(?!\w))" for i, pattern in enumerate(language.units))
    per = either(_named("per", name, words) for name, words in language.per.items())
    rate = rf"(?<!\w){per}(?!\w)"
    number, counted, rated = (re.compile(p, re.I) for p in (rf"{_FREE}{either(forms)}", unit, rate))
    names = [name for pattern in (number, rated) for name in pattern.groupindex]
    groups = {
        kind: [
            (n, n[len(kind) + 1 :].rstrip("1").replace("_", "-")) for n in names if n.startswith(f"{kind}_")
        ]
        for kind in ("vague", "hedge", "after", "per")
    }
    return Patterns(number, counted, rated, groups)


def _after(language: Language) -> dict[str, list[str]]:
    """Return what may stand after a number, by what it does to the bounds."""
    found = {name: list(words) for name, words in language.hedges_after.items()}
    found["at-least"] = [*found.get("at-least", ()), r"\+"]
    return found


def _named(kind: str, name: str, words: Iterable[str]) -> str:
    return f"(?P<{kind}_{name.replace('-', '_')}>{either(words)})"
