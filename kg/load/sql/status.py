"""The rows of `kg ask status`, from SQL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from kg.analysis.graded import looked_at
from kg.analysis.grading import grade, word
from kg.analysis.status import MOST
from kg.load.sql.roots import meant as of_roots
from kg.load.sql.tables import Tables
from kg.questions.analyses.status import BY_DAY
from kg.questions.scope import Answer

Row = tuple[Any, ...]
CUT = {
    "subject": "subject_asked",
    "bearing": "bearing_on_asked",
    "viewed": "viewed_asked",
    "viewed_document": "viewed_document_asked",
}
"""What cuts tables to what is asked about."""
TOLD = {
    False: ("last_day", "told_bearing", "told_status"),
    True: ("told_days", "world_told_bearing", "world_told_status"),
}
"""The files whose rows make the answer, on the last day and of a history."""
PARTS = 6
"""Lists of speakers in a row."""
WHYS = ("no body", "own voice", "compiles", "presumes", "in question", "unknown", "held back")


class Weight(NamedTuple):
    """See `kg.analysis.grading.Weight`; the columns of `told_status.sql` after those of the row."""

    stage: str | None
    ahead: bool
    witnesses: int
    vouched: bool
    presumed: bool
    wavered: bool
    expected: bool
    denied: bool
    doubted: bool
    in_part: bool
    all_questioned: bool
    all_loose: bool
    independent: bool
    side_doubted: bool
    firm: int
    undenied: int
    outlets: int
    whys: tuple[str, ...]


WORLDS = {
    "kept_claim": "day_claim",
    "kept_document": "day_document",
    "viewed": "every_one",
    "viewed_document": "every_document",
    "supported": "subject",
}
"""What is known on each of some days, of all that there is."""
meant = {**of_roots("event", "person"), **WORLDS}


def answer(tables: Tables, by_day: bool) -> Answer:
    """Say how each event stands, on the last day or on every day on which that changed."""
    if not by_day:
        (day,) = next(iter(tables.rows("last_day")))
        return Answer((k, name, stage, None, None, day, *rest) for k, name, stage, *rest in _rows(tables))
    days, note = looked_at([*tables.rows("told_days")], MOST)
    tables.make("first_day", f"SELECT DATE '{min(days, default=date.max).isoformat()}' AS day")
    return Answer(_changes(_rows(tables, "world_")), table=BY_DAY, note=note)


def _changes(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows of the days on which status or credibility changed, of rows by event and day."""
    for event, own in groupby(rows, key=lambda row: row[0].rpartition(" ")[0]):
        last = None
        for k, name, stage, *rest in own:
            if rest[:2] != last:
                last = rest[:2]
                yield event, name, stage, None, None, date.fromisoformat(k.rpartition(" ")[2]), *rest


def _rows(tables: Tables, prefix: str = "") -> Iterator[Row]:
    """Yield one row per event on which a claim bears, by id, without what is counted and the day.

    Args:
        tables: of the graph.
        prefix: before the names of the tables from which they are made.
    """
    bearing = groupby(tables.rows(f"{prefix}told_bearing"), key=lambda row: row[0])
    standing = tables.rows(f"{prefix}told_status")
    telling, told = next(bearing, (None, iter(())))
    for k, name, stage, ahead, least, most, witnesses, *own in standing:
        lists: list[list[str]] = [[] for _ in range(PARTS)]
        if telling == k:
            for _, part, speaker in told:
                lists[part - 1].append(speaker)
            telling, told = next(bearing, (None, iter(())))
        *weights, printed, printed_apart, judgeable = own[: -len(WHYS)]
        whys = tuple(why for why, there in zip(WHYS, own[-len(WHYS) :], strict=True) if there)
        outlets = printed_apart if weights[6] else printed
        found = Weight._make((stage, ahead, witnesses, *weights, outlets, (*whys, *["named"] * judgeable)))
        status, why = word(found)
        credibility, reason = grade(status, found)
        yield k, name, stage, status, credibility, least, most, *lists, [], f"{why}; {reason}"
