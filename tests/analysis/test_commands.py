"""The commands: help with an example that runs, rules on every row, mistyped ids and days.

And the playbook.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg import paths
from kg.cli import main
from kg.load.seeds import plan_seeds
from kg.store import connect

COMMANDS = {
    "roots": [],
    "echoes": [],
    "contradictions": [],
    "drift": [],
    "status": [],
    "according-to": ["zelensky"],
    "without": ["washington-post"],
    "keystones": [],
    "timeline": [],
    "changed": ["--since", "2024-01-01"],
}
PLAYBOOK = Path(__file__).parents[2] / "docs" / "analysis.md"
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="session")
def corpus_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("analysis") / "corpus.grafeo"
    store = connect(str(path))
    plan_seeds(paths.seeds(), store).run()
    store.close()
    return path


@pytest.fixture
def kg(corpus_file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line in this process: exit code, standard output, standard error."""

    def run(*words: str, columns: int = 100) -> tuple[int, str, str]:
        monkeypatch.setenv("COLUMNS", str(columns))
        extra = [] if "--help" in words else ["--store", str(corpus_file)]
        monkeypatch.setattr(sys, "argv", ["kg", *words, *extra])
        with pytest.raises(SystemExit) as stopped:
            main()
        out, err = capsys.readouterr()
        return int(stopped.value.code or 0), out, err

    return run


def examples(text: str) -> list[list[str]]:
    block = text.split("Example:\n")[1].split("\n\n")[0]
    return [shlex.split(line.strip())[1:] for line in block.splitlines()]


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_examples_that_run(name: str, kg: Run) -> None:
    code, out, _ = kg(name, "--help")
    assert code == 0
    for option in (
        "--as-of",
        "--recorded-by",
        "--topic",
        "--event",
        "--actor",
        "--store",
        "--seeds",
        "--format",
    ):
        assert option in out
    for example in examples(out):
        assert example[0] == name
        code, answer, err = kg(*example)
        assert (code, err) == (0, "")
        assert json.loads(answer), example


@pytest.mark.parametrize("name", COMMANDS)
def test_every_row_carries_its_rule(name: str, kg: Run) -> None:
    code, out, _ = kg(name, *COMMANDS[name])
    rows = json.loads(out)
    assert code == 0
    assert rows
    assert all(row["rule"] for row in rows)
    assert kg(name, *COMMANDS[name], "--format", "table")[1].count("\n") > 4
    assert kg(name, *COMMANDS[name], "--format", "csv")[1].count("rule") >= 1


@pytest.mark.parametrize("name", COMMANDS)
def test_conditions_narrow_the_answer(name: str, kg: Run) -> None:
    for condition in (
        ["--topic", "troop-numbers"],
        ["--event", "kp-troops-dispatch-2024"],
        ["--actor", "isw"],
        ["--recorded-by", "2000-01-01"],
    ):
        code, out, err = kg(name, *COMMANDS[name], *condition)
        assert (code, err) == (0, ""), condition
        assert isinstance(json.loads(out), list)
    early = ["--as-of", "2000-01-01"] if name != "changed" else ["--as-of", "2024-01-01"]
    assert json.loads(kg(name, *COMMANDS[name], *early)[1]) == []


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["--topic", "troop-number"], "did you mean 'troop-numbers'?"),
        (["--event", "kp-troops-dispatch-2042"], "did you mean 'kp-troops-dispatch-2024'?"),
        (["--actor", "kirbi"], "did you mean 'kirby'?"),
        (["--as-of", "2024-13-01"], "a day as YYYY-MM-DD"),
        (["--recorded-by", "yesterday"], "a day as YYYY-MM-DD"),
    ],
)
def test_what_is_mistyped_is_the_callers_error(name: str, words: list[str], hint: str, kg: Run) -> None:
    code, out, err = kg(name, *COMMANDS[name], *words)
    assert (code, out) == (2, "")
    assert hint in err


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["without", "washington-posd"], "did you mean 'washington-post'?"),
        (["according-to", "zelenskyy"], "did you mean 'zelensky'?"),
        (["changed", "--since", "soon"], "a day as YYYY-MM-DD"),
        (["changed", "--since", "2024-10-18", "--as-of", "2024-10-13"], "is before --since"),
        (["roots", "--level", "planet"], "organization"),
        (["changed"], "--since"),
    ],
)
def test_other_mistakes(words: list[str], hint: str, kg: Run) -> None:
    code, out, err = kg(*words)
    assert (code, out) == (2, "")
    assert hint in err


def test_the_headline_names_the_one_root_of_three_reports(kg: Run) -> None:
    rows: list[dict[str, Any]] = json.loads(kg("roots", "--topic", "troop-numbers")[1])
    (training,) = [r for r in rows if r["event"] == "kp-troops-training-ru-2024"]
    assert (training["reports"], training["min"], training["max"], training["described"]) == (
        3,
        1,
        1,
        ["wapo-source-ua-mil-int"],
    )
    bundles = json.loads(kg("echoes", "--topic", "troop-numbers")[1])
    assert any(b["reports"] == 3 and "isw-troops-arrived-2024-10-12" in b["claims"] for b in bundles)


def test_verdicts_can_be_chosen(kg: Run) -> None:
    rows = json.loads(kg("contradictions", "--verdict", "dispute")[1])
    assert {r["verdict"] for r in rows} == {"dispute"}
    assert {r["direction"] for r in json.loads(kg("drift", "--direction", "hardened")[1])} == {"hardened"}
    assert json.loads(kg("timeline", "--revised")[1]) == []
    history = json.loads(kg("status", "--event", "kp-troops-dispatch-2024", "--history")[1])
    assert [r["status"] for r in history if r["event"] == "kp-troops-dispatch-2024"] == [
        "supported",
        "disputed",
    ]


@pytest.mark.parametrize("name", COMMANDS)
def test_nothing_heavy_is_imported(name: str, corpus_file: Path) -> None:
    heavy = (
        "pydantic",
        "yaml",
        "networkx",
        "rustworkx",
        "numpy",
        "neo4j",
        "jinja2",
        "pyvis",
        "kg.model.kinds",
    )
    code = (
        f"import sys; sys.argv = {['kg', name, *COMMANDS[name], '--store', str(corpus_file)]!r}\nimport"
        " kg.cli\n"
    )
    code += (
        f"try: kg.cli.main()\nexcept SystemExit: pass\nprint([m for m in {heavy!r} if m in sys.modules],"
        " file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


def test_the_playbook_shows_what_the_commands_print(kg: Run) -> None:
    """Run every command shown; with KG_UPDATE_GOLDEN=1 put the output of today into the page."""
    text = PLAYBOOK.read_text(encoding="utf-8")

    def renewed(match: re.Match[str]) -> str:
        words = shlex.split(match[1])
        code, out, err = kg(*words, "--format", "table")
        assert (code, err) == (0, ""), words
        return f"```\n$ kg {match[1]}\n\n{out.rstrip()}\n```\n"

    today = re.sub(r"```\n\$ kg ([^\n]+)\n.*?```\n", renewed, text, flags=re.S)
    if os.environ.get("KG_UPDATE_GOLDEN"):
        PLAYBOOK.write_text(today, encoding="utf-8")
        text = today
    assert text == today
    assert text.count("\n$ kg ") >= 10
    shown = {shlex.split(m)[0] for m in re.findall(r"\n\$ kg ([^\n]+)", text)}
    assert shown == COMMANDS.keys() | {"explain"}


def test_the_python_of_the_playbook_runs(corpus_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PLAYBOOK.read_text(encoding="utf-8"), flags=re.S)
    exec(code.replace("build/kg.grafeo", str(corpus_file)), {})
    assert "'echo_of': 'wapo-source-troops-training-2024-10-11'" in capsys.readouterr().out
