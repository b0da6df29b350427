"""People."""

from __future__ import annotations

from typing import ClassVar

from kg.model.kinds.actor import Actor


class Person(Actor):
    """A named person; offices are memberships with a role."""

    KIND: ClassVar[str] = "person"
    PLURAL: ClassVar[str] = "people"
    LABELS: ClassVar[tuple[str, ...]] = ("Actor", "Person")
