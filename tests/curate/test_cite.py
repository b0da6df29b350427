"""A phrase becomes a citation, however its quotation marks, dashes and lines are written."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kg.curate.phrases import Spot, across, folded, nearest_passage, spots
from tests.cli import corpus as small
from tests.cli.tools import run

SHIPPED = "Alphaland has shipped 40 howitzers"


def _cite(seeds: Path, texts: Path, *words: str) -> Any:
    ran = run("cite", "post-2026-01-05", *words, "--seeds", seeds, "--sources", texts)
    assert ran.code == 0, ran
    citations = yaml.safe_load(ran.out)
    assert len(citations) == 1
    return citations[0]


def _span(citation: dict[str, Any]) -> str:
    line = [line for line in small.POST.split("\n") if line][citation["paragraph"] - 1]
    span: str = line[citation["start"] : citation["end"]]
    assert sha256(span.encode()).hexdigest() == citation["sha256"]
    return span


def test_prints_one_line_to_paste(seeds: Path, texts: Path) -> None:
    ran = run("cite", "post-2026-01-05", SHIPPED, "--seeds", seeds, "--sources", texts)
    digest = sha256(SHIPPED.encode()).hexdigest()
    assert ran.out == f"- {{document: post-2026-01-05, paragraph: 2, start: 0, end: 34, sha256: {digest}}}\n"
    assert ran.err == f"paragraph 2, characters 0-34: {SHIPPED}\n"


@pytest.mark.parametrize(
    "phrase",
    [
        '"There was no shipment, not one gun"',
        "«There was no\n   shipment, not one gun»",
        "‘There was no shipment, not one gun’",
        "There was no ship-\nment, not one gun",
    ],
)
def test_quotation_marks_and_wraps_may_differ(seeds: Path, texts: Path, phrase: str) -> None:
    assert "There was no shipment, not one gun" in _span(_cite(seeds, texts, phrase))


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Er kam – am\u00a014. Oktober – nicht", "Er kam - am 14. Oktober - nicht"),
        ("Er kam – am 14. Oktober – nicht", "Er kam—am 14. Oktober—nicht"),
        ("transferring people from North… pic", "people from North... pic"),
        ("650’000 Soldaten waren da", "650'000 Soldaten"),
        ("die Mi\u00adli\u00adtär\u00adhil\u00adfe kam", "die Militärhilfe kam"),
        ("die Militärhilfe kam", "die Milita\u0308rhilfe kam"),
    ],
)
def test_dashes_blanks_and_accents_may_differ(text: str, phrase: str) -> None:
    places = spots([text], phrase)
    assert len(places) == 1
    assert text[places[0].start : places[0].end].strip() == text[places[0].start : places[0].end]


def test_to_and_sentence_widen(seeds: Path, texts: Path) -> None:
    assert (
        _span(_cite(seeds, texts, SHIPPED, "--to", "Betaland"))
        == "Alphaland has shipped 40 howitzers to Betaland"
    )
    assert (
        _span(_cite(seeds, texts, "no shipment, not", "--sentence"))
        == "“There was no shipment, not one gun”, said a spokesman for Betaland on Sunday."
    )


def test_refuses_what_does_not_name_one_place(seeds: Path, texts: Path, tmp_path: Path) -> None:
    base = ("--seeds", seeds, "--sources", texts)
    run("cite", "post-2026-01-05", "howitzers", *base).refused("has fewer than 12 characters")
    run("cite", "post-2026-01-06", SHIPPED, *base).refused(
        "no document 'post-2026-01-06'", "did you mean 'post-2026-01-05'?"
    )
    run("cite", "post-2026-01-05", SHIPPED, "--to", "an", *base).refused("stand more than once")
    run("cite", "post-2026-01-05", SHIPPED, "--to", "Gammaland", *base).refused(
        "do not stand after the phrase"
    )
    run("cite", "post-2026-01-05", "Alphaland shipped forty howitzers", *base).refused(
        "paragraph 2", "did you mean 'Alphaland has shipped 40 howitzers'?"
    )
    run("cite", "post-2026-01-05", "nothing of this sort anywhere", *base).refused(
        "does not stand in post-2026-01-05"
    )
    run("cite", "post-2026-01-05", "on Sunday. More than 300", *base).refused(
        "runs over paragraph 3 and paragraph 4"
    )
    run("cite", "post-2026-01-05", SHIPPED, "--seeds", seeds).refused(
        "without a folder of texts", "--sources"
    )
    (texts / "post.txt").write_text(small.POST + "!", encoding="utf-8")
    run("cite", "post-2026-01-05", SHIPPED, *base).refused(
        "is not the one that document 'post-2026-01-05' records"
    )


def test_shows_both_places_of_a_phrase_that_stands_twice(seeds: Path, texts: Path) -> None:
    twice = small.RADIO + "Alphaland sent guns; again, Alphaland sent guns.\n"
    facts = small.facts()
    facts["documents/2026-01-06-radio.yaml"]["documents"][0]["sha256"] = sha256(twice.encode()).hexdigest()
    from tests.curate.conftest import write

    write(seeds, facts)
    (texts / "radio.txt").write_text(twice, encoding="utf-8", newline="\n")
    ran = run("cite", "radio-2026-01-06", "Alphaland sent guns", "--seeds", seeds, "--sources", texts)
    ran.refused("stands twice", "paragraph 3, characters 0-19", "paragraph 3, characters 28-47")


WORDS = st.lists(st.text("abcdeé\"“”«»-–— \u00a0…'’", min_size=1, max_size=8), min_size=1, max_size=8).map(
    " ".join
)


@given(WORDS)
def test_every_character_of_the_folded_text_knows_where_it_stands(text: str) -> None:
    plain, where = folded(text)
    assert len(plain) == len(where)
    assert where == sorted(where)
    assert folded(plain)[0] == plain


@given(WORDS, st.data())
def test_any_piece_of_a_text_is_found_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    plain = folded(text[start:end])[0]
    if plain:
        assert (
            any(folded(text[s.start : s.end])[0] == plain for s in spots([text], text[start:end]))
            or plain in "- "
        )


def test_helpers_on_nothing() -> None:
    assert spots([], "x") == []
    assert spots(["abc"], "") == []
    assert nearest_passage(["abc"], "xyz") is None
    assert nearest_passage([""], "!!") is None
    assert across(["a b"], "a b") is None
    assert Spot(1, 2, 3).words(False) == "paragraph 1, characters 2-3"
    assert Spot(1, 2, 3).words(True) == "page 1, characters 2-3"
