"""Text as it is matched: without what nobody sees, each letter in its common form, places kept."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

_PLAIN = re.compile(r"[\x00-\x7f\xa0-\xac\xae-\u02ff\u0370-\u05ff\u2010-\u2027\u1100-\u11ff\u3040-\ud7af]*")
"""Letters and signs that stay as they are; nearly all texts hold no others."""


class Plain(NamedTuple):
    """A text as it is matched, and where each of its characters stands in the text as printed.

    Attributes:
        text: what is matched.
        where: place of each character as printed, counted from 0; None when every place is the same.
    """

    text: str
    where: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place as printed of one or more characters, from `start` up to `end`."""
        return (start, end) if self.where is None else (self.where[start], self.where[end - 1] + 1)


def plain(text: str) -> Plain:
    """Return a text as it is matched.

    Characters that show nothing (soft hyphens, joiners, marks of order) go, digits of any script become those
    from 0 to 9, and letters of full or half width or joined in print become the usual ones.

    Example:
        >>> read = plain("１２０ Gra\\u00adnaten")
        >>> read.text, read.span(4, 12)
        ('120 Granaten', (4, 13))
        >>> plain("۱۲ ﬁles\\u200b").text
        '12 files'
    """
    if _PLAIN.fullmatch(text):
        return Plain(text, None)
    letters = [(plain_letter(char), at) for at, char in enumerate(text)]
    return Plain(
        "".join(letter for letter, _ in letters), tuple(at for letter, at in letters for _ in letter)
    )


@lru_cache(8192)
def plain_letter(char: str) -> str:
    """Return what a character is matched as: one character, several, or none.

    Example:
        >>> [plain_letter(char) for char in ("\\u200b", "５", "٣", "ﬂ", "²", "é")]
        ['', '5', '3', 'fl', '²', 'é']
    """
    if unicodedata.category(char) == "Cf":
        return ""
    digit = unicodedata.decimal(char, None)
    if digit is not None:
        return str(digit)
    form, _, codes = unicodedata.decomposition(char).partition(" ")
    if form in ("<wide>", "<narrow>") or ("\ufb00" <= char <= "\ufb06"):
        return "".join(chr(int(code, 16)) for code in codes.split())
    return char


def visible(text: str) -> str:
    """Return a text without characters that show nothing, such as soft hyphens, joiners and marks of order.

    Example:
        >>> visible("\\ufeffPjöng\\u00adjang\\u200b")
        'Pjöngjang'
    """
    return text if text.isprintable() else "".join(c for c in text if unicodedata.category(c) != "Cf")


def comparable(text: str) -> str:
    """Return a text as names are compared: plain, in NFC, without case.

    Example:
        >>> comparable("Pjo\\u0308ng\\u00adjang") == comparable("PJÖNGJANG")
        True
    """
    return plain(unicodedata.normalize("NFC", text)).text.casefold()
