"""Productions."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from kg.model.base import Called, Id, Link, Said
from kg.model.kinds.event import FINANCED, Event
from kg.model.looks import KindLook


class Production(Event):
    """Weapons or their parts being made, as alleged."""

    KIND: ClassVar[str] = "production"
    PLURAL: ClassVar[str] = "productions"
    LABELS: ClassVar[tuple[str, ...]] = ("Event", "Production")
    WORDS: ClassVar[Said] = {"en": ("Production", "Productions"), "de": ("Herstellung", "Herstellungen")}
    LOOK: ClassVar[KindLook | None] = KindLook("box", "#7a4a1e", "#d6a06a", "■")
    ORDER: ClassVar[int] = 18
    OWN_LIST: ClassVar[bool] = True

    # (:Actor)-[:PRODUCED]->(:Production)
    producer: Annotated[
        list[Id],
        Link(
            "PRODUCED",
            ("Actor",),
            reverse=True,
            role="producer",
            words={
                "en": ("is said to run", "Produces, as alleged", "Producer"),
                "de": ("betreibt, wie es heißt,", "Stellt her, laut Behauptung", "Hersteller"),
            },
        ),
    ] = Field(default_factory=list)
    """Who makes it, as alleged."""
    # (:Actor)-[:LICENSED]->(:Production)
    licensor: Annotated[
        list[Id],
        Link(
            "LICENSED",
            ("Actor",),
            reverse=True,
            role="licensor",
            words={
                "en": ("is said to license", "Licenses, as alleged", "Licensor"),
                "de": (
                    "erteilt, wie es heißt, die Lizenz für",
                    "Erteilt Lizenz, laut Behauptung",
                    "Lizenzgeber",
                ),
            },
        ),
    ] = Field(default_factory=list)
    """By whose licence, design or kits, as alleged."""
    # (:Actor)-[:FINANCED]->(:Production)
    financier: Annotated[list[Id], FINANCED] = Field(default_factory=list)
    """Who pays for it, as alleged."""
    form: Annotated[
        Literal["licence", "kits", "assembly", "full"] | None,
        Called({"en": "Form", "de": "Form"}),
    ] = None
    """How much of it is made there, where a text says so: `full` is from its own parts."""
