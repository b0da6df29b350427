"""`kg export jsonl`: what each line holds, the way back, and files that are whole or not there."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from kg.model.kinds import registry
from kg.store import connect
from tests.cli import corpus
from tests.cli.tools import run, spawn

BOUNDS = ("low", "high", "low_open", "high_open", "unit", "mode", "wording")


def _records(*more: str | Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("export", "jsonl", *more).done().splitlines()]


@pytest.fixture
def records(corpus_folder: Path) -> list[dict[str, Any]]:
    """Every line of the whole corpus."""
    return _records()


def test_every_line_is_an_object_with_type_and_id(records: list[dict[str, Any]]) -> None:
    for record in records:
        assert list(record)[:2] == ["type", "id"]
        assert record["type"] in registry()
    assert len({record["id"] for record in records}) == len(records)
    assert {"claim", "document", "shipment", "state", "topic"} <= {record["type"] for record in records}


def test_every_claim_can_be_read_alone(records: list[dict[str, Any]]) -> None:
    by_id = {record["id"]: record for record in records}
    claims = [record for record in records if record["type"] == "claim"]
    assert any(claim["relays"] for claim in claims)
    assert any(claim["speaker"] is None for claim in claims)
    assert any(claim["quantity"] for claim in claims)
    for claim in claims:
        for name in ("topic", "stance", "about", "said", "said_to", "paraphrase"):
            assert claim[name], (claim["id"], name)
        assert by_id[claim["topic"]]["type"] == "topic"
        assert claim["about"] in by_id
        voices = claim["speakers"] or [one for one in (claim["speaker"],) if one]
        told = " and ".join(by_id[voice]["name"] for voice in sorted(voices))
        if claim["stated_in"]:
            told = f"{by_id[claim['stated_in']]['title']} (document)"
        assert claim["speaker_name"] == (told or None)
        assert isinstance(claim["relays"], list)
        for relayed in claim["relays"]:
            assert by_id[relayed]["type"] == "claim"
        if claim["quantity"] is not None:
            assert set(BOUNDS) <= claim["quantity"].keys()
            assert claim["quantity"]["low"] is not None or claim["quantity"]["high"] is not None
        assert claim["citations"]
        for citation in claim["citations"]:
            document = by_id[citation["document"]]
            assert citation["document_sha256"] == document["sha256"]
            assert citation["paragraph"] >= 1
            assert 0 <= citation["start"] < citation["end"]
            assert len(citation["sha256"]) == 64


def test_lines_come_in_an_order_that_depends_on_nothing_but_the_facts(small: Path) -> None:
    before = run("export", "jsonl").done()
    facts = corpus.facts()
    for part in facts.values():
        for items in part.values():
            items.reverse()
    for path in small.rglob("*.yaml"):
        path.unlink()
    corpus.write(small, {f"z-{number}.yaml": part for number, part in enumerate(reversed(facts.values()))})
    assert run("export", "jsonl", "--store", "memory").done() == before
    types = [json.loads(line)["type"] for line in before.splitlines()]
    assert types[-1] == "claim"
    assert types.index("topic") == 0


@pytest.mark.parametrize("which", ["corpus_folder", "small"])
def test_out_and_in_again_is_the_same(which: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    request.getfixturevalue(which)
    first = run("export", "jsonl", "--output", "all.jsonl")
    assert first.code == 0
    text = Path("all.jsonl").read_bytes()
    assert first.err == f"wrote all.jsonl: {text.count(b'\n'):,} facts\n"
    run("load", "all.jsonl", "--store", "copy.grafeo").done()
    assert run("export", "jsonl", "--store", "copy.grafeo").done().encode() == text
    again, original = (
        connect("copy.grafeo"),
        connect(str(Path(os.environ["KG_SEEDS"]).parent / "build" / "kg.grafeo")),
    )
    assert again.read() == original.read()
    again.close()
    original.close()
    for question in ("who-sourced", "index", "on-the-record"):
        more = ["--topic", "arms"] if which == "small" and question == "who-sourced" else []
        assert (
            run("ask", question, *more, "--store", "copy.grafeo").done() == run("ask", question, *more).done()
        )


def test_letters_of_every_script_survive(small: Path) -> None:
    names = [
        "„Ümläut“",
        "북한",
        "a\\b",
        'say "no"',
        "tab\there",
        "two\nlines",
        "🚢",
        "e\u0301",
        "<b>&amp;",
    ]
    facts = corpus.facts()
    facts["names.yaml"]["states"][0]["known_as"] = names
    corpus.write(small, facts)
    state = next(record for record in _records() if record["id"] == "aa")
    assert state["known_as"] == names
    run("export", "jsonl", "--output", "all.jsonl")
    assert Path("all.jsonl").read_text(encoding="utf-8").count("\n") == corpus.COUNT
    run("load", "all.jsonl", "--store", "copy.grafeo").done()
    assert run("export", "jsonl", "--store", "copy.grafeo").done() == Path("all.jsonl").read_bytes().decode()


# ---- files


@pytest.mark.usefixtures("small")
def test_folders_are_made_and_a_dash_is_standard_output() -> None:
    assert run("export", "jsonl", "--output", "new/folder/all.jsonl").code == 0
    assert run("export", "jsonl", "--output", "-").done() == Path("new/folder/all.jsonl").read_text(
        encoding="utf-8"
    )


@pytest.mark.usefixtures("small")
def test_an_existing_file_is_replaced_and_nothing_else_is_left() -> None:
    Path("out").mkdir()
    Path("out/all.jsonl").write_text("old")
    assert run("export", "jsonl", "--output", "out/all.jsonl").code == 0
    assert [path.name for path in Path("out").iterdir()] == ["all.jsonl"]
    assert Path("out/all.jsonl").stat().st_size > 100


@pytest.mark.usefixtures("small")
def test_a_link_is_followed() -> None:
    Path("real").mkdir()
    Path("link.jsonl").symlink_to("real/all.jsonl")
    assert run("export", "jsonl", "--output", "link.jsonl").code == 0
    assert Path("link.jsonl").is_symlink()
    assert Path("real/all.jsonl").is_file()


@pytest.mark.usefixtures("small")
def test_a_device_stays_a_device() -> None:
    os.mkfifo("pipe")
    reader = os.open("pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run("export", "jsonl", "--output", "pipe").code == 0
        assert Path("pipe").is_fifo()
        assert os.read(reader, 1_000_000).startswith(b'{"type": "topic"')
    finally:
        os.close(reader)


@pytest.mark.parametrize("command", [["export", "jsonl"], ["view"], ["demo"]], ids=" ".join)
def test_a_target_that_is_a_folder(command: list[str], small: Path) -> None:
    Path("folder").mkdir()
    Path("folder/kept").write_text("kept")
    ran = run(*command, "--output", "folder")
    assert ran.code == 1
    assert "cannot write" in ran.err
    assert "Is a directory" in ran.err
    assert [path.name for path in Path("folder").iterdir()] == ["kept"]
    assert not list(Path().glob("*.part"))
    assert not list(Path().glob(".*.part"))


@pytest.mark.parametrize("command", [["export", "jsonl"], ["view"]], ids=" ".join)
def test_a_disk_that_is_full_keeps_the_old_file(command: list[str], small: Path) -> None:
    import resource

    Path("out").mkdir()
    Path("out/old").write_text("old")
    run("load").done()

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))

    ran = spawn(*command, "--output", "out/old", env={"KG_SEEDS": str(small)}, preexec_fn=limit)
    assert (ran.code, ran.out) == (1, "")
    assert re.search(r"^error: cannot write .*: File too large; name another path$", ran.err, re.M)
    assert Path("out/old").read_text() == "old"
    assert [path.name for path in Path("out").iterdir()] == ["old"]


@pytest.mark.usefixtures("small")
def test_schemas_are_written_whole() -> None:
    ran = run("export", "schemas", "made")
    assert ran.code == 0
    made = {path.name: path.read_text(encoding="utf-8") for path in Path("made").iterdir()}
    assert ran.err == f"wrote {len(made)} files to made\n"
    assert {"claim.schema.json", "constraints.cypher", "seeds.schema.json"} <= made.keys()
    for name, text in made.items():
        assert text.endswith("\n")
        if name.endswith(".json"):
            json.loads(text)
