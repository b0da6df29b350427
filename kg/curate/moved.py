"""Where the words of a citation stand now: all that is known of them is their length and their hash."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kg.curate.phrases import Spot
from kg.model.citation import TextSpan
from kg.sources.texts import DocumentText, digest

MOST = 2_000_000_000
"""Characters that are hashed in one search at most; of each span also what it costs to begin one."""
_EACH = 500


class Moved:
    """Looks for spans by their hashes, first where others of the document went, else everywhere.

    Everywhere means every span of that length, so it ends at a bound: a text of a megabyte of which every
    citation is wrong would take hours.
    """

    def __init__(
        self, spans: Sequence[tuple[str, TextSpan]], texts: Mapping[str, DocumentText | None]
    ) -> None:
        """Note what will be looked for.

        Args:
            spans: the documents and spans whose words are not where they were.
            texts: the text of each document by its id.
        """
        self._texts = texts
        self._left = MOST
        self._wanted: dict[tuple[str, int], set[str]] = {}
        for document, span in spans:
            self._wanted.setdefault((document, span.end - span.start), set()).add(span.sha256)
        self._found: dict[tuple[str, int], dict[str, Spot] | None] = {}
        self._ways: dict[str, dict[tuple[int, int], None]] = {}

    def told(self, document: str, span: TextSpan, paged: bool) -> str:
        """Return in words where a span stands now, or that it was not found, or not looked for.

        Args:
            document: its id.
            span: what was cited.
            paged: whether each paragraph of the document is a page.
        """
        spot = self._beside(document, span)
        spots = {} if spot else self._everywhere(document, span.end - span.start)
        if spots is None:
            return "the text is too long to look where the words stand now; look with 'kg cite'"
        spot = spot or spots.get(span.sha256)
        if spot is None:
            return "the cited words are gone; look with 'kg cite'"
        way = spot.paragraph - span.paragraph, spot.start - span.start
        self._ways.setdefault(document, {})[way] = None
        return f"the cited words now stand in {spot.words(paged)}"

    def _beside(self, document: str, span: TextSpan) -> Spot | None:
        """Return where a span stands if it went the way of another one of its document."""
        lines = self._lines(document)
        for paragraphs, characters in self._ways.get(document, ()):
            spot = Spot(span.paragraph + paragraphs, span.start + characters, span.end + characters)
            if 0 < spot.paragraph <= len(lines) and spot.start >= 0:
                words = lines[spot.paragraph - 1][spot.start : spot.end]
                if digest(words) == span.sha256:
                    return spot
        return None

    def _everywhere(self, document: str, length: int) -> dict[str, Spot] | None:
        """Return the places of all spans of one length that are looked for; None when that is too much."""
        key = document, length
        if key not in self._found:
            windows = sum(max(0, len(line) - length + 1) for line in self._lines(document))
            self._left -= windows * (length + _EACH)
            self._found[key] = None
            if self._left >= 0:
                here = _windows(self._lines(document), length)
                self._found[key] = {found: spot for found, spot in here if found in self._wanted[key]}
        return self._found[key]

    def _lines(self, document: str) -> tuple[str, ...]:
        text = self._texts[document]
        return (text and text.paragraphs) or ()


def _windows(lines: Sequence[str], length: int) -> Iterator[tuple[str, Spot]]:
    """Yield the hash and place of every span of a length."""
    for number, paragraph in enumerate(lines, 1):
        for start in range(len(paragraph) - length + 1):
            yield digest(paragraph[start : start + length]), Spot(number, start, start + length)
