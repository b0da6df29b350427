"""Every command, subcommand and question explains itself, with an example that runs as it is copied."""

from __future__ import annotations

import gzip
import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from kg.cli._group import group
from kg.cli._start import MEANT
from tests.cli import corpus
from tests.cli.tools import ROOT, clean, run, widest

NOT_HERE = {
    "neo4j": "starts and stops a server; tests/integration does that",
    "shell": "waits for lines to be typed; test_shell types them",
    "cite": "needs the copyrighted texts of the articles",
    "draft": "needs drafts; tests/intake walks through them",
}
"""Commands whose examples are not run here, and why."""
NO_SERVER = "bolt://127.0.0.1:1"


def _commands(
    command: click.Command, words: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command with the words that call it."""
    yield words, command
    if isinstance(command, click.Group):
        context = click.Context(command, info_name="kg")
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            assert below is not None
            yield from _commands(below, (*words, name))


COMMANDS = dict(_commands(group))


def _examples(command: click.Command) -> list[str]:
    """Return the lines below `Example:` in a command's help."""
    text = command.help or ""
    after = text.partition("Example:")[2].split("\n\n")[0]
    return [line.strip() for line in after.splitlines() if line.strip()]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_has_help_with_an_example_of_itself(words: tuple[str, ...]) -> None:
    asked = [run(*words, option) for option in ("--help", "-h")]
    assert asked[0] == asked[1]
    out = asked[0].done()
    assert out.startswith(f"Usage: {' '.join(('kg', *words))}")
    assert re.search(r"\n  Example:\n +\S", out)
    call = " ".join(("kg", *words))
    examples = _examples(COMMANDS[words])
    assert any(call in line for line in examples), examples
    assert all(line in out for line in examples), "an example is wrapped and cannot be copied"
    assert "ID<" not in out


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_says_in_one_line_what_comes_out(words: tuple[str, ...]) -> None:
    first = (COMMANDS[words].help or "").strip().split("\n")[0]
    assert first
    assert first[-1] in ".?", first


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_describes_every_option(words: tuple[str, ...]) -> None:
    for option in COMMANDS[words].params:
        if isinstance(option, click.Option):
            assert option.help, option.opts


@pytest.mark.parametrize("columns", [80, 120])
def test_help_fits_the_terminal(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for words in COMMANDS:
        out = run(*words, "--help").done()
        free = [line for line in out.split("\n") if line.strip() not in _examples(COMMANDS[words])]
        assert widest("\n".join(free)) <= columns


@pytest.mark.parametrize("columns", [80, 120])
def test_alone_it_shows_how_to_start_and_every_command(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    out = run().done()
    assert widest(out) <= columns
    assert out.startswith("Who says who armed whom, and what does it rest on?\n\nStart with:\n  kg demo ")
    for name in (words[0] for words in COMMANDS if len(words) == 1 and words[0] in group._files()):
        assert re.search(rf"^  {name}  +\S", out, re.M), name
    assert "Others:" not in out, "a command is in no group of kg/cli/_start.py"


def test_what_others_call_a_command_is_none_here_and_names_one_that_is() -> None:
    for said, instead in MEANT.items():
        assert said not in {words[0] for words in COMMANDS if words}
        named = re.findall(r"kg ([a-z0-9]+)(?: ([a-z0-9]+))?", instead)
        assert named or said == "version", said
        assert all((one,) in COMMANDS or (one, other) in COMMANDS for one, other in named)


def test_help_of_a_command_is_what_its_option_says() -> None:
    for words in ((), ("check",), ("ask", "who-sourced"), ("help",)):
        assert run("help", *words) == run(*words, "--help")
    run("help", "vew").refused("no command 'vew'", "did you mean 'view'?")


RUNNABLE = [
    pytest.param(words, line, id=line)
    for words, command in COMMANDS.items()
    if words and not set(words) & NOT_HERE.keys()
    for line in _examples(command)
    if re.match(r"([A-Z0-9_]+=\S+ )*kg ", line)
]


@pytest.fixture(scope="session")
def sandbox(tmp_path_factory: pytest.TempPathFactory, desk: Path) -> Path:
    """A folder with what the examples speak of: seeds, schemas, texts, another corpus, an exported file."""
    folder = tmp_path_factory.mktemp("sandbox")
    shutil.copytree(desk / "seeds", folder / "seeds")
    shutil.copytree(desk / "build", folder / "build")
    (folder / "schemas").mkdir()
    corpus.write_texts(folder / "texts")
    corpus.write(folder / "my-corpus")
    shutil.copytree(ROOT / "docs", folder / "docs")
    (folder / "desk").mkdir()
    (folder / "desk" / "site.yaml").write_text("publisher: Example Desk\n", encoding="utf-8")
    exported = run("export", "jsonl", "--seeds", folder / "seeds").done().encode()
    for name in ("corpus.jsonl", "claims.jsonl"):
        (folder / name).write_bytes(exported)
        (folder / f"{name}.gz").write_bytes(gzip.compress(exported))
    return folder


@pytest.mark.parametrize(("words", "line"), RUNNABLE)
@pytest.mark.usefixtures("little")
def test_example_runs(
    words: tuple[str, ...], line: str, sandbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(sandbox)
    if words != ("site",):  # a site of the little corpus does: tests/site makes that of the whole one
        monkeypatch.setenv("KG_SEEDS", str(sandbox / "seeds"))
    if "jq" in line and not shutil.which("jq"):
        pytest.skip("jq is not installed")
    if "bolt://" in line:
        line = re.sub(r"bolt://\S+", NO_SERVER, line)
        done = _shell(line)
        assert (done.returncode, done.stdout) == (1, "")
        assert f"no Neo4j answers at {NO_SERVER}" in done.stderr
    elif re.search(r"[|>$]|^[A-Z]", line):
        done = _shell(line)
        assert done.returncode == 0 or (done.returncode == 1 and "--strict" in line), (
            done
        )  # strict: a warning is a failure
        assert done.stderr == ""
        assert done.stdout or ">" in line
    else:
        ran = run(*shlex.split(line)[1:])
        assert ran.code == 0, ran
        assert ran.out or ran.err.startswith("wrote "), ran


def _shell(line: str) -> subprocess.CompletedProcess[str]:
    env = clean({"KG_SEEDS": os.environ["KG_SEEDS"]})
    command = ["bash", "-o", "pipefail", "-c", line]
    return subprocess.run(command, capture_output=True, text=True, env=env, timeout=120, check=False)


def test_every_reason_not_to_run_an_example_is_still_needed() -> None:
    assert {words[0] for words in COMMANDS if words} >= NOT_HERE.keys()


def test_top_names_exit_codes_and_every_command() -> None:
    out = run("--help").done()
    assert "Exit codes: 0 done, 1 it failed, 2 it was called wrongly." in out
    for words in COMMANDS:
        if len(words) == 1:
            assert re.search(rf"^  {words[0]} +\S", out, re.M), words


def test_top_lists_commands_in_their_own_words() -> None:
    out = " ".join(run("--help").done().split())
    for words, command in COMMANDS.items():
        if len(words) == 1:
            assert f"{words[0]} {command.get_short_help_str(200)}" in out


def test_ask_lists_questions_by_topic() -> None:
    out = run("ask", "--help").done()
    for heading in ("Actors:", "Claims:", "Documents:", "Events:", "Shipments:", "Sources:", "Weapons:"):
        assert f"\n{heading}\n" in out


def test_version() -> None:
    from kg import __version__

    assert run("--version").done() == f"kg, version {__version__}\n"
