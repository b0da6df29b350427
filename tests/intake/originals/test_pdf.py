"""PDF: a page is one line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import CallError
from kg.sources.originals.read import derive
from tests.intake.originals import made


def test_a_page_is_one_line_whatever_stands_on_it(tmp_path: Path) -> None:
    file = made.pdf(tmp_path / "a.pdf", [["of ammu-", "nition by", "Shahed-", "136"], [], ["Third", "page"]])
    (derived,) = derive(file)
    assert derived.lines == ("of ammunition by Shahed-136", "[page 2 has no text]", "Third page")
    assert (derived.rule, derived.pages, derived.media_type) == ("pdf-pages-1", 3, "application/pdf")
    assert derived.tool.startswith("pypdfium2 ")
    assert derived.text.count("\n") == 3
    assert "1 of 3 pages has no text: 2" in derived.notes


def test_running_heads_are_named_and_stay(tmp_path: Path) -> None:
    pages = [
        ["S/2026/101", f"First of {n}.", f"More {n * n}.", f"Last of {n}.", f"Page {n} of 4"]
        for n in range(1, 5)
    ]
    (derived,) = derive(made.pdf(tmp_path / "a.pdf", pages))
    assert derived.lines[1].startswith("S/2026/101 First of 2.")
    assert derived.notes[:2] == (
        "running line 'S/2026/101' stands on 4 of 4 pages",
        "running line 'Page 1 of 4' stands on 4 of 4 pages, with other numbers",
    )


def test_a_scan_is_said_to_be_one(tmp_path: Path) -> None:
    with pytest.raises(CallError, match=r"2 pages and no text: it is a scan.*recognised"):
        derive(made.pdf(tmp_path / "scan.pdf", [[], []]))


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    whole = made.pdf(tmp_path / "a.pdf", [["text"]] * 3)
    cut = tmp_path / "cut.pdf"
    cut.write_bytes(whole.read_bytes()[:-200])
    with pytest.raises(CallError, match=r"cut\.pdf: the PDF has no end: it is cut off; fetch the file again"):
        derive(cut)
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4\nnothing\n%%EOF")
    with pytest.raises(CallError, match="structure is broken"):
        derive(broken)
    with pytest.raises(CallError, match="is encrypted; save it without a password"):
        derive(made.pdf(tmp_path / "e.pdf", [["text"]], encrypt=StandardEncryption("secret")))


@pytest.mark.slow
def test_2000_pages_are_read_page_by_page(tmp_path: Path) -> None:
    file = made.pdf(tmp_path / "long.pdf", ([f"This is page {n}."] for n in range(1, 2001)))
    (derived,) = derive(file)
    assert (len(derived.lines), derived.lines[1399]) == (2000, "This is page 1400.")
