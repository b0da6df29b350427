"""Texts of both directions side by side: each part of a joined text is set apart, so that none turns another.

A name in Arabic or Hebrew letters would take the day, the bounds or the name beside it along into its own
direction. First strong isolates keep it to itself (U+2068 and U+2069, which show nothing), and a mark at the
beginning (U+200E) says that the whole runs from left to right: HTML takes the direction of a text from its
first letter, isolated or not.

Source: Unicode Standard Annex 9, isolates (X5c, X6a), and what a paragraph's direction rests on (P2).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

START, END = "\u2068", "\u2069"
"""What stands around a part that is set apart."""
LEFT = "\u200e"
"""What stands before a joined text that has such parts."""
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

_QUOTED = re.compile(r"(?<=(?<!\w)')[^'\n]+(?=')")


def isolated(text: str) -> str:
    """Return a part of a text so that it turns nothing beside it; one without such letters stays as it is.

    Example:
        >>> isolated("Kim"), isolated("علي") == START + "علي" + END
        ('Kim', True)
    """
    text = balanced(text)
    return text if not _RIGHT_TO_LEFT.search(text) or _is_one(text) else START + text + END


def joined(parts: Iterable[str], between: str = ", ") -> str:
    """Join the parts that say something, each set apart.

    Example:
        >>> joined(["Kim", "", "2024"]), joined(["عل", "2024"]) == f"{LEFT}{START}عل{END}, 2024"
        ('Kim, 2024', True)
    """
    return led(between.join(isolated(part) for part in parts if part))


def led(text: str) -> str:
    """Return a joined text that runs from left to right whatever its first part is.

    Example:
        >>> led("Kim, 2024"), led(isolated("علي") + ", 2024").startswith(LEFT)
        ('Kim, 2024', True)
    """
    return LEFT + text if START in text and not (text.startswith(LEFT) or _is_one(text)) else text


def quoted_apart(text: str) -> str:
    """Return a message in which every name between single quotes is set apart.

    Example:
        >>> quoted_apart("no actor 'علي'; 2 are near") == f"no actor '{START}علي{END}'; 2 are near"
        True
    """
    return _QUOTED.sub(lambda name: isolated(name[0]), text)


def balanced(text: str) -> str:
    """Return a text in which every part that is set apart begins and ends.

    Example:
        >>> balanced(f"a{END}b{START}c") == f"ab{START}c{END}"
        True
    """
    if text.isascii() or (START not in text and END not in text):
        return text
    kept, open_ = [], 0
    for char in text:
        if char == END:
            if not open_:
                continue
            open_ -= 1
        open_ += char == START
        kept.append(char)
    return "".join(kept) + END * open_


def lines_apart(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the lines of one text, so that a part that is broken over lines is set apart in each.

    Example:
        >>> lines_apart([f"a {START}b", f"c{END} d"]) == (f"a {START}b{END}", f"{START}c{END} d")
        True
    """
    done, open_ = [], 0
    for line in lines:
        done.append(balanced(START * open_ + line))
        open_ = max(0, open_ + line.count(START) - line.count(END))
    return tuple(done)


def _is_one(text: str) -> bool:
    """Return whether a text is a single part that is set apart already."""
    if not (text.startswith(START) and text.endswith(END)):
        return False
    depth = 0
    for at, char in enumerate(text):
        depth += (char == START) - (char == END)
        if depth == 0:
            return at == len(text) - 1
    return False
