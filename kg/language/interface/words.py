"""The words of one language, put together: numbers, days, figures and their bounds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from kg.language import ENGLISH
from kg.language.directions import joined
from kg.language.interface import languages
from kg.language.interface.day_words import DayWords
from kg.language.interface.patterns import reasons
from kg.language.title import Title
from kg.model.bounds import allowed, single
from kg.model.spots import spot_parts

if TYPE_CHECKING:
    from kg.model.quantity import Quantity

_SAID_AS = {"stance": "stance", "status": "status", "stage": "stage", "facets": "facet.of"}
"""The words of values in the account of a verdict, by the names of their places."""


class Words(DayWords):
    """The words of one language, for drawings, pages and the site.

    Attributes:
        language: its ISO 639 code.

    Example:
        >>> w = Words("de")
        >>> w("root.one", name="Seoul"), w("n.claims", n=1), w.number(10000), w.either("status", "disputed")
        ('Wurzel: Seoul', '1 Behauptung', '10.000', 'umstritten')
    """

    def spot(self, own: Mapping[str, Any]) -> str:
        """Say where in a document something stands, from the properties of its citation.

        Example:
            >>> Words("de").spot({"page": 14}), Words().spot({"paragraph": 4, "page": 2})
            ('Seite 14', 'paragraph 4, page 2')
        """
        return ", ".join(self(key, **values) for key, values in spot_parts(own))

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

    def value(self, name: str, value: object) -> str:
        """Return the words for a value of a property, or the value as it is where nobody wrote any.

        Example:
            >>> Words("de").value("kind", "armed-group"), Words("de").value("stage", "planned")
            ('bewaffnete Gruppe', 'geplant')
            >>> Words("de").value("within_km", 4500.0)
            '4.500'
        """
        said = self.number(value, ",g") if isinstance(value, float) else str(value)
        return self.either(name if name in ("stage", "language") else f"value.{name}", said)

    def reason(self, rule: str) -> str:
        """Return the reason of a status; what it is put together from is said piece by piece.

        Example:
            >>> Words("de").reason("asserted, denied in part; cannot be judged")
            'behauptet, zum Teil bestritten; nicht zu beurteilen'
        """
        return "; ".join(self._why(part) or part for part in rule.split("; "))

    def _why(self, text: str) -> str:
        """Say one reason; empty where nobody wrote the words, or those of a piece of it."""
        for known, words in reasons(self.language):
            if found := known.fullmatch(text):
                pieces = {name: self._why(piece) for name, piece in found.groupdict().items()}
                if all(pieces.values()):
                    return words.format_map(pieces)
        return text if text.isdigit() else self.either("stage", text, "")

    def saying(self, form: str, values: Mapping[str, object]) -> str:
        """Say a sentence of the account of a verdict, in English where nobody wrote it in the language.

        Args:
            form: the English sentence with places for the values.
            values: see `kg.analysis.saying.Saying`.

        Example:
            >>> said = {"who": ("A", "B"), "stance": "cannot-confirm", "facets": "how-many"}
            >>> Words("de").saying("{who}: {stance} a facet only ({facets}), not the event.", said)
            'A und B kann nicht bestätigen: nur eine Seite davon (wie viele), nicht das Ereignis.'
        """
        told = {name: self._value(name, value) for name, value in values.items()}
        return self.either("account", form, form).format_map(told)

    def _value(self, name: str, value: object) -> str:
        if isinstance(value, tuple):
            *first, last = (self._value(name, one) for one in value or ("",))
            return f" {self('and')} ".join([*([", ".join(first)] if first else []), last])
        if name == "rule":
            text = self.reason(str(value))
            return f"{text[:1].upper()}{text[1:]}"
        return self.either(_SAID_AS.get(name, "account"), str(value))

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
        whole: bool = True,
    ) -> str:
        """Say an interval; empty without any bound.

        Args:
            low: lower bound, or None when unknown.
            high: upper bound, or None when unknown.
            low_open: the lower bound is excluded.
            high_open: the upper bound is excluded.
            unit: what is counted, see `unit`.
            vague: the vague word that set the bounds; said instead of them.
            approximate: the number was printed as approximate; what it stands for follows in brackets.
            whole: only whole numbers make sense, see `kg.model.bounds.whole`.

        Example:
            >>> Words("de").figure(10000, None, True, unit="shells")
            'mehr als 10.000 Granaten'
            >>> Words().figure(None, 5000, unit="missile-types")
            'up to 5,000 missile types'
            >>> Words("de").figure(40, 40, unit="of 52 parts"), Words("de").figure(1.8, 1.8, unit="tonnes")
            ('40 Teile von 52', '1,8 Tonnen')
            >>> Words("de").figure(1, None, unit="missiles")
            'mindestens 1 Rakete'
        """
        said = self.unit(unit, one=single(low, high) and not vague)
        if vague:
            text = self.either("vague", vague).replace("{unit}", said).replace(" of of ", " of ")
            return (self("many.about", text=text) if approximate else text).strip()
        if low is None and high is None:
            return ""
        text = self._interval(low, high, low_open, high_open, whole, said)
        if not approximate:
            return text
        printed = self._interval(low, high, low_open, high_open, whole)
        meant = self._interval(*allowed(low, high, approximate, whole), low_open, high_open, whole)
        return self("many.about", text=text) + (f" ({meant})" if meant != printed else "")

    def _interval(
        self,
        low: float | None,
        high: float | None,
        low_open: bool,
        high_open: bool,
        whole: bool,
        unit: str = "",
    ) -> str:
        if high is None:
            text = self("many.more-than" if low_open else "many.at-least", n=self.number(low or 0), unit=unit)
        elif low is None:
            less = "many.fewer-than" if whole else "many.less-than"
            text = self(less if high_open else "many.up-to", n=self.number(high), unit=unit)
        elif low == high:
            text = self("many.exact", n=self.number(low), unit=unit)
        else:
            left = self.number(low)
            left = self("many.more-than", n=left, unit="").strip() if low_open else left
            key = "many.range.open" if high_open else "many.range"
            text = self(key, low=left, high=self.number(high), unit=unit)
        return text.strip()

    def quantity(self, q: Quantity | None) -> str:
        """Say a figure of the facts; empty without one."""
        if q is None:
            return ""
        sides = (q.low, q.high, q.low_open, q.high_open)
        vague, about = q.vague or "", q.approximate
        return self.figure(*sides, unit=q.counted, vague=vague, approximate=about, whole=q.whole)

    def bounds(self, q: Quantity) -> str:
        """Say both bounds that a figure stands for, each with whether it is included."""
        low, high = allowed(q.low, q.high, q.approximate, q.whole)
        sides = {"low": (low, q.low_open), "high": (high, q.high_open)}
        said = {
            name: self(f"bound.none.{name}")
            if value is None
            else self("bound.open" if excluded else "bound.closed", n=value)
            for name, (value, excluded) in sides.items()
        }
        return self("claim.bounds", **said)


def titled(key: str, **values: object) -> Title:
    """Return words of the interface as a title in every language that has them.

    Args:
        key: of the words.
        values: what is put into them; a title in the same language as the words.

    Raises:
        KeyError: nobody wrote them.
    """
    every = {
        code: Words(code)(key, **{k: v.said(code) if isinstance(v, Title) else v for k, v in values.items()})
        for code in languages()
    }
    return Title(every.pop(ENGLISH), every)
