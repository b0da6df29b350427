"""What a site offers to other programs: files in their formats, and what stands in the heads of pages."""

from __future__ import annotations

import ast
import io
import json
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

import kg.formats
from kg.formats import formats
from kg.language.interface import languages, own_words
from kg.language.interface.words import Words
from kg.load.seeds import plan_file
from kg.model.convert import facts_of
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.site import Options
from kg.site.exports import exports
from kg.site.reading import published
from kg.site.writable import writable
from kg.store import connect
from tests.site.conftest import Built, built, site_of, stored
from tests.site.reading import dangling
from tests.site.test_publication import linked

FORMATS = Path(kg.formats.__file__).parent
MODULES = sorted(FORMATS.rglob("*.py"))


def inside(site: Built, path: str) -> dict[str, bytes]:
    """Return the files that a download is."""
    content = site.files[path]
    if not path.endswith(".zip"):
        return {path: content}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def offered(site: Built) -> dict[str, str]:
    """Return the path of each format's file, as the page links to it."""
    table = [tag.attributes for tag in site.pages["downloads.html"].tags if "download" in tag.attributes]
    return dict(zip(writable(), (link["href"] for link in table), strict=True))


def test_every_format_is_offered_with_what_it_loses(small: Built) -> None:
    page = small.pages["downloads.html"]
    for name, path in offered(small).items():
        assert all(inside(small, path).values())
        said = json.loads(small.files[f"{path}.loss.json"])
        assert said["format"] == name
        assert said["facts"]["in"] == small.site.facts["facts"]
        for reason in (*said["left out"], *said["cut"]):
            assert " ".join(reason["reason"].split()) in page.text
    assert not dangling(small.files, small.pages)


NAMING = re.compile(r"'\w+'|no schema|has no place for")
"""What reasons say that name fields or kinds."""


def test_a_german_page_says_in_german_why_something_is_missing() -> None:
    site = site_of("second", Options(language="de"))
    page, w = site.pages["downloads.html"], Words("de")
    for path in offered(site).values():
        said = json.loads(site.files[f"{path}.loss.json"])
        for reason in (each["reason"] for each in (*said["left out"], *said["cut"])):
            told = w.either("loss", reason, "")
            assert told or NAMING.search(reason), reason
            assert " ".join((told or reason).split()) in page.text


@pytest.mark.parametrize("file", [pytest.param(p, id=str(p.relative_to(FORMATS))) for p in MODULES])
def test_reasons_that_are_always_the_same_have_words(file: Path) -> None:
    calls = (one for one in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(one, ast.Call))
    first = [call.args[0] for call in calls if getattr(call.func, "attr", "") in ("cut", "leave_out")]
    for why in (str(each.value) for each in first if isinstance(each, ast.Constant)):
        assert all(f"loss.{why}" in own_words(code) for code in languages()), why


def test_they_hold_what_the_site_shows_and_nothing_else(
    small: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = sorted(fact.day for fact in small.facts.values() if isinstance(fact, Document))[2]
    without = {module for each in formats("facts", "tables").values() for module in each.needs[1:]}
    monkeypatch.setattr("kg.site.writable.find_spec", lambda name: None if name in without else True)
    site = built(small.facts.values(), Options(language="de", as_of=day, base_url="https://example.org/kg/"))
    shown = {json.loads(line)["id"] for line in site.files["data/facts.jsonl"].splitlines()}
    assert len(shown) < len(small.facts)
    (content,) = inside(site, "data/jsonld/facts.jsonld.zip").values()
    base = "https://example.org/kg/facts/"
    told = {each["@id"].removeprefix(base) for each in json.loads(content)["@graph"] if "@id" in each}
    assert told == shown
    text = site.pages["downloads.html"].text
    assert Words("de")("data.not.here", formats="parquet, xlsx") in text
    assert not any(path.startswith(("data/xlsx/", "data/parquet/")) for path in site.files)
    assert Words("de")("data.what.gexf") in text


def test_the_tables_are_those_of_kg_export_parquet(small: Built, tmp_path: Path) -> None:
    pytest.importorskip("duckdb")
    path = offered(small)["parquet"]
    for name, content in inside(small, path).items():
        (tmp_path / name).write_bytes(content)
    graph = connect("memory")
    plan_file(str(tmp_path), graph).run()
    assert {fact.id for fact in facts_of(graph.read())} == small.facts.keys()
    assert json.loads(small.files[f"{path}.loss.json"])["facts"]["lost"] == 0
    again: dict[str, bytes] = {}
    with stored(small.facts.values()) as store:
        [*exports(published(store, Options()), again)]
    assert again[path] == small.files[path]


def test_pages_name_their_claims_and_how_to_cite(small: Built) -> None:
    stated: dict[str, Any] = {}
    for path, content in small.files.items():
        if not path.endswith(".html") or path.endswith(("view.html", "explore.html", "404.html")):
            continue
        for part in linked(content.decode()).get("hasPart", ()):
            assert part["@type"] == "Claim"
            stated[part["@id"].removeprefix("#")] = part
        meta = {tag.get("name"): tag["content"] for tag in small.pages[path].of("meta") if "content" in tag}
        assert ("citation_title" in meta) == path.startswith("document/")
        assert not ("DC.title" in meta and "citation_title" in meta)
    claims = {i: fact for i, fact in small.facts.items() if isinstance(fact, Claim)}
    assert stated.keys() == claims.keys()
    for id_, claim in claims.items():
        assert stated[id_]["text"] == claim.paraphrase
        assert ("author" in stated[id_]) == bool(claim.voices)
