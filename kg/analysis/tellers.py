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
    passes them on there, directly or through others. What is held back is no report: nobody sees in which
    documents it stands, so there may be more.

    Args:
        world: all claims.
        claims: ids.
        relays: what each of them passes on where that is not as in the world.

    Example:
        >>> from kg.analysis.world import small_world
        >>> tellers(small_world("a b", {"b": ("a",)}), ["a", "b"])
        (('b', 'd'),)
    """
    claims = [claim for claim in claims if not world.claims[claim].held_back]
    told = world.relays if relays is None else relays
    passing: dict[str, list[str]] = {}
    for claim in claims:
        if claim in told:
            for document in world.printed_in[claim]:
                passing.setdefault(document, []).append(claim)
    retold = {document: _passed_on(some, told) for document, some in passing.items()}
    first_claims: dict[tuple[str, str], str] = {}
    for claim in claims:
        teller = world.claims[claim].speaker or claim
        for document in world.printed_in[claim]:
            if claim in told or claim not in retold.get(document, ()):
                first_claims.setdefault((document, teller), claim)
    return tuple((claim, key[0]) for key, claim in sorted(first_claims.items()))


def _passed_on(claims: Iterable[str], told: Mapping[str, Collection[str]]) -> set[str]:
    """Return all that some claims pass on, at any remove."""
    met: set[str] = set()
    todo = [other for claim in claims for other in told[claim] if other != claim]
    while todo:
        claim = todo.pop()
        if claim not in met:
            met.add(claim)
            todo += told.get(claim, ())
    return met
