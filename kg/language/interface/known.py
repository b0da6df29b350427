"""The words of one language as they stand in its table: with values put in, numbers, printed wordings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.errors import CallError, Problem, nearest
from kg.language import ENGLISH
from kg.language.directions import isolated, joined, led
from kg.language.interface import languages, table
from kg.language.interface.patterns import digits, forms_of
from kg.model.bounds import counted_parts, singular
from kg.model.weighing import HELD_BACK

_PLACE = re.compile(r"\{(\w+)\}")


class Table:
    """The table of words of a language, see `kg.language.interface.words.Words`."""

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
        self._forms = forms_of(language)
        group, decimal = self._table["number.group"], self._table["number.decimal"]
        self._separators = str.maketrans({",": group, ".": decimal})

    def __call__(self, key: str, **values: object) -> str:
        """Return the words of a key with values put in, each set apart; after a number `n` in its form.

        Raises:
            KeyError: nobody wrote them.
        """
        text = self._table.get(f"{key}.{self._form(values['n'])}", "") if "n" in values else ""
        told = {
            k: self.number(v) if isinstance(v, (int, float)) else isolated(str(v)) for k, v in values.items()
        }
        return led(_PLACE.sub(lambda place: told.get(place[1], place[0]), text or self._table[key]))

    def _form(self, n: object) -> str:
        return next((form for form, fits in self._forms.items() if fits.search(str(n))), "")

    def form(self, words: Sequence[str], n: int) -> str:
        """Return the one of several forms that follows a number, the one after any other number last.

        Example:
            >>> Table().form(["claim", "claims"], 1), Table().form(["claim", "claims"], 0)
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

    def unit(self, value: str, *, one: bool = False) -> str:
        """Return the words for what is counted, in plural or for one of it; a share stays in plural.

        Args:
            value: as the facts spell it, or as `kg.model.bounds.counted` says it.
            one: there is one of it.

        Example:
            >>> Table().unit("missile-types"), Table("de").unit("missiles", one=True)
            ('missile types', 'Rakete')
            >>> Table("de").unit("of 1,200 shells"), Table("de").unit("USD per gram")
            ('Granaten von 1.200', 'USD je Gramm')
        """
        total, unit, per = counted_parts(value)
        known = unit.replace(" ", "-")
        alone = one and not total
        said = self.either("unit", f"{known}.one", singular(known)) if alone else self.either("unit", known)
        said = said.replace("-", " ")
        said = self("many.share", total=total.translate(self._separators), unit=said) if total else said
        return f"{said} {self(f'per.{per}')}" if per else said

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
            number in the same digits. For words that are held back it says so.

        Example:
            >>> Table().gloss("thousands", "Tausende", "de"), Table("de").gloss("Tausende", "Tausende", "de")
            ('thousands (“Tausende”, de)', '„Tausende“')
            >>> Table().gloss("11,000 soldiers", "11.000", "de"), Table().gloss("", "Tausende", "de")
            ('11,000 soldiers', '“Tausende” (de)')
        """
        if printed == HELD_BACK:
            return self("held.word")
        same = text and not any(map(str.isalpha, printed or "")) and digits(printed or "") == digits(text)
        if not printed or same:
            return text
        if language == self.language:
            return self.quoted(printed)
        first, *more = filter(None, (text, self.quoted(printed), language))
        return self("gloss", text=first, printed=joined(more)) if more else first
