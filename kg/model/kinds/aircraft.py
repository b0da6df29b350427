"""Aircraft."""

from __future__ import annotations

from typing import Annotated, ClassVar

from kg.model.base import Called, Id, Link, Said, ShortText
from kg.model.kinds.craft import Craft
from kg.model.kinds.item import IS_A
from kg.model.looks import KindLook


class Aircraft(Craft):
    """One aeroplane or helicopter that carries; types of aircraft are weapon types."""

    KIND: ClassVar[str] = "aircraft"
    PLURAL: ClassVar[str] = "aircraft"
    LABELS: ClassVar[tuple[str, ...]] = ("Actor", "Aircraft")
    WORDS: ClassVar[Said] = {"en": ("Aircraft", "Aircraft"), "de": ("Luftfahrzeug", "Luftfahrzeuge")}
    LOOK: ClassVar[KindLook | None] = KindLook("hexagon", "#2b6a8c", "#79b8d8", "^", size=10, filled=False)
    ORDER: ClassVar[int] = 60

    # (:Aircraft)-[:IS_A]->(:WeaponType)
    of_type: Annotated[Id | None, Link("IS_A", ("WeaponType",), role="wider", words=IS_A)] = None
    """The weapon type that it is, where there is one."""
    model: Annotated[ShortText | None, Called({"en": "Model", "de": "Muster"})] = None
    """Its model in words ("Il-76TD")."""
