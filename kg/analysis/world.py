"""The graph as every analysis sees it: who said what, through whom it came and where it was printed.

Values are plain tuples and dictionaries, so that a million claims fit into memory and a test can write a
world down in a few lines. A world never changes; `kg.analysis.asof.cut` makes the one of an earlier day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from kg.analysis.worded import Worded
from kg.model.bounds import counted, kind_of, whole
from kg.model.day_text import time_of
from kg.model.stances import PLAIN, STANCES, Side
from kg.model.weighing import AHEAD, HELD_BACK, JOINT, PROPERTIES, WHOLE

Span = tuple[date | None, date | None]
"""First and last day, both inclusive; None where the end is open."""

OPEN: Span = (None, None)


class Figure(NamedTuple):
    """A number as printed; see `kg.model.quantity.Quantity` for each field."""

    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    vague: str | None = None
    unit: str = "soldiers"
    measure: str = "count"
    mode: str = "flow"
    stage: str | None = None
    wording: str = ""
    words: str = ""
    """The bounds in plain English."""
    of: str | None = None
    """What the counted units hold or are."""
    currency: str | None = None
    total: float | None = None
    per: str | None = None

    @property
    def whole(self) -> bool:
        """Whether only whole numbers make sense."""
        return whole(self.measure, self.per)

    @property
    def counted(self) -> str:
        """The unit or currency in plain English, with the total of a share and what a rate is for."""
        return counted(self.unit, self.currency, self.total, self.per)

    @property
    def kind(self) -> tuple[str | float | None, ...]:
        """What two figures must share to be compared, in the order of `kg.model.bounds.KIND`."""
        return kind_of(self)

    @property
    def amount(self) -> bool:
        """Whether it says how much there is of something, not what something is like."""
        return self.measure not in PROPERTIES


class Claim(NamedTuple):
    """A speech act; ids stand for speaker, subject and topic.

    A joint statement has a speaker of its own: an actor of kind `joint` whose id holds theirs. What a
    document itself says has that document as its speaker.
    """

    id: str
    stance: str
    speaker: str | None
    about: str
    topic: str
    said: Span
    hedge: str = "plain"
    when: Span = OPEN
    attribution: str | None = None
    figure: Figure | None = None
    facet: str = WHOLE
    firsthand: bool = False

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who speaks: one, several together, or nobody who is known."""
        return tuple(self.speaker.split(JOINT)) if self.speaker else ()

    @property
    def side(self) -> Side:
        """What it does to its event."""
        return STANCES[self.stance].side

    @property
    def held_back(self) -> bool:
        """Whether it only keeps the place of a claim that is not shared."""
        return self.attribution == HELD_BACK and self.speaker is None

    @property
    def moment(self) -> tuple[date, str]:
        """By what claims are put in order: the last day on which it may have been said, and the time given.

        Times of other zones stand as they are, so two of one day are in no order that means anything.
        """
        text = self.said.text if isinstance(self.said, Worded) else ""
        return self.said[1] or self.said[0] or date.max, "".join(time_of(text))


class Member(NamedTuple):
    """Belonging to a larger actor; `since` and `until` are inclusive, None when no text gives them."""

    actor: str
    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Return whether it is valid on a day, as far as known."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class Actor(NamedTuple):
    """Who speaks: kind is state, organization, person, unnamed, joint or document.

    Joint is for several who speak together, document for what says something itself while nobody speaks.
    """

    name: str
    kind: str
    part_of: tuple[Member, ...] = ()
    own_voice: bool = False
    """An outlet: it prints what others say, and its own word alone witnesses nothing."""
    compiles: bool = False
    """It gathers what others reported."""


class Thing(NamedTuple):
    """What claims are about: an event with its period and the larger event, or anything else."""

    name: str
    event: bool = True
    period: Span = OPEN
    within: str | None = None
    stage: str | None = None
    """How far the event is alleged to have come."""
    of: tuple[str, ...] = ()
    """The weapon types that an event is about."""

    @property
    def ahead(self) -> bool:
        """Whether the event is only wanted, planned or expected."""
        return self.stage in AHEAD


class Document(NamedTuple):
    """Where claims were printed."""

    published: date
    recorded: date
    outlet: str | None = None
    reprint_of: str | None = None
    """What it prints again or translates."""
    corrects: tuple[str, ...] = ()
    held: bool = True
    """Its text is among the sources; what we do not hold and nobody published is no outlet of its own."""


class Same(NamedTuple):
    """A judgement that two actors or two weapon types are the same."""

    one: str
    other: str
    id: str
    """Of the judgement."""
    decided: date


class Variant(NamedTuple):
    """One place in a document where a claim stands, with what differs there from the claim."""

    document: str
    paragraph: int
    """Counted from 1; 0 in what is no text."""
    start: int = 0
    wording: str | None = None
    said: Span | None = None
    when: Span | None = None
    figure: Figure | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class World:
    """Everything that the analyses read.

    Attributes:
        claims: by id, in the order of ids.
        printed_in: for each claim the documents that print it, once per place.
        relays: for each claim that passes on others, their ids; claims that pass on none are left out.
        answers: for each claim that replies to others, their ids.
        actors: by id.
        things: events, and what else claims are about, by id.
        documents: by id.
        differing: for each claim the places that print it differently.
        paragraphs: for each claim with a figure the documents and paragraphs that print it, once per place.
        topics: every id of a topic.
        same: what is judged to be the same, by its ids.

    Example:
        >>> told = {"b": ("a",)}
        >>> small_world(claims="a b", relays=told).relays
        {'b': ('a',)}
    """

    claims: Mapping[str, Claim]
    printed_in: Mapping[str, tuple[str, ...]]
    relays: Mapping[str, tuple[str, ...]]
    answers: Mapping[str, tuple[str, ...]]
    actors: Mapping[str, Actor]
    things: Mapping[str, Thing]
    documents: Mapping[str, Document]
    differing: Mapping[str, tuple[Variant, ...]] = field(default_factory=dict)
    topics: frozenset[str] = frozenset()
    paragraphs: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    same: tuple[Same, ...] = ()

    def name(self, actor: str | None) -> str:
        """Return the name of an actor, '?' for a speaker that no text names."""
        return "?" if actor is None else self.actors[actor].name if actor in self.actors else actor

    def original(self, document: str) -> str:
        """Return the document that a document prints again or translates, at any remove; else itself."""
        return self.copied(document)[-1]

    def copied(self, document: str) -> tuple[str, ...]:
        """Return a document and what it prints again or translates, at any remove, the original last."""
        met = {document: None}
        while (
            (up := self.documents[document].reprint_of) in self.documents and up is not None and up not in met
        ):
            met[document := up] = None
        return tuple(met)

    def outlets(self, claims: Iterable[str]) -> set[str]:
        """Return who printed some claims first: outlets, and held documents of which none is known."""
        originals = {self.original(d) for claim in claims for d in self.printed_in[claim]}
        every = {d: self.documents[d] for d in originals}
        return {known.outlet or d for d, known in every.items() if known.held or known.outlet}

    def published(self, claim: str) -> date:
        """Return the day on which a claim was first printed."""
        return min(self.documents[d].published for d in self.printed_in[claim])


def small_world(
    claims: str, relays: Mapping[str, tuple[str, ...]] | None = None, *, about: str = "e"
) -> World:
    """Return a world for examples: one actor per claim of the same name, all printed in one document.

    Args:
        claims: ids with blanks between; an id that starts with `x` has no known speaker.
        relays: as in `World`.
        about: the event that all claims are about.
    """
    names, day = claims.split(), date(2024, 10, 11)
    return World(
        claims={n: Claim(n, PLAIN, None if n.startswith("x") else n, about, "t", (day, day)) for n in names},
        printed_in=dict.fromkeys(names, ("d",)),
        relays=dict(relays or {}),
        answers={},
        actors={n: Actor(n.upper(), "person") for n in names if not n.startswith("x")},
        things={about: Thing(f"event {about}")},
        documents={"d": Document(day, day)},
        topics=frozenset("t"),
    )
