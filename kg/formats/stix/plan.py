"""Which object of STIX each fact becomes, under which id, of which day, and what holds what."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from kg.formats.stix.marks import marks
from kg.formats.stix.words import Line, lines_of
from kg.model.base import links
from kg.model.derived import retracted
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.model.kinds.judgement import Judgement

if TYPE_CHECKING:
    from kg.model.base import Fact

NAMESPACE = UUID("6f1d1b0a-3f5b-5a3e-8f0e-2d7c9b5e4a10")
"""Of all ids that we make."""
TYPES = {
    "actor": "identity",
    "place": "location",
    "document": "report",
    "claim": "note",
    "judgement": "note",
}
"""The object that a fact becomes, by the role of its kind; any other one is a grouping."""
RANKS = {"topic": 5, "document": 4, "claim": 3, "judgement": 3, "goods": 2, "event": 1}
"""Which objects may hold which: only those of a higher rank, so that nothing holds itself through others.

OpenCTI cuts such a circle open wherever it meets it.
"""
SORTS = {"city": "City", "country": "Country", "region": "Region"}
"""What OpenCTI calls some kinds of places; it calls any other one a position."""
ABOUT, SPEAKER = links(Claim)["about"].edge, links(Claim)["speaker"].edge
UNDATED = date(1970, 1, 1)
"""The day of all objects where no document says when anything was recorded."""


def made_id(type: str, *parts: str) -> str:
    """Return the id of an object: the same for the same parts, always.

    Example:
        >>> made_id("identity", "kp") == made_id("identity", "kp") != made_id("identity", "ru")
        True
    """
    return f"{type}--{uuid5(NAMESPACE, '|'.join((type, *parts)))}"


CREATOR = made_id("identity", "", "creator")
"""Id of who made the objects, which is the program."""


def role(fact: Fact) -> str:
    """Return the role of a fact."""
    return type(fact).ROLE


def rank(fact: Fact) -> int:
    """Return the rank of a fact; see `RANKS`."""
    return RANKS.get(role(fact), 0)


class Plan:
    """What is known of all objects before the first one is made.

    Attributes:
        facts: by id, those that hold others first.
        lines: the links between them.
        opencti: whether it is OpenCTI that shall read them.
    """

    def __init__(self, facts: Iterable[Fact], *, opencti: bool) -> None:
        """Look at all facts once."""
        ordered = sorted(facts, key=lambda fact: (rank(fact), type(fact).KIND, fact.id))
        self.facts: dict[str, Any] = {fact.id: fact for fact in ordered}
        self.opencti = opencti
        found = (line for fact in ordered for line in lines_of(fact, self.facts))
        self.lines = [line for line in found if {line.start, line.end} <= self.facts.keys()]
        self.marks = marks(self.facts, self.lines)
        self.taken_back = retracted(self.facts)
        self.ids = {i: made_id(self._type(fact), i) for i, fact in self.facts.items()}

    def _type(self, fact: Fact) -> str:
        kept = "event" if self.opencti and role(fact) == "event" else "grouping"
        return TYPES.get(role(fact), kept)

    @cached_property
    def names(self) -> dict[str, str]:
        """What each fact is called; no two of one type are alike for OpenCTI, which would merge them."""
        plain = {i: fact.caption for i, fact in self.facts.items()}
        keys = {i: (self.ids[i].split("--")[0], name.strip().lower()) for i, name in plain.items()}
        often = Counter(keys.values())
        twice = {i for i, key in keys.items() if self.opencti and often[key] > 1}
        return {i: f"{name} [{i}]" if i in twice else name for i, name in plain.items()}

    @cached_property
    def _points(self) -> Counter[tuple[Any, Any]]:
        places = (f for f in self.facts.values() if role(f) == "place" and f.kind not in SORTS)
        return Counter((place.latitude, place.longitude) for place in places)

    def shares_point(self, place: Any) -> bool:
        """Return whether OpenCTI would take a place for another: it knows positions by their point."""
        return self.opencti and place.kind not in SORTS and self._points[place.latitude, place.longitude] > 1

    def days(self, fact: Fact) -> tuple[date, date]:
        """Return when a fact was recorded first and last; what has no day of its own has those of all."""
        if isinstance(fact, Judgement):
            return fact.decided.first or UNDATED, fact.decided.first or UNDATED
        documents = (
            [fact.id] if isinstance(fact, Document) else [c.document for c in getattr(fact, "cited", ())]
        )
        own = [self._recorded[i] for i in documents if i in self._recorded]
        every = own or self._recorded.values() or [UNDATED]
        return min(every), max(every)

    @cached_property
    def _recorded(self) -> dict[str, date]:
        papers = (fact for fact in self.facts.values() if isinstance(fact, Document))
        return {paper.id: paper.recorded.first for paper in papers if paper.recorded.first}

    @cached_property
    def printed(self) -> Mapping[str, list[Line]]:
        """The places where documents print a claim, or that a judgement rests on, by its id."""
        found: dict[str, list[Line]] = defaultdict(list)
        for line in self.lines:
            if rank(self.facts[line.by]) == RANKS["claim"] and line.key is not None:
                found[line.by].append(line)
        return found

    @cached_property
    def refs(self) -> dict[str, list[str]]:
        """The ids of the objects that the object of each fact holds or is about, by the id of the fact."""
        held: dict[str, dict[str, None]] = defaultdict(dict)
        for line in self.lines:
            if pair := self._held(line):
                held[pair[0]][self.ids[pair[1]]] = None
        return {i: list(held[i]) or [CREATOR] for i in self.facts}

    @cached_property
    def ties(self) -> list[Line]:
        """The links that no object says by what it holds."""
        return [line for line in self.lines if not self._held(line) or self._between_things(line)]

    def _between_things(self, line: Line) -> bool:
        return max(rank(self.facts[line.start]), rank(self.facts[line.end])) <= RANKS["goods"]

    def _held(self, line: Line) -> tuple[str, str] | None:
        """Return which of the ends of a link holds which other."""
        start, end = self.facts[line.start], self.facts[line.end]
        if role(end) == "topic":
            return end.id, start.id
        if RANKS["claim"] == rank(start):
            if role(end) == "document" and line.key is not None and not self._of_paper(start):
                return end.id, start.id
            below = rank(end) < rank(start) and line.edge != SPEAKER
            return (start.id, end.id) if below or line.edge == ABOUT else None
        if rank(start) == rank(end) or max(rank(start), rank(end)) > RANKS["goods"]:
            return None
        wide, narrow = sorted((start, end), key=rank, reverse=True)
        return None if self._type(wide) == "event" else (wide.id, narrow.id)

    def _of_paper(self, claim: Any) -> bool:
        """Return whether a claim is in the end about a document, which it would hold and be held by."""
        seen: set[str] = set()
        while isinstance(claim, Claim) and claim.id not in seen:
            seen.add(claim.id)
            claim = self.facts.get(claim.about)
        return isinstance(claim, Document)

    def related(self) -> Iterator[tuple[str, list[Line]]]:
        """Yield the id of each relationship, and the links that it stands for."""
        if not self.opencti:
            for line in self.ties:
                yield made_id("relationship", line.edge, line.start, line.end, line.key or ""), [line]
            return
        pairs: dict[tuple[str, str], list[Line]] = defaultdict(list)
        for line in self.ties:
            pairs[line.start, line.end].append(line)
        for pair, lines in pairs.items():
            yield made_id("relationship", *pair), lines
