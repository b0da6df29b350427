"""Characters that no fact may hold, however it comes in, and what is said about them."""

from __future__ import annotations

import re

from kg.errors import Location, Problem

NEVER = r"\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufffe\uffff"
"""Control characters but tab and line feed, line ends that editors do not count, orders that turn the
direction of what follows (so that a name reads as another one), and what is no character."""
PLAIN = rf"^[^{NEVER}]*$"
"""What a text of a fact is made of, as a pattern for models and JSON Schema."""
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""With what a text begins that a spreadsheet takes for a formula; an apostrophe before it prevents that."""
_ODD = re.compile(rf"[{NEVER}\ud800-\udfff]")


def odd(text: str) -> int | None:
    r"""Return where the first character stands that no fact may hold, from 0.

    Example:
        >>> odd("Größe 북한"), odd("a\u202eb")
        (None, 1)
    """
    found = None if text.isprintable() else _ODD.search(text)
    return found.start() if found else None


def refused(character: str, where: Location | None) -> Problem:
    r"""Return what is said about such a character.

    Example:
        >>> print(refused("\x07", Location("a.yaml", 3, 5)))
        a.yaml:3:5: the character U+0007; expected text that only shows; delete it, or save the file as UTF-8
    """
    return Problem(
        f"the character U+{ord(character):04X}",
        where,
        "text that only shows",
        todo="delete it, or save the file as UTF-8",
    )


def undecoded(error: UnicodeDecodeError, where: Location) -> Problem:
    """Return what is said about bytes that are no text."""
    what = f"byte 0x{error.object[error.start]:02x} is not UTF-8"
    return Problem(what, where, "a file in UTF-8", todo="save it as UTF-8")
