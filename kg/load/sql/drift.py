"""The rows of `kg ask drift`: SQL puts beside each other what may differ, and each pair is compared here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import merge
from itertools import groupby
from typing import Any

from kg.analysis.drift import Change, citation_changes, place, relay_changes
from kg.analysis.reading import span_of
from kg.analysis.world import OPEN, Claim, Same, Variant, World
from kg.load.sql.base import FIGURE
from kg.load.sql.figures import figure
from kg.load.sql.tables import Tables
from kg.questions.analyses.drift import row

Row = tuple[Any, ...]
CUT = {"retelling": "retelling_asked", "variant": "variant_asked"}
"""What cuts tables to what is asked about."""
TELLING = 11 + len(FIGURE)
"""Columns of `telling`."""


def rows(tables: Tables, direction: str | None) -> Iterator[Row]:
    """Yield one row per facet and pair of tellings, by claim."""
    same = tuple(Same(*own) for own in tables.rows("told_same"))
    world = World({}, {}, {}, {}, {}, {}, {}, same=same)
    changes = merge(_citations(tables, world), _relays(tables, world), key=lambda found: place(found[0])[:2])
    for _, pair in groupby(changes, key=lambda found: place(found[0])[:2]):
        for change, source, told in sorted(pair, key=lambda found: place(found[0])):
            if direction in (None, change.direction):
                yield row(change, source, told)


def _relays(tables: Tables, world: World) -> Iterator[tuple[Change, str, str]]:
    for source, told, *own in tables.rows("told_relays"):
        for change in relay_changes(world, telling(own[:TELLING]), telling(own[TELLING:])):
            yield change, source, told


def _citations(tables: Tables, world: World) -> Iterator[tuple[Change, str, str]]:
    for name, *own in tables.rows("told_citations"):
        document, paragraph, start, wording, note, *days = own[TELLING : TELLING + 11]
        said, when = (
            None if text is None else span_of(first, last, text) for text, first, last in (days[:3], days[3:])
        )
        number = own[TELLING + 11 :]
        printed = figure((*number[:11], None, *number[11:]))
        where = Variant(document, paragraph, start, wording, said, when, printed, note)
        for change in citation_changes(world, telling(own[:TELLING]), where):
            yield change, name, f"{name} [{document}]"


def telling(own: Sequence[Any]) -> Claim:
    """Return a claim with what can change in a telling, of its columns."""
    id_, stance, _, hedge, facet, *days = own[:11]
    said = span_of(*days[:3])
    when = OPEN if days[3] is None and days[4] is None else span_of(*days[3:])
    return Claim(id_, stance, None, "", "", said, hedge, when, None, figure(own[11:]), facet)
