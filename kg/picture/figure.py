"""The number of a claim, read off its properties: its bounds, what it counts, and how it is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from kg.language import ENGLISH
from kg.language.interface.words import Words
from kg.model.bounds import PER, allowed, counted, whole
from kg.picture.metrics import plain


class Figure(NamedTuple):
    """A number as claimed.

    It has the bounds that it stands for, whether each is excluded, what is counted as
    `kg.model.bounds.counted` says it, and how it was printed.
    """

    low: float | None
    high: float | None
    low_open: bool
    high_open: bool
    unit: str
    words: str
    wording: str
    basis: str
    """Mode and stage: figures that differ in them are neither added nor compared."""
    measure: str = "count"
    """What the number measures: a range in kilometres is no amount."""
    rate: bool = False
    """Whether it is so many for something, such as a month: no amount either."""


def has_figure(p: Mapping[str, Any]) -> bool:
    """Return whether the properties of a claim hold a number."""
    return bool(p.get("unit")) and any(type(p.get(side)) in (int, float) for side in ("low", "high"))


def figure_of(p: Mapping[str, Any], words: Words) -> Figure | None:
    """Return the number that the properties of a claim hold, None when they hold none.

    Example:
        >>> printed = {"low": 5, "unit": "usd", "currency": "USD", "measure": "money", "wording": "$5"}
        >>> figure_of(printed, Words())[4:7]
        ('USD', '$5', '$5')
    """
    if not has_figure(p):
        return None
    low, high = (v if type(v) in (int, float) else None for v in (p.get("low"), p.get("high")))
    wording = plain(p.get("wording"))
    return Figure(
        *allowed(low, high, bool(p.get("approximate")), _whole(p)),
        bool(p.get("low_open")),
        bool(p.get("high_open")),
        _counted(p),
        how_many(p, words) or wording,
        wording,
        ", ".join(plain(p[k]) for k in ("mode", "stage") if p.get(k)),
        str(p.get("measure") or "count"),
        bool(p.get("per")),
    )


def how_many(p: Mapping[str, Any], words: Words) -> str:
    """Return the bounds that the properties of a claim hold in words, empty when they hold none."""
    low, high, known = p.get("low"), p.get("high"), plain(p.get("how_many"))
    numbers = all(v is None or type(v) in (int, float) for v in (low, high))
    if not known or words.language == ENGLISH or not numbers:
        return known  # as the facts say it
    said = words.figure(
        low,
        high,
        bool(p.get("low_open")),
        bool(p.get("high_open")),
        unit=_counted(p),
        vague=plain(p.get("vague")),
        approximate=bool(p.get("approximate")),
        whole=_whole(p),
    )
    return said or known


def _whole(p: Mapping[str, Any]) -> bool:
    return whole(str(p.get("measure") or "count"), p.get("per"))


def _counted(p: Mapping[str, Any]) -> str:
    """Return what it counts; figures that count other things are never put together."""
    currency, total, per = plain(p.get("currency")), p.get("total"), plain(p.get("per"))
    known = total if type(total) in (int, float) else None
    return counted(plain(p.get("unit")), currency or None, known, per if per in PER else None)
