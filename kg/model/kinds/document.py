"""Documents: what is printed, shown or leaked; a text that we hold is known by its hash."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, Strict, StringConstraints, model_validator

from kg.model.base import (
    Address,
    FieldError,
    Id,
    Link,
    LongText,
    Note,
    Role,
    Said,
    Sha256,
    ShortText,
)
from kg.model.looks import KindLook
from kg.model.original import Original
from kg.model.review import Reviewable
from kg.model.span import Span
from kg.model.weighing import UNKNOWN


class Document(Reviewable):
    """An article, paper, video or picture. Its text stays outside; only its hash is kept.

    A document that we do not hold, such as a contract that others have seen, has neither `file` nor `sha256`.
    """

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
        Id | None,
        Link(
            "PUBLISHED_BY",
            ("Organization",),
            role="publisher",
            words={
                "en": ("is published by", "Published by", "Publishes"),
                "de": ("erschien bei", "Erschienen bei", "Veröffentlicht"),
            },
        ),
    ] = None
    """Who published it; without it nobody is known, which is possible only for what we do not hold."""
    published: Span
    """Day of publication; of a paper that was leaked the day from which it was known."""
    recorded: Span
    """Day on which its claims entered this graph."""
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}$")]
    """Language of the text, ISO 639."""
    url: Address | None = None
    """Address of the original, where known."""
    archive: Address | None = None
    """Address of a copy in a web archive, where there is one."""
    kind: Literal[
        "article",
        "report",
        "statement",
        "leaked-paper",
        "dataset",
        "post",
        "video",
        "satellite-image",
        "transcript",
    ] = "article"
    """What sort of document."""
    file: ShortText | None = None
    """Name of the file among the sources; nothing for what we do not hold."""
    sha256: Sha256 | None = None
    """SHA-256 of the bytes of that file."""
    original: Original | None = None
    """From what the text in that file was derived, and how; nothing where somebody typed or pasted it."""
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
    ] = Field(default_factory=list)
    """News agencies that the document names in its credit line."""
    # (:Document)-[:REPRINT_OF]->(:Document)
    reprint_of: Annotated[
        Id | None,
        Link(
            "REPRINT_OF",
            ("Document",),
            words={
                "en": ("prints again", "Reprint of", "Reprinted in"),
                "de": ("druckt nach", "Nachdruck von", "Nachgedruckt in"),
            },
        ),
    ] = None
    """The document that this one prints again, in whole or in part: it adds no root and no outlet."""
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
    # (:Document)-[:TRANSLATES]->(:Document)
    translates: Annotated[
        Id | None,
        Link(
            "TRANSLATES",
            ("Document",),
            words={
                "en": ("translates", "Translation of", "Translated in"),
                "de": ("übersetzt", "Übersetzung von", "Übersetzt in"),
            },
        ),
    ] = None
    """The document of which this one is a translation, in whole or in part; it counts like a reprint."""
    # (:Document)-[:CORRECTS]->(:Document)
    corrects: Annotated[
        list[Id],
        Link(
            "CORRECTS",
            ("Document",),
            words={
                "en": ("corrects", "Correction of", "Corrected in"),
                "de": ("berichtigt", "Berichtigung von", "Berichtigt in"),
            },
        ),
    ] = Field(default_factory=list)
    """The documents that this one corrects.

    A claim of it that retracts and answers a claim of theirs takes that claim back.
    """
    minimum_claims: Annotated[int, Strict(), Field(ge=0, le=1_000_000)] = 0
    """Guard against loss: `kg check` fails when fewer claims cite this document."""
    minimum_roots: Annotated[int, Strict(), Field(ge=0, le=1_000_000)] = 0
    """Guard against loss: `kg check` fails when fewer of those claims are roots, that is, relay nothing."""
    inferred: dict[Literal["outlet", "published"], LongText] = Field(default_factory=dict)
    """What the text does not say itself, and why we believe it."""
    note: Note = None

    @property
    def held(self) -> bool:
        """Whether its file is among the sources."""
        return self.file is not None

    @property
    def paged(self) -> bool:
        """Whether each paragraph of its text is a page."""
        return self.original is not None and self.original.paged

    @property
    def copy_of(self) -> str | None:
        """The document that this one prints again or translates."""
        return self.reprint_of or self.translates

    @property
    def originals(self) -> tuple[str, ...]:
        """The documents that this one prints again, translates or corrects."""
        return (*filter(None, (self.reprint_of, self.translates)), *self.corrects)

    @property
    def caption(self) -> str:
        """The title."""
        return self.title

    @property
    def day(self) -> date:
        """The day of publication."""
        assert self.published.first is not None  # one day, as checked
        return self.published.first

    @model_validator(mode="before")
    @classmethod
    def _unknown_outlet(cls, value: Any) -> Any:
        return (
            {**value, "outlet": None} if isinstance(value, dict) and value.get("outlet") == UNKNOWN else value
        )

    @model_validator(mode="after")
    def _whole(self) -> Document:
        if (self.file is None) != (self.sha256 is None):
            missing, other = ("file", "sha256") if self.file is None else ("sha256", "file")
            raise FieldError(
                f"is missing: {other} stands there, and what we do not hold has neither", missing
            )
        if self.original and not self.held:
            raise FieldError(
                "says how a text was made, and no text is held: file and sha256 are missing", "original"
            )
        if self.held and self.outlet is None:
            raise FieldError(
                "is missing; add an organization for an outlet that the text does not name", "outlet"
            )
        if self.reprint_of and self.translates:
            raise FieldError(
                "stands beside reprint_of; a translation that was printed again is one", "translates"
            )
        return self

    @model_validator(mode="after")
    def _days(self) -> Document:
        for field in ("published", "recorded"):
            if getattr(self, field).precision != "day":
                raise FieldError("must be one day (the earliest that fits); say why under inferred", field)
        if self.published.first > self.recorded.first:  # type: ignore[operator]  # days, just checked
            raise FieldError("is before published", "recorded")
        return self
