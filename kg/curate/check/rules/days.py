"""Days that do not fit together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kg.curate.check.rule import Corpus, rule
from kg.errors import Problem
from kg.model.kinds.document import Document
from kg.model.kinds.event import Event
from kg.model.stances import side_of
from kg.model.weighing import AHEAD, FIGURES_AHEAD


@rule(
    "asserted-future",
    "warning",
    "A claim asserts something of a time after it was said. Use stance expects, a stage such as planned (of"
    " the"
    " event or of the figure), or correct the day.",
)
def asserted_future(corpus: Corpus) -> Iterator[Problem]:
    """Find assertions about the time after the speech."""
    for item in corpus.claims:
        claim = item.fact
        ahead = (claim.quantity and claim.quantity.stage in FIGURES_AHEAD) or (
            getattr(corpus.fact(claim.about), "stage", None) in AHEAD
        )
        if side_of(claim.stance) == "for" and not ahead and claim.when and claim.said.before(claim.when):
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
        claim, event = item.fact, corpus.fact(item.fact.about)
        if claim.when is None or not isinstance(event, Event) or event.period is None:
            continue
        period = event.period
        if claim.when.before(period) or period.before(claim.when):
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
    published = {item.id: item.fact.published.last for item in corpus.of(Document)}
    for claim in corpus.claims:
        for citation in claim.fact.cited:
            if day := published[citation.document]:
                last[claim.fact.about] = max(day, last.get(claim.fact.about, day))
    for item in corpus.of(Event):
        event = item.fact
        known = last.get(event.id)
        first = event.period and not event.period.marked and event.period.first
        if known and first and first > known:
            what = f"event '{event.id}' begins on {first}, after the last document on it of {known}"
            yield Problem(
                what, item.place("period"), f"a period that begins by {known}", todo="correct the period"
            )
