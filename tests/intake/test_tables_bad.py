"""Tables that are no tables, or not those of the layout: each said with place and remedy."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kg.errors import CallError, SeedError
from kg.sources.tables import table, xlsx
from tests.intake.tables import COLUMNS, HEADER, convert, facts_of, layout

ROW = "Alphaland,Betaland,2024,12\n"
BY_POSITION = {"columns": [{name: header} for name, header in COLUMNS.items()]}

PLAIN: dict[str, tuple[str | bytes, dict[str, Any], str, str]] = {
    "empty": ("", {}, "table.csv: the file is empty", "a table with a header"),
    "blank lines": ("\n\n", {}, "the file is empty", ""),
    "no rows": (HEADER + "\n", {}, "the table has a header and no rows", ""),
    "no header": (
        "a,b\n1,2\n",
        {},
        "table.csv:1: no header of this layout",
        "a line with Supplier, Recipient",
    ),
    "renamed": (
        f"Suppliers,Recipient,Year,Items\n{ROW}",
        {},
        "table.csv:1: there is no column 'Supplier'; found are Suppliers, Recipient, Year, Items",
        "did you mean 'Suppliers'",
    ),
    "twice": (
        f"Supplier,Recipient,Year,Items,Year\n{ROW}",
        {},
        "table.csv:1:5: the header 'Year' stands in column 3 and in column 5",
        "name the columns by position",
    ),
    "moved": (
        f"Recipient,Supplier,Year,Items\n{ROW}",
        {"reader": BY_POSITION},
        ":1:1: column 1 is 'Recipient'; 'Supplier' has moved to column 2; expected 'Supplier'",
        "correct its columns",
    ),
    "one more": (
        f"Supplier,Recipient,Year,Status,Items\n{ROW}",
        {"reader": BY_POSITION},
        "table.csv:1:4: column 4 is 'Status'; 'Items' has moved to column 5",
        "",
    ),
    "one less": (
        "Supplier,Recipient,Year\nAlphaland,Betaland,2024\n",
        {"reader": BY_POSITION},
        "column 4 is missing; expected 'Items'",
        "",
    ),
    "broken UTF-8": (
        f"{HEADER}\nMöwe,x,1,2\nAlpha".encode() + b"\xff,Betaland,2024,12\n",
        {"reader": {"encodings": ["utf-8", "latin-1"]}},
        ":3:6: byte 0xff does not fit; expected UTF-8, in which other letters of the file are written",
        "save the file again as UTF-8",
    ),
    "latin-1": (
        f"{HEADER}\nMöwe,x,1,2\n".encode("latin-1"),
        {},
        "table.csv:2:2: byte 0xf6 does not fit; expected utf-8",
        "name its encoding",
    ),
    "open quote": (
        f'{HEADER}\n"Alphaland,Betaland,2024,12\n{ROW}',
        {},
        "table.csv:2: a quotation mark is never",
        "close",
    ),
    "letters behind a quote": (
        f'{HEADER}\n"Alpha"land,x,1,2\n',
        {},
        "table.csv:2: no table in quotation marks",
        "",
    ),
    "a cell too long": (
        f"{HEADER}\n{'x' * 200_000},Betaland,2024,12\n",
        {},
        "table.csv:2: a quotation mark is never closed, or a cell has more than 131,072 letters",
        "",
    ),
    "a PDF": (b"%PDF-1.7\n...", {}, "table.csv: it is a PDF; expected a table: CSV, XLSX or JSON lines", ""),
    "a page": ("<!DOCTYPE html><html><body>", {}, "it is a web page (HTML)", "save it as one of these"),
    "JSON": ('{"a": 1}', {}, "it is JSON; expected a table in plain text (CSV) or a spreadsheet", ""),
    "cut-off JSON": (
        '[{"supplier": "a"}, {"supp',
        {"reader": {"format": ["json"]}},
        "table.csv:1:22: no JSON",
        "a file that is cut off ends too early",
    ),
    "cut-off line": (
        '{"Supplier": "a"}\n{"supp',
        {"reader": {"format": ["json"]}},
        "table.csv:2:2: no JSON",
        "",
    ),
    "deep JSON": ("[" * 100_000, {"reader": {"format": ["json"]}}, "nested too deep", ""),
    "JSON without objects": ("[1]", {"reader": {"format": ["json"]}}, "item 1 of the list is no object", ""),
    "no day": (
        f"{HEADER}\n{ROW}",
        {"reader": {"encodings": ["utf-9"]}},
        "there is no encoding 'utf-9'",
        "correct encodings",
    ),
    "a zip": (b"PK\x03\x04" + b"\0" * 100, {}, "table.csv: no spreadsheet", "save it again as XLSX"),
}


@pytest.mark.parametrize("case", PLAIN)
def test_a_file_that_is_no_such_table_is_refused(tmp_path: Path, case: str) -> None:
    content, changed, what, todo = PLAIN[case]
    with pytest.raises(CallError) as caught:
        convert(tmp_path, content, **changed)
    assert what in str(caught.value)
    assert todo in str(caught.value)


def test_a_table_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "MOST", 50)
    with pytest.raises(CallError, match="it holds more than 50 bytes; divide it into several"):
        convert(tmp_path, f"{HEADER}\n{ROW * 3}")


def test_rows_with_too_many_cells_are_counted_with_their_lines(tmp_path: Path) -> None:
    made = convert(tmp_path, f"{HEADER}\nAlpha,land,Betaland,2024,12\n{ROW}\nend\n")
    assert [fact["id"] for fact in made.facts() if fact["type"] == "shipment"] == [
        "deal-alphaland-betaland-2024"
    ]
    assert made.report.lost == {
        "the row has too many cells": (1, [2]),
        "the row has too few cells": (1, [5]),
    }
    assert (made.report.rows, made.report.kept) == (3, 1)


def test_what_steers_a_terminal_does_not_come_into_facts(tmp_path: Path) -> None:
    facts = facts_of(convert(tmp_path, f"{HEADER}\nAlpha\x1b[31mland\u202e,Betaland,2024,12\n"))
    assert facts["s-alpha-31mland"]["name"] == "Alpha [31mland"


def test_each_wrong_row_is_named_and_after_twenty_no_more_are_read(tmp_path: Path) -> None:
    rows = "".join(f"Land {n},Betaland,2024,{n}\n" for n in range(100))
    facts = layout()["facts"]
    facts[1]["fields"]["said"] = "no day"
    with pytest.raises(SeedError) as caught:
        list(convert(tmp_path, f"{HEADER}\n{rows}", facts=facts).facts())
    assert len(caught.value.problems) == 20
    first = caught.value.problems[0]
    assert first.where is not None
    assert (Path(first.where.file).name, first.where.line) == ("table.csv", 2)
    assert "claim 'claim-land-0-betaland-2024': said" in first.what
    assert "add a lookup, or leave the row out" in first.todo


def test_a_fact_that_names_what_is_nowhere_is_refused(tmp_path: Path) -> None:
    start = layout()["start"][:1]
    with pytest.raises(
        SeedError, match="'small-2026-03-12' names 'register', which is nowhere; expected the id of"
    ):
        list(convert(tmp_path, f"{HEADER}\n{ROW}", start=start).facts())


def test_two_names_with_one_id_are_not_made_one(tmp_path: Path) -> None:
    names = layout()["names"]
    names["party"]["cases"][1]["fact"]["fields"]["id"] = "s-${slug(name, 5)}"
    with pytest.raises(SeedError, match="the names 'Alpha one' and 'Alpha two' give the same id 's-alpha'"):
        list(convert(tmp_path, f"{HEADER}\nAlpha one,B,1,1\nAlpha two,B,2,2\n", names=names).facts())


# Spreadsheets


def book(path: Path, cells: dict[str, Any], change: Callable[[str, bytes], bytes] | None = None) -> Path:
    """Write a spreadsheet; `change` gets each of its parts before it is packed."""
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in (HEADER.split(","), ["Alphaland", "Betaland", 2024, 12]):
        sheet.append(row)
    for cell, value in cells.items():
        sheet[cell] = value
    made.save(path)
    if change:
        with zipfile.ZipFile(path) as parts:
            held = {name: change(name, parts.read(name)) for name in parts.namelist()}
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as parts:
            for name, content in held.items():
                parts.writestr(name, content)
    return path


def test_a_formula_without_its_value_is_an_error_with_the_cell(tmp_path: Path) -> None:
    with pytest.raises(CallError) as caught:
        convert(tmp_path, book(tmp_path / "a.xlsx", {"D2": "=6*2", "C2": "=2000+24"}))
    assert [str(problem.where).rpartition("a.xlsx")[2] for problem in caught.value.problems] == [
        ":2:3",
        ":2:4",
    ]
    assert "cell D2 has a formula, and the file does not keep its value" in str(caught.value)
    assert "save it again" in str(caught.value)


def test_a_cell_far_below_the_table_does_not_hold_it_up(tmp_path: Path) -> None:
    made = convert(tmp_path, book(tmp_path / "a.xlsx", {"XFD1048576": "x"}))
    assert "claim-alphaland-betaland-2024" in facts_of(made)
    note = "the 1,000 rows above row 1,003 are empty; from there on nothing is read"
    assert note in made.report.notes


def test_of_a_formula_the_value_that_is_kept_is_taken(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        {"D2": "=6*2"},
        lambda name, raw: (
            raw.replace(b"<v></v>", b"<v>12</v>")
            .replace(b"<v />", b"<v>12</v>")
            .replace(b"<v/>", b"<v>12</v>")
        ),
    )
    assert facts_of(convert(tmp_path, path))["claim-alphaland-betaland-2024"]["paraphrase"].endswith(
        "with 12 items for Betaland."
    )


def test_a_cell_that_is_an_error_is_one(tmp_path: Path) -> None:
    with pytest.raises(CallError, match=r"a.xlsx:2:4: cell D2 is the error #REF!"):
        convert(tmp_path, book(tmp_path / "a.xlsx", {"D2": "#REF!"}))


def test_a_spreadsheet_that_unpacks_to_too_much_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = book(
        tmp_path / "a.xlsx", {}, lambda name, raw: raw + b" " * (5_000_000 if "sheet1" in name else 0)
    )
    assert path.stat().st_size < 50_000
    monkeypatch.setattr(xlsx, "UNPACKED", 1_000_000)
    with pytest.raises(
        CallError, match=r"it unpacks to 5,0\d\d,\d\d\d bytes from \d+,\d+; expected at most 1,000,000"
    ):
        convert(tmp_path, path)


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "bbbb">]>'
    path = book(tmp_path / "a.xlsx", {}, lambda name, raw: bomb + raw if name.endswith("sheet1.xml") else raw)
    with pytest.raises(CallError, match=r"its part 'xl/worksheets/sheet1\.xml' declares a document type"):
        convert(tmp_path, path)


def test_a_spreadsheet_of_hidden_sheets_says_so(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        {},
        lambda name, raw: (
            raw.replace(b'state="visible"', b'state="hidden"') if name.endswith("workbook.xml") else raw
        ),
    )
    with pytest.raises(CallError, match="every sheet is hidden; expected one of Sheet"):
        convert(tmp_path, path)
    made = convert(tmp_path, path, reader={"sheet": "Sheet"})
    assert "hidden sheets: Sheet; one is read" in made.table.notes


@pytest.mark.parametrize("keep", [40, -120])
def test_a_broken_spreadsheet_is_said_to_be_one(tmp_path: Path, keep: int) -> None:
    path = book(tmp_path / "a.xlsx", {}, lambda name, raw: raw[:keep] if name.endswith("sheet1.xml") else raw)
    with pytest.raises(CallError, match="no spreadsheet"):
        convert(tmp_path, path)
