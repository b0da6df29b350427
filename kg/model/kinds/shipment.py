"""Shipments."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from kg.model.base import Id, Link, Said, ShortText
from kg.model.kinds.event import ABOARD, FINANCED, Event
from kg.model.looks import KindLook
from kg.model.together import OneOrMore

Means = Literal["ship", "rail", "road", "air"]
ShipmentStage = Literal["wanted", "planned", "expected", "negotiated", "ordered", "under-way", "delivered"]


class Shipment(Event):
    """Goods or weapons moving from a supplier to a recipient (SIPRI's word is transfer), as alleged.

    How many is never kept here: figures are claims, and each claim has its own bounds.
    """

    KIND: ClassVar[str] = "shipment"
    PLURAL: ClassVar[str] = "shipments"
    LABELS: ClassVar[tuple[str, ...]] = ("Event", "Shipment")
    WORDS: ClassVar[Said] = {"en": ("Shipment", "Shipments"), "de": ("Lieferung", "Lieferungen")}
    LOOK: ClassVar[KindLook | None] = KindLook("box", "#8f6400", "#e0b040", "►")
    ORDER: ClassVar[int] = 10
    OWN_LIST: ClassVar[bool] = True
    APART: ClassVar[tuple[tuple[str, str], ...]] = (("supplier", "recipient"),)

    # (:Actor)-[:DELIVERED]->(:Shipment)
    supplier: Annotated[
        OneOrMore,
        Link(
            "DELIVERED",
            ("Actor",),
            reverse=True,
            role="supplier",
            words={
                "en": ("is said to supply", "Supplies, as alleged", "Supplier"),
                "de": ("liefert, wie es heißt", "Liefert, laut Behauptung", "Lieferant"),
            },
        ),
    ]
    """Who supplies, as alleged: one, several together, or `unknown`."""
    # (:Shipment)-[:RECEIVED_BY]->(:Actor)
    recipient: Annotated[
        OneOrMore,
        Link(
            "RECEIVED_BY",
            ("Actor",),
            role="recipient",
            words={
                "en": ("is said to go to", "Recipient", "Receives, as alleged"),
                "de": ("geht, wie es heißt, an", "Empfänger", "Empfängt, laut Behauptung"),
            },
        ),
    ]
    """Who receives, as alleged: one, several together, or `unknown`."""
    goods: ShortText
    """What is shipped, in English ("artillery shells in containers")."""
    stage: ShipmentStage = "delivered"  # type: ignore[assignment]  # a shipment has words of its own
    """How far the shipment itself is alleged to have come."""
    means: list[Means] = Field(default_factory=list)
    """Means of transport, where a text gives them."""
    # (:Shipment)-[:SHIPPED_VIA]->(:Place)
    route: Annotated[
        list[Id],
        Link(
            "SHIPPED_VIA",
            ("Place",),
            role="place",
            words={
                "en": ("is said to go through", "Route", "On the route of"),
                "de": ("geht, wie es heißt, über", "Weg", "Auf dem Weg von"),
            },
        ),
    ] = Field(default_factory=list)
    """Places on the way, where a text gives them."""
    # (:Shipment)-[:IN_TRANSIT_THROUGH]->(:State)
    transit: Annotated[
        list[Id],
        Link(
            "IN_TRANSIT_THROUGH",
            ("State", "Place"),
            role="transit",
            words={
                "en": ("is said to pass through", "Transit through", "Transit, as alleged"),
                "de": ("läuft, wie es heißt, durch", "Transit durch", "Transit, laut Behauptung"),
            },
        ),
    ] = Field(default_factory=list)
    """States or places that the goods pass on their way, without being meant for them."""
    # (:Actor)-[:BROKERED]->(:Shipment)
    broker: Annotated[
        list[Id],
        Link(
            "BROKERED",
            ("Actor",),
            reverse=True,
            role="broker",
            words={
                "en": ("is said to broker", "Brokers, as alleged", "Broker"),
                "de": ("vermittelt, wie es heißt", "Vermittelt, laut Behauptung", "Vermittler"),
            },
        ),
    ] = Field(default_factory=list)
    """Who arranged it, as alleged."""
    # (:Actor)-[:CARRIED]->(:Shipment)
    carrier: Annotated[
        list[Id],
        Link(
            "CARRIED",
            ("Actor",),
            reverse=True,
            role="carrier",
            words={
                "en": ("is said to carry", "Carries, as alleged", "Carrier"),
                "de": ("befördert, wie es heißt", "Befördert, laut Behauptung", "Beförderer"),
            },
        ),
    ] = Field(default_factory=list)
    """Who carried it, as alleged: a shipping line, an airline, a haulier."""
    # (:Shipment)-[:ABOARD]->(:Actor)
    vessel: Annotated[list[Id], ABOARD] = Field(default_factory=list)
    """The vessels or aircraft on which it is said to have travelled."""
    # (:Actor)-[:HANDLED]->(:Shipment)
    port_agent: Annotated[
        list[Id],
        Link(
            "HANDLED",
            ("Actor",),
            reverse=True,
            role="agent",
            words={
                "en": ("is said to handle", "Handles, as alleged", "Port agent"),
                "de": ("fertigt, wie es heißt, ab", "Fertigt ab, laut Behauptung", "Hafenagent"),
            },
        ),
    ] = Field(default_factory=list)
    """Who handled it in a port or at an airport, as alleged."""
    # (:Shipment)-[:MEANT_FOR]->(:Actor)
    end_user: Annotated[
        list[Id],
        Link(
            "MEANT_FOR",
            ("Actor",),
            role="end-user",
            words={
                "en": ("is said to be meant for", "End user", "End user of, as alleged"),
                "de": ("ist, wie es heißt, bestimmt für", "Endnutzer", "Endnutzer, laut Behauptung, von"),
            },
        ),
    ] = Field(default_factory=list)
    """Who uses the goods in the end, as alleged."""
    # (:Actor)-[:FINANCED]->(:Shipment)
    financier: Annotated[list[Id], FINANCED] = Field(default_factory=list)
    """Who pays for it, as alleged."""
