"""Single things."""

from __future__ import annotations

from typing import Annotated, ClassVar

from kg.model.base import Id, Link, Said, ShortText
from kg.model.kinds.goods import Goods
from kg.model.looks import KindLook
from kg.model.schemes import codes_of

IS_A: Said = {"en": ("is a", "Type", "Single ones"), "de": ("ist", "Art", "Einzelne davon")}
"""Words of the edge from one thing to its type."""


class Item(Goods):
    """One physical thing that was found, seized or shown: this drone, that chip."""

    KIND: ClassVar[str] = "item"
    PLURAL: ClassVar[str] = "items"
    LABELS: ClassVar[tuple[str, ...]] = ("Item",)
    WORDS: ClassVar[Said] = {"en": ("Single item", "Single items"), "de": ("Einzelstück", "Einzelstücke")}
    LOOK: ClassVar[KindLook | None] = KindLook("diamond", "#8a5a1c", "#d9a45e", "#", size=9, filled=False)
    ORDER: ClassVar[int] = 60

    # (:Item)-[:IS_A]->(:WeaponType)
    of_type: Annotated[Id | None, Link("IS_A", ("WeaponType",), role="wider", words=IS_A)] = None
    """The weapon type that it is, where that is certain."""
    serial: ShortText | None = None
    """Its serial number as it stands on it."""
    marking: ShortText | None = None
    """What else is written on it, as it stands there."""

    @property
    def codes(self) -> tuple[str, ...]:
        """Return what registers and makers call it, each behind what it is."""
        return codes_of(map(str, self.identifiers), self.serial, self.marking)
