"""The exact place in a document where something stands, checkable by hash, without copying the text."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field, Strict, model_validator

from kg.model.base import FieldError, Id, Said, Sha256, ShortText, Tie
from kg.model.link_roles import LinkRole
from kg.model.quantity import Quantity
from kg.model.span import Span

Offset = Annotated[int, Strict(), Field(ge=0, le=10**9)]
Paragraph = Annotated[int, Strict(), Field(ge=1, le=10**9)]


def _in_order(start: int, end: int) -> None:
    if start >= end:
        raise FieldError(f"{start} is not before the end {end}", "start")


class Citation(Tie):
    """A span of one paragraph of one document.

    Paragraphs are the non-empty lines of the text, counted from 1; offsets count characters of that line
    after Unicode NFC, end exclusive; `sha256` is over exactly that span in UTF-8.
    """

    EDGE: ClassVar[str] = "CITED_IN"
    TARGET: ClassVar[str] = "document"
    TO: ClassVar[tuple[str, ...]] = ("Document",)
    KEY: ClassVar[tuple[str, ...]] = ("paragraph", "start", "end")
    PREFIX: ClassVar[str] = "printed_"
    WORDS: ClassVar[Said] = {
        "en": ("is printed in", "Printed in", "Prints"),
        "de": ("gedruckt in", "Gedruckt in", "Druckt"),
    }

    # (:Claim)-[:CITED_IN {paragraph, start, end, sha256}]->(:Document)
    document: Id
    """Id of the document."""
    paragraph: Paragraph
    """Which non-empty line of the text, counted from 1."""
    start: Offset
    """First character of the span, counted from 0 after NFC."""
    end: Offset
    """One past the last character of the span."""
    sha256: Sha256
    """SHA-256 of exactly the span, in UTF-8."""
    wording: ShortText | None = None
    """The number as this document printed it, where it differs from the claim's wording."""
    said: Span | None = None
    """The day of the speech as this document gives it, where it differs from the claim's."""
    when: Span | None = None
    """When it happened or will, as this document gives it, where it differs from the claim's."""
    quantity: Quantity | None = None
    """The figure as this document gives it, where its bounds differ from the claim's."""
    note: ShortText | None = None
    """What else differs here, in English."""

    @model_validator(mode="after")
    def _span(self) -> Citation:
        _in_order(self.start, self.end)
        return self


class CitedName(Tie):
    """Another name, and the place where a text equates it with this one."""

    EDGE: ClassVar[str] = "NAMED_IN"
    TARGET: ClassVar[str] = "document"
    TO: ClassVar[tuple[str, ...]] = ("Document",)
    KEY: ClassVar[tuple[str, ...]] = ("name", "paragraph", "start")
    ROLE: ClassVar[LinkRole] = "name"
    WORDS: ClassVar[Said] = {
        "en": ("is named in", "Names equated in", "Equates names of"),
        "de": ("heißt so in", "Namen gleichgesetzt in", "Setzt Namen gleich von"),
    }

    name: ShortText
    """The other name as printed."""
    # (:WeaponType)-[:NAMED_IN {name, paragraph, start, end, sha256}]->(:Document)
    document: Id
    """Id of the document that equates the two names."""
    paragraph: Paragraph
    """Which non-empty line of the text, counted from 1."""
    start: Offset
    """First character of the span, counted from 0 after NFC."""
    end: Offset
    """One past the last character of the span."""
    sha256: Sha256
    """SHA-256 of exactly the span, in UTF-8."""

    @model_validator(mode="after")
    def _span(self) -> CitedName:
        _in_order(self.start, self.end)
        return self
