"""Documents: articles and reports, known by the hash of their text."""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field, Strict, StringConstraints, model_validator

from kg.model.base import Address, Fact, FieldError, Id, Link, LongText, Note, Role, Said, Sha256, ShortText
from kg.model.looks import KindLook
from kg.model.span import Span


class Document(Fact):
    """An article or report. Its text stays outside; only its hash is kept."""

    KIND: ClassVar[str] = "document"
    PLURAL: ClassVar[str] = "documents"
    LABELS: ClassVar[tuple[str, ...]] = ("Document",)
    ROLE: ClassVar[Role] = "document"
    WORDS: ClassVar[Said] = {"en": ("Document", "Documents"), "de": ("Dokument", "Dokumente")}
    LOOK: ClassVar[KindLook | None] = KindLook("triangle", "#4a4a4a", "#c0c0c0", size=10)

    title: ShortText
    """What it is, in English words of our own."""
    # (:Document)-[:PUBLISHED_BY]->(:Organization)
    outlet: Annotated[
        Id,
        Link(
            "PUBLISHED_BY",
            ("Organization",),
            role="publisher",
            words={
                "en": ("is published by", "Published by", "Publishes"),
                "de": ("erschien bei", "Erschienen bei", "Veröffentlicht"),
            },
        ),
    ]
    """Who published it."""
    published: Span
    """Day of publication."""
    recorded: Span
    """Day on which its claims entered this graph."""
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
    """Language of the text, ISO 639."""
    url: Address | None = None
    """Address of the original, where known."""
    archive: Address | None = None
    """Address of a copy in a web archive, where there is one."""
    kind: Literal["article", "report", "statement"] = "article"
    """What sort of document."""
    file: ShortText
    """Name of the text file among the sources."""
    sha256: Sha256
    """SHA-256 of the bytes of that file."""
    # (:Document)-[:DRAWS_ON]->(:Organization)
    agencies: Annotated[
        list[Id],
        Link(
            "DRAWS_ON",
            ("Organization",),
            words={
                "en": ("draws on", "News agencies", "Drawn on by"),
                "de": ("stützt sich auf", "Nachrichtenagenturen", "Grundlage für"),
            },
        ),
    ] = Field(default=[])
    """News agencies that the document names in its credit line."""
    # (:Document)-[:REPRINT_OF]->(:Document)
    reprint_of: Annotated[
        Id | None,
        Link(
            "REPRINT_OF",
            ("Document",),
            words={
                "en": ("prints again", "Reprint or translation of", "Reprinted or translated in"),
                "de": ("druckt nach", "Nachdruck oder Übersetzung von", "Nachgedruckt oder übersetzt in"),
            },
        ),
    ] = None
    """The document that this one prints again, in whole or in part, in any language: it adds no root."""
    # (:Document)-[:IN_COLLECTION]->(:Collection)
    collection: Annotated[
        Id | None,
        Link(
            "IN_COLLECTION",
            ("Collection",),
            words={
                "en": ("belongs to", "Collection", "Documents"),
                "de": ("gehört zu", "Sammlung", "Dokumente"),
            },
        ),
    ] = None
    """The documents that it is read together with; `--collection` asks them alone."""
    minimum_claims: Annotated[int, Strict(), Field(ge=0, le=1_000_000)] = 0
    """Guard against loss: `kg check` fails when fewer claims cite this document."""
    minimum_roots: Annotated[int, Strict(), Field(ge=0, le=1_000_000)] = 0
    """Guard against loss: `kg check` fails when fewer of those claims are roots, that is, relay nothing."""
    inferred: dict[Literal["outlet", "published"], LongText] = Field(default={})
    """What the text does not say itself, and why we believe it."""
    note: Note = None

    @property
    def caption(self) -> str:
        """The title."""
        return self.title

    @property
    def day(self) -> date:
        """The day of publication."""
        assert self.published.first is not None  # one day, as checked
        return self.published.first

    @model_validator(mode="after")
    def _days(self) -> Document:
        for field in ("published", "recorded"):
            if getattr(self, field).precision != "day":
                raise FieldError("must be one day (the earliest that fits); say why under inferred", field)
        if self.published.first > self.recorded.first:  # type: ignore[operator]  # days, just checked
            raise FieldError("is before published", "recorded")
        return self
