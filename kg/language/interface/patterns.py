"""Patterns in the tables of words: forms after a number, reasons of statuses, digits."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from kg.language.interface import table


def digits(text: str) -> list[str]:
    """Return the digits of a text."""
    return [char for char in text if char.isdecimal()]


def forms(words: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    """Return the forms that words take after a number, each with a pattern of the numbers in digits.

    Example:
        >>> known = forms({"plural.1": "^1$", "plural.2": "[2-4]$"})
        >>> [form for form, fits in known.items() if fits.search("23")]
        ['2']
    """
    return {
        key.removeprefix("plural."): re.compile(pattern)
        for key, pattern in words.items()
        if key.startswith("plural.")
    }


@cache
def forms_of(language: str) -> dict[str, re.Pattern[str]]:
    """Return the forms of a language; see `forms`."""
    return forms(table(language))


@cache
def reasons(language: str) -> list[tuple[re.Pattern[str], str]]:
    """Return the reasons of statuses, each as a pattern of the English one with its words in a language.

    A reason with a place for another one, such as `{why}, denied in part`, comes after those without.

    Example:
        >>> next(words for known, words in reasons("de") if known.fullmatch("asserted, denied in part"))
        '{why}, zum Teil bestritten'
    """
    words = table(language)
    keys = sorted((key for key in words if key.startswith("why.")), key=lambda key: ("{" in key, key))

    def pattern(english: str) -> re.Pattern[str]:
        return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+)", re.escape(english)))

    return [(pattern(key.removeprefix("why.")), words[key]) for key in keys]
