"""PDF: a page is one line, so that paragraph 14 is page 14. Rule `pdf-pages-1`.

A table is part of that line: ` | ` stands between its cells, ` || ` around each row (`tables.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.errors import agreed, number_of
from kg.sources.originals.derived import Derived, Said, Says
from kg.sources.originals.hyphens import joined
from kg.sources.originals.lines import line
from kg.sources.originals.payload import Payload
from kg.sources.originals.running import Running
from kg.sources.originals.tables import marked
from kg.system.extras import needed, tool

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

RULE = "pdf-pages-1"
MEDIA_TYPE = "application/pdf"
MOST = 200_000_000
"""Bytes of a PDF."""
LESS = "divide it into several"
LETTERS = 20_000_000
"""Characters of the text of a PDF: a book has a million."""
_HEAD, _TAIL = 1024, 65_536
_AGAIN = "fetch the file again, or open it in a PDF reader and save it anew"


def fits(head: bytes, name: str) -> bool:
    """Return whether the first bytes are those of a PDF."""
    return b"%PDF-" in head[:_HEAD]


def derived(payload: Payload) -> Derived:
    """Return the pages of a PDF as lines; a page without text is `[page 7 has no text]`.

    Raises:
        CallError: it is encrypted, broken or cut off, or a scan without a text layer.
    """
    needed("pypdfium2", "PDF files")
    from pypdfium2 import PdfDocument, PdfiumError

    if b"%%EOF" not in payload.raw[-_TAIL:]:
        raise payload.wrong("the PDF has no end: it is cut off", _AGAIN)
    try:
        document = PdfDocument(payload.raw)
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise payload.wrong(
                "the PDF is encrypted", "save it without a password from a PDF reader, and add that"
            ) from error
        raise payload.wrong("the PDF cannot be read: its structure is broken", _AGAIN) from error
    with document:
        running = Running()
        lines = tuple(_pages(document, payload, running))
        says, made = _says(document)
    if not any(lines):
        raise payload.wrong(
            f"the PDF has {number_of(len(lines), 'page')} and no text: it is a scan",
            "have its text recognised (as with `ocrmypdf scan.pdf text.pdf`) and add what comes out",
            expected="a PDF with a text layer",
        )
    return Derived(
        tuple(text or f"[page {n} has no text]" for n, text in enumerate(lines, 1)),
        RULE,
        tool("pypdfium2"),
        MEDIA_TYPE,
        payload.sha256,
        pages=len(lines),
        says=says,
        notes=(*_empty(lines), *_unread(lines), *running.notes(len(lines)), *made),
    )


def _pages(document: PdfDocument, payload: Payload, running: Running) -> Iterator[str]:
    from pypdfium2 import PdfiumError

    letters = 0
    if not len(document):
        raise payload.wrong("the PDF has no pages", _AGAIN)
    for number in range(len(document)):
        try:
            page = document[number]
            found = page.get_textpage()
        except PdfiumError as error:
            raise payload.wrong(f"page {number + 1} of {len(document)} cannot be read", _AGAIN) from error
        text = found.get_text_range()
        with_tables = marked(page, found, text)
        found.close()
        page.close()
        letters += len(text)
        if letters > LETTERS:
            raise payload.wrong(
                f"the text goes on for more than {LETTERS:,} characters on page {number + 1}",
                "divide the PDF into several",
            )
        running.page(text)
        yield line(joined(with_tables))


def _says(document: PdfDocument) -> tuple[Says, list[str]]:
    said = {key: line(value) for key, value in document.get_metadata_dict().items()}
    title, author, made = said.get("Title", ""), said.get("Author", ""), said.get("CreationDate", "")
    of_a_program = title.lower() == "untitled" or title.startswith("Microsoft ")
    says = Says(
        title=Said(title, "PDF Title") if title and not of_a_program else None,
        author=Said(author, "PDF Author") if author and author != "anonymous" else None,
    )
    day = made.removeprefix("D:")[:8]
    return says, [f"the file was made on {day[:4]}-{day[4:6]}-{day[6:]}"] if day.isdecimal() else []


def _empty(lines: tuple[str, ...]) -> list[str]:
    empty = [n for n, text in enumerate(lines, 1) if not text]
    if not empty:
        return []
    which = ", ".join(map(str, empty[:10])) + (" and more" if len(empty) > 10 else "")
    have = agreed(len(empty), "has", "have")
    return [f"{len(empty)} of {number_of(len(lines), 'page')} {have} no text: {which}"]


def _unread(lines: tuple[str, ...]) -> list[str]:
    """Say where the fonts do not tell which letters their signs are."""
    bad = [
        n
        for n, text in enumerate(lines, 1)
        if sum(c == "\ufffd" or "\ue000" <= c <= "\uf8ff" for c in text) * 20 > len(text) > 0
    ]
    which = ", ".join(map(str, bad[:10])) + (" and more" if len(bad) > 10 else "")
    return [f"many signs cannot be read as letters: page {which}"] if bad else []
