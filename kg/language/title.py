"""Titles in several languages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Self


class Title(str):
    """A title in English that carries what it is called in other languages.

    Attributes:
        others: the same in other languages, by ISO 639 code.

    Example:
        >>> title = Title("Who?", {"de": "Wer?"})
        >>> title, title.said("de"), title.said("fr")
        ('Who?', 'Wer?', 'Who?')
    """

    __slots__ = ("others",)
    others: Mapping[str, str]

    def __new__(cls, text: str, others: Mapping[str, str] | None = None) -> Self:
        """Make a title; those of another title are kept unless others are given."""
        title = super().__new__(cls, text)
        title.others = dict(getattr(text, "others", {}) if others is None else others)
        return title

    def said(self, language: str) -> str:
        """Return the title in a language, in English where nobody wrote it."""
        return self.others.get(language) or str(self)

    def each(self, change: Callable[[str], str]) -> Title:
        """Return a title of which every language is changed in the same way."""
        return Title(change(str(self)), {code: change(text) for code, text in self.others.items()})
