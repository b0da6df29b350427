"""How far a claim agrees with what it is about, in the five degrees of STIX."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from kg.model.kinds.claim import Claim
from kg.model.stances import Side, of_side, side_of
from kg.model.weighing import LOOSE, SUPPORT, WHOLE

NEUTRAL = "neutral"
DEGREES: dict[Side, tuple[str, str]] = {
    "for": ("strongly-agree", "agree"),
    "ahead": ("agree", "agree"),
    "against": ("strongly-disagree", "disagree"),
    "doubt": ("disagree", "disagree"),
}
"""For each side that says something of the event: without a hedge, and with one."""


def vote(claim: Claim, facts: Mapping[str, Any], taken_back: Collection[str] = ()) -> str | None:
    """Return a degree of agreement, or None for a claim that is no vote on what it is about.

    Who only passes on what others say on the same side adds none, or one source that five papers print would
    look like five that agree. Nor does what is aside of the event, what was taken back, and who denies or
    doubts a part of it only, such as how many.

    Args:
        claim: the claim.
        facts: by id, with the claims that it passes on.
        taken_back: ids of claims that were taken back.

    Example:
        >>> from kg.model.citation import Citation
        >>> cited = [Citation(document="d", page=1)]
        >>> said = {"topic": "t", "said": "2024-01-05", "about": "e", "paraphrase": "p", "cited": cited}
        >>> [vote(Claim(id="c", stance=word, speaker="s", **said), {}) for word in ("denies", "comments")]
        ['strongly-disagree', None]
    """
    side = side_of(claim.stance)
    if side not in DEGREES or claim.id in taken_back:
        return None
    if any(side_of(getattr(facts.get(other), "stance", None)) == side for other in claim.relays):
        return None
    if claim.facet != WHOLE and side not in SUPPORT:
        return None
    if claim.hedge in LOOSE or (side == "doubt" and claim.stance != of_side("doubt")[0]):
        return NEUTRAL
    return DEGREES[side][claim.hedge != "plain"]
