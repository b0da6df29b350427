"""Sentences of one paragraph, careful with what a language writes with a full stop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from kg.language.plain import plain
from kg.language.reading import any_of, every

_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'“”„‘’‚«»›‹)\]]*+(?=\s|$)")
ROW = "||"
"""Stands around each row of a table on a page of a PDF, and belongs to no sentence."""
_ROW = re.compile(rf"(?<!\S){re.escape(ROW)}(?!\S)")
_WORD = re.compile(r"\w+")
_NEAR = 60
"""How far before a full stop is looked for what it belongs to: no abbreviation is longer."""
_WORD_BEFORE = re.compile(r"[\w.]+$")
_ORDINAL = re.compile(r"(?:^|[^\w.,'’])(\d{1,2})$")


def sentences(paragraph: str) -> list[tuple[int, int]]:
    """Return the sentences of a paragraph as (start, end), in order, without the blanks between them.

    A paragraph without a full stop, such as a heading, is one sentence, and so is a row of a table.

    Example:
        >>> text = "Am 14. Oktober kam er. „Ja“, sagte Dr. Kim. Ende"
        >>> [text[a:b] for a, b in sentences(text)]
        ['Am 14. Oktober kam er.', '„Ja“, sagte Dr. Kim.', 'Ende']
    """
    read = plain(paragraph)
    stops = (read.span(match.start(), match.end())[1] for match in _full_stops(read.text))
    cuts = sorted([*((at, at) for at in stops), *(row.span() for row in _ROW.finditer(paragraph))])
    spans = []
    for (_, start), (end, _) in pairwise([(0, 0), *cuts, (len(paragraph), 0)]):
        part = paragraph[start:end]
        if part.strip():
            spans.append((start + len(part) - len(part.lstrip()), start + len(part.rstrip())))
    return spans


def _full_stops(text: str) -> Iterator[re.Match[str]]:
    """Yield what ends a sentence; a stop looks only at what is near it, however long the text."""
    word: re.Match[str] | None = None
    for match in _END.finditer(text):
        if word is None or word.start() < match.end():
            word = _WORD.search(text, match.end())
            if word is None:  # what has no word begins no sentence
                return
        if _ends(text, match, word):
            yield match


def _ends(text: str, match: re.Match[str], word: re.Match[str]) -> bool:
    """Decide whether a full stop ends a sentence, from what stands before it and the next word after it."""
    start = match.start()
    if word[0][0].islower():
        return False
    if match[0][0] != "." or match[0].startswith(".."):
        return True
    before = _WORD_BEFORE.search(text, max(0, start - _NEAR), start)
    told = before[0].casefold() if before else ""
    if told in _abbreviations() or (len(told) == 1 and told.isalpha()):
        return False
    ordinal = _ORDINAL.search(text, max(0, start - _NEAR), start)
    if ordinal is None:
        return True
    if word[0].casefold() in _months() and text[match.end() : word.start()].isspace():
        return False
    return _before_ordinal().search(text, max(0, ordinal.start(1) - _NEAR), ordinal.start(1)) is None


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(every("abbreviations"))


@cache
def _months() -> frozenset[str]:
    return frozenset(word for names in every("months") for word in names.split("|"))


@cache
def _before_ordinal() -> re.Pattern[str]:
    return re.compile(rf"(?:^\s*|\b{any_of('before_ordinals')}\s)$", re.I)
