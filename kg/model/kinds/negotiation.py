"""Negotiations."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from kg.model.base import Id, Link, Said
from kg.model.kinds.event import Event
from kg.model.looks import KindLook


class Negotiation(Event):
    """Talks towards a shipment, deployment or agreement."""

    KIND: ClassVar[str] = "negotiation"
    PLURAL: ClassVar[str] = "negotiations"
    LABELS: ClassVar[tuple[str, ...]] = ("Event", "Negotiation")
    WORDS: ClassVar[Said] = {"en": ("Negotiation", "Negotiations"), "de": ("Verhandlung", "Verhandlungen")}
    LOOK: ClassVar[KindLook | None] = KindLook("box", "#3f68a8", "#8db1ea", "↔")
    ORDER: ClassVar[int] = 60

    # (:Negotiation)-[:BETWEEN]->(:Actor)
    parties: Annotated[
        list[Id],
        Link(
            "BETWEEN",
            ("Actor",),
            role="party",
            words={
                "en": ("is between", "Parties", "Party to talks"),
                "de": ("ist zwischen", "Parteien", "Partei der Gespräche"),
            },
        ),
    ] = Field(default_factory=list)
    """Who talks."""
