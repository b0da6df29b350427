"""`kg shell` on a real pseudo-terminal, through a pipe, and its parts."""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from pathlib import Path

import pexpect
import pytest

from kg.questions import library
from kg.shell.complete import COMMANDS, Vocabulary, candidates
from kg.shell.reading import complete, entries_of
from tests.cli.tools import KG, clean, run, spawn
from tests.waiting import child_works, until

NAMES = Vocabulary(
    {"Claim": ["id", "stance"], "Event": ["id", "name"], "Place": ["id"]},
    {"CITED_IN": ["key", "paragraph"], "SAID_BY": ["key"]},
)
TITLES = {p.name: p.title for p in library.every()}
ENTER = "\r"


@pytest.fixture
def env(little: Path, tmp_path: Path) -> dict[str, str]:
    """What a person has set: a small corpus, and a home of their own."""
    return {
        "KG_SEEDS": str(little / "seeds"),
        "HOME": str(tmp_path / "home"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "COLUMNS": "80",
        "TERM": "xterm",
        "PROMPT_TOOLKIT_NO_CPR": "1",
    }


class Terminal:
    """A shell that is typed into."""

    def __init__(self, env: dict[str, str], *more: str) -> None:
        self.child = pexpect.spawn(
            str(KG), ["shell", *more], env=clean(env), encoding="utf-8", timeout=30, dimensions=(50, 100)
        )
        self.child.expect("kg>")

    def type(self, text: str, *expected: str) -> None:
        """Type, and wait for each of these in turn."""
        self.child.send(text)
        for words in expected:
            self.child.expect(words)

    def leave(self) -> int:
        """Press Ctrl-D, and return the exit code."""
        for _ in range(10):  # between two prompts the terminal itself swallows the key
            self.child.sendeof()
            if self.child.expect([pexpect.EOF, pexpect.TIMEOUT], timeout=2) == 0:
                break
        self.child.close()
        return int(self.child.exitstatus or 0)


def shown(text: str) -> str:
    """Return a pattern of a text on the screen, whatever moves the cursor in between."""
    return r"(?:\x1b\[[\d;?]*\w)*".join(map(re.escape, text))


@pytest.fixture
def terminal(env: dict[str, str]) -> Iterator[Terminal]:
    """A shell on a pseudo-terminal, ended whatever happens."""
    opened = Terminal(env)
    yield opened
    opened.child.close(force=True)


def test_a_statement_over_several_lines(terminal: Terminal) -> None:
    terminal.type(f"MATCH (c:Claim){ENTER}", r"\.\.\.")
    terminal.type(f"RETURN count(c) AS many;{ENTER}", "many", r"\d+", "1 row")
    assert terminal.leave() == 0


def test_errors_do_not_end_it(terminal: Terminal) -> None:
    terminal.type(f"RETRUN 1;{ENTER}", r"statement:1:1: expected a Cypher clause")
    terminal.type(f"CREATE (n:X);{ENTER}", "the statement would write")
    terminal.type(f":nonsense{ENTER}", "there is no command ':nonsense'")
    terminal.type(f":ask who-sorced{ENTER}", "did you mean 'who-sourced'")
    terminal.type(f"RETURN $id;{ENTER}", r"the statement needs \$id")
    terminal.type(f"RETURN 41 + 1 AS answer;{ENTER}", "answer", "42")
    assert terminal.leave() == 0


def test_ctrl_c_drops_what_is_typed_and_what_runs(terminal: Terminal) -> None:
    terminal.type("MATCH (n) DETACH")
    terminal.child.sendintr()
    terminal.child.expect("kg>")
    terminal.type(
        "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c RETURN sum(a * b %"
        f" 7 + c);{ENTER}"
    )
    until(lambda: child_works(terminal.child.pid))
    terminal.child.sendintr()
    terminal.child.expect("cancelled")
    terminal.type(f"RETURN 5 AS alive;{ENTER}", "alive", "5")
    assert terminal.leave() == 0


def test_tab_completes_what_fits_the_place(terminal: Terminal) -> None:
    terminal.type("MATCH (c:Clai\t", shown("(c:Claim"))
    terminal.type(" {stan\t", shown("{stance"))
    terminal.type(": 'denies'})-[r:SAID\t", shown("[r:SAID_BY"))
    terminal.type(
        f"]->(a) RETURN a.id AS denier;{ENTER}",
        "MATCH .c:Claim .stance: 'denies'..-.r:SAID_BY.->.a. RETURN a.id AS denier",
        r"\d+ rows?",
    )
    terminal.type(":ask who-sourc\t", shown("who-sourced"))
    terminal.type(f"{ENTER}", "there is no Topic 'troop-numbers'|Who sourced the claims on a topic")
    assert terminal.leave() == 0


def test_parameters_formats_limits_and_plans(terminal: Terminal) -> None:
    terminal.type(f":param id=bb{ENTER}")
    terminal.type(f":params{ENTER}", r"\$id = 'bb'")
    terminal.type(f":format json{ENTER}", "format json")
    terminal.type(f"MATCH (n:Kg {{id: $id}}) RETURN n.id AS id;{ENTER}", r'"id": "bb"')
    terminal.type(f":limit 1{ENTER}", "at most 1 row")
    terminal.type(f"MATCH (n:Claim) RETURN n.id;{ENTER}", "note: The first 1 row; ':limit 0' gives all")
    terminal.type(f":explain MATCH (n:Claim) RETURN n.id;{ENTER}", "NodeScan")
    terminal.type(f":presets claims{ENTER}", "who-sourced")
    terminal.type(f":help{ENTER}", ":timeout")
    terminal.type(f":quit{ENTER}", pexpect.EOF)


def test_the_history_is_kept_for_its_owner_alone(env: dict[str, str], tmp_path: Path) -> None:
    first = Terminal(env)
    first.type(f"RETURN 'remember this' AS x;{ENTER}", "1 row")
    assert first.leave() == 0
    (file,) = (path for path in tmp_path.rglob("shell-history"))
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "remember this" in file.read_text(encoding="utf-8")
    second = Terminal(env)
    second.type("\x1b[A", "remember this")
    second.type(ENTER, "1 row")
    assert second.leave() == 0


def test_it_works_without_prompt_toolkit(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(
        "import sys\nsys.modules['prompt_toolkit'] = None\n", encoding="utf-8"
    )
    plain = Terminal({**env, "PYTHONPATH": str(tmp_path / "site")})
    plain.type(f"RETURN 1{ENTER}", r"\.\.\.")
    plain.type(f"AS one;{ENTER}", "one", "1 row")
    plain.type("MATCH (n", r"MATCH \(n")
    plain.child.sendintr()
    plain.child.expect("kg> ")  # what is typed before that is dropped with the rest
    plain.type(f"RETURN 2 AS two;{ENTER}", "two", "1 row")
    assert plain.leave() == 0


def test_a_load_is_not_locked_out(env: dict[str, str], terminal: Terminal) -> None:
    terminal.type(f"RETURN 1 AS one;{ENTER}", "1 row")
    assert spawn("load", env=env).code == 0
    assert terminal.leave() == 0


# Through a pipe


@pytest.mark.usefixtures("little")
def test_a_pipe_is_carried_out_entry_by_entry() -> None:
    ran = run(
        "shell",
        "--format",
        "csv",
        stdin=b":param n=2\nUNWIND range(1, $n) AS i\nRETURN i; RETURN 'a;b' AS x\n",
    )
    assert ran.done() == "i\r\n1\r\n2\r\nx\r\na;b\r\n"


@pytest.mark.usefixtures("little")
def test_a_pipe_with_an_error_goes_on_and_ends_with_1() -> None:
    ran = run("shell", stdin=b"RETURN foo(1);\nRETURN 2 AS two;\n")
    assert ran.code == 1
    assert '"two": 2' in ran.out
    assert ran.err == "error: statement: unknown function 'foo'\n"


@pytest.mark.usefixtures("little")
def test_a_pipe_that_is_no_text() -> None:
    ran = run("shell", stdin=b"RETURN '\xff';\n")
    assert ran.code in (1, 2)
    assert ran.err.startswith("error: ")


@pytest.mark.usefixtures("little")
def test_a_hostile_value_of_a_preset_is_a_value() -> None:
    ran = run(
        "shell", stdin=b":ask who-sourced \"topic=x'}) DETACH DELETE n //\"\n:ask who-sourced 'topic=\n"
    )
    assert ran.code == 1
    assert "there is no Topic" in ran.err
    assert "':ask' cannot be read" in ran.err


# Its parts


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("MATCH (c:", ["Claim", "Event", "Place"]),
        ("MATCH (c:Cl", ["Claim"]),
        ("MATCH (:Claim:Ev", ["Event"]),
        ("MATCH (c)-[:", ["CITED_IN", "SAID_BY"]),
        ("MATCH (c)-[r:SAID_BY|CIT", ["CITED_IN"]),
        ("MATCH (c:Claim {", ["id", "stance"]),
        ("MATCH (c:Claim {id: 'x', st", ["stance"]),
        ("MATCH ()-[r:CITED_IN {par", ["paragraph"]),
        ("MATCH (c:Claim) WHERE c.st", ["stance"]),
        ("MATCH (e:Event) RETURN e.n", ["name"]),
        ("MATCH (x) RETURN x.para", ["paragraph"]),
        ("MATCH (n) WHERE n:Pl", ["Place"]),
        ("RETURN $", ["id"]),
        ("RET", ["RETURN"]),
        ("MATCH (c:Claim) RETURN 'c:Cl", []),
        ("// MATCH (c:Cl", []),
        (":as", [":ask"]),
        (":ask who-s", ["who-sourced"]),
        (":ask who-sourced to", ["topic="]),
        (":ask who-sourced topic=s", ["shells", "sanctions"]),
        (":format c", ["csv"]),
        (":ask nothing x", []),
        ("", []),
    ],
)
def test_what_completes(before: str, words: list[str]) -> None:
    offered = candidates(
        before,
        NAMES,
        TITLES,
        ["id"],
        library.question,
        lambda preset, name, start: [("shells", ""), ("sanctions", "")],
    )
    assert [c.word for c in offered] == words
    for c in offered:
        assert before[len(before) - c.replaces :].lower() == c.word[: c.replaces].lower()


def test_an_entry_is_complete_with_its_semicolon() -> None:
    assert [
        complete(text)
        for text in ("", ":help", "RETURN ';'", "RETURN 1;", "RETURN 1; // x", "RETURN 1; RETURN", "// ;")
    ] == [
        True,
        True,
        False,
        True,
        True,
        False,
        False,
    ]
    assert list(entries_of(["// only a remark\n"])) == []


def test_help_lists_every_command() -> None:
    assert all(re.fullmatch(r":[a-z]+", word) for word in COMMANDS)
