"""Uses in combat."""

from __future__ import annotations

from typing import Annotated, ClassVar

from kg.model.base import Id, Link, Said
from kg.model.kinds.event import AGAINST, Event
from kg.model.looks import KindLook


class Use(Event):
    """Weapons used in combat."""

    KIND: ClassVar[str] = "use"
    PLURAL: ClassVar[str] = "uses"
    LABELS: ClassVar[tuple[str, ...]] = ("Event", "Use")
    WORDS: ClassVar[Said] = {
        "en": ("Use in combat", "Uses in combat"),
        "de": ("Einsatz im Kampf", "Einsätze im Kampf"),
    }
    LOOK: ClassVar[KindLook | None] = KindLook("box", "#a33b20", "#f08c6c", "☼")
    ORDER: ClassVar[int] = 30
    OWN_LIST: ClassVar[bool] = True

    # (:Actor)-[:USED]->(:Use)
    user: Annotated[
        Id | None,
        Link(
            "USED",
            ("Actor",),
            reverse=True,
            role="user",
            words={
                "en": ("is said to use", "Uses, as alleged", "Used by"),
                "de": ("setzt, wie es heißt, ein", "Setzt ein, laut Behauptung", "Eingesetzt von"),
            },
        ),
    ] = None
    """Who used them."""
    # (:Use)-[:AGAINST]->(:Actor)
    target: Annotated[Id | None, AGAINST] = None
    """Against whom."""
    # (:Use)-[:USES_GOODS_OF]->(:Shipment)
    from_shipment: Annotated[
        Id | None,
        Link(
            "USES_GOODS_OF",
            ("Shipment",),
            words={
                "en": ("is said to use goods of", "Goods from", "Used, as alleged, in"),
                "de": ("nutzt, wie es heißt, Güter aus", "Güter aus", "Eingesetzt, laut Behauptung, in"),
            },
        ),
    ] = None
    """The shipment that the weapons are said to come from."""
