"""Every page is whole, leads only to what is there, and says what the analyses say."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from kg.analysis.asof import cut_facts
from kg.analysis.contradictions import contradictions
from kg.analysis.reading import read_world
from kg.analysis.roots import roots
from kg.analysis.status import status
from kg.language.interface import own_words
from kg.language.interface.words import Words
from kg.model.span import Span
from kg.picture.words import dots
from kg.questions import library
from kg.questions.run import run
from kg.site import Options
from kg.site.addresses import section, stem
from kg.site.view import POLICY
from tests.site.conftest import BASE, Built, built, site_of, stored
from tests.site.reading import INERT, Parsed, dangling, outside

pytestmark = pytest.mark.xdist_group("site")

BOTH = pytest.mark.parametrize("name", ["small", "corpus_site"])
OURS = {"site/index.js", "site/search.js"}


@pytest.fixture
def site(name: str, request: pytest.FixtureRequest) -> Built:
    chosen: Built = request.getfixturevalue(name)
    return chosen


def page_of(site: Built, fact: Any) -> Parsed:
    return site.pages[f"{section(type(fact).LABELS)}/{stem(fact.id)}.html"]


@BOTH
def test_every_page_is_well_formed_and_asks_nothing_of_others(site: Built) -> None:
    wrong = []
    for path, page in site.pages.items():
        wrong += [f"{path}: {fault}" for fault in page.faults]
        wrong += [f"{path}: loads {address}" for address in outside(page)]
        wrong += [f"{path}: id {i} stands twice" for i in set(page.ids) if page.ids.count(i) > 1]
        wrong += [
            f"{path}: {tag.name} has {key}"
            for tag in page.tags
            for key in tag.attributes
            if key.startswith("on") or key == "style"
        ]
    assert wrong == []


@BOTH
def test_no_link_leads_nowhere(site: Built) -> None:
    assert dangling(site.files, site.pages) == []


@BOTH
def test_every_own_page_has_policy_language_title_and_one_heading(site: Built) -> None:
    for path, page in site.pages.items():
        policies = [
            meta["content"] for meta in page.of("meta") if meta.get("http-equiv") == "Content-Security-Policy"
        ]
        assert page.of("html")[0]["lang"] == "en", path
        assert len(page.of("h1")) == 1, path
        assert len(policies) == 1, path
        assert policies[0].startswith("default-src 'none'; "), path
        if not path.endswith(("view.html", "explore.html")):
            assert policies[0] == POLICY, path
            assert {
                tag["src"].rsplit("../", 1)[-1] for tag in page.of("script") if tag.get("type") != INERT
            } <= OURS, path
            assert page.of("style") == [], path


def home(site: Built, claim: Any) -> Any:
    """Return what a claim is about; of a claim about a claim what that is about."""
    while type(about := site.facts[claim.about]).KIND == "claim":
        claim = about
    return about


@BOTH
def test_every_fact_has_its_address(site: Built) -> None:
    for fact in site.facts.values():
        if folder := section(type(fact).LABELS):
            page = site.pages[f"{folder}/{stem(fact.id)}.html"]
            name = fact.caption
            assert " ".join(name.split()) in page.text, fact.id
        elif type(fact).KIND == "claim":
            assert stem(fact.id) in page_of(site, home(site, fact)).ids


@BOTH
def test_identifiers_stand_in_words_and_lead_to_their_register(site: Built) -> None:
    for fact in site.facts.values():
        for one in getattr(fact, "identifiers", ()):
            (path,) = (p for p in site.pages if p.endswith(f"/{fact.id}.html"))
            page = site.files[path].decode()
            assert f"{Words('en').value('scheme', one.scheme)} {one.value}</bdi>" in page
            assert (f'href="{one.address}"' in page) == bool(one.address)


@BOTH
def test_every_claim_stands_with_speaker_figure_and_each_citation(site: Built) -> None:
    for fact in site.facts.values():
        if type(fact).KIND != "claim":
            continue
        text = page_of(site, home(site, fact)).text
        assert " ".join(fact.paraphrase.split()) in text
        for voice in fact.origins:
            assert site.facts[voice].caption in text
        if fact.quantity:
            assert fact.quantity.words() in text
            assert fact.quantity.wording in text
        for cited in fact.cited:
            document = page_of(site, site.facts[cited.document])
            if cited.span is None:
                assert Words().spot(dict(cited)) in text
                continue
            assert cited.span.sha256 in text
            assert cited.span.sha256 in document.text
            assert f"p{cited.span.paragraph}" in document.ids


@BOTH
def test_events_say_what_the_analyses_say(site: Built) -> None:
    with stored(site.facts.values()) as store:
        world = read_world(store)
    standing = {row.event: row for row in status(world)}
    support = {row.subject: row for row in roots(world)}
    seen = set()
    for fact in site.facts.values():
        if section(type(fact).LABELS) != "event":
            continue
        page = page_of(site, fact)
        if fact.id not in standing:
            assert "no claim takes a stand on it" in page.text
            continue
        seen.add(standing[fact.id].status)
        assert Words().reason(standing[fact.id].rule) in page.text
        assert not re.search(r"\b[1-5]: ", Words().reason(standing[fact.id].rule)), "a word, not a digit"
        if fact.id in support:
            count = support[fact.id].roots
            told = f"{count.least} to {count.most} independent roots"
            if count.least == count.most:
                told = Words()("n.roots", n=count.least)
            assert f"{dots(count.least, count.most)} {told}".strip() in page.text
    assert seen == {row.status for row in status(world)}
    assert {"supported", "disputed"} < seen


@BOTH
def test_contradictions_stand_in_the_dossier(site: Built) -> None:
    with stored(site.facts.values()) as store:
        pairs = [
            p
            for p in contradictions(read_world(store), incomparable=False)
            if p.verdict in ("contradicts", "dispute")
        ]
    assert pairs
    for pair in pairs:
        event = site.facts[site.facts[pair.one].about]
        assert " ".join(pair.rule.split()) in page_of(site, event).text


@BOTH
def test_presets_show_the_rows_that_the_store_returns(site: Built) -> None:
    with stored(site.facts.values()) as store:
        for preset in library.headlines():
            page, rows = (
                site.pages[f"preset/{stem(preset.name)}.html"],
                json.loads(site.files.get(f"preset/{stem(preset.name)}/rows.json", b"[]")),
            )
            if "Not asked" in page.text:
                assert site is not None
                continue
            parameters = {p.name: page.text for p in preset.parameters if p.required}
            if not parameters and not any(p.type.label and p.default for p in preset.parameters):
                assert len(run(preset, store, {}).rows) == len(rows)
            assert f"{len(rows)} row" in page.text
            assert Path(library.files()[preset.name]).read_text("utf-8").splitlines()[-1].strip() in page.text


def test_every_preset_is_asked_of_the_corpus(corpus_site: Built) -> None:
    assert [path for path, page in corpus_site.pages.items() if "Not asked of this corpus" in page.text] == []
    assert {f"preset/{stem(name)}.html" for name in library.files()} <= corpus_site.pages.keys()


def test_nearly_every_preset_is_asked_of_a_corpus_that_it_was_not_written_for(small: Built) -> None:
    assert [path for path, page in small.pages.items() if "Not asked of this corpus" in page.text] == []


@BOTH
def test_unsourced_looks_unsourced_and_doubt_differs_in_word_and_mark(site: Built) -> None:
    about = site.pages["about.html"].text
    for line in (
        "✕ denies",
        "? cannot confirm",
        "⇄ disputed",
        "✕ denied",
        "? unconfirmed",
        "? no source named or described",
    ):
        assert line in about
    marked = set()
    for claim in (f for f in site.facts.values() if type(f).KIND == "claim"):
        card = next(
            tag for tag in page_of(site, home(site, claim)).tags if tag.attributes.get("id") == stem(claim.id)
        )
        if "unsourced" in card.attributes["class"].split():
            marked.add(claim.id)
    roots_ = [
        f
        for f in site.facts.values()
        if type(f).KIND == "claim" and f.quantity and f.stance in ("asserts", "expects") and not f.relays
    ]
    outlets = {f.id: {site.facts[c.document].outlet for c in f.cited} for f in roots_}
    expected = {f.id for f in roots_ if not f.origins or f.speaker in outlets[f.id]}
    assert {f.id for f in roots_} & marked == expected
    assert expected
    assert {f.id for f in roots_} - expected
    for claim in (site.facts[i] for i in marked - expected):
        assert set(claim.relays) <= marked, "a relay is unsourced only with all that it relays"


def test_german_words_and_english_facts(second_facts: list[Any], small: Built) -> None:
    site = site_of("second", Options(language="de"))
    assert site.pages.keys() == small.pages.keys()
    assert {page.of("html")[0]["lang"] for page in site.pages.values()} == {"de"}
    assert "umstritten" in site.pages["about.html"].text
    for fact in second_facts:
        if type(fact).KIND == "claim":
            assert " ".join(fact.paraphrase.split()) in page_of(site, home(site, fact)).text
    for preset in library.every():
        if preset.title.others:
            assert preset.title.said("de") in site.pages[f"preset/{stem(preset.name)}.html"].text
    words = site.pages["events.html"].text
    assert "asserts" not in words
    assert "Ereignisse" in words


def test_how_long_something_held_is_told_from_one_end_to_the_other(second_facts: list[Any]) -> None:
    held = {"period": Span.model_validate("2000-01/2001-02")}
    facts = [fact.model_copy(update=held) if fact.id == "skut-front" else fact for fact in second_facts]
    words = built(facts).pages["preset/control.html"].text
    assert "January 2000 to February 2001" in words
    assert "between January" not in words


def test_german_drawings(small: Built) -> None:
    site = site_of("second", Options(language="de"))
    drawn = {path for path in small.files if path.endswith(".svg")} - {"site/icon.svg"}
    pictures = {path: site.files[path].decode() for path in drawn}
    assert drawn == {path for path in site.files if path.endswith(".svg")} - {"site/icon.svg"}
    assert all('xml:lang="de"' in picture for picture in pictures.values())
    captions = {key: text for key, text in own_words("en").items() if key.startswith("caption.")}
    for key, english in captions.items():
        german = own_words("de")[key]
        assert any(german in picture for picture in pictures.values())
        assert not [path for path, picture in pictures.items() if english in picture]
        assert not [path for path, page in site.pages.items() if english in page.text]
        on_a_page = any(german in page.text for page in site.pages.values())
        assert on_a_page != key.endswith(".narrow"), "what is for a phone says how to read it itself"
    assert not [
        path for path, picture in small.files.items() if path.endswith(".svg") and b"xml:lang" in picture
    ]


def test_as_of_shows_nothing_of_later_days(second_facts: list[Any]) -> None:
    days = sorted({f.published.first for f in second_facts if type(f).KIND == "document"})
    day: date = days[len(days) // 2 - 1]
    site = built(second_facts, Options(as_of=day))
    kept = {f.id for f in cut_facts(second_facts, day)}
    gone = [f for f in second_facts if f.id not in kept and type(f).KIND in ("claim", "document")]
    assert gone
    everything = b"\n".join(
        content
        for path, content in site.files.items()
        if not path.startswith("site/") and path.endswith((".html", ".jsonl", ".json", ".csv", ".svg"))
    )
    for fact in gone:
        if type(fact).KIND == "claim":
            assert fact.paraphrase.encode() not in everything
        assert re.search(rf"\b{re.escape(fact.id)}\b(?!-)".encode(), everything) is None, fact.id
    assert f"As known on {day}." in site.pages["index.html"].text
    assert dangling(site.files, site.pages) == []


def test_the_same_input_gives_the_same_bytes_in_any_order_with_any_hash_seed_in_any_time_zone(
    small: Built,
) -> None:
    code = (
        "import json; from hashlib import sha256; from kg.site import build;"
        " from kg.sources.seeds import load; from tests.second import SEEDS;"
        " from tests.site.conftest import stored\n"
        "with stored(reversed(load(SEEDS).facts)) as store: files = build(store).files\n"
        "print(json.dumps({path: sha256(content).hexdigest() for path, content in files.items()}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "77", "PATH": "", "TZ": "Asia/Seoul"},
    )
    again = json.loads(done.stdout.splitlines()[-1])
    assert [path for path in small.files if sha256(small.files[path]).hexdigest() != again.get(path)] == []
    assert list(again) == list(small.files)


def test_the_corpus_hash_is_that_of_the_download(small: Built) -> None:
    assert sha256(small.files["data/facts.jsonl"]).hexdigest() == small.site.facts["corpus_sha256"]
    assert str(small.site.facts["corpus_sha256"]) in small.pages["about.html"].text


def test_the_hash_of_a_page_is_that_of_lines_of_the_download(small: Built) -> None:
    lines = {json.loads(line)["id"]: line for line in small.files["data/facts.jsonl"].decode().splitlines()}
    claim = next(f for f in small.facts.values() if type(f).KIND == "claim" and f.relays)
    text = page_of(small, small.facts[claim.about]).text
    match = re.search(r"It rests on (\d+) facts.*? ([0-9a-f]{64})", text)
    assert match
    assert int(match[1]) <= len(lines)
    before = {path: page.text for path, page in small.pages.items() if path.startswith("event/")}
    other = [
        f.model_copy(update={"note": "Another remark"}) if f.id == claim.id else f
        for f in small.facts.values()
    ]
    after = built(other)
    changed = {path for path in before if after.pages[path].text != before[path]}
    assert f"event/{claim.about}.html" in changed
    assert changed != before.keys(), "pages that do not rest on the fact stay as they are"


def test_sitemap_and_feed_only_with_a_base_url(
    second_facts: list[Any], small: Built, published: Built
) -> None:
    assert "sitemap.xml" not in small.files
    assert all(b"https://example.org" not in content for content in small.files.values())
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "a": "http://www.w3.org/2005/Atom"}
    addresses = [
        loc.text or ""
        for loc in ElementTree.fromstring(published.files["sitemap.xml"]).findall("s:url/s:loc", space)
    ]
    assert len(addresses) == len(set(addresses))
    paths = {address.removeprefix(BASE) or "index.html" for address in addresses}
    assert paths <= published.files.keys()
    assert {p for p in published.pages if p.startswith("event/") and "/view" not in p} <= paths
    entries = ElementTree.fromstring(published.files["feed.xml"]).findall("a:entry", space)
    days = {f.published.text for f in second_facts if type(f).KIND == "document"}
    assert len(entries) == len(days)
    for path, page in published.pages.items():
        for link in page.of("link"):
            if link.get("rel") == "canonical":
                assert link["href"] == f"{BASE}{'' if path == 'index.html' else path}"
    assert [k for k in published.files if k not in small.files] == [
        "feed.xml",
        "site/share.png",
        "sitemap.xml",
    ]


def test_an_empty_graph_gives_a_site_that_says_so() -> None:
    site = built([])
    assert dangling(site.files, site.pages) == []
    assert "0 claims" in site.pages["index.html"].text
