"""Sources that a text describes but does not name."""

from __future__ import annotations

from typing import ClassVar

from kg.model.base import Said, ShortText, Voice
from kg.model.kinds.actor import Actor
from kg.model.looks import KindLook


class UnnamedSource(Actor):
    """A described source without a name: "a source in Ukrainian military intelligence".

    One node stands for one description in one place of reporting. Two of them may be the same person;
    nothing in the graph says so unless a text does.
    """

    KIND: ClassVar[str] = "unnamed_source"
    PLURAL: ClassVar[str] = "unnamed_sources"
    LABELS: ClassVar[tuple[str, ...]] = ("Actor", "UnnamedSource")
    VOICE: ClassVar[Voice] = "unnamed"
    WORDS: ClassVar[Said] = {
        "en": ("Unnamed source", "Unnamed sources"),
        "de": ("Ungenannte Quelle", "Ungenannte Quellen"),
    }
    LOOK: ClassVar[KindLook | None] = KindLook(
        "circle", "#7b4f9e", "#c4a0e0", size=9, filled=False, dashed=True
    )
    ORDER: ClassVar[int] = 40

    wording: ShortText
    """How the text describes the source: a few printed words."""
