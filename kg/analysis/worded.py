"""How spans lie to each other that are more than their ends: approximate ones, sets, and times on a clock."""

from __future__ import annotations

from itertools import product

from kg.analysis.intervals import Relation, numbers, ordinals
from kg.analysis.world import Span
from kg.model.day_text import marked, members, time_of
from kg.model.edtf import ends_of


def relation(one: Span, other: Span) -> Relation:
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
        >>> relation(both, day), relation(may(24, "2024-05-24"), both), relation(both, may(24, "2024-05-24~"))
        ('apart', 'within', 'overlap')
    """
    texts = tuple(getattr(span, "text", "") for span in (one, other))
    if one == other:
        return "same"
    if any(map(marked, texts)):
        return "overlap"
    mine, theirs = (_parts(span, text) for span, text in zip((one, other), texts, strict=True))
    pairs = [numbers(ordinals(a), ordinals(b)) for a, b in product(mine, theirs)]
    if set(pairs) == {"apart"}:
        return "apart"
    if any(text.startswith("[") for text in texts):
        return "overlap"
    if len(pairs) > 1:
        return _of_sets(pairs, len(theirs))
    return _of_times(pairs[0], *map(time_of, texts))


def _parts(span: Span, text: str) -> list[Span]:
    """Return the days of a set, else the span itself."""
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
