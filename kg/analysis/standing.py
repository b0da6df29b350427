"""Which claims still stand, and for what: nothing expires but by its own speaker."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kg.analysis.world import Claim, World

SUPPORT = frozenset({"asserts", "expects"})
"""Stances that speak for what the claim is about."""
DENIAL = frozenset({"denies"})
DOUBT = frozenset({"doubts", "cannot-confirm"})


def withdrawn(world: World) -> frozenset[str]:
    """Return the claims that their own speaker has taken back.

    A claim with the stance `retracts` takes back those claims that it answers and that have the same
    speaker; when it answers none, all that its speaker said about the same thing by that day. A retraction
    by anyone else takes back nothing, and nothing expires because something else disagrees.

    Example:
        >>> from kg.analysis.world import small_world
        >>> withdrawn(small_world("a b"))
        frozenset()
    """
    found: set[str] = set()
    said: dict[tuple[str | None, str], list[Claim]] = {}
    retractions = [c for c in world.claims.values() if c.stance == "retracts" and c.speaker is not None]
    wanted = {(c.speaker, c.about) for c in retractions}
    if retractions:
        for claim in world.claims.values():
            if (claim.speaker, claim.about) in wanted:
                said.setdefault((claim.speaker, claim.about), []).append(claim)
    for claim in retractions:
        answered = world.answers.get(claim.id, ())
        if answered:
            found.update(a for a in answered if world.claims[a].speaker == claim.speaker and a != claim.id)
        else:
            found.update(o.id for o in said[claim.speaker, claim.about] if o.stance != "retracts" and _by(o) <= _by(claim))
    return frozenset(found)


def _by(claim: Claim) -> date:
    return claim.said[1] or date.max


def by_subject(world: World, stances: frozenset[str], among: Iterable[str] | None = None) -> dict[str, list[str]]:
    """Return for each thing the live claims about it that take one of some stances.

    Args:
        world: all claims.
        stances: which stances count.
        among: only these claims; all when None.
    """
    gone = withdrawn(world)
    found: dict[str, list[str]] = {}
    for id_ in world.claims if among is None else among:
        claim = world.claims[id_]
        if claim.stance in stances and id_ not in gone:
            found.setdefault(claim.about, []).append(id_)
    return found
