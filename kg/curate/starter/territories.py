"""The states of a new corpus: every territory with a code in ISO 3166, with its names in many scripts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages

from kg.language import ENGLISH
from kg.language.reading import languages

_NO_TERRITORIES = frozenset("AC CP CQ DG EA EU EZ IC QO TA UN XA XB ZZ".split())
"""Codes of CLDR for unions, parts and tests."""
_USUAL = {"CD": "Democratic Republic of the Congo", "CG": "Republic of the Congo", "HK": "Hong Kong"} | {
    "MM": "Myanmar",
    "MO": "Macao",
    "PS": "Palestine",
    "TR": "Turkey",
}
"""What is usual in English where CLDR writes for lists of countries."""
_MORE = {
    "AE": ["UAE", "VAE", "ОАЭ", "ОАЕ"],
    "BA": ["Bosnia and Herzegovina", "Bosnia"],
    "CD": ["DR Congo", "DRC"],
    "CF": ["CAR"],
    "CI": ["Ivory Coast", "Cote d'Ivoire"],
    "CN": ["People's Republic of China", "PRC"],
    "CV": ["Cabo Verde"],
    "CZ": ["Czech Republic"],
    "GB": ["UK", "Britain", "Great Britain"],
    "IR": ["Islamic Republic of Iran"],
    "KP": ["DPRK", "Democratic People's Republic of Korea", "Северная Корея", "조선민주주의인민공화국"],
    "KR": ["Republic of Korea", "ROK", "Южная Корея", "남한"],
    "LA": ["Lao People's Democratic Republic"],
    "MD": ["Republic of Moldova"],
    "MM": ["Burma"],
    "PS": ["State of Palestine"],
    "RU": ["Russian Federation", "Российская Федерация", "Російська Федерація"],
    "SA": ["KSA"],
    "SY": ["Syrian Arab Republic"],
    "SZ": ["Swaziland"],
    "TL": ["East Timor"],
    "TZ": ["United Republic of Tanzania"],
    "US": ["USA", "United States of America", "США"],
    "VA": ["Holy See"],
    "VN": ["Viet Nam"],
}
"""Other names that texts and registers have."""


class Territory(NamedTuple):
    """One territory: its ISO code, its name by language, and other names."""

    code: str
    names: dict[str, str]
    others: tuple[str, ...]


def territories(wanted: Sequence[str]) -> Iterator[Territory]:
    """Yield every territory by code, with its names in the languages wanted.

    The other names are those in the languages that kg reads, in its own official ones, and some more that
    are common. A name that two territories have is left out of them.

    Args:
        wanted: ISO 639 codes that CLDR knows.

    Example:
        >>> kp = next(t for t in territories(["uk"]) if t.code == "KP")
        >>> kp.names, "북한" in kp.others, "North Korea" in kp.others
        ({'uk': 'Північна Корея'}, True, True)
    """
    every = {code: _others(code) for code in codes()}
    known = Counter(name.casefold() for names in every.values() for name in names)
    for code, others in every.items():
        names = {language: _name(language, code) for language in wanted}
        named = {language: name for language, name in names.items() if name}
        own = tuple(name for name in others if known[name.casefold()] == 1)
        yield Territory(code, named, own)


def codes() -> list[str]:
    """Return the codes of all territories in alphabetical order."""
    listed = _names(ENGLISH)
    return sorted(c for c in listed if len(c) == 2 and c.isalpha() and c not in _NO_TERRITORIES)


def _others(code: str) -> tuple[str, ...]:
    languages_ = dict.fromkeys((ENGLISH, *languages(), *get_official_languages(code)))
    names = [_name(language, code) for language in languages_]
    return tuple(dict.fromkeys(filter(None, [*names, _names(ENGLISH)[code], *_MORE.get(code, ())])))


def _name(language: str, code: str) -> str:
    usual = _USUAL.get(code, "") if language == ENGLISH else ""
    return usual or _names(language).get(code, "")


@cache
def _names(language: str) -> dict[str, str]:
    """Return the names of all territories in a language; none where CLDR has no such language."""
    try:
        return {code: str(name) for code, name in Locale.parse(language).territories.items()}
    except (UnknownLocaleError, ValueError):
        return {}
