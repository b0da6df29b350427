"""The words of the drawings themselves, in two languages.

Names, days and figures in words, as drawings show them.

What comes from the facts stays as it is: names, paraphrases, printed wording. `words.json` is the table;
where the page has the same words, both say them alike in German.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Any

from kg.errors import CallError, Problem, nearest
from kg.model.rows import NodeRow
from kg.picture.metrics import plain

LANGUAGES = ("en", "de")
"""The languages of the table, in the order of its columns."""
_POINTS = str.maketrans(",.", ".,")


@cache
def table() -> dict[str, list[str]]:
    """Return every word: English and German by key."""
    found: dict[str, list[str]] = json.loads(
        (resources.files("kg.picture") / "words.json").read_text("utf-8")
    )
    return found


class Words:
    """The words of one language.

    Attributes:
        language: `en` or `de`.

    Example:
        >>> w = Words("de")
        >>> w("root.one", name="Seoul"), w.number(10000), w.either("status", "disputed")
        ('Wurzel: Seoul', '10.000', 'umstritten')
    """

    def __init__(self, language: str = "en") -> None:
        """Choose a language.

        Raises:
            CallError: there is no such one.
        """
        if language not in LANGUAGES:
            what = f"there are no drawings in the language '{str(language)[:80]}'"
            raise CallError(
                Problem(what, expected=", ".join(LANGUAGES), nearest=nearest(language, LANGUAGES))
            )
        self.language = language
        self._place = LANGUAGES.index(language)

    def __call__(self, key: str, **values: object) -> str:
        """Return the words of a key with values put in.

        Raises:
            KeyError: nobody wrote them.
        """
        return table()[key][self._place].format(**values)

    def either(self, prefix: str, value: str) -> str:
        """Return the words for a value of the facts, or the value as it is where nobody wrote any."""
        key = f"{prefix}.{value}"
        return table()[key][self._place] if key in table() else value

    def unit(self, value: str) -> str:
        """Return the words for what is counted."""
        return self.either("unit", value.replace(" ", "-")).replace("-", " ")

    def number(self, value: float, form: str = ",") -> str:
        """Return a number as a form of `format` says, with the separators of the language."""
        text = format(value, form)
        return text.translate(_POINTS) if self.language == "de" else text

    def quoted(self, text: str) -> str:
        """Return a printed wording in the quotation marks of the language."""
        return self("quoted", text=text)

    def day(self, properties: Mapping[str, Any], field: str) -> str:
        """Say a day or span of days; empty when it is unknown.

        Example:
            >>> Words().day({"said_text": "../2024-10-13"}, "said")
            'by 2024-10-13'
            >>> Words("de").day({"period_text": "2024-10/.."}, "period")
            'seit 2024-10'
        """
        text = plain(properties.get(f"{field}_text") or properties.get(field) or "", 60)
        first, slash, last = text.partition("/")
        if not slash:
            return text
        if first == "..":
            return self("span.by", day=last)
        return self("span.since", day=first) if last == ".." else self("span.to", first=first, last=last)

    def listed(self, words: Sequence[str], most: int = 12) -> str:
        """Join words; of very many say how many more there are.

        Example:
            >>> Words().listed(["a", "b", "c"], most=2)
            'a; b; and 1 more'
        """
        more = len(words) - most
        return "; ".join([*words[:most], *([self("list.more", n=more)] if more > 0 else [])])

    def basis(self, text: str) -> str:
        """Say the mode and stage that a figure has as its basis.

        Example:
            >>> Words().basis("flow, sent"), Words("de").basis("flow, sent")
            ('flow, sent', 'in der Zeit bewegt, abgeschickt')
        """
        return ", ".join(self.either("stage", self.either("mode", part)) for part in text.split(", "))

    def figure(
        self,
        low: float | None,
        high: float | None,
        low_open: bool = False,
        high_open: bool = False,
        *,
        unit: str = "",
        vague: str = "",
        approximate: bool = False,
    ) -> str:
        """Say an interval; empty without any bound.

        Args:
            low: lower bound, or None when unknown.
            high: upper bound, or None when unknown.
            low_open: the lower bound is excluded.
            high_open: the upper bound is excluded.
            unit: what is counted.
            vague: the vague word that set the bounds; said instead of them.
            approximate: the number was printed as approximate.

        Example:
            >>> Words("de").figure(10000, None, True, unit="shells"), Words().figure(None, 5000, unit="missile-types")
            ('mehr als 10.000 Granaten', 'up to 5,000 missile types')
        """
        unit = self.unit(unit)
        if vague:
            text = self.either("vague", vague).replace("{unit}", unit)
        elif low is None and high is None:
            return ""
        elif high is None:
            text = self("many.more-than" if low_open else "many.at-least", n=self.number(low or 0), unit=unit)
        elif low is None:
            text = self("many.fewer-than" if high_open else "many.up-to", n=self.number(high), unit=unit)
        elif low == high:
            text = self("many.exact", n=self.number(low), unit=unit)
        else:
            left = (
                self("many.more-than", n=self.number(low), unit="").strip() if low_open else self.number(low)
            )
            text = self(
                "many.range.open" if high_open else "many.range", low=left, high=self.number(high), unit=unit
            )
        return (self("many.about", text=text) if approximate else text).strip()


def name_of(node: NodeRow) -> str:
    """Return the words for a node: its caption, its name or its id; never empty.

    Example:
        >>> name_of(NodeRow("kp", ("State", "Kg"), {"name": " North  Korea "}))
        'North Korea'
    """
    for key in ("caption", "name", "title", "paraphrase"):
        text = plain(node.properties.get(key))
        if text:
            return text
    return plain(node.id) or "?"


def iso(value: Any) -> str:
    """Return a day as text that sorts by day; empty when there is none."""
    return plain(value, 40) if value is not None else ""
