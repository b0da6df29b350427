"""Tables of every sort to facts: how they are read, what layouts say, and what an import leaves behind."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from kg.errors import KgError, SeedError
from kg.model.kinds.state import State
from kg.sources.seeds import load
from kg.sources.tables.engine import converted
from kg.sources.tables.functions import FUNCTIONS
from kg.sources.tables.importing import imported
from kg.sources.tables.known import Known
from kg.sources.tables.layout import Layout, Reader
from kg.sources.tables.layouts import SHIPPED, folders, layout_named, names, read
from kg.sources.texts import digest, paragraphs
from tests.cli.tools import ROOT, run
from tests.intake.tables import COLUMNS, HEADER, convert, facts_of, layout

DOCS = (ROOT / "docs" / "importing.md").read_text("utf-8")
TABLE = f"{HEADER}\nAlphaland,Betaland,2024,12\nunknown,Betaland,2025,7\n"


def claims(facts: dict[str, dict[str, Any]]) -> dict[str, str]:
    return {id: fact["paraphrase"] for id, fact in facts.items() if fact["type"] == "claim"}


BOTH = {
    "claim-alphaland-betaland-2024": "Alphaland is listed with 12 items for Betaland.",
    "claim-unknown-betaland-2025": "unknown is listed with 7 items for Betaland.",
}


OBJECTS = [
    {"a": {"s": "Alphaland"}, "r": "Betaland", "y": 2024, "n": 12},
    {"a": {"s": "unknown"}, "r": "Betaland", "y": 2025, "n": 7},
]


def test_each_row_is_a_line_of_the_text_and_what_is_cited(tmp_path: Path) -> None:
    made = convert(tmp_path, TABLE)
    facts = facts_of(made)
    assert claims(facts) == BOTH
    assert made.lines == paragraphs(TABLE)
    place = facts["claim-unknown-betaland-2025"]["citations"][0]
    assert (place["document"], place["paragraph"]) == ("small-2026-03-12", 3)
    assert place["sha256"] == digest("unknown,Betaland,2025,7")
    assert facts["deal-unknown-betaland-2025"]["supplier"] == []
    assert next(iter(facts)) == "small-2026-03-12"


def test_every_fact_stands_behind_those_that_it_names(tmp_path: Path) -> None:
    order = {id: place for place, id in enumerate(facts_of(convert(tmp_path, TABLE)))}
    assert (
        order["s-alphaland"] < order["deal-alphaland-betaland-2024"] < order["claim-alphaland-betaland-2024"]
    )


def test_facts_can_be_taken_twice(tmp_path: Path) -> None:
    made = convert(tmp_path, TABLE)
    assert list(made.facts()) == list(made.facts())
    assert (made.report.rows, made.report.claims) == (2, 2)


@pytest.mark.parametrize(
    "table",
    [
        TABLE.replace(",", ";"),
        TABLE.replace(",", "\t"),
        TABLE.replace("\n", "\r\n").encode("utf-16"),
        "\ufeff" + TABLE,
        "Title of the table\n\n" + TABLE,
        TABLE.replace("Alphaland", '"Alphaland"'),
        "Note,Items,Year,Recipient,Supplier\nx,12,2024,Betaland,Alphaland\n,7,2025,Betaland,unknown\n",
    ],
    ids=["semicolons", "tabs", "utf-16", "mark", "titles", "quoted", "other order and more columns"],
)
def test_tables_in_plain_text_come_in_many_forms(tmp_path: Path, table: str | bytes) -> None:
    assert claims(facts_of(convert(tmp_path, table))) == BOTH


def test_a_quoted_cell_may_hold_separators_and_line_feeds(tmp_path: Path) -> None:
    made = convert(tmp_path, f'{HEADER}\n"Alpha, upper\nland",Betaland,2024,12\n')
    assert list(claims(facts_of(made)).values()) == [
        "Alpha, upper land is listed with 12 items for Betaland."
    ]
    assert made.lines[1] == '"Alpha, upper land",Betaland,2024,12'


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(map(json.dumps, OBJECTS)),
        json.dumps(OBJECTS, indent=1),
    ],
    ids=["lines", "list"],
)
def test_rows_may_be_objects(tmp_path: Path, text: str) -> None:
    columns = {"supplier": "a.s", "recipient": "r", "year": "y", "items": ["items", "n"]}
    made = convert(tmp_path, text, reader={"format": ["json"], "columns": columns})
    assert claims(facts_of(made)) == BOTH
    assert made.lines == paragraphs(made.table.text)
    assert len(made.lines) == 2


def book(rows: list[list[Any]], path: Path, merged: str = "", hidden: bool = False, more: str = "") -> Path:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    if more:
        other: Any = made.create_sheet(more)
        other.append(["nothing"])
        other.sheet_state = "hidden" if hidden else "visible"
    made.save(path)
    return path


def test_a_spreadsheet_gives_values_merged_ones_in_each_row(tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["A title"],
        HEADER.split(","),
        ["Alphaland", "Betaland", 2024.0, 12],
        ["unknown", None, 2025, 7],
    ]
    made = convert(tmp_path, book(rows, tmp_path / "a.xlsx", "B3:B4", hidden=True, more="notes"))
    assert claims(facts_of(made)) == BOTH
    assert made.lines[2:] == ["Alphaland,Betaland,2024,12", "unknown,Betaland,2025,7"]
    assert any("B3:B4" in note for note in made.report.notes)
    assert any("hidden sheets: notes" in note for note in made.report.notes)
    assert [row.line for row in made.table.rows()] == [3, 4]


def test_the_sheet_with_the_header_is_read(tmp_path: Path) -> None:
    made = openpyxl.Workbook()
    assert made.active is not None
    made.active.title = "cover"
    made.active.append(["Read me"])
    sheet = made.create_sheet("data")
    for row in csv.reader(io.StringIO(TABLE)):
        sheet.append(row)
    made.save(tmp_path / "a.xlsx")
    read_ = convert(tmp_path, tmp_path / "a.xlsx")
    assert claims(facts_of(read_)) == BOTH
    assert "the sheet 'data' is read; not read: cover" in read_.report.notes


def test_broken_rows_are_joined_only_where_the_layout_says_so(tmp_path: Path) -> None:
    table = f"{HEADER}\nAlphaland,Betaland,2024\n,12\nunknown,Betaland,2025,7\n"
    reader = {"quoting": False, "rejoin": True, "columns": [{k: v} for k, v in COLUMNS.items()]}
    assert list(claims(facts_of(convert(tmp_path, table, reader=reader)))) == list(BOTH)
    made = convert(tmp_path, table, reader={**reader, "rejoin": False})
    assert list(claims(facts_of(made))) == ["claim-unknown-betaland-2025"]
    assert made.report.lost["the row has too few cells"] == (2, [2, 3])


def test_the_report_says_what_is_lost_and_where(tmp_path: Path) -> None:
    made = convert(
        tmp_path,
        TABLE + "Gammaland,Gammaland,2025,5\nunknown,Betaland,2025,7\nAlphaland,Gammaland,2023,about 20\n",
        let={"n": "${number(items)}"},
        leave_out=[{"reason": "nobody gives to himself", "when": "${equal(supplier, recipient)}"}],
        lost=[{"reason": "no number", "when": "${not(n)}"}],
    )
    list(made.facts())
    assert made.report.lost == {
        "nobody gives to himself": (1, [4]),
        "the same row stands before": (1, [5]),
        "'about 20' is not understood as a number": (1, [6]),
        "no number": (1, [6]),
    }
    assert "lost in 1 row: no number (line 6)" in list(made.report.lines())


def test_a_row_that_is_left_out_brings_no_names(tmp_path: Path) -> None:
    made = convert(
        tmp_path,
        f"{HEADER}\nNowhere,Betaland,2024,0\n" + TABLE.partition("\n")[2],
        let={"from": "${party(supplier)}", "n": "${running(recipient)}"},
        leave_out=[{"reason": "nothing", "when": "${equal(items, 0)}"}],
    )
    assert "s-nowhere" not in facts_of(made)


def test_cells_are_looked_up_and_known_names_used(tmp_path: Path) -> None:
    table = f"{HEADER}\nRepublic of A,Betaland,2024,12\n"
    names_ = layout()["names"]
    facts = layout()["facts"]
    facts[0]["fields"]["supplier"] = "${party(lookup('states', supplier))}"
    known = Known([State(id="bb", name="Beta-Land", known_as=["Betaland"])])
    lookups = {"states": [{"match": ["republic of a"], "value": "Alphaland"}]}
    found = facts_of(convert(tmp_path, table, known, lookups=lookups, names=names_, facts=facts))
    [event] = [fact for fact in found.values() if fact["type"] == "shipment"]
    assert (event["supplier"], event["recipient"]) == (["s-alphaland"], ["bb"])
    assert "bb" not in found


def test_a_name_that_two_facts_have_is_neither_of_them(tmp_path: Path) -> None:
    known = Known([State(id="b-one", name="Betaland"), State(id="b-two", name="Betaland")])
    assert "s-betaland" in facts_of(convert(tmp_path, TABLE, known))


def test_one_fact_for_each_item_of_a_list(tmp_path: Path) -> None:
    fields = {**layout()["facts"][1]["fields"], "id": "c-${slug(supplier)}-${y}", "when": "${y}"}
    facts = [layout()["facts"][0], {"type": "claim", "for_each": {"y": "${years(items)}"}, "fields": fields}]
    made = convert(tmp_path, f"{HEADER}\nAlphaland,Betaland,2024,2021-2023\n", facts=facts)
    assert [f["when"] for f in made.facts() if f["type"] == "claim"] == ["2021", "2022", "2023"]


# Layouts


WRONG: dict[str, tuple[dict[str, Any], str, str]] = {
    "column": ({"let": {"n": "${number(itemss)}"}}, "there is no 'itemss' here", "items"),
    "function": ({"let": {"n": "${nuumber(items)}"}}, "there is no function 'nuumber'", "number"),
    "arguments": ({"let": {"n": "${number(items, year)}"}}, "number has 2 arguments", ""),
    "bracket": ({"let": {"n": "${number(items}"}}, "has no ')' after the arguments", ""),
    "lookup": ({"let": {"n": "${lookup('stats', supplier)}"}}, "there is no lookup 'stats'", ""),
    "kind": ({"start": [{"type": "statee", "fields": {}}]}, "there is no sort of fact 'statee'", "state"),
    "field": (
        {"start": [{"type": "state", "fields": {"id": "a", "nmae": "A"}}]},
        "a state has no field 'nmae'",
        "name",
    ),
    "lacking": ({"start": [{"type": "state", "fields": {"id": "a"}}]}, "a state lacks the field 'name'", ""),
    "key": ({"factss": []}, "unknown field 'factss'", "facts"),
    "rows": ({"rows": "many"}, "'many' does not fit 'rows'", ""),
    "pattern": ({"reader": {"titles": {"a": "("}}}, "is no pattern", ""),
    "document": ({"document": {"title": "A", "outlet": "register"}}, "the document lacks the field 'id'", ""),
    "later": ({"let": {"a": "${b}", "b": "${year}"}}, "there is no 'b' here", ""),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_layout_is_refused_with_its_place(tmp_path: Path, case: str) -> None:
    changed, what, close = WRONG[case]
    with pytest.raises(SeedError) as caught:
        convert(tmp_path, TABLE, **changed)
    problem = next(p for p in caught.value.problems if what in p.what)
    assert problem.where
    assert problem.where.file.endswith("small.yaml")
    assert problem.where.line == 1
    assert problem.where.column > 1 or case == "document"
    assert close in (problem.nearest or "")


def test_every_layout_that_comes_with_kg_is_right() -> None:
    found = names([SHIPPED])
    assert {"sipri-register", "sipri-deals"} <= set(found)
    assert all(read(file).title for file in found.values())


def test_a_layout_beside_the_corpus_takes_the_place_of_one_of_ours(tmp_path: Path) -> None:
    own = tmp_path / "layouts"
    own.mkdir()
    (own / "sipri-register.yaml").write_text(json.dumps(layout(title="Mine")), "utf-8")
    where = folders(tmp_path / "seeds")
    assert layout_named("sipri-register", where).title == "Mine"
    with pytest.raises(KgError, match="did you mean 'sipri-deals'"):
        layout_named("sipri-deal", where)


def test_the_layout_in_the_docs_is_right_and_gives_facts(tmp_path: Path) -> None:
    [text] = re.findall(r"^```yaml\n(.*?)^```", DOCS, re.M | re.S)
    own = tmp_path / "my.yaml"
    own.write_text(text.replace("at least 10", "at least 1"), "utf-8")
    table = tmp_path / "deals.csv"
    table.write_text("From,To,Year,Items\nAlphaland,unknown,2024,12\nAlphaland,Betaland,2025,some\n", "utf-8")
    made = converted(read(own), table, Known(), published=date(2026, 3, 12))
    said = [fact for fact in made.facts() if fact["type"] == "claim"]
    assert [fact["quantity"] and fact["quantity"]["low"] for fact in said] == [12, None]
    assert made.report.lost["no number"] == (1, [3])


def test_the_docs_name_every_function_and_every_key() -> None:
    assert [
        name for name in (*FUNCTIONS, "known", "identified", "lookup", "running") if f"`{name}(" not in DOCS
    ] == []
    keys = {*Layout.model_fields, *(f"reader.{name}" for name in Reader.model_fields)} - {"reader", "let"}
    assert [key for key in keys if f"`{key}`" not in DOCS] == []


# From end to end


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a corpus with one state, a layout and a table, and stand in it."""
    for name in ("seeds", "texts", "layouts"):
        (tmp_path / name).mkdir()
    (tmp_path / "kg.toml").write_text('title = "A desk"\n', "utf-8")
    (tmp_path / "seeds" / "names.yaml").write_text("states:\n- {id: aa, name: Alphaland}\n", "utf-8")
    (tmp_path / "layouts" / "small.yaml").write_text(json.dumps(layout()), "utf-8")
    (tmp_path / "table.csv").write_text(TABLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("KG_SEEDS", "KG_SOURCES", "KG_CORPUS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def test_an_import_stands_beside_the_seeds_and_is_verified(desk: Path) -> None:
    call = ("import", "small", "table.csv", "--published", "2026-03-12")
    dry = run(*call, "--dry-run")
    assert dry.code == 0, dry
    assert "2 claims" in dry.out
    assert not (desk / "seeds" / "imports").exists()
    done = run(*call, "--as-of", "2026-04-01")
    assert done.code == 0, done
    assert done.out == dry.out
    assert (desk / "texts" / "small-2026-03-12.txt").read_text("utf-8") == TABLE
    packed = desk / "seeds" / "imports" / "small-2026-03-12.jsonl.gz"
    first = packed.read_bytes()
    facts = {fact.id: fact for fact in load(desk / "seeds").facts}
    assert facts["deal-alphaland-betaland-2024"].supplier == ["aa"]  # type: ignore[attr-defined]
    assert "2 verified, 0 unverifiable, 0 wrong" in run("verify").out
    again = run("verify", "--originals", ".")
    assert again.code == 0, again
    assert "1 same" in again.out
    assert run(*call).code == 0
    assert packed.read_bytes() == first  # the same table again keeps the day of its entry


def test_nothing_is_left_of_an_import_that_fails(desk: Path) -> None:
    (desk / "table.csv").write_text(TABLE + "Alphaland,Betaland,2024,13\n", "utf-8")
    done = run("import", "small", "table.csv", "--published", "2026-03-12")
    assert done.code == 1
    assert "table.csv:4: the id 'deal-alphaland-betaland-2024' of a shipment is taken" in done.err
    assert list((desk / "seeds").rglob("*.gz*")) == []
    assert list((desk / "texts").iterdir()) == []


def test_too_few_rows_are_no_import(desk: Path) -> None:
    (desk / "layouts" / "small.yaml").write_text(json.dumps(layout(rows="at least 3")), "utf-8")
    with pytest.raises(SeedError, match="only 2 rows came out of 2; expected at least 3"):
        imported(
            layout_named("small", folders(desk / "seeds")),
            desk / "table.csv",
            load(desk / "seeds"),
            desk / "seeds",
            published=date(2026, 3, 12),
            texts=desk / "texts",
        )
    assert list((desk / "texts").iterdir()) == []


def test_a_table_is_not_imported_into_the_corpus_of_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("KG_SEEDS", "KG_SOURCES", "KG_CORPUS"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "table.csv").write_text(TABLE, "utf-8")
    done = run("import", "sipri-register", "table.csv")
    assert done.code == 2
    assert "there is no corpus here to add to" in done.err


def test_layouts_are_listed(desk: Path) -> None:
    listed = run("import", "--list").out
    assert "small: A small register\n" in listed
    assert "sipri-register: " in listed
