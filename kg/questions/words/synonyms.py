"""What words of questions mean the same in any language, and which say nothing."""

from __future__ import annotations

import re
from functools import cache

from kg.language.fold import fold, split, stem
from kg.language.reading import every, languages


@cache
def stop_words() -> frozenset[str]:
    """Return the folded words that say nothing about which question is meant."""
    return frozenset(fold(word) for one in languages().values() for word in one.stop.split())


@cache
def folded(field: str) -> frozenset[str]:
    """Return what all languages list in a field, folded."""
    return frozenset(map(fold, every(field)))


@cache
def _meanings() -> dict[str, str]:
    """The stem of every word with a meaning, with the name of that; the first one wins."""
    found: dict[str, str] = {}
    for language in languages().values():
        for name, words in language.meanings.items():
            for word in (name, *words.split()):
                found.setdefault(stem(fold(word)), stem(fold(name)))
    return found


@cache
def meaning(token: str) -> str:
    """Return what a folded word means: the name of its group, else its stem.

    Example:
        >>> meaning("zahlen") == meaning("figures") == meaning("number")
        True
    """
    root = stem(token)
    return _meanings().get(root, root)


def known(token: str) -> bool:
    """Return whether a folded word has a meaning that others have, too."""
    return stem(token) in _meanings()


@cache
def common(meant: str) -> bool:
    """Return whether a meaning belongs to questions, so that it tells no thing from another."""
    return meant in _meanings().values()


@cache
def _phrases() -> tuple[re.Pattern[str], dict[str, str]]:
    """One pattern of all phrases, and what stands for each by the name of its group."""
    pairs = (pair for one in languages().values() for pair in one.phrases)
    phrases = {f"phrase{i}": pair for i, pair in enumerate(pairs)}
    pattern = "|".join(f"(?P<{name}>{pattern})" for name, (pattern, _) in phrases.items())
    return re.compile(rf"\b(?:{pattern or '(?!)'})\b"), {name: meant for name, (_, meant) in phrases.items()}


def joined(text: str) -> str:
    """Return a folded text with phrases of several words put as one."""
    pattern, meant = _phrases()
    return pattern.sub(lambda match: f" {meant[str(match.lastgroup)]} ", text)


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
