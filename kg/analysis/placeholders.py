"""Placeholders: what stands in a graph for claims, documents and events that are not shared."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from kg.model.citation import Citation
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.model.kinds.situation import Situation
from kg.model.review import MARKS
from kg.model.stances import side_of
from kg.model.weighing import HELD_BACK, SUPPORT, WHOLE

_COPIES = ("reprint_of", "translates")
_ANYWHERE = [0.0, 0.0, 100.0, 100.0]
"""The place of a placeholder in its document: the whole of it."""
_AGAINST = ("against", "doubt")
_FREE = (WHOLE, "who", "what")
"""Facets of which a claim need not say anything else."""


class Days(NamedTuple):
    """The days by which something shared shows that a placeholder was there."""

    published: date
    recorded: date


@dataclass(frozen=True)
class Stand:
    """What stands for what is not shared.

    Attributes:
        ids: of the placeholders, by what they stand for.
        made: the placeholders by their own ids, with documents in which they are printed.
    """

    ids: dict[str, str] = field(default_factory=dict)
    made: dict[str, Any] = field(default_factory=dict)

    def linked(self, fact: Any, held: Collection[str]) -> Any:
        """Return a claim or document whose ties lead to placeholders where what they led to is not shared.

        Args:
            fact: a claim or document that is shared.
            held: ids of what is not shared.
        """
        if type(fact).KIND == "claim":
            ties: dict[str, Any] = {"relays": [*map(self.of, fact.relays)], "about": self.of(fact.about)}
            ties["answers"] = [self.of(o) for o in fact.answers if o in self.ids or o not in held]
            ties["cited"] = [c for c in fact.cited if c.document not in held]
        else:
            ties = {name: self.of(getattr(fact, name)) for name in _COPIES}
        changed = {name: value for name, value in ties.items() if value != getattr(fact, name)}
        return fact.model_copy(update=changed) if changed else fact

    def of(self, id_: Any) -> Any:
        """Return an id, or that of what stands for it."""
        return self.ids.get(id_, id_)


def stand_ins(
    by_id: Mapping[str, Any], shown: Mapping[str, Any], held: Collection[str], named: Collection[str]
) -> Stand:
    """Return placeholders for what is held back and what something shared leads to, at any remove.

    There is one, too, for who denies or doubts that something shared was said.

    Args:
        by_id: all facts.
        shown: the claims and documents that are shared.
        held: ids of those that are not.
        named: ids of what is shared.
    """
    days, topics = _reached(by_id, shown, held)
    stand = Stand({i: _new_id() for i in days})
    for i, known in days.items():
        if type(by_id[i]).KIND == "document":
            paper = _document(stand.ids[i], known, by_id[i], stand)
        else:
            paper = _document(_new_id(), known)
            about = _about(by_id[i].about, stand, named)
            topic = by_id[i].topic if by_id[i].topic in named else topics[i]
            stand.made[stand.ids[i]] = _claim(by_id[i], stand, about, topic, paper)
        stand.made[paper.id] = paper
    return stand


def _reached(
    by_id: Mapping[str, Any], shown: Mapping[str, Any], held: Collection[str]
) -> tuple[dict[str, Days], dict[str, str]]:
    """Return what of the held back needs a placeholder: by which days, and under which topic it is read."""
    days: dict[str, Days] = {}
    topics: dict[str, str] = {}
    todo: list[str] = []

    def offer(others: Iterable[str | None], known: Days, topic: str) -> None:
        for other in others:
            if other is None or other not in held:
                continue
            first = Days(*map(min, days.get(other, known), known))
            if first != days.get(other):
                days[other] = first
                topics.setdefault(other, topic)
                todo.append(other)

    usual = next((fact.topic for fact in shown.values() if type(fact).KIND == "claim"), "")
    for fact in shown.values():
        offer(_ties(fact), _days(fact, shown), getattr(fact, "topic", ""))
    for i in held:
        fact = by_id[i]
        if usual and type(fact).KIND == "claim" and fact.about in shown and side_of(fact.stance) in _AGAINST:
            offer((i,), _days(shown[fact.about], shown), getattr(shown[fact.about], "topic", usual))
    while todo:
        one = todo.pop()
        offer(_ties(by_id[one]), days[one], topics[one])
    return days, topics


def _ties(fact: Any) -> tuple[str | None, ...]:
    if type(fact).KIND == "claim":
        return (*fact.relays, fact.about)
    return tuple(getattr(fact, name) for name in _COPIES)


def _days(fact: Any, shown: Mapping[str, Any]) -> Days:
    """Return the first days on which something shared was printed, and entered."""
    papers = (
        [fact]
        if type(fact).KIND == "document"
        else [shown[c.document] for c in fact.cited if c.document in shown]
    )
    return Days(min(p.published.first for p in papers), min(p.recorded.first for p in papers))


def _new_id() -> str:
    return f"held-back-{secrets.token_hex(8)}"


def _document(id_: str, days: Days, real: Any = None, stand: Stand | None = None) -> Document:
    """Return a document that tells nothing but what it copies."""
    copied = {name: stand.of(getattr(real, name)) for name in _COPIES} if real and stand else {}
    return Document.model_validate(
        {
            "id": id_,
            "title": HELD_BACK,
            "outlet": None,
            "published": days.published.isoformat(),
            "recorded": days.recorded.isoformat(),
            "language": "und",
            "kind": "report",
            "inferred": {"published": "held back; by this day something that is shared had passed it on"},
            "mark": MARKS[0],
            **copied,
        }
    )


def _about(real: str, stand: Stand, named: Collection[str]) -> str:
    """Return what a placeholder is about: what its claim was, or an event that stands for that."""
    if real not in stand.ids and real not in named:
        stand.ids[real] = id_ = _new_id()
        stand.made[id_] = Situation(id=id_, name=HELD_BACK, name_de="zurückgehalten")
    return stand.ids.get(real, real)


def _claim(real: Any, stand: Stand, about: str, topic: str, paper: Document) -> Claim:
    """Return a claim that nobody speaks, which takes the same side and passes on the same."""
    free = real.facet in _FREE or side_of(real.stance) not in SUPPORT
    return Claim(
        id=stand.ids[real.id],
        topic=topic,
        stance=real.stance,
        facet=real.facet if free else WHOLE,
        speaker=None,
        attribution=HELD_BACK,
        said=f"../{paper.published.text}",
        about=about,
        hedge=real.hedge,
        relays=[stand.of(other) for other in real.relays],
        paraphrase=HELD_BACK,
        peripheral=real.peripheral,
        cited=[Citation(document=paper.id, region=_ANYWHERE)],
        mark=MARKS[0],
    )
