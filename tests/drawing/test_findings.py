"""The sentences of drawings: what is said of the first corpus, on any day, in both languages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kg.language.title import Title
from kg.picture.contents import Seen, draw_fact, draw_graph, draw_preset, see
from kg.questions import library
from kg.store import Store

SAID = {
    "who-sourced": "Troop numbers: Six roots, four of them with a speaker who is named or described;"
    " figures from"
    " “several thousand soldiers” to “tens of thousands of soldiers”; two without a source.",
    "denied-or-doubted": "Two denials, six doubts and eleven claims that cannot confirm something, by ten"
    " speakers, most often by German daily (January 2024 article) (6).",
    "ledger": "35 alleged shipments: 25 are said to be delivered and ten are no more than wanted,"
    " negotiated or"
    " expected; five are doubted or not confirmed.",
    "status": "Troop numbers: Six events: all are disputed.",
    "conflicting-places": "One event is put in different places: North Korean missiles fired at"
    " Ukrainian cities"
    " in 2024 in Kyiv and in Zaporizhzhia (city).",
}


@pytest.fixture(scope="module")
def store(first_store: Store) -> Store:
    return first_store


@pytest.fixture(scope="module")
def seen(first_seen: Seen) -> Seen:
    return first_seen


@pytest.mark.parametrize("name", SAID)
def test_a_question_is_answered_in_a_sentence(name: str, ask: Any) -> None:
    drawing = ask(name)
    assert str(drawing.finding) == SAID[name]
    assert drawing.headline == SAID[name] != drawing.heading


def test_both_languages_stand_in_a_drawing_of_either(store: Store, seen: Seen) -> None:
    german = draw_preset(library.question("who-sourced"), store, seen._replace(language="de"))
    assert Title(german.finding).said("en") == SAID["who-sourced"]
    assert (
        german.finding
        == Title(german.finding).said("de")
        == (
            "Truppenzahlen: Sechs Wurzeln, vier davon mit einem Sprecher, der genannt oder beschrieben"
            " wird; Zahlen von"
            " „mehrere tausend Soldaten“ bis „Zehntausende Soldaten“; zwei ohne Quelle."
        )
    )


def test_an_earlier_day_has_its_own_sentence(store: Store) -> None:
    then = see(store, date(2024, 10, 13))
    drawing = draw_preset(library.question("who-sourced"), store, then, {"as_of": "2024-10-13"})
    assert drawing.finding.startswith("Troop numbers, as known on 13 Oct 2024: One root, with a speaker")
    before = draw_preset(
        library.question("disputed"), store, see(store, date(2023, 1, 1)), {"as_of": "2023-01-01"}
    )
    assert before.finding == (
        "As known on 1 Jan 2023: No event that somebody asserts is denied or doubted in these texts."
    )


def test_a_fact_and_the_whole_are_told_as_well(seen: Seen) -> None:
    event = draw_fact("kp-troops-dispatch-2024", seen)
    assert event.finding == (
        "Dispatch of North Korean troops to Russia, October 2024: It is denied by the Russian government;"
        " only one side of it (how many) is questioned, by the German newspaper (October 2024 article). It"
        " rests on at least 2 and at most 4 independent roots, printed in 2 documents of 2 outlets."
    )
    for fact in ("kim", "kn-23", "newspaper-2024-10-18", "troop-numbers", "isw-troops-arrived-2024-10-12"):
        assert draw_fact(fact, seen).finding.endswith(".")
    assert draw_graph(seen).finding.startswith(
        "78 actors, 36 alleged shipments and 67 other events in 347 claims from five documents: 65 are"
        " asserted"
    )
