"""Weapon types, military goods and their components."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, Strict

from kg.model.base import Id, Link, Said
from kg.model.kinds.goods import Goods
from kg.model.looks import KindLook

Positive = Annotated[int, Strict(), Field(gt=0, le=1_000_000)]


class WeaponType(Goods):
    """A designation with aliases and a place in a category tree (as in SIPRI's weapon designations).

    Two names that no text equates stay two weapon types. A component is one, too.
    """

    KIND: ClassVar[str] = "weapon_type"
    PLURAL: ClassVar[str] = "weapon_types"
    LABELS: ClassVar[tuple[str, ...]] = ("WeaponType",)
    WORDS: ClassVar[Said] = {"en": ("Weapon type", "Weapon types"), "de": ("Waffenart", "Waffenarten")}
    LOOK: ClassVar[KindLook | None] = KindLook("diamond", "#b35900", "#ffa44d", size=11)

    # (:WeaponType)-[:SUBTYPE_OF]->(:WeaponType)
    subtype_of: Annotated[
        Id | None,
        Link(
            "SUBTYPE_OF",
            ("WeaponType",),
            role="wider",
            words={
                "en": ("is a kind of", "Kind of", "Kinds"),
                "de": ("ist eine Art von", "Art von", "Arten"),
            },
        ),
    ] = None
    """The broader category."""
    # (:WeaponType)-[:COMPONENT_OF]->(:WeaponType)
    component_of: Annotated[
        list[Id],
        Link(
            "COMPONENT_OF",
            ("WeaponType",),
            words={
                "en": ("is a component of", "Component of", "Components"),
                "de": ("ist ein Bauteil von", "Bauteil von", "Bauteile"),
            },
        ),
    ] = Field(default_factory=list)
    """What it is built into, where that is certain; where somebody says so it is a relation."""
    calibre_mm: Positive | None = None
    """Calibre in millimetres, where a text gives it."""
    range_km: Positive | None = None
    """Range in kilometres, where a text gives it."""
