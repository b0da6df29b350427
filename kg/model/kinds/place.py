"""Places."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from kg.model.base import Id, Link
from kg.model.kinds.actor import Named


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
