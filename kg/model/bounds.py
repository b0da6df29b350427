"""Bounds of a number, as they are compared and as they are said: one reading for both; without pydantic."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache
from math import fsum
from operator import attrgetter

VAGUE: dict[str, tuple[int, int | None]] = {
    "one-or-more": (1, None),
    "several": (2, 20),
    "handful": (2, 10),
    "small-number": (2, 100),
    "dozens": (24, 200),
    "scores": (40, 200),
    "hundreds": (200, 2_000),
    "several-thousand": (2_000, 10_000),
    "thousands": (2_000, 100_000),
    "tens-of-thousands": (20_000, 100_000),
    "hundreds-of-thousands": (200_000, 1_000_000),
}
"""The one table of vague words: lowest number the word can stand for, and the first it cannot (None: no
limit). The language of the text does not matter: "Tausende" and "thousands" are both `thousands`."""

MEASURES: dict[str, str] = {
    "count": "",
    "mass-tonnes": "tonnes",
    "mass-kg": "kilograms",
    "mass-g": "grams",
    "distance-km": "kilometres",
    "duration-minutes": "minutes",
    "duration-hours": "hours",
    "duration-days": "days",
    "duration-weeks": "weeks",
    "duration-months": "months",
    "duration-years": "years",
    "percent": "percent",
    "money": "",
}
"""What a number can measure, and the unit that goes without saying; money has its currency as the unit."""
MEASURED: dict[str, str] = {unit: measure for measure, unit in MEASURES.items() if unit}
"""The measure of each of these units."""

PER: dict[str, str] = {
    "minute": "a minute",
    "hour": "an hour",
    "day": "a day",
    "week": "a week",
    "month": "a month",
    "year": "a year",
    "unit": "each",
    "gram": "per gram",
    "kilogram": "per kilogram",
    "tonne": "per tonne",
    "kilometre": "per kilometre",
}
"""What a rate is given for, and how that is said after the unit."""

KIND: dict[str, str] = {
    "measure": "measures",
    "currency": "currencies",
    "unit": "units",
    "total": "totals",
    "per": "rates",
    "mode": "modes",
    "stage": "stages",
}
"""What makes figures be of one kind: fields, and how several are called."""
_kind: Callable[[object], tuple[str | float | None, ...]] = attrgetter(*KIND)
_UNIT, _CURRENCY = map(list(KIND).index, ("unit", "currency"))


def kind_of(figure: object) -> tuple[str | float | None, ...]:
    """Return what a figure must share with another to be compared, in the order of `KIND`.

    The unit of money is its currency. Of what sort the counted things are is not in it: the one may be a part
    of the other.

    Args:
        figure: with the fields of `KIND`.

    Example:
        >>> from types import SimpleNamespace
        >>> kind_of(SimpleNamespace(**{name: name.upper() for name in KIND}))
        ('MEASURE', 'CURRENCY', None, 'TOTAL', 'PER', 'MODE', 'STAGE')
    """
    own = _kind(figure)
    return (*own[:_UNIT], None, *own[_UNIT + 1 :]) if own[_CURRENCY] else own


_TAKES_OF = frozenset(
    {
        "handful",
        "small-number",
        "dozens",
        "scores",
        "hundreds",
        "thousands",
        "tens-of-thousands",
        "hundreds-of-thousands",
    }
)
"""Vague words that stand before "of"."""
_TAKES_A = frozenset({"handful", "small-number"})
"""Vague words that stand after "a"."""


def whole(measure: str, per: str | None = None) -> bool:
    """Return whether only whole numbers make sense: of what is counted, but not of a rate.

    Example:
        >>> whole("count"), whole("count", "day"), whole("money")
        (True, False, False)
    """
    return measure == "count" and per is None


def rounded(number: float) -> float:
    """Return a number to 15 digits; one without a fraction as a whole number.

    Example:
        >>> rounded(5.0), rounded(1788402.2), rounded(0.1 + 0.2)
        (5, 1788402.2, 0.3)
    """
    number = float(f"{number:.15g}")
    return int(number) if number.is_integer() else number


def added(numbers: Iterable[float]) -> float:
    """Return the sum of numbers in decimals.

    Example:
        >>> added([1.1, 2.2]), added([3, 4])
        (3.3, 7)
    """
    return rounded(fsum(numbers))


@lru_cache(10_000, typed=True)
def slack(number: float, whole: bool = True) -> float:
    """Return half a unit of the last digit that is not zero; of what is counted rounded down.

    Example:
        >>> slack(900), slack(12_000), slack(18), slack(18, whole=False), slack(1.8)
        (50, 500, 0, 0.5, 0.05)
    """
    if not number:
        return 0
    digits = str(rounded(number))
    fraction = digits.partition(".")[2]
    unit = 10 ** (len(digits) - len(digits.rstrip("0")))
    half = rounded(5 / 10 ** (len(fraction) + 1)) if fraction else rounded(unit / 2)
    return int(half) if whole and not fraction else half


def allowed(
    low: float | None, high: float | None, approximate: bool = False, whole: bool = True
) -> tuple[float | None, float | None]:
    """Return the bounds that a printed number stands for.

    An approximate number stands for every number that rounds to it, half a unit of its last digit that is not
    zero to either side. None is a bound that is not known.

    Args:
        low: lower bound as printed.
        high: upper bound as printed.
        approximate: it was printed as approximate.
        whole: only whole numbers make sense, see `whole`.

    Example:
        >>> allowed(900, 900, approximate=True), allowed(12_000, None, approximate=True), allowed(5, 5)
        ((850, 950), (11500, None), (5, 5))
        >>> allowed(1.8, 1.8, approximate=True, whole=False)
        (1.75, 1.85)
    """
    if not approximate:
        return low, high
    return (
        None if low is None else rounded(low - slack(low, whole)),
        None if high is None else rounded(high + slack(high, whole)),
    )


def counted(
    unit: str, currency: str | None = None, total: float | None = None, per: str | None = None
) -> str:
    """Say what a number counts: the unit or currency, of what total, and for what as a rate.

    Example:
        >>> counted("missile-types"), counted("parts", total=52), counted("drones", per="month")
        ('missile types', 'of 52 parts', 'drones a month')
        >>> counted("usd", "USD", per="gram")
        'USD per gram'
    """
    text = currency or unit.replace("-", " ")
    text = text if total is None else f"of {total:,} {text}"
    return f"{text} {PER[per]}" if per else text


def counted_parts(text: str) -> tuple[str, str, str]:
    """Return the total as said, the unit and what a rate is for, from what `counted` says.

    Example:
        >>> counted_parts("of 1,200 shells"), counted_parts("USD per gram"), counted_parts("missile types")
        (('1,200', 'shells', ''), ('', 'USD', 'gram'), ('', 'missile types', ''))
    """
    total, unit = text.removeprefix("of ").split(" ", 1) if text.startswith("of ") else ("", text)
    per = next((name for name, said in PER.items() if unit.endswith(f" {said}")), "")
    return total, unit.removesuffix(f" {PER[per]}") if per else unit, per


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
    return unit[:-2] if unit.endswith(("sses", "shes", "ches", "xes")) else unit.removesuffix("s")


def _for_one(text: str) -> str:
    """Return what `counted` says for one of it; a share stays in plural."""
    total, unit, per = counted_parts(text)
    return text if total else counted(singular(unit), per=per or None)


def bounds_in_words(
    low: float | None,
    high: float | None,
    low_open: bool = False,
    high_open: bool = False,
    *,
    unit: str = "",
    vague: str | None = None,
    approximate: bool = False,
    whole: bool = True,
) -> str:
    """Say an interval in words.

    Args:
        low: lower bound, or None when unknown.
        high: upper bound, or None when unknown.
        low_open: the lower bound is excluded.
        high_open: the upper bound is excluded.
        unit: what is counted, as `counted` says it, in plural.
        vague: the vague word that set the bounds; shown instead of them.
        approximate: the number was printed as approximate; what it stands for follows in brackets.
        whole: only whole numbers make sense.

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
        >>> bounds_in_words(40, 40, unit=counted("parts", total=52))
        '40 of 52 parts'
    """
    unit = (_for_one(unit) if single(low, high) and not vague else unit).replace("-", " ")
    if vague:
        text = f"{'a ' if vague in _TAKES_A else ''}{vague.replace('-', ' ')}"
        text += " of" if vague in _TAKES_OF and not unit.startswith("of ") else ""
        return f"{'about ' if approximate else ''}{text} {unit}".strip()
    if low is None and high is None:
        return ""
    text = _interval(low, high, low_open, high_open, whole)
    if not approximate:
        return f"{text} {unit}".strip()
    meant = _interval(*allowed(low, high, approximate, whole), low_open, high_open, whole)
    return f"about {text} {unit}".strip() + (f" ({meant})" if meant != text else "")


def _interval(low: float | None, high: float | None, low_open: bool, high_open: bool, whole: bool) -> str:
    if high is None:
        return f"{'more than' if low_open else 'at least'} {low:,}"
    if low is None:
        return f"{('fewer than' if whole else 'less than') if high_open else 'up to'} {high:,}"
    if low == high:
        return f"{low:,}"
    left = f"{'more than ' if low_open else ''}{low:,}"
    return f"{left} to {'under ' if high_open else ''}{high:,}"
