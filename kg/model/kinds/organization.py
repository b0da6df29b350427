"""Organizations."""

from __future__ import annotations

from typing import ClassVar, Literal

from kg.model.kinds.actor import Actor


class Organization(Actor):
    """Anything that speaks or acts as a body: ministry, service, outlet, think tank, unit."""

    KIND: ClassVar[str] = "organization"
    PLURAL: ClassVar[str] = "organizations"
    LABELS: ClassVar[tuple[str, ...]] = ("Actor", "Organization")

    kind: Literal[
        "government",
        "military",
        "intelligence",
        "parliament",
        "news-outlet",
        "news-agency",
        "think-tank",
        "monitoring-body",
        "international-body",
        "company",
        "university",
        "unit",
        "alliance",
    ]
    """What sort of organization."""
