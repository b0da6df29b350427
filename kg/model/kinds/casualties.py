"""Casualties."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from kg.model.base import Id, Link
from kg.model.kinds.event import Event


class Casualties(Event):
    """People killed, wounded, captured or lost."""

    KIND: ClassVar[str] = "casualties"
    PLURAL: ClassVar[str] = "casualties"
    LABELS: ClassVar[tuple[str, ...]] = ("Event", "Casualties")

    # (:Casualties)-[:SUFFERED_BY]->(:State)
    side: Annotated[Id | None, Link("SUFFERED_BY", ("State", "Organization"))] = None
    """Whose people."""
    includes: list[Literal["killed", "wounded", "captured", "missing", "deserted", "civilians"]] = Field(
        default=[]
    )
    """What the figures count."""
