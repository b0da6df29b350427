"""Places."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from kg.facts.actor import Named
from kg.facts.base import Id, Link


class Place(Named):
    """Where something happened or was said to have happened."""

    KIND: ClassVar[str] = "place"
    PLURAL: ClassVar[str] = "places"
    LABELS: ClassVar[tuple[str, ...]] = ("Place",)

    kind: Literal["country", "region", "city", "port", "base", "battlefield", "body-of-water"]
    """What sort of place."""
    # (:Place)-[:WITHIN]->(:Place)
    within: Annotated[Id | None, Link("WITHIN", ("Place",))] = None
    """The larger place."""
