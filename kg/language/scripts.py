"""Whole words in scripts with blanks between words and in those without."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.language.reading import either

_WRITTEN_ON = re.compile("[\u1100-\u11ff\u3040-\ud7af]")


def in_any_script(patterns: Iterable[str]) -> str:
    """Return a pattern of whole words, the longest first; those of a script without blanks may be written on.

    Example:
        >>> in_any_script(["said", "밝혔다", "told"])
        '(?:(?<!\\\\w)(?:said|told)(?!\\\\w)|(?:밝혔다))'
    """
    apart, written_on = list[str](), list[str]()
    for pattern in sorted(patterns, key=len, reverse=True):
        (written_on if _WRITTEN_ON.search(pattern) else apart).append(pattern)
    return either([rf"(?<!\w){either(apart)}(?!\w)", *([either(written_on)] if written_on else [])])
