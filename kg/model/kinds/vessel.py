"""Ships and boats."""

from __future__ import annotations

from typing import Annotated, ClassVar

from kg.model.base import Called, Said, ShortText
from kg.model.kinds.craft import Craft
from kg.model.looks import KindLook


class Vessel(Craft):
    """A ship or boat; who owns, manages or charters it is mostly a claim, and then a relation."""

    KIND: ClassVar[str] = "vessel"
    PLURAL: ClassVar[str] = "vessels"
    LABELS: ClassVar[tuple[str, ...]] = ("Actor", "Vessel")
    WORDS: ClassVar[Said] = {"en": ("Vessel", "Vessels"), "de": ("Schiff", "Schiffe")}
    LOOK: ClassVar[KindLook | None] = KindLook("square", "#2b6a8c", "#79b8d8", "≈", size=9, filled=False)
    ORDER: ClassVar[int] = 50

    vessel_type: Annotated[ShortText | None, Called({"en": "Type of vessel", "de": "Schiffstyp"})] = None
    """What sort of vessel, in a few English words ("general cargo ship")."""
