"""What digits with separators mean in one language."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from kg.model.bounds import rounded

GAP = "[ \u00a0\u202f\u2009]"
"""What may stand between the groups of one number."""
RUN = re.compile(
    rf"\d{{1,3}}(?:{GAP}\d{{3}}(?!\d)(?![ -]?(?:mm|мм|cm|см)))+(?:[.,]\d+(?![.,]?\d))?|\d+(?:[.,'’]\d+)*"
)
"""Digits with what stands between them; three digits before "mm" are a calibre, no group."""
CALIBRE = re.compile(r"[ -]?(?:mm|мм|cm|см|millimet|Millimeter|миллиметр|міліметр|밀리)", re.I)
"""What follows a calibre."""
_PARTS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_MIXED = re.compile(rf"(\d+){GAP}?([½¼¾])|([½¼¾])|(\d+){GAP}1/2(?![\d/])")
_GROUPED = re.compile(
    r"\d{1,3}(?:['’]\d{3})+(?:[.,]\d+)?|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:,\d{3}){2,}"
    r"|\d{1,3}(?:\.\d{3}){2,}|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?"
)
"""Groups that can be read in one way only, in any language."""
Where = Literal["anywhere", "scaled", "counted", "measured", "known"]


class Digits(NamedTuple):
    """Digits as read.

    Attributes:
        end: one past the last character.
        value: None when they may mean several things or nothing.
        where: beside what they mean this: a scale, things, a measure, or any of these.
        plain: every language reads them so.
    """

    end: int
    value: float | None
    where: Where = "anywhere"
    plain: bool = True


def digits(text: str, at: int, decimal: str = ".", thousands: str = ",") -> Digits | None:
    """Read the digits at a place; None where none stand.

    Args:
        text: what is read.
        at: where the digits begin.
        decimal: the mark before a fraction in this language.
        thousands: the mark between thousands; empty where that is a blank.

    Example:
        >>> [digits(t, 0).value for t in ("1,788,402.2", "1,50,000", "650'000", "2½", "1 500", "1.234.56")]
        [1788402.2, 150000, 650000, 2.5, 1500, None]
        >>> german, english = digits("3.000", 0, ",", "."), digits("3.000", 0)
        >>> german.value, german.where, english.value, english.where
        (3000, 'anywhere', 3, 'scaled')
        >>> digits("1,500", 0, ",", ".").where, digits("3,5", 0).value
        ('measured', None)
    """
    mixed = _MIXED.match(text, at)
    if mixed:
        part = _PARTS.get(mixed[2] or mixed[3], 0.5)
        return Digits(mixed.end(), int(mixed[1] or mixed[4] or 0) + part)
    run = RUN.match(text, at)
    if not run:
        return None
    end, printed = run.end(), re.sub(GAP, "", run[0])
    if printed != run[0] or printed.isdecimal():
        return _whole(end, run[0], printed, decimal)
    if _GROUPED.fullmatch(printed):
        if not re.search(r"['’.,]\d{3}$", printed):
            whole, _, fraction = re.sub("[,'’]", ".", printed).rpartition(".")
            printed = f"{whole.replace('.', '')}D{fraction}"
        return Digits(end, _float(re.sub("[.,'’]", "", printed).replace("D", ".")))
    parts = re.fullmatch(r"(\d+)([.,])(\d+)", printed)
    return _one_mark(end, parts, decimal, thousands) if parts else Digits(end, None, plain=False)


def _whole(end: int, printed: str, joined: str, decimal: str) -> Digits:
    """Read digits in groups with blanks between them, or in one."""
    if printed != joined and (mark := re.search(r"[.,](\d+)$", joined)):
        sure = mark[0][0] == decimal or len(mark[1]) != 3
        return Digits(end, _float(joined.replace(",", ".")) if sure else None)
    known = joined == "0" or not joined.startswith("0")
    return Digits(end, _float(joined) if known else None)


def _one_mark(end: int, parts: re.Match[str], decimal: str, thousands: str) -> Digits:
    """Read digits with one mark between them, which may be that of a fraction or of thousands."""
    whole, mark, rest = parts.groups()
    fraction, grouped = _float(f"{whole}.{rest}"), _float(f"{whole}{rest}")
    if len(whole) > 1 and whole.startswith("0"):
        return Digits(end, None)
    if len(rest) != 3 or len(whole) > 3 or whole == "0":
        if mark == decimal:
            return Digits(end, fraction, "known" if len(whole) > 3 else "anywhere")
        return Digits(end, fraction if mark == "." else None, "known", plain=False)
    if mark == thousands:
        return Digits(end, grouped, plain=False)
    if mark == decimal:
        return Digits(end, fraction, "scaled" if mark == "." else "measured", plain=False)
    return Digits(end, None if thousands else grouped, "counted", plain=False)


def _float(printed: str) -> float:
    return rounded(float(printed))
