"""The line of a file in which a fault stands, with a mark under the place."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from kg.errors import Location
from kg.formats.text import visible, width
from kg.language.decoding import decoded
from kg.sources.fingerprint import is_import
from kg.system import reading

_AT = re.compile(r"[\w-]+|.")
"""What is marked: a word or a sign."""
_BEFORE = 30
"""Letters of a long line that are shown before the place."""


def pointer(folder: Path, columns: int) -> Callable[[Location | None], str]:
    """Return what shows a place in a file.

    Args:
        folder: of the seeds; a file that messages name by another folder than this one lies beside it.
        columns: cells in a line.

    Returns:
        A function that gives two lines, the line of the file and the mark, each with a newline before it;
        empty without a line, or when the file cannot be read any more.
    """

    @cache
    def lines(file: str) -> list[str]:
        if is_import(file):
            return []
        path = next((p for p in (Path(file), folder.absolute().parent / file) if p.is_file()), None)
        try:
            return decoded(reading.read(path, reading.FACTS, folder)).split("\n") if path else []
        except (OSError, ValueError):
            return []

    def pointed(where: Location | None) -> str:
        if where is None or not 0 < where.line <= len(lines(where.file)):
            return ""
        return marked(lines(where.file)[where.line - 1].rstrip(), where.line, where.column, columns)

    return pointed


def marked(line: str, number: int, column: int, columns: int) -> str:
    r"""Return a line behind its number, cut to what fits, and below it a mark unless the column is 0.

    Args:
        line: as the file has it.
        number: of the line, from 1.
        column: the place, from 1; 0 when it does not matter.
        columns: cells in a line of the terminal.

    Example:
        >>> print(marked("  stanse: asserts", 30, 3, 80))
        <BLANKLINE>
          30 |   stanse: asserts
             |   ^^^^^^
    """
    gutter = f"{number:>4} | "
    start = max(column - 1, 0)
    room = max(columns - len(gutter) - 1, 20)
    first = max(0, min(start - _BEFORE, len(line) - room + 1)) if width(line) > room else 0
    before = f"{'…' if first else ''}{_shown(line[first:start])}"
    word = _AT.match(line, start)
    after = _shown(line[start:])
    while width(before + after) > room and after:
        after = after[:-1]
    shown = f"\n{gutter}{before}{after}"
    if not column:
        return shown
    size = min(width(_shown(word[0])), max(room - width(before), 1)) if word else 1
    return f"{shown}\n{' ' * (len(gutter) - 2)}| {' ' * width(before)}{'^' * size}"


def _shown(text: str) -> str:
    return visible(text.replace("\t", " "))
