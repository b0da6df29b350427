"""Findings."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from kg.model.base import Id, Link, Said
from kg.model.kinds.event import Event
from kg.model.looks import KindLook


class Finding(Event):
    """Physical evidence and what was read from it."""

    KIND: ClassVar[str] = "finding"
    PLURAL: ClassVar[str] = "findings"
    LABELS: ClassVar[tuple[str, ...]] = ("Event", "Finding")
    WORDS: ClassVar[Said] = {"en": ("Physical finding", "Physical findings"), "de": ("Fund", "Funde")}
    LOOK: ClassVar[KindLook | None] = KindLook("box", "#5c6b2f", "#b0c26e", "◊")
    ORDER: ClassVar[int] = 70
    OWN_LIST: ClassVar[bool] = True

    # (:Finding)-[:FOUND_BY]->(:Actor)
    found_by: Annotated[
        Id | None,
        Link(
            "FOUND_BY",
            ("Actor",),
            role="finder",
            words={
                "en": ("is found by", "Found by", "Findings"),
                "de": ("gefunden von", "Gefunden von", "Funde"),
            },
        ),
    ] = None
    """Who found or examined it."""
    # (:Finding)-[:EXAMINES]->(:Item)
    examines: Annotated[
        list[Id],
        Link(
            "EXAMINES",
            ("Item",),
            role="goods",
            words={
                "en": ("examines", "Examines", "Examined in"),
                "de": ("untersucht", "Untersucht", "Untersucht in"),
            },
        ),
    ] = Field(default_factory=list)
    """The single things that were examined."""
    # (:Finding)-[:SUPPORTS]->(:Event)
    supports: Annotated[
        list[Id],
        Link(
            "SUPPORTS",
            ("Event",),
            role="evidence",
            words={
                "en": ("is said to show", "Said to show", "Evidence said to show it"),
                "de": ("zeigt, wie es heißt,", "Soll zeigen", "Belege, die es zeigen sollen"),
            },
        ),
    ] = Field(default_factory=list)
    """The events that it is said to show."""
