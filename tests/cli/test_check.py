"""`kg check`: 0 and one line for facts that are right, 1 and every fault on standard error for others."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from kg.cli._caret import marked
from tests.cli import corpus
from tests.cli.tools import run, widest


def _faults(err: str) -> list[str]:
    return [line.removeprefix("error: ") for line in err.splitlines() if line.startswith("error: ")]


@pytest.mark.usefixtures("corpus_folder")
def test_the_corpus_that_comes_with_the_program_is_right() -> None:
    ran = run("check")
    assert ran.code == 0
    assert _faults(ran.err) == []
    assert ran.out.count("\n") == 1
    assert "facts in" in ran.out


@pytest.mark.usefixtures("small")
def test_a_small_corpus_is_right_and_no_store_is_made(tmp_path: Path) -> None:
    ran = run("check")
    assert ran.code == 0
    assert f"{corpus.COUNT} facts in 3 files" in ran.out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["seeds"]


def test_every_fault_is_reported_at_once(small: Path) -> None:
    facts = corpus.facts()
    corpus.claim(facts, "bb-denial")["speaker"] = "bbb"
    corpus.claim(facts, "pilot-howitzers")["stanse"] = "asserts"
    corpus.claim(facts, "engineers-300")["said"] = "2026-02-30"
    corpus.claim(facts, "radio-howitzers")["said"] = "2026-01-07"
    corpus.claim(facts, "times-howitzers")["quantity"] = {
        "low": 50,
        "high": 40,
        "unit": "howitzers",
        "mode": "flow",
        "wording": "50",
    }
    facts["names.yaml"]["weapon_types"].append({"id": "howitzer", "name": "The same again"})
    corpus.write(small, facts)
    (small / "tab.yaml").write_text("claims:\n\t- id: x\n")
    (small / "latin.yaml").write_bytes("topics:\n- {id: x, name: Ü}\n".encode("latin-1"))
    (small / "empty.yaml").write_text("")
    ran = run("check")
    assert ran.code == 1
    assert "error:" not in ran.out
    faults = _faults(ran.err)
    for words in (
        ["2026-01-05-post.yaml:", "'bbb'", "did you mean 'bb'?"],
        ["2026-01-05-post.yaml:", "'stanse'", "did you mean 'stance'?"],
        ["2026-01-05-post.yaml:", "2026-02-30"],
        ["2026-01-06-radio.yaml:", "2026-01-07"],
        ["2026-01-05-post.yaml:", "50", "40"],
        ["names.yaml:", "'howitzer' is taken"],
        ["tab.yaml:2:", "a tab"],
        ["latin.yaml:2:", "UTF-8"],
        ["empty.yaml:1", "empty"],
    ):
        assert any(all(word in fault for word in words) for fault in faults), (words, faults)
    assert len(faults) >= 9


@pytest.mark.parametrize(
    "command",
    [
        ["load"],
        ["ask", "index"],
        ["export", "jsonl"],
        ["show", "aa"],
        ["demo"],
        ["view"],
        ["load", "--dry-run"],
    ],
)
def test_wrong_facts_fail_every_command_and_leave_the_store(command: list[str], small: Path) -> None:
    assert run("load").code == 0
    store = small.parent / "build" / "kg.grafeo"
    before = store.read_bytes()
    facts = corpus.facts()
    corpus.claim(facts, "bb-denial")["speaker"] = "bbb"
    corpus.claim(facts, "pilot-howitzers")["stanse"] = "asserts"
    corpus.write(small, facts)
    ran = run(*command)
    ran.failed("did you mean 'bb'?")
    assert "did you mean 'stance'?" in ran.err
    assert "2 errors; nothing was changed." in ran.err
    assert store.read_bytes() == before
    assert sorted(path.name for path in store.parent.iterdir()) == ["kg.grafeo"]


def test_a_folder_without_facts(tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()
    for command in ("check", "load", "demo"):
        ran = run(command, "--seeds", tmp_path / "none")
        assert ran.code == 1
        assert "no seed files" in ran.err


def test_a_file_that_cannot_be_read_is_named(small: Path) -> None:
    (small / "gone.yaml").symlink_to(small / "nowhere")
    for command in (["check"], ["load"], ["ask", "index"]):
        ran = run(*command)
        assert ran.code == 1
        assert re.search(r"gone\.yaml: cannot .*read.*: No such file or directory", ran.err)


def test_a_terminal_shows_the_line_and_the_place(small: Path) -> None:
    (small / "zz.yaml").write_text(
        f'states:\n- {{id: zz, name: "日本 {"a" * 100}", nmae: x}}\n- {{id: zy, nam: y}}\n', encoding="utf-8"
    )
    (small / "tab.yaml").write_text("claims:\n\t- id: x\n")
    piped, shown = run("check"), run("check", err_tty=True)
    lines = click.unstyle(shown.err).splitlines()
    assert [line for line in lines if not re.match(r" *\d* \|", line)] == piped.err.splitlines()
    where = lines.index(next(line for line in lines if "'nmae'" in line))
    source, mark = lines[where + 1 : where + 3]
    assert source.startswith("   2 | …a")
    assert source.endswith('", nmae: x}')
    assert mark == "     | " + " " * (len(source) - 7 - len("nmae: x}")) + "^^^^"
    assert "   2 |  - id: x\n     | ^\n" in click.unstyle(shown.err)
    nam, lacks = (i for i, line in enumerate(lines) if "'nam' in state" in line or "lacks" in line)
    assert lines[nam + 1 : nam + 3] == ["   3 | - {id: zy, nam: y}", "     |            ^^^"]
    assert "lacks the field 'name'" in lines[lacks]
    assert nam < lacks, "the cause before its consequence"


@pytest.mark.parametrize(
    ("line", "column", "columns", "wanted"),
    [
        ("a: b", 4, 40, ["   1 | a: b", "     |    ^"]),
        ("a: b", 0, 40, ["   1 | a: b"]),
        ("a:", 9, 40, ["   1 | a:", "     |   ^"]),
        ("日本: x", 5, 40, ["   1 | 日本: x", "     |       ^"]),
        ("k: \x1b[2J", 4, 40, ["   1 | k: \\x1b[2J", "     |    ^^^^"]),
        ("", 1, 40, ["   1 | ", "     | ^"]),
    ],
)
def test_a_mark_stands_under_the_place(line: str, column: int, columns: int, wanted: list[str]) -> None:
    assert marked(line, 1, column, columns).splitlines()[1:] == wanted


@pytest.mark.parametrize("column", [1, 2, 50, 199, 200])
def test_a_long_line_is_cut_around_the_place(column: int) -> None:
    line = ("word " * 40).rstrip() + "!"
    shown, mark = marked(line, 12, column, 60).splitlines()[1:]
    assert widest(shown) <= 60 >= widest(mark)
    at = mark.index("^")
    assert shown[at] == line[column - 1]
