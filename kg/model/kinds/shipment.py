"""Shipments."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from kg.model.base import Id, Link, Word
from kg.model.kinds.event import Event

Means = Literal["ship", "rail", "road", "air"]


class Shipment(Event):
    """Goods or weapons moving from a supplier to a recipient (SIPRI's word is transfer), as alleged.

    How many is never kept here: figures are claims, and each claim has its own bounds.
    """

    KIND: ClassVar[str] = "shipment"
    PLURAL: ClassVar[str] = "shipments"
    LABELS: ClassVar[tuple[str, ...]] = ("Event", "Shipment")

    # (:State)-[:DELIVERED]->(:Shipment)
    supplier: Annotated[Id, Link("DELIVERED", ("State", "Organization"), reverse=True)]
    """Who supplies, as alleged."""
    # (:Shipment)-[:RECEIVED_BY]->(:State)
    recipient: Annotated[Id, Link("RECEIVED_BY", ("State", "Organization"))]
    """Who receives, as alleged."""
    goods: Word
    """What is shipped, in English ("artillery shells in containers")."""
    stage: Literal["wanted", "negotiated", "ordered", "under-way", "delivered"] = "delivered"
    """How far the shipment itself is alleged to have come."""
    means: list[Means] = Field(default=[])
    """Means of transport, where a text gives them."""
    # (:Shipment)-[:SHIPPED_VIA]->(:Place)
    route: Annotated[list[Id], Link("SHIPPED_VIA", ("Place",))] = Field(default=[])
    """Places on the way, where a text gives them."""
