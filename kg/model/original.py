"""From what file the text of a document was derived, so that it can be derived again and compared."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, Strict, StringConstraints

from kg.model.base import Address, Sha256, ShortText
from kg.model.parts import Part

MediaType = Annotated[str, StringConstraints(pattern=r"^[a-z]+/[a-z0-9][a-z0-9.+-]*$", max_length=100)]
Rule = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*-[0-9]+$", max_length=80)]
Instant = Annotated[
    str, StringConstraints(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?Z$")
]


class WarcRecord(Part):
    """Which record of a web archive file (WARC) it was.

    Source:
        ISO 28500:2017, WARC file format 1.1.
    """

    record: Annotated[str, StringConstraints(pattern=r"^urn:[a-z0-9-]+:[!-~]+$", max_length=200)]
    """Id of the record."""
    uri: Address
    """The address that was asked."""
    date: Instant
    """When it answered, in universal time."""
    payload_digest: ShortText | None = None
    """Digest of the answer as the archive gives it, such as sha1:…."""


class Original(Part):
    """The file that somebody had, and the rule and tool that made the text of it.

    Example:
        >>> made = {"rule": "pdf-pages-1", "tool": "pypdfium2 5.15.2", "pages": 12}
        >>> file = {"file": "report.pdf", "sha256": "0" * 64, "media_type": "application/pdf"}
        >>> original = Original(**file, **made)
        >>> original.to_properties("original")["original_rule"], original.paged
        ('pdf-pages-1', True)
    """

    file: ShortText
    """Name of the file, without its folder."""
    sha256: Sha256
    """SHA-256 of its bytes; of a record in a web archive file, of what that record holds."""
    media_type: MediaType
    """What it is: application/pdf, text/html, ..."""
    rule: Rule
    """How text and paragraphs were made of it, with the version of that rule."""
    tool: ShortText
    """What program did it, with its version."""
    encoding: ShortText | None = None
    """In what characters it was written, where not in UTF-8."""
    pages: Annotated[int, Strict(), Field(ge=1, le=10**6)] | None = None
    """How many pages it has; where this stands, a paragraph of the text is a page with the same number."""
    warc: WarcRecord | None = None
    """Which record of a web archive file it was."""

    @property
    def paged(self) -> bool:
        """Whether each paragraph of the text is a page."""
        return self.pages is not None
