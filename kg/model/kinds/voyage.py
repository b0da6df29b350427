"""Voyages."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, model_validator

from kg.model.base import Called, FieldError, Id, Link, Said
from kg.model.day_text import moment
from kg.model.kinds.event import Event
from kg.model.looks import KindLook
from kg.model.span import Span


class Voyage(Event):
    """One leg of a vessel or aircraft; a voyage of several legs has them as its parts."""

    KIND: ClassVar[str] = "voyage"
    PLURAL: ClassVar[str] = "voyages"
    LABELS: ClassVar[tuple[str, ...]] = ("Event", "Voyage")
    WORDS: ClassVar[Said] = {
        "en": ("Voyage or flight", "Voyages and flights"),
        "de": ("Fahrt oder Flug", "Fahrten und Flüge"),
    }
    LOOK: ClassVar[KindLook | None] = KindLook("box", "#2b6a9b", "#79b6e8", "→")
    ORDER: ClassVar[int] = 14
    OWN_LIST: ClassVar[bool] = True

    # (:Actor)-[:TRAVELLED]->(:Voyage)
    craft: Annotated[
        list[Id],
        Link(
            "TRAVELLED",
            ("Actor",),
            reverse=True,
            role="craft",
            words={
                "en": ("is said to travel on", "Travelled on, as alleged", "Vessel or aircraft"),
                "de": ("unternimmt, wie es heißt,", "Unterwegs, laut Behauptung", "Schiff oder Flugzeug"),
            },
        ),
    ] = Field(default_factory=list)
    """The vessel or aircraft that makes it; several travel together."""
    # (:Actor)-[:OPERATED]->(:Voyage)
    operator: Annotated[
        list[Id],
        Link(
            "OPERATED",
            ("Actor",),
            reverse=True,
            role="operator",
            words={
                "en": ("is said to operate", "Operates, as alleged", "Operator"),
                "de": ("betreibt, wie es heißt,", "Betreibt, laut Behauptung", "Betreiber"),
            },
        ),
    ] = Field(default_factory=list)
    """Who operates the vessel or aircraft on it."""
    # (:Voyage)-[:LEFT_FROM]->(:Place)
    origin: Annotated[
        Id | None,
        Link(
            "LEFT_FROM",
            ("Place",),
            role="origin",
            words={
                "en": ("is said to start at", "From", "Voyages from here, as alleged"),
                "de": ("beginnt, wie es heißt, in", "Von", "Fahrten von hier, laut Behauptung"),
            },
        ),
    ] = None
    """Where it starts."""
    # (:Voyage)-[:BOUND_FOR]->(:Place)
    destination: Annotated[
        Id | None,
        Link(
            "BOUND_FOR",
            ("Place",),
            role="destination",
            words={
                "en": ("is said to lead to", "To", "Voyages to here, as alleged"),
                "de": ("führt, wie es heißt, nach", "Nach", "Fahrten hierher, laut Behauptung"),
            },
        ),
    ] = None
    """Where it ends."""
    left: Annotated[Span | None, Called({"en": "Left", "de": "Abfahrt"})] = None
    """When it left, with the time of day where a text gives it."""
    arrived: Annotated[Span | None, Called({"en": "Arrived", "de": "Ankunft"})] = None
    """When it arrived, with the time of day where a text gives it."""
    # (:Voyage)-[:CARRIED_GOODS_OF]->(:Shipment)
    shipment: Annotated[
        list[Id],
        Link(
            "CARRIED_GOODS_OF",
            ("Shipment",),
            role="cargo",
            words={
                "en": ("is said to carry goods of", "Shipments carried, as alleged", "Carried on"),
                "de": ("befördert, wie es heißt, Güter aus", "Beförderte Lieferungen", "Befördert auf"),
            },
        ),
    ] = Field(default_factory=list)
    """The shipments that it is said to have carried."""

    @model_validator(mode="after")
    def _in_order(self) -> Voyage:
        if not self.left or not self.arrived:
            return self
        left, arrived = moment(self.left.text), moment(self.arrived.text)
        if arrived < left if left and arrived else self.arrived.before(self.left):
            raise FieldError("is before left: a leg cannot arrive before it leaves", "arrived")
        return self
