"""Spans of days: which lies in which, whether they meet, and which is surely before the other."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

from kg.analysis.intervals import Relation, Steps, numbers
from kg.analysis.worded import Worded
from kg.analysis.world import Span
from kg.model.day_text import later, marked, members, time_of


def days(one: Span, other: Span) -> Relation:
    """Return how one span of days lies to another; an open end reaches as far as anything.

    Example:
        >>> from datetime import date, timedelta
        >>> days((date(2024, 10, 1), None), (None, date(2024, 9, 30)))
        'apart'
    """
    if isinstance(one, Worded) or isinstance(other, Worded):
        return _worded(one, other)
    return numbers(_ordinals(one), _ordinals(other))


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


def _ordinals(span: Span) -> Steps:
    first, last = span
    return (
        float("-inf") if first is None else first.toordinal(),
        float("inf") if last is None else last.toordinal(),
    )


def _worded(one: Span, other: Span) -> Relation:
    """Return how one span of days lies to another where either is more than its ends.

    * One that is approximate or uncertain meets every other: nobody knows how far "about" reaches. Only the
      same text is the same time.
    * Sets lie apart when none of their days meet; the days of one set may each lie within one of the other's;
      of one of several days no more is known than that it may be.
    * Of two times of one day on one clock, other times lie apart; a time lies within its day.

    Example:
        >>> from datetime import date
        >>> may = lambda day, text="": Worded((date(2024, 5, day), date(2024, 5, 24)), text)
        >>> both, day = may(21, "{2024-05-21,2024-05-24}"), (date(2024, 5, 22), date(2024, 5, 22))
        >>> _worded(both, day), _worded(may(24, "2024-05-24"), both), _worded(both, may(24, "2024-05-24~"))
        ('apart', 'within', 'overlap')
    """
    texts = tuple(getattr(span, "text", "") for span in (one, other))
    if one == other:
        return "same"
    if any(map(marked, texts)):
        return "overlap"
    mine, theirs = (_parts(span, text) for span, text in zip((one, other), texts, strict=True))
    pairs = [numbers(_ordinals(a), _ordinals(b)) for a, b in product(mine, theirs)]
    if set(pairs) == {"apart"}:
        return "apart"
    if any(text.startswith("[") for text in texts):
        return "overlap"
    if len(pairs) > 1:
        return _of_sets(pairs, len(theirs))
    return _of_times(pairs[0], *map(time_of, texts))


def _parts(span: Span, text: str) -> list[Span]:
    """Return the days of a set, else the span itself."""
    from kg.model.edtf import ends_of  # few spans are sets

    return [ends_of(day)[:2] for day in members(text)] or [(span[0], span[1])]


def _of_sets(pairs: list[Relation], width: int) -> Relation:
    rows = [pairs[i : i + width] for i in range(0, len(pairs), width)]
    within = all({"same", "within"} & set(row) for row in rows)
    around = all({"same", "around"} & set(column) for column in zip(*rows, strict=True))
    return "same" if within and around else "within" if within else "around" if around else "overlap"


def _of_times(days: Relation, one: tuple[str, str], other: tuple[str, str]) -> Relation:
    if days != "same":
        return days
    if one[0] and other[0]:
        return "overlap" if one[1] != other[1] else "same" if one[0] == other[0] else "apart"
    return "within" if one[0] else "around" if other[0] else "same"


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
