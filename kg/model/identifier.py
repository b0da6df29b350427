"""Identifiers: what registers call somebody or something, by the scheme of the register."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, NamedTuple

from pydantic import Field, StringConstraints, model_validator

from kg.errors import agreed
from kg.model.base import Entry, FieldError
from kg.model.characters import PLAIN


class Scheme(NamedTuple):
    """One register.

    Attributes:
        name: what it is called in messages, in English; pages have its name under `value.scheme.`.
        pattern: of a whole value, in the one form in which it is kept.
        form: the pattern in words.
        right: returns a value with the check digits that it should have; None where it has none.
        checked: how many of its last digits are check digits.
        page: address of a page about the value, with `{value}`; empty where there is no stable one.
    """

    name: str
    pattern: str
    form: str
    right: Callable[[str], str] | None = None
    checked: int = 0
    page: str = ""

    def address(self, value: str) -> str:
        """Return the address of a page about a value; empty where there is no stable one."""
        return self.page.format(value=value)


def _imo(value: str) -> str:
    from stdnum.imo import calc_check_digit

    return value[:6] + calc_check_digit(value)


def _lei(value: str) -> str:
    from stdnum.iso7064.mod_97_10 import calc_check_digits

    return value[:18] + calc_check_digits(value[:18])


def _ogrn(value: str) -> str:
    from stdnum.ru.ogrn import calc_check_digit

    return value[:-1] + calc_check_digit(value)


SCHEMES: dict[str, Scheme] = {
    "imo": Scheme("IMO number", r"[0-9]{7}", "seven digits, without 'IMO'", _imo, 1),
    "mmsi": Scheme(
        "MMSI",
        r"[2-7][0-9]{8}|111[2-7][0-9]{5}",
        "nine digits of a ship, of which the first is 2 to 7, or 111 and six digits of an aircraft",
    ),
    "tail": Scheme(
        "tail number", r"[A-Z0-9]+(-[A-Z0-9]+)*", "capitals, digits and single hyphens, such as 'EP-PUS'"
    ),
    "icao24": Scheme("ICAO 24-bit address", r"[0-9a-f]{6}", "six of the digits 0 to 9 and a to f"),
    "lei": Scheme(
        "LEI",
        r"[0-9A-Z]{18}[0-9]{2}",
        "twenty capitals and digits, of which the last two are digits",
        _lei,
        2,
        "https://search.gleif.org/#/record/{value}",
    ),
    "ogrn": Scheme(
        "OGRN",
        r"[1-9][0-9]{12}|[34][0-9]{14}",
        "thirteen digits, or fifteen of an entrepreneur that begin with 3 or 4",
        _ogrn,
        1,
    ),
    "wikidata": Scheme(
        "Wikidata id", r"Q[1-9][0-9]*", "Q and a number", page="https://www.wikidata.org/wiki/{value}"
    ),
    "opensanctions": Scheme(
        "OpenSanctions id",
        r"[A-Za-z0-9]+([._-][A-Za-z0-9]+)*",
        "an id such as 'NK-2oTqgCCeR8bbVZu5NzuULz'",
        page="https://www.opensanctions.org/entities/{value}/",
    ),
}
"""The registers, by the word that facts have for each."""

if TYPE_CHECKING:
    SchemeName = str
else:
    from typing import Literal

    SchemeName = Literal[tuple(SCHEMES)]


class Identifier(Entry):
    """What one register calls somebody or something.

    Example:
        >>> str(Identifier(scheme="imo", value="9240914")), Identifier(scheme="imo", value="9240914").address
        ('imo: 9240914', '')
    """

    scheme: SchemeName = Field(description=f"The register: {', '.join(SCHEMES)}.")
    value: Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=PLAIN)]
    """The identifier in the one form that its register has for it, check digits included."""

    @property
    def address(self) -> str:
        """The address of a page about it; empty where there is no stable one."""
        return SCHEMES[self.scheme].address(self.value)

    @model_validator(mode="after")
    def _as_the_register_has_it(self) -> Identifier:
        scheme, value = SCHEMES[self.scheme], self.value
        if not re.fullmatch(scheme.pattern, value):
            raise FieldError(f"'{value}' is no {scheme.name}", "value", expected=scheme.form)
        right = scheme.right(value) if scheme.right else value
        if right != value:
            digits = agreed(scheme.checked, "check digit", "check digits")
            raise FieldError(
                f"'{value}' is no {scheme.name}: its {digits} should be {right[-scheme.checked :]}",
                "value",
                expected=f"'{right}', if the rest is right",
                todo="compare it with where it is from",
            )
        return self
