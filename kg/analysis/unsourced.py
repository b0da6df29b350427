"""Which figures rest on nobody's word."""

from __future__ import annotations

from kg.analysis.live_claims import SUPPORT, withdrawn
from kg.analysis.relays import terminals
from kg.analysis.world import World


def unsourced(world: World) -> frozenset[str]:
    """Return the claims that give a figure behind which nobody stands.

    A claim that asserts or expects a figure is unsourced when every root of it is: one of a speaker whom no
    text names or describes, or of the very outlet that prints it, or words that were taken back. One root of
    anybody else is a source. A claim whose chains only run in a circle has no root, so nobody stands behind
    it. In doubt a figure counts as unsourced: too little is believed rather than too much. A claim that was
    taken back itself gives no figure any more.

    Args:
        world: the graph, as known on the day asked for.

    Example:
        >>> from dataclasses import replace
        >>> from kg.analysis.world import Figure, small_world
        >>> world = small_world("a x retold", {"retold": ("x",)})
        >>> claims = {i: c._replace(figure=Figure(5, 5)) for i, c in world.claims.items()}
        >>> sorted(unsourced(replace(world, claims=claims)))
        ['retold', 'x']
    """
    gone = withdrawn(world)
    figures = [
        c.id for c in world.claims.values() if c.figure is not None and c.side in SUPPORT and c.id not in gone
    ]
    return frozenset(
        claim
        for claim, ends in terminals(figures, world.relays).items()
        if all(end in gone or _of_nobody(world, end) for end in ends)
    )


def _of_nobody(world: World, root: str) -> bool:
    speaker = world.claims[root].speaker
    return speaker is None or speaker in {world.documents[d].outlet for d in world.printed_in[root]}
