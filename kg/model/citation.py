"""The exact place in a document where something stands, checkable by hash, without copying the text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, NamedTuple

from pydantic import ConfigDict, Field, Strict, StringConstraints, field_validator, model_validator

from kg.model.base import FieldError, Id, Said, Sha256, ShortText, Tie
from kg.model.link_roles import LinkRole
from kg.model.quantity import Written
from kg.model.span import Span
from kg.model.spots import PLACED, on_page, spot_text

Offset = Annotated[int, Strict(), Field(ge=0, le=10**9)]
Page = Annotated[int, Strict(), Field(ge=1, le=10**6)]
Paragraph = Annotated[int, Strict(), Field(ge=1, le=10**9)]


class TextSpan(NamedTuple):
    """A span of one paragraph, and the hash of exactly its characters."""

    paragraph: int
    start: int
    end: int
    sha256: str


def _in_order(start: int, end: int) -> None:
    if start >= end:
        raise FieldError(f"{start} is not before the end {end}", "start")


Share = Annotated[float, Field(ge=0, le=100)]
_SPAN = ("paragraph", "start", "end", "sha256")
_ELSEWHERE = ("page", "region", "timecode")


def _in_words(schema: dict[str, Any]) -> None:
    """Say in the JSON Schema that a citation needs a span of a text, or a place in what is no text."""
    schema["anyOf"] = [{"required": list(_SPAN)}, *({"required": [name]} for name in _ELSEWHERE)]


class Citation(Tie):
    """A span of one paragraph of one document, or a page, a region or a moment of what is no text.

    Paragraphs are the non-empty lines of the text, counted from 1; offsets count characters of that line
    after Unicode NFC, end exclusive; `sha256` is over exactly that span in UTF-8.

    Example:
        >>> shown = Citation(document="video", timecode="00:01:23", region=[10, 20, 30, 40])
        >>> shown.spot, shown.timecode, shown.span
        ('region 10 20 30 40 %, 0:01:23', '0:01:23', None)
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(json_schema_extra=_in_words)
    EDGE: ClassVar[str] = "CITED_IN"
    DERIVED: ClassVar[Mapping[str, str]] = PLACED
    TARGET: ClassVar[str] = "document"
    TO: ClassVar[tuple[str, ...]] = ("Document",)
    KEY: ClassVar[tuple[str, ...]] = ("paragraph", "start", "end", "page", "region", "timecode")
    PREFIX: ClassVar[str] = "printed_"
    WORDS: ClassVar[Said] = {
        "en": ("is printed in", "Printed in", "Prints"),
        "de": ("gedruckt in", "Gedruckt in", "Druckt"),
    }

    # (:Claim)-[:CITED_IN {paragraph, start, end, sha256, page, region, timecode}]->(:Document)
    document: Id
    """Id of the document."""
    paragraph: Paragraph | None = None
    """Which non-empty line of the text, counted from 1."""
    start: Offset | None = None
    """First character of the span, counted from 0 after NFC."""
    end: Offset | None = None
    """One past the last character of the span."""
    sha256: Sha256 | None = None
    """SHA-256 of exactly the span, in UTF-8."""
    page: Page | None = None
    """Page of the paper, counted from 1 as its reader shows it."""
    region: Annotated[list[Share], Field(min_length=4, max_length=4)] | None = None
    """Part of the picture or page: left, top, width and height in percent."""
    timecode: Annotated[str, StringConstraints(pattern=r"^[0-9]{1,2}:[0-5][0-9]:[0-5][0-9]$")] | None = None
    """Moment of the recording, as hours:minutes:seconds."""
    wording: ShortText | None = None
    """The number as this document printed it, where it differs from the claim's wording."""
    said: Span | None = None
    """The day of the speech as this document gives it, where it differs from the claim's."""
    when: Span | None = None
    """When it happened or will, as this document gives it, where it differs from the claim's."""
    quantity: Written | None = None
    """The figure as this document gives it, where its bounds differ from the claim's."""
    note: ShortText | None = None
    """What else differs here, in English."""

    @property
    def span(self) -> TextSpan | None:
        """The words that it cites, which a hash can prove; None in what is no text."""
        if self.paragraph is None or self.start is None or self.end is None or self.sha256 is None:
            return None
        return TextSpan(self.paragraph, self.start, self.end, self.sha256)

    @property
    def spot(self) -> str | None:
        """Page, region and moment in English; None where only words are cited."""
        return spot_text(self.page, self.region, self.timecode)

    def derived(self, target: Any) -> dict[str, Any]:
        """Return the page where the document has one for each paragraph, and the place in words.

        The words are left out where they are those of a paragraph in a text.
        """
        return on_page(self.__dict__, getattr(target, "paged", False))

    @property
    def key(self) -> str:
        """What tells it apart from other places in the document."""
        span = f"{self.paragraph}|{self.start}|{self.end}" if self.sha256 is not None else ""
        spot = self.spot
        return span if spot is None else "|".join(filter(None, (span, spot)))

    @field_validator("timecode", mode="before")
    @classmethod
    def _hours(cls, value: Any) -> Any:
        return value[1:] if isinstance(value, str) and value[:1] == "0" and value[1:2].isdigit() else value

    @model_validator(mode="after")
    def _place(self) -> Citation:
        if self.paragraph is None or self.start is None or self.end is None or self.sha256 is None:
            self._elsewhere()
        else:
            _in_order(self.start, self.end)
        if self.region is not None and (
            self.region[0] + self.region[2] > 100 or self.region[1] + self.region[3] > 100
        ):
            raise FieldError("reaches beyond the picture: left, top, width and height are percent", "region")
        return self

    def _elsewhere(self) -> None:
        """Refuse a span that is not whole, or no place at all."""
        missing = [name for name in _SPAN if getattr(self, name) is None]
        if len(missing) < len(_SPAN) or all(getattr(self, name) is None for name in _ELSEWHERE):
            todo = "; in what is no text, give page, region or timecode" if missing == [*_SPAN] else ""
            raise FieldError(f"is missing{todo}", missing[0])


class CitedName(Tie):
    """Another name, and the place where a text equates it with this one."""

    EDGE: ClassVar[str] = "NAMED_IN"
    DERIVED: ClassVar[Mapping[str, str]] = PLACED
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

    @property
    def span(self) -> TextSpan:
        """The words that equate the names."""
        return TextSpan(self.paragraph, self.start, self.end, self.sha256)

    def derived(self, target: Any) -> dict[str, Any]:
        """Return the page where the document has one for each paragraph, and the same in words."""
        return on_page(dict(self), getattr(target, "paged", False))

    @model_validator(mode="after")
    def _place(self) -> CitedName:
        _in_order(self.start, self.end)
        return self
