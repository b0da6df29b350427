"""Days that do not fit together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kg.curate.check.rules import Corpus, rule
from kg.errors import Problem

_AHEAD = ("planned", "prepared", "decided", "ordered", "expected")
"""Stages of a figure that may lie in the future although the claim asserts them."""


@rule(
    "asserted-future",
    "warning",
    "A claim asserts something of a time after it was said. Use stance expects, a stage such as planned, or"
    " correct the day.",
)
def asserted_future(corpus: Corpus) -> Iterator[Problem]:
    """Find assertions about the time after the speech."""
    for item in corpus.claims:
        claim = corpus.fact(item.fact.id)
        ahead = claim.quantity and claim.quantity.stage in _AHEAD
        if (
            claim.stance == "asserts"
            and not ahead
            and claim.when
            and claim.when.first
            and claim.when.first > claim.said.last
        ):
            what = f"claim '{claim.id}' of {claim.said.last} asserts something of {claim.when.text}"
            yield Problem(
                what,
                item.place("when"),
                f"a day by {claim.said.last}",
                todo="use stance expects, or correct the day",
            )


@rule(
    "when-outside-event",
    "warning",
    "A claim is dated outside the period of its event. Widen the event's period or correct the claim's day.",
)
def outside_event(corpus: Corpus) -> Iterator[Problem]:
    """Find claims whose time does not touch the period of the event they are about."""
    for item in corpus.claims:
        claim, event = corpus.fact(item.fact.id), corpus.fact(item.fact.about)  # type: ignore[attr-defined]
        period = getattr(event, "period", None)
        if claim.when is None or period is None:
            continue
        early = claim.when.last and period.first and claim.when.last < period.first
        late = claim.when.first and period.last and claim.when.first > period.last
        if early or late:
            what = (
                f"claim '{claim.id}' speaks of {claim.when.text}, its event '{event.id}' is of {period.text}"
            )
            yield Problem(
                what,
                item.place("when"),
                f"a time within {period.text}",
                todo="widen the period or correct the day",
            )


@rule(
    "event-after-publication",
    "warning",
    "An event that is said to have begun lies after every document that speaks of it. Correct its period.",
)
def event_after_publication(corpus: Corpus) -> Iterator[Problem]:
    """Find events that begin after all documents that assert or deny them."""
    last: dict[str, date] = {}
    for item in corpus.claims:
        claim = corpus.fact(item.fact.id)
        for citation in claim.cited:
            day = corpus.fact(citation.document).published.last
            last[claim.about] = max(day, last.get(claim.about, day))
    for item in corpus.labelled("Event"):
        event = corpus.fact(item.fact.id)
        known = last.get(event.id)
        if known and event.period and event.period.first and event.period.first > known:
            what = (
                f"event '{event.id}' begins on {event.period.first}, after the last document on it of {known}"
            )
            yield Problem(
                what, item.place("period"), f"a period that begins by {known}", todo="correct the period"
            )
