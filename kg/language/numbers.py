"""Numbers in running text: digits, words and vague words, with the bounds that their hedges set.

What is found is a candidate. It shows a person where a figure stands; it is no fact. What is not understood
gives nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from kg.language.number_agreement import agreed
from kg.language.number_readings import Reading, readings
from kg.language.plain import plain
from kg.language.reading import languages
from kg.model.bounds import MEASURED
from kg.model.currencies import CURRENCIES

UNKNOWN = "und"
"""The code of a language that is not known."""


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
            measure = MEASURED.get(self.unit or "")
            parts.append(f"measure: {measure}" if measure else f"unit: {self.unit or '?'}")
        return ", ".join(parts)


def numbers(text: str, language: str | None = None) -> list[Number]:
    """Return the figures in a text, in order, without overlaps.

    Args:
        text: one paragraph or a few words.
        language: ISO 639 code of its language; a language without a file gives nothing. When it is unknown
            (None or `und`) only what reads the same in every language whose words stand there is read.

    Example:
        >>> [(n.words, n.reading()) for n in numbers("mehr als 650'000 Soldaten")]
        [("mehr als 650'000", 'low: 650000, low_open: true, unit: soldiers')]
        >>> [(n.low, n.high, n.vague) for n in numbers("up to nine million shells, dozens of guns", "en")]
        [(None, 9000000, None), (24, 200, 'dozens')]
        >>> [n.reading() for n in numbers("about $58.32 per gram")]
        ['low: 58.32, high: 58.32, approximate: true, per: gram, measure: money, currency: USD']
        >>> [n.reading() for n in numbers("12.5 tonnes")]
        ['low: 12.5, high: 12.5, measure: mass-tonnes']
        >>> [[n.low for n in numbers("3.000 t", code)] for code in ("de", "en", "ar")]
        [[3000], [], []]
    """
    printed = plain(text)
    code = (language or UNKNOWN).casefold().partition("-")[0]
    if code == UNKNOWN:
        found = agreed(printed.text)
    else:
        found = readings(printed.text, code) if code in languages() else []
    return [
        _number(one, text, *printed.span(one.form.start, one.form.end)) for one in found if one.form.known
    ]


def _number(read: Reading, text: str, start: int, end: int) -> Number:
    form = read.form
    bounds = form.low, form.high, form.low_open, form.high_open
    return Number(
        start, end, text[start:end], *bounds, form.approximate, form.vague, read.unit, read.per, form.scaled
    )
