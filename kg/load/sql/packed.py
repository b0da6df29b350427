"""Figures and spans of days as one text each: a row has few columns, and each text is read once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from kg.analysis.reading import figure_of, span_of
from kg.analysis.world import Figure, Span
from kg.load.sql.base import FIGURE

TRUTHS = ("low_open", "high_open", "approximate")
NUMBERS = ("low", "high", "total")
PRINTED = ("how_many", "wording")
"""What may hold any character comes last."""
PACKED = (*(name for name in FIGURE if name not in PRINTED), *PRINTED)
SPAN = ("from", "to", "text")
MOST = 100_000
"""Texts of a sort that are remembered."""


def selects() -> Mapping[str, str]:
    """Return what makes the tables of tellings: claims, places that print something else, and periods."""
    own = {name: f"f.{name}" for name in FIGURE}
    printed = {**{name: f"v.{name}" for name in FIGURE}, "how_many": "''", "wording": "v.printed_wording"}
    said, when = (
        f"CASE WHEN v.{field}_text IS NOT NULL THEN {_span(f'v.{field}')} END"
        for field in ("printed_said", "printed_when")
    )
    return {
        "telling": f"""SELECT c.id, c.stance, c.hedge, c.facet, {_span("c.said")} AS said,
              {_span("c.when")} AS held, CASE WHEN f.unit IS NOT NULL THEN {_figure(own)} END AS figure
            FROM claim c LEFT JOIN figure f ON f.claim = c.id""",
        "differing": f"""SELECT v.claim, v.document, v.paragraph, v.begins, v.wording, {said} AS said,
              {when} AS held, CASE WHEN v.unit IS NOT NULL THEN {_figure(printed)} END AS figure, v.note
            FROM variant v""",
        "lasting": f"SELECT t.id, {_span('t.period')} AS period FROM thing t",
    }


def _span(field: str) -> str:
    return _joined(
        f"CAST({field}_{end} AS VARCHAR(99))" if end != "text" else f"{field}_text" for end in SPAN
    )


def _figure(columns: Mapping[str, str]) -> str:
    plain = (*TRUTHS, *NUMBERS)
    return _joined(f"CAST({columns[n]} AS VARCHAR(99))" if n in plain else columns[n] for n in PACKED)


def _joined(parts: Iterable[str]) -> str:
    return " || '|' || ".join(f"coalesce({part}, '')" for part in parts)


@lru_cache(MOST)
def figure(text: str | None) -> Figure | None:
    """Return a figure of its text, None where there is none.

    A number without a fraction is a whole number again, as in the facts.

    Example:
        >>> figure("5.0||false|false|false||shells|count|flow||||||at least 5 shells|5").low
        5
    """
    if text is None:
        return None
    own: dict[str, object] = dict(zip(PACKED, text.split("|", len(PACKED) - 1), strict=True))
    told = {name: own[name] or None for name in own}
    told |= {name: own[name] == "true" for name in TRUTHS}
    told |= {name: _number(str(own[name])) for name in NUMBERS}
    return figure_of(told[name] for name in FIGURE)


def _number(text: str) -> float | None:
    number = float(text) if text else None
    return int(number) if number is not None and number.is_integer() else number


@lru_cache(MOST)
def span(text: str) -> Span:
    """Return a span of days of its text.

    Example:
        >>> span("2024-10-01|2024-10-03|")
        (datetime.date(2024, 10, 1), datetime.date(2024, 10, 3))
    """
    first, last, words = text.split("|", 2)
    return span_of(_day(first), _day(last), words)


@lru_cache(MOST)
def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
