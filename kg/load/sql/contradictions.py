"""The rows of `kg ask contradictions`: SQL finds which figures belong together, each pair is judged here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from kg.analysis.contradictions import Pair, dispute_rule, pair
from kg.analysis.pairing import note, reach
from kg.analysis.totals import totals
from kg.analysis.verdict import WORDS
from kg.analysis.world import Claim, Same, Thing, World
from kg.load.sql.drift import TELLING, telling
from kg.load.sql.narrowed import asks, cut
from kg.load.sql.packed import span
from kg.load.sql.tables import Tables
from kg.questions.analyses.contradictions import Told, row, told_of
from kg.questions.scope import Answer
from kg.system.ordering import ordered

Row = tuple[Any, ...]
Parameters = Mapping[str, Any]
READ_TOGETHER = {name: f"{name}_read_together" for name in ("figure_line", "figure_near", "figure_pair")}
"""What makes pairs of all that is read together, also where they cannot be compared."""
TOLD = (
    *(f"told_{what}_{size}" for what in ("figure", "denial") for size in ("sizes", "most")),
    *(f"told_{what}" for what in ("same", "pairs", "totals", "disputes")),
)
"""The files whose rows make the answer."""
FIGURED = TELLING + 5
"""Columns of `figure_told`."""
FIRST = 6
"""Where a row names the first of the two claims; the second comes next."""
MOST = 50_000
"""Claims that are remembered, those that were in a pair last."""


class Side(NamedTuple):
    """One of the two claims of a pair.

    Attributes:
        claim: as it is told.
        told: what a row says of it.
        thing: what it is about, where that is known.
    """

    claim: Claim
    told: Told
    thing: Thing | None


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
    figures = _reached(tables, "figure", "figures")
    denials = _reached(tables, "denial", "denials and what they deny")
    return Answer(_rows(tables, p), note="; ".join(filter(None, (figures, denials))))


def _rows(tables: Tables, p: Parameters) -> Iterator[Row]:
    verdicts: Sequence[str] = p["verdict"] or ()
    asked = (found for found in _pairs(tables, incomparable(p)) if not verdicts or found[0] in verdicts)
    yield from ordered(asked, key=_place)
    if not verdicts or "dispute" in verdicts:
        yield from _disputes(tables)


def _place(found: Row) -> tuple[int, str, str]:
    """Return by what rows are put in order; see `kg.analysis.contradictions.place`."""
    return WORDS.index(found[0]), found[FIRST], found[FIRST + 1]


def _reached(tables: Tables, what: str, words: str) -> str:
    """Say with how many each claim is compared, and return what that leaves out."""
    sizes = [(float(asked), int(size)) for asked, size in tables.rows(f"told_{what}_sizes")]
    near = reach(sizes)
    tables.make(f"{what}_reach", f"SELECT {near} AS reach")
    most = next(iter(tables.rows(f"told_{what}_most")))[0] or 0
    return note(most if most > near + 1 else 0, near, words)


def _pairs(tables: Tables, every: bool) -> Iterator[Row]:
    """Yield the rows of the pairs that can be compared, or of all."""
    same = tuple(Same(*own) for own in tables.rows("told_same"))
    world = World({}, {}, {}, {}, {}, {}, {}, same=same)
    added_up = _totals(tables, world)
    for paragraph, up, back, *own in tables.rows("told_pairs"):
        one, other = _side(*own[:FIGURED]), _side(*own[FIGURED:])
        a, b = one.claim, other.claim
        known = World(
            {}, {}, {}, {}, {},
            {**_thing(one, b.about if up else None), **_thing(other, a.about if back else None)},
            {},
            paragraphs=dict.fromkeys((a.id, b.id), (("", 1),)) if paragraph else {},
            same=world.same,
        )  # fmt: skip
        if found := pair(known, a, b, added_up, every):
            told = (one.told, other.told) if found.one == a.id else (other.told, one.told)
            yield row(found, *told)


def _thing(side: Side, within: str | None) -> Mapping[str, Thing]:
    thing = side.thing if within is None or side.thing is None else side.thing._replace(within=within)
    return {} if thing is None else {side.claim.about: thing}


@lru_cache(MOST)
def _side(
    name: str, speaker: str | None, about: str, period: str | None, weapon: str | None, *own: Any
) -> Side:
    claim = telling(*own, speaker=speaker, about=about)
    thing = None if period is None else _event(period, weapon)
    return Side(claim, told_of(claim, name, name if speaker is not None else "?"), thing)


@lru_cache(MOST)
def _event(period: str, weapon: str | None) -> Thing:
    return Thing("", True, span(period), of=(weapon,) if weapon else ())


def _totals(tables: Tables, world: World) -> Mapping[frozenset[str], str]:
    """Return how figures by type add up to a total that one speaker gave with them."""
    claims: dict[str, Claim] = {}
    printed: dict[str, tuple[str, ...]] = {}
    for document, *own in tables.rows("told_totals"):
        claim = _side(*own).claim
        claims[claim.id] = claim
        printed[claim.id] = (*printed.get(claim.id, ()), document)
    return totals(World(claims, printed, {}, {}, {}, {}, {}, same=world.same), claims.values())


def _disputes(tables: Tables) -> Iterator[Row]:
    """Yield a row for each denial and what it denies."""
    for answers, *own in tables.rows("told_disputes"):
        one, other = _side(*own[:FIGURED]), _side(*own[FIGURED:])
        rule = dispute_rule(one.claim.facet, answers)
        yield row(Pair("dispute", one.claim.id, other.claim.id, rule), one.told, other.told)
