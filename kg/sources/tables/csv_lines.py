"""Tables in plain text, with quoting or without, with broken rows and what spreadsheets leave behind."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Callable, Iterator

from kg.sources.tables.columns import FIRST_LINES, find_header, no_header, picker, positions
from kg.sources.tables.encoding import decoded
from kg.sources.tables.layout import Reader
from kg.sources.tables.table import Table, clean, digest, refusal
from kg.version import __version__

Record = tuple[int, str]
"""Line of the file, and the row as one line."""
Split = Callable[[str], list[str]]
TOO_FEW = "the row has too few cells"
TOO_MANY = "the row has too many cells"
_TAIL = {",": re.compile(r";{2,}$"), ";": re.compile(r",{2,}$"), "\t": re.compile(r"[;,]{2,}$")}
"""What a spreadsheet writes behind rows that it took for one cell, by the separator of the table."""


def read(raw: bytes, name: str, reader: Reader) -> Table:
    """Read a table; see `kg.sources.tables.reading.read_table`."""
    text, encoding = decoded(raw, reader.encodings, name)
    records, split, header = _choose(text, name, reader)
    cells = list(map(clean, split(records[header][1])))
    places = positions(cells, records[header][0], name, reader)
    last = max((index for index, cell in enumerate(cells) if cell), default=0) + 1
    width = max(max(places.values()) + 1, last)
    rows, broken = (
        _joined(records[header + 1 :], split, width) if reader.rejoin else (records[header + 1 :], 0)
    )
    kept = records[: header + 1] + rows
    notes = [f"{broken} line feeds inside cells: the rows that they broke are joined"] if broken else []
    other = None if encoding in ("utf-8", "utf-8-sig") else encoding
    return Table(
        name,
        digest(raw),
        "text/csv",
        f"kg {__version__}",
        [unicodedata.normalize("NFC", row) for _, row in kept],
        [line for line, _ in kept],
        header,
        lambda line: [clean(cell) for cell in split(line)],
        other,
        notes,
        dict(_refused(rows, split, width, header + 1)),
        picker(places, reader.headers),
    )


def _joined(records: list[Record], split: Split, width: int) -> tuple[list[Record], int]:
    """Join each row that has too few cells with the lines behind it, where that gives as many as fit."""
    rows: list[Record] = []
    broken = index = 0
    while index < len(records):
        line, row = records[index]
        size = len(split(row))
        ahead = index + 1
        while size < width and ahead < len(records):
            longer = f"{row} {records[ahead][1]}"
            size = len(split(longer))
            if size > width:
                break
            row, ahead = longer, ahead + 1
        whole = len(split(row)) == width
        if whole:
            broken += ahead - index - 1
        rows.append((line, row if whole else records[index][1]))
        index = ahead if whole else index + 1
    return rows, broken


def _refused(rows: list[Record], split: Split, width: int, first: int) -> Iterator[tuple[int, str]]:
    for index, (_, row) in enumerate(rows, first):
        cells = split(row)
        if len(cells) < width:
            yield index, TOO_FEW
        elif any(cell.strip() for cell in cells[width:]):
            yield index, TOO_MANY


def _choose(text: str, name: str, reader: Reader) -> tuple[list[Record], Split, int]:
    """Return the rows, how each is divided and which is the header, under the separator that fits best."""
    best: tuple[int, int, str] = (0, -1, reader.separators[0])
    first: list[list[str]] = []
    for separator in reader.separators:
        split = _split(separator, reader)
        head = [split(line) for line in _first_lines(text)]
        index, fitting = find_header(head, reader)
        first = max(first, head, key=lambda rows: max(map(len, rows), default=0))
        if fitting > best[0]:
            best = fitting, index, separator
    if best[1] < 0:
        raise no_header(name, reader, first)
    split = _split(best[2], reader)
    records = list(_quoted(text, name, best[2]) if reader.quoting else _lines(text))
    header, _ = find_header((split(row) for _, row in records[:FIRST_LINES]), reader)
    return records, split, header


def _first_lines(text: str) -> list[str]:
    lines = (line for line in text[:1_000_000].split("\n") if line.strip())
    return [line for _, line in zip(range(FIRST_LINES), lines, strict=False)]


def _split(separator: str, reader: Reader) -> Split:
    """Return what divides one row into its cells."""
    tail = _TAIL.get(separator) if reader.strip_tail else None

    def plain(line: str) -> list[str]:
        if tail:
            line = tail.sub("", line)
            if line[:1] == '"' == line[-1:] and len(line) > 1:  # a spreadsheet took the row for one cell
                line = line[1:-1].replace('""', '"')
        return line.split(separator)

    def quoted(line: str) -> list[str]:
        try:
            return next(csv.reader([tail.sub("", line) if tail else line], delimiter=separator), [])
        except csv.Error:  # a cell that is too long: `_quoted` says where
            return []

    return quoted if reader.quoting else plain


def _lines(text: str) -> Iterator[Record]:
    return ((number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip())


def _quoted(text: str, name: str, separator: str) -> Iterator[Record]:
    """Yield the rows, each with the line feeds inside its quotation marks as blanks."""
    lines = text.split("\n")
    reader = csv.reader((f"{line}\n" for line in lines), delimiter=separator, strict=True)
    start = 0
    while True:
        try:
            if next(reader, None) is None:
                return
        except csv.Error as error:
            what = "a quotation mark is never closed"
            if "field larger" in str(error):
                what += f", or a cell has more than {csv.field_size_limit():,} letters"
            elif "unexpected end" not in str(error):
                what = f"no table in quotation marks: {error}"
            todo = "close or double it; for a table without quoting, a layout of your own says quoting: false"
            raise refusal(
                what, name, start + 1, expected="an even number of them in a row", todo=todo
            ) from None
        row = " ".join(lines[start : reader.line_num])
        if row.strip():
            yield start + 1, row
        start = reader.line_num
