"""Who leans on whom: a speaker and the source that it passes on never count twice for one event."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from kg.analysis.belonging import EVER, Belonging
from kg.analysis.world import Claim, World


def leaning(world: World, belonging: Belonging, roots: Mapping[str, Collection[str]]) -> set[str]:
    """Return the speakers of roots that pass on another of these roots, and so add none of their own.

    Of those who pass each other on in a circle one is left. Those of one state are left alone: in the least
    number they are one anyway, and in the greatest apart. Nobody leans on what is held back: that may be of
    the same state; see `perhaps_leaning`.

    Args:
        world: the claims.
        belonging: of the same world.
        roots: for each claim the claims at the ends of its chains.

    Example:
        >>> from dataclasses import replace
        >>> from kg.analysis.world import small_world
        >>> small = small_world("told post source", {"told": ("source",)})
        >>> told = small.claims["told"]._replace(speaker="post")
        >>> world = replace(small, claims={**small.claims, "told": told})
        >>> leaning(world, Belonging(world), {"told": ["source"], "post": ["post"], "source": ["source"]})
        {'post'}
    """
    claims = world.claims
    own = {claims[e].speaker for ends in roots.values() for e in ends}
    on: dict[str, set[str]] = {}
    for c, ends in roots.items():
        teller = claims[c].speaker
        if teller is not None and teller in own:
            others = {
                claims[e].speaker or f"? {e}"
                for e in ends
                if not claims[e].held_back and not _one_body(belonging, claims[c], claims[e])
            }
            if others:
                on.setdefault(teller, set()).update(others)
    further = {teller: _reached(teller, on) for teller in on}
    return {
        teller
        for teller, others in further.items()
        if any(o < teller or teller not in further.get(o, ()) for o in others - {teller})
    }


def perhaps_leaning(world: World, roots: Mapping[str, Collection[str]]) -> set[str]:
    """Return the roots whose speakers may pass on another of these, where a part of the chains is held back.

    Whoever speaks in a claim that is held back may be anybody, and anybody may pass on such a claim.

    Args:
        world: the claims.
        roots: for each claim the claims at the ends of its chains.
    """
    claims = world.claims
    every = {e for ends in roots.values() for e in ends}
    ways = [ends for c, ends in roots.items() if claims[c].held_back]
    leaners = {claims[c].speaker for c, ends in roots.items() if any(claims[e].held_back for e in ends)}
    return {e for e in every if claims[e].speaker in leaners or any(o != e for ends in ways for o in ends)}


def _one_body(belonging: Belonging, one: Claim, other: Claim) -> bool:
    """Return whether two claims are by one speaker, or by speakers for one state."""
    if one.speaker is None or other.speaker is None or one.speaker == other.speaker:
        return one.speaker is not None and one.speaker == other.speaker
    first, second = (
        belonging.lifted(c.speaker, c.said[1] or EVER, "state") for c in (one, other) if c.speaker
    )
    return not first.isdisjoint(second)


def _reached(start: str, on: Mapping[str, Collection[str]]) -> set[str]:
    """Return all that can be reached from a start."""
    reached: set[str] = set()
    todo = [start]
    while todo:
        for other in on.get(todo.pop(), ()):
            if other not in reached:
                reached.add(other)
                todo.append(other)
    return reached
