"""A number with the sign of a currency, and what some words say about bounds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.language.number_digits import GAP
from kg.language.number_lexicon import SIGN
from kg.language.number_patterns import Patterns
from kg.language.number_words import Numeral, numeral
from kg.model.currencies import CURRENCIES, SIGNS

_SIGN_BEFORE = re.compile(rf"({SIGN}){GAP}?(?=[\d½¼¾])", re.I)
_SIGN_AFTER = re.compile(rf"\.?{GAP}?({SIGN}|%)(?!\w)", re.I)
_FAR = 400
"""How many characters of a sentence are looked at on either side of a number."""
_BLANKS = re.compile(r"\s*")
DASH = re.compile(rf"-?{GAP}?[-–]{GAP}?|—|{GAP}?[~∼]{GAP}?(?=\d)")
"""What may stand between the numbers of a range in any language."""


@dataclass(frozen=True)
class Form:
    """The bounds that some words give, before it is known what is counted.

    Attributes:
        start: first character, the hedge included.
        end: one past the last.
        numerals: the numbers in it; none in a vague word.
        low: lower bound.
        high: upper bound.
        low_open: the lower bound is excluded.
        high_open: the upper bound is excluded.
        approximate: the number is only about right.
        vague: the vague word.
        scaled: a scale stands after it.
        unit: the currency or sign that stands beside the number.
        hedged: words set the bounds.
        dashed: a range with nothing but a dash.
        own: words of the language take part.
        known: it is understood.
    """

    start: int
    end: int
    numerals: tuple[Numeral, ...] = ()
    low: float | None = None
    high: float | None = None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    vague: str | None = None
    scaled: bool = False
    unit: str | None = None
    hedged: bool = False
    dashed: bool = False
    own: bool = False
    known: bool = True


@dataclass(frozen=True)
class Amount:
    """A number with what stands beside it.

    Attributes:
        numeral: the number.
        unit: the currency or sign.
        end: one past the last character.
    """

    numeral: Numeral
    unit: str | None
    end: int

    @property
    def money(self) -> bool:
        """Whether it has the sign of a currency."""
        return (self.unit or "").upper() in CURRENCIES


def blank(text: str, at: int) -> int:
    """Return the next place that is no blank."""
    found = _BLANKS.match(text, at)
    return found.end() if found else at


def past_hyphen(text: str, at: int) -> int:
    """Return the next place that is no blank, past the hyphen of "zwei- bis dreihundert"."""
    return blank(text, at + (text[at : at + 1] == "-"))


def amount(text: str, at: int, p: Patterns, *, hedged: bool = False, money: bool = False) -> Amount | None:
    """Read a number with the sign of a currency on either side; None where none stands.

    Args:
        text: what is read.
        at: where it begins.
        p: the patterns of the language.
        hedged: a hedge stands before it.
        money: the sign of a currency stands before the first number of its range.
    """
    sign = _SIGN_BEFORE.match(text, at)
    read = numeral(text, sign.end() if sign else at, p, money=bool(sign) or money, hedged=hedged)
    if not read:
        return None
    if sign:
        return Amount(read, SIGNS[sign[1].upper()].lower(), read.end)
    after = _SIGN_AFTER.match(text, read.end)
    if after:
        return Amount(read, _unit_of(after[1]), after.end())
    short = numeral(text, at, p, money=True) if read.bare or read.plain else None
    beside = _SIGN_AFTER.match(text, short.end) if short and short.end > read.end else None
    if short and beside and beside[1] != "%":
        return Amount(short, _unit_of(beside[1]), beside.end())
    named = p.units.at(text, blank(text, short.end)) if short and short.end > read.end else None
    if short and named and named[0].upper() in CURRENCIES:
        return Amount(short, None, short.end)
    return Amount(read, None, read.end)


def _unit_of(sign: str) -> str:
    return "percent" if sign == "%" else SIGNS[sign.upper()].lower()


def sentence(text: str, at: int) -> str:
    """Return the sentence around a place, roughly."""
    before, after = text[max(0, at - _FAR) : at], text[at : at + _FAR]
    return re.split(r"[.;!?]\s", before)[-1] + re.split(r"[.;!?](?:\s|$)", after)[0]


def ends(text: str, one: Amount, p: Patterns) -> bool:
    """Return whether a number ends where its digits or words do: "38th" and "152-mm" hold none."""
    return one.end != one.numeral.end or p.tail.match(text, one.end) is not None
