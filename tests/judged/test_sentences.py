"""The sentences about an event never say more than the judgement, on invented and on judged cases."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from kg import paths
from kg.analysis.figure_status import figure_status
from kg.analysis.reading import read_world
from kg.analysis.votes import Ballots
from kg.findings.box import known, not_known
from kg.findings.event import Evidence, evidence, sentences
from kg.language.interface.words import Words
from kg.load.seeds import plan_facts
from kg.sources.seeds import load
from kg.store import connect
from tests.judged import SEEDS, TABLE

CASES: list[dict[str, Any]] = yaml.safe_load(TABLE.read_text(encoding="utf-8"))
CASES = [case for case in CASES if "as_of" not in case]


def found_in(folder: Any) -> dict[str, Evidence]:
    store = connect("memory")
    plan_facts(load(folder).facts, store, "judged").run()
    world = read_world(store)
    ballots, figures = Ballots(world), figure_status(world)
    events = [i for i, thing in world.things.items() if thing.event]
    return {e: evidence(world, e, ballots, [f for f in figures if f.event == e]) for e in events}


@pytest.fixture(scope="module")
def invented() -> dict[str, Evidence]:
    return found_in(SEEDS)


@pytest.fixture(scope="module")
def corpus() -> dict[str, Evidence]:
    return found_in(paths.seeds())


def told(found: Evidence) -> tuple[str, str, str]:
    said, against, rests = sentences(found.world, found.event, Words(), found)
    return said.text, against.text, rests.text


def test_known_is_only_what_the_judgement_signs(invented: dict[str, Evidence]) -> None:
    signed = {case["event"] for case in CASES if case["status"] == "supported" and case["credibility"] == 1}
    assert {e for e, found in invented.items() if known(found, Words())} == signed


def test_each_sentence_agrees_with_the_judgement(invented: dict[str, Evidence]) -> None:
    for case in CASES:
        said, against, rests = told(invented[case["event"]])
        why = f"{case['event']}: {case['why']} {said} {against} {rests}"
        nobody = "Nobody in the documents read denies or doubts it"
        if case["status"] in ("denied", "disputed"):
            assert "denied by" in against, why
        elif case["status"] == "supported":
            assert against.startswith(nobody), why
        if case["credibility"] is None and case["status"] != "expected":
            assert "independent roots" not in rests, why
        if case["least"] < case["most"] and "independent roots" in rests:
            assert f"at least {case['least']} and at most {case['most']}" in rests, why
        if case["status"] in ("unknown", "denied"):
            assert said.startswith("Nobody "), why
        assert "confirmed by" not in said, why


JUDGED = [
    # 1: he says where the statement came from, and elsewhere that he cannot confirm it
    ("kp-missiles-used-turn-of-year", "not confirmed by", "Yuriy Ihnat"),
    # 2: a caption and readings of a chart are no roots; the experts only call it possible
    (
        "kp-missiles-used-turn-of-year",
        "called possible by",
        "Experts on North Korean missiles (January 2024)",
    ),
    ("kp-missiles-used-turn-of-year", "It rests on", "at least 1 and at most 3"),
    # 3: one briefing is one root, and it is not confirmed
    ("kp-missile-used-2023-12-30", "It rests on", "at least 1 and at most 2"),
    ("kp-missile-used-2023-12-30", "It is not confirmed by", "Yuriy Ihnat"),
    # 4: one claim in two articles is a single root
    ("kp-missiles-used-2024-01-02", "It rests on a single root", "printed in 2 documents"),
    # 5: Russia denies the help, so the whole is disputed and Russia did answer
    ("kp-troops-ru-2024", "It is denied by", "the Russian government"),
    # 6: that there is no evidence is said of the missiles, not of the artillery
    ("kp-ru-artillery-2023", "Nobody in the documents read denies or doubts it", ""),
    ("kp-ru-missiles-2023", "It is doubted by", "the German daily"),
    # 7: the nine million stand on the monitoring team alone
    ("kp-ru-shells-2024", "It is said by Multilateral Sanctions Monitoring Team;", "up to 9,000,000 rounds"),
    # 8: of the unsourced 3,000 nothing can be judged
    ("kp-troops-assault-brigade-2024", "No source that could know it is named or described", ""),
    # 10: the paper asks how many, and does not question the whole
    ("kp-troops-dispatch-2024", "only one side of it (how many) is questioned", "the German newspaper"),
    # 11: the losses are supported, their number is doubted
    ("ru-losses", "Nobody in the documents read denies or doubts it as a whole", "(how many)"),
    # 12: one root for the analysis of weapons
    ("battlefield-weapons-analysis-2025", "It rests on a single root", ""),
    # 18, 20: what is planned or wanted is not said to have happened
    ("kp-special-forces-2024", "Nobody says that it has happened; that it is planned is said by", ""),
    ("ru-kp-equipment-wanted", "that it is wanted is said by the US government", ""),
]
"""Cases of the first corpus that people judged: event, what must be told, and what must stand after it."""


@pytest.mark.parametrize(("event", "start", "then"), JUDGED, ids=lambda value: str(value)[:40])
def test_the_judged_cases_of_the_corpus(
    event: str, start: str, then: str, corpus: dict[str, Evidence]
) -> None:
    (sentence,) = [text for text in told(corpus[event]) if start in text]
    assert then in sentence.partition(start)[2]


def test_known_in_the_corpus_is_what_two_roots_bear_out_undisputed(corpus: dict[str, Evidence]) -> None:
    # that Iranian drones came Iran's own foreign minister says, besides two other states
    happened = {"ir-ru-drones", "kp-ru-arms", "ru-losses"}
    assert {e for e, found in corpus.items() if known(found, Words())} == happened
    # 7, 11: no number is known, not even of what is known to have happened
    assert all(len(known(corpus[e], Words())) == 1 for e in happened)


def test_numbers_of_different_counts_are_not_put_into_one_span(corpus: dict[str, Evidence]) -> None:
    said, *_ = told(corpus["kp-troops-dispatch-2024"])
    assert "do not count the same thing" in said
    # 14: a range is a property of a missile, never a number of them
    assert not any("kilometres" in text for found in corpus.values() for text in told(found))


def test_what_is_open_is_named(corpus: dict[str, Evidence]) -> None:
    assert "Whether it is so: some say it, others deny it." in not_known(corpus["kp-troops-ru-2024"], Words())
    assert "How many: no text gives a number." in not_known(corpus["kp-ru-srbm"], Words(), "Shipment")
    # 15: an open day is not the day on which it ends; the whole has numbers in its parts
    assert not any(
        "no text gives a number" in line for line in not_known(corpus["kp-ru-arms"], Words(), "Shipment")
    )


def test_every_event_has_three_sentences_in_both_languages(corpus: dict[str, Evidence]) -> None:
    for found in corpus.values():
        for w in (Words(), Words("de")):
            three = sentences(found.world, found.event, w, found)
            assert [s.part for s in three] == ["said", "against", "rests"]
            assert all(s.text.endswith(".") and "{" not in s.text and s.text[0].isupper() for s in three)
