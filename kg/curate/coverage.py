"""Coverage: which spans of a document carry claims, and which sentences carry none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NotRequired, TypedDict

from kg.curate.corpus import citations, documents
from kg.language.sentences import sentences
from kg.model.spots import paragraph_words
from kg.sources.located import Seeds
from kg.sources.texts import DocumentText

_WORD = re.compile(r"\w")


@dataclass(frozen=True)
class Carried:
    """A span that facts cite.

    Attributes:
        start: first character, counted from 0.
        end: one past the last.
        facts: ids of the claims (and other facts) that cite exactly this span.
    """

    start: int
    end: int
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Sentence:
    """A sentence and the facts whose spans reach into it; its text is "" when the text is not at hand."""

    start: int
    end: int
    text: str
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Piece:
    """A stretch of a paragraph over which the same facts are cited; `bare` in a sentence that none cites."""

    text: str
    facts: tuple[str, ...]
    bare: bool = False


@dataclass(frozen=True)
class Paragraph:
    """One paragraph; `text` is None when the text is not at hand, and then there are no sentences."""

    number: int
    text: str | None
    spans: tuple[Carried, ...]
    paged: bool = False
    """Whether each paragraph of the document is a page."""

    @property
    def words(self) -> str:
        """Which one it is."""
        return paragraph_words(self.number, self.paged)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Return the sentences, each with the facts that cite a word of it."""
        text = self.text or ""
        return tuple(
            Sentence(
                a,
                b,
                text[a:b],
                _distinct(s.facts for s in held if _WORD.search(text, max(a, s.start), min(b, s.end))),
            )
            for (a, b), held in _within(sentences(text), self.spans)
        )

    @property
    def bare(self) -> tuple[Sentence, ...]:
        """Return the sentences without a claim."""
        return tuple(sentence for sentence in self.sentences if not sentence.facts)

    @property
    def characters(self) -> tuple[int, int]:
        """Return how many characters other than blanks are cited, and how many there are."""
        pieces = self.pieces()
        sizes = [(len("".join(piece.text.split())), bool(piece.facts)) for piece in pieces]
        return sum(size for size, cited in sizes if cited), sum(size for size, _ in sizes)

    def pieces(self) -> list[Piece]:
        """Cut the text wherever a span or a bare sentence begins or ends; empty when it is not at hand.

        Example:
            >>> [(p.text, p.bare) for p in Paragraph(1, "One. Two.", (Carried(0, 4, ("a",)),)).pieces()]
            [('One.', False), (' ', False), ('Two.', True)]
        """
        text = self.text or ""
        marks: tuple[Carried | Sentence, ...] = (*self.spans, *self.bare)
        edges = (min(edge, len(text)) for mark in marks for edge in (mark.start, mark.end))
        return [
            Piece(text[a:b], _distinct(mark.facts for mark in held), any(not mark.facts for mark in held))
            for (a, b), held in _within(pairwise(sorted({0, len(text), *edges})), marks)
        ]


def _within[S: Carried | Sentence](
    stretches: Iterable[tuple[int, int]], spans: Sequence[S]
) -> Iterator[tuple[tuple[int, int], list[S]]]:
    """Yield stretches of a text, which follow each other, each with the spans that reach into it."""
    coming = sorted(range(len(spans)), key=lambda i: spans[i].start, reverse=True)
    open_: list[int] = []
    for start, end in stretches:
        while coming and spans[coming[-1]].start < end:
            open_.append(coming.pop())
        open_ = [i for i in open_ if spans[i].end > start]
        yield (start, end), [spans[i] for i in sorted(open_)]


@dataclass(frozen=True)
class Coverage:
    """One document.

    Attributes:
        document: its id.
        title: what it is.
        at_hand: whether its text is there, and the one that was recorded.
        paragraphs: all of them; without the text only those that are cited.
    """

    document: str
    title: str
    at_hand: bool
    paragraphs: tuple[Paragraph, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """Return the ids of all facts that cite the document."""
        return _distinct(span.facts for paragraph in self.paragraphs for span in paragraph.spans)

    @property
    def sentences(self) -> tuple[int, int]:
        """Return how many sentences carry a claim, and how many there are."""
        every = [s for p in self.paragraphs for s in p.sentences]
        return sum(bool(s.facts) for s in every), len(every)

    @property
    def characters(self) -> tuple[int, int]:
        """Return how many characters other than blanks are cited, and how many there are."""
        counted = [p.characters for p in self.paragraphs]
        return sum(c for c, _ in counted), sum(n for _, n in counted)


def percent(part: int, whole: int) -> str:
    """Return a share in whole percent, rounded down; nothing of nothing is a dash.

    Example:
        >>> percent(199, 200), percent(0, 0)
        ('99%', '-')
    """
    return f"{100 * part // whole}%" if whole else "-"


def coverage(seeds: Seeds, held: dict[str, DocumentText | None]) -> Iterator[Coverage]:
    """Yield the coverage of documents.

    Args:
        seeds: the facts.
        held: the text of each document wanted by its id, or None where it is not at hand.
    """
    spans: dict[str, dict[int, dict[tuple[int, int], list[str]]]] = {}
    for cite in citations(seeds):
        span = cite.span
        if span is None or getattr(cite.item.fact, "withdrawn", None):
            continue
        inside = spans.setdefault(cite.citation.document, {}).setdefault(span.paragraph, {})
        inside.setdefault((span.start, span.end), []).append(cite.fact)
    for name, item in documents(seeds).items():
        if name in held:
            text = held[name]
            same = text is not None and text.paragraphs is not None and text.sha256 == item.fact.sha256
            lines = text.paragraphs if same and text else None
            found = _paragraphs(spans.get(name, {}), lines, item.fact.paged)
            yield Coverage(name, item.fact.caption, same, tuple(found))


def _paragraphs(
    spans: dict[int, dict[tuple[int, int], list[str]]], lines: tuple[str, ...] | None, paged: bool
) -> Iterator[Paragraph]:
    numbers = range(1, len(lines) + 1) if lines is not None else sorted(spans)
    for number in numbers:
        carried = tuple(
            Carried(a, b, _distinct([facts])) for (a, b), facts in sorted(spans.get(number, {}).items())
        )
        yield Paragraph(number, lines[number - 1] if lines is not None else None, carried, paged)


def _distinct(groups: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fact for group in groups for fact in group))


class SpanRecord(TypedDict):
    """A span that facts cite, as JSON has it."""

    start: int
    end: int
    facts: list[str]


class SentenceRecord(TypedDict):
    """A sentence that no fact cites, as JSON has it."""

    start: int
    end: int
    text: str


class ParagraphRecord(TypedDict):
    """A paragraph as JSON has it; no sentences when the text is not at hand."""

    paragraph: int
    spans: list[SpanRecord]
    sentences_without_claims: list[SentenceRecord] | None


class CoverageRecord(TypedDict):
    """A coverage as JSON has it; what is counted in the text stands there when the text is at hand."""

    document: str
    title: str
    text_at_hand: bool
    facts: int
    sentences: NotRequired[int]
    sentences_with_claims: NotRequired[int]
    characters: NotRequired[int]
    characters_cited: NotRequired[int]
    paragraphs: list[ParagraphRecord]


def record(coverage: Coverage) -> CoverageRecord:
    """Return a coverage as plain values for JSON; texts of sentences only where they are at hand."""
    paragraphs = [_paragraph_record(paragraph, coverage.at_hand) for paragraph in coverage.paragraphs]
    if not coverage.at_hand:
        return {
            "document": coverage.document,
            "title": coverage.title,
            "text_at_hand": False,
            "facts": len(coverage.facts),
            "paragraphs": paragraphs,
        }
    return {
        "document": coverage.document,
        "title": coverage.title,
        "text_at_hand": True,
        "facts": len(coverage.facts),
        "sentences": coverage.sentences[1],
        "sentences_with_claims": coverage.sentences[0],
        "characters": coverage.characters[1],
        "characters_cited": coverage.characters[0],
        "paragraphs": paragraphs,
    }


def _paragraph_record(paragraph: Paragraph, at_hand: bool) -> ParagraphRecord:
    bare: list[SentenceRecord] = [{"start": s.start, "end": s.end, "text": s.text} for s in paragraph.bare]
    return {
        "paragraph": paragraph.number,
        "spans": [{"start": s.start, "end": s.end, "facts": list(s.facts)} for s in paragraph.spans],
        "sentences_without_claims": bare if at_hand else None,
    }
