"""Figures and spans of days as one text each: a row has few columns, and each text is read once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from kg.analysis.reading import span_of
from kg.analysis.world import Figure, Span
from kg.load.sql import figures
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
    """Return a figure of its text, None where there is none; see `kg.load.sql.figures`.

    Example:
        >>> figure("5.0||false|false|false||shells|count|flow||||||at least 5 shells|5").low
        5
    """
    if text is None:
        return None
    own: dict[str, Any] = dict(zip(PACKED, text.split("|", len(PACKED) - 1), strict=True))
    given: dict[str, Any] = {name: told for name, told in own.items() if told}
    given |= {name: given.get(name) == "true" for name in TRUTHS}
    given |= {name: float(given[name]) for name in NUMBERS if name in given}
    return figures.figure([given.get(name) for name in FIGURE])


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
