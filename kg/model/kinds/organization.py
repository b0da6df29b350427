"""Organizations."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Strict, model_validator

from kg.model.base import FieldError, Said
from kg.model.kinds.actor import Actor
from kg.model.looks import KindLook

_ELSEWHERE = {
    "ngo": "write non-governmental",
    "front-company": "write company, and add a relation front-of with claims about it",
    **dict.fromkeys(("port", "airport", "factory"), "name it under places:, and here only who runs it"),
}
"""Words of the field that are no kind of organization here, and what to write instead."""


class Organization(Actor):
    """Anything that speaks or acts as a body: ministry, service, outlet, think tank, unit."""

    KIND: ClassVar[str] = "organization"
    PLURAL: ClassVar[str] = "organizations"
    LABELS: ClassVar[tuple[str, ...]] = ("Actor", "Organization")
    WORDS: ClassVar[Said] = {
        "en": ("Organization", "Organizations"),
        "de": ("Organisation", "Organisationen"),
    }
    LOOK: ClassVar[KindLook | None] = KindLook("square", "#54708a", "#8fb0cc", size=9)
    ORDER: ClassVar[int] = 20

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
        "law-enforcement",
        "non-governmental",
        "armed-group",
        "personal-account",
        "bank",
        "data-provider",
    ]
    """What sort of organization; a personal account is one that somebody publishes under, named or not."""
    compiles: Annotated[bool, Strict()] = False
    """It gathers what others reported (registers, monitoring tables): its own word adds no witness."""

    @model_validator(mode="before")
    @classmethod
    def _said_elsewhere(cls, value: Any) -> Any:
        kind = value.get("kind") if isinstance(value, dict) else None
        if isinstance(kind, str) and kind in _ELSEWHERE:
            raise FieldError(f"'{kind}' is no kind of organization", "kind", todo=_ELSEWHERE[kind])
        return value
