"""What words of questions mean the same in any language, and which say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from kg.language.fold import fold, split, stem
from kg.language.reading import either, every, languages


@cache
def stop_words() -> frozenset[str]:
    """Return the folded words that say nothing about which question is meant.

    Words before a thing say how it stands to that, unless they mean something of their own.
    """
    before = (word for word in directions(None) if not known(word))
    return frozenset((*before, *(word for words in _stops().values() for word in words)))


@cache
def _stops() -> dict[str, frozenset[str]]:
    return {code: frozenset(map(fold, one.stop.split())) for code, one in languages().items()}


def language(words: Iterable[str]) -> str | None:
    """Return the language of folded words, by the stop words that only one language has; None if unclear.

    Example:
        >>> language(("weapons", "to", "russia")), language(("lieferungen", "an", "russland"))
        ('en', None)
    """
    found: set[str] = set()
    for word in words:
        codes = [code for code, stop in _stops().items() if word in stop]
        if len(codes) == 1 and word not in folded("the"):
            found.update(codes)
    return found.pop() if len(found) == 1 else None


@cache
def directions(code: str | None) -> dict[str, frozenset[str]]:
    """Return what each word before a thing may say of it, by the folded word.

    Args:
        code: only in this language; None for any.

    Example:
        >>> sorted(directions(None)["von"]), sorted(directions(None)["against"]), "an" in directions("en")
        (['by', 'from', 'of'], ['against'], False)
    """
    pairs = [
        (fold(word), direction)
        for other, one in languages().items()
        for direction, words in one.directions.items()
        for word in words.split()
        if code in (None, other)
    ]
    return {word: frozenset(d for other, d in pairs if other == word) for word, _ in pairs}


@cache
def folded(field: str) -> frozenset[str]:
    """Return what all languages list in a field, folded."""
    return frozenset(map(fold, every(field)))


@cache
def _meanings() -> dict[str, str]:
    """The stem of every word with a meaning, with the name of that; the first one wins."""
    meaning_of: dict[str, str] = {}
    for language in languages().values():
        for name, words in language.meanings.items():
            for word in (name, *words.split()):
                meaning_of.setdefault(stem(fold(word)), stem(fold(name)))
    return meaning_of


@cache
def meaning(token: str) -> str:
    """Return what a folded word means: the name of its group, else its stem.

    Example:
        >>> meaning("zahlen") == meaning("figures") == meaning("number")
        True
    """
    root = stem(token)
    return _meanings().get(root, root)


@cache
def _adjectives() -> list[tuple[str, str]]:
    """What a state's name loses and gains when it becomes an adjective."""
    return [
        (fold(lost), fold(gained))
        for one in languages().values()
        for lost, ways in one.of_state.items()
        for gained in ways.split()
    ]


def of_state(folded: str) -> list[str]:
    """Return what may be the adjectives of a state of that folded name.

    Example:
        >>> "russisch" in of_state("russland"), "iranian" in of_state("iran")
        (True, True)
    """
    return [folded.removesuffix(lost) + gained for lost, gained in _adjectives() if folded.endswith(lost)]


def known(token: str) -> bool:
    """Return whether a folded word has a meaning that others have, too."""
    return stem(token) in _meanings()


@cache
def common(meant: str) -> bool:
    """Return whether a meaning belongs to questions, so that it tells no thing from another."""
    return meant in _meanings().values()


@cache
def _phrases() -> tuple[re.Pattern[str], list[str]]:
    """One pattern of all phrases, and what stands for each in their order.

    The groups are empty and stand at the ends, so that a phrase is passed over at its first letter.
    """
    pairs = [pair for one in languages().values() for pair in one.phrases]
    pattern = either(f"(?:{pattern})(?P<phrase{i}>)" for i, (pattern, _) in enumerate(pairs))
    return re.compile(rf"\b{pattern}\b"), [meant for _, meant in pairs]


def joined(text: str) -> str:
    """Return a folded text with phrases of several words put as one."""
    pattern, meant = _phrases()
    return pattern.sub(lambda match: f" {meant[int(str(match.lastgroup)[6:])]} ", text)


@cache
def content(text: str) -> tuple[str, ...]:
    """Return the words of a text that say something, folded, in order.

    Example:
        >>> content("Which figures are there for a topic?")
        ('figures', 'topic')
    """
    return tuple(word for word in split(joined(fold(text))) if word not in stop_words())


@cache
def vocabulary() -> tuple[str, ...]:
    """Return every word with a meaning, folded, as a person may have meant to type it."""
    words = (
        word
        for one in languages().values()
        for pair in one.meanings.items()
        for word in " ".join(pair).split()
    )
    return tuple(sorted({fold(word) for word in words if len(word) > 3}))
