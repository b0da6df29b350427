"""From a phrase to a citation: the place in the text and the hash of exactly that span."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.curate.phrases import Spot, across, nearest_passage, spots
from kg.errors import CallError, Problem
from kg.language.sentences import sentences
from kg.model.kinds.document import Document
from kg.sources.texts import DocumentText, digest, read

SHORTEST = 12
"""A phrase of fewer characters says too little about where it stands."""


@dataclass(frozen=True)
class Cited:
    """A span of a document, ready to be written down."""

    document: str
    spot: Spot
    sha256: str
    quote: str

    def yaml(self) -> str:
        """Return the citation as one line for a seed file."""
        spot = self.spot
        return (
            f"- {{document: {self.document}, paragraph: {spot.paragraph}, start: {spot.start}, end:"
            f" {spot.end}, sha256: {self.sha256}}}"
        )


def cite(
    document: Document, text: DocumentText, phrase: str, to: str | None = None, whole_sentence: bool = False
) -> Cited:
    """Find a phrase and return its citation.

    Args:
        document: the fact of the document.
        text: its text.
        phrase: words of the text; quotation marks, dashes and wraps may differ.
        to: words further on in the same paragraph, where the span shall end.
        whole_sentence: widen the span to whole sentences.

    Raises:
        CallError: the text is another one, or the phrase is too short, absent, or there more than once.
    """
    paragraphs = paragraphs_of(document, text)
    spot = _one(document.id, paragraphs, phrase)
    if to is not None:
        spot = _until(paragraphs[spot.paragraph - 1], spot, to)
    paragraph = paragraphs[spot.paragraph - 1]
    if whole_sentence:
        touched = [(a, b) for a, b in sentences(paragraph) if a < spot.end and b > spot.start]
        spot = Spot(spot.paragraph, min(spot.start, touched[0][0]), max(spot.end, touched[-1][1]))
    quote = paragraph[spot.start : spot.end]
    return Cited(document.id, spot, digest(quote), quote)


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


def _one(document: str, paragraphs: tuple[str, ...], phrase: str) -> Spot:
    if len(" ".join(phrase.split())) < SHORTEST:
        what = f"the phrase '{phrase}' has fewer than {SHORTEST} characters"
        raise CallError(
            Problem(
                what, expected="a phrase that stands only once in the text", todo="give more of its words"
            )
        )
    matches = spots(paragraphs, phrase)
    if len(matches) == 1:
        return matches[0]
    if matches:
        places = "; ".join(f"{spot}: '{_around(paragraphs, spot)}'" for spot in matches[:5])
        what = (
            f"the phrase stands {'twice' if len(matches) == 2 else f'{len(matches)} times'} in {document}:"
            f" {places}"
        )
        raise CallError(
            Problem(what, expected="a phrase that stands only once", todo="give more of its words")
        )
    both = across(paragraphs, phrase)
    if both:
        what = f"the phrase runs over paragraphs {both[0]} and {both[1]} of {document}"
        raise CallError(
            Problem(what, expected="a phrase within one paragraph", todo="cite each paragraph by itself")
        )
    close = nearest_passage(paragraphs, phrase)
    hint = paragraphs[close.paragraph - 1][close.start : close.end] if close else None
    what = f"the phrase does not stand in {document}" + (f"; {close} comes closest" if close else "")
    raise CallError(
        Problem(
            what, expected="words of the text", nearest=hint, todo="" if close else "look at 'kg coverage'"
        )
    )


def _until(paragraph: str, spot: Spot, to: str) -> Spot:
    ends = [other.end for other in spots([paragraph], to) if other.start >= spot.start]
    if len(ends) != 1:
        what = (
            f"the words of --to {'do not stand' if not ends else 'stand more than once'} after the phrase in"
            f" paragraph {spot.paragraph}"
        )
        raise CallError(
            Problem(
                what, expected="words further on in the same paragraph, once", todo="give other or more words"
            )
        )
    return Spot(spot.paragraph, spot.start, max(spot.end, ends[0]))


def _around(paragraphs: tuple[str, ...], spot: Spot) -> str:
    """Return a span with a few characters on both sides, to tell two places apart."""
    text = paragraphs[spot.paragraph - 1]
    first, last = max(0, spot.start - 25), min(len(text), spot.end + 25)
    return f"{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}"
