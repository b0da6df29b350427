"""One paragraph as one line; what all rules have in common."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
"""Soft hyphens, and what has no width or turns the direction; the joiners of Persian and Hindi stay."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What no text has; what divides words or lines is left to `split`."""


def line(text: str) -> str:
    r"""Return a text on one line: in NFC, trimmed, every run of white space one blank.

    Soft hyphens, characters of no width and control characters are left out.

    Example:
        >>> line(" EPA\u00a0/\n TASS  am\u00admu\u200bnition ")
        'EPA / TASS ammunition'
    """
    plain = _CONTROL.sub("", _UNSEEN.sub("", text))
    return " ".join(unicodedata.normalize("NFC", plain).split())
