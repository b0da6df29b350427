"""The texts of the documents, where they are at hand: paragraphs, spans, and whether a citation holds.

Paragraphs are the non-empty lines, counted from 1; offsets count characters after Unicode NFC.
"""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PureWindowsPath
from typing import Literal

from kg.corpus import open_corpus
from kg.errors import CallError, Location, Problem, SeedError
from kg.system import reading

CitationState = Literal["verified", "unverifiable", "wrong", "no text"]


@dataclass(frozen=True)
class Quote:
    """What a citation points at: its text, None when it is not at hand, and whether the hash proves it."""

    state: CitationState
    text: str | None


@dataclass(frozen=True)
class DocumentText:
    """The text of one document.

    Attributes:
        sha256: hash of the file's bytes.
        paragraphs: its non-empty lines in NFC; None when the file is not UTF-8.
    """

    sha256: str
    paragraphs: tuple[str, ...] | None


def folder(given: str | None) -> Path | None:
    """Return the folder of the texts, or the folders: those given, else KG_SOURCES, else the corpus's own.

    Several are written as in PATH, with a colon between them (Windows: a semicolon), and stay so.

    Returns:
        None when none is named and the corpus has none: texts are often kept out of what is shared.

    Raises:
        CallError: one that was named does not exist.
        SeedError: the `kg.toml` of the corpus is wrong.
    """
    where = given or os.environ.get("KG_SOURCES")
    if not where:
        own = [text for text in open_corpus().texts if os.path.isdir(text)]
        return Path(os.pathsep.join(own)) if own else None
    for each in folders(Path(where)):
        if not each.is_dir():
            raise CallError(
                Problem(
                    f"there is no folder {each}",
                    expected="the folder of the documents' texts",
                    todo="correct --sources or KG_SOURCES",
                )
            )
    return Path(where)


def folders(source: Path) -> list[Path]:
    """Return each of the folders that are written as one path.

    Example:
        >>> [str(each) for each in folders(Path(os.pathsep.join(("texts", "more"))))]
        ['texts', 'more']
    """
    one = os.pathsep not in str(source) or source.is_dir()
    return [source] if one else [Path(each) for each in str(source).split(os.pathsep) if each]


def paragraphs(text: str) -> list[str]:
    """Return the non-empty lines of a text in Unicode NFC, without their line ends.

    Example:
        >>> paragraphs("one\\n\\n  two\\r\\n")
        ['one', '  two']
    """
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return [line for line in plain.split("\n") if line.strip()]


def digest(span: str) -> str:
    """Return the SHA-256 of a span in UTF-8, as citations carry it."""
    return sha256(span.encode("utf-8", "surrogatepass")).hexdigest()


def outside(file: str, who: str = "", where: Location | None = None) -> Problem | None:
    """Return what is wrong with the name of a text that leads out of the folder of the texts, on any system.

    Args:
        file: name of the document's text file.
        who: the document, for the message.
        where: the place of the name.

    Example:
        >>> outside("2024/a.txt"), outside("../a.txt").what
        (None, "the text '../a.txt' lies outside the folder of the texts")
    """
    path = PureWindowsPath(file)
    if not path.anchor and ".." not in path.parts:
        return None
    return Problem(
        f"{who and who + ': '}the text '{file}' lies outside the folder of the texts",
        where,
        "a name below that folder",
        todo="put the text there and name it from there",
    )


def read(source: Path | None, file: str | None) -> DocumentText | None:
    """Return the text of a document, or None when it is not at hand.

    Args:
        source: folder of the texts, or several as `folder` returns them: the first that has it counts.
        file: name of the document's text file, or None when we do not hold it.

    Raises:
        SeedError: the name leads out of the folder.
        CallError: the file may not be read.
    """
    if file is None:
        return None
    wrong = outside(file)
    if wrong:
        raise SeedError(wrong)
    for each in folders(source) if source else ():
        try:
            return of_bytes(reading.read(each / file, reading.TEXT, each))
        except (
            FileNotFoundError,
            IsADirectoryError,
            NotADirectoryError,
            ValueError,
        ):  # of a NUL in it
            continue
        except OSError as error:
            raise CallError(
                Problem(
                    f"cannot read {file}: {error.strerror}",
                    todo=getattr(error, "todo", "check that it may be read"),
                )
            ) from error
    return None


def of_bytes(raw: bytes) -> DocumentText:
    """Return the text that a file of these bytes holds."""
    try:
        lines = tuple(paragraphs(raw.decode("utf-8")))
    except UnicodeDecodeError:
        lines = None
    return DocumentText(sha256(raw).hexdigest(), lines)


def quote_in(
    text: DocumentText | None,
    paragraph: int | None,
    start: int | None,
    end: int | None,
    expected: str | None,
) -> Quote:
    """Look a span up in a text; see `quote`. A place in what is no text has "no text" to look up."""
    if paragraph is None or start is None or end is None or expected is None:
        return Quote("no text", None)
    if text is None:
        return Quote("unverifiable", None)
    if text.paragraphs is None or paragraph > len(text.paragraphs):
        return Quote("wrong", None)
    span = text.paragraphs[paragraph - 1][start:end]
    return Quote("verified" if len(span) == end - start and digest(span) == expected else "wrong", span)


def quote(source: Path | None, file: str, paragraph: int, start: int, end: int, digest: str) -> Quote:
    """Look a citation up in the texts.

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
    return quote_in(read(source, file), paragraph, start, end, digest)
