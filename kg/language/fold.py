"""Words as they are compared: without case, accents, umlauts, scripts and endings."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from kg.language.plain import visible

_TOKEN = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"(?<=\w)['’]s\b")
_APOSTROPHES = re.compile(r"(?<=[\u0400-\u04ff])['’ʼ](?=[\u0400-\u04ff])")
_SIGNS = re.compile(r"(?<=[\u0400-\u04ff])['’ʼьъ](?=[\u0400-\u04ff]|\b)", re.I)
"""Signs in Cyrillic words that stand for no letter."""
_UMLAUT = re.compile(r"(?<![aeiouq])([aou])e+")


def fold(text: str) -> str:
    """Return a text in plain small letters; umlauts and their two-letter forms become the same.

    Letters of other scripts are written in Latin ones, so that a name in Cyrillic comes near its Latin form.

    Example:
        >>> fold("Pjöngjang"), fold("PJOENGJANG"), fold("Straße"), fold("Путин")
        ('pjongjang', 'pjongjang', 'strasse', 'putin')
    """
    if text.isascii():
        text = text.lower()
    else:
        text = unicodedata.normalize(
            "NFKC", visible(text)
        ).casefold()  # a letter of mathematics is a letter, too
        plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
        text = (
            plain.lower() if plain.isascii() else in_latin(text)
        )  # what was a letter of mathematics may be a capital now
    return _UMLAUT.sub(r"\1", text) if "ae" in text or "oe" in text or "ue" in text else text


def in_latin(text: str) -> str:
    """Return a text in small Latin letters, whatever script it is in.

    Example:
        >>> in_latin("И002"), in_latin("EP-PUS")
        ('i002', 'ep-pus')
    """
    if text.isascii():
        return text.lower()
    from anyascii import anyascii

    return anyascii(_SIGNS.sub("", text)).lower()


def is_latin(text: str) -> bool:
    """Return whether a text is written in Latin letters alone.

    Example:
        >>> is_latin("Wołodymyr"), is_latin("КНДР")
        (True, False)
    """
    return text.isascii() or all(
        ord(c) < 0x250 or 0x2000 <= ord(c) < 0x2070 for c in unicodedata.normalize("NFC", text)
    )


def tokens(text: str) -> list[str]:
    """Return the folded words of a text in order; a possessive `'s` is left off.

    Example:
        >>> tokens("Who sourced Kim's KN-23?")
        ['who', 'sourced', 'kim', 'kn', '23']
    """
    return split(fold(text))


def split(folded: str) -> list[str]:
    """Return the words of a text that is folded already."""
    if "'s" in folded or "’s" in folded:
        folded = _POSSESSIVE.sub("", folded)
    return _TOKEN.findall(folded)


def squeezed(text: str) -> str:
    """Return a text as one run of folded letters and figures, so that blanks and hyphens do not count.

    Example:
        >>> squeezed("KN-23") == squeezed("kn 23") == squeezed("KN23")
        True
    """
    return "".join(_TOKEN.findall(fold(text)))


def plain_words(text: str) -> list[str]:
    """Return the words of a text in small letters of their own script, without marks that may be left off.

    Example:
        >>> plain_words("Зеле\u0301нского Об’єднані Kim's")
        ['зеленского', 'обєднані', 'kim']
    """
    plain = unicodedata.normalize("NFKC", visible(text)).casefold()
    plain = _APOSTROPHES.sub("", "".join(c for c in plain if not unicodedata.combining(c)))
    return split(plain)


@cache
def stem(token: str) -> str:
    """Return a folded word without one or two common endings of any language.

    What is left over need not be a word.

    Example:
        >>> {stem(w) for w in ("deliver", "delivers", "delivered")}, {stem(w) for w in ("quelle", "quellen")}
        ({'deliv'}, {'quell'})
    """
    once = _without_ending(token, 0)
    return _without_ending(once, 4) if once != token else token


def _without_ending(token: str, least: int) -> str:
    known, sizes = _endings()
    for size in sizes:
        stay = known.get(token[-size:])
        if stay is not None and len(token) - size >= max(stay, least):
            return token[:-size]
    return token


@cache
def _endings() -> tuple[dict[str, int], list[int]]:
    """All endings, each with how many letters must stay, and their lengths, the greatest first."""
    from kg.language.reading import languages

    known = {ending: stay for one in languages().values() for ending, stay in one.endings.items()}
    return known, sorted({len(ending) for ending in known}, reverse=True)
