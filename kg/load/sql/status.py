"""The rows of `kg ask status`, from SQL."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any, NamedTuple

from kg.analysis.grading import grade, word
from kg.load.sql.roots import meant as of_roots
from kg.load.sql.tables import Tables

Row = tuple[Any, ...]
CUT = {"subject": "subject_asked", "bearing": "bearing_on_asked"}
"""What cuts tables to what is asked about."""
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


meant = of_roots("event", "person")


def rows(tables: Tables) -> Iterator[Row]:
    """Yield one row per event on which a claim bears, by id."""
    day = next(iter(tables.rows("last_day")))[0]
    bearing = groupby(tables.rows("told_bearing"), key=lambda row: row[0])
    telling, told = next(bearing, (None, iter(())))
    for k, name, stage, ahead, least, most, witnesses, *own in tables.rows("told_status"):
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
        rule = f"{why}; {reason}"
        yield k, name, stage, None, None, day, status, credibility, least, most, *lists, [], rule
