"""What holds for every table: its text is its rows, and each row is read back from its line."""

from __future__ import annotations

import csv
import io
import json

from hypothesis import given
from hypothesis import strategies as st

from kg.errors import CallError
from kg.sources.tables import csv_lines, json_rows
from kg.sources.tables.layout import Reader
from kg.sources.tables.table import clean
from kg.sources.texts import paragraphs

CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
ROWS = st.lists(st.lists(CELLS, min_size=3, max_size=3).filter(lambda row: any(map(clean, row))), min_size=1)
READER = Reader.model_validate({"columns": [{"a": "A"}, {"b": "B"}, {"c": "C"}], "separators": [","]})


@given(ROWS)
def test_quoted_cells_come_back(rows: list[list[str]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n")
    writer.writerows([["A", "B", "C"], *rows])
    table = csv_lines.read(out.getvalue().encode(), "a.csv", READER)
    assert paragraphs(table.text) == table.lines
    flat = [[" ".join(clean(cell).split()) for cell in row] for row in rows]
    read = [[" ".join(cell.split()) for cell in row.cells.values()] for row in table.rows()]
    assert read == flat


@given(st.lists(st.dictionaries(st.sampled_from("abc"), CELLS, min_size=1), min_size=1))
def test_objects_come_back(rows: list[dict[str, str]]) -> None:
    reader = Reader.model_validate({"format": ["json"], "columns": {name: name for name in "abc"}})
    raw = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()
    table = json_rows.read(raw, "a.jsonl", reader)
    assert paragraphs(table.text) == table.lines
    assert [row.cells for row in table.rows()] == [
        {name: clean(row.get(name, "")) for name in "abc"} for row in rows
    ]


@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_are_a_table_or_refused(raw: bytes, quoting: bool) -> None:
    reader = READER.model_copy(update={"quoting": quoting, "rejoin": True, "strip_tail": True})
    try:
        table = csv_lines.read(b"A,B,C\n" + raw, "a.csv", reader)
    except CallError:
        return  # with its place: see test_tables_bad
    assert paragraphs(table.text) == table.lines
    assert all(len(row.cells) == 3 for row in table.rows())
