"""Reports: who tells something in which document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from kg.analysis.world import World


def tellers(
    world: World,
    claims: Iterable[str],
    *,
    relays: Mapping[str, Collection[str]] | None = None,
) -> tuple[tuple[str, str], ...]:
    """Return the reports among some claims: one claim per teller and document, by document and teller.

    The words of a claim that relays nothing count as a report in a document only when none of the others
    relays them there.

    Args:
        world: all claims.
        claims: ids.
        relays: what each of them passes on where that is not as in the world.

    Example:
        >>> from kg.analysis.world import small_world
        >>> tellers(small_world("a b", {"b": ("a",)}), ["a", "b"])
        (('b', 'd'),)
    """
    claims = list(claims)
    told = world.relays if relays is None else relays
    retold = {
        (other, document)
        for claim in claims
        for other in told.get(claim, ())
        if other != claim
        for document in world.printed_in[claim]
    }
    first_claims: dict[tuple[str, str], str] = {}
    for claim in claims:
        teller = world.claims[claim].speaker or claim
        for document in world.printed_in[claim]:
            if claim in told or (claim, document) not in retold:
                first_claims.setdefault((document, teller), claim)
    return tuple((claim, key[0]) for key, claim in sorted(first_claims.items()))
