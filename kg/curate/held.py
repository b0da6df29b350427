"""The text of a document that somebody wants to cite: at hand, and the one that was recorded."""

from __future__ import annotations

from pathlib import Path

from kg.errors import CallError, Problem
from kg.model.kinds.document import Document
from kg.sources.texts import DocumentText, read


def held_text(document: Document, sources: Path | None) -> DocumentText:
    """Return the text of a document.

    Args:
        document: the document.
        sources: folder of the texts.

    Raises:
        CallError: we do not hold the document, or its text is not at hand.
    """
    if not document.held:
        raise CallError(
            Problem(
                f"we do not hold document '{document.id}', so there are no words of it to cite",
                expected="a document with file and sha256",
                todo="cite who tells of it, or give page, region or timecode of what it states itself",
            )
        )
    text = read(sources, document.file)
    if text is None:
        where = f"in {sources}" if sources else "without a folder of texts"
        raise CallError(
            Problem(
                f"there is no text {document.file} {where}",
                expected=f"the text of {document.id}",
                todo="name its folder with --sources DIR or KG_SOURCES",
            )
        )
    return text


def paragraphs_of(document: Document, text: DocumentText) -> tuple[str, ...]:
    """Return the paragraphs of a text that is the one a document records.

    Raises:
        CallError: it is another one.
    """
    if text.paragraphs is None or text.sha256 != document.sha256:
        what = f"the text {document.file} is not the one that document '{document.id}' records"
        raise CallError(
            Problem(
                what,
                expected=f"SHA-256 {document.sha256}",
                todo="bring the text back; 'kg verify' says what else changed",
            )
        )
    return text.paragraphs
