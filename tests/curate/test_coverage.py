"""Which sentences carry claims: the numbers, the terminal, and the page."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from pathlib import Path

from kg.curate.coverage import Carried, Paragraph, coverage
from kg.curate.coverage_page import render
from kg.sources.seeds import load
from kg.sources.texts import read
from tests.cli import corpus as small
from tests.cli.tools import run, widest
from tests.curate.conftest import write


def test_counts_sentences_and_characters(seeds: Path, texts: Path) -> None:
    (covered,) = coverage(load(seeds), {"post-2026-01-05": read(texts, "post.txt")})
    assert covered.sentences == (3, 4)
    assert [s.text for p in covered.paragraphs for s in p.bare] == ["Guns by night"]
    assert [s.facts for p in covered.paragraphs for s in p.sentences][1] == (
        "post-howitzers",
        "times-howitzers",
        "pilot-howitzers",
    )
    cited, every = covered.characters
    assert 0 < cited < every == len("".join(small.POST.split()))
    assert len(covered.facts) == 5


def test_what_was_withdrawn_covers_nothing(tmp_path: Path, texts: Path) -> None:
    facts = small.facts()
    gone = "post-howitzers"
    small.claim(facts, "radio-howitzers")["relays"] = []
    small.claim(facts, gone)["withdrawn"] = {"by": "mk", "on": "2026-02-01", "why": "Read wrongly."}
    (covered,) = coverage(load(write(tmp_path / "own", facts)), {"post-2026-01-05": read(texts, "post.txt")})
    assert len(covered.facts) == 4
    assert gone not in {fact for p in covered.paragraphs for s in p.sentences for fact in s.facts}


def test_terminal(seeds: Path, texts: Path) -> None:
    out = run("coverage", "--seeds", seeds, "--sources", texts, "--format", "table").done()
    assert widest(out) <= 80
    assert re.search(r"post-2026-01-05 +5 +4 +3 of 4 \(75%\)", out)
    assert "1:0-13         Guns by night" in out
    out = run("coverage", "post-2026-01-05", "--seeds", seeds, "--sources", texts, "--format", "table").done()
    assert widest(out) <= 80
    assert "paragraph 1: 0 of 1 sentence carries a claim, 0% of the characters" in out
    assert "post-howitzers, times-howitzers, pilot-howitzers" in out


def test_without_the_texts_only_places_are_shown(seeds: Path, texts: Path) -> None:
    out = run("coverage", "post-2026-01-05", "--seeds", seeds, "--format", "table").done()
    assert "0-58" in out
    assert "not at hand" in out
    assert "Guns by night" not in out
    (texts / "post.txt").write_text(small.POST + "!", encoding="utf-8")
    ran = run("coverage", "post-2026-01-05", "--seeds", seeds, "--sources", texts, "--format", "table")
    assert "not the one recorded" in ran.err
    assert "Guns by night" not in ran.out


def test_json(seeds: Path, texts: Path) -> None:
    documents = json.loads(run("coverage", "--seeds", seeds, "--sources", texts).done())
    assert [d["document"] for d in documents] == ["post-2026-01-05", "radio-2026-01-06"]
    assert documents[0]["sentences_with_claims"] == 3
    assert documents[0]["paragraphs"][0]["sentences_without_claims"] == [
        {"start": 0, "end": 13, "text": "Guns by night"}
    ]
    documents = json.loads(run("coverage", "post-2026-01-05", "--seeds", seeds).done())
    assert documents[0]["paragraphs"][0]["sentences_without_claims"] is None
    assert "sentences" not in documents[0]


def test_unknown_document(seeds: Path) -> None:
    run("coverage", "post", "--seeds", seeds).refused("no document 'post'", "did you mean")


def test_page_runs_nothing_and_loads_nothing(seeds: Path, texts: Path, tmp_path: Path) -> None:
    page = tmp_path / "out" / "coverage.html"
    run("coverage", "--seeds", seeds, "--sources", texts, "--html", page)
    text = page.read_text("utf-8")
    policy = html.unescape(re.search(r'Content-Security-Policy" content="([^"]+)"', text)[1])  # type: ignore[index]
    style = re.search(r"<style>(.*?)</style>", text, re.S)[1]  # type: ignore[index]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith("default-src 'none';")
    assert f"'sha256-{digest}'" in policy
    assert "<script" not in text
    assert not re.search(r'(src|href)="(?!#)', text)
    assert "Guns by night" in text
    run("coverage", "--seeds", seeds, "--html", page)
    assert "Guns by night" not in page.read_text("utf-8")


def test_page_escapes(seeds: Path) -> None:
    nasty = '<img src=x onerror="alert(1)"> & more.'
    paragraph = Paragraph(1, nasty, (Carried(0, 5, ("a-claim",)),))
    from kg.curate.coverage import Coverage

    page = render(
        [Coverage("doc", "<b>title</b>", True, (paragraph,))],
        {"a-claim": "<script>x</script>"},
        {"doc": 'de"><x>'},
    )
    assert "<img" not in page
    assert "<script" not in page
    assert "<b>" not in page
    assert "<x>" not in page


def test_pieces_give_the_text_back() -> None:
    text = "One. Two words. Three."
    for spans in ((), (Carried(2, 9, ("a",)), Carried(5, 22, ("b",))), (Carried(0, 900, ("a",)),)):
        assert "".join(s.text for s in Paragraph(1, text, spans).pieces()) == text


def test_a_span_that_touches_only_a_full_stop_covers_nothing() -> None:
    paragraph = Paragraph(1, "One. Two.", (Carried(3, 9, ("a",)),))
    assert [s.facts for s in paragraph.sentences] == [(), ("a",)]
