"""Claims: who said what about which event, on which day, and from whom they had it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic import ConfigDict, Field, Strict, model_validator

from kg.model.base import FieldError, Id, Link, LongText, Note, Role, Said, ShortText
from kg.model.citation import Citation
from kg.model.looks import KindLook
from kg.model.quantity import Written
from kg.model.review import Reviewable
from kg.model.span import Span
from kg.model.stances import FACETED, STANCES, of_side, side_of
from kg.model.weighing import HELD_BACK, HOW_MANY, UNKNOWN, WHOLE, paper_name

if TYPE_CHECKING:
    Stance = str
else:
    Stance = Literal[tuple(STANCES)]
Hedge = Literal["plain", "reported", "apparent", "likely", "possible", "conditional"]
Facet = Literal["whole", "who", "what", "how-many", "when", "where"]
Resolved = Literal["who", "what", "how-many", "when", "where", "said"]
_GIVEN_BY = {HOW_MANY: "quantity", "when": "when", "where": "place"}
"""The field that holds what a claim says of a facet."""


def _either_speaker(schema: dict[str, Any]) -> None:
    """Say in the JSON Schema that one of the two ways to name who speaks is needed."""
    schema["required"] = [name for name in schema["required"] if name != "speaker"]
    schema["anyOf"] = [{"required": ["speaker"]}, {"required": ["speakers"]}]


class Claim(Reviewable):
    """A speech act: one speaker, one day, one stance, about an event, goods, an actor, a claim or a document.

    A speech act that several articles print is one claim with several citations. A claim that passes on
    another claim relays it; a claim that relays nothing is a root. What a paper itself says is stated in it.
    A claim about a claim or a document says whether that was said, or is real; it is no vote on the event.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(json_schema_extra=_either_speaker)
    KIND: ClassVar[str] = "claim"
    PLURAL: ClassVar[str] = "claims"
    LABELS: ClassVar[tuple[str, ...]] = ("Claim",)
    ROLE: ClassVar[Role] = "claim"
    WORDS: ClassVar[Said] = {"en": ("Claim", "Claims"), "de": ("Behauptung", "Behauptungen")}
    LOOK: ClassVar[KindLook | None] = KindLook("box", "#444b54", "#b4bcc6", filled=False)

    # (:Claim)-[:ON_TOPIC]->(:Topic)
    topic: Annotated[
        Id, Link("ON_TOPIC", ("Topic",), words={"en": ("is on the topic",), "de": ("gehört zum Thema",)})
    ]
    """The topic it is read under."""
    stance: Stance = Field(description=f"What the speaker does: {', '.join(STANCES)}.")
    facet: Facet = "whole"
    """Which side of the event the stance is about.

    A doubt of `how-many` leaves the event alone, and who asserts a mere facet presupposes the rest.
    """
    firsthand: Annotated[bool, Strict()] = False
    """The speaker saw it, or examined the thing or the paper; else an outlet's own voice is no witness."""
    # (:Claim)-[:SAID_BY]->(:Actor)
    speaker: Annotated[
        Id | None, Link("SAID_BY", ("Actor",), words={"en": ("is said by",), "de": ("gesagt von",)})
    ]
    """Who speaks; `unknown` when the text names and describes nobody (null in the exported lines)."""
    # (:Claim)-[:SAID_BY]->(:Actor)
    speakers: Annotated[
        list[Id], Link("SAID_BY", ("Actor",), words={"en": ("is said by",), "de": ("gesagt von",)})
    ] = Field(default_factory=list)
    """Who speaks together in a joint statement, instead of `speaker`: one root with several speakers."""
    attribution: ShortText | None = None
    """The printed words that stand in for a speaker who is not named ("andere Informationen")."""
    # (:Claim)-[:STATED_IN]->(:Document)
    stated_in: Annotated[
        Id | None,
        Link(
            "STATED_IN",
            ("Document",),
            words={
                "en": ("is stated in", "Stated in", "States"),
                "de": ("steht in", "Steht in", "Besagt"),
            },
        ),
    ] = None
    """The paper, picture or list that says it itself, while nobody speaks: that document is the root."""
    said: Span
    """The day it was said; `../DAY` when the text only shows that it was said by then."""
    # (:Claim)-[:ABOUT]->(:Event)
    about: Annotated[
        Id,
        Link(
            "ABOUT",
            ("Event", "WeaponType", "Item", "Actor", "Claim", "Document"),
            words={"en": ("is about",), "de": ("handelt von",)},
        ),
    ]
    """The event, weapon type, single item, actor, claim or document that the claim is about."""
    # (:Claim)-[:MENTIONS]->(:WeaponType)
    mentions: Annotated[
        list[Id],
        Link(
            "MENTIONS",
            ("Event", "WeaponType", "Item", "Actor", "Place"),
            words={"en": ("mentions",), "de": ("erwähnt",)},
        ),
    ] = Field(default_factory=list)
    """What else the claim names: weapon types, items, actors, places, other events."""
    quantity: Written | None = None
    """How many, as claimed."""
    when: Span | None = None
    """When it happened or will, as claimed."""
    # (:Claim)-[:LOCATES_AT]->(:Place)
    place: Annotated[
        Id | None, Link("LOCATES_AT", ("Place",), words={"en": ("places it at",), "de": ("verortet es in",)})
    ] = None
    """Where it happened or will, as claimed."""
    hedge: Hedge = "plain"
    """The speaker's own certainty: plain, reported, apparent, likely, possible or conditional."""
    # (:Claim)-[:RELAYS]->(:Claim)
    relays: Annotated[
        list[Id], Link("RELAYS", ("Claim",), words={"en": ("passes on",), "de": ("gibt weiter",)})
    ] = Field(default_factory=list)
    """The claims that this one passes on: the next hop towards the root."""
    # (:Claim)-[:ANSWERS]->(:Claim)
    answers: Annotated[
        list[Id], Link("ANSWERS", ("Claim",), words={"en": ("answers",), "de": ("antwortet auf",)})
    ] = Field(default_factory=list)
    """The claims that this one replies to: what a denial denies."""
    paraphrase: LongText
    """What was said, in our own English words."""
    peripheral: Annotated[bool, Strict()] = False
    """Said in passing, off the corpus's subject."""
    inferred: dict[Resolved, LongText] = Field(default_factory=dict)
    """What the text leaves open and we resolved, facet by facet, with the reason."""
    note: Note = None
    cited: list[Citation] = Field(min_length=1)
    """Every place where a document prints this speech act."""

    @property
    def caption(self) -> str:
        """The paraphrase."""
        return self.paraphrase

    @property
    def voices(self) -> tuple[str, ...]:
        """The ids of all who speak: one, several of a joint statement, or none."""
        return (self.speaker,) if self.speaker else tuple(self.speakers)

    @property
    def origins(self) -> tuple[str, ...]:
        """The ids of all who speak, or of the document that says it itself."""
        return self.voices or ((self.stated_in,) if self.stated_in else ())

    @property
    def held_back(self) -> bool:
        """Whether it only keeps the place of a claim that is not shared."""
        return self.attribution == HELD_BACK and not self.origins

    def spoken_by(self, facts: Mapping[str, Any]) -> str | None:
        """Return the names of all who speak in the order of their ids, as far as facts are given; else None.

        Of what a document itself says it is the title.

        Args:
            facts: by id, each with its `caption`.
        """
        if self.stated_in:
            return paper_name(paper.caption) if (paper := facts.get(self.stated_in)) else None
        if len(voices := self.voices) == 1:
            return (fact.caption or None) if (fact := facts.get(voices[0])) is not None else None
        names = [fact.caption for voice in sorted(voices) if (fact := facts.get(voice)) is not None]
        return " and ".join(names) or None

    @model_validator(mode="before")
    @classmethod
    def _unknown_speaker(cls, value: Any) -> Any:
        if isinstance(value, dict):
            joint = bool(value.get("speakers"))
            if value.get("speaker") == UNKNOWN and not joint:
                return {**value, "speaker": None}
            if joint and "speaker" not in value:
                return {**value, "speaker": None}
        return value

    @model_validator(mode="after")
    def _coherent(self) -> Claim:
        if self.stated_in and self.voices:
            raise FieldError(
                "what a document itself says has no speaker; write unknown, or take stated_in out", "speaker"
            )
        if self.speakers and self.speaker:
            raise FieldError("a joint statement has speakers and no speaker; take one of them out", "speaker")
        if len(self.speakers) == 1:
            raise FieldError("one alone makes no joint statement; write speaker", "speakers")
        if self.firsthand and not self.voices:
            raise FieldError(
                "nobody is known to have seen it: the speaker is unknown; name the speaker or take it out",
                "firsthand",
            )
        if self.facet != WHOLE:
            self._facet_fits()
        if self.said.last is None:
            raise FieldError(
                f"'{self.said.text}' has no last day; write ../DAY for on or before a day", "said"
            )
        return self

    def _facet_fits(self) -> None:
        """Refuse one side of the event with a stance that judges none, or about which nothing is said."""
        side = side_of(self.stance)
        if side not in FACETED:
            raise FieldError(
                f"'{self.facet}' has no sense with '{self.stance}', which judges no part of the event; take"
                " facet"
                f" out, or use {', '.join(of_side(*FACETED))}",
                "facet",
            )
        given = _GIVEN_BY.get(self.facet)
        if given and side in ("for", "ahead") and getattr(self, given) is None:
            raise FieldError(
                f"'{self.facet}' has no sense without {given}, which says it; add {given}, or take facet out",
                "facet",
            )
