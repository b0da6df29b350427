"""What a draft is: a proposed claim, who proposed it, why, and what a person decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

State = Literal["open", "accepted", "rejected"]
STATES: tuple[State, ...] = get_args(State)


@dataclass(frozen=True)
class Proposal:
    """A claim as far as a machine can fill it in.

    Attributes:
        claim: fields of a claim as the seeds spell them; what nobody could read is left out.
        score: by what proposals are ranked, from 0; higher is more filled in and carries more.
        why: for the person who decides, a sentence each: what a field rests on, and what is asked.
    """

    claim: Mapping[str, Any]
    score: int
    why: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """What makes two proposals the same: the cited words by their hash, and the printed figure."""
        cited = self.claim.get("cited") or [{}]
        quantity = self.claim.get("quantity") or {}
        return str(cited[0].get("sha256")), str(quantity.get("wording", "")).casefold()


@dataclass(frozen=True)
class Draft:
    """A proposal as it is kept.

    Attributes:
        number: by which it is called, from 1; no other draft of the corpus has it.
        document: id of the document whose file it is in.
        by: who proposed it: `kg add`, `kg draft propose`, or the name of an assistant's program.
        proposal: the claim, and why.
        state: what a person decided.
        reason: why it was rejected, if somebody said so.
    """

    number: int
    document: str
    by: str
    proposal: Proposal = field(repr=False)
    state: State = "open"
    reason: str = ""

    @property
    def claim(self) -> Mapping[str, Any]:
        """The proposed claim."""
        return self.proposal.claim

    @property
    def paragraphs(self) -> list[int]:
        """The paragraphs that it cites, counted from 1."""
        places = (
            place.get("paragraph") for place in self.claim.get("cited") or () if isinstance(place, dict)
        )
        return [number for number in places if isinstance(number, int)]
