"""Whatever the facts say is shown as text: every payload in every field of every kind of page."""

from __future__ import annotations

import json

import pytest

from kg.picture.out.page.pack import unpack
from tests.browser.payloads import PAYLOADS
from tests.site.conftest import Built, site_of
from tests.site.hostile import LONGEST, fitting
from tests.site.reading import INERT, dangling, links, outside

pytestmark = pytest.mark.xdist_group("site")

NAMES = {
    "a",
    "article",
    "aside",
    "b",
    "bdi",
    "body",
    "blockquote",
    "br",
    "button",
    "canvas",
    "code",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "head",
    "header",
    "html",
    "img",
    "input",
    "label",
    "li",
    "link",
    "main",
    "meta",
    "nav",
    "noscript",
    "ol",
    "option",
    "output",
    "p",
    "picture",
    "pre",
    "q",
    "script",
    "section",
    "select",
    "small",
    "source",
    "span",
    "strong",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "ul",
}
"""Every element that the templates write."""


@pytest.fixture(scope="session")
def hostile() -> Built:
    return site_of("hostile")


def test_there_are_more_than_forty_payloads() -> None:
    assert len(set(PAYLOADS)) >= 40


def test_every_page_is_well_formed_and_has_only_our_elements(hostile: Built) -> None:
    wrong = []
    for path, page in hostile.pages.items():
        wrong += [f"{path}: {fault}" for fault in page.faults]
        wrong += [f"{path}: <{tag.name}>" for tag in page.tags if tag.name not in NAMES]
        wrong += [
            f"{path}: {tag.name} has {key}"
            for tag in page.tags
            for key in tag.attributes
            if key.startswith("on") or key in ("style", "srcdoc")
        ]
        wrong += [f"{path}: loads {address}" for address in outside(page)]
        wrong += [
            f"{path}: links to {link[:60]}"
            for link in links(page)
            if link.lower().startswith(("javascript:", "vbscript:", "data:text"))
        ]
        wrong += [
            f"{path}: {meta}" for meta in page.of("meta") if meta.get("http-equiv", "").lower() == "refresh"
        ]
        wrong += [f"{path}: id {i} twice" for i in set(page.ids) if page.ids.count(i) > 1]
    assert wrong == []
    assert dangling(hostile.files, hostile.pages) == []


@pytest.mark.parametrize("n", range(len(PAYLOADS)))
def test_the_payload_stands_as_text_on_every_kind_of_page(n: int, hostile: Built) -> None:
    word, text = (" ".join(fitting(PAYLOADS[n], LONGEST[kind]).split()) for kind in ("word", "text"))
    for path in (
        f"actor/s-{n}",
        f"actor/o-{n}",
        f"actor/u-{n}",
        f"weapon/w-{n}",
        f"place/p-{n}",
        f"topic/t-{n}",
        f"document/d-{n}",
        f"event/e-{n}",
    ):
        page = hostile.pages[f"{path}.html"]
        assert word in page.text, path
        assert [tag["type"] for tag in page.of("script")] == [INERT], path
    assert text in hostile.pages[f"event/e-{n}.html"].text
    assert text in hostile.pages[f"weapon/w-{n}.html"].text


def test_what_is_judged_the_same_is_said_where_it_is_listed_apart(hostile: Built) -> None:
    told = [
        path
        for path, page in hostile.pages.items()
        if "(judgement j-0); this answer lists them apart" in page.text
    ]
    assert "preset/alleged-for.html" in told
    for path in told:
        assert " ".join(fitting(PAYLOADS[0], LONGEST["word"]).split()) in hostile.pages[path].text


def test_scripts_and_data_hold_no_markup(hostile: Built) -> None:
    for path, content in hostile.files.items():
        if path.endswith(".js"):
            assert b"</script" not in content.lower(), path
        if path.endswith(".svg"):
            lowered = content.lower()
            assert b"<script" not in lowered, path
            assert b"<foreignobject" not in lowered, path
    line = hostile.files["site/index.js"].decode()
    packed = line.removeprefix('globalThis.kgIndex = "').removesuffix('";\n')
    assert packed.replace("+", "").replace("/", "").rstrip("=").isalnum()
    assert len(unpack(packed)["rows"]) > 300
    for raw in hostile.files["data/facts.jsonl"].decode().splitlines():
        json.loads(raw)
