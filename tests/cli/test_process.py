"""`.venv/bin/kg` as a process: exit codes, pipes, encodings, terminals, and what a question imports."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli import corpus
from tests.cli.tools import KG, clean, shown_on, spawn


@pytest.fixture
def env(corpus_folder: Path) -> dict[str, str]:
    """What a person who works on the whole corpus has set."""
    return {"KG_SEEDS": str(corpus_folder / "seeds")}


def test_exit_codes(env: dict[str, str], tmp_path: Path) -> None:
    assert spawn("ask", "index", env=env).code == 0
    assert spawn("--help").code == 0
    assert spawn("ask", "inedx", env=env).code == 2
    assert spawn("ask", "index", "--store", "none.grafeo", env=env).code == 1
    assert spawn().code == 0
    facts = corpus.facts()
    corpus.claim(facts, "bb-denial")["speaker"] = "bbb"
    corpus.write(tmp_path / "wrong", facts)
    assert spawn("check", "--seeds", tmp_path / "wrong").code == 1


def test_the_module_is_the_command(env: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kg", "ask", "index"],
        capture_output=True,
        env=clean(env),
        check=True,
        timeout=60,
    )
    assert done.stdout.decode() == spawn("ask", "index", env=env).out


def test_a_pipe_gets_json_in_utf8(little: Path) -> None:
    env = {"KG_SEEDS": str(little / "seeds")}
    plain = spawn("show", "bb", env=env)
    assert "베타랜드" in json.loads(plain.out)["properties"]["known_as"]
    for more in (
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1:strict"},
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX", "LANG": "de_CH.ISO-8859-1"},
    ):
        assert spawn("show", "bb", env={**env, **more}) == plain
    for style in ("table", "csv", "markdown"):
        ran = spawn("show", "bb", "--format", style, env={**env, "PYTHONIOENCODING": "ascii"})
        assert (ran.code, ran.err) == (0, "")
        assert "베타랜드" in ran.out


def test_errors_in_every_encoding(env: dict[str, str]) -> None:
    for more in (
        {"PYTHONIOENCODING": "ascii"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    ):
        ran = spawn("ask", "who-sourced", "--topic", "Pjöngjang", env={**env, **more})
        assert ran.code == 2
        assert ran.err.startswith("error: ")


@pytest.mark.parametrize(
    "call",
    [
        ["export", "jsonl"],
        ["ask", "figures"],
        ["ask", "figures", "--format", "csv"],
        ["presets"],
        ["ask", "--help"],
    ],
)
def test_a_reader_that_goes_away(call: list[str], env: dict[str, str]) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [KG, *call], stdout=write, stderr=subprocess.PIPE, env=clean(env), check=False, timeout=60
    )
    os.close(write)
    assert (done.returncode, done.stderr) == (1, b"")


def test_the_first_line_through_head(env: dict[str, str]) -> None:
    done = subprocess.run(
        ["bash", "-c", "kg export jsonl | head -n 1"],
        capture_output=True,
        env=clean(env),
        check=True,
        timeout=60,
    )
    assert json.loads(done.stdout)["type"] == "topic"
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize(
    "call",
    [["export", "jsonl"], ["ask", "index"], ["check"], ["show", "wapo-source-ua-mil-int"], ["presets"]],
)
def test_output_that_cannot_be_written(call: list[str], env: dict[str, str]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [KG, *call], stdout=full, stderr=subprocess.PIPE, env=clean(env), check=False, timeout=60
        )
    assert done.returncode == 1
    told = [
        line for line in done.stderr.decode().splitlines() if not line.startswith(("warning: ", "note: "))
    ]
    assert told == ["error: cannot write the output: the disk is full; make room"]


def test_closed_output(env: dict[str, str]) -> None:
    done = subprocess.run(
        ["bash", "-c", "kg ask index >&-; kg frobnicate 2>&-"],
        capture_output=True,
        env=clean(env),
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


def test_a_terminal_gets_a_table_as_wide_as_it_is(env: dict[str, str]) -> None:
    outer, inner = pty.openpty()
    done = subprocess.Popen([KG, "ask", "index"], stdout=inner, env=clean({**env, "COLUMNS": "60"}))
    os.close(inner)
    out = shown_on(outer)
    assert done.wait(60) == 0
    lines = out.decode().replace("\r\n", "\n").split("\n")
    assert lines[0] == "Which documents does the graph rest on?"
    assert max(map(len, lines)) <= 60


@pytest.mark.parametrize(
    "call",
    [
        ["ask", "who-sourced", "--format", "table"],
        ["ask", "ledger"],
        ["show", "wapo-source-ua-mil-int"],
        ["explain", "isw-troops-arrived-2024-10-12"],
    ],
)
def test_a_question_imports_only_what_it_needs(call: list[str], env: dict[str, str]) -> None:
    code = (
        "import sys, kg.cli\ntry:\n    kg.cli.main(sys.argv[1:])\nfinally:\n    print(*sys.modules,"
        " file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *call],
        capture_output=True,
        text=True,
        env=clean(env),
        check=True,
        timeout=60,
    )
    heavy = {
        "pydantic",
        "yaml",
        "neo4j",
        "networkx",
        "pyvis",
        "rustworkx",
        "jinja2",
        "kg.model.kinds",
        "kg.model.convert",
        "kg.model.rows",
        "kg.sources.seeds",
        "kg.server",
    }
    assert not heavy & set(done.stderr.split())


def test_help_imports_no_engine() -> None:
    code = (
        "import sys, kg.cli\ntry:\n    kg.cli.main(['--help'])\nfinally:\n    print(*sys.modules,"
        " file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=clean(), check=True, timeout=60
    )
    imported = set(done.stderr.split())
    assert not {"pydantic", "yaml", "neo4j", "networkx", "pyvis"} & imported
    ours = {"kg.cli._group", "kg.cli._start", "kg.cli._corpus", "kg.cli._examples", "kg.cli._speech"}
    assert {name for name in imported if name.startswith("kg.cli.")} == ours, (
        "the words of each command are read off its file"
    )


def test_from_any_folder(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    here = spawn("ask", "index", env=env)
    assert spawn("ask", "index", env=env, cwd=tmp_path / "elsewhere") == here
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_two_questions_at_once(env: dict[str, str]) -> None:
    both = [
        subprocess.Popen([KG, "ask", "index"], env=clean(env), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    answers = [process.communicate(timeout=60) for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert answers[0] == answers[1]
