"""Agreements."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from kg.model.base import Id, Link
from kg.model.kinds.event import Event


class Agreement(Event):
    """A treaty, pact, veto, resolution or contract."""

    KIND: ClassVar[str] = "agreement"
    PLURAL: ClassVar[str] = "agreements"
    LABELS: ClassVar[tuple[str, ...]] = ("Event", "Agreement")

    # (:Agreement)-[:SIGNED_BY]->(:State)
    parties: Annotated[list[Id], Link("SIGNED_BY", ("State", "Organization", "Person"))] = Field(default=[])
    """Who signed or decided."""
