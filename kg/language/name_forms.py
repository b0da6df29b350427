"""Names as sentences have them: with the endings of a case, and with a title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.language.fold import is_latin
from kg.language.reading import either, every, languages

_LEAST = 2
"""Letters of a name that no ending takes away."""
_WRITTEN_ON = "\u1100-\u11ff\u3040-\ud7af"
"""Letters of scripts that write names, titles and particles without blanks."""


def endings(word: str) -> dict[str, tuple[str, ...]]:
    """Return what stays of a word of a name in every case, each with the endings that may follow.

    Args:
        word: in small letters, as the name has it: in the first case.

    Example:
        >>> endings("россия")["росс"][:3], endings("weber")["weber"][:3]
        (('ия', 'ии', 'ию'), ('', 's', 'es'))
    """
    found: dict[str, tuple[str, ...]] = {}
    for table in _tables(is_latin(word)):
        fitting = [row for row in table if word.endswith(row[0]) and len(word) - len(row[0]) >= _LEAST]
        longest = max((len(row[0]) for row in fitting), default=0)
        for row in fitting:
            if len(row[0]) == longest:
                stem = word[: len(word) - longest]
                found[stem] = tuple(dict.fromkeys((*found.get(stem, ()), *row)))
    return found


@cache
def named_by(word: str) -> tuple[str, ...]:
    """Return the words that one in a sentence may be a case of, itself first; not all of them are names.

    Args:
        word: in small letters.

    Example:
        >>> named_by("путіним")[0], "путін" in named_by("путіним"), "зеленский" in named_by("зеленского")
        ('путіним', True, True)
    """
    return tuple(dict.fromkeys((word, *_first_cases(word))))


def _first_cases(word: str) -> Iterator[str]:
    for table in _tables(is_latin(word)):
        for first, *others in table:
            for ending in others:
                stem = word.removesuffix(ending)
                if len(stem) >= _LEAST and stem != word and ending in endings(stem + first).get(stem, ()):
                    yield stem + first


@cache
def _tables(latin: bool) -> tuple[tuple[tuple[str, ...], ...], ...]:
    """Return the endings of each language that is written in Latin letters, or of each that is not."""
    tables = (tuple(tuple(row) for row in one.name_forms) for one in languages().values())
    return tuple(table for table in tables if table and is_latin("".join(table[0])) == latin)


def without_titles(text: str) -> str:
    """Return a name without the titles before, in and after it; empty when there is nothing else.

    Example:
        >>> without_titles("Spokesman John Kirby"), without_titles("Президента Путина")
        ('John Kirby', 'Путина')
        >>> without_titles("김정은 위원장"), without_titles("President")
        ('김정은', '')
    """
    return " ".join(_titles().sub(" ", text).split())


@cache
def _titles() -> re.Pattern[str]:
    apart = either(title for title in every("titles") if not _written_on(title))
    return re.compile(rf"(?<![\w-]){apart}(?![\w-])|{either(filter(_written_on, every('titles')))}", re.I)


def _written_on(text: str) -> bool:
    return bool(re.search(f"[{_WRITTEN_ON}]", text))
