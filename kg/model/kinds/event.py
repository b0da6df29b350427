"""What claims are about, whether or not it happened."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from kg.model.base import Fact, Id, Link, Note, Text, Word
from kg.model.span import Span


class Event(Fact):
    """Something that claims assert or deny. Its being here does not say that it happened."""

    name: Word
    """The event in a few English words, as alleged."""
    description: Text | None = None
    """What sets it apart from its neighbours."""
    period: Span | None = None
    """When, as alleged: the widest span that the claims leave open."""
    # (:Event)-[:AT]->(:Place)
    places: Annotated[list[Id], Link("AT", ("Place",))] = Field(default=[])
    """Where, as alleged."""
    # (:Event)-[:INVOLVES]->(:Actor)
    actors: Annotated[list[Id], Link("INVOLVES", ("Actor",))] = Field(default=[])
    """Who takes part, where no edge of the kind's own says it."""
    # (:Event)-[:OF_TYPE]->(:WeaponType)
    weapon_types: Annotated[list[Id], Link("OF_TYPE", ("WeaponType",))] = Field(default=[])
    """The weapon types concerned."""
    # (:Event)-[:IN_RETURN_FOR]->(:Event)
    in_return_for: Annotated[list[Id], Link("IN_RETURN_FOR", ("Event",))] = Field(default=[])
    """The events that this one is said to repay."""
    # (:Event)-[:PART_OF_EVENT]->(:Event)
    within_event: Annotated[Id | None, Link("PART_OF_EVENT", ("Event",))] = None
    """The larger event that this one is a part or a stage of."""
    note: Note = None
