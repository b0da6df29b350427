"""Colours of stances and statuses on a terminal; the words stay, so a colour is never the only sign."""

from __future__ import annotations

from kg.model.stances import BLUE, CYAN, MAGENTA, RED, STANCES, YELLOW

COLUMNS = ("stance", "status", "view", "verdict")
"""The columns whose words are coloured."""
_GREY = "90"
CODES = {
    **{word: stance.colour for word, stance in STANCES.items()},
    "supported": _GREY,
    "so": BLUE,
    "denied": RED,
    "not so": RED,
    "contradicts": RED,
    "withdrawn": RED,
    "disputed": YELLOW,
    "both so and not so": YELLOW,
    "dispute": YELLOW,
    "expected": CYAN,
    "refines": CYAN,
    "revised down": CYAN,
    "revised up": CYAN,
    "unconfirmed": CYAN,
    "feared": MAGENTA,
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
