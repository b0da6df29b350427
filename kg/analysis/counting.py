"""The independent roots of what supports a thing: which ends of chains speak for it, and which vouch."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from kg.analysis.belonging import Level
from kg.analysis.independence import Roots, count
from kg.analysis.leaning import leaning, perhaps_leaning
from kg.analysis.live_claims import SUPPORT
from kg.analysis.relays import remaining
from kg.analysis.tellers import tellers
from kg.analysis.votes import NOTHING, Ballots, Votes
from kg.analysis.world import World
from kg.model.stances import Side
from kg.model.weighing import LOOSE, WHOLE


class Chains(NamedTuple):
    """Where the chains of some claims end, and what a root has to be about to witness them."""

    ends: Mapping[str, tuple[str, ...]] | None = None
    """By claim; None for those of the graph."""
    facets: tuple[str, ...] = (WHOLE,)


AS_THEY_ARE = Chains()


def roots_of(
    ballots: Ballots,
    votes: Votes,
    level: Level = "person",
    *,
    lost: Collection[str] = NOTHING,
    firm_only: bool = False,
    within: World | None = None,
    chains: Chains = AS_THEY_ARE,
) -> Roots:
    """Count the independent roots of what supports a thing.

    Where somebody asserts it, expectations count only in the greatest number; where it is only expected,
    they are what is counted.

    Args:
        ballots: of the world.
        votes: on the thing.
        level: see `independence.count`.
        lost: claims that are not there.
        firm_only: only what vouches for the whole without a hedge such as possible.
        within: a world with the same claims, where the documents are not all there.
        chains: where the chains end.
    """
    asserted = (*votes.vouching, *votes.presuming)
    vouching = votes.vouching if asserted else votes.expecting
    supporting = (*asserted, *votes.expecting)
    if firm_only:
        vouching = supporting = tuple(c for c in vouching if ballots.world.claims[c].hedge not in LOOSE)
    sides: frozenset[Side] = frozenset({"for"}) if asserted else SUPPORT
    return count_claims(
        ballots,
        supporting,
        vouching,
        sides,
        level,
        lost=lost,
        within=within,
        firm_only=firm_only,
        chains=chains,
        doubters=ballots.speakers(votes.doubting).each,
    )


def count_claims(
    ballots: Ballots,
    supporting: Collection[str],
    vouching: Collection[str],
    sides: Collection[Side],
    level: Level,
    *,
    lost: Collection[str] = NOTHING,
    within: World | None = None,
    firm_only: bool = False,
    chains: Chains = AS_THEY_ARE,
    doubters: Collection[str] = (),
) -> Roots:
    """Count the independent roots of some claims.

    Args:
        ballots: of the world.
        supporting: the claims.
        vouching: those of them whose roots may count in the least number.
        sides: what a root has to be to count there.
        level: see `independence.count`.
        lost: claims that are not there.
        within: a world with the same claims, where the documents are not all there.
        firm_only: a root with a hedge such as possible does not count in the least number.
        chains: where the chains end.
        doubters: speakers who do not confirm it: what they assert is no root, whoever passes it on.
    """
    claims = ballots.world.claims
    ends = ballots.ends(supporting, lost) if chains.ends is None else chains.ends
    behind = {
        c: [
            e
            for e in _fitting(ballots, c, ends[c], {*sides, *SUPPORT}, lost)
            if not _wavers(ballots, e, doubters)
        ]
        for c in supporting
    }
    reached = {e for own in behind.values() for e in own}
    firm = {
        e
        for c in vouching
        for e in ends[c]
        if e in reached
        and claims[e].side in sides
        and claims[e].facet in chains.facets
        and ballots.said_for_certain(e, lost)
        and not (firm_only and claims[e].hedge in LOOSE)
    }
    relays = remaining(ballots.world.relays, supporting, lost) if lost else ballots.world.relays
    world = within or ballots.world
    return count(
        world,
        sorted(reached),
        level,
        ballots.belonging,
        presuming=reached - firm,
        hidden=perhaps_leaning(world, behind),
        in_question={e for e in reached if not ballots.said_for_certain(e, lost)},
        leaning=leaning(world, ballots.belonging, behind),
        reports=len(
            {
                (world.claims[claim].speaker or claim, world.original(document))
                for claim, document in tellers(world, supporting, relays=relays)
            }
        ),
    )


def _wavers(ballots: Ballots, claim: str, doubters: Collection[str]) -> bool:
    """Return whether all who assert something also doubt it."""
    one = ballots.world.claims[claim]
    return one.side == "for" and bool(one.speakers) and all(s in doubters for s in one.speakers)


def _fitting(
    ballots: Ballots, claim: str, ends: Iterable[str], sides: Collection[Side], lost: Collection[str]
) -> list[str]:
    """Return the ends of some sides; where a chain ends at something else, its last claims that fit."""
    claims = ballots.world.claims
    fitting = [end for end in ends if claims[end].side in sides]
    if fitting or not ends:
        return fitting
    last, met, todo = [], {claim}, [claim]
    while todo:
        one = todo.pop()
        further = {
            o
            for o in ballots.world.relays.get(one, ())
            if o not in lost and claims[o].side in sides and not ballots.taken_back(o, lost)
        }
        if not further:
            last.append(one)
        todo += further - met
        met |= further
    return last or [claim]
