"""Which figures contradict each other, and which only sound as if they did; denials apart."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from itertools import chain
from typing import Literal, NamedTuple

from kg.analysis.intervals import bounds_text
from kg.analysis.live_claims import SUPPORT, withdrawn
from kg.analysis.noted import Noted
from kg.analysis.pairing import Circle, Pairing
from kg.analysis.pairs import judge, later, reason, repeats
from kg.analysis.select import ancestors
from kg.analysis.totals import totals
from kg.analysis.verdict import WORDS, VerdictWord
from kg.analysis.world import Claim, Figure, World
from kg.model.weighing import HOW_MANY, WHOLE

REVISED = ("revised down", "revised up")


class Pair(NamedTuple):
    """Two claims and what they say about each other.

    The narrower figure comes first, the later one of a speaker who revised, and the denial of a dispute.
    """

    verdict: VerdictWord | Literal["dispute"]
    one: str
    other: str
    rule: str


def contradictions(
    world: World,
    among: Collection[str] | None = None,
    *,
    one_of: Collection[str] | None = None,
    incomparable: bool = True,
) -> Noted[Pair]:
    """Judge figures in pairs, and list what is denied beside what is asserted.

    Judged are live claims that assert or expect a figure. A relay that passes a figure on unchanged is not
    judged again, because what it relays is. Pairs are formed of claims about the same event or an event and a
    part of it; with `incomparable` also of claims under one topic, so that the answer says why figures that
    are read together cannot be compared. Where hundreds belong together, each is compared with those that
    were said nearest to it (`pairing`), and the note of the answer says so.

    Args:
        world: the graph, as known on the day asked for.
        among: only claims of these; all when None.
        one_of: only pairs of which one claim is of these; all when None.
        incomparable: also give pairs that cannot be compared. Their number grows with the square of the
            claims.

    Returns:
        Contradictions first, then revisions, refinements, the same, compatible and incomparable pairs, then
        disputes: a live denial of an event and each live assertion that it answers, or when it answers none,
        each assertion about the event that relays no other. Who denies only a number disputes those who give
        one.

    Example:
        >>> from dataclasses import replace
        >>> from kg.analysis.world import Figure, small_world
        >>> world = small_world("a b")
        >>> a, b = (world.claims[i]._replace(figure=Figure(n, n)) for i, n in (("a", 10), ("b", 12)))
        >>> contradictions(replace(world, claims={"a": a, "b": b}))[0].verdict
        'contradicts'
    """
    gone = withdrawn(world)
    judged = [
        c
        for c in world.claims.values()
        if c.figure is not None
        and c.side in SUPPORT
        and c.id not in gone
        and (among is None or c.id in among)
        and not repeats(world, c)
    ]
    added_up = totals(world, judged)
    families = _families(world, judged, _alike if not incomparable else lambda claim: ())
    topics = _topics(judged) if incomparable else []
    pairing = Pairing([*topics, *families], one_of)
    read_together = (both for circle in topics for both in pairing.pairs(circle))
    of_one_event = (both for circle in families for both in pairing.pairs(circle))
    apart = (both for both in of_one_event if not incomparable or both[0].topic != both[1].topic)
    pairs: Noted[Pair] = Noted()
    for one, other in chain(read_together, apart):
        if ruled := pair(world, one, other, added_up, incomparable):
            pairs.append(ruled)
    pairs.sort(key=place)
    disputed = one_of if one_of is not None else among
    disputes, left = _disputes(world, gone, disputed)
    pairs += [p for p in disputes if among is None or p.one in among or p.other in among]
    pairs.note = "; ".join(filter(None, (pairing.note("figures"), left)))
    return pairs


def pair(
    world: World,
    one: Claim,
    other: Claim,
    added_up: Mapping[frozenset[str], str],
    incomparable: bool = False,
) -> Pair | None:
    """Judge the figures of two claims, and put first which comes first.

    Args:
        world: what they are about, and where they stand.
        one: a claim with a figure.
        other: another one.
        added_up: how parts add up to a total; see `totals`.
        incomparable: also say why they cannot be compared; else that gives None.
    """
    if other.id < one.id:
        one, other = other, one
    ruling = judge(world, one, other)
    if ruling.word == "incomparable" and not incomparable:
        return None
    if ruling.word in REVISED and later(other, one):
        one, other = other, one
    elif ruling.word == "compatible" and (back := judge(world, other, one)).word == "refines":
        one, other, ruling = other, one, back
    rule = added_up.get(frozenset((one.id, other.id))) if added_up and ruling.nested else None
    return Pair(ruling.word, one.id, other.id, rule or reason(world, ruling, one, other))


def place(pair: Pair) -> tuple[int, str, str]:
    """Return by what figures in pairs are put in order."""
    return WORDS.index(pair.verdict), pair.one, pair.other


def _topics(judged: list[Claim]) -> list[Circle]:
    """Return the claims that are read together under one topic."""
    topics: dict[str, list[Claim]] = {}
    for claim in judged:
        topics.setdefault(claim.topic, []).append(claim)
    return [(claims, None) for claims in topics.values()]


def _alike(claim: Claim) -> tuple[object, ...]:
    """Return what two figures must share not to be incomparable at first sight."""
    assert claim.figure is not None
    return *claim.figure.kind, claim.side


def _families(world: World, judged: list[Claim], key: Callable[[Claim], tuple[object, ...]]) -> list[Circle]:
    """Return the claims with equal keys about one event, and those about an event and a part of it."""
    groups: dict[tuple[object, ...], dict[str, list[Claim]]] = {}
    for claim in judged:
        groups.setdefault(key(claim), {}).setdefault(claim.about, []).append(claim)
    circles: list[Circle] = []
    for things in groups.values():
        for thing, claims in things.items():
            circles.append((claims, None))
            for larger in ancestors(world, thing)[1:]:
                if larger in things and (larger < thing or thing not in ancestors(world, larger)):
                    circles.append((claims, things[larger]))
    return circles


def _disputes(world: World, gone: Collection[str], one_of: Collection[str] | None) -> tuple[list[Pair], str]:
    """Return the denials beside what they deny, and what was left out."""
    denials = [c for c in world.claims.values() if c.side == "against" and c.id not in gone]
    about: dict[str, tuple[list[Claim], list[Claim]]] = {denial.about: ([], []) for denial in denials}
    for claim in world.claims.values():
        if (
            claim.about in about
            and claim.side in SUPPORT
            and claim.id not in gone
            and claim.id not in world.relays
        ):
            about[claim.about][1].append(claim)
    pairs: list[Pair] = []

    def add(denial: Claim, other: Claim, answering: bool) -> None:
        if denial.facet != HOW_MANY or other.figure is not None:
            pairs.append(Pair("dispute", denial.id, other.id, dispute_rule(denial.facet, answering)))

    for denial in denials:
        answered = [a for a in world.answers.get(denial.id, ()) if a not in gone]
        told = [world.claims[a] for a in answered if world.claims[a].side in SUPPORT]
        for other in told:
            if one_of is None or denial.id in one_of or other.id in one_of:
                add(denial, other, True)
        if not told:
            about[denial.about][0].append(denial)
    circles = [circle for circle in about.values() if circle[0]]
    pairing = Pairing(circles, one_of)
    for denial, other in (both for circle in circles for both in pairing.pairs(circle)):
        add(denial, other, False)
    return sorted(pairs), pairing.note("denials and what they deny")


def dispute_rule(facet: str, answering: bool) -> str:
    """Say what a denial of a facet, or of the whole, does to a claim."""
    facet = "" if facet == WHOLE else f", but only as to {facet}"
    return f"it {'answers this claim' if answering else 'denies the event that this claim asserts'}{facet}"


def figure_text(figure: Figure | None) -> str | None:
    """Return a figure in words with mode, stage and what is counted, None for none."""
    if figure is None:
        return None
    kind = (figure.mode, figure.stage, figure.of and f"of {figure.of}")
    return f"{figure.words} {bounds_text(figure)}, {', '.join(part for part in kind if part)}"
