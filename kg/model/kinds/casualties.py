"""Casualties."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from kg.model.base import Id, Link, Said
from kg.model.kinds.event import Event
from kg.model.looks import KindLook


class Casualties(Event):
    """People killed, wounded, captured or lost."""

    KIND: ClassVar[str] = "casualties"
    PLURAL: ClassVar[str] = "casualties"
    LABELS: ClassVar[tuple[str, ...]] = ("Event", "Casualties")
    WORDS: ClassVar[Said] = {"en": ("Casualties", "Casualties"), "de": ("Verluste", "Verluste")}
    LOOK: ClassVar[KindLook | None] = KindLook("box", "#7a3560", "#d78fbc", "†")
    ORDER: ClassVar[int] = 40

    # (:Casualties)-[:SUFFERED_BY]->(:Actor)
    side: Annotated[
        Id | None,
        Link(
            "SUFFERED_BY",
            ("Actor",),
            role="party",
            words={
                "en": ("concerns people of", "Whose people", "Losses, as alleged"),
                "de": ("betrifft Menschen aus", "Wessen Leute", "Verluste, laut Behauptung"),
            },
        ),
    ] = None
    """Whose people."""
    includes: list[Literal["killed", "wounded", "captured", "missing", "deserted", "civilians"]] = Field(
        default_factory=list
    )
    """What the figures count."""
