"""Shipments."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from kg.model.base import Id, Link, Said, ShortText
from kg.model.kinds.event import Event
from kg.model.looks import KindLook

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

    # (:State)-[:DELIVERED]->(:Shipment)
    supplier: Annotated[
        Id,
        Link(
            "DELIVERED",
            ("State", "Organization"),
            reverse=True,
            role="supplier",
            words={
                "en": ("is said to supply", "Supplies, as alleged", "Supplier"),
                "de": ("liefert, wie es heißt", "Liefert, laut Behauptung", "Lieferant"),
            },
        ),
    ]
    """Who supplies, as alleged."""
    # (:Shipment)-[:RECEIVED_BY]->(:State)
    recipient: Annotated[
        Id,
        Link(
            "RECEIVED_BY",
            ("State", "Organization"),
            role="recipient",
            words={
                "en": ("is said to go to", "Recipient", "Receives, as alleged"),
                "de": ("geht, wie es heißt, an", "Empfänger", "Empfängt, laut Behauptung"),
            },
        ),
    ]
    """Who receives, as alleged."""
    goods: ShortText
    """What is shipped, in English ("artillery shells in containers")."""
    stage: ShipmentStage = "delivered"  # type: ignore[assignment]  # a shipment has words of its own
    """How far the shipment itself is alleged to have come."""
    means: list[Means] = Field(default=[])
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
    ] = Field(default=[])
    """Places on the way, where a text gives them."""
