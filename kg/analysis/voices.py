"""Who speaks at the end of chains, and as what: by name, described, a document, or in a lesser way."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Literal, NamedTuple

from kg.analysis.belonging import EVER, Belonging
from kg.analysis.world import World

Why = Literal[
    "named",
    "joint",
    "described",
    "document",
    "own voice",
    "compiles",
    "no body",
    "unknown",
    "presumes",
    "in question",
    "held back",
]
"""Why a speaker counts in both bounds (the first four) or only in the greatest (the rest)."""
WITNESSES: tuple[Why, ...] = ("named", "joint", "described", "document")


class Voice(NamedTuple):
    """A speaker at the end of chains, or what stands for one."""

    speaker: str | None
    """Id of the actor; None for those of one document whom no text names or describes."""
    claims: tuple[str, ...]
    """What it says there."""
    why: Why


def kind_of(world: World, actor: str) -> str:
    """Return what a speaker counts as; see `kg.analysis.world.Actor`."""
    known = world.actors.get(actor)
    return known.kind if known else "organization"


def day_of(world: World, claim: str) -> date:
    """Return the last day on which a claim may have been said."""
    return world.claims[claim].said[1] or EVER


def speaker_of(world: World, end: str) -> str | None:
    """Return who speaks: in a reprint, the voice of its outlet is that of the outlet that it prints again.

    An outlet that others quote speaks for itself, also in what it prints again. A document that copies
    another one speaks with the voice of that one.
    """
    speaker = world.claims[end].speaker
    if speaker in world.documents and speaker is not None:
        return world.original(speaker)
    known = world.actors.get(speaker) if speaker else None
    if known is None or not known.own_voice:
        return speaker
    documents = [d for d in world.printed_in[end] if d in world.documents]
    if any(world.documents[d].outlet != speaker for d in documents):
        return speaker
    originals = {world.original(d) for d in documents}
    outlets = {world.documents[d].outlet for d in originals}
    if documents and originals.isdisjoint(documents) and len(outlets) == 1:
        return outlets.pop() or speaker
    return speaker


def why_it_counts(
    world: World,
    speaker: str,
    claims: list[str],
    belonging: Belonging,
    presuming: Collection[str],
    in_question: Collection[str],
    hidden: Collection[str],
) -> Why:
    """Return as what a speaker counts: as the best of what it says."""
    if all(claim in presuming for claim in claims):
        if all(claim in in_question for claim in claims):
            return "in question"
        return "held back" if all(claim in hidden for claim in claims) else "presumes"
    firm = [claim for claim in claims if claim not in presuming]
    if kind_of(world, speaker) == "unnamed":
        return "described" if any(belonging.direct(speaker, day_of(world, c)) for c in firm) else "no body"
    joint = kind_of(world, speaker) == "joint"
    members = world.claims[claims[0]].speakers if joint else (speaker,)
    if not any(world.claims[claim].firsthand for claim in firm):
        spoken = [(m, day_of(world, claim)) for claim in firm for m in members]
        if all(belonging.compiles(*one) for one in spoken):
            return "compiles"
        if all(belonging.own_voice(*one) or belonging.compiles(*one) for one in spoken):
            return "own voice"
    return "joint" if joint else "document" if kind_of(world, speaker) == "document" else "named"
