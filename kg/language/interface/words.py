"""The words of one language, put together: numbers, days, figures and their bounds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from kg.errors import CallError, Problem, nearest
from kg.language import ENGLISH
from kg.language.directions import isolated, joined, led
from kg.language.interface import languages, table
from kg.language.interface.patterns import digits, forms, reasons
from kg.language.title import Title
from kg.model.bounds import allowed

if TYPE_CHECKING:
    from kg.model.quantity import Quantity
    from kg.model.span import Span

_SAID_AS = {"stance": "stance", "status": "status", "stage": "stage", "facets": "facet.of"}
"""The words of values in the account of a verdict, by the names of their places."""
_PLACE = re.compile(r"\{(\w+)\}")
_DAY = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])(?:-([0-9]{2}))?")


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
        group, decimal = self._table["number.group"], self._table["number.decimal"]
        self._separators = str.maketrans({",": group, ".": decimal})

    def __call__(self, key: str, **values: object) -> str:
        """Return the words of a key with values put in, each set apart; after a number `n` in its form.

        Raises:
            KeyError: nobody wrote them.
        """
        text = self._table.get(f"{key}.{self._form(values['n'])}", "") if "n" in values else ""
        told = {k: self.number(v) if isinstance(v, int) else isolated(str(v)) for k, v in values.items()}
        return led(_PLACE.sub(lambda place: told.get(place[1], place[0]), text or self._table[key]))

    def _form(self, n: object) -> str:
        return next((form for form, fits in self._forms.items() if fits.search(str(n))), "")

    def form(self, words: Sequence[str], n: int) -> str:
        """Return the one of several forms that follows a number, the one after any other number last.

        Example:
            >>> Words().form(["claim", "claims"], 1), Words().form(["claim", "claims"], 0)
            ('claim', 'claims')
        """
        place = next((i for i, fits in enumerate(self._forms.values()) if fits.search(str(n))), -1)
        return words[min(place, len(words) - 1)]

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

    def gloss(self, text: str, printed: str | None, language: str | None = "") -> str:
        """Say in the reader's words what a document printed, with its own wording beside them.

        Args:
            text: what it means, in the language of these words; may be empty.
            printed: as printed; empty or None when nothing is known of it.
            language: ISO 639 code of the document's language; empty or None when it is unknown.

        Returns:
            The meaning with the printed wording in brackets; the printed wording alone, in quotation marks,
            when reader and document share a language; the meaning alone when nothing was printed, or a bare
            number in the same digits.

        Example:
            >>> Words().gloss("thousands", "Tausende", "de"), Words("de").gloss("Tausende", "Tausende", "de")
            ('thousands (“Tausende”, de)', '„Tausende“')
            >>> Words().gloss("11,000 soldiers", "11.000", "de"), Words().gloss("", "Tausende", "de")
            ('11,000 soldiers', '“Tausende” (de)')
        """
        same = text and not any(map(str.isalpha, printed or "")) and digits(printed or "") == digits(text)
        if not printed or same:
            return text
        if language == self.language:
            return self.quoted(printed)
        first, *more = filter(None, (text, self.quoted(printed), language))
        return self("gloss", text=first, printed=joined(more)) if more else first

    def day(self, text: str, *, iso: bool = False) -> str:
        """Say a day or span of days in EDTF as people write it; empty when it is unknown.

        Args:
            text: such as `2024-10-13`, `2024-10-03/2024-10-09` or `../2024-10`.
            iso: leave each day as it is, for tables of a fixed width.

        Example:
            >>> w = Words()
            >>> w.day("../2024-10-13"), w.day("2024-10-03/2024-10-09"), w.day("2024-09/2024-10")
            ('by 13 Oct 2024', 'between 3 and 9 Oct 2024', 'between September and October 2024')
            >>> Words("de").day("2024-10-13"), w.day("../2024-10-13", iso=True)
            ('13. Okt. 2024', 'by 2024-10-13')
        """
        first, slash, last = text.partition("/")
        if not slash:
            return self._point(first, iso=iso)
        if first == "..":
            return self("span.by", day=self._point(last, iso=iso))
        if last == "..":
            return self("span.since", day=self._point(first, iso=iso))
        ends = {"first": self._point(first, last, iso=iso), "last": self._point(last, iso=iso)}
        return self("span.to" if iso else "span.between", **ends)

    def _point(self, text: str, before: str = "", *, iso: bool = False) -> str:
        """Say one end of a span, without what the end after it says again; a year as it is.

        With `iso` only a month is said by its name.
        """
        found = _DAY.fullmatch(text)
        if not found or (iso and found[3]):
            return text
        year, month, day = found.groups()
        other = _DAY.fullmatch(before) if not iso and len(before) == len(text) else None
        same = (other[1] == year) + (other[1] + other[2] == year + month) if other else 0
        told = {
            "year": "" if same else year,
            "month": self(f"month.short.{month}" if day else f"month.{month}"),
        }
        if day:
            told |= {"day": day.lstrip("0")} | ({"month": ""} if same > 1 else {})
        return " ".join(self("span.day" if day else "span.month", **told).split())

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
    ) -> str:
        """Say an interval; empty without any bound.

        Args:
            low: lower bound, or None when unknown.
            high: upper bound, or None when unknown.
            low_open: the lower bound is excluded.
            high_open: the upper bound is excluded.
            unit: what is counted.
            vague: the vague word that set the bounds; said instead of them.
            approximate: the number was printed as approximate; what it stands for follows in brackets.

        Example:
            >>> Words("de").figure(10000, None, True, unit="shells")
            'mehr als 10.000 Granaten'
            >>> Words().figure(None, 5000, unit="missile-types")
            'up to 5,000 missile types'
        """
        said = self.unit(unit)
        if vague:
            text = self.either("vague", vague).replace("{unit}", said)
            return (self("many.about", text=text) if approximate else text).strip()
        if low is None and high is None:
            return ""
        text = self._interval(low, high, low_open, high_open, said)
        if not approximate:
            return text
        printed = self._interval(low, high, low_open, high_open)
        meant = self._interval(*allowed(low, high, approximate), low_open, high_open)
        return self("many.about", text=text) + (f" ({meant})" if meant != printed else "")

    def _interval(
        self, low: float | None, high: float | None, low_open: bool, high_open: bool, unit: str = ""
    ) -> str:
        if high is None:
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
        return text.strip()

    def quantity(self, q: Quantity | None) -> str:
        """Say a figure of the facts; empty without one."""
        if q is None:
            return ""
        sides = (q.low, q.high, q.low_open, q.high_open)
        return self.figure(*sides, unit=q.unit, vague=q.vague or "", approximate=q.approximate)

    def bounds(self, q: Quantity) -> str:
        """Say both bounds that a figure stands for, each with whether it is included."""
        low, high = allowed(q.low, q.high, q.approximate)
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
