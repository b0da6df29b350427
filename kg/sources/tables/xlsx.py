"""Spreadsheets: values only, merged cells repeated in each row, what is hidden said."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import warnings
import zipfile
from datetime import date, datetime, time
from typing import Any

from kg.errors import CallError, KgError, Location, Problem, nearest, number_of
from kg.sources.tables.columns import FIRST_LINES, find_header, no_header, picker, positions
from kg.sources.tables.layout import Reader
from kg.sources.tables.table import MOST, Table, clean, digest, refusal
from kg.system.extras import needed, tool

UNPACKED = 300_000_000
"""Bytes of all parts of a spreadsheet, unpacked."""
SHARED = 60_000_000
"""Bytes of the texts that the cells share, unpacked; these are held in memory."""
WIDEST = 1_000
"""Columns that are read."""
EMPTY = 1_000
"""Empty rows, one below the other, after which a sheet is not read further."""
MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]+)([0-9]+):([A-Z]+)([0-9]+)"')

Area = tuple[str, range, range]
"""A merged area: its name, rows and columns."""
Sheet = list[tuple[int, list[str]]]
"""Each row that is not empty: its number and its cells."""


def read(raw: bytes, name: str, reader: Reader) -> Table:
    """Read a table; see `kg.sources.tables.reading.read_table`."""
    needed("openpyxl", "spreadsheets")
    import openpyxl

    _refuse_bomb(raw, name)
    books: list[Any] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and extensions that no value depends on
            for values_only in (True, False):
                books.append(openpyxl.load_workbook(io.BytesIO(raw), read_only=True, data_only=values_only))
            return _read(raw, name, reader, *books)
    except KgError:
        raise
    except Exception as error:  # whatever the library does with a broken file
        raise refusal(f"no spreadsheet: {error}", name, todo="open it and save it again as XLSX") from error
    finally:
        for book in books:
            book.close()


def _read(raw: bytes, name: str, reader: Reader, values: Any, formulas: Any) -> Table:
    notes: list[str] = []
    sheets = [sheet for sheet in values.worksheets if _wanted(sheet, reader)]
    hidden = [sheet.title for sheet in values.worksheets if sheet.sheet_state != "visible"]
    if not sheets:
        titles = [sheet.title for sheet in values.worksheets]
        raise refusal(
            f"there is no sheet '{reader.sheet}'" if reader.sheet else "every sheet is hidden",
            name,
            expected=f"one of {', '.join(titles)}",
            near=nearest(reader.sheet or "", titles),
            todo="name it as sheet: in a layout of your own",
        )
    first: list[list[str]] = []
    for sheet in sheets:
        merged = _merged(raw, sheet)
        rows, end = _rows(sheet, formulas[sheet.title], merged, name)
        header, _ = find_header((cells for _, cells in rows[:FIRST_LINES]), reader)
        if header >= 0:
            break
        first = first or [cells for _, cells in rows[:FIRST_LINES]]
    else:
        raise no_header(name, reader, first)
    if hidden:
        notes.append(
            f"hidden sheets: {', '.join(hidden)}; {'one is read' if sheet.title in hidden else 'not read'}"
        )
    others = [one.title for one in sheets if one is not sheet]
    if others:
        notes.append(f"the sheet '{sheet.title}' is read; not read: {', '.join(others)}")
    if end:
        notes.append(f"the {EMPTY:,} rows above row {end:,} are empty; from there on nothing is read")
    if merged:
        notes.append(
            f"{number_of(len(merged), 'merged area')} ({', '.join(area for area, *_ in merged[:3])}): the"
            " value is repeated in each cell"
        )
    places = positions(rows[header][1], rows[header][0], name, reader)
    return Table(
        name,
        digest(raw),
        MEDIA,
        tool("openpyxl"),
        [_line(cells) for _, cells in rows],
        [number for number, _ in rows],
        header,
        lambda line: next(csv.reader([line])),
        notes=notes,
        take=picker(places, reader.headers),
    )


def _wanted(sheet: Any, reader: Reader) -> bool:
    return bool(sheet.title == reader.sheet if reader.sheet else sheet.sheet_state == "visible")


def _line(cells: list[str]) -> str:
    """Return a row as a line of CSV, which is what the derived text has of it."""
    out = io.StringIO()
    csv.writer(out, lineterminator="").writerow(cells)
    return unicodedata.normalize("NFC", out.getvalue())


def _rows(sheet: Any, formulas: Any, merged: list[Area], name: str) -> tuple[Sheet, int]:
    """Return the rows, and the first one that is not read any more, or 0.

    A formula whose value the file does not keep is an error with the cell.
    """
    out: Sheet = []
    end = 0
    repeated = _Repeated(merged)
    problems: list[Problem] = []
    size = 0
    sheet.reset_dimensions()
    formulas.reset_dimensions()
    pairs = zip(sheet.iter_rows(max_col=WIDEST), formulas.iter_rows(max_col=WIDEST), strict=True)
    for number, (row, written) in enumerate(pairs, 1):
        if number - (out[-1][0] if out else 0) > EMPTY:
            end = number
            break
        cells = []
        for column, (cell, source) in enumerate(zip(row, written, strict=True), 1):
            wrong = _wrong(cell, source, column, number)
            if wrong:
                problems.append(Problem(wrong[0], Location(name, number, column), wrong[1], todo=wrong[2]))
            cells.append(clean(shown_cell(cell.value)))
        repeated.fill(number, cells)
        while cells and not cells[-1]:
            cells.pop()
        if cells:
            out.append((number, cells))
            size += sum(map(len, cells))
        if size > MOST:
            raise refusal(f"more than {MOST:,} letters", name, number, todo="divide it into several")
        if len(problems) == 20:
            break
    if problems:
        raise CallError(*problems)
    return out, end


def _wrong(cell: Any, source: Any, column: int, row: int) -> tuple[str, str, str] | None:
    formula = source.data_type == "f"
    if formula and cell.value is None:
        return (
            f"cell {_name(column, row)} has a formula, and the file does not keep its value",
            "a value",
            "open the file in a spreadsheet and save it again, or put the value in the cell",
        )
    if cell.data_type == "e":
        return (
            f"cell {_name(column, row)} is the error {cell.value}",
            "a value",
            "correct the formula, or empty the cell",
        )
    return None


def _name(column: int, row: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def _number(letters: bytes) -> int:
    value = 0
    for letter in letters:
        value = value * 26 + letter - 64
    return value


class _Repeated:
    """Fills the cells of merged areas, row by row from the top."""

    def __init__(self, merged: list[Area]) -> None:
        self.ahead = sorted(merged, key=lambda area: area[1].start, reverse=True)
        self.active: list[tuple[Area, str]] = []

    def fill(self, row: int, cells: list[str]) -> None:
        """Put the value of the first cell of each area into its others, as far as they lie in a row."""
        while self.ahead and self.ahead[-1][1].start <= row:
            area = self.ahead.pop()
            first = area[2].start
            self.active.append((area, cells[first - 1] if first <= len(cells) else ""))
        self.active = [(area, text) for area, text in self.active if row < area[1].stop]
        for (_, _, columns), text in self.active:
            cells += [""] * (columns.stop - 1 - len(cells))
            cells[columns.start - 1 : columns.stop - 1] = [text] * len(columns)


def shown_cell(value: Any) -> str:
    """Return the value of a cell as text: days by ISO 8601, whole numbers without a point.

    Example:
        >>> shown_cell(24.0), shown_cell(0.1 + 0.2), shown_cell(datetime(2024, 5, 2)), shown_cell(True)
        ('24', '0.3', '2024-05-02', 'Yes')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.15g}"
    if isinstance(value, datetime):
        return (value.date() if value.time() == time() else value).isoformat()
    return value.isoformat() if isinstance(value, (date, time)) else str(value)


def _merged(raw: bytes, sheet: Any) -> list[Area]:
    """Return the merged areas of a sheet, which the library does not tell when it only reads."""
    path = getattr(sheet, "_worksheet_path", "").lstrip("/")
    found: dict[str, Area] = {}
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        if path not in parts.namelist():
            return []
        with parts.open(path) as part:
            rest = b""
            while chunk := part.read(1_000_000):
                for one in _MERGED.finditer(rest + chunk):
                    area = b"%b%b:%b%b" % one.groups()
                    rows, columns = (
                        range(int(one[2]), int(one[4]) + 1),
                        range(_number(one[1]), min(_number(one[3]), WIDEST) + 1),
                    )
                    found[area.decode()] = area.decode(), rows, columns
                rest = chunk[-200:]
    return [*found.values()]


def _refuse_bomb(raw: bytes, name: str) -> None:
    """Refuse what is no spreadsheet, or unpacks to more than fits in memory.

    Raises:
        CallError: with what to do.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            infos = parts.infolist()
            for info in infos:
                if info.filename.endswith((".xml", ".rels")) and b"<!" in parts.open(info).read(
                    1_000
                ).replace(b"<!--", b""):
                    raise refusal(
                        f"its part '{info.filename}' declares a document type",
                        name,
                        todo="save it again as XLSX",
                    )
    except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError, EOFError) as error:
        raise refusal(f"no spreadsheet: {error}", name, todo="open it and save it again as XLSX") from error
    size = sum(info.file_size for info in infos)
    shared = sum(info.file_size for info in infos if info.filename.endswith("sharedStrings.xml"))
    if size > UNPACKED or shared > SHARED or len(infos) > 10_000:
        raise refusal(
            f"it unpacks to {size:,} bytes from {len(raw):,}",
            name,
            expected=f"at most {UNPACKED:,} bytes, {SHARED:,} of them texts",
            todo="divide it into several, or save the sheet as CSV",
        )
