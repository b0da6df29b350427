"""Finding a phrase in a text although quotation marks, dashes, blanks and line wraps differ."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from heapq import nsmallest
from itertools import pairwise

from kg.language.plain import plain, plain_letter
from kg.model.spots import paragraph_words

_QUOTES = frozenset("\"'`´‘’‚‛“”„‟«»‹›′″＂＇")
_DASHES = frozenset("-‐‑‒–—―−－")
_WRAPPED = re.compile(r"(?<=\w)[-‐]\s*\n\s*(?=\w)")
_CLOSEST = 12
"""How many passages are compared word by word when a phrase is not found."""


@dataclass(frozen=True, order=True)
class Spot:
    """A span of a text: paragraph counted from 1, characters counted from 0, end exclusive."""

    paragraph: int
    start: int
    end: int

    def words(self, paged: bool) -> str:
        """Return the place in words; `paged` says whether each paragraph of the document is a page."""
        return f"{paragraph_words(self.paragraph, paged)}, characters {self.start}-{self.end}"


def folded(text: str) -> tuple[str, list[int]]:
    """Return a text as it is compared, and for each of its characters where it stands in the text.

    All quotation marks become one, all dashes lose the blanks around them, an ellipsis becomes three stops,
    runs of blanks become one; the rest is as `plain` has it.

    Example:
        >>> folded("„Ja“ –\\u00a0nein…")[0]
        '"Ja"-nein...'
    """
    chars: list[str] = []
    where: list[int] = []
    for index, char in enumerate(text):
        new = (
            '"'
            if char in _QUOTES
            else "-"
            if char in _DASHES
            else "..."
            if char == "…"
            else " "
            if char.isspace()
            else plain_letter(char)
        )
        if not new:
            continue
        last = chars[-1] if chars else ""
        if new == " " and last in (" ", "-", ""):
            continue
        if new == "-" and last == " ":
            chars.pop()
            where.pop()
            last = chars[-1] if chars else ""
        if new == "-" and last == "-":
            continue
        chars += new
        where += [index] * len(new)
    if chars and chars[-1] == " ":
        chars.pop()
        where.pop()
    return "".join(chars), where


def spots(paragraphs: Sequence[str], phrase: str) -> list[Spot]:
    """Return every place where a phrase stands, in order.

    A word wrapped with a hyphen is joined where that helps.

    Example:
        >>> spots(["Er sagte: «Wir wissen es»."], 'sagte: "Wir\\nwissen')
        [Spot(paragraph=1, start=3, end=21)]
    """
    whole = unicodedata.normalize("NFC", phrase)
    for form in dict.fromkeys((whole, _WRAPPED.sub("", whole))):
        wanted = folded(form)[0]
        matches = [
            Spot(number, a, b) for number, text in enumerate(paragraphs, 1) for a, b in _all(text, wanted)
        ]
        if matches:
            return matches
    return []


def _all(text: str, wanted: str) -> list[tuple[int, int]]:
    printed, where = folded(text)
    spans = []
    at = printed.find(wanted) if wanted else -1
    while at >= 0:
        spans.append((where[at], where[at + len(wanted) - 1] + 1))
        at = printed.find(wanted, at + 1)
    return spans


def across(paragraphs: Sequence[str], phrase: str) -> tuple[int, int] | None:
    """Return the first two paragraphs that a phrase runs over, or None when it does not."""
    wanted = folded(unicodedata.normalize("NFC", phrase))[0]
    for number, (first, second) in enumerate(pairwise(paragraphs), 1):
        if wanted and wanted in folded(f"{first} {second}")[0]:
            return number, number + 1
    return None


def nearest_passage(paragraphs: Sequence[str], phrase: str) -> Spot | None:
    """Return the passage whose words come closest to a phrase, or None when nothing is close.

    Example:
        >>> lines = ["Kirby said that missiles were fired.", "Nothing else."]
        >>> nearest_passage(lines, "Kirby says missiles were fired")
        Spot(paragraph=1, start=0, end=35)
    """
    asked = plain(unicodedata.normalize("NFC", phrase)).text
    wanted = [m[0].casefold() for m in re.finditer(r"\w+", asked)][:200]
    printed = [plain(text) for text in paragraphs]
    words = [[(*m.span(), m[0].casefold()) for m in re.finditer(r"\w+", one.text)] for one in printed]
    ranked = (
        (-shared, number, first)
        for number, inside in enumerate(words)
        for first, shared in _shared([word for *_, word in inside], wanted)
        if shared
    )
    best, score = None, 0.5
    for _, number, begin in nsmallest(_CLOSEST, ranked):
        passage = words[number][begin : begin + len(wanted) + 1]
        told = [word for *_, word in passage]
        blocks = [
            b for b in SequenceMatcher(None, wanted, told, autojunk=False).get_matching_blocks() if b.size
        ]
        first, last = blocks[0].b, blocks[-1].b + blocks[-1].size
        ratio = 2 * sum(b.size for b in blocks) / (len(wanted) + last - first)
        if ratio > score:
            span = printed[number].span(passage[first][0], passage[last - 1][1])
            best, score = Spot(number + 1, *span), ratio
    return best


def _shared(told: Sequence[str], wanted: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield each place of a window that is moved over words, with how many of those wanted it holds there.

    Example:
        >>> list(_shared("abcb", "bb"))
        [(0, 1), (1, 2)]
    """
    size, bag = min(len(wanted) + 1, len(told)), Counter(wanted)
    inside: Counter[str] = Counter()
    shared = 0
    for place, word in enumerate(told):
        inside[word] += 1
        shared += inside[word] <= bag[word]
        if place >= size:
            gone = told[place - size]
            shared -= inside[gone] <= bag[gone]
            inside[gone] -= 1
        if place >= size - 1:
            yield place - size + 1, shared
