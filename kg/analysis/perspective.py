"""One actor's world: what an actor says is so, is not so, or is open."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from kg.analysis.belonging import Belonging
from kg.analysis.live_claims import withdrawn
from kg.analysis.world import World
from kg.model.stances import STANCES, firmness


class Belief(NamedTuple):
    """What an actor makes of one thing."""

    about: str
    view: str
    """What the firmest stance says, `both so and not so`, or `withdrawn`."""
    claims: tuple[str, ...]
    """The actor's live claims about it, by day; those taken back when there is no other."""
    figures: tuple[str, ...]
    had_from: tuple[str | None, ...]
    """Speakers of what the claims relay; empty when the actor speaks for itself alone."""
    last_said: date | None
    rule: str


def according_to(
    world: World, actor: str, *, members: bool = False, among: Collection[str] | None = None
) -> list[Belief]:
    """Show the world as one actor tells it.

    For each thing that the actor speaks about: so, not so, expected, open or, of who only speaks aside, what
    that stance says (`feared` of who is concerned). A firmer stance counts before a looser one; who asserts
    and denies the same thing holds both. Claims that the actor took back count no more.

    Args:
        world: the graph, as known on the day asked for.
        actor: id of the speaker.
        members: also what those say who belong to the actor on the day of the speech, at any remove.
        among: only these claims.

    Returns:
        One row per thing, by id; empty when the actor says nothing.

    Source:
        Attributed views as in "belief" spaces of reported speech: Wiebe et al., Annotating Expressions of
        Opinions and Emotions in Language (2005), nested sources.

    Example:
        >>> from kg.analysis.world import small_world
        >>> [(b.about, b.view) for b in according_to(small_world("a b"), "a")]
        [('e', 'so')]
    """
    belonging = Belonging(world)
    gone = withdrawn(world)
    said: dict[str, list[str]] = {}
    for claim in world.claims.values():
        mine = claim.speaker == actor or (
            members
            and claim.speaker is not None
            and claim.said[1] is not None
            and actor in belonging.above(claim.speaker, claim.said[1])
        )
        if mine and claim.side != "back" and (among is None or claim.id in among):
            said.setdefault(claim.about, []).append(claim.id)
    return [_belief(world, about, claims, gone) for about, claims in sorted(said.items())]


def _belief(world: World, about: str, claims: list[str], gone: Collection[str]) -> Belief:
    live = [c for c in claims if c not in gone]
    shown = sorted(live or claims, key=lambda c: (world.claims[c].said[1] or date.max, c))
    told = sorted({world.claims[c].stance for c in live}, key=firmness)
    sides = {world.claims[c].side for c in live}
    if not live:
        view, rule = "withdrawn", "taken back by the speaker"
    elif {"for", "against"} <= sides:
        view, rule = "both so and not so", "asserts and denies"
    else:
        stance = told[0]
        view = STANCES[stance].view
        rule = f"{stance}, the firmest of {len(live)} claims" if len(live) > 1 else stance
    figures = dict.fromkeys(f.words for c in shown if (f := world.claims[c].figure) is not None)
    had = dict.fromkeys(world.claims[o].speaker for c in shown for o in world.relays.get(c, ()))
    return Belief(
        about, view, tuple(shown), tuple(figures), tuple(had), world.claims[shown[-1]].said[1], rule
    )
