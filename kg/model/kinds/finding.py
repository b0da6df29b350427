"""Findings."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from kg.model.base import Id, Link
from kg.model.kinds.event import Event


class Finding(Event):
    """Physical evidence and what was read from it."""

    KIND: ClassVar[str] = "finding"
    PLURAL: ClassVar[str] = "findings"
    LABELS: ClassVar[tuple[str, ...]] = ("Event", "Finding")

    # (:Finding)-[:FOUND_BY]->(:Actor)
    found_by: Annotated[Id | None, Link("FOUND_BY", ("Actor",))] = None
    """Who found or examined it."""
    # (:Finding)-[:SUPPORTS]->(:Event)
    supports: Annotated[list[Id], Link("SUPPORTS", ("Event",))] = Field(default=[])
    """The events that it is said to show."""
