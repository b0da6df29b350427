"""People."""

from __future__ import annotations

from typing import ClassVar

from kg.model.base import Said, Voice
from kg.model.kinds.actor import Actor
from kg.model.looks import KindLook


class Person(Actor):
    """A named person; offices are memberships with a role."""

    KIND: ClassVar[str] = "person"
    PLURAL: ClassVar[str] = "people"
    LABELS: ClassVar[tuple[str, ...]] = ("Actor", "Person")
    VOICE: ClassVar[Voice] = "person"
    WORDS: ClassVar[Said] = {"en": ("Person", "People"), "de": ("Person", "Personen")}
    LOOK: ClassVar[KindLook | None] = KindLook("circle", "#54708a", "#8fb0cc", size=9)
    ORDER: ClassVar[int] = 30
