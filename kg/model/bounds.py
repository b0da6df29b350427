"""Bounds of a number, as they are compared and as they are said: one reading for both; without pydantic."""

from __future__ import annotations

VAGUE: dict[str, tuple[int, int | None]] = {
    "one-or-more": (1, None),
    "several": (2, 20),
    "dozens": (24, 200),
    "hundreds": (200, 2_000),
    "several-thousand": (2_000, 10_000),
    "thousands": (2_000, 100_000),
    "tens-of-thousands": (20_000, 100_000),
    "hundreds-of-thousands": (200_000, 1_000_000),
}
"""The one table of vague words: lowest number the word can stand for, and the first it cannot (None: no
limit). The language of the text does not matter: "Tausende" and "thousands" are both `thousands`."""

_PLURALS = ("several", "one-or-more")
"""Vague words that end like a plural and take no "of"."""


def slack(number: float) -> int:
    """Return half a unit of the last digit that is not zero, rounded down.

    Example:
        >>> slack(900), slack(12_000), slack(18)
        (50, 500, 0)
    """
    unit = 1
    while number and number % (unit * 10) == 0:
        unit *= 10
    return unit // 2


def allowed[N: (int, float)](
    low: N | None, high: N | None, approximate: bool = False
) -> tuple[N | None, N | None]:
    """Return the bounds that a printed number stands for.

    An approximate number stands for every number that rounds to it, half a unit of its last digit that is not
    zero to either side. None is a bound that is not known.

    Example:
        >>> allowed(900, 900, approximate=True), allowed(12_000, None, approximate=True), allowed(5, 5)
        ((850, 950), (11500, None), (5, 5))
    """
    if not approximate:
        return low, high
    return None if low is None else low - slack(low), None if high is None else high + slack(high)


def single(low: float | None, high: float | None) -> bool:
    """Return whether the only number of an interval is one.

    Example:
        >>> single(1, None), single(1, 1), single(1, 2), single(None, None)
        (True, True, False, False)
    """
    return {low, high} in ({1}, {1, None})


def singular(unit: str) -> str:
    """Return an English plural as one of it is called.

    Example:
        >>> singular("missile-types"), singular("bodies"), singular("boxes"), singular("aircraft")
        ('missile-type', 'body', 'box', 'aircraft')
    """
    if unit.endswith("ies"):
        return f"{unit[:-3]}y"
    if unit.endswith(("sses", "shes", "ches", "xes")):
        return unit[:-2]
    return unit.removesuffix("s")


def bounds_in_words(
    low: float | None,
    high: float | None,
    low_open: bool = False,
    high_open: bool = False,
    *,
    unit: str = "",
    vague: str | None = None,
    approximate: bool = False,
) -> str:
    """Say an interval in words.

    Args:
        low: lower bound, or None when unknown.
        high: upper bound, or None when unknown.
        low_open: the lower bound is excluded.
        high_open: the upper bound is excluded.
        unit: what is counted, in plural.
        vague: the vague word that set the bounds; shown instead of them.
        approximate: the number was printed as approximate; what it stands for follows in brackets.

    Example:
        >>> bounds_in_words(None, 5000000, unit="shells")
        'up to 5,000,000 shells'
        >>> bounds_in_words(2000, 100000, vague="thousands", unit="soldiers")
        'thousands of soldiers'
        >>> bounds_in_words(10000, 13000)
        '10,000 to 13,000'
        >>> bounds_in_words(1, None, unit="missiles")
        'at least 1 missile'
        >>> bounds_in_words(900, 900, unit="kilometres", approximate=True)
        'about 900 kilometres (850 to 950)'
    """
    unit = (singular(unit) if single(low, high) and not vague else unit).replace("-", " ")
    if vague:
        text = vague.replace("-", " ") + (" of" if vague.endswith("s") and vague not in _PLURALS else "")
        return f"{'about ' if approximate else ''}{text} {unit}".strip()
    if low is None and high is None:
        return ""
    text = _interval(low, high, low_open, high_open)
    if not approximate:
        return f"{text} {unit}".strip()
    meant = _interval(*allowed(low, high, approximate), low_open, high_open)
    return f"about {text} {unit}".strip() + (f" ({meant})" if meant != text else "")


def _interval(low: float | None, high: float | None, low_open: bool, high_open: bool) -> str:
    if high is None:
        return f"{'more than' if low_open else 'at least'} {low:,}"
    if low is None:
        return f"{'fewer than' if high_open else 'up to'} {high:,}"
    if low == high:
        return f"{low:,}"
    left = f"more than {low:,}" if low_open else f"{low:,}"
    return f"{left} to {'under ' if high_open else ''}{high:,}"
