"""What a person says of a document that is added; what they leave open is taken from the file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

OF_ONE = ("id", "title", "url", "archive")
"""What no two documents have in common."""


@dataclass(frozen=True)
class Asked:
    """Values from the command line, each None where nothing was said.

    Attributes:
        outlet: id of the organization that published it.
        new_outlet: name of an organization that is not known yet.
        published: its day.
        title: what it is.
        id: of the document.
        language: ISO 639.
        kind: what sort of document.
        collection: id of the collection that it belongs to.
        url: its address.
        archive: address of a copy in a web archive.
    """

    outlet: str | None = None
    new_outlet: str | None = None
    published: date | None = None
    title: str | None = None
    id: str | None = None
    language: str | None = None
    kind: str | None = None
    collection: str | None = None
    url: str | None = None
    archive: str | None = None

    @property
    def of_one(self) -> list[str]:
        """What was said that fits one document only, as options."""
        return [f"--{name}" for name in OF_ONE if getattr(self, name) is not None]
