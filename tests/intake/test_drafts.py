"""Proposals from a text: what is filled in, how many, and that none is a fact."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.curate.corpus import document
from kg.curate.drafts.folder import folder_of
from kg.curate.drafts.insert import with_item
from kg.curate.drafts.propose import MOST, Written, proposals, write_drafts
from kg.curate.drafts.stance_told import stance_of
from kg.errors import SeedError
from kg.language import ENGLISH
from kg.language.reading import languages
from kg.model.stances import STANCES
from kg.sources.seeds import load
from kg.sources.texts import digest, paragraphs
from tests.cli.tools import run
from tests.intake.drafts import NAMES, TEXT, corpus

POST = "post-2026-01-05"
SAID = "Alphaland has sent {} howitzers to Betaland, Mara Quill said on 4 January 2026."


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    return corpus(tmp_path)


def propose(seeds: Path, text: str = TEXT, **more: Any) -> Written:
    facts = load(seeds)
    return write_drafts(seeds.parent, document(facts, POST).fact, paragraphs(text), facts, **more)


def claims(seeds: Path) -> list[dict[str, Any]]:
    return [dict(draft.claim) for draft in folder_of(seeds).drafts()]


def test_a_sentence_with_a_figure_a_name_and_a_word_of_reporting_is_filled_in(seeds: Path) -> None:
    assert propose(seeds).new == 4
    denial, report, doubt, pilot = claims(seeds)
    sentence = TEXT.split("\n\n")[1].split(" “")[0]
    assert denial == {
        "id": "bb-government-guns-2025-12-30",
        "topic": "arms-supply",
        "stance": "denies",
        "speaker": "bb-government",
        "said": "2025-12-30",
        "about": "aa-bb-howitzers",
        "mentions": ["howitzer"],
        "quantity": {"low": 40, "high": 40, "unit": "guns", "mode": "cumulative", "wording": "40"},
        "paraphrase": "Government of Betaland denies: 40 guns (Howitzers for Betaland).",
        "inferred": {"said": "'Tuesday' in a text of 2026-01-05"},
        "cited": [
            {"document": POST, "paragraph": 2, "start": 0, "end": len(sentence), "sha256": digest(sentence)}
        ],
    }
    assert (report["speaker"], report["said"], report["quantity"]["low"]) == ("quill", "2026-01-04", 60)
    assert "high" not in report["quantity"]
    assert (doubt["stance"], doubt["said"], "about" in doubt) == ("cannot-confirm", "../2026-01-05", False)
    assert (pilot["speaker"], pilot["attribution"]) == ("unknown", "according to a harbour pilot")
    assert pilot["quantity"]["vague"] == "dozens"


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Mara Quill, a sailor, said that 90 howitzers left.", "quill"),
        ("“We counted 90 howitzers,” said Mara Quill.", "quill"),
        ("A source close to Mara Quill said that 90 howitzers left.", "unknown"),
        ("Guns went from Alphaland to Betaland, 90 in all, the Harbour Post reported.", "harbour-post"),
        ("Mara Quill’s brother said that 90 howitzers left.", "unknown"),
        ("Alphaland officials said that 90 howitzers left.", "unknown"),
        ("Alphaland reportedly sent 90 howitzers.", "unknown"),
        ("Alphaland sent 90 howitzers, according to Mara Quill.", "quill"),
        ("It was said Alphaland sent 90 howitzers.", "unknown"),
        ("90 howitzers left for Betaland, the Harbour Post reported on Monday.", "harbour-post"),
        ("A pilot told the Harbour Post on Friday that 90 howitzers left.", "unknown"),
    ],
)
def test_who_speaks_is_known_or_left_unknown_never_guessed(seeds: Path, sentence: str, speaker: str) -> None:
    facts = load(seeds)
    (made,) = proposals(document(facts, POST).fact, ["Nothing.", sentence], facts)
    assert made.claim["speaker"] == speaker


def test_a_day_may_stand_behind_whom_somebody_told(seeds: Path) -> None:
    facts, sentence = (
        load(seeds),
        "90 guns left, a pilot who asked not to be named told the Harbour Post on Friday.",
    )
    (made,) = proposals(document(facts, POST).fact, ["Nothing.", sentence], facts)
    assert made.claim["said"] == "2026-01-02"


@pytest.mark.parametrize(
    ("language", "sentence", "heading"),
    [
        ("en", "Moscow expects 40 guns, he said.", "expected"),
        ("en", "He would neither confirm nor deny 40 guns.", None),
        ("de", "Kirby wies den Bericht über 40 Panzer zurück.", "denied"),
        ("de", "Die Angaben konnten nicht unabhängig überprüft werden.", "not confirmed"),
        ("ru", "Министр опроверг сообщения о 40 танках.", "denied"),
        ("uk", "Міністр не підтвердив 40 танків.", "not confirmed"),
        ("fr", "Le ministre a démenti l’envoi de 40 chars.", "denied"),
        ("ko", "장관은 보도를 부인했다.", "denied"),
        ("en", "She said 40 guns came.", "asserted"),
        ("da", "Han sagde 40 kanoner.", None),
    ],
)
def test_a_stance_is_told_by_the_words_of_the_language(
    language: str, sentence: str, heading: str | None
) -> None:
    stance, why = stance_of(sentence, language, 0, 3)
    assert (STANCES[stance].words[ENGLISH].heading.casefold() if stance else None) == heading
    assert why


def test_languages_list_words_under_headings_of_the_table() -> None:
    headings = {stance.words[ENGLISH].heading.casefold() for stance in STANCES.values()}
    for code, language in languages().items():
        assert set(language.told) <= {*headings, "turned", "spoken by", "hearsay"}, code


def test_a_long_text_gives_as_many_as_a_person_looks_at_and_says_what_is_left(seeds: Path) -> None:
    text = "\n".join(["Guns", *(f"{SAID.format(number)} It rained." for number in range(3000, 3500))])
    done = propose(seeds, text)
    assert (done.new, done.left_out) == (MOST, 500 - MOST)
    assert "440 sentences were left out, of less use" in done.notes[-1]
    assert f"kg draft propose {POST} --most 500" in done.notes[-1]
    assert propose(seeds, text).new == 0
    assert (propose(seeds, text, most=70).new, folder_of(seeds).drafts()[-1].number) == (10, 70)
    short = "\n".join(["Guns", *(SAID.format(number) for number in range(100, 130))])
    facts = load(seeds)
    assert len(proposals(document(facts, POST).fact, paragraphs(short), facts)) == 15


def test_what_was_decided_is_not_proposed_again(seeds: Path) -> None:
    propose(seeds)
    run("draft", "reject", "3", "--why", "no event", "--seeds", seeds).done()
    assert (propose(seeds).new, len(claims(seeds))) == (0, 4)
    run("draft", "accept", "2", "--seeds", seeds).done()
    done = propose(seeds)
    assert (done.new, done.known, len(claims(seeds))) == (0, 4, 4)


def test_an_open_draft_gains_what_the_facts_tell_by_now(seeds: Path) -> None:
    names = seeds / "names.yaml"
    before = names.read_text("utf-8")
    names.write_text(before.replace("Mara Quill", "Somebody Else"), "utf-8")
    propose(seeds)
    assert [claim["speaker"] for claim in claims(seeds)].count("quill") == 0
    names.write_text(before, "utf-8")
    assert any("gained what the facts tell now" in note for note in propose(seeds).notes)
    after = claims(seeds)
    assert [claim["speaker"] for claim in after].count("quill") == 2
    assert propose(seeds).notes[0].startswith("no new drafts")
    assert claims(seeds) == after


def test_a_text_in_a_language_that_kg_does_not_read_says_so(seeds: Path) -> None:
    facts = load(seeds)
    fact = document(facts, POST).fact.model_copy(update={"language": "da"})
    done = write_drafts(seeds.parent, fact, paragraphs(TEXT), facts)
    assert (done.new, done.notes) == (0, ("kg does not read the language 'da': no drafts",))
    assert not done.file.exists()


def test_a_draft_never_reaches_the_graph(seeds: Path) -> None:
    propose(seeds)
    run("load", "--seeds", seeds).done()
    lines = run("export", "jsonl", "--seeds", seeds).done()
    facts = [json.loads(line) for line in lines.splitlines()]
    assert "quill-guns-2026-01-02" in lines
    drafted = {claim["id"] for claim in claims(seeds)}
    assert drafted
    assert not any(name in lines for name in drafted)
    assert len(facts) == len(load(seeds).facts)
    shown = run("cypher", "MATCH (c:Claim) RETURN c.id AS id", "--seeds", seeds, "--format", "json").done()
    assert not any(name in shown for name in drafted)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"topics: []\n", b"topics: []\nclaims:\n- id: b\n"),
        (b"topics: []", b"topics: []\nclaims:\n- id: b\n"),
        (b"claims: []  # none\nplaces: []\n", b"claims:   # none\n- id: b\nplaces: []\n"),
        (b"claims: [{id: a}]\n", b"claims: [{id: a}, {id: b}]\n"),
        (b"claims:\r\n  - id: a\r\n\r\n# x\r\n", b"claims:\r\n  - id: a\r\n  - id: b\r\n\r\n# x\r\n"),
        (b"claims:\n- note: |\n    a\n\n# x\nplaces: []\n", None),
        (b"\xef\xbb\xbfclaims:\n- id: a", b"\xef\xbb\xbfclaims:\n- id: a\n- id: b\n"),
    ],
)
def test_every_other_byte_of_a_file_stays(before: bytes, after: bytes | None) -> None:
    made = with_item(before, "claims", {"id": "b"})
    if after is None:
        head, _, tail = made.partition(b"- id: b\n")
        assert head + tail == before
        assert tail.endswith(b"# x\nplaces: []\n")
    else:
        assert made == after


def test_a_file_of_drafts_that_is_none_is_refused_with_its_place(seeds: Path) -> None:
    propose(seeds)
    file = folder_of(seeds).file(POST)
    file.write_text(
        file.read_text("utf-8").replace("  state: open\n", "").replace("- draft: 2", "- draft: two")
    )
    with pytest.raises(SeedError, match=rf"{POST}.yaml:\d+:\d+: this is no draft"):
        folder_of(seeds).drafts()


def test_a_link_that_leads_out_of_the_folder_is_not_written_through(seeds: Path, tmp_path: Path) -> None:
    file = folder_of(seeds).file(POST)
    file.parent.mkdir()
    for target in (tmp_path / "nowhere.yaml", seeds / "names.yaml"):
        file.unlink(missing_ok=True)
        file.symlink_to(target)
        with pytest.raises(SeedError, match="cannot be read"):
            propose(seeds)
    assert not (tmp_path / "nowhere.yaml").exists()


def test_names_of_the_corpus_are_all_that_it_takes(seeds: Path) -> None:
    (seeds / "names.yaml").write_text(NAMES.replace("Mara Quill", "Nobody Else"), "utf-8")
    facts = load(seeds)
    made = proposals(document(facts, POST).fact, paragraphs(TEXT), facts)
    assert {one.claim["speaker"] for one in made} == {"bb-government", "unknown"}
