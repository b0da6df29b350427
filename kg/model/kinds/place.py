"""Places."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from kg.model.base import Id, Link, Role, Said
from kg.model.kinds.actor import Named
from kg.model.looks import KindLook
from kg.model.point import WithPoint


class Place(WithPoint, Named):
    """Where something happened or was said to have happened."""

    KIND: ClassVar[str] = "place"
    PLURAL: ClassVar[str] = "places"
    LABELS: ClassVar[tuple[str, ...]] = ("Place",)
    ROLE: ClassVar[Role] = "place"
    WORDS: ClassVar[Said] = {"en": ("Place", "Places"), "de": ("Ort", "Orte")}
    LOOK: ClassVar[KindLook | None] = KindLook("triangle", "#2f7d6b", "#62c4ae", "▾", size=10)

    kind: Literal[
        "country",
        "region",
        "city",
        "port",
        "airport",
        "base",
        "factory",
        "economic-zone",
        "battlefield",
        "body-of-water",
    ]
    """What sort of place."""
    # (:Place)-[:WITHIN]->(:Place)
    within: Annotated[
        Id | None,
        Link(
            "WITHIN",
            ("Place",),
            role="wider",
            words={"en": ("lies in", "Lies in", "Holds"), "de": ("liegt in", "Liegt in", "Enthält")},
        ),
    ] = None
    """The larger place."""
