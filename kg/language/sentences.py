"""Sentences of one paragraph, careful with what German and English write with a full stop."""

from __future__ import annotations

import re
from functools import cache

from kg.language.words import languages

_END = re.compile(r"[.!?…]+[\"'“”„‘’‚«»›‹)\]]*(?=\s|$)")
_WORD_BEFORE = re.compile(r"[\w.]+$")
_ORDINAL = re.compile(r"(?:^|[^\w.,'’])(\d{1,2})$")
_BEFORE_ORDINAL = re.compile(
    r"(?:^\s*|\b(?:der|die|das|dem|den|des|im|am|vom|zum|zur|beim|ab|seit|bis|und)\s)$", re.I
)


def sentences(paragraph: str) -> list[tuple[int, int]]:
    """Return the sentences of a paragraph as (start, end), in order, without the blanks between them.

    A paragraph without a full stop, such as a heading, is one sentence.

    Example:
        >>> text = "Am 14. Oktober kam er. „Ja“, sagte Dr. Kim. Ende"
        >>> [text[a:b] for a, b in sentences(text)]
        ['Am 14. Oktober kam er.', '„Ja“, sagte Dr. Kim.', 'Ende']
    """
    cuts = [match.end() for match in _END.finditer(paragraph) if _ends(paragraph, match)]
    found = []
    for start, end in zip([0, *cuts], [*cuts, len(paragraph)], strict=True):
        part = paragraph[start:end]
        if part.strip():
            found.append((start + len(part) - len(part.lstrip()), start + len(part.rstrip())))
    return found


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
    return _BEFORE_ORDINAL.search(text[: ordinal.start(1)]) is None


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word for language in languages().values() for word in language.abbreviations)


@cache
def _months() -> frozenset[str]:
    return frozenset(
        word for language in languages().values() for names in language.months for word in names.split("|")
    )
