"""What comes out of an original: its lines, what they were derived with, and what the file says of itself."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import date
from typing import NamedTuple


class Said[T](NamedTuple):
    """Something that a file says of itself, and where it was read, as in `og:title`."""

    value: T
    where: str


@dataclass(frozen=True)
class Says:
    """What a file says of itself; None where it says nothing.

    Attributes:
        title: of the document, on one line.
        outlet: who published it.
        author: who wrote it; several are divided by commas.
        published: its day, as written there; no time zone is changed.
        language: two or three letters, as in `en`.
        url: its own address.
        archived: the address of the copy in a web archive.
    """

    title: Said[str] | None = None
    outlet: Said[str] | None = None
    author: Said[str] | None = None
    published: Said[date] | None = None
    language: Said[str] | None = None
    url: Said[str] | None = None
    archived: Said[str] | None = None

    def or_else(self, other: Says) -> Says:
        """Return this with what it does not say taken from another.

        Example:
            >>> both = Says(title=Said("A", "h1")).or_else(Says(title=Said("B", "h2"), url=Said("u", "WARC")))
            >>> both.title, both.url
            (Said(value='A', where='h1'), Said(value='u', where='WARC'))
        """
        return Says(**{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)})


@dataclass(frozen=True)
class WarcRecord:
    """The record of a web archive that a text was derived from.

    Attributes:
        record: its id, as in `urn:uuid:...`.
        uri: the address that was fetched.
        date: when, as written there, in UTC.
        payload_digest: of the bytes that the server sent, as in `sha1:...`.
        sha256: of the WARC file.
    """

    record: str
    uri: str
    date: str
    payload_digest: str
    sha256: str


@dataclass(frozen=True)
class Derived:
    """The text of one original.

    Attributes:
        lines: one paragraph each: NFC, no line feeds inside, none empty.
        rule: how the lines were made, as in `pdf-pages-1`; the same rule and tool make the same lines.
        tool: what read the file, with its version.
        media_type: as in `application/pdf`.
        sha256: of the bytes of the original; in a WARC, of the payload.
        encoding: of the original, where it was not UTF-8.
        pages: how many, where the original has pages.
        warc: the record, where the original is one.
        says: what the file says of itself.
        notes: plain sentences for the person who adds it.
    """

    lines: tuple[str, ...]
    rule: str
    tool: str
    media_type: str
    sha256: str
    encoding: str | None = None
    pages: int | None = None
    warc: WarcRecord | None = None
    says: Says = field(default_factory=Says)
    notes: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The lines as a file: each ended by a line feed."""
        return "\n".join(self.lines) + "\n"
