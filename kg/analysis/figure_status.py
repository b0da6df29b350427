"""How things stand with each figure: an event can be certain and its number one man's word."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from kg.analysis.counting import Chains
from kg.analysis.graded import changes
from kg.analysis.grading import StatusWord
from kg.analysis.independence import Roots
from kg.analysis.intervals import Steps, numbers, steps
from kg.analysis.live_claims import SUPPORT
from kg.analysis.noted import Noted
from kg.analysis.pairing import Both, Pairing
from kg.analysis.pairs import judge
from kg.analysis.relays import terminals
from kg.analysis.revisions import kind_of
from kg.analysis.status import Standing, standing
from kg.analysis.votes import Ballots, Votes
from kg.analysis.world import Claim, Figure, World
from kg.model.weighing import HOW_MANY, WHOLE

FACETS = (WHOLE, HOW_MANY)
"""Who vouches for a number speaks of the event with it, or of the number only."""

MOST = 50_000
"""Pairs of figures that are compared, see `pairing`, and claims that are judged for a history.

One view may ask this for many days.
"""


class FigureStanding(NamedTuple):
    """Where a figure stands."""

    event: str
    kind: str
    """What is counted: unit, mode, stage and what the units are."""
    figure: Figure
    claims: tuple[str, ...]
    """The live claims that assert or expect it: all whose bounds are the same."""
    status: StatusWord
    credibility: int | None
    roots: Roots
    doubted: tuple[str, ...]
    """Claims that doubt or do not confirm it, or the event."""
    denied: tuple[str, ...]
    contradicted: tuple[str, ...]
    """Claims about the event with a figure that excludes this one."""
    rule: str


class Excluding:
    """Whether the figures of two speakers exclude each other, judged once for all who give the same ones.

    No day of publication changes that, so it may serve several of them.
    """

    def __init__(self) -> None:
        """Know nothing yet."""
        self._alike: dict[tuple[object, ...], int] = {}
        self._kind: dict[str, int] = {}
        self._known: dict[tuple[int, int], bool] = {}

    def __call__(self, world: World, one: Claim, other: Claim) -> bool:
        """Return whether no number fits what both say of the same times."""
        if one.speaker == other.speaker:
            return _excludes(world, one, other)
        key = self._of(one), self._of(other)
        if key not in self._known:
            self._known[key] = _excludes(world, one, other)
        return self._known[key]

    def _of(self, claim: Claim) -> int:
        if claim.id not in self._kind:
            assert claim.figure is not None
            told = (*claim.figure[:6], *claim.figure.kind, claim.figure.of, claim.said, claim.when)
            alike = (claim.about, claim.side, *told)
            self._kind[claim.id] = self._alike.setdefault(alike, len(self._alike))
        return self._kind[claim.id]


def _excludes(world: World, one: Claim, other: Claim) -> bool:
    return judge(world, one, other).word == "contradicts"


def figure_status(
    world: World,
    among: Collection[str] | None = None,
    ballots: Ballots | None = None,
    excluding: Excluding | None = None,
    within: int | None = None,
) -> list[FigureStanding]:
    """Say for each figure of an event what the claims make of it.

    Claims about one event are one figure when they count the same (unit, mode, stage, measure and what the
    units are) and give the same bounds. A claim that passes on another figure than its source gave is alone
    with its number and does not vouch for it. Against a figure stand denials and doubts of the event, those
    of its number that answer one of these claims or no figure at all, and other figures that no number fits
    together with it. Properties such as a range are no figures of an event. The words and grades are those of
    `kg.analysis.status`, with two exceptions: who speaks only of how many vouches for the number, and a
    figure that another one contradicts is disputed.

    Args:
        world: the graph, as known on the day asked for.
        among: only figures that one of these claims gives.
        ballots: the votes of that world, when they are at hand.
        excluding: what knows already which figures exclude each other, from another day of the same world.
        within: how many before and after it each figure is compared with, when that is known of all figures.

    Returns:
        One row per figure, by event, kind and bounds; empty when no event has one.

    Example:
        >>> from dataclasses import replace
        >>> from kg.analysis.world import Figure, small_world
        >>> world = small_world("a b c")
        >>> told = {i: world.claims[i]._replace(figure=Figure(n, n)) for i, n in zip("abc", (3, 3, 9))}
        >>> [(f.claims, f.status) for f in figure_status(replace(world, claims=told))]
        [(('a', 'b'), 'disputed'), (('c',), 'disputed')]
    """
    ballots, excluding = ballots or Ballots(world), excluding or Excluding()
    among = None if among is None else frozenset(among)
    figures = [figure for thing in ballots.subjects(among) for figure in _figures(ballots, thing)]
    pairing = Pairing(((figure.claims, None) for figure in figures), among, MOST, within)
    rows: list[FigureStanding] = []
    votes = {thing: ballots.of(thing) for thing in {figure.thing for figure in figures}}
    for thing, kind, every in figures:
        near = (
            ""
            if len(every) <= pairing.reach
            else f"; compared with the {2 * pairing.reach} said nearest to it"
        )
        against = _excluded(world, pairing.pairs((every, None)), excluding)
        by_bounds: dict[Steps, list[Claim]] = {}
        for claim in every:
            assert claim.figure is not None
            by_bounds.setdefault(steps(claim.figure), []).append(claim)
        for bounds, claims in sorted(by_bounds.items()):
            if among is None or any(c.id in among for c in claims):
                contra = against.get(bounds, set())
                rows.append(_standing(ballots, thing, votes[thing], kind, claims, contra, near))
    return rows


class _Figures(NamedTuple):
    """The live claims about an event that give a number of one kind."""

    thing: str
    kind: str
    claims: list[Claim]


def _figures(ballots: Ballots, thing: str) -> list[_Figures]:
    if thing not in ballots.world.things or not ballots.world.things[thing].event:
        return []
    groups: dict[str, list[Claim]] = {}
    for id_ in ballots.about.get(thing, ()):
        claim = ballots.world.claims[id_]
        if (
            claim.figure is not None
            and claim.figure.amount
            and claim.side in SUPPORT
            and not ballots.taken_back(id_)
        ):
            groups.setdefault(kind_of(ballots.world, claim), []).append(claim)
    return [_Figures(thing, kind, claims) for kind, claims in sorted(groups.items())]


def _excluded(world: World, pairs: Iterable[Both], excluding: Excluding) -> dict[Steps, set[str]]:
    """Return for the bounds of figures the claims whose figures exclude these."""
    against: dict[Steps, set[str]] = {}
    for one, other in pairs:
        assert one.figure is not None
        assert other.figure is not None
        bounds = steps(one.figure), steps(other.figure)
        if one.side == other.side and numbers(*bounds) == "apart" and excluding(world, one, other):
            against.setdefault(bounds[0], set()).add(other.id)
            against.setdefault(bounds[1], set()).add(one.id)
    return against


def _standing(
    ballots: Ballots,
    thing: str,
    votes: Votes,
    kind: str,
    claims: list[Claim],
    against: Collection[str],
    near: str,
) -> FigureStanding:
    world = ballots.world
    mine = {claim.id for claim in claims}
    relays = {c: tuple(o for o in world.relays.get(c, ()) if o in mine) for c in mine}
    ends = terminals(mine, {c: o for c, o in relays.items() if o})
    aimed = [c for c in votes.facets if _aims_at(world, c, mine)]
    doubting = votes.doubting + tuple(c for c in aimed if world.claims[c].side == "doubt")
    denying = votes.denying + tuple(c for c in aimed if world.claims[c].side == "against")
    contradicting = tuple(sorted(against))
    doubters = ballots.speakers(doubting).told
    live = [c for c in claims if ends[c.id]]
    sure = tuple(c.id for c in live if c.side == "for" and c.speaker not in doubters)
    vouching = tuple(
        c for c in sure if world.claims[c].facet in FACETS and (relays[c] or c not in world.relays)
    )
    own = Votes(
        vouching=vouching,
        presuming=tuple(c for c in sure if c not in vouching),
        expecting=tuple(c.id for c in live if c.side == "ahead"),
        denying=(*denying, *contradicting),
        doubting=doubting,
        wavering=tuple(c.id for c in live if c.side == "for" and c.speaker in doubters),
        partly=(),
        facets=(),
        circular=(),
    )
    of_event: Standing = standing(ballots, thing, own, Chains(ends, FACETS))
    also = f"; {len(contradicting)} with a figure that excludes it" if contradicting else ""
    assert claims[0].figure is not None
    return FigureStanding(
        thing,
        kind,
        claims[0].figure,
        tuple(c.id for c in claims),
        of_event.status,
        of_event.credibility,
        of_event.roots,
        doubting,
        denying,
        contradicting,
        of_event.rule + also + near,
    )


def _aims_at(world: World, doubt: str, figures: Collection[str]) -> bool:
    """Return whether a doubt of how many is about some figures: it answers one of them, or no figure."""
    if world.claims[doubt].facet != HOW_MANY:
        return False
    answered = [c for c in world.answers.get(doubt, ()) if world.claims[c].figure is not None]
    return not answered or any(c in figures for c in answered)


def figure_history(
    world: World, among: Collection[str] | None = None, within: Mapping[date, int] | None = None
) -> Noted[tuple[date, FigureStanding]]:
    """Return each figure on each publication day that changed its status or credibility, by event and day.

    Args:
        world: all that is known.
        among: only figures that one of these claims gives.
        within: see `figure_status`, by the days that are looked at, when these are known of all figures.
    """
    excluding = Excluding()

    def judged(known: World, left: Collection[str] | None, day: date) -> list[FigureStanding]:
        near = None if within is None else within[day]
        return figure_status(known, left, excluding=excluding, within=near)

    days = None if within is None else [*within]
    return changes(world, among, judged, lambda row: (row.event, row.kind, row.figure.words), MOST, days)
