"""The rows of `kg ask drift`: SQL puts beside each other what may differ, and each pair is compared here."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge
from itertools import groupby
from typing import Any

from kg.analysis.drift import Change, citation_changes, place, relay_changes
from kg.analysis.world import OPEN, Claim, Same, Variant, World
from kg.load.sql.packed import figure, span
from kg.load.sql.tables import Tables
from kg.questions.analyses.drift import row

Row = tuple[Any, ...]
CUT = {"retelling": "retelling_asked", "variant": "variant_asked"}
"""What cuts tables to what is asked about."""
TOLD = ("told_same", "told_relays", "told_citations")
"""The files whose rows make the answer."""
TELLING = 7
"""Columns of `telling`."""


def rows(tables: Tables, direction: str | None) -> Iterator[Row]:
    """Yield one row per facet and pair of tellings, by claim."""
    same = tuple(Same(*own) for own in tables.rows("told_same"))
    world = World({}, {}, {}, {}, {}, {}, {}, same=same)
    citations = _citations(tables.rows("told_citations"), world)
    relays = _relays(tables.rows("told_relays"), world)
    changes = merge(citations, relays, key=lambda found: place(found[0])[:2])
    for _, pair in groupby(changes, key=lambda found: place(found[0])[:2]):
        for change, source, told in sorted(pair, key=lambda found: place(found[0])):
            if direction in (None, change.direction):
                yield row(change, source, told)


def _relays(rows: Iterator[Row], world: World) -> Iterator[tuple[Change, str, str]]:
    for source, told, *own in rows:
        for change in relay_changes(world, telling(*own[:TELLING]), telling(*own[TELLING:])):
            yield change, source, told


def _citations(rows: Iterator[Row], world: World) -> Iterator[tuple[Change, str, str]]:
    for name, *own in rows:
        document, paragraph, start, wording, *days, number, note = own[TELLING:]
        said, held = (None if text is None else span(text) for text in days)
        where = Variant(document, paragraph, start, wording, said, held, figure(number), note)
        for change in citation_changes(world, telling(*own[:TELLING]), where):
            yield change, name, f"{name} [{document}]"


def telling(
    id_: str,
    stance: str,
    hedge: str,
    facet: str,
    said: str,
    held: str,
    number: str | None,
    *,
    speaker: str | None = None,
    about: str = "",
) -> Claim:
    """Return a claim with what can change in a telling, of its columns."""
    when = OPEN if held.startswith("||") else span(held)
    return Claim(id_, stance, speaker, about, "", span(said), hedge, when, None, figure(number), facet)
