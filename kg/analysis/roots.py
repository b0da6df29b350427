"""Independent roots: how many speakers stand behind a claim or an event, however many reports repeat it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal, NamedTuple

from kg.analysis.independence import Belonging, Level, Roots, count
from kg.analysis.live_claims import SUPPORT, by_subject, withdrawn
from kg.analysis.relays import terminals
from kg.analysis.world import World

Per = Literal["event", "claim", "topic"]


class Support(NamedTuple):
    """What stands behind one subject."""

    subject: str
    claims: tuple[str, ...]
    """The live claims that assert or expect it; for a claim that claim alone."""
    mentions: int
    """Places in documents that print one of them."""
    reports: tuple[tuple[str, str], ...]
    """Who tells it in which document: (claim, document), one for each teller and document."""
    roots: Roots


def roots(
    world: World, *, per: Per = "event", level: Level = "person", among: Collection[str] | None = None
) -> list[Support]:
    """Count mentions, reports and independent roots.

    A mention is a place in a document where a supporting claim stands. A report is one teller in one
    document; the words of a claim that relays nothing count as a report only when no other claim of the same
    subject relays them. A root is a claim that relays nothing, at the end of a chain; what its own speaker
    took back is none, nor is a loop. How roots are counted between min and max says `independence.count`.

    Adding a relay of a counted root changes neither bound, a coarser level never raises one, and
    min <= max <= number of roots that are counted.

    Args:
        world: the graph, as known on the day asked for.
        per: what a row is about: an event (or whatever claims are about), a topic, or one claim.
        level: up to where speakers that belong together count as one.
        among: only these claims; all when None.

    Returns:
        One row per subject that a live claim supports, the most reports first; empty when there is none.

    Source:
        Circular reporting and single-source dependence: Heuer, Psychology of Intelligence Analysis (1999);
        NATO STANAG 2511 asks for confirmation "by other independent sources" and leaves the counting open.

    Example:
        >>> from kg.analysis.world import small_world
        >>> support = roots(small_world("isw post source", {"isw": ("post",), "post": ("source",)}))[0]
        >>> support.mentions, len(support.reports), support.roots.least, support.roots.most
        (3, 2, 1, 1)
    """
    gone = withdrawn(world)
    groups = _groups(world, per, among, gone)
    ends = terminals((c for claims in groups.values() for c in claims), world.relays)
    belonging = Belonging(world)
    rows = []
    for subject, claims in groups.items():
        reached = {end for claim in claims for end in ends[claim] if end not in gone}
        rows.append(
            Support(
                subject,
                tuple(claims),
                sum(len(world.printed_in[c]) for c in claims),
                tellers(world, claims),
                count(world, sorted(reached), level, belonging),
            )
        )
    return sorted(rows, key=lambda row: (-len(row.reports), row.subject))


def _groups(
    world: World, per: Per, among: Collection[str] | None, gone: Collection[str]
) -> dict[str, list[str]]:
    ids: Iterable[str] = world.claims if among is None else sorted(among)
    if per == "claim":
        return {i: [i] for i in ids if i not in gone and world.claims[i].side != "back"}
    if per == "event":
        return by_subject(world, SUPPORT, ids)
    by_topic: dict[str, list[str]] = {}
    for claims in by_subject(world, SUPPORT, ids).values():
        for claim in claims:
            by_topic.setdefault(world.claims[claim].topic, []).append(claim)
    return by_topic


def tellers(world: World, claims: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return the reports among some claims: one claim per teller and document, by document and teller.

    Example:
        >>> from kg.analysis.world import small_world
        >>> tellers(small_world("a b", {"b": ("a",)}), ["a", "b"])
        (('b', 'd'),)
    """
    claims = list(claims)
    retold = {other for claim in claims for other in world.relays.get(claim, ()) if other != claim}
    first_claims: dict[tuple[str, str], str] = {}
    for claim in claims:
        if claim in world.relays or claim not in retold:
            teller = world.claims[claim].speaker or claim
            for document in world.printed_in[claim]:
                first_claims.setdefault((document, teller), claim)
    return tuple((claim, key[0]) for key, claim in sorted(first_claims.items()))
