"""On what everything hangs: actors and documents, ranked by the events that fall without them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal, NamedTuple

from kg.analysis.belonging import Level
from kg.analysis.noted import Noted
from kg.analysis.without import EFFECTS, Effect, Sensitivity
from kg.analysis.world import World
from kg.errors import number_of

MOST, FOR_EACH = 500_000, 50
"""Claims that are counted again at most in the search for keystones: in all, or for each claim there is."""


class Keystone(NamedTuple):
    """Someone or something on which events hang."""

    id: str
    kind: Literal["actor", "document"]
    none: tuple[str, ...]
    one: tuple[str, ...]
    fewer: tuple[str, ...]
    """Events that fall to none, fall to one root, or lose one root of several."""
    claims: int
    """How many claims fall."""


def keystones(
    world: World, *, level: Level = "organization", among: Collection[str] | None = None
) -> Noted[Keystone]:
    """Rank actors and documents by what hangs on them.

    Those first without which the most events fall to none, then to one, then lose a root; then by claims that
    fall. Actors that never speak, and whatever changes no event, are left out. Where a few events hold
    thousands of claims, only those are looked at without whom the most claims fall, and the note says so. See
    `without` for the arguments.

    Example:
        >>> from kg.analysis.world import small_world
        >>> [k.id for k in keystones(small_world("isw post", {"isw": ("post",)}))]
        ['d', 'post']
    """
    all_of = Sensitivity(world, level, among)
    every = sorted(all_of.weights().items(), key=lambda one: (-one[1], one[0]))
    left = max(MOST, FOR_EACH * len(world.claims))
    candidates: list[Keystone] = []
    for gone, _ in every:
        left -= all_of.work(gone)
        if left < 0 and candidates:
            break
        losses = [(row.effect, row.event) for row in all_of.without(gone)]
        candidates.append(keystone(gone, gone in world.documents, losses, len(all_of.lost(gone))))
    return ranked(candidates, len(candidates), len(every))


def keystone(gone: str, document: bool, losses: Collection[tuple[Effect, str]], claims: int) -> Keystone:
    """Return what hangs on one actor or document.

    Args:
        gone: its id.
        document: whether it is a document.
        losses: what happens to which event without it, by event.
        claims: how many claims fall.
    """
    none, one, fewer = (tuple(event for done, event in losses if done == effect) for effect in EFFECTS)
    return Keystone(gone, "document" if document else "actor", none, one, fewer, claims)


def ranked(found: Iterable[Keystone], looked_at: int, of: int) -> Noted[Keystone]:
    """Return those on which something hangs in their order, with a note where not all were looked at."""
    hanging = [k for k in found if k.none or k.one or k.fewer]
    rows = Noted(sorted(hanging, key=lambda k: (-len(k.none), -len(k.one), -len(k.fewer), -k.claims, k.id)))
    if looked_at < of:
        looked = number_of(looked_at, "actor or document", "actors and documents")
        rows.note = (
            f"only the {looked} without whom the most claims fall, of {of:,}, were left out in turn;"
            " narrow with --event or --topic, or ask 'without' for one"
        )
    return rows
