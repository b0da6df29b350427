"""DOCX: a paragraph is a line, a table row `a | b`, in the order of the document. Rule `docx-blocks-1`."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any

from kg.sources.originals.derived import Derived, Said, Says
from kg.sources.originals.lines import line
from kg.sources.originals.payload import Payload
from kg.sources.originals.unpacked import checked
from kg.system.extras import needed, tool

if TYPE_CHECKING:
    from lxml.etree import _Element

RULE = "docx-blocks-1"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST = 100_000_000
"""Bytes of a DOCX file; see `unpacked` for what it may unpack to."""
LESS = "take the images out of it, or divide it into several"
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""The same text again, for programs that know no text boxes."""
_SIGNS = {f"{_WORD}tab": " ", f"{_WORD}br": " ", f"{_WORD}cr": " ", f"{_WORD}noBreakHyphen": "-"}
_GONE = (f"{_WORD}del", f"{_WORD}moveFrom", _FALLBACK)
"""What a tracked change took out."""
_AGAIN = "fetch the file again, or open it in a word processor and save it anew"


def fits(head: bytes, name: str) -> bool:
    """Return whether a file is a package, as DOCX files are."""
    return head.startswith(b"PK\x03\x04")


def derived(payload: Payload) -> Derived:
    """Return the paragraphs and table rows of a DOCX file as lines, its footnotes after them.

    Raises:
        CallError: it is another package, broken, encrypted, without text, or unpacks to too much.
    """
    needed("docx", "DOCX files")
    checked(payload)
    body, notes, (says, made) = _opened(payload)
    lines = [*_blocks(body), *_footnotes(notes)]
    if not lines:
        raise payload.wrong(
            "there is no text in the document",
            "if it holds images of pages, have the text in them recognised",
        )
    changes = _changes(body, notes)
    return Derived(
        tuple(lines),
        RULE,
        tool("python-docx"),
        MEDIA_TYPE,
        payload.sha256,
        says=says,
        notes=(*changes, *made),
    )


def _opened(payload: Payload) -> tuple[_Element, list[_Element], tuple[Says, list[str]]]:
    """Return the body of a document, its footnotes, and what it says of itself."""
    from docx import Document
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        document = Document(BytesIO(payload.raw))
        parts = [part for part in document.part.package.iter_parts() if "/footnotes." in part.partname]
        notes = [etree.fromstring(part.blob, parser) for part in parts]
        return document.element.body, notes, _says(document.core_properties)
    except Exception as error:  # the reader stumbles over what is not well-formed in many ways
        raise payload.wrong("the DOCX file cannot be read: its structure is broken", _AGAIN) from error


def _blocks(parent: _Element) -> Iterator[str]:
    """Return the lines of a body; content controls and text boxes are looked into."""
    for each in parent:
        if each.tag == f"{_WORD}p":
            yield from (text for text in (line(_text(each)), *_boxes(each)) if text)
        elif each.tag == f"{_WORD}tbl":
            for row in each.iter(f"{_WORD}tr"):
                if next(row.iterancestors(f"{_WORD}tbl")) is each:
                    cells = [line(_text(cell)) for cell in _cells(row)]
                    if any(cells):
                        yield " | ".join(cells)
        elif each.tag not in _GONE:
            yield from _blocks(each)


def _cells(row: _Element) -> Iterator[_Element]:
    return (cell for cell in row.iter(f"{_WORD}tc") if next(cell.iterancestors(f"{_WORD}tr")) is row)


def _boxes(paragraph: _Element) -> Iterator[str]:
    for box in paragraph.iter(f"{_WORD}txbxContent"):
        if next(box.iterancestors(_FALLBACK), None) is None:
            yield from _blocks(box)


def _text(block: _Element) -> str:
    """Return the text that stands in a paragraph or a cell; a text box in it stands for itself."""
    found: list[str] = []
    todo: list[Any] = [block]
    while todo:
        each = todo.pop()
        if isinstance(each, str):
            found.append(each)
        elif each.tag == f"{_WORD}t":
            found.append(each.text or "")
        elif each.tag in _SIGNS:
            found.append(_SIGNS[each.tag])
        elif each.tag not in (*_GONE, f"{_WORD}txbxContent"):
            ended = [" "] if each.tag == f"{_WORD}p" else []
            todo.extend([*ended, *reversed(each)])
    return "".join(found)


def _footnotes(parts: list[_Element]) -> Iterator[str]:
    for part in parts:
        for note in part.iter(f"{_WORD}footnote"):
            if text := line(_text(note)):
                yield f"[{note.get(f'{_WORD}id')}] {text}"


def _changes(body: _Element, footnotes: list[_Element]) -> list[str]:
    """Say that changes are tracked, and which version was taken."""
    into, out = (
        sum(1 for part in (body, *footnotes) for _ in part.iter(*tags))
        for tags in ((f"{_WORD}ins", f"{_WORD}moveTo"), (f"{_WORD}del", f"{_WORD}moveFrom"))
    )
    if not into + out:
        return []
    return [f"tracked changes: taken as accepted, {into:,} put in and {out:,} taken out"]


def _says(properties: Any) -> tuple[Says, list[str]]:
    """Return what the core properties say; the day that the file was made on is a note: it is not its own."""

    def said(text: str | None) -> Said[str] | None:
        plain = line(text or "")
        return Said(plain, "core properties") if plain and plain != "python-docx" else None

    code = line(properties.language or "").split("-")[0].lower()
    says = Says(said(properties.title), author=said(properties.author), language=said(code))
    made = properties.created
    return says, [f"the file was made on {made.date().isoformat()}"] if made else []
