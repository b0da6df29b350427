"""Citations: BibTeX that a parser reads back, CSL-JSON with the fields of its schema."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from kg.formats import citing as cite
from kg.formats.citing import Entry, bibtex, csl, escaped
from tests.browser.payloads import PAYLOADS
from tests.site.conftest import Built

pytestmark = pytest.mark.xdist_group("site")

MISC = {"author", "title", "howpublished", "year", "month", "day", "note", "url", "language", "key"}
"""Fields that `@misc` knows in BibTeX or biblatex."""
CSL_TYPES = {"article", "article-newspaper", "report", "webpage"}
CSL_FIELDS = {
    "id",
    "type",
    "title",
    "author",
    "container-title",
    "publisher",
    "issued",
    "URL",
    "language",
    "note",
}
BACK = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textquotedbl": '"',
}


def parse(text: str) -> list[tuple[str, str, dict[str, str]]]:
    """Read BibTeX as BibTeX does: a value ends where its braces balance, whatever stands before a brace."""
    entries, at = [], 0
    while match := re.compile(r"\s*@(\w+)\{([A-Za-z0-9:-]+)").match(text, at):
        at, fields = match.end(), {}
        while field := re.compile(r",\s*(\w+) = ").match(text, at):
            at = field.end()
            if text[at] == "{":
                depth, start = 0, at
                while True:
                    depth += {"{": 1, "}": -1}.get(text[at], 0)
                    at += 1
                    if not depth:
                        break
                value = text[start + 1 : at - 1]
            else:
                word = re.compile(r"\w+").match(text, at)
                assert word
                value, at = word[0], word.end()
            assert field[1] not in fields
            fields[field[1]] = value
        end = re.compile(r"\s*\}\n").match(text, at)
        assert end, text[at : at + 80]
        at = end.end()
        entries.append((match[1], match[2], fields))
    assert not text[at:].strip(), text[at : at + 80]
    return entries


def shown(value: str) -> str:
    """Return what TeX would print."""
    value = re.sub(r"\{\\(text\w+)\}", lambda m: BACK[m[1]], value)
    return re.sub(r"\\([$&#_%])", r"\1", value)


def entry(text: str) -> Entry:
    return Entry(
        "doc-1", "report", text, text, date(2024, 1, 5), "https://example.org/a_b?c=%20&d={x}", "de", text
    )


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_any_text_comes_back_from_bibtex(payload: str) -> None:
    ((kind, key, fields),) = parse(bibtex([entry(payload)]))
    assert (kind, key) == ("misc", "doc-1")
    assert fields.keys() <= MISC
    line = cite._line(payload)
    assert shown(fields["title"]) == line
    assert shown(fields["author"]) == f"{{{line}}}"
    assert fields["month"] == "jan"


def test_an_address_cannot_end_its_field() -> None:
    ((_, _, fields),) = parse(bibtex([entry("x")]))
    assert fields["url"] == "https://example.org/a_b?c=%20&d=%7Bx%7D"


def test_every_document_of_the_corpus_has_both(corpus_site: Built) -> None:
    documents = [f for f in corpus_site.facts.values() if type(f).KIND == "document"]
    entries = parse(corpus_site.files["data/documents.bib"].decode())
    assert [key for _, key, _ in entries] == sorted(d.id for d in documents)
    for document, (_, _, fields) in zip(sorted(documents, key=lambda d: d.id), entries, strict=True):
        assert int(fields["year"]) == document.published.first.year
        assert fields["title"].startswith("["), "a title of ours stands in brackets"
        assert document.sha256 in fields["note"]
        assert fields.get("url") == document.url
        alone = parse(corpus_site.files[f"document/{document.id}/cite.bib"].decode())
        assert alone == [("misc", document.id, fields)]


def test_csl_has_the_fields_of_its_schema(corpus_site: Built) -> None:
    for path, content in corpus_site.files.items():
        if path == "data/documents.json" or path.endswith("/cite.json"):
            for record in json.loads(content):
                assert record["type"] in CSL_TYPES
                assert {"id", "type"} <= record.keys() <= CSL_FIELDS
                assert [set(name) for name in record["author"]] == [{"literal"}]
                ((year, month, day),) = record["issued"]["date-parts"]
                date(year, month, day)


def test_a_claim_is_cited_with_each_document_the_place_in_it_and_who_speaks(small: Built) -> None:
    for fact in small.facts.values():
        if type(fact).KIND != "claim":
            continue
        documents = [small.facts[c.document] for c in fact.cited]
        publishers = [small.facts[d.outlet].caption if d.outlet else "" for d in documents]
        told = cite.claim(fact, small.facts, "A: it is so", "event/e.html#c")
        assert [entry.title for entry in told] == [f"[{d.title}]" for d in documents]
        assert [entry.publisher for entry in told] == publishers
        places = [f"paragraph {c.paragraph};" if c.span else f"{c.spot};" for c in fact.cited]
        assert all(place in entry.note for place, entry in zip(places, told, strict=True))
        assert len(parse(bibtex(told))) == len(json.loads(csl(told))) == len(fact.cited)
        assert any(f"claim {fact.id};" in page.text for page in small.pages.values())


def test_how_to_cite_a_page_parses_too(small: Built) -> None:
    count = 0
    for path, page in small.pages.items():
        details = [text for text in page.words if text.lstrip().startswith("@misc{")]
        for text in details:
            if text.lstrip().removeprefix("@misc{").partition(":")[0] in small.facts:
                continue  # of a claim
            ((_, key, fields),) = parse(text + "\n")
            assert key == path.removesuffix(".html").replace("/", ":").replace("_", "-")
            assert re.search(r"facts sha256 [0-9a-f]{64}", fields["note"])
            count += 1
        for text in page.words:
            if text.lstrip().startswith('[\n {\n  "id"'):
                json.loads(text)
    assert count > 50


def test_json_holds_any_text() -> None:
    for payload in PAYLOADS:
        (record,) = json.loads(csl([entry(payload)]))
        assert record["title"] == payload


def test_line_ends_and_controls_become_blanks() -> None:
    assert escaped("a\r\nb\x00c\u2028d") == "a b c d"
