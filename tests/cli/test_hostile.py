"""Whatever stands where a value belongs stays a value: no statement, no terminal command, no traceback."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from kg.questions import library
from tests.cli.tools import run

VALUES = {
    "empty": "",
    "blank": "   ",
    "quotes": 'O\'Brien "said" `so`',
    "backslashes": "\\' \\\" \\\\",
    "cypher": "x'}) MATCH (n) DETACH DELETE n //",
    "comment": "troop-numbers // */ ;",
    "parameter": "$topic ${topic} {topic}",
    "control": "a\x1b[31mred\x07\r\n\tb",
    "c1": "a\x9b31mb",
    "nul": "a\x00b",
    "direction": "a\u202eb\u2066c",
    "path": "../../etc/passwd",
    "markup": "<script>alert(1)</script>",
    "umlaut": "Pjöngjang 북한 🚢",
    "option-like": "-1",
    "100 kB": "x" * 100_000,
    "100 kB of words": "x " * 50_000,
}
HOSTILE = pytest.mark.parametrize("value", VALUES.values(), ids=VALUES.keys())


@pytest.fixture(autouse=True)
def _untouched(corpus_folder: Path) -> object:
    """No run of this file changes a byte of the store."""
    store = corpus_folder / "build" / "kg.grafeo"
    before = sha256(store.read_bytes()).hexdigest()
    yield
    assert sha256(store.read_bytes()).hexdigest() == before


def clean_line(text: str) -> bool:
    """Return whether a message is one line of bearable length that cannot steer a terminal."""
    return text.endswith("\n") and text[:-1].isprintable() and len(text) < 5_000


@HOSTILE
@pytest.mark.parametrize(
    "name",
    ["who-sourced --topic", "said-by --actor", "timeline --event", "dossier --weapon", "contents --document"],
)
def test_as_an_id(name: str, value: str) -> None:
    preset, option = name.split()
    ran = run("ask", preset, option, value)
    ran.refused("there is no ")
    assert clean_line(ran.err)


@HOSTILE
def test_as_a_value_that_the_graph_does_not_have(value: str) -> None:
    ran = run("ask", "figures", "--unit", value)
    ran.refused("no Claim has the unit")
    assert clean_line(ran.err)


@HOSTILE
def test_as_a_day_or_a_truth_value(value: str) -> None:
    for ran in (
        run("ask", "figures", "--as-of", value),
        run("ask", "said-by", "--actor", "kirby", f"--members={value}"),
    ):
        ran.refused()
        assert clean_line(ran.err)


@HOSTILE
def test_as_a_name(value: str) -> None:
    for words in (["show"], ["explain"], ["view"], []):
        if words == ["view"] and value == "":
            continue  # no name: the picture of everything
        ran = run(*words, "--", value)
        ran.refused()
        assert clean_line(ran.err)


@HOSTILE
def test_as_a_question(value: str) -> None:
    ran = run("ask", "--", value)
    assert ran.code in (0, 2), ran
    assert ran.code == 0 or ran.err.startswith("error: ")
    assert all(clean_line(f"{line}\n") for line in ran.err.splitlines())


@HOSTILE
def test_as_words_to_search_for(value: str) -> None:
    for call in (("presets", "--search", value), ("find", "--", value)):
        ran = run(*call)
        assert ran.code in (0, 1), ran
        assert ran.code == 0 or clean_line(ran.err)


@HOSTILE
def test_as_a_parameter_of_the_view(value: str, tmp_path: Path) -> None:
    ran = run("view", "timeline", "--param", f"event={value}", "--output", tmp_path / "x.html")
    ran.refused("there is no Event")
    assert clean_line(ran.err)
    assert not (tmp_path / "x.html").exists()


@HOSTILE
def test_as_a_format(value: str) -> None:
    ran = run("ask", "figures", f"--format={value}")
    ran.refused("is not one of table, csv, html, json, jsonl, markdown, graph")
    assert clean_line(ran.err)


@HOSTILE
@pytest.mark.parametrize("call", ["check --seeds", "ask figures --store", "load"])
def test_as_a_path_to_read(call: str, value: str) -> None:
    if value == "":
        return  # no name: the default
    ran = run(*call.split(), *(["--"] if call == "load" else []), value)
    assert ran.code in (1, 2), ran
    assert ran.out == ""
    assert ran.err.startswith("error: ")
    assert clean_line(ran.err)


@pytest.mark.parametrize("value", ["nul", "100 kB", "100 kB of words"])
@pytest.mark.parametrize(
    "call", ["export jsonl --output", "ask figures --store", "load --store", "explain x --sources"]
)
def test_as_a_path_that_no_system_takes(call: str, value: str) -> None:
    ran = run(*call.split(), VALUES[value])
    assert ran.code in (1, 2), ran
    assert ran.out == "" or call.startswith("load")
    assert ran.err.startswith("error: ")
    assert clean_line(ran.err)


@pytest.mark.parametrize("preset", [p.name for p in library.every()])
def test_bytes_that_are_no_text(preset: str) -> None:
    for call in (
        ("ask", "figures", "--unit", "\udcff"),
        ("show", "\udcff"),
        ("explain", "\udcff"),
        ("view", preset, "--param", "a=\udcff"),
    ):
        ran = run(*call)
        ran.refused("is not UTF-8")
        assert clean_line(ran.err)
