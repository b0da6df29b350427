"""What an outlet says itself, and what is stored as more than a remark."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from kg.curate.check.rule import Corpus, rule
from kg.errors import Problem
from kg.model.citation import TextSpan
from kg.model.kinds.claim import Claim
from kg.model.kinds.event import Event
from kg.model.stances import side_of
from kg.model.weighing import AHEAD, OWN_VOICE, WHOLE
from kg.sources.located import Located

_CONDITIONAL = re.compile(r"\bwould\b|\bif (it (is|were) )?(true|confirmed|so)\b", re.I)
"""Words by which a paraphrase says what would be."""
_CAPTION = re.compile(
    r"^(the |an? )?(\w+ )?(photo(graph)?|picture|chart|graphic|diagram|infographic|caption)s?\b|\bcaption\b",
    re.I,
)
"""Words by which a paraphrase says what a picture of the document shows."""


def _vouches(corpus: Corpus, claim: Claim) -> Event | None:
    """Return the event for which a claim speaks, unless it is one still to come."""
    event = corpus.fact(claim.about)
    vouches = side_of(claim.stance) == "for" and isinstance(event, Event) and event.stage not in AHEAD
    return event if vouches else None  # type: ignore[return-value]  # an event, as just asked


def _is_outlet(corpus: Corpus, claim: Claim) -> bool:
    """Return whether none but outlets speak."""
    kinds = [getattr(corpus.fact(voice), "kind", None) for voice in claim.voices]
    return bool(kinds) and all(kind in OWN_VOICE for kind in kinds)


@rule(
    "own-beside-sourced",
    "warning",
    "An outlet speaks for an event in its own words, right after words of a source on the same event: in the"
    " same"
    " paragraph or the one before. If it goes on telling what the source said, relay that claim; if it"
    " remarks on"
    " it, use stance comments. If it is the outlet's own knowledge, say why under 'inferred', 'who'.",
)
def own_beside_sourced(corpus: Corpus) -> Iterator[Problem]:
    """Find an outlet's own sentences that may go on from what somebody else said."""
    beside: dict[tuple[str, int, str], list[tuple[TextSpan, Claim]]] = defaultdict(list)
    for item in corpus.claims:
        if side_of(item.fact.stance) in ("for", "ahead") and not _is_outlet(corpus, item.fact):
            for spot in item.fact.cited:
                if spot.span:
                    beside[spot.document, spot.span.paragraph, item.fact.about].append((spot.span, item.fact))
    for item in corpus.claims:
        claim = item.fact
        own = _is_outlet(corpus, claim) and _vouches(corpus, claim) is not None and claim.facet == WHOLE
        if not own or claim.relays or claim.firsthand or "who" in claim.inferred:
            continue
        for index, cited in enumerate(claim.cited):
            span = cited.span
            if span is None:
                continue
            here = beside[cited.document, span.paragraph, claim.about]
            before = beside[cited.document, span.paragraph - 1, claim.about]
            said = [*(other for at, other in here if at.start <= span.start), *(other for _, other in before)]
            near = [other.id for other in said if not _another_figure(claim, other)]
            if near:
                yield Problem(
                    f"claim '{claim.id}' speaks for '{claim.about}' in the outlet's own words, right after"
                    f" '{near[0]}' of a source",
                    item.place("cited", index),
                    "the claim that it relays, or a remark",
                    todo=f"relay '{near[0]}' if the outlet goes on telling it, use comments if it remarks on"
                    " it, or say under inferred, who, why it is its own",
                )
                break


def _another_figure(claim: Claim, other: Claim) -> bool:
    """Return whether both give a number, and not the same: then the one does not retell the other."""
    one, two = claim.quantity, other.quantity
    if one is None or two is None:
        return False
    return (one.kind, one.low, one.high) != (two.kind, two.low, two.high)


@rule(
    "remark-asserted",
    "warning",
    "A claim asserts an event, but its words are a remark: what would be (hedge conditional, 'would', 'if"
    " true'),"
    " or, in an outlet's own voice, what a photo, chart or caption shows. Use stance comments or concerned,"
    " or"
    " expects for what will come; if the words vouch for it all the same, say why under 'inferred', 'what'.",
)
def remarks_asserted(corpus: Corpus) -> Iterator[Problem]:
    """Find assertions of an event that vouch for nothing."""
    for item in corpus.claims:
        claim = item.fact
        if _vouches(corpus, claim) is not None and "what" not in claim.inferred:
            yield from _remark(corpus, item)


def _remark(corpus: Corpus, item: Located[Claim]) -> Iterator[Problem]:
    claim = item.fact
    words = _CONDITIONAL.search(claim.paraphrase)
    shows = _CAPTION.search(claim.paraphrase) if _is_outlet(corpus, claim) else None
    if claim.hedge == "conditional":
        says, field = "has hedge conditional, which says what would be", "hedge"
    elif words:
        says, field = f"says what would be ('{words[0]}')", "paraphrase"
    elif shows:
        says, field = f"says what a picture or a caption shows ('{shows[0]}')", "paraphrase"
    else:
        return
    yield Problem(
        f"claim '{claim.id}' asserts '{claim.about}', but {says}",
        item.place(field),
        "a stance that vouches for nothing",
        todo="use comments, concerned or expects, or say under inferred, what, why it vouches for it",
    )


@rule(
    "only-remarks",
    "note",
    "Nobody says of an event that it is so, is not so or is open: all claims about it, and about its parts,"
    " are"
    " remarks, worries or refusals to answer. Let them be about the event that they remark on, or add the"
    " claim"
    " that speaks of this one.",
)
def only_remarks(corpus: Corpus) -> Iterator[Problem]:
    """Find events of which no claim judges anything."""
    events = {item.id: item for item in corpus.of(Event)}
    sides: dict[str, list[str | None]] = defaultdict(list)
    for claim in corpus.claims:
        above: str | None = claim.fact.about
        for _ in events:  # a circle of parts ends, too
            if above not in events:
                break
            sides[above].append(side_of(claim.fact.stance))
            above = events[above].fact.within_event
    for name, item in events.items():
        if sides[name] and set(sides[name]) == {"aside"}:
            yield Problem(
                f"of event '{name}' nobody says whether it is so: all {len(sides[name])} claims are remarks"
                if len(sides[name]) > 1
                else f"of event '{name}' nobody says whether it is so: its one claim is a remark",
                item.place("id"),
                "a claim that it is so, is not so or is open",
                todo="let the remarks be about the event that they remark on, or add the claim",
            )
