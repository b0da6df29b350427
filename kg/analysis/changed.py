"""What changed since a day: new events, claims and figures, and what became of those known before."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Literal, NamedTuple

from kg.analysis.asof import cut
from kg.analysis.independence import Roots
from kg.analysis.live_claims import withdrawn
from kg.analysis.revisions import timeline
from kg.analysis.roots import roots
from kg.analysis.status import Standing, status
from kg.analysis.world import World
from kg.errors import number_of

What = Literal["new event", "new claims", "status", "credibility", "roots", "figure", "revised", "taken back"]
ORDER: tuple[What, ...] = (
    "new event",
    "status",
    "credibility",
    "roots",
    "revised",
    "figure",
    "taken back",
    "new claims",
)


class Difference(NamedTuple):
    """One thing that has changed since the day that was asked about."""

    event: str
    what: What
    before: str | None
    after: str | None
    claims: tuple[str, ...]
    rule: str


class Known(NamedTuple):
    """What was known on a day.

    Attributes:
        day: None for all that is known.
        world: as it was.
        standing: how things stood with everything that claims are about.
        roots: who stood behind it at the level of organizations.
    """

    day: date | None
    world: World
    standing: Mapping[str, Standing]
    roots: Mapping[str, Roots]


def changed(
    world: World, since: date, until: date | None = None, among: Collection[str] | None = None
) -> list[Difference]:
    """Compare what was known on one day with what is known now, or was on a later day.

    Both views are `asof.cut`: what was published on `since` itself belongs to the earlier one. For each thing
    that claims are about: whether it is new, the claims that are, and for those known before the change of
    status, credibility and roots (at level organization); every figure that is new with how it moves
    (`revisions.timeline`), called revised when the same speaker gave another before; every claim taken back.

    Args:
        world: all that is known.
        since: the earlier day of knowledge.
        until: the later day of knowledge; None for all that is known.
        among: only what concerns these claims.

    Returns:
        By event, what matters most first; empty when nothing changed.

    Raises:
        ValueError: `until` is before `since`.

    Example:
        >>> from datetime import date
        >>> from kg.analysis.world import small_world
        >>> [(d.what, d.claims) for d in changed(small_world("a"), date(2024, 10, 1))]
        [('new event', ('a',))]
    """
    if until is not None and until < since:
        raise ValueError(f"{until} is before {since}")
    return between(known_on(world, since), known_on(world, until), among)


def known_on(world: World, day: date | None) -> Known:
    """Return what is compared of what was known on a day; None for all that is known."""
    seen = cut(world, day)
    return Known(
        day,
        seen,
        {row.event: row for row in status(seen)},
        {row.subject: row.roots for row in roots(seen, level="organization")},
    )


def between(earlier: Known, later: Known, among: Collection[str] | None = None) -> list[Difference]:
    """Compare what was known on two days; see `changed`.

    Args:
        earlier: of a day.
        later: of a later one.
        among: only what concerns these claims.

    Example:
        >>> from kg.analysis.world import small_world
        >>> early, late = (known_on(small_world("a"), date(2024, 10, day)) for day in (1, 31))
        >>> [d.what for d in between(early, late)]
        ['new event']
    """
    old, new = earlier.world, later.world
    chosen = new.claims.keys() if among is None else among
    fresh: dict[str, list[str]] = {}
    for claim in new.claims.values():
        if claim.id not in old.claims and claim.id in chosen:
            fresh.setdefault(claim.about, []).append(claim.id)
    spoken_of = {c.about for c in old.claims.values()}
    wanted = {new.claims[c].about for c in chosen if c in new.claims}
    differences = []
    for event, claims in fresh.items():
        word: What = "new claims" if event in spoken_of else "new event"
        differences.append(
            Difference(
                event,
                word,
                None,
                number_of(len(claims), "claim"),
                tuple(claims),
                f"first published after {earlier.day}",
            )
        )
    differences += _standing(earlier, later, wanted & spoken_of)
    differences += _roots(earlier, later, wanted & spoken_of)
    for step in timeline(new, chosen if among is not None else None):
        if step.claim not in old.claims:
            figure = new.claims[step.claim].figure
            revised = step.revision not in (None, "same")
            what: What = "revised" if revised else "figure"
            rule = f"{step.kind}: {f'revised, {step.revision}; ' if revised else ''}{step.rule}"
            differences.append(
                Difference(
                    step.event,
                    what,
                    step.own_before if revised else None,
                    figure.words if figure else None,
                    (step.claim,),
                    rule,
                )
            )
    for claim_id in sorted(withdrawn(new) - withdrawn(old)):
        if claim_id in chosen:
            differences.append(
                Difference(
                    new.claims[claim_id].about,
                    "taken back",
                    None,
                    None,
                    (claim_id,),
                    "its own speaker took it back",
                )
            )
    return sorted(differences, key=lambda d: (d.event, ORDER.index(d.what), d.claims))


def _standing(earlier: Known, later: Known, wanted: Collection[str]) -> list[Difference]:
    differences = []
    for row in later.standing.values():
        known = earlier.standing.get(row.event)
        if row.event in wanted and known is not None:
            if row.status != known.status:
                differences.append(Difference(row.event, "status", known.status, row.status, (), row.rule))
            if row.credibility != known.credibility:
                differences.append(
                    Difference(
                        row.event,
                        "credibility",
                        _grade(known.credibility),
                        _grade(row.credibility),
                        (),
                        row.rule,
                    )
                )
    return differences


def _grade(grade: int | None) -> str:
    return "cannot be judged" if grade is None else str(grade)


def _roots(earlier: Known, later: Known, wanted: Collection[str]) -> list[Difference]:
    differences = []
    for subject, own in later.roots.items():
        known = earlier.roots.get(subject)
        if subject in wanted and known is not None and known[:2] != own[:2]:
            bounds = f"{known.least}..{known.most}", f"{own.least}..{own.most}"
            differences.append(Difference(subject, "roots", *bounds, (), own.rule("organization")))
    return differences
