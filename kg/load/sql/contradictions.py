"""The rows of `kg ask contradictions`: SQL finds which figures belong together, each pair is judged here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kg.analysis.contradictions import Pair, dispute_rule, pair, place
from kg.analysis.pairing import note, reach
from kg.analysis.reading import span_of
from kg.analysis.totals import totals
from kg.analysis.world import Claim, Same, Thing, World
from kg.load.sql.drift import TELLING, telling
from kg.load.sql.narrowed import asks, cut
from kg.load.sql.tables import Tables
from kg.questions.analyses.contradictions import Told, row, told_of
from kg.questions.scope import Answer

Row = tuple[Any, ...]
Parameters = Mapping[str, Any]
READ_TOGETHER = {
    "figure_line": "figure_line_read_together",
    "figure_near": "figure_near_read_together",
}
"""What makes pairs of all that is read together, also where they cannot be compared."""
FIGURED = TELLING + 6
"""Columns of `figured`."""
THING = 5
"""Columns of what a claim is about."""


def incomparable(p: Parameters) -> bool:
    """Return whether pairs that cannot be compared are asked for, too."""
    return asks(p) or "incomparable" in (p["verdict"] or ())


def meant(p: Parameters) -> Mapping[str, str]:
    """Return which files make the tables that depend on what is asked."""
    return cut({}, READ_TOGETHER) if incomparable(p) else {}


def narrowing(p: Parameters) -> Mapping[str, str]:
    """Return what cuts tables to what is asked about; with an actor, one of two figures is the actor's."""
    tables = ["judged_figure", "dispute", "told_denial_sizes"]
    if p["actor"] is not None:
        tables += ["figure_within", "figure_between", "told_figure_sizes"]
    own = {name: f"{name}_asked" for name in tables}
    return own | {"asker": "about_asked" if p["actor"] is None else "speaking"}


def answer(tables: Tables, p: Parameters) -> Answer:
    """Judge figures in pairs, and list denials beside what they deny."""
    verdicts: Sequence[str] = p["verdict"] or ()
    same = tuple(Same(*own) for own in tables.rows("told_same"))
    world = World({}, {}, {}, {}, {}, {}, {}, same=same)
    figures = _reached(tables, "figure", "figures")
    judged = sorted(_pairs(tables, world, incomparable(p)), key=lambda found: place(found[0]))
    denials = _reached(tables, "denial", "denials and what they deny")
    rows = [
        row(*found) for found in (*judged, *_disputes(tables)) if not verdicts or found[0].verdict in verdicts
    ]
    return Answer(rows, note="; ".join(filter(None, (figures, denials))))


def _reached(tables: Tables, what: str, words: str) -> str:
    """Say with how many each claim is compared, and return what that leaves out."""
    sizes = [(float(asked), int(size)) for asked, size in tables.rows(f"told_{what}_sizes")]
    near = reach(sizes)
    tables.make(f"{what}_reach", f"SELECT {near} AS reach")
    most = next(iter(tables.rows(f"told_{what}_most")))[0] or 0
    return note(most if most > near + 1 else 0, near, words)


def _pairs(tables: Tables, world: World, every: bool) -> Iterator[tuple[Pair, Told, Told]]:
    """Yield the pairs that can be compared, or all."""
    added_up = _totals(tables, world)
    for name, beside, *own in tables.rows("told_pairs"):
        things, (paragraph, back, up), rest = (
            own[: 2 * THING],
            own[2 * THING : 2 * THING + 3],
            own[2 * THING + 3 :],
        )
        one, other = _claim(rest[:FIGURED]), _claim(rest[FIGURED:])
        known = World(
            {}, {}, {}, {}, {},
            {
                **_thing(one.about, things[:THING], other.about if up else None),
                **_thing(other.about, things[THING:], one.about if back else None),
            },
            {},
            paragraphs=dict.fromkeys((one.id, other.id), (("", 1),)) if paragraph else {},
            same=world.same,
        )  # fmt: skip
        if found := pair(known, one, other, added_up, every):
            told = {one.id: _told(one, name), other.id: _told(other, beside)}
            yield found, told[found.one], told[found.other]


def _thing(id_: str, own: Sequence[Any], within: str | None) -> Mapping[str, Thing]:
    there, first, last, text, weapon = own
    period = span_of(first, last, text)
    return {id_: Thing("", True, period, within, None, (weapon,) if weapon else ())} if there else {}


def _totals(tables: Tables, world: World) -> Mapping[frozenset[str], str]:
    """Return how figures by type add up to a total that one speaker gave with them."""
    claims: dict[str, Claim] = {}
    printed: dict[str, tuple[str, ...]] = {}
    for document, *own in tables.rows("told_totals"):
        claim = _claim(own)
        claims[claim.id] = claim
        printed[claim.id] = (*printed.get(claim.id, ()), document)
    return totals(World(claims, printed, {}, {}, {}, {}, {}, same=world.same), claims.values())


def _disputes(tables: Tables) -> Iterator[tuple[Pair, Told, Told]]:
    for answers, name, beside, nobody, unknown, about, denied, *own in tables.rows("told_disputes"):
        one, other = telling(own[:TELLING]), telling(own[TELLING:])
        one, other = one._replace(about=about), other._replace(about=denied)
        found = Pair("dispute", one.id, other.id, dispute_rule(one.facet, answers))
        yield (
            found,
            told_of(one, name, "?" if nobody else name),
            told_of(other, beside, "?" if unknown else beside),
        )


def _claim(own: Sequence[Any]) -> Claim:
    speaker, about = own[TELLING : TELLING + 2]
    return telling(own[:TELLING])._replace(speaker=speaker, about=about)


def _told(claim: Claim, name: str) -> Told:
    return told_of(claim, name, name if claim.speaker is not None else "?")
