"""Interdictions."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from kg.model.base import Called, Id, Link, Said
from kg.model.kinds.event import ABOARD, AGAINST, Event
from kg.model.looks import KindLook


class Interdiction(Event):
    """Goods, weapons or craft seized, intercepted, shot down or captured, as alleged."""

    KIND: ClassVar[str] = "interdiction"
    PLURAL: ClassVar[str] = "interdictions"
    LABELS: ClassVar[tuple[str, ...]] = ("Event", "Interdiction")
    WORDS: ClassVar[Said] = {
        "en": ("Seizure or interception", "Seizures and interceptions"),
        "de": ("Beschlagnahme oder Abfangen", "Beschlagnahmen und Abfangen"),
    }
    LOOK: ClassVar[KindLook | None] = KindLook("box", "#8a2f3f", "#e58a9a", "×")
    ORDER: ClassVar[int] = 35
    OWN_LIST: ClassVar[bool] = True
    APART: ClassVar[tuple[tuple[str, str], ...]] = (("by", "against"),)

    # (:Actor)-[:INTERDICTED]->(:Interdiction)
    by: Annotated[
        list[Id],
        Link(
            "INTERDICTED",
            ("Actor",),
            reverse=True,
            role="authority",
            words={
                "en": ("is said to carry out", "Stops, as alleged", "Stopped by"),
                "de": (
                    "führt durch, wie es heißt:",
                    "Hält auf, laut Behauptung",
                    "Aufgehalten von",
                ),
            },
        ),
    ] = Field(default_factory=list)
    """Who seizes, intercepts, shoots down or captures."""
    # (:Interdiction)-[:AGAINST]->(:Actor)
    against: Annotated[list[Id], AGAINST] = Field(default_factory=list)
    """Whose goods, weapons, vessels or aircraft."""
    # (:Interdiction)-[:ABOARD]->(:Actor)
    vessel: Annotated[list[Id], ABOARD] = Field(default_factory=list)
    """The vessel or aircraft that is stopped, or on which the goods are found."""
    form: Annotated[
        Literal["seized", "intercepted", "shot-down", "captured"] | None,
        Called({"en": "Form", "de": "Form"}),
    ] = None
    """What was done, where a text says so."""
