"""Which schema each fact becomes a thing of: by its kind, else by what it is to pages, as a new kind does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.model.base import Link
from kg.model.kinds import Fact
from kg.model.shape import shape

_OF_LABEL = {
    "State": "PublicBody",
    "Organization": "Organization",
    "Person": "Person",
    "Vessel": "Vessel",
    "Aircraft": "Airplane",
    "WeaponType": "",
    "Collection": "Folder",
}
_OF_ROLE = {
    "actor": "LegalEntity",
    "event": "Event",
    "goods": "Asset",
    "place": "Address",
    "document": "Document",
}
_OF_WORD = {
    "government": "PublicBody",
    "military": "PublicBody",
    "intelligence": "PublicBody",
    "parliament": "PublicBody",
    "law-enforcement": "PublicBody",
    "company": "Company",
    "bank": "Company",
    "personal-account": "LegalEntity",
    "article": "Article",
    "post": "Article",
    "video": "Video",
    "satellite-image": "Image",
}
"""Schemata of organizations and documents by their `kind`."""


def schema_of(fact: Any, facts: Mapping[str, Fact]) -> str:
    """Return the schema of the thing that a fact becomes; empty where there is none for it.

    Args:
        fact: any fact.
        facts: by id; an event between two places is a trip.

    Example:
        >>> from kg.model.kinds.organization import Organization
        >>> schema_of(Organization(id="a", name="A", kind="company"), {})
        'Company'
    """
    if type(fact).ROLE == "event":
        ends = {
            link.role
            for link, ids in linked(fact).values()
            if any(id in facts and type(facts[id]).ROLE == "place" for id in ids)
        }
        return "Trip" if {"origin", "destination"} <= ends else "Event"
    schema = _OF_LABEL.get(type(fact).LABELS[-1], _OF_ROLE.get(type(fact).ROLE, ""))
    word = _OF_WORD.get(getattr(fact, "kind", ""))
    return word if word and schema in ("Organization", "Document") else schema


def linked(fact: Fact) -> dict[str, tuple[Link, list[str]]]:
    """Return the fields of a fact that name others, each with its link and the ids."""
    values = {name: (link, getattr(fact, name)) for name, link in shape(type(fact)).links.items()}
    return {
        name: (link, value if isinstance(value, list) else [value] if value else [])
        for name, (link, value) in values.items()
    }
