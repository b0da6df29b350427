"""Situations."""

from __future__ import annotations

from typing import ClassVar

from kg.model.kinds.event import Event


class Situation(Event):
    """Anything else that claims are about: motives, shortages, plans, relations."""

    KIND: ClassVar[str] = "situation"
    PLURAL: ClassVar[str] = "situations"
    LABELS: ClassVar[tuple[str, ...]] = ("Event", "Situation")
