"""A file to a table, whatever of the formats that a layout takes it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kg.sources.foreign import HEAD, foreign
from kg.sources.tables import bibtex, csv_lines, json_rows, unroca_json, xlsx
from kg.sources.tables.layout import Reader
from kg.sources.tables.table import Table, read_bytes, refusal

_READERS: dict[str, Callable[[bytes, str, Reader], Table]] = {
    "csv": csv_lines.read,
    "json": json_rows.read,
    "unroca": unroca_json.read,
    "bibtex": bibtex.read,
    "xlsx": xlsx.read,
}
_NAMES = {
    "csv": "a table in plain text (CSV)",
    "json": "JSON",
    "unroca": "the file of a country from the UN Register (JSON)",
    "bibtex": "a bibliography (BibTeX)",
    "xlsx": "a spreadsheet (XLSX)",
}


def read_table(path: Path, reader: Reader) -> Table:
    """Read a file; what it is is told by its first bytes, not by its name.

    Args:
        path: the file.
        reader: how the layout says that it is read.

    Raises:
        CallError: with place and remedy: it cannot be read, is of another form, is empty or broken, has no
            header, or its columns moved.
    """
    name = str(path)
    raw = read_bytes(path, name)
    form = _form(raw, name)
    if form == "json" and "unroca" in reader.format:
        form = "unroca"
    if form not in reader.format:
        raise refusal(
            f"it is {_NAMES[form]}",
            name,
            expected=" or ".join(_NAMES[one] for one in reader.format),
            todo="choose another layout, or save it as what this one takes",
        )
    table = _READERS[form](raw, name, reader)
    if len(table.lines) == table.header + 1:
        raise refusal("the table has a header and no rows", name, expected="rows", todo="export it again")
    return table


def _form(raw: bytes, name: str) -> str:
    """Return what of csv, json, bibtex and xlsx it is; refuse what is none of them by what it is."""
    if raw.startswith(b"PK\x03\x04"):
        return "xlsx"
    start = raw[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1] in (b"{", b"["):
        return "json"
    if bibtex.BEGINS.match(raw):
        return "bibtex"
    other = foreign(raw[:HEAD])
    if other and "CSV" not in other[0] and "UTF-16" not in other[0]:
        raise refusal(
            f"it is {other[0]}",
            name,
            expected="a table: CSV, XLSX or JSON lines",
            todo="save it as one of these",
        )
    return "csv"
