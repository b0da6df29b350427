"""States."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import StringConstraints

from kg.model.kinds.actor import Actor


class State(Actor):
    """A state as supplier, recipient or speaker."""

    KIND: ClassVar[str] = "state"
    PLURAL: ClassVar[str] = "states"
    LABELS: ClassVar[tuple[str, ...]] = ("Actor", "State")

    iso: Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")] | None = None
    """ISO 3166-1 alpha-2 code."""
