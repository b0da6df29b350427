"""The words of one language, put together: numbers, days, figures and their bounds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kg.errors import CallError, Problem, nearest
from kg.language import ENGLISH
from kg.language.directions import isolated, joined
from kg.language.interface import languages, table
from kg.language.title import Title

if TYPE_CHECKING:
    from kg.model.quantity import Quantity
    from kg.model.span import Span

_PLACE = re.compile(r"\{(\w+)\}")


class Words:
    """The words of one language, for drawings, pages and the site.

    Attributes:
        language: its ISO 639 code.

    Example:
        >>> w = Words("de")
        >>> w("root.one", name="Seoul"), w("n.claims", n=1), w.number(10000), w.either("status", "disputed")
        ('Wurzel: Seoul', '1 Behauptung', '10.000', 'umstritten')
    """

    def __init__(self, language: str = ENGLISH) -> None:
        """Choose a language.

        Raises:
            CallError: there are no words of that one.
        """
        if language not in languages():
            what = f"there are no words in the language '{str(language)[:80]}'"
            raise CallError(
                Problem(what, expected=", ".join(languages()), nearest=nearest(language, languages()))
            )
        self.language = language
        self._table = table(language)
        self._forms = forms(self._table)
        self._separators = str.maketrans(
            {",": self._table["number.group"], ".": self._table["number.decimal"]}
        )

    def __call__(self, key: str, **values: object) -> str:
        """Return the words of a key with values put in, each set apart from what is beside it.

        After a number `n` they are in the form that goes with it.

        Raises:
            KeyError: nobody wrote them.
        """
        text = self._table.get(f"{key}.{self._form(values['n'])}", "") if "n" in values else ""
        told = {k: self.number(v) if isinstance(v, int) else isolated(str(v)) for k, v in values.items()}
        return _PLACE.sub(lambda place: told.get(place[1], place[0]), text or self._table[key])

    def _form(self, n: object) -> str:
        return next((form for form, fits in self._forms.items() if fits.search(str(n))), "")

    def either(self, prefix: str, value: str, otherwise: str | None = None) -> str:
        """Return the words for a value of the facts, or the value as it is where nobody wrote any."""
        return self._table.get(f"{prefix}.{value}", value if otherwise is None else otherwise)

    def kind(self, kind: str) -> str:
        """Return what a fact of a kind is called."""
        return self._table.get(f"kind.{kind}.one", kind)

    def unit(self, value: str) -> str:
        """Return the words for what is counted."""
        return self.either("unit", value.replace(" ", "-")).replace("-", " ")

    def number(self, value: float, form: str = ",") -> str:
        """Return a number as a form of `format` says, with the separators of the language."""
        return format(value, form).translate(self._separators)

    def quoted(self, text: str) -> str:
        """Return a printed wording in the quotation marks of the language."""
        return self("quoted", text=text)

    def day(self, text: str) -> str:
        """Say a day or span of days in EDTF; empty when it is unknown.

        Example:
            >>> Words().day("../2024-10-13"), Words("de").day("2024-10/..")
            ('by 2024-10-13', 'seit 2024-10')
        """
        first, slash, last = text.partition("/")
        if not slash:
            return text
        if first == "..":
            return self("span.by", day=last)
        return self("span.since", day=first) if last == ".." else self("span.to", first=first, last=last)

    def span(self, value: Span | None) -> str:
        """Say a span of days; empty when it is unknown."""
        return self.day(value.text) if value else ""

    def listed(self, words: Sequence[str], most: int = 12) -> str:
        """Join words; of very many say how many more there are.

        Example:
            >>> Words().listed(["a", "b", "c"], most=2)
            'a; b; and 1 more'
        """
        more = len(words) - most
        return joined([*words[:most], *([self("list.more", n=more)] if more > 0 else [])], "; ")

    def basis(self, text: str) -> str:
        """Say the mode and stage that a figure has as its basis.

        Example:
            >>> Words().basis("flow, sent"), Words("de").basis("flow, sent")
            ('flow, sent', 'in der Zeit bewegt, abgeschickt')
        """
        return ", ".join(self.either("basis", part, self.either("stage", part)) for part in text.split(", "))

    def reason(self, rule: str) -> str:
        """Return the reason of a status."""
        return "; ".join(self.either("why", part) for part in rule.split("; "))

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
            >>> Words("de").figure(10000, None, True, unit="shells")
            'mehr als 10.000 Granaten'
            >>> Words().figure(None, 5000, unit="missile-types")
            'up to 5,000 missile types'
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
            left = self.number(low)
            left = self("many.more-than", n=left, unit="").strip() if low_open else left
            key = "many.range.open" if high_open else "many.range"
            text = self(key, low=left, high=self.number(high), unit=unit)
        return (self("many.about", text=text) if approximate else text).strip()

    def quantity(self, q: Quantity | None) -> str:
        """Say a figure of the facts; empty without one."""
        if q is None:
            return ""
        sides = (q.low, q.high, q.low_open, q.high_open)
        return self.figure(*sides, unit=q.unit, vague=q.vague or "", approximate=q.approximate)

    def bounds(self, q: Quantity) -> str:
        """Say both bounds of a figure, each with whether it is included."""
        sides = {"low": (q.low, q.low_open), "high": (q.high, q.high_open)}
        said = {
            name: self(f"bound.none.{name}")
            if value is None
            else self("bound.open" if excluded else "bound.closed", n=value)
            for name, (value, excluded) in sides.items()
        }
        return self("claim.bounds", **said)


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


def titled(key: str, **values: object) -> Title:
    """Return words of the interface as a title in every language that has them.

    Raises:
        KeyError: nobody wrote them.
    """
    every = {code: Words(code)(key, **values) for code in languages()}
    return Title(every.pop(ENGLISH), every)
