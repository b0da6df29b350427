"""On what everything hangs: actors and documents, ranked by the events that fall without them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Literal, NamedTuple

from kg.analysis.belonging import Level
from kg.analysis.noted import Noted
from kg.analysis.without import EFFECTS, Sensitivity
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
        candidates.append(_keystone(all_of, gone))
    found = [k for k in candidates if k.none or k.one or k.fewer]
    ranked = Noted(sorted(found, key=lambda k: (-len(k.none), -len(k.one), -len(k.fewer), -k.claims, k.id)))
    if len(candidates) < len(every):
        looked = number_of(len(candidates), "actor or document", "actors and documents")
        ranked.note = (
            f"only the {looked} without whom the most claims fall, of {len(every):,}, were left out in turn;"
            " narrow with --event or --topic, or ask 'without' for one"
        )
    return ranked


def _keystone(all_of: Sensitivity, gone: str) -> Keystone:
    """Return what hangs on one actor or document."""
    losses = all_of.without(gone)
    events = {effect: tuple(row.event for row in losses if row.effect == effect) for effect in EFFECTS}
    kind: Literal["actor", "document"] = "document" if gone in all_of.world.documents else "actor"
    none, one, fewer = (events[effect] for effect in EFFECTS)
    return Keystone(gone, kind, none, one, fewer, len(all_of.lost(gone)))
