"""Designations."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from kg.model.base import Called, Id, Link, Said, ShortText
from kg.model.kinds.event import Event
from kg.model.looks import KindLook

Ids = list[Id]
"""Under a name of its own, since a field below is called `list`."""


class Designation(Event):
    """Actors put on a list of sanctions, as alleged."""

    KIND: ClassVar[str] = "designation"
    PLURAL: ClassVar[str] = "designations"
    LABELS: ClassVar[tuple[str, ...]] = ("Event", "Designation")
    WORDS: ClassVar[Said] = {"en": ("Sanction", "Sanctions"), "de": ("Sanktion", "Sanktionen")}
    LOOK: ClassVar[KindLook | None] = KindLook("box", "#5b4a8a", "#a99bd8", "!")
    ORDER: ClassVar[int] = 52
    OWN_LIST: ClassVar[bool] = True
    APART: ClassVar[tuple[tuple[str, str], ...]] = (("by", "targets"),)

    # (:Actor)-[:DESIGNATED]->(:Designation)
    by: Annotated[
        Ids,
        Link(
            "DESIGNATED",
            ("Actor",),
            reverse=True,
            role="authority",
            words={
                "en": ("is said to impose", "Sanctions, as alleged", "Sanctioned by"),
                "de": ("verhängt, wie es heißt,", "Sanktioniert, laut Behauptung", "Sanktioniert von"),
            },
        ),
    ] = Field(default_factory=list)
    """Who lists them."""
    # (:Designation)-[:TARGETS]->(:Actor)
    targets: Annotated[
        Ids,
        Link(
            "TARGETS",
            ("Actor",),
            role="target",
            words={
                "en": ("is directed at", "Listed", "Sanctioned, as alleged, in"),
                "de": ("richtet sich gegen", "Gelistet", "Sanktioniert, laut Behauptung, in"),
            },
        ),
    ] = Field(default_factory=list)
    """Who is listed."""
    list: Annotated[ShortText | None, Called({"en": "List", "de": "Liste"})] = None
    """The list, as it is called ("SDN")."""
    reason: Annotated[ShortText | None, Called({"en": "Reason given", "de": "Begründung"})] = None
    """Why, as the authority says, in our own English words."""
