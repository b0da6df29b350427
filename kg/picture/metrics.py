"""How wide texts are, so that labels can be placed before any renderer sees them.

Texts are also made to fit a line.

Widths are those of Helvetica, which Arial, Liberation Sans, Arimo and Nimbus Sans share, in thousandths of
the size of the letters. Other scripts are estimated with a little too much room.

Source: Adobe Font Metrics of the fourteen standard PostScript fonts (Helvetica).
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from kg.language.directions import END, START, balanced, lines_apart

FACE = "Arial, Helvetica, 'Liberation Sans', Arimo, 'Nimbus Sans', sans-serif"
FONT_PX = 13.0
"""Size of the letters of a label."""
LINE_PX = 16.0
"""From one line of a label to the next."""
ROLE_PX = {"axis": 12.0, "lane": 14.0, "row": 13.0, "note": 12.0}
"""Size of the letters of a text by its role."""
LEAST_LETTERS = 3
"""So many letters of a broken word stand on the next line at least."""
BOLD = frozenset({"lane"})
"""Roles whose letters are bold."""

_ROWS = (
    (191, "'"),
    (222, "ijl‘’‚"),
    (260, "|"),
    (278, " !,./:;I[\\]ft"),
    (333, "()-`r“”„"),
    (334, "{}"),
    (350, "•"),
    (355, '"'),
    (389, "*"),
    (400, "°"),
    (469, "^"),
    (500, "Jckvsxyzß"),
    (556, "#$0123456789?L_abdeghnopqu–«»§"),
    (584, "+<=>~"),
    (611, "FTZ"),
    (667, "ABEKPSVXY&"),
    (722, "CDHNRUw"),
    (778, "GOQ"),
    (833, "Mm"),
    (889, "%"),
    (944, "W"),
    (1000, "—…►▲☼†↔◊○▾"),
    (1015, "@"),
)
WIDTHS = {char: units for units, chars in _ROWS for char in chars}
"""Width of each character in thousandths of the size of the letters."""
_BOLD_ROWS = (
    (238, "'"),
    (278, " ,./I\\ijl‘’‚"),
    (280, "|"),
    (333, "!():;-[]`ft"),
    (350, "•"),
    (389, "*r{}"),
    (400, "°"),
    (474, '"'),
    (500, "z“”„"),
    (556, "#$0123456789_aceksvxyJ–«»§"),
    (584, "+<=>~^"),
    (611, "FLTZ?bdghnopquß"),
    (667, "EPSVXY"),
    (722, "ABCDHKNRU&"),
    (778, "GOQw"),
    (833, "M"),
    (889, "%m"),
    (944, "W"),
    (975, "@"),
    (1000, "—…►▲☼†↔◊○▾"),
)
BOLD_WIDTHS = {char: units for units, chars in _BOLD_ROWS for char in chars}
"""The same of bold letters."""
_BOLDER = 1.1
"""How much wider bold letters are that were not measured."""

_GONE = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2067\u206a-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)
"""What steers the order of letters or takes no room: never part of a label."""
_APART = str.maketrans("", "", START + END)
_BLANK = re.compile(r"[\s\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff]+")
_MARKS = 3
"""Combining marks that one letter may carry; more of them would climb over other lines."""


@lru_cache(maxsize=8192)
def _units(char: str, bold: bool = False) -> float:
    known = (BOLD_WIDTHS if bold else WIDTHS).get(char)
    if known is not None:
        return known
    if bold:
        base = unicodedata.normalize("NFD", char)[0]
        return _units(base, True) if base != char else _units(char) * _BOLDER
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    base = unicodedata.normalize("NFD", char)[0]
    if base != char and base in WIDTHS:
        return WIDTHS[base]
    if unicodedata.east_asian_width(char) in "WF":
        return 1000
    if "\u0370" <= char <= "\u052f":
        return 760 if char.isupper() or char in "жмшщюыф" else 590
    return 1000 if unicodedata.category(char) in ("So", "Sm", "Co", "Cn") else 800


@lru_cache(maxsize=8192)
def text_width(text: str, size: float = FONT_PX, bold: bool = False) -> float:
    """Return the width of one line in pixels, with 3 in 100 to spare.

    Example:
        >>> text_width("ill") < text_width("abc") < text_width("ABC")
        True
    """
    return sum(_units(char, bold) for char in text) * size / 1000 * 1.03


def plain(text: object, limit: int = 2000) -> str:
    """Return a text as one line that a picture can show: no steering characters, no line ends, blanks once.

    Args:
        text: any value; None is an empty text.
        limit: characters after which the rest is dropped, with an ellipsis.

    Example:
        >>> plain(" a\\n\u202eb\u200b  c ")
        'a b c'
    """
    return shown(("" if text is None else str(text)[: 4 * limit]).translate(_APART), limit)


@lru_cache(maxsize=8192)
def shown(text: str, limit: int = 2000) -> str:
    """Return a joined text as one line that a picture can show: as `plain`, but with its parts set apart.

    Args:
        text: values that are plain, put together by `kg.language.directions`.
        limit: characters after which the rest is dropped, with an ellipsis.
    """
    words = text[: 4 * limit]
    words = _BLANK.sub(" ", _GONE.sub("", words)).strip()
    if not words.isascii():
        words = _calmed(words)
    return balanced(words if len(words) <= limit else words[: limit - 1] + "…")


def _calmed(text: str) -> str:
    """Return a text without combining marks beyond the third on one letter."""
    kept, marks = [], 0
    for char in text:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= _MARKS:
            kept.append(char)
    return "".join(kept)


def cut(text: str, room: float, size: float = FONT_PX, bold: bool = False) -> str:
    """Return a text as one plain line, cut with an ellipsis where it would not fit into `room` pixels.

    Example:
        >>> cut("North Korea", 50)
        'North…'
    """
    text = shown(text)
    if text_width(text, size, bold) <= room:
        return text
    left = room - text_width("…", size, bold)
    kept = 0
    for kept, char in enumerate(text):  # noqa: B007  # its last value is asked for
        left -= text_width(char, size, bold)
        if left < 0:
            break
    return balanced(_broken(text, kept))


def _broken(text: str, kept: int) -> str:
    """Return the first letters with an ellipsis.

    A number is left out rather than cut, and so is a word where there are several.
    """
    head = text[:kept]
    if (
        kept < len(text)
        and text[kept] != " "
        and (any(map(str.isdigit, head.rpartition(" ")[2])) or len(head.rpartition(" ")[0]) > 0.6 * kept)
    ):
        head = head.rpartition(" ")[0]
    return head.rstrip(" ,;:-–(") + "…"


@lru_cache(maxsize=8192)
def wrap(
    text: str, room: float, lines: int = 3, size: float = FONT_PX, bold: bool = False
) -> tuple[str, ...]:
    """Break a text into at most `lines` lines no wider than `room`; what does not fit ends in an ellipsis.

    Words longer than a line are broken, between small letters with a hyphen.

    Example:
        >>> wrap("Artillery shells to Russia, autumn 2023 to October 2024", 130, 2)
        ('Artillery shells to', 'Russia, autumn…')
    """
    done: list[str] = []
    line = ""
    words = shown(text).split(" ")
    while words and len(done) < lines:
        word = words.pop(0)
        wider = f"{line} {word}" if line else word
        if text_width(wider, size, bold) <= room:
            line = wider
            continue
        if not line:  # one word wider than the line
            head = _head(word, room, size, bold)
            if word.isalpha() and head[-1:].islower() and word[len(head) :][:1].islower():
                head = _head(word, room - text_width("-", size, bold), size, bold)
                head = head[: max(len(word) - LEAST_LETTERS, 1)]
                line = f"{head}-"
            else:
                line = head
            words.insert(0, word[len(head) :])
        else:
            words.insert(0, word)
        done.append(line)
        line = ""
    if line and len(done) < lines:
        done.append(line)
    elif words or line:
        done[-1] = _ended(done[-1], room, size, bold)
    return lines_apart([part for part in done if part])


def _head(word: str, room: float, size: float, bold: bool) -> str:
    """Return as much of a word as fits, at least one letter with its marks."""
    used, end = 0.0, 0
    for end, char in enumerate(word):
        used += text_width(char, size, bold)
        if used > room and end and not unicodedata.combining(char):
            return word[:end]
    return word


def _ended(line: str, room: float, size: float, bold: bool) -> str:
    """Return a line with an ellipsis at its end, shortened until it fits."""
    kept = len(line)
    while kept and text_width(line[:kept] + "…", size, bold) > room:
        kept -= 1
    return _broken(line, kept)
