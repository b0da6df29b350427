"""The texts of the documents, where they are at hand: paragraphs, spans, and whether a citation holds.

Paragraphs are the non-empty lines, counted from 1; offsets count characters after Unicode NFC.
"""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal

from kg.errors import CallError, Problem

State = Literal["verified", "unverifiable", "wrong"]


@dataclass(frozen=True)
class Quote:
    """What a citation points at: its text, None when it is not at hand, and whether the hash proves it."""

    state: State
    text: str | None


def folder(given: str | None) -> Path | None:
    """Return the folder of the texts: the one given, else KG_SOURCES, else None.

    Raises:
        CallError: it does not exist.
    """
    where = given or os.environ.get("KG_SOURCES")
    if not where:
        return None
    if not Path(where).is_dir():
        raise CallError(Problem(f"there is no folder {where}", expected="the folder of the documents' texts", todo="correct --sources or KG_SOURCES"))
    return Path(where)


def paragraphs(text: str) -> list[str]:
    """Return the non-empty lines of a text in Unicode NFC, without their line ends.

    Example:
        >>> paragraphs("one\\n\\n  two\\r\\n")
        ['one', '  two']
    """
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return [line for line in plain.split("\n") if line.strip()]


def quote(source: Path | None, file: str, paragraph: int, start: int, end: int, digest: str) -> Quote:
    """Look a citation up in a text.

    Args:
        source: folder of the texts, or None.
        file: name of the document's text file.
        paragraph: counted from 1.
        start: first character of the span.
        end: one past the last.
        digest: SHA-256 that the span must have.

    Returns:
        "unverifiable" without the text, "verified" when the hash fits, else "wrong".
    """
    path = source / file if source else None
    if path is None or not path.is_file():
        return Quote("unverifiable", None)
    try:
        lines = paragraphs(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return Quote("wrong", None)
    if paragraph > len(lines):
        return Quote("wrong", None)
    span = lines[paragraph - 1][start:end]
    return Quote("verified" if sha256(span.encode()).hexdigest() == digest else "wrong", span)
