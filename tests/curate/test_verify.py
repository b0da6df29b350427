"""A changed character is noticed, and names exactly the citations whose words it touches."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg import paths
from kg.curate.corpus import Cite, citations, documents
from kg.curate.verify import verify
from kg.sources.located import Seeds
from kg.sources.seeds import load
from kg.sources.texts import paragraphs
from tests.cli import corpus as small
from tests.cli.tools import run
from tests.curate.conftest import SOURCES, TEXTS, needs_texts
from tests.laws import examples


def _wrong(seeds: Seeds, source: Path) -> set[str]:
    return {str(problem.where) for problem in verify(seeds, source).wrong}


def _places(cites: Iterator[Cite] | list[Cite]) -> set[str]:
    return {str(cite.place) for cite in cites}


def test_all_hold(seeds: Path, texts: Path) -> None:
    proof = verify(load(seeds), texts)
    assert (proof.verified, proof.unverifiable, proof.wrong, proof.changed, proof.texts) == (6, 0, (), (), 2)


def test_without_the_text_nothing_is_verified(seeds: Path, texts: Path) -> None:
    proof = verify(load(seeds), None)
    assert (proof.verified, proof.unverifiable, proof.absent) == (
        0,
        6,
        ("post-2026-01-05", "radio-2026-01-06"),
    )
    (texts / "radio.txt").unlink()
    proof = verify(load(seeds), texts)
    assert (proof.verified, proof.unverifiable, proof.absent) == (5, 1, ("radio-2026-01-06",))


def _expected(cites: list[Cite], before: str, after: str) -> set[str]:
    """Return the places of the citations whose span reads otherwise after a change.

    Worked out from the texts alone.
    """
    old, new = paragraphs(before), paragraphs(after)
    touched = set()
    for cite in cites:
        c = cite.citation
        assert c.paragraph is not None
        was = old[c.paragraph - 1][c.start : c.end]
        now = new[c.paragraph - 1][c.start : c.end] if c.paragraph <= len(new) else None
        if was != now:
            touched.add(str(cite.place))
    return touched


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(150))
@given(
    at=st.integers(0, len(small.POST) - 1),
    char=st.characters(codec="utf-8") | st.sampled_from("x \n\r\t\u00a0é"),
    how=st.sampled_from(["replace", "insert", "delete"]),
)
def test_any_change_names_exactly_what_it_touches(
    seeds: Path, texts: Path, at: int, char: str, how: str
) -> None:
    facts = load(seeds)
    cites = [c for c in citations(facts) if c.citation.document == "post-2026-01-05"]
    changed = small.POST[:at] + ("" if how == "delete" else char) + small.POST[at + (how != "insert") :]
    (texts / "post.txt").write_bytes(changed.encode())
    proof = verify(facts, texts)
    assert len(proof.changed) == (changed != small.POST)
    assert _wrong(facts, texts) == _expected(cites, small.POST, changed)
    assert proof.verified == 6 - len(proof.wrong)


@needs_texts
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=examples(60))
@given(data=st.data())
def test_a_flipped_character_of_a_real_text(data: st.DataObject, tmp_path: Path, corpus: Seeds) -> None:
    copy = tmp_path / "sources"
    if not copy.exists():
        copy.mkdir()
        for text in TEXTS:
            shutil.copy(text, copy)
    held = {text.name for text in TEXTS}
    item = data.draw(st.sampled_from([d for d in documents(corpus).values() if d.fact.file in held]))
    document = item.fact.model_dump()
    path = copy / document["file"]
    original = path.read_bytes()
    text = original.decode()
    at = data.draw(st.integers(0, len(text) - 1))
    flipped = text[:at] + chr(ord(text[at]) ^ 1) + text[at + 1 :]
    cites = [c for c in citations(corpus) if c.citation.document == document["id"]]
    try:
        path.write_bytes(flipped.encode())
        proof = verify(corpus, copy)
    finally:
        path.write_bytes(original)
    assert [p.where for p in proof.changed] == [item.place("sha256")]
    assert {str(p.where) for p in proof.wrong} == _expected(cites, text, flipped)


@needs_texts
def test_the_corpus_is_proved(corpus: Seeds) -> None:
    proof = verify(corpus, Path(str(SOURCES)))
    held = {text.name for text in TEXTS}
    elsewhere = {d.fact.id for d in documents(corpus).values() if d.fact.file and d.fact.file not in held}
    assert [str(p) for p in (*proof.wrong, *proof.changed)] == []
    assert proof.unverifiable == sum(c.citation.document in elsewhere for c in citations(corpus))
    assert proof.verified == proof.citations - proof.unverifiable > 250


def test_a_lost_paragraph_makes_wrong_what_stood_in_it_and_after_it(seeds: Path, texts: Path) -> None:
    lines = small.POST.split("\n")
    (texts / "post.txt").write_text(
        "\n".join(line for line in lines if not line.startswith("Alphaland")), encoding="utf-8"
    )
    facts = load(seeds)
    assert _wrong(facts, texts) == _places(
        [c for c in citations(facts) if c.citation.document == "post-2026-01-05"]
    )


def test_says_where_the_words_moved_to(seeds: Path, texts: Path) -> None:
    (texts / "post.txt").write_text(small.POST.replace("“There was", "Well, “There was"), encoding="utf-8")
    proof = verify(load(seeds), texts)
    assert [p.todo for p in proof.wrong] == ["the cited words now stand in paragraph 3, characters 6-42"]


def test_a_text_that_is_no_longer_utf8_is_wrong_throughout(seeds: Path, texts: Path) -> None:
    (texts / "post.txt").write_bytes(small.POST.encode("utf-16"))
    proof = verify(load(seeds), texts)
    assert len(proof.wrong) == 5
    assert "not UTF-8" in proof.changed[0].what


def test_command(seeds: Path, texts: Path) -> None:
    out = run("verify", "--seeds", seeds, "--sources", texts).done()
    assert (
        out == "6 citations: 6 verified, 0 unverifiable, 0 wrong\n2 texts: 2 unchanged, 0 absent, 0 changed\n"
    )
    (texts / "post.txt").write_text(small.POST.replace("engineers", "engineer!"), encoding="utf-8")
    ran = run("verify", "--seeds", seeds, "--sources", texts)
    assert ran.code == 1
    assert "1 wrong" in ran.out
    assert "seeds/documents/2026-01-05-post.yaml:" in ran.err
    assert "claim 'engineers-300'" in ran.err
    assert ran.err.count("error:") == 2
    report = json.loads(run("verify", "--seeds", seeds, "--sources", texts, "--format", "json").out)
    assert (report["wrong"], report["texts"]["changed"], len(report["findings"])) == (1, 1, 2)


def test_a_change_outside_every_citation_is_reported_too(seeds: Path, texts: Path) -> None:
    (texts / "radio.txt").write_text(small.RADIO + "\n", encoding="utf-8")
    ran = run("verify", "--seeds", seeds, "--sources", texts)
    assert ran.code == 1
    assert "6 verified" in ran.out
    assert "document 'radio-2026-01-06' is not the one that was cited" in ran.err


def test_aliases_are_proved_too() -> None:
    facts = load(paths.seeds())
    assert any(cite.kind == "weapon_type" for cite in citations(facts))


@pytest.mark.parametrize("where", ["/nowhere/at/all"])
def test_no_such_folder(seeds: Path, where: str) -> None:
    run("verify", "--seeds", seeds, "--sources", where).refused("there is no folder /nowhere/at/all")
