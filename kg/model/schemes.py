"""The schemes of identifiers: which registers there are, and what they give out; read without pydantic."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple


class Scheme(NamedTuple):
    """One register.

    Attributes:
        words: what it is called, by language; English always.
        pattern: of a whole value, in the one form in which it is kept.
        form: the pattern in words.
        kinds: of the facts that it gives them to; none where it is for any.
        right: returns a value with the check digits that it should have; None where it has none.
        checked: how many of its last digits are check digits.
        page: address of a page about the value, with `{value}`; empty where there is no stable one.
        prefix: what others write before a value, of more than one register perhaps.
    """

    words: Mapping[str, str]
    pattern: str
    form: str
    kinds: tuple[str, ...] = ()
    right: Callable[[str], str] | None = None
    checked: int = 0
    page: str = ""
    prefix: str = ""

    @property
    def name(self) -> str:
        """What it is called in English."""
        return self.words["en"]

    def calls(self, kind: str) -> bool:
        """Return whether it calls facts of a kind anything."""
        return not self.kinds or kind in self.kinds

    def address(self, value: str) -> str:
        """Return the address of a page about a value; empty where there is no stable one."""
        return self.page.format(value=value)


def _imo(value: str) -> str:
    from stdnum.imo import calc_check_digit

    return value[:6] + calc_check_digit(value)


def _imo_company(value: str) -> str:
    weighed = sum(int(digit) * weight for digit, weight in zip(value[:6], (8, 6, 4, 2, 9, 7), strict=True))
    return value[:6] + str((11 - weighed % 11) % 10)


def _lei(value: str) -> str:
    from stdnum.iso7064.mod_97_10 import calc_check_digits

    return value[:18] + calc_check_digits(value[:18])


def _ogrn(value: str) -> str:
    from stdnum.ru.ogrn import calc_check_digit

    return value[:-1] + calc_check_digit(value)


SCHEMES: dict[str, Scheme] = {
    "imo": Scheme(
        {"en": "IMO number", "de": "IMO-Nummer"},
        r"[0-9]{7}",
        "seven digits, without 'IMO'",
        ("vessel",),
        _imo,
        1,
        prefix="IMO",
    ),
    "imo-company": Scheme(
        {"en": "IMO company number", "de": "IMO-Unternehmensnummer"},
        r"[0-9]{7}",
        "seven digits, without 'IMO'",
        ("organization", "person", "state"),
        _imo_company,
        1,
        prefix="IMO",
    ),
    "mmsi": Scheme(
        {"en": "MMSI", "de": "MMSI"},
        r"[2-7][0-9]{8}|111[2-7][0-9]{5}",
        "nine digits of a ship, of which the first is 2 to 7, or 111 and six digits of an aircraft",
        ("vessel", "aircraft"),
    ),
    "tail": Scheme(
        {"en": "tail number", "de": "Kennzeichen"},
        r"[A-Z0-9]+(-[A-Z0-9]+)*",
        "capitals, digits and single hyphens, such as 'EP-PUS'",
        ("aircraft", "item"),
    ),
    "icao24": Scheme(
        {"en": "ICAO 24-bit address", "de": "ICAO-24-Bit-Adresse"},
        r"[0-9a-f]{6}",
        "six of the digits 0 to 9 and a to f",
        ("aircraft", "item"),
    ),
    "lei": Scheme(
        {"en": "LEI", "de": "LEI"},
        r"[0-9A-Z]{18}[0-9]{2}",
        "twenty capitals and digits, of which the last two are digits",
        ("organization", "person", "state"),
        _lei,
        2,
        "https://search.gleif.org/#/record/{value}",
    ),
    "ogrn": Scheme(
        {"en": "OGRN", "de": "OGRN"},
        r"[1-9][0-9]{12}|[34][0-9]{14}",
        "thirteen digits, or fifteen of an entrepreneur that begin with 3 or 4",
        ("organization", "person"),
        _ogrn,
        1,
    ),
    "wikidata": Scheme(
        {"en": "Wikidata id", "de": "Wikidata-Kennung"},
        r"Q[1-9][0-9]*",
        "Q and a number",
        page="https://www.wikidata.org/wiki/{value}",
    ),
    "opensanctions": Scheme(
        {"en": "OpenSanctions id", "de": "OpenSanctions-Kennung"},
        r"[A-Za-z0-9]+([._-][A-Za-z0-9]+)*",
        "an id such as 'NK-2oTqgCCeR8bbVZu5NzuULz'",
        page="https://www.opensanctions.org/entities/{value}/",
    ),
}
"""The registers, by the word that facts have for each."""

SERIAL, MARKING = "serial", "marking"
"""What makers and users write on a thing: one code, and text that may hold several."""


def codes_of(identifiers: Iterable[str] | None, serial: str | None, marking: str | None) -> tuple[str, ...]:
    """Return the codes of a thing, each behind what it is.

    Example:
        >>> codes_of(["imo: 9074729"], None, None), codes_of(None, "0017", None)
        (('imo: 9074729',), ('serial: 0017',))
    """
    written = {SERIAL: serial, MARKING: marking}
    return *(identifiers or ()), *(f"{name}: {value}" for name, value in written.items() if value)
