"""Deployments."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from kg.model.base import Id, Link
from kg.model.kinds.event import Event


class Deployment(Event):
    """Troops or personnel sent by one state to another's war or territory."""

    KIND: ClassVar[str] = "deployment"
    PLURAL: ClassVar[str] = "deployments"
    LABELS: ClassVar[tuple[str, ...]] = ("Event", "Deployment")

    # (:State)-[:SENT]->(:Deployment)
    sender: Annotated[Id | None, Link("SENT", ("State", "Organization"), reverse=True)] = None
    """Whose personnel."""
    # (:Deployment)-[:HOSTED_BY]->(:State)
    host: Annotated[Id | None, Link("HOSTED_BY", ("State", "Organization"))] = None
    """With or for whom."""
    personnel: Literal[
        "troops", "special-forces", "officers", "engineers", "trainers", "workers", "pilots", "mixed"
    ] = "troops"
    """Which personnel."""
