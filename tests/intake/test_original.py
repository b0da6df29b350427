"""From what file a text was made: kept in every shape, and a page is called a page by every face."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.errors import SeedError
from kg.formats import citing as cite
from kg.mcp.citations import _cited
from kg.model.convert import facts_of, rows_of
from kg.model.kinds.document import Document
from kg.model.original import Original
from kg.model.parts import Part
from kg.questions import library
from kg.questions.run import run as answer
from kg.site import Options
from kg.sources.json_lines import lines, read
from kg.sources.seeds import load
from tests.cli import corpus
from tests.cli.tools import run
from tests.site.conftest import built, stored

RECORD = {
    "record": "urn:uuid:12345678-1234-1234-1234-123456789abc",
    "uri": "https://example.org/guns",
    "date": "2026-01-05T10:00:00Z",
    "payload_digest": "sha1:ABCDEF",
}
MADE: dict[str, Any] = {
    "file": "post.pdf",
    "sha256": "a" * 64,
    "media_type": "application/pdf",
    "rule": "pdf-pages-1",
    "tool": "pypdfium2 5.15.2",
    "pages": 4,
}
ALIAS = corpus.cite("post-2026-01-05", "40 howitzers") | {"name": "howitzers"}


def facts(**more: Any) -> dict[str, Any]:
    """The small corpus, in which the Harbour Post is a PDF: its paragraphs are pages."""
    made = corpus.facts()
    made["documents/2026-01-05-post.yaml"]["documents"][0]["original"] = MADE | more
    made["names.yaml"]["weapon_types"][0]["aliases"] = [ALIAS]
    corpus.claim(made, "post-howitzers")["cited"][0]["wording"] = "two score"
    return made


@pytest.fixture
def seeds(desk: Path) -> Path:
    return corpus.write(desk / "seeds", facts(warc=RECORD, encoding="windows-1251"))


def test_it_is_the_same_in_rows_lines_and_the_store(seeds: Path) -> None:
    loaded = load(seeds).facts
    (document,) = (f for f in loaded if f.id == "post-2026-01-05")
    assert isinstance(document, Document)
    assert document.original
    assert document.original.model_dump(mode="json") == {**MADE, "warc": RECORD, "encoding": "windows-1251"}
    by_id = {fact.id: fact for fact in loaded}
    assert {f.id: f for f in facts_of(rows_of(loaded))} == by_id
    assert {f.id: f for f in read(lines(loaded), "x.jsonl").facts} == by_id
    with stored(loaded) as store:
        assert {f.id: f for f in facts_of(store.read())} == by_id


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"rule": "PDF pages"}, "rule"),
        ({"sha256": "no"}, "sha256"),
        ({"pages": 0}, "pages"),
        ({"warc": {**RECORD, "record": "1"}}, "record"),
        ({"tool": None}, "tool"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_what_does_not_fit_is_said_with_its_place(tmp_path: Path, wrong: dict[str, Any], told: str) -> None:
    folder = corpus.write(tmp_path / "seeds", facts(**wrong))
    with pytest.raises(SeedError, match=told) as caught:
        load(folder)
    assert all("post.yaml" in str(p) and ":" in str(p) for p in caught.value.problems)


def test_what_is_not_held_has_none(tmp_path: Path) -> None:
    made = facts()
    document = made["documents/2026-01-05-post.yaml"]["documents"][0]
    del document["file"], document["sha256"]
    with pytest.raises(SeedError, match="no text is held"):
        load(corpus.write(tmp_path / "seeds", made))


def test_a_part_without_properties_is_none() -> None:
    assert Original.from_properties("original", {}) is None
    assert Part().to_properties("x") == {}


def test_every_face_calls_a_page_a_page(seeds: Path) -> None:
    loaded = load(seeds).facts
    with stored(loaded) as store:
        printed = [c.spot for c in _cited(store, ["bb-denial", "radio-howitzers"], None, None)]
        assert printed == ["page 3", None]
        preset = library.question("contents")
        rows = answer(preset, store, {"document": "post-2026-01-05"}).rows
        assert {row[:2] for row in rows} == {(2, "page 2"), (3, "page 3"), (4, "page 4")}
    for call, words in (
        (("explain", "bb-denial"), "page 3, characters 0-36"),
        (("show", "bb-denial"), "(page 3, start 0"),
        (("ask", "printed-otherwise"), "page 2"),
    ):
        assert words in " ".join(run(*call, "--seeds", seeds, tty=True).done().split())
    for language, page, paragraph in (("en", "page", "paragraph"), ("de", "Seite", "Absatz")):
        site = built(loaded, Options(language=language))
        claim = site.pages["event/aa-bb-howitzers.html"].text
        document = site.pages["document/post-2026-01-05.html"].text
        weapon = site.pages["weapon/howitzer.html"].text
        assert f"{page} 3" in claim
        assert f"{page.capitalize()} 4" in document
        assert f"{page} 2" in weapon
        assert f"{paragraph} 3" not in claim + document
        assert "post.pdf" in document
        assert "windows-1251" not in claim
    (entry,) = cite.claim(site.facts["bb-denial"], site.facts, "A: no", "event/e.html#c")
    assert "page 3;" in entry.note
    assert "page 3;" in cite.bibtex([entry])
    assert "page 3;" in cite.csl([entry])


def test_verify_names_the_page(seeds: Path, tmp_path: Path) -> None:
    texts = corpus.write_texts(tmp_path / "texts")
    post = texts / "post.txt"
    post.write_text(post.read_text("utf-8").replace("not one gun", "not two guns"), "utf-8")
    told = run("verify", "--seeds", seeds, "--sources", texts, "--format", "json")
    assert told.code == 1
    assert any("page 3," in str(f) for f in json.loads(told.out)["findings"])
