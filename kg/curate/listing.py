"""The candidates of a whole text, each with its paragraph, as lines and as records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kg.curate.candidates import Candidate, candidates
from kg.language.known_names import KnownNames

_FIELDS = ("low", "high", "low_open", "high_open", "approximate", "vague", "unit", "per")


@dataclass(frozen=True)
class Listed:
    """A candidate and where it stands.

    Attributes:
        paragraph: number of the paragraph, counted from 1.
        candidate: what stands there.
        text: its words as printed.
    """

    paragraph: int
    candidate: Candidate
    text: str

    @property
    def record(self) -> dict[str, Any]:
        """Every field by its name; what is not known is None."""
        one = self.candidate
        return {
            "kind": one.kind,
            "paragraph": self.paragraph,
            "span": [one.start, one.end],
            "text": self.text,
            **{field: getattr(one, field) for field in _FIELDS},
            "from": one.from_ and str(one.from_),
            "to": one.to and str(one.to),
            "ids": list(one.ids),
        }

    def __str__(self) -> str:
        """Return one line: place, kind, printed words, and how it could be written down."""
        one = self.candidate
        reading = f" | {one.reading}" if one.reading else ""
        return f"{f'{self.paragraph}:{one.start}-{one.end}':<14} {one.kind:<9} {one.words}{reading}"


def listed(
    paragraphs: Sequence[str], names: KnownNames, language: str, published: date | None
) -> Iterator[Listed]:
    """Yield the candidates of a text in order.

    Args:
        paragraphs: its non-empty lines.
        names: the names that are known.
        language: ISO 639 code.
        published: when it appeared.

    Example:
        >>> [str(one) for one in listed(["It fired 3 missiles."], KnownNames([]), "en", None)]
        ['1:9-10         number    3 | low: 3, high: 3, unit: missiles']
    """
    for number, paragraph in enumerate(paragraphs, 1):
        for one in candidates(paragraph, names, language, published):
            yield Listed(number, one, paragraph[one.start : one.end])
