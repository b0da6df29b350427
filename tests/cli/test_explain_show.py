"""`kg explain` walks chains with their citations; `kg show` shows one node."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TypedDict

import pytest

from kg.cli.show import _table
from kg.language.directions import END, LEFT, START
from tests.cli import corpus
from tests.cli.tools import run, widest


class ChainPath(TypedDict):
    hops: list[dict[str, object]]
    end: str


def _paths(*args: str | Path) -> list[ChainPath]:
    paths: list[ChainPath] = json.loads(run("explain", *args).done())
    return paths


@pytest.mark.usefixtures("corpus_folder")
def test_the_think_tank_the_newspaper_and_the_unnamed_official() -> None:
    [path] = _paths("isw-troops-arrived-2024-10-12")
    assert [hop["speaker"] for hop in path["hops"]] == [
        "Institute for the Study of War",
        "The Washington Post",
        "The Washington Post's source in Ukrainian military intelligence",
    ]
    assert path["end"] == "root: described, not named"
    out = run("explain", "isw-troops-arrived-2024-10-12", "--format", "table").done()
    order = [
        out.index(name)
        for name in (
            "  1  Institute for the Study of War",
            "  2  The Washington Post ",
            "  3  The Washington Post's source",
        )
    ]
    assert order == sorted(order)
    assert re.search(r"paragraph\s+4,\s+characters", out)
    assert "(unverifiable)" in out
    assert out.rstrip().endswith("root: described, not named")


@pytest.mark.usefixtures("corpus_folder")
@pytest.mark.parametrize("columns", [40, 80, 200])
def test_never_wider_than_the_terminal(columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    for ran in (
        run("explain", "isw-troops-arrived-2024-10-12", tty=True),
        run("show", "wapo-source-ua-mil-int", tty=True),
        run("presets", tty=True),
    ):
        assert widest(ran.done()) <= columns


@pytest.mark.usefixtures("small")
def test_every_hop_with_document_and_paragraph() -> None:
    out = run("explain", "radio-howitzers", "--format", "table").done()
    for words in (
        "Path 1 of 1",
        "1  Radio Gamma asserts on 2026-01-06: about 40 howitzers (35 to 45)",
        "2  Harbour Post asserts on 2026-01-05: 40 howitzers",
        "3  Alpha Times asserts by 2026-01-05: 40 howitzers",
        "4  A harbour pilot asserts by 2026-01-05: 40 howitzers",
        "root: described, not named",
        "claim pilot-howitzers",
    ):
        assert words in out, words
    assert re.search(r"radio-2026-01-06,\s+paragraph 2,\s+characters 46-66 \(unverifiable\)", out), out


@pytest.mark.usefixtures("small")
def test_a_claim_without_a_speaker_prints_a_gap() -> None:
    out = run("explain", "engineers-300", "--format", "table").done()
    assert "?? (the text names nobody: “are said to”)" in out
    assert "more than 300 engineers" in out
    assert "gap: the chain ends at a source that the text does not name" in out
    [path] = _paths("engineers-300")
    assert path["hops"][0]["speaker"] is None
    assert path["end"].startswith("gap: ")


@pytest.mark.usefixtures("small")
def test_a_denial_is_a_root() -> None:
    out = run("explain", "bb-denial", "--format", "table").done()
    assert "Betaland denies on 2026-01-04" in out
    assert "root: named" in out


# ---- with the texts


@pytest.mark.usefixtures("small")
def test_spans_are_proven_and_shown(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = run("explain", "radio-howitzers", "--sources", texts, "--format", "table").done()
    assert out.count("(verified)") == 4
    assert '"some forty howitzers"' in out
    [path] = _paths("radio-howitzers", "--sources", texts)
    printed = [place for hop in path["hops"] for place in hop["printed"]]  # type: ignore[attr-defined]
    assert {place["citation"] for place in printed} == {"verified"}
    assert printed[0]["quote"] == "some forty howitzers"
    monkeypatch.setenv("KG_SOURCES", str(texts))
    assert run("explain", "radio-howitzers", "--format", "table").done() == out


@pytest.mark.usefixtures("small")
def test_a_text_that_changed_is_wrong_and_one_that_is_gone_unverifiable(texts: Path) -> None:
    radio = texts / "radio.txt"
    radio.write_text(radio.read_text(encoding="utf-8").replace("forty", "fifty"), encoding="utf-8")
    (texts / "post.txt").unlink()
    out = run("explain", "radio-howitzers", "--sources", texts, "--format", "table").done()
    assert out.count("(wrong)") == 1
    assert out.count("(unverifiable)") == 3
    assert "(verified)" not in out


@pytest.mark.usefixtures("small")
@pytest.mark.parametrize(
    "content",
    [b"", b"one line\n", b"\xff\xfe\x00", "Überschrift\n".encode("latin-1")],
    ids=["empty", "short", "bytes", "latin-1"],
)
def test_a_text_that_does_not_reach_there(content: bytes, texts: Path) -> None:
    (texts / "radio.txt").write_bytes(content)
    out = run("explain", "radio-howitzers", "--sources", texts, "--format", "table").done()
    assert out.count("(wrong)") == 1


@pytest.mark.usefixtures("small")
def test_line_ends_and_decomposed_letters_of_a_text_do_not_matter(texts: Path) -> None:
    import unicodedata

    for path in texts.iterdir():
        path.write_bytes(
            unicodedata.normalize("NFD", path.read_text(encoding="utf-8")).replace("\n", "\r\n").encode()
        )
    assert (
        run("explain", "radio-howitzers", "--sources", texts, "--format", "table").done().count("(verified)")
        == 4
    )


# ---- chains that branch, and chains that bite their tail


def test_two_roots_are_two_paths(small: Path) -> None:
    facts = corpus.facts()
    corpus.claim(facts, "post-howitzers")["relays"] = ["times-howitzers", "bb-denial"]
    corpus.write(small, facts)
    assert [[hop["claim"] for hop in path["hops"]] for path in _paths("radio-howitzers")] == [
        ["radio-howitzers", "post-howitzers", "times-howitzers", "pilot-howitzers"],
        ["radio-howitzers", "post-howitzers", "bb-denial"],
    ]
    assert "Path 2 of 2" in run("explain", "radio-howitzers", "--format", "table").done()


def test_a_cycle_ends_and_is_called_one(small: Path, tmp_path: Path) -> None:
    lines = run("export", "jsonl").done()
    looped = lines.replace('"id": "pilot-howitzers"', '"id": "pilot-howitzers"', 1)
    records = [json.loads(line) for line in looped.splitlines()]
    next(record for record in records if record["id"] == "pilot-howitzers")["relays"] = ["radio-howitzers"]
    Path("loop.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    loaded = run("load", "loop.jsonl", "--store", "loop.grafeo")
    if loaded.code:  # refusing it is as good
        assert "pilot-howitzers" in loaded.err or "radio-howitzers" in loaded.err
        return
    [path] = _paths("radio-howitzers", "--store", "loop.grafeo")
    assert path["end"] == "cycle"
    assert [hop["claim"] for hop in path["hops"]][-1] == "radio-howitzers"
    out = run("explain", "radio-howitzers", "--store", "loop.grafeo", "--format", "table").done()
    assert "cycle: this claim was met before" in out
    assert run("ask", "chains", "--topic", "arms", "--store", "loop.grafeo").code == 0
    assert run("ask", "who-sourced", "--topic", "arms", "--store", "loop.grafeo").code == 0


# ---- show


@pytest.mark.usefixtures("little")
@pytest.mark.parametrize(
    "id", ["radio-howitzers", "pilot", "aa", "howitzer", "arms", "aa-bb-howitzers", "post-2026-01-05"]
)
def test_show_in_every_format(id: str) -> None:
    node = json.loads(run("show", id).done())
    assert list(node) == ["id", "labels", "properties", "edges"]
    assert node["id"] == node["properties"]["id"] == id
    assert "Kg" not in node["labels"]
    assert {edge["way"] for edge in node["edges"]} <= {"out", "in"}
    for style in ("csv", "markdown"):
        out = run("show", id, "--format", style).done().replace("\\", "")
        assert all(edge["type"] in out and edge["id"] in out for edge in node["edges"])
    assert run("show", id, "--format", "table").done().startswith(node["properties"]["caption"][:30])


@pytest.mark.usefixtures("small")
def test_show_keeps_values_what_they_are() -> None:
    node = json.loads(run("show", "engineers-300").done())
    properties = node["properties"]
    assert (properties["low"], properties["low_open"], properties["unit"]) == (300, True, "engineers")
    assert properties["said"] == "2026-01-05"
    edges = {(edge["way"], edge["type"], edge["id"]) for edge in node["edges"]}
    assert edges == {
        ("out", "ABOUT", "aa-engineers"),
        ("out", "CITED_IN", "post-2026-01-05"),
        ("out", "ON_TOPIC", "arms"),
    }
    cited = next(edge for edge in node["edges"] if edge["type"] == "CITED_IN")
    assert cited["properties"]["paragraph"] == 4
    assert ("in", "SAID_BY", "bb-denial") in {
        (e["way"], e["type"], e["id"]) for e in json.loads(run("show", "bb").done())["edges"]
    }


@pytest.mark.usefixtures("small")
def test_markup_in_names_stays_text() -> None:
    out = run("show", "bb", "--format", "markdown").done()
    assert "Beta \\| Land" in out


def test_a_name_that_runs_from_right_to_left_turns_no_id_beside_it() -> None:
    shown = _table("ali", [], {"caption": "علي"}, [("out", "PART_OF", "x", "وزارة", {"role": "2"})])
    assert shown.title == f"{LEFT}{START}علي{END} (ali)"
    assert shown.rows[-1][3] == f"{LEFT}{START}وزارة{END} (role 2)"
    run("show", "علي").refused(f"no node '{START}علي{END}' in")
