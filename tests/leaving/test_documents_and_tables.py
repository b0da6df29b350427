"""Bibliographies and tables, read by those they are for: nothing else is lost."""

from __future__ import annotations

import csv
import io
import json
import os
from datetime import date, datetime
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string
from openpyxl import load_workbook

from kg import paths
from kg.formats import formats
from kg.formats.leaving import Exported, chosen
from kg.formats.tables import LINKS
from kg.model.convert import rows_of
from kg.model.kinds import Fact
from kg.model.kinds.document import Document
from kg.sources.seeds import load
from tests.cli.tools import ROOT
from tests.leaving.content import files

PAGE = ROOT / "docs" / "formats.md"


@pytest.fixture(scope="module")
def facts() -> list[Fact]:
    return load(paths.seeds()).facts


def written(name: str, facts: list[Fact], **options: str) -> Exported:
    exported: Exported = formats("facts")[name].render(facts, **options)
    return exported


def test_a_bibliography_has_every_document(facts: list[Fact]) -> None:
    documents = {fact.id: fact for fact in facts if isinstance(fact, Document)}
    for name in ("csl", "bibtex"):
        exported = written(name, facts)
        assert exported.loss.record(len(facts))["facts"]["out"] == len(documents)
        content = exported.content
        assert isinstance(content, str)
        if name == "csl":
            read = {entry["id"]: entry for entry in json.loads(content)}
            for id, fact in documents.items():
                day = [fact.day.year, fact.day.month, fact.day.day]
                assert read[id]["issued"] == {"date-parts": [day]}
                assert read[id]["title"] == f"[{fact.title}]"
        else:
            parsed = parse_string(content)
            assert not parsed.failed_blocks
            read = {entry.key: entry for entry in parsed.entries}
        assert read.keys() == documents.keys()


def test_tables_have_every_fact_and_every_link(facts: list[Fact]) -> None:
    exported = written("csv", facts)
    assert isinstance(exported.content, dict)
    assert exported.loss.lost == 0
    rows = {
        name.removesuffix(".csv"): list(csv.DictReader(io.StringIO(str(text), newline="")))
        for name, text in exported.content.items()
    }
    links = rows.pop(LINKS)
    assert {row["id"] for table in rows.values() for row in table} == {fact.id for fact in facts}
    assert len(links) == len(rows_of(facts).edges)
    by_id = {row["id"]: row for row in rows["claims"]}
    assert by_id["isw-troops-arrived-2024-10-12"]["stance"] == "asserts"
    marked = written("csv", facts, bom="yes").content
    assert isinstance(marked, dict)
    assert all(str(text).startswith("\ufeff") for text in marked.values())


def test_a_spreadsheet_reads_the_same(facts: list[Fact]) -> None:
    exported, tables = written("xlsx", facts), written("csv", facts).content
    assert isinstance(exported.content, bytes)
    assert isinstance(tables, dict)
    assert exported.content == written("xlsx", facts).content
    book = load_workbook(io.BytesIO(exported.content))
    assert {f"{name}.csv" for name in book.sheetnames} == set(tables)
    sheets: list[Any] = list(book.worksheets)
    for sheet in sheets:
        kept = csv.reader(io.StringIO(str(tables[f"{sheet.title}.csv"]), newline=""))
        seen = [[_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        assert seen == [[_number(cell) for cell in row] for row in kept]
        assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def _text(value: object) -> str:
    day = value.date() if isinstance(value, datetime) else value
    return "" if day is None else day.isoformat() if isinstance(day, date) else _number(str(day))


def _number(text: str) -> str:
    return text.removesuffix(".0") if text.removesuffix(".0").lstrip("-").isdecimal() else text


def test_the_page_says_what_each_format_loses(facts: list[Fact]) -> None:
    lines = [
        "| format | what it is | facts in | out | left out, or without |",
        "| --- | --- | --- | --- | --- |",
    ]
    for name, each in formats("facts").items():
        record = written(name, facts).loss.record(len(facts))
        said = [f"{one['count']:,} left out: {one['reason']}" for one in record["left out"]]
        said += [f"{one['count']:,} without {one['reason']}" for one in record["cut"]]
        counts = record["facts"]
        lines.append(
            f"| `{name}` | {each.about} | {counts['in']:,} | {counts['out']:,} | {'; '.join(said)} |"
        )
    table = "\n".join(lines)
    text = PAGE.read_text("utf-8")
    before, rest = text.split("<!-- table -->\n")[0], text.split("<!-- end of table -->")[1]
    whole = f"{before}<!-- table -->\n\n{table}\n\n<!-- end of table -->{rest}"
    if os.environ.get("KG_UPDATE_DOCS"):
        PAGE.write_text(whole, "utf-8")
    assert PAGE.read_text("utf-8") == whole


def test_equal_facts_are_equal_files(facts: list[Fact]) -> None:
    for name in ("gexf", "graphml", "gephi-csv", "csl", "bibtex", "csv", "xlsx"):
        once, again = (files(written(name, chosen(order))) for order in (reversed(facts), facts))
        assert once == again, name
