"""How things stand with an event on a day.

This is computed from who asserts, denies and doubts it, and never typed in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from kg.analysis.asof import cut, publication_days
from kg.analysis.independence import Belonging, Roots, count
from kg.analysis.live_claims import withdrawn
from kg.analysis.relays import terminals
from kg.analysis.world import World

StatusWord = Literal["supported", "denied", "disputed", "unconfirmed", "unknown"]
_LOOSE = frozenset({"possible", "conditional"})


class Standing(NamedTuple):
    """Where an event stands."""

    event: str
    status: StatusWord
    credibility: int | None
    """Admiralty credibility, 1 (confirmed) to 5 (improbable); None when it cannot be judged."""
    roots: Roots
    """Of the assertions, at level organization."""
    asserted: tuple[str, ...]
    denied: tuple[str, ...]
    questioned: tuple[str, ...]
    expected: tuple[str, ...]
    """Live claims by side: for, against, doubt and ahead."""
    rule: str


@dataclass(slots=True)
class _Live:
    """The live claims about one thing, by what they do."""

    asserted: list[str]
    denied: list[str]
    questioned: list[str]
    expected: list[str]


def status(world: World, among: Collection[str] | None = None) -> list[Standing]:
    """Say for each event what its live claims make of it.

    Live is a claim that its own speaker has not taken back. An assertion or denial counts only when a chain
    of it ends in a live root; a relay loop says nothing.

    * disputed: asserted by some and denied by others;
    * denied: denied and not asserted;
    * supported: asserted, not denied, not doubted, and not only as possible or conditional;
    * unconfirmed: asserted and doubted or not confirmed by someone, asserted only as possible or conditional,
      or merely expected;
    * unknown: nobody asserts, expects or denies it.

    Credibility follows the Admiralty scale, with roots counted at level organization:

    * 1 (confirmed): supported, and at least two roots for certain (min >= 2);
    * 2 (probably true): min >= 2 but doubted; or one root for certain, perhaps more (not counting unknown
      speakers), and nothing against it;
    * 3 (possibly true): one root and nothing against it; or min >= 2 against an independent denial;
    * 4 (doubtful): one root that is doubted, hedged, or denied;
    * 5 (improbable): denied only;
    * none: status unknown, only expected, or resting on speakers that nobody names or describes. "Cannot be
      judged" is no number.

    A denial is independent unless every root of it is also a root of the assertions.

    Args:
        world: the graph, as known on the day asked for.
        among: only events that one of these claims is about; each is judged by all its claims.

    Returns:
        One row per thing that a claim is about, by id.

    Source:
        NATO STANAG 2511 and AJP-2.1 (Admiralty code: 1 confirmed by other independent sources to 5
        improbable, 6 truth cannot be judged); ICD 203 on stating the basis of a judgement. The scale is
        graded by people; the table above is ours, so that it can be recomputed.

    Example:
        >>> from kg.analysis.world import small_world
        >>> (standing,) = status(small_world("a b"))
        >>> standing.status, standing.credibility
        ('supported', 1)
    """
    gone = withdrawn(world)
    wanted = None if among is None else {world.claims[c].about for c in among}
    ends = terminals(world.claims, world.relays)
    things: dict[str, _Live] = {}
    for claim in world.claims.values():
        if (wanted is None or claim.about in wanted) and claim.id not in gone and set(ends[claim.id]) - gone:
            live = things.setdefault(claim.about, _Live([], [], [], []))
            if claim.side == "for":
                live.asserted.append(claim.id)
            elif claim.side == "against":
                live.denied.append(claim.id)
            elif claim.side == "doubt":
                live.questioned.append(claim.id)
            elif claim.side == "ahead":
                live.expected.append(claim.id)
    belonging = Belonging(world)

    def roots(claims: Iterable[str]) -> Roots:
        return count(
            world, sorted({end for c in claims for end in ends[c]} - gone), "organization", belonging
        )

    rows = []
    for thing, live in sorted(things.items()):
        behind = roots(live.asserted)
        against = roots(live.denied)
        independent = bool(
            {*against.named, *against.described, *against.unknown}
            - {*behind.named, *behind.described, *behind.unknown}
        )
        word, why = _word(world, live)
        grade, reason = _grade(word, behind, independent, live)
        rows.append(
            Standing(
                thing,
                word,
                grade,
                behind,
                tuple(live.asserted),
                tuple(live.denied),
                tuple(live.questioned),
                tuple(live.expected),
                f"{why}; {reason}",
            )
        )
    return rows


def _word(world: World, live: _Live) -> tuple[StatusWord, str]:
    if live.asserted and live.denied:
        return "disputed", "asserted and denied"
    if live.denied:
        return "denied", "denied, and nobody asserts it"
    if live.asserted and live.questioned:
        return "unconfirmed", "asserted, and doubted or not confirmed"
    if live.asserted and all(world.claims[c].hedge in _LOOSE for c in live.asserted):
        return "unconfirmed", "asserted only as possible"
    if live.asserted:
        return "supported", "asserted, not denied, not doubted"
    if live.expected:
        return "unconfirmed", "only expected"
    return "unknown", "nobody asserts, expects or denies it"


def _grade(word: StatusWord, behind: Roots, independent: bool, live: _Live) -> tuple[int | None, str]:
    if word == "denied":
        return 5, "5: denied only"
    if not live.asserted:
        return None, "cannot be judged"
    if not behind.named and not behind.described:
        return None, "cannot be judged: no speaker is named or described"
    several = behind.least >= 2
    if independent:
        return (
            (3, "3: at least two roots, against an independent denial")
            if several
            else (4, "4: one root, against an independent denial")
        )
    if word == "supported":
        if several:
            return 1, "1: at least two roots for certain, no denial"
        if behind.most - len(behind.unknown) > 1:
            return 2, "2: perhaps more than one named or described root, nothing against it"
        return 3, "3: one root that is named or described, nothing against it"
    return (
        (2, "2: at least two roots, but not undoubted") if several else (4, "4: one root, and not undoubted")
    )


def history(world: World, among: Collection[str] | None = None) -> list[tuple[date, Standing]]:
    """Return status and credibility on each publication day that changed one of them, by event and day."""
    changes: list[tuple[date, Standing]] = []
    last: dict[str, tuple[StatusWord, int | None]] = {}
    for day in publication_days(world):
        known = cut(world, day)
        for row in status(known, None if among is None else [c for c in among if c in known.claims]):
            if last.get(row.event) != (row.status, row.credibility):
                last[row.event] = row.status, row.credibility
                changes.append((day, row))
    return sorted(changes, key=lambda pair: (pair[1].event, pair[0]))
