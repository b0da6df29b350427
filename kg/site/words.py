"""The words of the site in two languages: its own, and those that it shares with viewer and drawings."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from functools import cache
from importlib import resources
from typing import Any

from kg.model.quantity import Quantity
from kg.model.span import Span
from kg.picture.out.page.assets import words as shared
from kg.picture.words import LANGUAGES
from kg.picture.words import Words as Drawn


@cache
def table() -> dict[str, list[str]]:
    """Return every word: English and German by key; the site's own go first."""
    own: dict[str, list[str]] = json.loads((resources.files("kg.site") / "words.json").read_text("utf-8"))
    return {**shared(), **own}


class Words:
    """One language.

    Example:
        >>> w = Words("de")
        >>> w("status.disputed"), w("n.claims", n=1), w.number(10000)
        ('umstritten', '1 Behauptung', '10.000')
    """

    def __init__(self, language: str) -> None:
        """Choose a language, `en` or `de`."""
        self.language = language
        self._drawn = Drawn(language)
        self._place = LANGUAGES.index(language)

    def __call__(self, key: str, **values: Any) -> str:
        """Return words, with values put in; a key with the number 1 has its own form where there is one.

        Raises:
            KeyError: nobody wrote them.
        """
        if values.get("n") == 1 and f"{key}.1" in table():
            key = f"{key}.1"
        text = table()[key][self._place]
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", self.number(value) if isinstance(value, int) else str(value))
        return text

    def either(self, prefix: str, value: str, other: str | None = None) -> str:
        """Return the words for a value of the facts, or the value as it is where nobody wrote any."""
        key = f"{prefix}.{value}"
        return table()[key][self._place] if key in table() else value if other is None else other

    def reason(self, rule: str) -> str:
        """Return the reason of a status."""
        return "; ".join(self.either("why", part) for part in rule.split("; "))

    def number(self, value: int) -> str:
        """Return a number with thousands separators; years and ids are no numbers."""
        return self._drawn.number(value)

    def span(self, value: Span | None) -> str:
        """Return a day or span of days; empty when unknown."""
        if value is None:
            return ""
        first, slash, last = value.text.partition("/")
        if not slash:
            return first
        if first == "..":
            return self("span.by", day=last)
        return self("span.since", day=first) if last == ".." else self("span.to", first=first, last=last)

    def period(self, first: date | None, last: date | None) -> str:
        """Return two days, either of which may be open."""
        if first == last:
            return str(first or "")
        if first is None:
            return self("span.by", day=last)
        return self("span.since", day=first) if last is None else self("span.to", first=first, last=last)

    def figure(self, q: Quantity | None) -> str:
        """Return bounds in words; empty without a figure."""
        if q is None:
            return ""
        return self._drawn.figure(
            q.low,
            q.high,
            q.low_open,
            q.high_open,
            unit=q.unit,
            vague=q.vague or "",
            approximate=q.approximate,
        )

    def bounds(self, q: Quantity) -> str:
        """Return both bounds, each with whether it is included."""

        def side(name: str, value: int | None, open_: bool) -> str:
            return (
                self(f"bound.none.{name}")
                if value is None
                else self("bound.open" if open_ else "bound.closed", n=value)
            )

        return self(
            "claim.bounds", low=side("low", q.low, q.low_open), high=side("high", q.high, q.high_open)
        )


def translated(preset: Any, w: Callable[..., str]) -> str:
    """Return the question of a preset in the language, in English where nobody wrote it."""
    return str(preset.title_de or preset.title) if getattr(w, "language", "en") == "de" else str(preset.title)
