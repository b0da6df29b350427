"""What holds for every original: the lines are lines, and come out the same again."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import CallError
from kg.sources.originals.article import Article
from kg.sources.originals.lines import line
from kg.sources.originals.read import derive
from kg.sources.texts import paragraphs
from tests.intake.originals import made

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@given(WORDS)
def test_a_line_is_one_in_nfc_and_stays_itself(text: str) -> None:
    one = line(text)
    assert len(one.splitlines()) <= 1
    assert unicodedata.is_normalized("NFC", one)
    assert line(one) == one == one.strip()


@settings(max_examples=25, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=4))
def test_a_text_derived_twice_has_the_same_lines_and_they_are_its_paragraphs(
    tmp_path_factory: pytest.TempPathFactory, parts: list[str]
) -> None:
    file = tmp_path_factory.mktemp("law") / "a.txt"
    file.write_bytes("\n".join(parts).encode())
    try:
        (one,) = derive(file)
    except CallError:
        return  # what is refused has no lines
    assert derive(file, rule=one.rule) == [one]
    assert paragraphs(one.text) == list(one.lines)


TAGS = st.sampled_from(
    "p div ul li table tr td br article nav b a blockquote section h1 pre span aside form".split()
)


@settings(max_examples=40, deadline=None)
@given(st.recursive(WORDS, lambda inner: st.tuples(TAGS, st.lists(inner, max_size=5)), max_leaves=25))
def test_any_page_gives_the_same_lines_twice(tree: object) -> None:
    from lxml import html

    def written(node: object) -> str:
        if isinstance(node, tuple):
            return f"<{node[0]}>{''.join(map(written, node[1]))}</{node[0]}>"
        return "".join(c for c in str(node) if c >= " ").replace("<", "&lt;")

    text = f"<html><body>{made.story()}{written(tree)}</body></html>".encode("utf-8", "replace")
    one, two = (
        Article(html.document_fromstring(text, html.HTMLParser(encoding="utf-8"))).lines() for _ in "12"
    )
    assert one == two
    assert all(each and each == line(each) for each in one)
    assert set(made.PARAGRAPHS) <= set(one)


HELD = [Path(folder) for folder in os.environ.get("KG_SOURCES", "").split(os.pathsep) if folder]
RAW = next((folder.parent / "raw" for folder in HELD if (folder.parent / "raw").is_dir()), None)
REAL = pytest.mark.skipif(not RAW, reason="the articles are not ours: read where they are at hand")


def real(file: str) -> str:
    """Return the text that is made of one of the files of the second corpus."""
    assert RAW
    (derived,) = derive(RAW / file)
    return derived.text


def held(document: str) -> list[str]:
    """Return the paragraphs of the text of a document."""
    assert RAW
    return paragraphs((RAW.parent / "texts" / f"{document}.txt").read_text("utf-8"))


@REAL
@pytest.mark.parametrize("name", ["moscow-times-2022-11-09", "businesstoday-2024-04-27"])
def test_real_pages_give_the_paragraphs_of_their_texts(name: str) -> None:
    assert paragraphs(real(f"{name}.html")) == held(name)


@REAL
def test_a_real_pdf_holds_the_paragraphs_of_its_texts_and_the_rows_of_its_table() -> None:
    (page,) = paragraphs(real("caspian-2023-08-21.pdf"))
    for name in ("cpc-2023-08-21", "cnn-2023"):
        assert [each for each in held(name) if each not in page] == []
    rows = [row.split(" | ") for row in page.split(" || ") if " | " in row]
    assert [len(row) for row in rows] == [4, 4, 4]
    assert rows[0] == ["Vessel", "Flag", "From", "To"]
