"""`kg view` in every format, of presets, facts and everything."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from kg.questions.drawings import KINDS
from tests.cli.tools import run

pytestmark = pytest.mark.usefixtures("small")
EVENT = "aa-bb-howitzers"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("what", [[], ["timeline", "--param", f"event={EVENT}"], [EVENT]])
def test_everything_as_every_drawing(what: list[str], kind: str) -> None:
    told = json.loads(run("view", *what, "--as", kind, "--format", "json", "--output", "-").done())
    assert told["kind"] == kind
    assert told["caption"]


@pytest.mark.parametrize(
    ("ending", "start"),
    [("html", b"<!doctype html>"), ("svg", b"<?xml"), ("png", b"\x89PNG"), ("pdf", b"%PDF-"), ("json", b"{")],
)
def test_the_ending_decides_the_format(ending: str, start: bytes) -> None:
    if ending in ("png", "pdf"):
        pytest.importorskip("typst")
    assert run("view", EVENT, "--output", f"x.{ending}").done() == f"wrote x.{ending}\n"
    assert Path(f"x.{ending}").read_bytes().lower().startswith(start.lower())


def test_pyvis_is_a_page() -> None:
    assert run("view", EVENT, "--format", "pyvis", "--output", "x.html").code == 0
    assert "vis-network" in Path("x.html").read_text(encoding="utf-8")


def test_svg_to_standard_output_is_the_file() -> None:
    printed = run("view", EVENT, "--format", "svg", "--output", "-").done()
    assert run("view", EVENT, "--output", "x.svg").code == 0
    assert printed == Path("x.svg").read_text(encoding="utf-8")
    assert ElementTree.fromstring(printed).tag.endswith("svg")


def test_dark_paper() -> None:
    light, dark = (
        run("view", EVENT, "--format", "svg", "--output", "-", *more).done() for more in ([], ["--dark"])
    )
    assert "#14181d" in dark
    assert "#14181d" not in light


def test_german_words() -> None:
    german, english = (
        run("view", EVENT, "--lang", one, "--format", "svg", "--output", "-").done() for one in ("de", "en")
    )
    assert "Was dazu gesagt wird: " in german
    assert "Beruht auf: " in german
    assert "Rests on: " not in german
    assert english == run("view", EVENT, "--format", "svg", "--output", "-").done()
    assert "Rests on: " in english
    told = json.loads(run("view", "ledger", "--lang", "de", "--format", "json", "--output", "-").done())
    assert (told["kind"], told["language"]) == ("flow", "de")
    assert run("view", "ledger", "--lang", "de", "--output", "x.html").code == 0
    assert '<html lang="de"' in Path("x.html").read_text(encoding="utf-8")
    assert run("view", "ledger", "--lang", "de", "--format", "pyvis", "--output", "x.html").code == 0
    assert '<html lang="de">' in Path("x.html").read_text(encoding="utf-8")
    run("view", "--lang", "dee").refused("'dee' is not one of en, de; did you mean 'de'?")


def test_what_is_not_there_is_reported_with_the_nearest_name() -> None:
    ran = run("view", EVENT[:-1])
    assert ran.code == 2
    assert f"did you mean '{EVENT}'?" in ran.err
    assert (
        "is not one of chain, flow, figures, map, matrix, answers, timeline, network; did you mean 'chain'?"
        in run("view", "--as", "chian").err
    )
    assert run("view", EVENT, "--format", "gif").code == 2


def test_a_picture_that_cannot_be_made_leaves_the_old_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    Path("x.png").write_bytes(b"old")
    ran = run("view", EVENT, "--output", "x.png")
    assert ran.code == 1
    assert "pip install 'kg-arms[print]'" in ran.err
    assert Path("x.png").read_bytes() == b"old"
