"""What the facts hold already, as far as a document that is added must know it."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import Any, Self

from kg.curate.adding.naming import slug
from kg.model.kinds.collection import Collection
from kg.model.kinds.document import Document
from kg.model.kinds.organization import Organization
from kg.sources.located import Seeds


class Known:
    """Ids, texts, addresses, organizations and collections; it grows with what is added."""

    def __init__(self, seeds: Seeds) -> None:
        """Look through the facts."""
        self.ids: dict[str, str] = {item.id: f" at {item.place('id')}" for item in seeds.located}
        self.texts: dict[str, str] = {}
        for item in seeds.of(Document):
            for held in _hashes(item.fact):
                self.texts.setdefault(held, f"'{item.id}' at {item.place('id')}")
        self.addresses: dict[str, str] = {
            item.fact.url: item.id for item in seeds.of(Document) if item.fact.url
        }
        self.outlets: dict[str, tuple[str, ...]] = {
            item.id: item.fact.names for item in seeds.of(Organization)
        }
        self.collections: list[str] = [item.id for item in seeds.of(Collection)]
        self.made: set[str] = set()

    def copy(self) -> Self:
        """Return the same, to be added to on trial."""
        other = copy(self)
        for name in ("ids", "texts", "addresses", "outlets", "made"):
            setattr(other, name, getattr(self, name).copy())
        return other

    def add(self, document: Document, organization: Mapping[str, Any] | None) -> None:
        """Note what is added."""
        self.ids[document.id] = ", added before"
        self.texts |= dict.fromkeys(_hashes(document), f"'{document.id}', added before")
        self.addresses |= {document.url: document.id} if document.url else {}
        if organization:
            self.ids[organization["id"]] = ", added before"
            self.outlets[organization["id"]] = (organization["name"],)
            self.made.add(organization["id"])

    def named(self, name: str) -> list[str]:
        """Return the organizations of a name, whatever its case, accents and punctuation."""
        wanted = slug(name) or name
        return [id for id, names in self.outlets.items() if wanted in {slug(one) or one for one in names}]

    def like(self, name: str) -> str | None:
        """Return the organization whose name or id comes closest, None when none is close."""
        from difflib import get_close_matches

        spelled = {slug(one): id for id, names in self.outlets.items() for one in (*names, id)}
        close = get_close_matches(slug(name), [one for one in spelled if one], n=1, cutoff=0.8)
        return spelled[close[0]] if close else None


def _hashes(document: Document) -> list[str]:
    """Return the hashes by which a document is known again: of its text and of its original."""
    made = document.original
    return [sha for sha in (document.sha256, made.sha256 if made else None) if sha]
