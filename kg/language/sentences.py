"""Sentences of one paragraph, careful with what a language writes with a full stop."""

from __future__ import annotations

import re
from functools import cache

from kg.language.plain import plain
from kg.language.reading import any_of, every

_END = re.compile(r"[.!?…]+[\"'“”„‘’‚«»›‹)\]]*(?=\s|$)")
_WORD_BEFORE = re.compile(r"[\w.]+$")
_ORDINAL = re.compile(r"(?:^|[^\w.,'’])(\d{1,2})$")


def sentences(paragraph: str) -> list[tuple[int, int]]:
    """Return the sentences of a paragraph as (start, end), in order, without the blanks between them.

    A paragraph without a full stop, such as a heading, is one sentence.

    Example:
        >>> text = "Am 14. Oktober kam er. „Ja“, sagte Dr. Kim. Ende"
        >>> [text[a:b] for a, b in sentences(text)]
        ['Am 14. Oktober kam er.', '„Ja“, sagte Dr. Kim.', 'Ende']
    """
    read = plain(paragraph)
    ends = (match for match in _END.finditer(read.text) if _ends(read.text, match))
    cuts = [read.span(match.start(), match.end())[1] for match in ends]
    spans = []
    for start, end in zip([0, *cuts], [*cuts, len(paragraph)], strict=True):
        part = paragraph[start:end]
        if part.strip():
            spans.append((start + len(part) - len(part.lstrip()), start + len(part.rstrip())))
    return spans


def _ends(text: str, match: re.Match[str]) -> bool:
    """Decide whether a full stop ends a sentence, from what stands before and after it."""
    after = text[match.end() :].lstrip()
    if not after:
        return True
    first = re.search(r"\w", after)
    if first is None or first[0].islower():
        return False
    if match[0][0] != "." or match[0].startswith(".."):
        return True
    word = _WORD_BEFORE.search(text[: match.start()])
    before = word[0].casefold() if word else ""
    if before in _abbreviations() or (len(before) == 1 and before.isalpha()):
        return False
    ordinal = _ORDINAL.search(text[: match.start()])
    if ordinal is None:
        return True
    month = re.match(r"\w+", after)
    if month and month[0].casefold() in _months():
        return False
    return _before_ordinal().search(text[: ordinal.start(1)]) is None


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(every("abbreviations"))


@cache
def _months() -> frozenset[str]:
    return frozenset(word for names in every("months") for word in names.split("|"))


@cache
def _before_ordinal() -> re.Pattern[str]:
    return re.compile(rf"(?:^\s*|\b{any_of('before_ordinals')}\s)$", re.I)
