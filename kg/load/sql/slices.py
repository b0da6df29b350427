"""Parts of the graph that Python judges one after the other, each with all on which what stands in it rests.

What is judged in pairs, such as figures, has no form in SQL that would not say the rules again. SQL finds for
each event all claims of which it is made, at any remove; some thousands of these at a time become a world.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any

from kg.analysis.reading import span_of
from kg.analysis.world import Actor, Claim, Document, Member, Same, Thing, World
from kg.load.sql.figures import figure
from kg.load.sql.tables import Tables

Row = tuple[Any, ...]
AT_ONCE = 50_000
"""Claims of a part, about."""
STREAMS = ("asked", "claims", "places", "relays", "answers", "documents", "corrections", "things", "types")
"""Rows of a part, in order."""
TOLD = ("told_same", "told_members", "told_actors", *(f"told_slice_{name}" for name in STREAMS))
"""The files whose rows are read."""


def slices(tables: Tables) -> Iterator[tuple[World, list[str]]]:
    """Yield parts of the graph with the ids of the claims that are asked about, by what they are about.

    Args:
        tables: among them `supported`, with what is to be judged.
    """
    tables.make("slice_bound", f"SELECT {AT_ONCE} AS most")
    members = _grouped((actor, Member(*rest)) for actor, *rest in tables.rows("told_members"))
    actors = {
        id_: Actor(name, kind, tuple(sorted(members.get(id_, ()), key=str)), own_voice, compiles)
        for id_, name, kind, own_voice, compiles in tables.rows("told_actors")
    }
    same = tuple(Same(*own) for own in tables.rows("told_same"))
    first, *rest = (_parts(tables.rows(f"told_slice_{name}")) for name in STREAMS)
    takes = [_taking(parts) for parts in rest]
    for part, asked in first:
        read = dict(zip(STREAMS[1:], (take(part) for take in takes), strict=True))
        yield _world(read, actors, same), [id_ for (id_,) in asked]


def _parts(rows: Iterable[Row]) -> Iterator[tuple[int, list[Row]]]:
    for part, own in groupby(rows, key=lambda row: row[0]):
        yield part, [row[1:] for row in own]


def _taking(parts: Iterator[tuple[int, list[Row]]]) -> Callable[[int], list[Row]]:
    """Return what gives the rows of a part, of parts that are asked for in order."""
    ahead = next(parts, None)

    def take(part: int) -> list[Row]:
        nonlocal ahead
        while ahead is not None and ahead[0] < part:
            ahead = next(parts, None)
        return ahead[1] if ahead is not None and ahead[0] == part else []

    return take


def _world(read: Mapping[str, list[Row]], actors: Mapping[str, Actor], same: tuple[Same, ...]) -> World:
    claims = {row[0]: _claim(row) for row in read["claims"]}
    weapons, wrong = _grouped(read["types"]), _grouped(read["corrections"])
    return World(
        claims,
        _grouped((claim, document) for claim, document, _ in read["places"]),
        _grouped(read["relays"]),
        _grouped(read["answers"]),
        actors,
        {
            id_: Thing(name, event, span_of(*period), within, stage, weapons.get(id_, ()))
            for id_, name, event, within, stage, *period in read["things"]
        },
        {
            id_: Document(published, recorded, outlet, copy_of, wrong.get(id_, ()), held)
            for id_, published, recorded, outlet, copy_of, held in read["documents"]
        },
        paragraphs=_grouped(
            (claim, (document, paragraph))
            for claim, document, paragraph in read["places"]
            if paragraph and claims[claim].figure is not None
        ),
        same=same,
    )


def _claim(row: Row) -> Claim:
    id_, stance, speaker, about, topic, hedge, attribution, facet, firsthand, *days = row[:15]
    said, when = span_of(*days[:3]), span_of(*days[3:])
    number = figure(row[15:])
    return Claim(id_, stance, speaker, about, topic, said, hedge, when, attribution, number, facet, firsthand)


def _grouped(pairs: Iterable[tuple[Any, ...]]) -> dict[str, tuple[Any, ...]]:
    """Return the second ones by the first, of pairs in order of the first."""
    return {one: tuple(other for _, other in own) for one, own in groupby(pairs, key=lambda pair: pair[0])}
