"""One actor's world: what an actor says is so, is not so, or is open."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from kg.analysis.belonging import Belonging
from kg.analysis.live_claims import SUPPORT, withdrawn
from kg.analysis.world import Claim, World
from kg.model.stances import STANCES, Side, firmness
from kg.model.weighing import HOW_MANY, WHOLE

_DISSENT: frozenset[Side] = frozenset({"against", "doubt"})
_SIDES = {HOW_MANY: "number", "when": "time", "where": "place"}
"""What one side of an event is called in a view; who and what are called so."""


class Belief(NamedTuple):
    """What an actor makes of one thing."""

    about: str
    view: str
    """What the firmest stance says, `both so and not so`, `withdrawn`, or of one side only `number open`."""
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

    For each thing that the actor speaks about, alone or together with others: so, not so, expected, open or,
    of who only speaks aside, what that stance says (`feared` of who is concerned). A firmer stance counts
    before a looser one, but who asserts and does not confirm leaves it open, and who asserts and denies the
    same thing holds both. Who denies or doubts only one side of an event, such as how many, leaves the event
    alone. Denials and doubts are also about the thing of the claim that they answer. Claims that the actor
    took back count no more.

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
        mine = belonging.speaks(actor, claim) if members else actor in (claim.speaker, *claim.speakers)
        if mine and claim.side != "back" and (among is None or claim.id in among):
            for about in _things(world, claim):
                said.setdefault(about, []).append(claim.id)
    return [_belief(world, about, claims, gone) for about, claims in sorted(said.items())]


def _things(world: World, claim: Claim) -> list[str]:
    """Return what a claim is about, and what a denial or doubt stands against by answering."""
    answered = (world.claims[c] for c in world.answers.get(claim.id, ()) if claim.side in _DISSENT)
    return list(dict.fromkeys((claim.about, *(c.about for c in answered if c.side in SUPPORT))))


def _belief(world: World, about: str, claims: list[str], gone: Collection[str]) -> Belief:
    live = [c for c in claims if c not in gone]
    shown = sorted(live or claims, key=lambda c: (world.claims[c].moment, c))
    view, rule = _view([world.claims[c] for c in live])
    figures = dict.fromkeys(f.words for c in shown if (f := world.claims[c].figure) is not None)
    had = dict.fromkeys(world.claims[o].speaker for c in shown for o in world.relays.get(c, ()))
    return Belief(
        about, view, tuple(shown), tuple(figures), tuple(had), world.claims[shown[-1]].said[1], rule
    )


def _view(live: list[Claim]) -> tuple[str, str]:
    """Return what claims of one actor about one thing come to, and the rule."""
    if not live:
        return "withdrawn", "taken back by the speaker"
    sided = [c for c in live if c.facet != WHOLE and c.side in _DISSENT]
    whole = [c for c in live if c not in sided]
    words = sorted({(firmness(c.stance), _sided(c)) for c in sided})
    also = "".join(f"; {word}" for _, word in words)
    sides = {c.side for c in whole}
    if words and sides <= {"aside"}:
        return words[0][1], f"{'; '.join(word for _, word in words)}, which leaves the rest alone"
    if {"for", "against"} <= sides:
        return "both so and not so", f"asserts and denies{also}"
    if {"for", "doubt"} <= sides:
        return "open", f"asserts and does not confirm{also}"
    stance = min((c.stance for c in whole), key=firmness)
    rule = f"{stance}, the firmest of {len(live)} claims" if len(live) > 1 else stance
    return STANCES[stance].view, rule + also


def _sided(claim: Claim) -> str:
    return f"{_SIDES.get(claim.facet, claim.facet)} {STANCES[claim.stance].view}"
