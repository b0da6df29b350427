"""What weapon types and single things have in common: who makes them, and where."""

from __future__ import annotations

from typing import Annotated, ClassVar

from kg.model.base import Id, Link, Role
from kg.model.kinds.actor import Named


class Goods(Named):
    """Something that is made, supplied and found."""

    ROLE: ClassVar[Role] = "goods"

    # (:Goods)-[:MADE_BY]->(:Organization)
    made_by: Annotated[
        Id | None,
        Link(
            "MADE_BY",
            ("State", "Organization"),
            role="maker",
            words={
                "en": ("is made by", "Made by", "Makes"),
                "de": ("wird hergestellt von", "Hergestellt von", "Stellt her"),
            },
        ),
    ] = None
    """The organization that makes it, or the state whose industry does, where a text says so."""
    # (:Goods)-[:MADE_IN]->(:State)
    country: Annotated[
        Id | None,
        Link(
            "MADE_IN",
            ("State",),
            words={
                "en": ("is made in", "Made in", "Made here"),
                "de": ("wird hergestellt in", "Hergestellt in", "Hier hergestellt"),
            },
        ),
    ] = None
    """The state in which it is made, or in which its maker sits."""
