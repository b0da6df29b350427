"""The rows of `kg ask echoes`, from SQL."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from kg.analysis.spans import before
from kg.analysis.worded import Worded
from kg.analysis.world import Span
from kg.errors import number_of
from kg.load.sql.tables import Tables
from kg.model.day_text import worded

Row = tuple[Any, ...]
CUT = {name: f"{name}_asked" for name in ("echo", "circling", "retelling")}
"""What cuts tables to what is asked about."""
TOLD = ("told_echoes", "told_loops", "told_early")
"""The files whose rows make the answer."""


def rows(tables: Tables) -> Iterator[Row]:
    """Yield bundles by falling number of reports, loops, and relays dated before what they relay."""
    for (reports, root), parts in groupby(tables.rows("told_echoes"), key=lambda row: row[:2]):
        name, told, claims, documents = None, [], [], set()
        for _, _, part, document, _, claim, speaker in parts:
            if part == 0:
                name = speaker
            elif part == 1:
                told.append(f"{speaker} [{document}]")
                documents.add(document)
            else:
                claims.append(claim)
        rule = f"{reports} reports, one root: every chain of theirs ends at this claim"
        yield "echo", name, reports, told, root, claims, sorted(documents), rule
    for _, members in groupby(tables.rows("told_loops"), key=lambda row: row[0]):
        claims, names = map(list, zip(*(row[1:] for row in members), strict=True))
        rule = f"{number_of(len(claims), 'claim')} relay each other in a circle; it supports nothing"
        yield "loop", None, 0, names, None, claims, [], rule
    for claim, other, *days, name, told in tables.rows("told_early"):
        said, first = _span(*days[:3]), _span(*days[3:])
        if before(said, first):
            rule = f"the relay was said by {said[1]}, what it relays not before {first[0]}"
            yield "anachronism", told, 0, [name, told], other, [claim, other], [], rule


def _span(first: Any, last: Any, text: str | None) -> Span:
    return Worded((first, last), text) if text and worded(text) else (first, last)
