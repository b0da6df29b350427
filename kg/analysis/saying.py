"""Sentences as a form and what is put into it, so that every language can say them in its own order."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from kg.model.stances import STANCES

Value = str | int | tuple[str, ...]
"""A name or a word, a number, or several names in a row."""


class Saying(NamedTuple):
    """A sentence or a piece of one.

    Attributes:
        form: in English, with places such as `{who}` for the values.
        values: by place; at `stance`, `status`, `stage` and `facets` stand these as the facts have them, at
            `rule` the rule of a status.
    """

    form: str
    values: Mapping[str, Value] = {}

    @property
    def text(self) -> str:
        """It in English.

        Example:
            >>> Saying("{who}: {stance} it.", {"who": ("A", "B", "C"), "stance": "cannot-confirm"}).text
            'A, B and C: cannot confirm it.'
        """
        return self.form.format_map({name: _english(name, value) for name, value in self.values.items()})


def _english(name: str, value: Value) -> str:
    if isinstance(value, tuple):
        return listed(tuple(_english(name, one) for one in value), "and")
    text = str(value)
    if name == "stance":
        return STANCES[text].words["en"].verb
    if name == "rule":
        return f"{text[:1].upper()}{text[1:]}"
    return text.replace("-", " ") if name in ("facets", "stage") else text


def listed(names: tuple[str, ...], last: str) -> str:
    """Return names in a row.

    Example:
        >>> listed(("A", "B", "C"), "and")
        'A, B and C'
    """
    return f" {last} ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
