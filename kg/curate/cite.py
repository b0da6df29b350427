"""From a phrase to a citation: the place in the text and the hash of exactly that span."""

from __future__ import annotations

from dataclasses import dataclass

from kg.curate.held import paragraphs_of
from kg.curate.phrases import Spot, across, nearest_passage, spots
from kg.errors import CallError, Problem
from kg.language.sentences import sentences
from kg.model.kinds.document import Document
from kg.model.spots import paragraph_words
from kg.sources.texts import DocumentText, digest

SHORTEST = 12
"""A phrase of fewer characters says too little about where it stands."""


@dataclass(frozen=True)
class Cited:
    """A span of a document, ready to be written down."""

    document: str
    spot: Spot
    sha256: str
    quote: str
    paged: bool = False
    """Whether each paragraph of the document is a page."""

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        return self.spot.words(self.paged)

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
    spot = _one(document, paragraphs, phrase)
    if to is not None:
        spot = _until(paragraphs[spot.paragraph - 1], spot, to, document.paged)
    paragraph = paragraphs[spot.paragraph - 1]
    if whole_sentence:
        touched = [(a, b) for a, b in sentences(paragraph) if a < spot.end and b > spot.start]
        spot = Spot(spot.paragraph, min(spot.start, touched[0][0]), max(spot.end, touched[-1][1]))
    quote = paragraph[spot.start : spot.end]
    return Cited(document.id, spot, digest(quote), quote, document.paged)


def _one(document: Document, paragraphs: tuple[str, ...], phrase: str) -> Spot:
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
        places = "; ".join(
            f"{spot.words(document.paged)}: '{_around(paragraphs, spot)}'" for spot in matches[:5]
        )
        what = (
            f"the phrase stands {'twice' if len(matches) == 2 else f'{len(matches)} times'} in {document.id}:"
            f" {places}"
        )
        raise CallError(
            Problem(what, expected="a phrase that stands only once", todo="give more of its words")
        )
    both = across(paragraphs, phrase)
    if both:
        one, two = (paragraph_words(number, document.paged) for number in both)
        what = f"the phrase runs over {one} and {two} of {document.id}"
        word = one.split()[0]
        raise CallError(
            Problem(what, expected=f"a phrase within one {word}", todo=f"cite each {word} by itself")
        )
    close = nearest_passage(paragraphs, phrase)
    hint = paragraphs[close.paragraph - 1][close.start : close.end] if close else None
    what = f"the phrase does not stand in {document.id}" + (
        f"; {close.words(document.paged)} comes closest" if close else ""
    )
    raise CallError(
        Problem(
            what, expected="words of the text", nearest=hint, todo="" if close else "look at 'kg coverage'"
        )
    )


def _until(paragraph: str, spot: Spot, to: str, paged: bool) -> Spot:
    ends = [other.end for other in spots([paragraph], to) if other.start >= spot.start]
    if len(ends) != 1:
        what = (
            f"the words of --to {'do not stand' if not ends else 'stand more than once'} after the phrase in"
            f" {paragraph_words(spot.paragraph, paged)}"
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
