"""Which claims still stand, and for what: nothing expires but by its own speaker."""

from __future__ import annotations

from collections.abc import Iterable

from kg.analysis.world import World
from kg.model.stances import Side

SUPPORT: frozenset[Side] = frozenset({"for", "ahead"})
"""Sides of claims that speak for what they are about."""


def withdrawn(world: World) -> frozenset[str]:
    """Return the claims that their own speaker has taken back.

    A claim of the side `back` takes back those claims that it answers and that have the same
    speaker. A retraction by anyone else takes back nothing, nor does one that answers nothing, and nothing
    expires because something else disagrees.

    Example:
        >>> from dataclasses import replace
        >>> from kg.analysis.world import small_world
        >>> world = small_world("a b")
        >>> b = world.claims["b"]._replace(stance="retracts", speaker="a")
        >>> withdrawn(replace(world, claims={**world.claims, "b": b}, answers={"b": ("a",)}))
        frozenset({'a'})
    """
    return frozenset(
        answered
        for claim, others in world.answers.items()
        if world.claims[claim].side == "back" and world.claims[claim].speaker is not None
        for answered in others
        if answered != claim and world.claims[answered].speaker == world.claims[claim].speaker
    )


def by_subject(
    world: World, sides: frozenset[Side], among: Iterable[str] | None = None
) -> dict[str, list[str]]:
    """Return for each thing the live claims about it that are of one of some sides.

    Args:
        world: all claims.
        sides: which sides count.
        among: only these claims; all when None.
    """
    gone = withdrawn(world)
    about: dict[str, list[str]] = {}
    for id_ in world.claims if among is None else among:
        claim = world.claims[id_]
        if claim.side in sides and id_ not in gone:
            about.setdefault(claim.about, []).append(id_)
    return about
