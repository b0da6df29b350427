"""A bundle of STIX 2.1 of all facts, in either of its two forms."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from hashlib import sha1
from typing import TYPE_CHECKING, Any
from uuid import UUID

from kg.formats.leaving import Exported, Loss
from kg.formats.stix import extension, marks
from kg.formats.stix.objects import Maker, creator
from kg.formats.stix.plan import NAMESPACE, Plan
from kg.formats.stix.texts import SILENT, Object
from kg.formats.stix.words import told
from kg.model.base import ties
from kg.model.citation import Citation, CitedName
from kg.model.kinds.claim import Claim
from kg.model.parts import Strict
from kg.model.quantity import Quantity
from kg.model.review import FIELDS, MARKS, Reviewable
from kg.model.span import Span
from kg.model.stances import of_side

if TYPE_CHECKING:
    from kg.model.kinds import Fact

AGREED = of_side("for")[0], of_side("against")[0]
"""Stances that a degree of agreement says by itself, when nothing hedges them."""
GUARDS = ("minimum_claims", "minimum_roots")


def bundle(facts: Sequence[Fact], *, opencti: bool) -> Exported:
    """Return the bundle, an object a line, and what it does not hold.

    Args:
        facts: those to write; links to others are left out.
        opencti: whether it is for OpenCTI, without extensions; else nothing is lost.
    """
    plan = Plan(facts, opencti=opencti)
    maker, loss = Maker(plan), Loss()
    head = [creator(plan)]
    head += [] if opencti else [extension.definition(head[0])]
    head += [marks.definition(mark) for mark in MARKS if mark in plan.marks.values()]
    opinions = {id: _line(made) for id, fact in plan.facts.items() if (made := maker.opinion(fact))}
    lines = [
        *map(_line, head),
        *(_line(_whole(maker.made(fact), None if opencti else fact)) for fact in plan.facts.values()),
        *opinions.values(),
        *(_line(maker.relationship(own, ties)) for own, ties in plan.related()),
    ]
    if opencti:
        _lost(plan, opinions, loss)
    return Exported(_pieces(lines), loss)


def _whole(made: Object, fact: Fact | None) -> Object:
    return {**made, "extensions": extension.held(fact)} if fact else made


def _line(made: Object) -> str:
    return json.dumps(made, ensure_ascii=False)


def _pieces(lines: Sequence[str]) -> Iterator[str]:
    """Yield the bundle; its id is the UUID (version 5) of the text of its objects."""
    apart = ",\n"
    total = sha1(NAMESPACE.bytes, usedforsecurity=False)
    for number, line in enumerate(lines):
        total.update(f"{apart if number else ''}{line}".encode())
    yield f'{{"type": "bundle", "id": "bundle--{UUID(bytes=total.digest()[:16], version=5)}", "objects": [\n'
    yield from (f"{apart if number else ''}{line}" for number, line in enumerate(lines))
    yield "\n]}\n"


def _lost(plan: Plan, opinions: Collection[str], loss: Loss) -> None:
    """Note what OpenCTI has in words only, or not at all."""
    for id, fact in plan.facts.items():
        reasons = {
            "an object of its own kind; a grouping stands for it": plan.ids[id].startswith("grouping--"),
            "its values as such; they are words in a description": any(True for _ in told(fact, SILENT)),
            "its days as such, where a span is no single day": any(
                not single(span) for span in parts(fact, Span)
            ),
            "its figures as numbers with bounds and measure": any(True for _ in parts(fact, Quantity)),
            "its stance as such; it is a word and a label": isinstance(fact, Claim)
            and (id not in opinions or fact.stance not in AGREED or fact.hedge != "plain"),
            "characters and hash of the places that it cites": any(c.span for c in citations(fact)),
            "who entered and reviewed it": isinstance(fact, Reviewable)
            and any(getattr(fact, name) for name in FIELDS if name != "mark"),
            "its point, which it shares with another place": plan.ids[id].startswith("location--")
            and fact.latitude is not None
            and plan.shares_point(fact),
            "how many claims it should have": any(getattr(fact, name, 0) for name in GUARDS),
        }
        for reason, true in reasons.items():
            if true:
                loss.cut(reason, id)
    tied = {line.by for line in plan.ties}
    loss.cut("the kinds of its links as such; they are 'related-to' with words", *sorted(tied))


def parts[T](value: Any, sort: type[T]) -> Iterator[T]:
    """Yield the values of one sort in a fact, those in its links and figures included."""
    for _, item in value:
        for one in item if isinstance(item, list) else [item]:
            if isinstance(one, sort):
                yield one
            if isinstance(one, Strict):
                yield from parts(one, sort)


def single(span: Span) -> bool:
    """Return whether a span is one day and nothing else."""
    return span.text == str(span.first)


def citations(fact: Fact) -> Iterator[Citation | CitedName]:
    """Yield the places that a fact cites."""
    for name in ties(type(fact)):
        yield from (item for item in getattr(fact, name) if hasattr(item, "span"))
