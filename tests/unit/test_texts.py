"""Paragraphs, spans and proofs."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from kg.errors import CallError, SeedError
from kg.sources.texts import Quote, folder, paragraphs, quote, read

TEXT = "Erste Zeile\n\n  Größe: „über 5“ 😀\r\n\t\nletzte\n"


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8", newline="")
    return tmp_path


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("\n \n\t\n", []),
        ("a", ["a"]),
        ("a\n\n b \nc", ["a", " b ", "c"]),
        ("a\r\nb\rc\n", ["a", "b", "c"]),
        ("a\u2028b\x85c\x0bd\n", ["a\u2028b\x85c\x0bd"]),
        ("u\u0308ber\n", ["über"]),
        ("\u00a0\n", []),
    ],
)
def test_paragraphs_are_the_lines_that_hold_something(text: str, lines: list[str]) -> None:
    assert paragraphs(text) == lines


@pytest.mark.parametrize(
    ("paragraph", "start", "end", "span"),
    [(1, 0, 5, "Erste"), (2, 2, 7, "Größe"), (2, 9, 17, "„über 5“"), (2, 18, 19, "😀"), (3, 0, 6, "letzte")],
)
def test_a_citation_that_holds_is_verified(
    source: Path, paragraph: int, start: int, end: int, span: str
) -> None:
    assert quote(source, "a.txt", paragraph, start, end, digest(span)) == Quote("verified", span)


def test_a_span_is_found_whatever_the_form_of_its_letters(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Gro\u0308ße: 5\n", encoding="utf-8")
    assert quote(tmp_path, "a.txt", 1, 0, 5, digest("Größe")).state == "verified"


@pytest.mark.parametrize(
    ("paragraph", "start", "end", "span"),
    [
        (1, 0, 5, "Other"),
        (1, 1, 6, "Erste"),
        (3, 0, 99, "letzte"),
        (3, 6, 9, ""),
        (4, 0, 5, "Erste"),
    ],
)
def test_a_citation_that_does_not_hold_is_wrong(
    source: Path, paragraph: int, start: int, end: int, span: str
) -> None:
    assert quote(source, "a.txt", paragraph, start, end, digest(span)).state == "wrong"


@pytest.mark.parametrize("file", ["none.txt", ".", "a.txt/b"])
def test_without_the_text_a_citation_is_unverifiable(source: Path, file: str) -> None:
    assert quote(source, file, 1, 0, 5, digest("Erste")) == Quote("unverifiable", None)
    assert quote(None, "a.txt", 1, 0, 5, digest("Erste")) == Quote("unverifiable", None)


def test_a_text_in_another_encoding_proves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("Größe".encode("latin-1"))
    assert quote(tmp_path, "a.txt", 1, 0, 5, digest("Größe")) == Quote("wrong", None)


def test_the_folder_given_comes_before_the_one_in_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KG_SOURCES", raising=False)
    assert folder(None) is None
    monkeypatch.setenv("KG_SOURCES", str(tmp_path))
    assert folder(None) == tmp_path
    below = tmp_path / "below"
    below.mkdir()
    assert folder(str(below)) == below
    with pytest.raises(
        CallError, match=r"there is no folder .*nowhere; expected the folder of the documents' texts"
    ):
        folder(str(tmp_path / "nowhere"))


def test_texts_may_lie_in_several_folders(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    more = source.parent / "more"
    more.mkdir()
    (more / "b.txt").write_text("b\n", encoding="utf-8")
    monkeypatch.setenv("KG_SOURCES", os.pathsep.join((str(source), str(more))))
    both = folder(None)
    assert quote(both, "a.txt", 1, 0, 5, digest("Erste")).state == "verified"
    assert quote(both, "b.txt", 1, 0, 1, digest("b")).state == "verified"
    assert quote(both, "c.txt", 1, 0, 1, digest("c")).state == "unverifiable"
    with pytest.raises(CallError, match=r"there is no folder .*nowhere"):
        folder(os.pathsep.join((str(source), str(source.parent / "nowhere"))))


@pytest.mark.parametrize("up", ["../{}", "deeper/../../{}", "{folder}/{}"])
def test_a_text_outside_the_folder_is_not_read(source: Path, up: str) -> None:
    (source.parent / "secret.txt").write_text("secret\n", encoding="utf-8")
    (source / "deeper").mkdir()
    file = up.format("secret.txt", folder=source.parent)
    with pytest.raises(SeedError, match=r"the text '.*secret\.txt' lies outside the folder of the texts"):
        read(source, file)


def test_a_text_further_below_the_folder_is_read(source: Path) -> None:
    (source / "2024..25").mkdir()
    (source / "2024..25" / "b..txt").write_text("b\n", encoding="utf-8")
    assert quote(source, "2024..25/b..txt", 1, 0, 1, digest("b")) == Quote("verified", "b")


def test_a_name_that_no_file_can_have_is_not_at_hand(source: Path) -> None:
    assert read(source, "a\0.txt") is None


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("pipe", "cannot read a.txt: it is a pipe, and only files are read; put a file there"),
        ("outside", "cannot read a.txt: it is a link that leads out of"),
        ("folder outside", "cannot read sub/a.txt: it is a link that leads out of"),
        ("large", "cannot read a.txt: it holds more than 100 bytes; divide it into several"),
    ],
)
def test_only_files_of_bounded_size_inside_the_folder_are_read(
    kind: str, reason: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.system.reading.TEXT", 100)
    texts, secret = tmp_path / "texts", tmp_path / "secret"
    texts.mkdir()
    secret.mkdir()
    (secret / "a.txt").write_text("secret")
    if kind == "pipe":
        os.mkfifo(texts / "a.txt")
    elif kind == "outside":
        (texts / "a.txt").symlink_to(secret / "a.txt")
    elif kind == "folder outside":
        (texts / "sub").symlink_to(secret)
    else:
        (texts / "a.txt").write_text("x" * 101)
    (tmp_path / "link").symlink_to(texts)
    for place in (texts, tmp_path / "link"):
        with pytest.raises(CallError) as caught:
            read(place, "sub/a.txt" if kind == "folder outside" else "a.txt")
        assert str(caught.value).startswith(reason)
