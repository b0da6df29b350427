"""States."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import StringConstraints

from kg.model.base import Said, Voice
from kg.model.kinds.actor import Actor
from kg.model.looks import KindLook
from kg.model.point import WithPoint


class State(WithPoint, Actor):
    """A state as supplier, recipient or speaker; its point is somewhere in it."""

    KIND: ClassVar[str] = "state"
    PLURAL: ClassVar[str] = "states"
    LABELS: ClassVar[tuple[str, ...]] = ("Actor", "State")
    VOICE: ClassVar[Voice] = "state"
    WORDS: ClassVar[Said] = {"en": ("State", "States"), "de": ("Staat", "Staaten")}
    LOOK: ClassVar[KindLook | None] = KindLook("hexagon", "#37474f", "#9fb3bf", size=16)
    ORDER: ClassVar[int] = 10

    iso: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = None
    """ISO 3166-1 alpha-2 code."""
