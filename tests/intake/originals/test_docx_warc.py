"""DOCX and WARC: what is in a package, in its order."""

from __future__ import annotations

import gzip
import zipfile
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from kg.errors import CallError
from kg.sources.originals.read import derive
from tests.intake.originals import made


def test_tracked_changes_are_taken_as_accepted_and_said(tmp_path: Path) -> None:
    from docx import Document
    from docx.oxml import parse_xml

    document = Document()
    paragraph: Any = document.add_paragraph("40 guns ")._p
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for tag, text in (("ins", "<w:t>came</w:t>"), ("del", "<w:delText>went</w:delText>")):
        paragraph.append(parse_xml(f'<w:{tag} {space} w:id="1" w:author="A"><w:r>{text}</w:r></w:{tag}>'))
    document.save(str(tmp_path / "a.docx"))
    (made,) = derive(tmp_path / "a.docx")
    assert made.lines == ("40 guns came",)
    assert "tracked changes: taken as accepted, 1 put in and 1 taken out" in made.notes


def test_paragraphs_and_tables_of_a_docx_come_in_their_order(tmp_path: Path) -> None:
    from docx import Document

    document = Document()
    document.core_properties.title, document.core_properties.author = "Report", "Panel"
    document.add_heading("Ports")
    document.add_paragraph("First\tparagraph, ").add_run("bold").bold = True
    table = document.add_table(2, 3)
    for cell, text in zip(
        (*table.rows[0].cells, *table.rows[1].cells), "Ship Boxes Port Angara 230 ".split(" "), strict=True
    ):
        cell.text = text
    table.rows[1].cells[1].merge(table.rows[1].cells[2])
    document.add_paragraph("")
    document.add_paragraph("Last.")
    document.save(str(tmp_path / "a.docx"))
    (derived,) = derive(tmp_path / "a.docx")
    assert derived.lines == ("Ports", "First paragraph, bold", "Ship | Boxes | Port", "Angara | 230", "Last.")
    assert derived.says.title is not None
    assert (derived.rule, derived.says.title) == ("docx-blocks-1", ("Report", "core properties"))


def test_a_docx_that_unpacks_to_too_much_is_not_unpacked(tmp_path: Path) -> None:
    for size, what in ((20_000_000, "times its size"), (40_000_000, "unpacks to 40,000,000 bytes")):
        with zipfile.ZipFile(tmp_path / "bomb.docx", "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("word/document.xml", b"0" * size)
        with pytest.raises(CallError, match=f"{what}.*ask for another copy"):
            derive(tmp_path / "bomb.docx")


def test_packages_that_are_no_docx_or_are_cut_off_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as package:
        package.writestr("a.csv", "a,b")
    with pytest.raises(CallError, match="no DOCX file; unpack it"):
        derive(tmp_path / "a.zip")
    (tmp_path / "cut.docx").write_bytes((tmp_path / "a.zip").read_bytes()[:-30])
    with pytest.raises(CallError, match="broken or cut off"):
        derive(tmp_path / "cut.docx")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    report = made.pdf(tmp_path / "r.pdf", [["On page one"]]).read_bytes()
    text = made.page(made.story()).replace("by rail from", "по рейках from")
    return made.warc(
        tmp_path / "pages.warc.gz",
        [
            ("https://a.example/1", "text/html; charset=windows-1251", text.encode("cp1251")),
            ("https://a.example/logo.png", "image/png", b"\x89PNG"),
            ("https://a.example/r.pdf", "application/pdf", report),
            ("https://a.example/scan.pdf", "application/pdf", b"%PDF-1.4 nothing"),
        ],
    )


def test_each_record_with_a_text_is_an_original(archive: Path) -> None:
    page, report = derive(archive)
    assert page.lines[0] == "Containers by rail"
    assert (page.encoding, page.rule, report.lines) == ("windows-1251", "html-blocks-1", ("On page one",))
    assert page.says.url == ("https://a.example/1", "WARC")
    assert page.warc is not None
    assert page.warc.record.startswith("urn:uuid:")
    assert (page.warc.uri, page.warc.date) == ("https://a.example/1", made.DAY)
    assert page.warc.payload_digest.startswith("sha1:")
    assert page.warc.sha256 == sha256(archive.read_bytes()).hexdigest() != page.sha256
    assert any("left out" in note and "scan.pdf: the PDF has no end" in note for note in page.notes)
    again = derive(archive, record=page.warc.record, rule="html-blocks-1")
    assert [one.lines for one in again] == [page.lines]
    assert derive(archive, record="https://a.example/r.pdf") == [report]


def test_a_changed_payload_is_noticed(archive: Path, tmp_path: Path) -> None:
    plain = gzip.decompress(archive.read_bytes())
    (tmp_path / "changed.warc").write_bytes(plain.replace(b"300 containers", b"900 containers"))
    page = derive(tmp_path / "changed.warc", record="https://a.example/1")[0]
    assert page.notes[0] == "the payload does not have the digest that its record states"


def test_archives_that_cannot_be_read_say_why(archive: Path, tmp_path: Path) -> None:
    raw = archive.read_bytes()
    for name, content in (("cut.warc.gz", raw[:700]), ("cut.warc", gzip.decompress(raw)[:1500])):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(CallError, match="it is cut off; fetch the file again"):
            derive(tmp_path / name)
    with pytest.raises(CallError, match=r"there is no record 'https://b\.example' with a text"):
        derive(archive, record="https://b.example")
    images = made.warc(tmp_path / "i.warc", [("https://a.example/a.png", "image/png", b"1")], packed=False)
    with pytest.raises(CallError, match="no record holds a text that can be read; 1 record of image/png"):
        derive(images)


@pytest.mark.parametrize(
    "head", ["", "WARC-Target-URI: http://a.example/\r\nContent-Length: 99999999\r\n\r\n"]
)
def test_a_stream_that_unpacks_to_too_much_is_left(tmp_path: Path, head: str) -> None:
    with gzip.open(tmp_path / "bomb.warc.gz", "wb") as file:
        file.write(f"WARC/1.0\r\nWARC-Type: response\r\n{head}".encode())
        for _ in range(30):
            file.write(b"0" * 1_000_000)
    with pytest.raises(CallError, match="it unpacks to too much"):
        derive(tmp_path / "bomb.warc.gz")
