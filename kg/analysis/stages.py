"""How far an event is said to have come, by what is said of it and not by its kind alone."""

from __future__ import annotations

from kg.analysis.votes import Votes
from kg.analysis.world import World

EXPECTED = "expected"


def stage(world: World, event: str, votes: Votes) -> str | None:
    """Return the stage of an event; `expected` where nobody says more than that it will come.

    Args:
        world: where the event is.
        event: its id.
        votes: on it.

    Returns:
        None for what is said to have happened or to be so.

    Example:
        >>> from dataclasses import replace
        >>> from kg.analysis.votes import Ballots
        >>> from kg.analysis.world import small_world
        >>> world = small_world("a")
        >>> world = replace(world, claims={"a": world.claims["a"]._replace(stance="expects")})
        >>> stage(world, "e", Ballots(world).of("e"))
        'expected'
    """
    known = world.things[event]
    told = votes.vouching or votes.presuming or votes.wavering
    return EXPECTED if votes.expecting and not told and not known.ahead else known.stage
