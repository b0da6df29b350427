"""Agreements."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from kg.model.base import Id, Link, Said
from kg.model.kinds.event import Event
from kg.model.looks import KindLook


class Agreement(Event):
    """A treaty, pact, veto, resolution or contract."""

    KIND: ClassVar[str] = "agreement"
    PLURAL: ClassVar[str] = "agreements"
    LABELS: ClassVar[tuple[str, ...]] = ("Event", "Agreement")
    WORDS: ClassVar[Said] = {"en": ("Agreement", "Agreements"), "de": ("Abkommen", "Abkommen")}
    LOOK: ClassVar[KindLook | None] = KindLook("box", "#1f6f80", "#62bccf", "§")
    ORDER: ClassVar[int] = 50

    # (:Agreement)-[:SIGNED_BY]->(:Actor)
    parties: Annotated[
        list[Id],
        Link(
            "SIGNED_BY",
            ("Actor",),
            role="party",
            words={"en": ("is by", "Parties", "Party to"), "de": ("ist von", "Parteien", "Partei von")},
        ),
    ] = Field(default_factory=list)
    """Who signed or decided."""
