"""What claims are about, whether or not it happened."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator

from kg.model.base import Fact, FieldError, Id, Link, LongText, Note, Role, ShortText
from kg.model.span import Span

AGAINST = Link(
    "AGAINST",
    ("Actor",),
    role="target",
    words={
        "en": ("is directed against", "Against", "Target of"),
        "de": ("richtet sich gegen", "Gegen", "Ziel von"),
    },
)
"""Against whom an event is directed."""
ABOARD = Link(
    "ABOARD",
    ("Actor",),
    role="craft",
    words={
        "en": ("is said to be aboard", "Vessel or aircraft", "Had aboard, as alleged"),
        "de": ("ist, wie es heißt, an Bord von", "Schiff oder Flugzeug", "Hatte an Bord, laut Behauptung"),
    },
)
"""The vessel or aircraft on which goods travel, or are seized."""
FINANCED = Link(
    "FINANCED",
    ("Actor",),
    reverse=True,
    role="financier",
    words={
        "en": ("is said to finance", "Finances, as alleged", "Financed by"),
        "de": ("finanziert, wie es heißt,", "Finanziert, laut Behauptung", "Finanziert von"),
    },
)
"""Who is said to pay for an event."""


class Event(Fact):
    """Something that claims assert or deny. Its being here does not say that it happened."""

    ROLE: ClassVar[Role] = "event"
    APART: ClassVar[tuple[tuple[str, str], ...]] = ()
    """Pairs of fields that never name the same: nobody supplies, pays or lists himself."""

    name: ShortText
    """The event in a few English words, as alleged."""
    name_de: ShortText | None = None
    """The same in German."""
    description: LongText | None = None
    """What sets it apart from its neighbours."""
    stage: Literal["wanted", "planned", "expected", "under-way"] | None = None
    """How far it is alleged to have come; nothing for what is alleged to have happened or to be so."""
    period: Span | None = None
    """When, as alleged: the widest span that the claims leave open."""
    # (:Event)-[:AT]->(:Place)
    places: Annotated[
        list[Id],
        Link(
            "AT",
            ("Place",),
            role="place",
            words={
                "en": ("is placed at", "Where, as alleged", "Events here, as alleged"),
                "de": ("wird verortet in", "Wo, laut Behauptung", "Ereignisse hier, laut Behauptung"),
            },
        ),
    ] = Field(default_factory=list)
    """Where, as alleged."""
    # (:Event)-[:INVOLVES]->(:Actor)
    actors: Annotated[
        list[Id],
        Link(
            "INVOLVES",
            ("Actor",),
            role="party",
            words={
                "en": ("involves", "Involves", "Involved in"),
                "de": ("betrifft", "Beteiligt", "Beteiligt an"),
            },
        ),
    ] = Field(default_factory=list)
    """Who takes part, where no edge of the kind's own says it."""
    # (:Event)-[:OF_TYPE]->(:WeaponType)
    weapon_types: Annotated[
        list[Id],
        Link(
            "OF_TYPE",
            ("WeaponType",),
            role="goods",
            words={
                "en": ("concerns", "Weapon types", "Events with it"),
                "de": ("betrifft", "Waffenarten", "Ereignisse damit"),
            },
        ),
    ] = Field(default_factory=list)
    """The weapon types concerned."""
    # (:Event)-[:IN_RETURN_FOR]->(:Event)
    in_return_for: Annotated[
        list[Id],
        Link(
            "IN_RETURN_FOR",
            ("Event",),
            role="return",
            words={
                "en": ("is said to repay", "In return for", "Said to be repaid by"),
                "de": ("vergilt, wie es heißt,", "Als Gegenleistung für", "Gegenleistung, wie es heißt"),
            },
        ),
    ] = Field(default_factory=list)
    """The events that this one is said to repay."""
    # (:Event)-[:PART_OF_EVENT]->(:Event)
    within_event: Annotated[
        Id | None,
        Link(
            "PART_OF_EVENT",
            ("Event",),
            role="part",
            words={"en": ("is part of", "Part of", "Its parts"), "de": ("ist Teil von", "Teil von", "Teile")},
        ),
    ] = None
    """The larger event that this one is a part or a stage of."""
    note: Note = None

    @model_validator(mode="after")
    def _two_sides(self) -> Self:
        for one, other in self.APART:
            here, there = getattr(self, one), getattr(self, other)
            known = here if isinstance(here, list) else [here]
            for index, who in enumerate(there if isinstance(there, list) else [there]):
                if who is not None and who in known:
                    path = (other, index) if isinstance(there, list) else (other,)
                    raise FieldError(f"'{who}' stands under '{one}' as well; take one of them out", *path)
        return self
