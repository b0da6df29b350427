"""What `kg browser` writes, read again the way Neo4j Browser 5.24 and its successor read it."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from click.testing import CliRunner, Result

from kg import paths
from kg.cli.browser import command
from kg.errors import CallError, ExportError
from kg.formats.neo4j_browser import SHEET, Script, bundle, scripts_of, sheet
from kg.formats.neo4j_browser.bundle import COLUMNS, QUIET
from kg.formats.neo4j_browser.grass import contrast
from kg.formats.neo4j_browser.guide import link
from kg.formats.neo4j_browser.literals import literal
from kg.formats.neo4j_browser.scripts import columns
from kg.language.title import Title
from kg.load.seeds import plan_facts
from kg.model.convert import rows_of
from kg.model.kinds import registry
from kg.model.stances import SHORTCUTS, STANCES
from kg.picture.looks import DRAWN_ONLY, GENERAL, KINDS, PAPER, fill, kind_of
from kg.picture.metrics import wrap
from kg.picture.words import name_of
from kg.questions import library
from kg.questions.header import Question
from kg.questions.parse import parse
from kg.questions.statement_text import parameters_in, split
from kg.sources.located import Seeds
from kg.store import Store, connect
from tests.grass import look, rules_of

BROWSER = "http://localhost:7474/browser/"
PRESETS = library.presets()
SCRIPTS = [script for preset in PRESETS for script in scripts_of(preset)]
each_preset = pytest.mark.parametrize("preset", PRESETS, ids=lambda p: p.name)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return bundle(PRESETS, BROWSER)


@pytest.fixture(scope="module")
def store(corpus: Seeds) -> Iterator[Store]:
    opened = connect("memory")
    plan_facts(corpus.facts, opened, "corpus").run()
    yield opened
    opened.close()


@each_preset
def test_a_preset_becomes_rows_and_picture(preset: Question) -> None:
    scripts = scripts_of(preset)
    assert [s.step for s in scripts] == ["rows", "picture"]
    assert preset.title in scripts[0].name
    for number, script in enumerate(scripts, 1):
        assert script.name.startswith(f"{preset.name} {number}: ")
        assert script.text.split("\n")[0] == f"// {script.name}", (
            "the Browser takes the name from the first line"
        )
        assert script.folder == preset.topic.capitalize()
        assert parameters_in(script.text) == []
        assert split(script.text)[1].strip() == "", "one statement"


@each_preset
def test_the_block_at_the_top_holds_every_parameter_with_the_default_of_kg_ask(preset: Question) -> None:
    for script in scripts_of(preset):
        block = script.body.partition("} AS param")[0] if preset.parameters else ""
        lines = dict(re.findall(r"^  (\w+): (.*?),? // ", block, re.M))
        assert lines == {p.name: literal(preset.needed.get(p.name, p.default)) for p in preset.parameters}


@each_preset
def test_a_picture_gives_the_columns_that_the_statement_gives(preset: Question, store: Store) -> None:
    assert columns(preset.graph or "") == list(store.query(preset.graph or "", values(preset)).columns)


def values(preset: Question) -> dict[str, Any]:
    return {p.name: preset.needed.get(p.name, p.default) for p in preset.parameters}


@pytest.mark.parametrize(
    "value",
    [
        "it's",
        'a "b" \\ c',
        "line\nbreak\ttab",
        "ü 한 🚀 ;//",
        True,
        False,
        -3,
        2.5,
        ["a", "b'"],
        [],
        date(2024, 10, 13),
    ],
    ids=repr,
)
def test_a_literal_is_the_value_it_came_from(value: Any) -> None:
    store = connect("memory")
    assert store.query(f"RETURN {literal(value)} AS x", {}).rows == [(value,)]
    store.close()


def test_a_parameter_without_default_is_asked_for_and_a_preset_may_have_neither_block_nor_picture() -> None:
    header = "// What?\n// :about One.\n// :returns a int\n// :key a\n// :order a\n"
    needy = parse(
        f"{header}// :param x str   a word\n// :param xy int = 3   a number\n"
        "WITH '$x' AS b, $xy AS y // $x\nRETURN $x AS a",
        "needy",
        "tests",
        "needy.cypher",
    )
    assert scripts_of(needy)[0].body == (
        "WITH {\n  x: $x, // a word\n  xy: 3 // a number\n} AS param\nCALL (param) {\n"
        "WITH '$x' AS b, param.xy AS y // $x\nRETURN param.x AS a\n}\nRETURN a\nORDER BY a;"
    )
    plain = parse(f"{header}RETURN 1 AS a", "plain", "tests", "plain.cypher")
    assert [(s.step, s.name, s.body) for s in scripts_of(plain)] == [
        ("rows", "plain 1: What?", "RETURN 1 AS a;")
    ]


def test_the_archive_has_a_folder_per_topic_and_is_the_same_every_time(files: dict[str, bytes]) -> None:
    assert bundle(PRESETS, BROWSER) == files
    with zipfile.ZipFile(io.BytesIO(files["scripts.zip"])) as archive:
        names = archive.namelist()
        text_of = {n: archive.read(n).decode() for n in names if n.endswith(".cypher")}
    assert {n for n in names if n.endswith("/")} == {f"{s.folder}/" for s in SCRIPTS}
    assert len(names) == len(set(names))
    assert text_of == {f"{s.folder}/{s.file}": s.text for s in SCRIPTS} | {QUIET.file: QUIET.text}


def test_the_file_for_the_successor_has_its_columns_and_folders(
    files: dict[str, bytes],
) -> None:
    rows = list(csv.DictReader(io.StringIO(files["scripts.csv"].decode(), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert len({row["id"] for row in rows}) == len(rows)
    folders = {row["id"]: row["name"] for row in rows if row["isFolder"] == "true"}
    saved = [row for row in rows if row["isFolder"] == "false"]
    assert [(folders[r["parentId"]], r["name"], r["query"]) for r in saved] == [
        (s.folder, s.name, s.text) for s in SCRIPTS
    ]
    assert all(0 < len(row["name"]) < 500 for row in rows)


def test_the_stylesheet_in_the_repository_is_fresh() -> None:
    assert Path(paths.presets(), SHEET).read_text("utf-8") == sheet(), (
        f"stale: kg browser style > cypher/{SHEET}"
    )


def test_every_label_has_a_rule_and_the_general_ones_come_first() -> None:
    selectors = list(rules_of(sheet()))
    assert selectors[:2] == ["node", "relationship"]
    for model in registry().values():
        assert {f"node.{name}" for name in model.LABELS} <= set(selectors)
    assert max(selectors.index(f"node.{g}") for g in GENERAL) < min(
        selectors.index(f"node.{k}") for k in KINDS if k not in DRAWN_ONLY
    )


def test_colours_are_those_of_the_network_view_and_text_can_be_read() -> None:
    rules = rules_of(sheet())
    for kind, wanted in KINDS.items():
        if kind in DRAWN_ONLY:
            continue
        rule = look(rules, "node", ("Kg", "Actor", kind))
        assert rule["color"] == fill(wanted, "light")
        assert wanted.light in (rule["color"], rule["border-color"])
        assert contrast(rule["color"], rule["text-color-internal"]) >= 4.5
    for edge, shortcut in SHORTCUTS.items():
        assert STANCES[shortcut.look].side in shortcut.sides
        assert rules[f"relationship.{edge}"]["color"] == STANCES[shortcut.look].look.light
        assert rules[f"relationship.{edge}"]["caption"] == "{stance}"
    assert contrast("#000000", PAPER["light"]) == 21


def _value(properties: Mapping[str, Any], place: re.Match[str]) -> str:
    return str(properties.get(place[1], ""))


def test_captions_hold_what_the_network_view_writes_on_every_node(corpus: Seeds) -> None:
    rules = rules_of(sheet())
    for node in rows_of(corpus.facts).nodes.values():
        caption = look(rules, "node", node.labels)["caption"]
        filled = re.sub(r"\{(\w+)\}", partial(_value, node.properties), caption)
        shown = " ".join(filled.split())
        words = (
            str(node.properties.get("how_many") or name_of(node)) if "Claim" in node.labels else name_of(node)
        )
        first = wrap(f"{KINDS[kind_of(node.labels)].mark} {words}".strip(), 140)[0].rstrip("…")
        assert first in shown, node.id
        if "Claim" in node.labels:
            assert shown.startswith(f"[{node.properties['stance']}] ")


def opened_by(address: str) -> str:
    """Return what the Browser puts into its editor.

    It decodes the whole address, then cuts `arg` at & and #.
    """
    decoded = unquote(address.replace("+", " "))
    argument = re.search(r"[?&]arg=([^&#]*)", decoded)
    assert argument is not None
    return argument[1]


def test_links_open_every_question_whole(files: dict[str, bytes]) -> None:
    addresses = [
        unescape(a) for a in re.findall(r'href="([^"]*cmd=edit[^"]*)"', files["guide.html"].decode())
    ]
    assert [opened_by(a) for a in addresses] == [s.ready for s in (QUIET, *SCRIPTS) if s.ready]
    assert all(a.startswith(f"{BROWSER}?cmd=edit&arg=") and len(a) < 6500 for a in addresses)
    assert len(addresses) == 1 + 2 * len(PRESETS)
    assert link(replace(QUIET, ready="RETURN 'a&b'"), BROWSER) is None
    assert link(replace(QUIET, ready=""), BROWSER) is None


@each_preset
def test_what_a_link_opens_is_the_question_above_its_script(preset: Question) -> None:
    for script in scripts_of(preset):
        assert script.ready == f"// {preset.title}\n{script.body}"


class Tags(HTMLParser):
    """Collects the elements of a page and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_guide_warns_names_every_question_and_shows_hostile_words_as_text(
    files: dict[str, bytes],
) -> None:
    page = Tags(files["guide.html"].decode())
    assert "false picture" in page.words
    assert QUIET.body in page.words
    assert all(preset.title in page.words and f"kg ask {preset.name}" in page.words for preset in PRESETS)
    bad = "</p><script>alert(1)</script>\"'"
    hostile = PRESETS[0]._replace(
        title=Title(bad), about=bad, topic="<img src=x>", statement=f"RETURN '{bad}'"
    )
    poisoned = Tags(bundle([hostile], BROWSER)["guide.html"].decode())
    assert poisoned.tags == page.tags
    assert bad in poisoned.words


def run(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments)


def test_the_command_writes_four_files_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "browser"
    for _ in range(2):
        done = run("export", str(folder), "--browser", BROWSER)
        assert done.exit_code == 0
        assert f"{len(SCRIPTS)} scripts for {len(PRESETS)} questions" in done.stderr
        assert {p.name: p.read_bytes() for p in folder.iterdir()} == bundle(PRESETS, BROWSER)
    assert run("style").stdout == sheet()


def test_wrong_calls_say_what_to_do(tmp_path: Path) -> None:
    wrong = run("export", str(tmp_path), "--browser", "localhost:7474")
    assert isinstance(wrong.exception, CallError)
    (tmp_path / "file").write_text("")
    blocked = run("export", str(tmp_path / "file" / "below"))
    assert isinstance(blocked.exception, ExportError)
    assert "name another path" in str(blocked.exception)


def test_a_script_says_what_its_parameters_take() -> None:
    remarks = {s.name.split()[0]: s.body for s in SCRIPTS if s.step == "rows"}
    assert "the id of a Topic" in remarks["who-sourced"]
    assert "date('2024-10-13')" in remarks["who-sourced"]
    assert "null for none" in remarks["ledger"]
    assert "true or false" in remarks["said-by"]
    assert Script("F", "f", "rows", "n", ("r",), "RETURN 1;").text == "// n\n// r\nRETURN 1;\n"
