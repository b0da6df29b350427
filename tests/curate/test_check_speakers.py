"""The checks that look for the speaker in the cited words: what each finds, and what it leaves alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli import corpus as small
from tests.cli.tools import run
from tests.curate.conftest import write
from tests.curate.desk import LAST, Change, Desk


def spoken(desk: Desk, speaker: str | None, phrase: str, **more: Any) -> None:
    desk.add("spoken", phrase, speaker=speaker, **more)


@pytest.mark.parametrize(
    ("speaker", "phrase", "more"),
    [
        ("aa", "Alphaland has shipped 40 howitzers", {}),
        ("bb", "a spokesman for Betaland", {}),
        ("post", "There was no shipment", {}),
        ("times", "the Alpha Times reported", {}),
        ("pilot", "citing a harbour pilot", {}),
        ("envoy", "Envoy Rassendyll", {}),
        ("envoy", "Rassendylls Brief", {}),
        ("ministry", "a spokesman for Betaland", {}),
        ("bb", "Envoy Rassendyll", {}),
        ("unknown", "are said to have followed", {"attribution": "are said"}),
        ("unknown", "are said to have followed", {"attribution": "are … followed"}),
        ("unknown", "to have followed", {}),
        ("pilot", "to have followed", {"attribution": "have followed"}),
        ("ministry", "to have followed", {"inferred": {"who": "The paragraph before names it."}}),
    ],
)
def test_a_span_that_holds_its_speaker(
    desk: Desk, texts: Path, monkeypatch: pytest.MonkeyPatch, speaker: str, phrase: str, more: Change
) -> None:
    envoy(desk, texts, monkeypatch)
    spoken(desk, speaker, phrase, **more)
    assert [desk.unnamed(name, texts) for name in ("speaker-not-named", "speaker-outside-span")] == [[], []]


def envoy(desk: Desk, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Add a ministry of Betaland and its envoy, and a line on him to the Post."""
    longer = small.POST + "Envoy Rassendyll said so. Rassendylls Brief says more. He came by train.\n"
    monkeypatch.setattr(small, "POST", longer)
    (texts / "post.txt").write_text(longer, encoding="utf-8")
    desk.names(
        "organizations",
        {"id": "ministry", "name": "Foreign Office", "kind": "government", "part_of": [{"actor": "bb"}]},
    )
    desk.names("people", {"id": "envoy", "name": "Rudolf Rassendyll", "part_of": [{"actor": "ministry"}]})


@pytest.mark.parametrize(
    ("speaker", "phrase", "rule"),
    [
        ("envoy", "He came by train", "speaker-outside-span"),
        ("ministry", "He came by train", "speaker-outside-span"),
        ("pilot", "who asked not to be named", "speaker-outside-span"),
        ("bb", "“There was no shipment, not one gun”", "speaker-outside-span"),
        ("envoy", "More than 300 engineers", "speaker-not-named"),
        ("times", "More than 300 engineers", "speaker-not-named"),
    ],
)
def test_a_span_without_its_speaker(
    desk: Desk, texts: Path, monkeypatch: pytest.MonkeyPatch, speaker: str, phrase: str, rule: str
) -> None:
    envoy(desk, texts, monkeypatch)
    spoken(desk, speaker, phrase)
    found = {name: desk.unnamed(name, texts) for name in ("speaker-not-named", "speaker-outside-span")}
    paragraph = rule == "speaker-not-named"
    where = "in the cited paragraph" if paragraph else "in the cited words, only beside them in the paragraph"
    assert found == {name: [] for name in found} | {
        rule: [f"the speaker '{speaker}' of claim 'spoken' is not named {where}"]
    }
    assert desk.unnamed(rule) == [], "nothing is said without the texts"


def test_one_citation_that_names_the_speaker_is_enough(desk: Desk, texts: Path) -> None:
    phrases = ("More than 300 engineers", "the Alpha Times reported")
    spoken(desk, "times", LAST, cited=[small.cite("post-2026-01-05", phrase) for phrase in phrases])
    assert desk.unnamed("speaker-not-named", texts) == []
    assert desk.unnamed("speaker-outside-span", texts) == []


def test_without_the_texts_it_is_said_what_was_not_looked_at(desk: Desk, texts: Path) -> None:
    spoken(desk, "times", LAST)
    folder = write(desk.folder / "seeds", desk.facts)
    assert "checks, 2 texts absent: see --sources)" in run("check", "--seeds", folder).done()
    ran = run("check", "--seeds", folder, "--sources", texts)
    assert (ran.code, "absent" in ran.out, "[speaker-not-named]" in ran.err) == (0, False, True)
    (texts / "radio.txt").unlink()
    assert "checks, 1 text absent: see --sources)" in run("check", "--seeds", folder, "--sources", texts).out
    wrong = run("check", "--seeds", folder, "--sources", texts / "nowhere")
    assert (wrong.code, "there is no folder" in wrong.err) == (2, True)
