"""Colours of stances and statuses on a terminal; the words stay, so a colour is never the only sign."""

from __future__ import annotations

COLUMNS = ("stance", "status", "view", "verdict")
"""The columns whose words are coloured."""
_GREEN, _RED, _YELLOW, _CYAN, _MAGENTA, _GREY = "32", "31", "33", "36", "35", "90"
CODES = {
    "asserts": _GREEN,
    "supported": _GREEN,
    "so": _GREEN,
    "denies": _RED,
    "denied": _RED,
    "not so": _RED,
    "contradicts": _RED,
    "retracts": _RED,
    "withdrawn": _RED,
    "doubts": _YELLOW,
    "cannot-confirm": _YELLOW,
    "disputed": _YELLOW,
    "both so and not so": _YELLOW,
    "dispute": _YELLOW,
    "expects": _CYAN,
    "expected": _CYAN,
    "refines": _CYAN,
    "unconfirmed": _CYAN,
    "concerned": _MAGENTA,
    "feared": _MAGENTA,
    "unknown": _GREY,
    "open": _GREY,
    "incomparable": _GREY,
}
"""Codes of the eight basic colours, which people set for their own eyes and background."""


def painted(text: str, word: str) -> str:
    """Return a text in the colour of the word that it belongs to; as it is when the word has none.

    Example:
        >>> painted("denies", "denies"), painted("x", "x")
        ('\\x1b[31mdenies\\x1b[0m', 'x')
    """
    code = CODES.get(word)
    return f"\x1b[{code}m{text}\x1b[0m" if code and text else text
