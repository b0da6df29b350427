"""Words per language as data: one YAML file per language beside this one; a new file is a new language.

A file names the words that mark numbers, days, vagueness, reporting and abbreviations; the code that reads
texts knows none of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True)
class Language:
    """The words of one language; see the comments in its file."""

    language: str
    stopwords: tuple[str, ...]
    abbreviations: tuple[str, ...]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    relative_days: tuple[str, ...]
    ones: Mapping[str, int]
    number_join: str
    hundred: str
    thousand: str
    articles: tuple[str, ...]
    scales: Mapping[str, int]
    hedges: Mapping[str, list[str]]
    range_between: tuple[str, ...]
    range_pair: tuple[str, ...]
    vague: Mapping[str, list[str]]
    units: Mapping[str, str]
    reporting: tuple[str, ...]


@cache
def languages() -> dict[str, Language]:
    """Return every language by its ISO 639 code.

    Raises:
        TypeError: a file lacks a field or has one that is not known.

    Example:
        >>> languages()["de"].ones["zwölf"], languages()["en"].months[9]
        (12, 'october|oct')
    """
    found = {}
    for file in sorted(resources.files(__name__).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".yaml"):
            fields = yaml.load(file.read_text("utf-8"), Loader=_Loader)  # every scalar stays text
            plain: dict[str, Any] = {
                key: tuple(value) if isinstance(value, list) else value for key, value in fields.items()
            }
            plain |= {
                key: {word: int(text) for word, text in plain[key].items()} for key in ("ones", "scales")
            }
            found[plain["language"]] = Language(**plain)
    return found


def language_of(text: str) -> str | None:
    """Return the language whose commonest words a text uses most, or None when it uses none.

    Example:
        >>> language_of("Das ist nicht der Fall, und es wird auch nicht so."), language_of("It is not the case.")
        ('de', 'en')
    """
    words = text.casefold().split()
    scores = {
        code: sum(word in language.stopwords for word in words) for code, language in languages().items()
    }
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] else None
