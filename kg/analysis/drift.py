"""What changes on the way: from claim to citation, and from what is relayed to the relay."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Literal, NamedTuple

from kg.analysis.intervals import bounds_text, numbers, steps
from kg.analysis.judged import between
from kg.analysis.remembered import remembered
from kg.analysis.spans import days, span_text
from kg.analysis.world import OPEN, Claim, Figure, Span, Variant, World
from kg.model.bounds import KIND
from kg.model.day_text import marked
from kg.model.stances import Side, firmness

Facet = Literal["number", "stage", "wording", "date", "said", "certainty"]
Direction = Literal["hardened", "softened", "shifted"]
CERTAINTY = ("plain", "apparent", "likely", "possible", "conditional")
"""Hedges from firm to loose; `reported` is looser than plain and else not to be ranked."""
DATED = ("date", "said")
"""Facets whose two texts are spans of days in EDTF."""
PRINTED = ("number", "wording")
"""Facets that compare figures, or the words in which they are printed."""
_ASSENT: frozenset[Side] = frozenset({"for", "ahead", "aside"})
_ASIDE = ({"aside", "doubt"}, {"aside", "against"})
"""Sides that say nothing of each other: a remark passes no doubt and no denial on, and drops none."""
_DISSENT: frozenset[Side] = frozenset({"against", "doubt"})


class Change(NamedTuple):
    """One facet that differs between two tellings."""

    facet: Facet
    direction: Direction
    before: str
    after: str
    source: str
    """The claim as it stands: the speech act, or what is relayed."""
    told: str
    """The claim that differs: the same one in a citation, or the relay."""
    document: str | None
    """Of a citation: where what is printed differs."""
    paragraph: int | None
    rule: str
    note: str | None = None
    figures: tuple[Figure | None, Figure | None] = (None, None)
    """The figures of the two tellings, as each printed it."""


def drift(world: World, among: Collection[str] | None = None) -> list[Change]:
    """Find where a telling differs from what it tells.

    Two tellings are compared: a citation with the claim that it cites (a citation holds only what differs, so
    whoever prints the claim as it stands is the other side), and a relay with each claim that it relays.
    Facets are the number, the stage (with unit and mode), the wording of an unchanged number, the date of
    what is claimed, the day of the speech (citations only; a relay is later by nature) and the certainty.

    * hardened: the telling is narrower or firmer: "up to 5 million" told as "5 million", a range told as one
      of its ends, a vague word told as a number, an open date told as a closed one, a hedge or a doubt
      dropped, a figure that what is relayed does not give;
    * softened: the other way round; also a figure left out by a relay;
    * shifted: neither lies within the other: another number, another stage, other words, days that lie apart.

    Days are compared as spans: what overlaps has not drifted. Nor have two spans that both end with the day
    of their speech: each says "at present", and a relay is later by nature. A remark aside drops no doubt,
    and a doubt of one side of an event, such as how many, is none of the event.

    Args:
        world: the graph, as known on the day asked for.
        among: only changes in which one of these claims is printed or retold.

    Returns:
        One row per facet and pair of tellings, by claim; empty when nothing differs.

    Source:
        Serial reproduction (Bartlett, Remembering, 1932): levelling and sharpening on retelling.

    Example:
        >>> from dataclasses import replace
        >>> from kg.analysis.world import Figure, small_world
        >>> world = small_world("a b", {"b": ("a",)})
        >>> a = world.claims["a"]._replace(figure=Figure(None, 5_000_000))
        >>> b = world.claims["b"]._replace(figure=Figure(5_000_000, 5_000_000))
        >>> [(c.facet, c.direction) for c in drift(replace(world, claims={"a": a, "b": b}))]
        [('number', 'hardened')]
    """
    changes: list[Change] = []
    for claim, places in world.differing.items():
        for where in places:
            changes += citation_changes(world, world.claims[claim], where)
    for relay, others in world.relays.items():
        for other in others:
            if other != relay:
                changes += relay_changes(world, world.claims[other], world.claims[relay])
    if among is not None:
        changes = [c for c in changes if c.source in among or c.told in among]
    return sorted(changes, key=place)


def place(change: Change) -> tuple[str, str, str, int, str, str]:
    """Return by what changes are put in order."""
    c = change
    return c.source, c.told, c.document or "", c.paragraph or 0, c.facet, c.after


def citation_changes(world: World, claim: Claim, place: Variant) -> Iterator[Change]:
    """Yield what differs where a claim is printed."""
    printed = claim.figure and claim.figure._replace(wording=place.wording or claim.figure.wording)

    def change(facet: Facet, direction: Direction, before: str, after: str, rule: str) -> Change:
        return Change(
            facet,
            direction,
            before,
            after,
            claim.id,
            claim.id,
            place.document,
            place.paragraph,
            rule,
            place.note,
            (claim.figure, place.figure or printed),
        )

    if place.figure is not None:
        yield from (change(*c) for c in _figures(world, claim.figure, place.figure))
    elif place.wording is not None and claim.figure is not None and place.wording != claim.figure.wording:
        yield change("wording", "shifted", claim.figure.wording, place.wording, "same bounds, other words")
    said = place.said or claim.said
    if place.when is not None:
        yield from (change("date", *d) for d in _dates(claim.when, place.when, claim.said, said))
    if place.said is not None:
        yield from (change("said", *d) for d in _dates(claim.said, place.said))


def relay_changes(world: World, source: Claim, relay: Claim) -> Iterator[Change]:
    """Yield what differs between a claim and one that relays it."""
    told = source.figure, relay.figure

    def change(facet: Facet, direction: Direction, before: str, after: str, rule: str) -> Change:
        return Change(facet, direction, before, after, source.id, relay.id, None, None, rule, None, told)

    if source.figure is not None and relay.figure is None:
        yield change(
            "number", "softened", source.figure.words, "no figure", "the relay leaves the figure out"
        )
    elif relay.figure is not None:
        yield from (change(*c) for c in _figures(world, source.figure, relay.figure))
    if OPEN not in (source.when, relay.when):
        yield from (change("date", *d) for d in _dates(source.when, relay.when, source.said, relay.said))
    certainty = _certainty(source, relay)
    if certainty:
        yield change("certainty", *certainty)


def _figures(
    world: World, before: Figure | None, after: Figure
) -> Iterable[tuple[Facet, Direction, str, str, str]]:
    if before is None:
        rule = "a figure that the other telling does not give"
        return [("number", "hardened", "no figure", after.words, rule)]
    given = None not in (before.of, after.of) and before.of != after.of
    return _numbers(before, after, given and not between(world, before.of, after.of))


@remembered
def _numbers(before: Figure, after: Figure, apart: bool) -> Iterator[tuple[Facet, Direction, str, str, str]]:
    """Compare two figures, which count other things where it is said so."""
    if before.currency and after.currency and before.currency != after.currency:
        rule = f"not compared: two currencies, {before.currency} and {after.currency}"
        yield "number", "shifted", before.words, after.words, rule
        return
    kinds = [(n, one, other) for n, one, other in zip(KIND, before.kind, after.kind, strict=True)]
    if apart:
        kinds.append(("of", before.of, after.of))
    if differ := [(name, one, other) for name, one, other in kinds if one != other]:
        said = [(f"{one or 'not given'}", f"{other or 'not given'}") for _, one, other in differ]
        names = ", ".join(name for name, _, _ in differ)
        yield (
            "stage",
            "shifted",
            ", ".join(one for one, _ in said),
            ", ".join(other for _, other in said),
            f"{names} differ: it counts something else",
        )
    if any(name not in ("mode", "stage") for name, _, _ in differ):
        return
    relation = numbers(steps(before), steps(after))
    bounds = f"{bounds_text(before)} told as {bounds_text(after)}"
    if relation == "same":
        if before.wording != after.wording:
            yield "wording", "shifted", before.wording, after.wording, "same bounds, other words"
        return
    words = before.words, after.words
    if relation == "around":
        yield "number", "hardened", *words, f"narrower: {bounds}"
    elif relation == "within":
        yield "number", "softened", *words, f"wider: {bounds}"
    else:
        yield "number", "shifted", *words, f"neither lies within the other: {bounds}"


def _at_present(when: Span, speech: Span) -> bool:
    """Return whether a span of days ends on a day on which the speech can have been."""
    end, (first, last) = when[1], speech
    return end is not None and last is not None and end <= last and (first is None or first <= end)


@remembered
def _dates(
    before: Span, after: Span, said: Span = OPEN, told: Span = OPEN
) -> Iterator[tuple[Direction, str, str, str]]:
    """Compare two spans of days; nothing where they only overlap, or both reach up to their own speech.

    Of one that is approximate or uncertain only the mark is told, where the other says such days without it.

    Args:
        before: the span as it stands.
        after: the span as told.
        said: when the one was said, where that matters.
        told: when the other was.
    """
    texts = span_text(before), span_text(after)
    relation = days(before, after)
    firm = [not marked(text) for text in texts]
    if firm[0] != firm[1] and (before[0], before[1]) == (after[0], after[1]):
        said_now = "no longer approximate or uncertain" if firm[1] else "now approximate or uncertain"
        yield "hardened" if firm[1] else "softened", *texts, said_now
    present = before[0] == after[0] and _at_present(before, said) and _at_present(after, told)
    if relation in ("same", "overlap") or present:
        return
    if relation == "around":
        yield "hardened", *texts, "a narrower span of days"
    elif relation == "within":
        yield "softened", *texts, "a wider span of days"
    else:
        yield "shifted", *texts, "the spans lie apart"


def _certainty(source: Claim, relay: Claim) -> tuple[Direction, str, str, str] | None:
    before, after = _manner(source), _manner(relay)
    if before == after:
        return None
    if source.stance != relay.stance:
        if source.facet != relay.facet or {source.side, relay.side} in _ASIDE:
            return None
        for scale in (_ASSENT, _DISSENT):
            if source.side in scale and relay.side in scale:
                firmer = firmness(relay.stance) < firmness(source.stance)
                return (
                    "hardened" if firmer else "softened",
                    before,
                    after,
                    "the stance is firmer" if firmer else "the stance is looser",
                )
        if source.side == "doubt" and relay.side in _ASSENT:
            return "hardened", before, after, "doubt dropped on the way"
        if source.side in _ASSENT and relay.side == "doubt":
            return "softened", before, after, "doubt added on the way"
        return "shifted", before, after, "the stance is another"
    if "reported" in (source.hedge, relay.hedge) and "plain" not in (source.hedge, relay.hedge):
        return "shifted", before, after, "the hedges cannot be ranked"
    rank = {hedge: n for n, hedge in enumerate(CERTAINTY)} | {"reported": 1}
    firmer = rank[relay.hedge] < rank[source.hedge]
    return (
        "hardened" if firmer else "softened",
        before,
        after,
        "the hedge is dropped or firmer" if firmer else "a hedge is added or looser",
    )


def _manner(claim: Claim) -> str:
    return claim.stance if claim.hedge == "plain" else f"{claim.stance} ({claim.hedge})"
