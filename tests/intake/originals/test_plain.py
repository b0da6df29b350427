"""Plain text, and what is offered as one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg.errors import CallError
from kg.sources.originals.read import derive

RUSSIAN = "Министерство сообщило, что контейнеры прибыли в порт.\r\n\r\nОно не назвало число.\r\n"
LINES = ("Министерство сообщило, что контейнеры прибыли в порт.", "Оно не назвало число.")


def _file(folder: Path, raw: bytes, name: str = "a.txt") -> Path:
    (folder / name).write_bytes(raw)
    return folder / name


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", None),
        ("utf-8-sig", None),
        ("utf-16", "utf-16"),
        ("cp1251", "windows-1251"),
        ("koi8_r", "koi8-r"),
        ("cp866", "cp866"),
    ],
)
def test_a_text_in_any_encoding_has_the_same_lines(tmp_path: Path, encoding: str, said: str | None) -> None:
    file = _file(tmp_path, RUSSIAN.encode(encoding))
    (derived,) = derive(file)
    assert (derived.lines, derived.encoding, derived.rule, derived.tool) == (
        LINES,
        said,
        "text-lines-1",
        "kg",
    )
    assert derive(file, rule=derived.rule, encoding=derived.encoding) == [derived]
    assert derived.notes == ((f"converted from {said}",) if said else ())


def test_utf_16_without_a_mark_and_other_scripts(tmp_path: Path) -> None:
    german = "Das Ministerium für Häfen erklärte, daß über die Brücke größere Züge führen.".encode("cp1252")
    korean = "국방부는 북한이 러시아에 포탄을 보냈다고 밝혔다. 컨테이너는 만 삼천 개가 넘는다고 한다.".encode(
        "cp949"
    )
    for raw, said in (
        (german, "windows-1252"),
        (korean, "cp949"),
        ("A text".encode("utf-16-le"), "utf-16-le"),
    ):
        assert derive(_file(tmp_path, raw))[0].encoding == said


def test_an_encoding_that_is_not_clear_is_asked_for(tmp_path: Path) -> None:
    file = _file(tmp_path, "Müller".encode("cp1252"))
    with pytest.raises(CallError, match=r"not clear enough.*may be windows-1252.*--encoding"):
        derive(file)
    assert derive(file, encoding="windows-1252")[0].lines == ("Müller",)
    with pytest.raises(CallError, match="there is no encoding 'klingon'"):
        derive(file, encoding="klingon")
    with pytest.raises(CallError, match=r"a\.txt:2: byte 5 does not fit utf-8"):
        derive(_file(tmp_path, b"abc\n\xff"), encoding="utf-8")
    with pytest.raises(CallError, match=r"a\.txt:2: the text is UTF-8 but for 1 place"):
        derive(_file(tmp_path, RUSSIAN.encode().replace(b"\r\n\r\n", b"\n\xff")))


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.txt", "<!doctype html><p>One.</p>", r"it is markup.*rename it to a\.html; `kg add a\.html`"),
        ("a.txt", "<div><p>One <b>two</b></p><p>three</p></div>", "it is markup"),
        ("a.txt", "a;b;c\n1;2;3\n4;5;6\n", r"3 columns divided by semicolons; .*`kg import LAYOUT a\.txt`"),
        ("deals.csv", "a,b", r"it is a table, not a text; .*`kg import LAYOUT deals\.csv`"),
        ("a.txt", '{"a": 1}\n{"b": 2}', "it is JSON"),
        ("a.txt", "{\\rtf1 text}", "it is an RTF file.*save it as PDF, DOCX or text"),
        ("a.txt", "\0\1\2binary" * 99, "it is a binary file"),
        ("a.txt", "", "the file is empty"),
        ("a.txt", " \n\r\n", "there is no text in it"),
        ("a.html", "%PDF-1.7", "the PDF has no end"),
    ],
)
def test_what_is_no_prose_is_refused_with_what_to_do(
    tmp_path: Path, name: str, content: str, says: str
) -> None:
    with pytest.raises(CallError, match=says):
        derive(_file(tmp_path, content.encode(), name))


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CallError, match="it is a folder; name the files in it"):
        derive(tmp_path)
    with pytest.raises(CallError, match="No such file"):
        derive(tmp_path / "b.txt")
    with pytest.raises(CallError, match="it is a device"):
        derive(Path(os.devnull))
    with pytest.raises(CallError, match="no web archive"):
        derive(_file(tmp_path, b"text"), record="urn:uuid:1")


def test_a_rule_must_be_known_and_fit_the_file(tmp_path: Path) -> None:
    file = _file(tmp_path, b"text")
    assert derive(file, rule="text-lines-1") == derive(file)
    with pytest.raises(
        CallError, match="read by the rule text-lines-1; expected a file for the rule pdf-pages-1"
    ):
        derive(file, rule="pdf-pages-1")
    with pytest.raises(CallError, match=r"no rule 'pdf-page-1'.*did you mean 'pdf-pages-1'"):
        derive(file, rule="pdf-page-1")


def test_prose_with_commas_is_no_table_and_wrapped_lines_are_said(tmp_path: Path) -> None:
    prose = "\n".join(f"In {n}, the state, it said, sent {n} boxes." for n in (1, 2)) + "\nNo, never."
    assert len(derive(_file(tmp_path, prose.encode()))[0].lines) == 3
    wrapped = ("The ministry said that the boxes had been carried by rail for weeks.\n" * 7 + "\n") * 2
    (note,) = derive(_file(tmp_path, wrapped.encode()))[0].notes
    assert "paragraphs seem to run over several lines" in note
