"""Questions and answers, in every format."""

from __future__ import annotations

import csv
import io
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from kg.formats.text import cell
from kg.questions import library
from kg.questions.header import Question
from tests.cli.tools import run, widest

PRESETS = [pytest.param(p, id=p.name) for p in library.every()]
TITLES = {
    "according-to": "The world according to Volodymyr Zelensky",
    "changed": "What changed since 2024-10-13?",
    "without": "What would be left without The Washington Post's source in Ukrainian military intelligence?",
}
"""Titles of answers that say what was asked with; all others are those of the questions."""
pytestmark = pytest.mark.usefixtures("corpus_folder")


def call(preset: Question) -> list[str]:
    """Return the words that ask a preset with the values of its example where it needs some."""
    return [
        "ask",
        preset.name,
        *(f"--{name.replace('_', '-')}={value}" for name, value in preset.needed.items()),
    ]


@pytest.mark.parametrize("preset", PRESETS)
def test_json_is_a_list_of_rows_with_the_declared_columns(preset: Question) -> None:
    rows = json.loads(run(*call(preset), "--format", "json").done())
    assert rows
    for row in rows:
        assert list(row) == [name for name, _ in preset.returns]


@pytest.mark.parametrize("preset", PRESETS)
def test_csv_parses_back_to_the_same_cells(preset: Question) -> None:
    rows = json.loads(run(*call(preset), "--format", "json").done())
    out = run(*call(preset), "--format", "csv").done()
    head, *lines = csv.reader(io.StringIO(out, newline=""))
    assert head == [name for name, _ in preset.returns]
    assert lines == [[cell(value) for value in row.values()] for row in rows]


@pytest.mark.parametrize("preset", PRESETS)
def test_markdown_is_one_table(preset: Question) -> None:
    rows = json.loads(run(*call(preset), "--format", "json").done())
    title, empty, finding, gap, head, rule, *lines = (
        run(*call(preset), "--format", "markdown").done().splitlines()
    )
    assert (title, empty, gap) == (f"**{TITLES.get(preset.name, preset.title)}**", "", "")
    assert re.match(r"\S.*[.:!?…]$", finding)
    names = read_by_people(preset)
    assert head == "| " + " | ".join(names) + " |"
    assert rule == "|" + " --- |" * len(names)
    assert len(lines) == len(rows)
    for line in lines:
        assert len(re.findall(r"(?<!\\)\|", line)) == len(names) + 1


def read_by_people(preset: Question) -> list[str]:
    """The columns without the spans that are said in words in place of their day."""
    known = {name for name, _ in preset.returns}
    return [
        n for n, kind in preset.returns if kind.bare != "span" or n.removesuffix("_text") not in known - {n}
    ]


@pytest.mark.parametrize("columns", [40, 80, 200])
@pytest.mark.parametrize("preset", PRESETS)
def test_table_is_never_wider_than_the_terminal(
    preset: Question, columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    out = run(*call(preset), "--format", "table").done()
    assert widest(out) <= columns
    rows = json.loads(run(*call(preset), "--format", "json").done())
    assert re.search(rf"^{len(rows):,} rows?$", out, re.M)
    assert out.replace("\n", " ").startswith(TITLES.get(preset.name, preset.title))


@pytest.mark.parametrize("preset", PRESETS)
def test_table_names_the_columns_it_leaves_out(preset: Question) -> None:
    out = " ".join(run(*call(preset), "--format", "table").done().split())
    if left := [name for name in read_by_people(preset) if preset.table and name not in preset.table]:
        assert f"Not shown here: {', '.join(left)}; --columns or another --format has them." in out


def test_names_in_wide_letters_keep_to_the_terminal(little: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for columns in (40, 80, 200):
        monkeypatch.setenv("COLUMNS", str(columns))
        out = run("show", "bb", "--format", "table").done()
        assert "베타랜드" in out
        assert widest(out) <= columns


def test_a_terminal_gets_a_table_and_a_pipe_json() -> None:
    table = run("ask", "index", tty=True).done()
    assert table.startswith("Which documents does the graph rest on?\n")
    assert json.loads(run("ask", "index").done())


def test_items_of_a_list_are_told_apart() -> None:
    rows = json.loads(run("ask", "who-sourced").done())
    several = [row for row in rows if len(row["via"]) > 1]
    assert several
    assert run("ask", "who-sourced", "--format", "table").done().count("- ") >= sum(
        len(row["via"]) for row in several
    )


def test_the_unnamed_official_is_one_root_behind_three_reports() -> None:
    rows = {
        row["root"]: row for row in json.loads(run("ask", "who-sourced", "--topic", "troop-numbers").done())
    }
    assert rows["wapo-source-ua-mil-int"]["reports"] == 3
    named = {row["root_speaker"] for row in rows.values()}
    assert {"South Korea's intelligence service", "Volodymyr Zelensky", None} <= named
    out = run("ask", "who-sourced", "--topic", "troop-numbers", "--format", "table").done()
    assert "(not named)" in out


def test_no_rows_is_an_answer(corpus_folder: Path) -> None:
    asked = ("ask", "figures", "--as-of", "1950-06-25")
    assert run(*asked, "--format", "json").done() == "[]\n"
    assert run(*asked, "--format", "csv").done().count("\n") == 1
    assert "no rows: nothing in the graph fits" in run(*asked, "--format", "table").done()
    assert run(*asked, "--format", "markdown").done().count("\n") == 6


def test_a_later_day_never_loses_claims() -> None:
    def known(*more: str) -> set[str]:
        return {
            row["claim"]
            for row in json.loads(run("ask", "timeline", "--event", "kp-troops-dispatch-2024", *more).done())
        }

    days = ["2023-12-31", "2024-01-05", "2024-10-13", "2024-10-18", "2025-12-31"]
    seen = [known("--as-of", day) for day in days]
    assert not seen[0]
    for earlier, later in pairwise(seen):
        assert earlier <= later
    assert seen[-1] == known()


def test_a_boolean_parameter_may_stand_alone(little: Path) -> None:
    for more in (["--members"], ["--members", "yes"], ["--members", "TRUE"]):
        assert [row["claim"] for row in json.loads(run("ask", "said-by", "--actor", "aa", *more).done())] == [
            "times-howitzers"
        ]
    for more in ([], ["--members", "false"], ["--members", "0"]):
        assert run("ask", "said-by", "--actor", "aa", *more).done() == "[]\n"
    assert run("ask", "said-by", "--actor", "aa", "--members", "--format", "csv").done().startswith("said,")


def test_presets_are_listed_in_every_format() -> None:
    rows = json.loads(run("presets").done())
    assert [row["name"] for row in rows] == [p.name for p in library.every()]
    assert list(rows[0]) == ["topic", "name", "question", "parameters"]
    assert len(list(csv.reader(io.StringIO(run("presets", "--format", "csv").done())))) == len(rows) + 1
    assert "Questions for 'kg ask'" in run("presets", tty=True).done()
    assert run("presets", "--format", "markdown").done().count("\n| ") == len(rows) + 2


def test_memory_is_a_store_too() -> None:
    assert run("ask", "index", "--store", "memory").done() == run("ask", "index").done()


def test_a_terminal_says_the_finding_above_the_table(monkeypatch: pytest.MonkeyPatch) -> None:
    words = ("ask", "who-sourced", "--topic", "troop-numbers", "--format", "table")
    assert "Troop numbers: " not in run(*words).done()
    monkeypatch.setattr("kg.cli.ask.on_terminal", lambda: True)
    title, finding, *_ = run(*words).done().splitlines()
    assert title == "Who sourced the claims on a topic, and through which chain?"
    assert finding.startswith("Troop numbers: ")
