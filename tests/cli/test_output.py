"""How answers leave the program: formats, columns, rows, files, colour, pager.

The same for every command that has rows.
"""

from __future__ import annotations

import csv
import io
import json
import os
import pty
import re
import signal
import subprocess
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.questions import library
from tests.cli.tools import KG, clean, run, shown_on, spawn
from tests.waiting import until

pytestmark = pytest.mark.usefixtures("corpus_folder")
COMMANDS = [
    ["ask", "ledger"],
    ["roots"],
    ["echoes"],
    ["status"],
    ["contradictions"],
    ["drift"],
    ["timeline"],
    ["keystones"],
    ["according-to", "zelensky"],
    ["without", "kirby"],
    ["changed", "--since", "2024-10-13"],
    ["presets"],
    ["find", "missile"],
]
EVERY = pytest.mark.parametrize("call", COMMANDS, ids=" ".join)
ESCAPE = "\x1b["


@EVERY
def test_every_command_with_rows_has_every_format(call: list[str]) -> None:
    rows = json.loads(run(*call, "--format", "json").done())
    assert rows
    assert [json.loads(line) for line in run(*call, "--format", "jsonl").done().splitlines()] == rows
    assert (
        len(list(csv.reader(io.StringIO(run(*call, "--format", "csv").done(), newline="")))) == len(rows) + 1
    )
    assert run(*call, "--format", "markdown").done().count("\n| ") == len(rows) + 1 + 1  # head and rule
    page = run(*call, "--format", "html").done()
    assert page.count("<tr>") == len(rows) + 1
    assert re.search(rf"^{len(rows):,} rows?$", run(*call, "--format", "table").done(), re.M)


@EVERY
def test_columns_and_limit(call: list[str]) -> None:
    rows = json.loads(run(*call, "--format", "json").done())
    first, second, *_ = rows[0]
    ran = run(*call, "--columns", f"{second},{first}", "--limit", "1")
    assert json.loads(ran.out) == [{second: rows[0][second], first: rows[0][first]}]
    assert list(json.loads(ran.out)[0]) == [second, first]
    left = f"note: {len(rows) - 1:,} more of {len(rows):,} rows are left out by --limit 1\n"
    assert ran.err == (left if len(rows) > 1 else "")
    run(*call, "--columns", second + "x").refused(
        f"there is no column '{second}x'", f"did you mean '{second}'?"
    )


def test_limit_that_leaves_nothing_out_says_nothing() -> None:
    assert run("ask", "index", "--limit", "500").done() == run("ask", "index").done()
    assert json.loads(run("ask", "index", "--limit", "0").out) == []
    run("ask", "index", "--limit", "-1").refused("'--limit'")
    run("ask", "index", "--columns", "").refused("names no column")
    assert list(json.loads(run("ask", "index", "--columns", "claims,claims, roots ").done())[0]) == [
        "claims",
        "roots",
    ]


def test_columns_in_a_table_are_exactly_those() -> None:
    lines = run("ask", "ledger", "--columns", "shipment,stage", "--format", "table").done().splitlines()
    assert lines[2].split() == ["shipment", "stage"]
    assert not any("Not shown" in line for line in lines)


# ---- files


@pytest.mark.parametrize(
    ("name", "style"),
    [
        ("x.csv", "csv"),
        ("x.json", "json"),
        ("x.jsonl", "jsonl"),
        ("x.md", "markdown"),
        ("x.HTML", "html"),
        ("x.txt", "table"),
        ("x", "json"),
    ],
)
def test_a_file_is_written_in_the_format_of_its_ending(
    name: str, style: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    ran = run("ask", "index", "--output", tmp_path / "out" / name)
    rows = json.loads(run("ask", "index").done())
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("wrote ")
    assert ran.err.endswith(f"{name}: {len(rows)} rows\n")
    assert (tmp_path / "out" / name).read_bytes().decode() == run("ask", "index", "--format", style).done()
    assert [path.name for path in (tmp_path / "out").iterdir()] == [name]


def test_a_format_wins_over_the_ending_and_a_dash_is_standard_output(tmp_path: Path) -> None:
    run("ask", "index", "--output", tmp_path / "x.csv", "--format", "json")
    assert json.loads((tmp_path / "x.csv").read_text(encoding="utf-8"))
    assert run("ask", "index", "--output", "-").done() == run("ask", "index").done()


def test_a_file_that_cannot_be_written_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("before", encoding="utf-8")
    run("ask", "index", "--output", tmp_path / "folder").failed("cannot write")
    run("ask", "index", "--output", tmp_path / "file" / "x").failed("cannot write")
    run("ask", "index", "--output", "").refused("needs the name of a file")
    assert run("ask", "nope-nope", "--output", tmp_path / "new").code == 2
    assert run("ask", "index", "--columns", "nope", "--output", tmp_path / "file").code == 2
    assert (tmp_path / "file").read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("style", ["table", "json", "jsonl", "csv", "markdown", "html", "graph"])
def test_a_full_disk_is_reported_in_one_line(style: str, corpus_folder: Path) -> None:
    env = {"KG_SEEDS": str(corpus_folder / "seeds")}
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [KG, "ask", "ledger", "--format", style],
            stdout=full,
            stderr=subprocess.PIPE,
            env=clean(env),
            check=False,
            timeout=60,
        )
    assert (done.returncode, done.stderr.decode()) == (
        1,
        "error: cannot write the output: the disk is full; make room\n",
    )
    ran = spawn("ask", "ledger", "--format", style, "--output", "/dev/full", env=env)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err == "error: cannot write /dev/full: the disk is full; make room, or name another path\n"


@pytest.mark.parametrize("style", ["table", "jsonl", "html", "graph"])
def test_a_reader_that_goes_away(style: str, corpus_folder: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    env = clean({"KG_SEEDS": str(corpus_folder / "seeds")})
    done = subprocess.run(
        [KG, "ask", "figures", "--format", style],
        stdout=write,
        stderr=subprocess.PIPE,
        env=env,
        check=False,
        timeout=60,
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (1, b"")


# ---- html and graph


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [str(value) for name, value in attrs if name in ("src", "href")]


def test_html_stands_alone_and_says_what_was_asked() -> None:
    text = run("ask", "who-sourced", "--as-of", "2024-10-13", "--format", "html").done()
    page = _Page()
    page.feed(text)
    assert "script" not in page.tags
    assert page.links == []
    assert "http" not in text.replace("http-equiv", "")
    assert "<dt>topic</dt><dd><bdi>troop-numbers</bdi></dd>" in text
    assert "<dt>as of</dt><dd><bdi>2024-10-13</bdi></dd>" in text
    assert "Made on 20" in text
    assert (
        "<dt>topic</dt><dd><bdi>shells</bdi></dd>"
        in run("roots", "--topic", "shells", "--format", "html").done()
    )


def test_html_escapes_what_rows_hold() -> None:
    from kg.formats.html import render
    from kg.questions.result import Column, Result

    nasty = "<script>alert('x')</script>&\""
    text = render(
        Result(
            nasty,
            (Column(nasty, "str"), Column("b", "list<str>")),
            [(nasty, [nasty])],
            {nasty: nasty},
            note=nasty,
        )
    )
    assert "<script" not in text
    assert text.count("&lt;script&gt;") == 9


@pytest.mark.parametrize("preset", [pytest.param(p, id=p.name) for p in library.headlines()])
def test_graph_is_the_picture_as_data(preset: object) -> None:
    name = getattr(preset, "name", "")
    answer = json.loads(run("ask", name, "--format", "graph").done())
    assert list(answer) == ["question", "parameters", "nodes", "edges"]
    ids = {node["id"] for node in answer["nodes"]}
    assert len(ids) == len(answer["nodes"]) > 0
    assert all(node["labels"] and "Kg" not in node["labels"] for node in answer["nodes"])
    assert {end for edge in answer["edges"] for end in (edge["start"], edge["end"])} <= ids
    assert run("ask", name, "--format", "graph").out == run("ask", name, "--format", "graph").out


def test_graph_has_no_rows_to_choose_among() -> None:
    for more in (["--limit", "3"], ["--columns", "name"]):
        run("ask", "ledger", "--format", "graph", *more).refused("--format graph")
    run("find", "kirby", "--format", "graph").refused("'graph' is not one of")


# ---- colour


def test_colour_only_where_it_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = ("ask", "denied-or-doubted")
    assert ESCAPE not in run(*asked, "--format", "table").done()
    monkeypatch.setenv("TERM", "xterm")
    plain = run(*asked, "--no-pager", "--color", "never", tty=True).done()
    assert ESCAPE not in plain
    seen = run(*asked, "--no-pager", tty=True).done()
    assert "\x1b[31mdenies\x1b[0m" in seen
    assert re.sub(r"\x1b\[\d+m", "", seen) == plain
    assert ESCAPE in run(*asked, "--format", "table", "--color", "always").done()
    for style in ("json", "csv", "markdown", "html"):
        assert ESCAPE not in run(*asked, "--format", style, "--color", "always").done()


def test_colour_by_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    def seen(tty: bool, *more: str, **env: str) -> bool:
        with monkeypatch.context() as patch:
            patch.setenv("TERM", "xterm")
            for name, value in env.items():
                patch.setenv(name, value)
            return (
                ESCAPE
                in run("ask", "denied-or-doubted", "--format", "table", "--no-pager", *more, tty=tty).done()
            )

    assert not seen(True, NO_COLOR="1")
    assert seen(True, NO_COLOR="")
    assert seen(False, FORCE_COLOR="1")
    assert not seen(False, FORCE_COLOR="1", NO_COLOR="1")
    assert seen(False, "--color", "always", NO_COLOR="1")
    assert not seen(True, TERM="dumb")


def test_colour_changes_no_width_and_no_word() -> None:
    for call in (["status"], ["contradictions", "--topic", "shells"], ["ask", "said-by", "--actor", "kirby"]):
        plain, seen = (
            run(*call, "--format", "table", "--color", color).done() for color in ("never", "always")
        )
        assert ESCAPE in seen
        assert re.sub(r"\x1b\[\d+m", "", seen) == plain


def test_no_colour_in_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    run("ask", "denied-or-doubted", "--output", tmp_path / "x.txt")
    assert ESCAPE not in (tmp_path / "x.txt").read_text(encoding="utf-8")


# ---- pager


def on_a_terminal(*args: str, env: Mapping[str, str], lines: int = 12) -> str:
    """Run on a terminal of a few lines and return what was shown."""
    outer, inner = pty.openpty()
    settings = clean({"TERM": "xterm", "COLUMNS": "80", "LINES": str(lines), **env})
    done = subprocess.Popen(
        [KG, *args],
        stdin=inner,
        stdout=inner,
        stderr=subprocess.DEVNULL,
        env=settings,
        start_new_session=True,
    )
    os.close(inner)
    seen = shown_on(outer)
    assert done.wait(60) == 0
    return seen.decode().replace("\r\n", "\n")


def test_the_pager_shows_what_is_longer_than_the_screen(corpus_folder: Path) -> None:
    env = {"KG_SEEDS": str(corpus_folder / "seeds"), "PAGER": "sed s/^/PAGED-/"}
    assert on_a_terminal("ask", "index", env=env).count("PAGED-") > 12
    assert "PAGED-" not in on_a_terminal("ask", "index", lines=200, env=env)
    assert "PAGED-" not in on_a_terminal("ask", "index", "--no-pager", env=env)
    assert "PAGED-" not in on_a_terminal("ask", "index", "--format", "csv", env=env)
    assert "PAGED-" not in on_a_terminal("ask", "index", env={**env, "PAGER": ""})
    assert "PAGED-" not in spawn("ask", "index", "--format", "table", env={**env, "LINES": "5"}).out


def waiting(pipe: int) -> int:
    """Return how many bytes wait in a pipe."""
    import array
    import fcntl
    import termios

    count = array.array("i", [0])
    fcntl.ioctl(pipe, termios.FIONREAD, count)
    return count[0]


def test_ctrl_c_ends_quietly(corpus_folder: Path, tmp_path: Path) -> None:
    """The output does not fit the pipe, so that the program waits for its reader when it is interrupted."""
    env = clean({"KG_SEEDS": str(corpus_folder / "seeds")})
    fcntl = pytest.importorskip("fcntl")
    read, write = os.pipe()
    fcntl.fcntl(write, getattr(fcntl, "F_SETPIPE_SZ", 1031), 4096)
    asked = subprocess.Popen(
        [KG, "ask", "figures", "--format", "html"],
        stdout=write,
        stderr=subprocess.PIPE,
        env=env,
        start_new_session=True,
    )
    os.close(write)
    until(lambda: waiting(read) == 4096, possible=lambda: asked.poll() is None)  # it waits for its reader
    os.kill(asked.pid, signal.SIGINT)
    _, said = asked.communicate(timeout=30)
    os.close(read)
    assert (asked.returncode, said.decode().strip()) == (130, "error: interrupted")


# ---- statements


def test_statement_needs_no_store() -> None:
    asked = ("ask", "who-sourced", "--cypher", "--store", "no-such-file.grafeo", "--topic")
    assert run(*asked, "troop-numbers").done().split("\n")[2].startswith("  topic: 'troop-numbers', // ")
    ran = run(*asked, "it's")
    assert ran.code == 0
    assert "WITH {\n  topic: 'it\\'s', // " in ran.out
    assert "\n  as_of: null // " in ran.out
    assert ran.out.endswith(";\n")
    assert ran.err == "note: names are printed as given: there is no store at no-such-file.grafeo\n"


def test_a_statement_has_ids_for_names() -> None:
    ran = run("ask", "ledger", "--supplier", "North Korea", "--cypher")
    assert "WITH {\n  supplier: 'kp', // " in ran.out
    assert "understood 'North Korea' as kp" in ran.err


def test_what_was_written_is_opened_and_nothing_else() -> None:
    ran = run("ask", "index", "--open")
    assert ran.code != 0
    assert "'--open' needs a file; expected --output FILE" in ran.err


@pytest.mark.parametrize("preset", [pytest.param(p, id=p.name) for p in library.presets()])
def test_statement_of_every_preset_names_every_parameter(preset: object) -> None:
    from kg.questions.header import Question

    assert isinstance(preset, Question)
    given = [f"--{name.replace('_', '-')}={value}" for name, value in preset.needed.items()]
    text = run("ask", preset.name, "--cypher", *given).done()
    block, _, statement = text.partition("} AS param\n")
    assert re.findall(r"^  (\w+): ", block, re.M) == [p.name for p in preset.parameters]
    assert text.startswith(f"// {preset.title}\n")
    assert (statement or text).endswith(";\n")
    assert "$" not in statement
