"""Which claims still stand, and for what: nothing expires but by its own speaker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.analysis.world import World
from kg.model.weighing import SUPPORT as SUPPORT
from kg.model.weighing import corrected_from, takes_back


def retractions(world: World) -> dict[str, tuple[str, ...]]:
    """Return for each claim that has been taken back the claims that do so.

    A claim of the side `back` takes back those claims that it answers or is about and whose speakers all
    speak in it. It also takes back, whoever speaks, what was printed only in documents that are corrected
    where it is printed itself; what somebody prints after the correction changes nothing. A retraction by
    anyone else takes back nothing, nor does one that answers nothing, and nothing expires because something
    else disagrees.

    Example:
        >>> from dataclasses import replace
        >>> from kg.analysis.world import small_world
        >>> world = small_world("a b")
        >>> b = world.claims["b"]._replace(stance="retracts", speaker="a")
        >>> retractions(replace(world, claims={**world.claims, "b": b}, answers={"b": ("a",)}))
        {'a': ('b',)}
    """
    by_claim = own_retractions(world)
    for claim, correcting in corrections(world).items():
        if corrected(world, claim, correcting):
            by_claim[claim] = (*by_claim.get(claim, ()), *correcting)
    return by_claim


def own_retractions(world: World) -> dict[str, tuple[str, ...]]:
    """Return for each claim that its own speakers have taken back the claims that do so."""
    return _grouped(
        (other, claim)
        for claim, other in _answered(world)
        if takes_back(world.claims[claim].speakers, world.claims[other].speakers)
    )


def corrections(world: World) -> dict[str, tuple[str, ...]]:
    """Return for claims that retractions answer those of them that a correction prints.

    They take it back if all is corrected that had printed it; see `corrected`.
    """
    return _grouped(
        (other, claim)
        for claim, other in _answered(world)
        if any(world.documents[document].corrects for document in world.printed_in[claim])
    )


def _answered(world: World) -> Iterator[tuple[str, str]]:
    """Yield each retraction with each claim that it answers or is about."""
    for claim, known in world.claims.items():
        if known.side == "back":
            for other in dict.fromkeys((*world.answers.get(claim, ()), known.about)):
                if other != claim and other in world.claims:
                    yield claim, other


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for one, other in pairs:
        found[one] = (*found.get(one, ()), other)
    return found


def corrected(world: World, claim: str, correcting: Iterable[str]) -> bool:
    """Return whether all that had printed a claim was corrected where some other claims are printed."""
    wrongs = {
        (wrong, world.documents[document].published)
        for one in correcting
        for document in world.printed_in[one]
        for wrong in world.documents[document].corrects
    }
    printed = ((world.documents[d].published, world.copied(d)) for d in {*world.printed_in[claim]})
    return corrected_from(printed, wrongs) is not None


def withdrawn(world: World) -> frozenset[str]:
    """Return the claims that their own speakers have taken back; see `retractions`."""
    return frozenset(retractions(world))
