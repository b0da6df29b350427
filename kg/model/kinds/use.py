"""Uses in combat."""

from __future__ import annotations

from typing import Annotated, ClassVar

from kg.model.base import Id, Link
from kg.model.kinds.event import Event


class Use(Event):
    """Weapons used in combat."""

    KIND: ClassVar[str] = "use"
    PLURAL: ClassVar[str] = "uses"
    LABELS: ClassVar[tuple[str, ...]] = ("Event", "Use")

    # (:State)-[:USED]->(:Use)
    user: Annotated[Id | None, Link("USED", ("State", "Organization"), reverse=True)] = None
    """Who used them."""
    # (:Use)-[:AGAINST]->(:State)
    target: Annotated[Id | None, Link("AGAINST", ("State", "Organization"))] = None
    """Against whom."""
    # (:Use)-[:USES_GOODS_OF]->(:Shipment)
    from_shipment: Annotated[Id | None, Link("USES_GOODS_OF", ("Shipment",))] = None
    """The shipment that the weapons are said to come from."""
