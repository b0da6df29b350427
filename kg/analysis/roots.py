"""Independent roots: how many speakers stand behind a claim or an event, however many reports repeat it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple

from kg.analysis.belonging import Level
from kg.analysis.counting import count_claims, roots_of
from kg.analysis.independence import Roots
from kg.analysis.live_claims import SUPPORT
from kg.analysis.tellers import tellers
from kg.analysis.votes import Ballots
from kg.analysis.world import World
from kg.model.stances import SIDES

Per = Literal["event", "claim", "topic"]


class Support(NamedTuple):
    """What stands behind one subject."""

    subject: str
    claims: tuple[str, ...]
    """The live claims that assert or expect it, or assert a part of it; for a claim that claim alone."""
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
    document; the words of a claim that relays nothing count as a report in a document only when no other
    claim of the same subject relays them there. A root is a claim that relays nothing, at the end of a chain;
    what its own speaker took back is none, nor is a loop, nor what does not speak for the subject. Which
    claims support an event says `kg.analysis.votes`: who asserts a part asserts the whole. How roots are
    counted between min and max says `independence.count`.

    A relay by somebody who says nothing else raises max by nothing, a coarser level raises neither bound, and
    min <= max; min is at most the number of reports.

    Args:
        world: the graph, as known on the day asked for.
        per: what a row is about: an event (or whatever claims are about), a topic, or one claim.
        level: up to where speakers that belong together count as one in the greatest number; in the least
            those of one state always do.
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
    ballots = Ballots(world)
    rows = [
        Support(
            subject,
            claims,
            sum(len(world.printed_in[c]) for c in claims),
            tellers(world, claims),
            counted,
        )
        for subject, claims, counted in _subjects(ballots, per, level, among)
        if claims
    ]
    return sorted(rows, key=lambda row: (-len(row.reports), row.subject))


def _subjects(
    ballots: Ballots, per: Per, level: Level, among: Collection[str] | None
) -> Iterator[tuple[str, tuple[str, ...], Roots]]:
    """Yield each subject with the claims that stand for it and their roots."""
    world = ballots.world
    ids = sorted(world.claims if among is None else among)
    live = [i for i in ids if not ballots.taken_back(i)]
    if per == "event":
        for thing in ballots.subjects(among):
            votes = ballots.of(thing, only=among)
            yield thing, votes.supporting, roots_of(ballots, votes, level)
    elif per == "claim":
        for i in live:
            if world.claims[i].side != "back":
                yield i, (i,), count_claims(ballots, (i,), (i,), SIDES, level)
    else:
        by_topic: dict[str, list[str]] = {}
        for i in live:
            if world.claims[i].side in SUPPORT:
                by_topic.setdefault(world.claims[i].topic, []).append(i)
        for topic, claims in by_topic.items():
            yield topic, tuple(claims), count_claims(ballots, claims, claims, SUPPORT, level)
