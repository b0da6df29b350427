"""What a proposal is made from: a sentence with what was found in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from kg.curate.candidates import Candidate, candidates
from kg.language.known_names import KnownNames
from kg.language.sentences import sentences
from kg.sources.texts import digest


@dataclass(frozen=True)
class Sentence:
    """A sentence of a text.

    Attributes:
        paragraph: counted from 1.
        start: first character in the paragraph, counted from 0.
        text: the sentence.
        found: candidates in it, in order; their places count from the start of the paragraph.
        facts: what the names may mean, by id.
    """

    paragraph: int
    start: int
    text: str
    found: tuple[Candidate, ...]
    facts: Mapping[str, Any]

    @property
    def end(self) -> int:
        """One past the last character."""
        return self.start + len(self.text)

    def of(self, *kinds: str) -> list[Candidate]:
        """Return the candidates of some kinds."""
        return [one for one in self.found if one.kind in kinds]

    def between(self, start: int, end: int) -> str:
        """Return what stands between two places of the paragraph."""
        return self.text[max(0, start - self.start) : max(0, end - self.start)]

    @cached_property
    def ids(self) -> frozenset[str]:
        """What is named without any doubt."""
        return frozenset(one.ids[0] for one in self.of("name") if len(one.ids) == 1)

    @cached_property
    def unnamed(self) -> str:
        """The sentence without the names in it."""
        kept, at = [], self.start
        for name in self.of("name"):
            kept.append(self.between(at, name.start))
            at = max(at, name.end)
        return " ".join([*kept, self.between(at, self.end)])

    def citation(self, document: str) -> dict[str, Any]:
        """Return the sentence as a citation."""
        return {
            "document": document,
            "paragraph": self.paragraph,
            "start": self.start,
            "end": self.end,
            "sha256": digest(self.text),
        }


def read(
    paragraphs: Sequence[str],
    names: KnownNames,
    facts: Mapping[str, Any],
    language: str,
    published: date | None,
) -> Iterator[Sentence]:
    """Yield the sentences of a text, each with its candidates.

    Args:
        paragraphs: non-empty lines in NFC.
        names: known names.
        facts: by id, of which the names are.
        language: of the text, ISO 639.
        published: by which days such as "Friday" are read; None when it is not known.
    """
    for number, paragraph in enumerate(paragraphs, 1):
        inside = candidates(paragraph, names, language, published)
        for start, end in sentences(paragraph):
            found = tuple(one for one in inside if start <= one.start and one.end <= end)
            yield Sentence(number, start, paragraph[start:end], found, facts)
