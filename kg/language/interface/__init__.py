"""The words of the interface: one JSON file a language beside this module; a new file is a new language.

A file maps keys to words. What it lacks is said in English, the language of the facts. A few keys are no
words but habits: `language.name` is what a language calls itself, `number.group` and `number.decimal` are its
separators, and `plural.FORM` is a pattern of the numbers after which the words of `KEY.FORM` stand instead of
those of `KEY`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kg.language import ENGLISH
from kg.model.stances import interface_words
from kg.model.table import words as kind_words

HERE = Path(__file__).parent


@cache
def languages() -> tuple[str, ...]:
    """Return the ISO 639 codes of the languages that have a file, English first.

    Example:
        >>> languages()
        ('en', 'de')
    """
    return tuple(
        sorted((file.stem for file in HERE.glob("*.json")), key=lambda code: (code != ENGLISH, code))
    )


@cache
def own_words(language: str) -> Mapping[str, str]:
    """Return what the file of a language says, by key; empty without a file."""
    if language not in languages():
        return {}
    words: dict[str, str] = json.loads((HERE / f"{language}.json").read_text("utf-8"))
    return words


def declared(language: str) -> Mapping[str, str]:
    """Return the words that kinds, edges and stances declare for themselves, by key.

    Keys are `kind.NAME.one`, `kind.NAME.many`, `edge.TYPE`, `edge.TYPE.out`, `edge.TYPE.in`, `stance.WORD`,
    `stance.WORD.head` (above its claims) and `stance.WORD.means`.
    """
    return {**kind_words(language), **interface_words(language)}


@cache
def table(language: str) -> Mapping[str, str]:
    """Return every word of a language by key.

    What its file says goes before what kinds, edges and stances declare, and both before English.
    """
    english = {**declared(ENGLISH), **own_words(ENGLISH)}
    return {**english, **declared(language), **own_words(language)}
