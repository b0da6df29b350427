"""A table as it was read: its lines, which become the text of the document, and the rows in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, NamedTuple

from kg.errors import CallError, Location, Problem
from kg.model.characters import FORMULA, NEVER
from kg.system import reading

RULE = "table-rows-1"
"""How lines are made of a table: each row is one, whatever line feeds are in its cells; none is empty."""
MOST = reading.TEXT
"""Bytes of a table: what the text of a document may have."""

_ODD = re.compile(rf"[{NEVER}\n\ud800-\udfff]")


class Row(NamedTuple):
    """One row: the number of its line in the derived text, its place in the file, its cells by column."""

    paragraph: int
    line: int
    cells: dict[str, Any]


@dataclass
class Table:
    """What was read of a file.

    Attributes:
        name: how messages call the file.
        sha256: of its bytes.
        media_type: what it is.
        tool: what read it.
        lines: the derived text, a line for each line above the header, the header and each row.
        places: for each of them its line in the file, row of the sheet or number in the list.
        header: index of the header among the lines, -1 where there is none.
        cells: turns a line back into its cells, by position or, of an object, by path.
        encoding: of the file, where it is not UTF-8.
        notes: plain sentences for the person.
        refused: why some lines below the header are no row, by index.
        take: picks the columns of the layout from the cells.
    """

    name: str
    sha256: str
    media_type: str
    tool: str
    lines: list[str]
    places: Sequence[int]
    header: int
    cells: Callable[[str], Any]
    encoding: str | None = None
    notes: list[str] = field(default_factory=list)
    refused: dict[int, str] = field(default_factory=dict)
    take: Callable[[Any], dict[str, Any]] = dict

    @property
    def text(self) -> str:
        """The derived text."""
        return "\n".join(self.lines) + "\n"

    def rows(self) -> Iterator[Row]:
        """Yield the rows in order; it can be done again."""
        for index in range(self.header + 1, len(self.lines)):
            if index not in self.refused:
                yield Row(index + 1, self.places[index], self.take(self.cells(self.lines[index])))


def read_bytes(path: Any, name: str) -> bytes:
    """Return the bytes of a file that somebody named.

    Raises:
        CallError: it cannot be read, is empty or too large.
    """
    try:
        raw = reading.read(path, MOST)
    except OSError as error:
        raise refusal(
            f"cannot be read: {error.strerror or error}",
            name,
            todo=getattr(error, "todo", "check that it exists and may be read"),
        ) from error
    if not raw.strip():
        raise refusal("the file is empty", name, expected="a table with a header and rows")
    return raw


def refusal(
    what: str,
    name: str,
    line: int = 0,
    column: int = 0,
    *,
    expected: str = "",
    near: str | None = None,
    todo: str = "",
) -> CallError:
    """Return the error about a place in a table."""
    return CallError(Problem(what, Location(name, line, column), expected, near, todo))


def digest(raw: bytes) -> str:
    """Return the SHA-256 of bytes."""
    return sha256(raw).hexdigest()


def clean(cell: str) -> str:
    """Return the text of a cell on one line in Unicode NFC, without what facts may not hold.

    The apostrophe that keeps a spreadsheet from running a text is no part of it.

    Example:
        >>> clean("  Mo\\u0308we\\n 2 "), clean("'-7 drones"), clean("'Abd al-Malik")
        ('Möwe 2', '-7 drones', "'Abd al-Malik")
    """
    if cell[:1] == "'" and cell[1:].startswith(FORMULA):
        cell = cell[1:]
    if not cell.isascii():
        cell = unicodedata.normalize("NFC", cell)
    return (cell if cell.isprintable() else " ".join(_ODD.sub(" ", cell).split())).strip()
