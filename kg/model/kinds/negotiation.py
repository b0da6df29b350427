"""Negotiations."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from kg.model.base import Id, Link
from kg.model.kinds.event import Event


class Negotiation(Event):
    """Talks towards a shipment, deployment or agreement."""

    KIND: ClassVar[str] = "negotiation"
    PLURAL: ClassVar[str] = "negotiations"
    LABELS: ClassVar[tuple[str, ...]] = ("Event", "Negotiation")

    # (:Negotiation)-[:BETWEEN]->(:State)
    parties: Annotated[list[Id], Link("BETWEEN", ("State", "Organization", "Person"))] = Field(default=[])
    """Who talks."""
