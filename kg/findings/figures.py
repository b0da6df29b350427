"""Figures as rows have them, in English words, read back: to be put in order and said in any language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from kg.language import ENGLISH
from kg.language.directions import isolated
from kg.language.interface import table
from kg.language.interface.words import Words
from kg.model.bounds import VAGUE, bounds_in_words, counted, counted_parts, single

_N = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_VAGUE = "|".join(sorted((bounds_in_words(1, 1, vague=word) for word in VAGUE), key=len, reverse=True))
_FIGURE = (
    rf"(?P<about>about )?(?:(?P<vague>{_VAGUE})"
    rf"|(?P<bound>at least|up to|fewer than|less than|more than(?! {_N} to)) (?P<only>{_N})"
    rf"|(?P<open>more than )?(?P<low>{_N})(?: to (?P<under>under )?(?P<high>{_N}))?)"
    r"(?: (?P<unit>[^()]+?))?(?: \((?P<meant>[^()]*)\))?"
)
"""What `kg.model.bounds.bounds_in_words` makes."""


class Figure(NamedTuple):
    """A number as claimed: see `kg.model.quantity.Quantity` for the fields."""

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False
    unit: str = ""
    vague: str = ""
    approximate: bool = False
    whole: bool = True

    @property
    def order(self) -> tuple[float, float]:
        """By what figures go from the smallest to the greatest."""
        ends = [end for end in (self.low, self.high) if end is not None]
        return min(ends), max(ends)

    def said(self, w: Words, unit: bool = True) -> str:
        """Say it; a vague word keeps its unit and stands in quotation marks."""
        what = self.unit if unit or self.vague else ""
        vague, about = self.vague, self.approximate
        text = w.figure(*self[:4], unit=what, vague=vague, approximate=about, whole=self.whole)
        return w.quoted(text) if self.vague else text


@lru_cache(maxsize=4096)
def read(text: str) -> Figure | None:
    """Read a figure in English words; None where it is none.

    Example:
        >>> read("10,000 to 13,000 containers")[:2], read("tens of thousands of soldiers").order, read("some")
        ((10000, 13000), (20000, 100000), None)
    """
    found = re.fullmatch(_FIGURE, text)  # compiled when the first one is read
    if not found:
        return None
    figure = _read(found)
    if single(figure.low, figure.high) and not figure.vague:
        total, unit, per = counted_parts(figure.unit)
        return figure if total else figure._replace(unit=counted(_plurals().get(unit, unit), per=per or None))
    return figure


def _read(found: re.Match[str]) -> Figure:
    unit, approximate = found["unit"] or "", bool(found["about"])
    whole = found["bound"] != "less than" and not (approximate and "." in (found["meant"] or ""))
    if found["vague"]:
        vague = found["vague"].removeprefix("a ").removesuffix(" of").replace(" ", "-")
        return Figure(*VAGUE[vague], False, False, unit, vague, approximate, whole)
    low: float | None
    high: float | None
    if found["bound"]:
        value, over = _number(found["only"]), found["bound"] in ("at least", "more than")
        excluded = found["bound"] in ("more than", "fewer than", "less than")
        low, high = (value, None) if over else (None, value)
        return Figure(low, high, excluded and over, excluded and not over, unit, "", approximate, whole)
    low, high = _number(found["low"]), _number(found["high"] or found["low"])
    return Figure(low, high, bool(found["open"]), bool(found["under"]), unit, "", approximate, whole)


@cache
def _plurals() -> dict[str, str]:
    """Return what one of each unit is called in English, with what several of it are."""
    words = table(ENGLISH)
    return {words[f"{key}.one"]: text for key, text in words.items() if f"{key}.one" in words}


def _number(text: str) -> float:
    plain = text.replace(",", "")
    return float(plain) if "." in plain else int(plain)


def spread(texts: Iterable[str], w: Words) -> str:
    """Say from where to where figures go: those of the unit that most of them have; empty without any.

    Example:
        >>> spread(["3,000 soldiers", "5 shells", "tens of thousands of soldiers"], Words())
        'from 3,000 soldiers to “tens of thousands of soldiers” (2 of them)'
    """
    told = [figure for text in texts if (figure := read(text))]
    units = Counter(figure.unit for figure in told)
    if not told or (len(units) > 1 and max(units.values()) == 1):
        return ""
    unit = min(units, key=lambda u: (-units[u], u))
    among = sorted({figure for figure in told if figure.unit == unit}, key=lambda f: (f.order, f.said(w)))
    figures = _spread(among[0], max(among, key=lambda f: (f.order[1], f.order[0])), w)
    return w("finding.spread.of", n=units[unit], figures=figures) if len(units) > 1 else figures


def _spread(least: Figure, most: Figure, w: Words) -> str:
    if least == most:
        return isolated(most.said(w))
    ends = None in (most.low, most.high) and not most.vague
    low = least.said(w, unit=ends or bool(most.vague) or None in (least.low, least.high))
    return w("finding.spread.ends" if ends else "finding.spread", low=low, high=most.said(w))
