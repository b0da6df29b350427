"""What was known on a day: the tables cut as `kg.analysis.asof.cut` cuts a world."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from kg.load.sql.tables import Engine

CUT = ("claim", "place", "relay", "answer", "document", "correction", "same", "variant")
"""Tables that hold less on an earlier day."""


class Limits(NamedTuple):
    """Tables that were made for it, and which files stand for the others."""

    made: frozenset[str] = frozenset()
    meant: Mapping[str, str] = {}


def by_day(engine: Engine, as_of: date | None, recorded_by: date | None) -> Limits:
    """Return what cuts the tables to a day; nothing without one.

    Args:
        engine: gets the days.
        as_of: last day of publication.
        recorded_by: last day of entry.
    """
    if as_of is None and recorded_by is None:
        return Limits()
    days = (day or date.max for day in (as_of, recorded_by))
    published, recorded = (f"DATE '{day.isoformat()}'" for day in days)
    engine.make("day_asked", f"SELECT {published} AS published, {recorded} AS recorded")
    return Limits(
        frozenset({"day_asked"}),
        {**{name: f"{name}_by_day" for name in CUT}, **{f"every_{name}": name for name in CUT}},
    )
