"""Situations."""

from __future__ import annotations

from typing import ClassVar

from kg.model.base import Said
from kg.model.kinds.event import Event
from kg.model.looks import KindLook


class Situation(Event):
    """Anything else that claims are about: motives, shortages, plans, relations."""

    KIND: ClassVar[str] = "situation"
    PLURAL: ClassVar[str] = "situations"
    LABELS: ClassVar[tuple[str, ...]] = ("Event", "Situation")
    WORDS: ClassVar[Said] = {"en": ("Situation", "Situations"), "de": ("Lage", "Lagen")}
    LOOK: ClassVar[KindLook | None] = KindLook("box", "#646a73", "#a7aeb8", "○")
    ORDER: ClassVar[int] = 80
