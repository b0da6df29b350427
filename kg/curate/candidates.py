"""What a curator may want to look at in a text: figures, days, known names, words of reporting.

A candidate is never a fact. It holds a place and at most a few printed words, not a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg.language.days import days
from kg.language.known_names import KnownNames
from kg.language.numbers import numbers
from kg.language.reading import any_of

MOST_WORDS = 5
"""Printed words that a candidate shows at most."""


@dataclass(frozen=True, order=True)
class Candidate:
    """A place in a paragraph worth a look.

    Attributes:
        start: first character, counted from 0.
        end: one past the last.
        kind: what it looks like.
        words: at most five words as printed.
        reading: how it could be written down: fields of a quantity, a day in EDTF, ids; empty for reporting.
    """

    start: int
    end: int
    kind: Literal["number", "day", "name", "reporting"]
    words: str
    reading: str


def candidates(paragraph: str, names: KnownNames) -> list[Candidate]:
    """Return the candidates of a paragraph in order; those of different kinds may overlap.

    Example:
        >>> nobody = KnownNames([])
        >>> [(c.kind, c.reading) for c in candidates("Mehr als 100 Raketen, sagte er am 2. Mai.", nobody)]
        [('number', 'low: 100, low_open: true, unit: missiles'), ('reporting', ''), ('day', 'XXXX-05-02')]
    """
    dated = [
        d
        for d in days(paragraph)
        if not re.fullmatch(r"\d{4}", d.words) or d.start == 0 or paragraph[d.start - 1] != "("
    ]
    readings = [Candidate(d.start, d.end, "day", _few(d.words), d.reading) for d in dated]
    spans = [(d.start, d.end) for d in dated if d.reading not in ("weekday", "relative")]
    for n in numbers(paragraph):
        before = bisect_left(spans, (n.end,))  # days do not overlap, so only the last one can reach into it
        if not before or spans[before - 1][1] <= n.start:
            readings.append(Candidate(n.start, n.end, "number", _few(n.words), n.reading()))
    readings += [
        Candidate(m.start, m.end, "name", _few(m.words), " or ".join(m.ids)) for m in names.find(paragraph)
    ]
    readings += [
        Candidate(m.start(), m.end(), "reporting", _few(m[0]), "") for m in _reporting().finditer(paragraph)
    ]
    return sorted(readings)


def _few(words: str) -> str:
    kept = words.split()
    return " ".join(kept[:MOST_WORDS]) + ("…" if len(kept) > MOST_WORDS else "")


@cache
def _reporting() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of('reporting')}(?!\w)", re.I)
