"""The Tab key: through the protocol that every shell speaks, and in real shells where they are installed."""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

import pytest

from kg.questions import library
from tests.cli.tools import KG, clean, run


def offered(
    words: str, *, incomplete: str = "", env: dict[str, str] | None = None, shell: str = "zsh"
) -> list[tuple[str, str, str]]:
    """Return what is offered after some words: type, value and help of each."""
    asked = f"kg {words} {incomplete}" if words else f"kg {incomplete}"
    settings = {
        "_KG_COMPLETE": f"{shell}_complete",
        "COMP_WORDS": asked,
        "COMP_CWORD": str(len(asked.split()) - bool(incomplete)),
        **(env or {}),
    }
    done = subprocess.run([KG], env=clean(settings), capture_output=True, check=False, timeout=60)
    assert done.stderr == b""
    lines = done.stdout.decode().splitlines()
    return [(lines[i], lines[i + 1], lines[i + 2]) for i in range(0, len(lines) - 2, 3)]


def values(words: str, incomplete: str = "", **env: str) -> list[str]:
    return [value for _, value, _ in offered(words, incomplete=incomplete, env=env)]


@pytest.fixture
def env(corpus_folder: Path) -> dict[str, str]:
    return {"KG_SEEDS": str(corpus_folder / "seeds")}


def test_commands_and_presets_with_what_they_do(env: dict[str, str]) -> None:
    help_of = {value: help for _, value, help in offered("", env=env)}
    assert {"ask", "find", "doctor", "completion", "roots"} <= help_of.keys()
    assert help_of["ask"] == "Answer a question about the graph."
    assert [(value, help) for _, value, help in offered("ask", env=env)] == [
        (p.name, p.title) for p in library.every()
    ]
    assert values("ask", "who", **env) == ["who-sourced"]
    assert "jsonl" in values("export", "", **env)


def test_options_and_their_words(env: dict[str, str]) -> None:
    assert values("ask who-sourced", "--to", **env) == ["--topic"]
    assert values("ask who-sourced --format", "j", **env) == ["json", "jsonl"]
    assert values("roots --level", "", **env) == ["person", "organization", "state"]
    assert values("roots --color", "al", **env) == ["always"]
    assert values("completion", "", **env) == ["bash", "zsh", "fish"]


def test_ids_and_values_come_from_the_store(env: dict[str, str]) -> None:
    topics = offered("ask who-sourced --topic", incomplete="tr", env=env)
    assert ("plain", "troop-numbers", "Troop numbers") in topics
    assert all(value.startswith("tr") for _, value, _ in topics)
    assert values("roots --topic", "shel", **env) == ["shells"]
    assert "kp-ru" in values("roots --collection", "kp", **env)
    assert "kirby" in values("according-to", "ki", **env)
    assert "kirby" in values("without", "ki", **env)
    assert "swiss-2024-10-13" in values("without", "swiss", **env)
    assert "isw-troops-arrived-2024-10-12" in values("explain", "isw", **env)
    assert "kn-23" in values("show", "kn", **env)
    assert set(values("ask transport --means", "", **env)) == {"air", "rail", "ship"}
    assert values("find x --kind", "Wea", **env) == ["WeaponType"]
    assert values("ask said-by --members", "", **env) == ["true", "false"]


def test_layouts_are_offered(env: dict[str, str]) -> None:
    assert values("import", "sipri", **env) == ["sipri-deals", "sipri-order", "sipri-register"]


def test_lists_of_columns_go_on(env: dict[str, str]) -> None:
    assert values("ask ledger --columns", "goods,fig", **env) == ["goods,figures"]
    assert "goods,goods" not in values("ask ledger --columns", "goods,", **env)


def test_parameters_of_the_view(env: dict[str, str]) -> None:
    assert values("view", "timel", **env) == ["timeline"]
    assert "kn-25" in values("view", "kn-25", **env)
    assert values("view timeline --param", "ev", **env) == ["event="]
    assert "event=kp-troops-dispatch-2024" in values("view timeline --param", "event=kp-troops-d", **env)


def test_folders_are_left_to_the_shell(env: dict[str, str]) -> None:
    assert [kind for kind, _, _ in offered("check --seeds", env=env)] == ["dir"]
    assert [kind for kind, _, _ in offered("ask index --output", env=env)] == ["file"]


@pytest.mark.parametrize(
    "words",
    [
        "frobnicate",
        "ask who-sorced --topic",
        "ask nothing like it --topic",
        "show --seeds no/such/folder",
        "show --store no-such.grafeo",
        "show --store redis://x",
        "view nope --param",
        "ask 'unclosed",
        "show --store bolt://127.0.0.1:1",
    ],
)
def test_what_goes_wrong_is_silent(words: str, env: dict[str, str]) -> None:
    assert not [
        value
        for _, value, _ in offered(words, env={**env, "NEO4J_PASSWORD": "x"})
        if not value.startswith("-")
    ]


def test_nothing_is_built(small: Path) -> None:
    assert values("ask who-sourced --topic", "", KG_SEEDS=str(small)) == []
    assert not (small.parent / "build").exists()


def test_a_server_is_not_waited_for_long(env: dict[str, str]) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as silent:
        start = time.monotonic()
        address = f"bolt://127.0.0.1:{silent.getsockname()[1]}"
        assert values("ask who-sourced --topic", "", **env, NEO4J_URI=address, NEO4J_PASSWORD="x") == []
        assert time.monotonic() - start < 10


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_scripts(shell: str, tmp_path: Path) -> None:
    script = run("completion", shell).done()
    assert f"_KG_COMPLETE={shell}_complete" in script
    if program := shutil.which(shell):
        (tmp_path / "kg-completion").write_text(script, encoding="utf-8")
        checked = subprocess.run(
            [program, "-n", tmp_path / "kg-completion"], capture_output=True, check=False, timeout=30
        )
        assert (checked.returncode, checked.stderr) == (0, b"")
    run("completion", "bsh").refused("did you mean 'bash'?")


def test_bash_completes(env: dict[str, str], tmp_path: Path) -> None:
    """The function that the script registers, called as bash calls it for a press of the Tab key."""
    (tmp_path / "kg.bash").write_text(run("completion", "bash").done(), encoding="utf-8")
    line = """
        source kg.bash
        complete -p kg
        tab() {
            COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
            _kg_completion kg "${!#}" "${@: -2:1}"
            printf '%s\\n' "${COMPREPLY[@]}"
        }
        tab kg as; tab kg ask who-sourced --topic troop-n; tab kg roots --topic shel; tab kg show 'kn-25'
    """
    done = subprocess.run(
        ["bash", "--norc", "-c", line],
        env=clean(env),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == ""
    registered, *completions = done.stdout.splitlines()
    assert registered.endswith("-F _kg_completion kg")
    assert completions == ["ask", "troop-numbers", "shells", "kn-25"]


@pytest.mark.skipif(not shutil.which("fish"), reason="fish is not installed")
def test_fish_completes(env: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "kg.fish").write_text(run("completion", "fish").done(), encoding="utf-8")
    line = (
        'source kg.fish; complete --do-complete "kg ask who-sourced --topic troop-n"; complete --do-complete'
        ' "kg doct"'
    )
    settings = clean({**env, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)})
    done = subprocess.run(
        ["fish", "--no-config", "-c", line],
        env=settings,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.splitlines() == [
        "troop-numbers\tTroop numbers",
        "doctor\tSay what works on this machine and what to do about the rest.",
    ]


@pytest.mark.skipif(not shutil.which("zsh"), reason="zsh is not installed")
def test_zsh_completes(env: dict[str, str], tmp_path: Path) -> None:
    """The function that the script registers, in a real zsh whose completion system only prints."""
    (tmp_path / "kg.zsh").write_text(run("completion", "zsh").done(), encoding="utf-8")
    line = """
        compdef() { print "registered $*" }
        _describe() { print -l -- ${(P)3} }
        source ./kg.zsh
        words=(kg ask who-sourced --topic troop-n); CURRENT=5; _kg_completion
    """
    done = subprocess.run(
        ["zsh", "-f", "-c", line],
        env=clean(env),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.splitlines() == ["registered _kg_completion kg", "troop-numbers:Troop numbers"]
