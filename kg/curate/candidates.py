"""What a curator may want to look at in a text: figures, days, names, words of reporting.

A candidate is never a fact. It holds a place and at most a few printed words, not a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Literal

from kg.language.days import Day, days_and_doubts
from kg.language.known_names import KnownNames, Mention
from kg.language.new_names import new_names
from kg.language.numbers import Number, numbers
from kg.language.plain import plain
from kg.language.reading import every, languages
from kg.language.scripts import in_any_script
from kg.model.edtf import ends_of

MOST_WORDS = 5
"""Printed words that a candidate shows at most."""


@dataclass(frozen=True, order=True)
class Candidate:
    """A place in a paragraph worth a look.

    Attributes:
        start: first character, counted from 0.
        end: one past the last.
        kind: what it looks like; a new name is a capitalised one that no fact has.
        words: at most five words as printed.
        reading: how it could be written down: fields of a quantity, a day in EDTF, ids; empty for the rest.
        low: lower bound of a number, None when the words give none.
        high: upper bound of a number, None when the words give none.
        low_open: the lower bound itself is excluded.
        high_open: the upper bound itself is excluded.
        approximate: the words mark the number or day as approximate.
        vague: the vague word of the one table that a number is.
        unit: what a number counts, as the facts spell it.
        per: what a rate is given for.
        from_: first day that is meant; None where the words and the day of publication do not say.
        to: last day that is meant.
        ids: the facts of a known name, as more than one may have it.
    """

    start: int
    end: int
    kind: Literal["number", "day", "name", "new-name", "reporting"]
    words: str
    reading: str = ""
    low: float | None = field(default=None, compare=False)
    high: float | None = field(default=None, compare=False)
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    vague: str | None = field(default=None, compare=False)
    unit: str | None = field(default=None, compare=False)
    per: str | None = field(default=None, compare=False)
    from_: date | None = field(default=None, compare=False)
    to: date | None = field(default=None, compare=False)
    ids: tuple[str, ...] = ()


def candidates(
    paragraph: str, names: KnownNames, language: str | None = None, published: date | None = None
) -> list[Candidate]:
    """Return the candidates of a paragraph in order; those of different kinds may overlap.

    Args:
        paragraph: the text.
        names: the names that are known.
        language: ISO 639 code of the text; of one that kg does not read only known names are found. None: it
            may be any, and no new name is proposed.
        published: when the text appeared; days without a year hang on it.

    Example:
        >>> nobody = KnownNames([])
        >>> [(c.kind, c.reading) for c in candidates("Mehr als 100 Raketen, sagte er am 2. Mai.", nobody)]
        [('number', 'low: 100, low_open: true, unit: missiles'), ('reporting', ''), ('day', 'XXXX-05-02')]
    """
    found = [_named(m) for m in names.find(paragraph)]
    if language is not None and language not in languages():
        return sorted(found)
    if language:
        known = [(c.start, c.end) for c in found]
        found += [
            Candidate(a, b, "new-name", _few(paragraph[a:b]))
            for a, b in new_names(paragraph, language, known)
        ]
    dated = days_and_doubts(paragraph, [language] if language else languages(), published)
    found += [_dated(d) for d in dated if d.reading]
    spans = [(d.start, d.end) for d in dated]
    for n in numbers(paragraph, language):
        before = bisect_left(spans, (n.end,))  # days do not overlap, so only the last one can reach into it
        if not before or spans[before - 1][1] <= n.start:
            found.append(_counted(n))
    printed = plain(paragraph)
    told = (printed.span(*m.span()) for m in _reporting(language).finditer(printed.text))
    found += [Candidate(a, b, "reporting", _few(paragraph[a:b])) for a, b in told]
    return sorted(found)


def _named(m: Mention) -> Candidate:
    return Candidate(m.start, m.end, "name", _few(m.words), " or ".join(m.ids), ids=m.ids)


def _dated(d: Day) -> Candidate:
    first, last = (None, None) if "X" in d.reading else ends_of(d.reading)[:2]
    return Candidate(
        d.start,
        d.end,
        "day",
        _few(d.words),
        d.reading,
        approximate=d.reading.endswith("~"),
        from_=first,
        to=last,
    )


def _counted(n: Number) -> Candidate:
    bounds = n.low, n.high, n.low_open, n.high_open
    return Candidate(
        n.start, n.end, "number", _few(n.words), n.reading(), *bounds, n.approximate, n.tabled, n.unit, n.per
    )


def _few(words: str) -> str:
    kept = words.split()
    return " ".join(kept[:MOST_WORDS]) + ("…" if len(kept) > MOST_WORDS else "")


@cache
def _reporting(language: str | None) -> re.Pattern[str]:
    words = every("reporting") if language is None else languages()[language].reporting
    return re.compile(in_any_script(words), re.I)
