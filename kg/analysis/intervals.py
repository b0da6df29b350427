"""Intervals of numbers and of days: which lies in which, and whether they meet."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

from kg.analysis.world import Figure, Span, Worded
from kg.model.bounds import allowed
from kg.model.day_text import later, marked

Relation = Literal["same", "within", "around", "overlap", "apart"]
"""How the first lies to the second; `within` and `around` exclude `same`."""
Steps = tuple[float, float]
"""Ends of an interval in half units, both inclusive: 2n stands for n itself, 2n+1 for the gap above it."""


def steps(figure: Figure) -> Steps:
    """Return the numbers that a figure allows.

    An absent bound is unknown, so nothing is excluded on that side. A count holds whole numbers only: more
    than 5 begins at 6. An approximate number stands for every number that rounds to it, half a unit of its
    last digit that is not zero to either side: about 900 is 850 to 950, about 12,000 is 11,500 to 12,500.

    Example:
        >>> from kg.analysis.world import Figure
        >>> steps(Figure(5, None, low_open=True)), steps(Figure(900, 900, approximate=True))
        ((12, inf), (1700, 1900))
    """
    whole = figure.measure == "count"
    low, high = allowed(figure.low, figure.high, figure.approximate)
    return (
        float("-inf") if low is None else 2 * low + (0 if not figure.low_open else 2 if whole else 1),
        float("inf") if high is None else 2 * high - (0 if not figure.high_open else 2 if whole else 1),
    )


def numbers(one: Steps, other: Steps) -> Relation:
    """Return how one interval of numbers lies to another.

    Example:
        >>> numbers((20, 20), (0, 40)), numbers((0, 10), (20, 30)), numbers((0, 20), (10, 30))
        ('within', 'apart', 'overlap')
    """
    if one == other:
        return "same"
    if one[1] < other[0] or other[1] < one[0]:
        return "apart"
    if other[0] <= one[0] and one[1] <= other[1]:
        return "within"
    return "around" if one[0] <= other[0] and other[1] <= one[1] else "overlap"


def days(one: Span, other: Span) -> Relation:
    """Return how one span of days lies to another; an open end reaches as far as anything.

    Example:
        >>> from datetime import date, timedelta
        >>> days((date(2024, 10, 1), None), (None, date(2024, 9, 30)))
        'apart'
    """
    if isinstance(one, Worded) or isinstance(other, Worded):
        from kg.analysis.worded import relation

        return relation(one, other)
    return numbers(ordinals(one), ordinals(other))


def before(one: Span, other: Span) -> bool:
    """Return whether one span surely ended before another began, by the day or by the time on one clock.

    Example:
        >>> day, about = date(2024, 10, 11), Worded((date(2024, 9, 1), date(2024, 9, 30)), "2024-09~")
        >>> before((day, day), (date(2024, 11, 1), None)), before(about, (day, day))
        (True, False)
    """
    texts = getattr(one, "text", ""), getattr(other, "text", "")
    if one[1] is None or other[0] is None or any(map(marked, texts)):
        return False
    return one[1] < other[0] or (one[1] == other[0] and later(texts[1], texts[0]))


def ordinals(span: Span) -> Steps:
    """Return the ends of a span of days as numbers."""
    first, last = span
    return (
        float("-inf") if first is None else first.toordinal(),
        float("inf") if last is None else last.toordinal(),
    )


def bounds_text(figure: Figure) -> str:
    """Return a figure as the interval that is compared; `?` is a bound that is not known.

    Example:
        >>> from kg.analysis.world import Figure
        >>> bounds_text(Figure(2000, 10000, high_open=True)), bounds_text(Figure(None, 5000000))
        ('[2,000, 10,000)', '(?, 5,000,000]')
        >>> bounds_text(Figure(900, 900, approximate=True))
        '[850, 950]'
    """
    least, most = allowed(figure.low, figure.high, figure.approximate)
    low = "(?" if least is None else f"{'(' if figure.low_open else '['}{least:,}"
    high = "?)" if most is None else f"{most:,}{')' if figure.high_open else ']'}"
    return f"{low}, {high}"


def span_text(span: Span) -> str:
    """Return a span of days in EDTF, a whole month or year as such; one that is more than its ends as it is.

    Example:
        >>> from datetime import date, timedelta
        >>> span_text((None, date(2024, 10, 18))), span_text((None, None))
        ('../2024-10-18', 'no day given')
        >>> span_text((date(2024, 6, 1), date(2024, 6, 30)))
        '2024-06'
    """
    if isinstance(span, Worded):
        return span.text
    first, last = span
    if first is None or last is None:
        return "no day given" if first == last else f"{_day(first)}/{_day(last)}"
    if first == last:
        return first.isoformat()
    starts, ends = first.day == 1, (last + timedelta(1)).day == 1
    if (first.month, last.month, first.year) == (1, 12, last.year) and starts and ends:
        return f"{first:%Y}"
    if not (starts and ends):
        return f"{first}/{last}"
    return (
        f"{first:%Y-%m}"
        if first.month == last.month and first.year == last.year
        else f"{first:%Y-%m}/{last:%Y-%m}"
    )


def _day(day: date | None) -> str:
    return ".." if day is None else day.isoformat()
