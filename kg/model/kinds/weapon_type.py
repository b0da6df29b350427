"""Weapon types and military goods."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, Strict

from kg.model.base import Id, Link, Role, Said
from kg.model.kinds.actor import Named
from kg.model.looks import KindLook

Positive = Annotated[int, Strict(), Field(gt=0, le=1_000_000)]


class WeaponType(Named):
    """A designation with aliases and a place in a category tree (as in SIPRI's weapon designations).

    Two names that no text equates stay two weapon types.
    """

    KIND: ClassVar[str] = "weapon_type"
    PLURAL: ClassVar[str] = "weapon_types"
    LABELS: ClassVar[tuple[str, ...]] = ("WeaponType",)
    ROLE: ClassVar[Role] = "goods"
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
    # (:WeaponType)-[:MADE_BY]->(:State)
    made_by: Annotated[
        Id | None,
        Link(
            "MADE_BY",
            ("State",),
            role="maker",
            words={
                "en": ("is made by", "Made by", "Makes"),
                "de": ("wird hergestellt von", "Hergestellt von", "Stellt her"),
            },
        ),
    ] = None
    """The state whose industry makes it, where a text says so."""
    calibre_mm: Positive | None = None
    """Calibre in millimetres, where a text gives it."""
    range_km: Positive | None = None
    """Range in kilometres, where a text gives it."""
