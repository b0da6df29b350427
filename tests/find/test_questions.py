"""Questions in words: a table of real ones, of which a third is held out, and what holds for every preset."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.cli._question import SHOWN
from kg.language.fold import tokens
from kg.language.name_search import Name
from kg.questions import library
from kg.questions.header import Question
from kg.questions.names import names_for, values_of
from kg.questions.words.questions import LEAST, answer, fitting, understand
from kg.questions.words.understanding import Understanding
from kg.store import Store

TABLE: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "questions.yaml").read_text(encoding="utf-8")
)
UNSEEN: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "unseen.yaml").read_text(encoding="utf-8")
)
HELD_OUT = [row for number, row in enumerate(TABLE) if number % 3 == 2]
TUNED = [row for number, row in enumerate(TABLE) if number % 3 != 2]
PRESETS = [pytest.param(p, id=p.name) for p in library.every()]


def right(row: dict[str, Any], meant: Understanding) -> bool:
    """Return whether a question is what the table says: the preset, and exactly its parameters."""
    if row["is"] is None or meant.preset.name not in (row["is"], *row.get("or", ())):
        return False
    wanted = {
        name: str(value).lower() if isinstance(value, bool) else str(value)
        for name, value in row.get("with", {}).items()
    }
    return dict(meant.parameters) == {n: v for n, v in wanted.items() if meant.preset.parameter(n)}


def rate(rows: list[dict[str, Any]], graph: Store) -> dict[str, list[str]]:
    """Return the questions that were answered rightly, offered and answered wrongly.

    What is offered has the right preset among those that are shown; "lost" are others.
    """
    values = values_of(graph, library.every())
    rated: dict[str, list[str]] = {"right": [], "offered": [], "lost": [], "wrong": []}
    for row in rows:
        meant = understand(row["ask"], library.every(), names_for(graph, row["ask"]), values)
        best = answer(meant)
        if best is not None:
            rated["right" if right(row, best) else "wrong"].append(row["ask"])
        elif row["is"] is None:
            rated["wrong" if fitting(meant) else "right"].append(row["ask"])
        else:
            shown = {u.preset.name for u in meant[:SHOWN]} & {row["is"], *row.get("or", ())}
            rated["offered" if shown else "lost"].append(row["ask"])
    return rated


def test_the_table_is_large_and_in_two_languages() -> None:
    assert len(TABLE) >= 60
    asked = [row["ask"] for row in TABLE]
    assert len(set(asked)) == len(asked)
    german = [
        words
        for words in map(set, map(tokens, asked))
        if words & {"wer", "wie", "wo", "was", "welche", "welches", "wem", "wen", "uber", "zu", "der", "die"}
    ]
    assert len(TABLE) / 4 < len(german) < len(TABLE) * 3 / 4
    assert {row["is"] for row in TABLE} == {None, *library.files()}


@pytest.mark.parametrize(
    ("rows", "at_once", "found"),
    [
        pytest.param(TUNED, 0.95, 0.99, id="tuned"),
        pytest.param(HELD_OUT, 0.75, 0.95, id="held out"),
        pytest.param(UNSEEN, 0.5, 0.9, id="unseen"),
    ],
)
def test_questions_are_understood_or_offered_and_never_taken_for_another(
    rows: list[dict[str, Any]], at_once: float, found: float, graph: Store
) -> None:
    """Many of the unseen ones hold words that no question takes, so that they are offered.

    Which of those held out are missed is not shown: nobody tunes on them.
    """
    rated = rate(rows, graph)
    counts = {name: len(asked) for name, asked in rated.items()}
    assert counts["wrong"] == 0, counts if rows is HELD_OUT else rated["wrong"]
    assert counts["right"] >= at_once * len(rows), counts
    assert counts["right"] + counts["offered"] >= found * len(rows), counts


def test_no_wording_of_a_preset_is_a_held_out_question() -> None:
    wordings = {" ".join(tokens(wording)) for preset in library.every() for wording in preset.asked}
    assert not wordings & {" ".join(tokens(row["ask"])) for row in HELD_OUT}


@pytest.mark.parametrize("preset", PRESETS)
def test_titles_and_wordings_find_their_preset(preset: Question) -> None:
    assert preset.asked, "give ':asked' wordings in English and German, with semicolons between"
    for words in (preset.title, *preset.title.others.values(), *preset.asked):
        best = [u for u in understand(words, library.every()) if u.score >= LEAST][:3]
        assert preset.name in [u.preset.name for u in best], (words, [u.call for u in best])
    for title in (preset.title, *preset.title.others.values()):
        if not any(parameter.required for parameter in preset.parameters):
            assert understand(title, library.every())[0].preset.name == preset.name


def test_what_is_understood_is_explained(names: list[Name]) -> None:
    first = understand("who sourced the troop numbers frobnicated by 2024-10-13", library.every(), names)[0]
    assert first.call == "who-sourced --topic troop-numbers --as-of 2024-10-13"
    assert "troop number = --topic" in [why.replace("numbers", "number") for why in first.why]
    assert "by 2024-10-13" in first.why
    assert first.unused == ("frobnicated",)
    assert 0 < first.score <= 1


def test_names_fill_parameters_by_their_kind_and_role(names: list[Name]) -> None:
    def given(question: str) -> dict[str, str]:
        return dict(understand(question, library.every(), names)[0].parameters)

    assert given("deliveries from Russia to Pyongyang") == {"supplier": "ru", "recipient": "kp"}
    assert given("deliveries to Russia from Pyongyang") == {"supplier": "kp", "recipient": "ru"}
    assert given("Was lieferte Iran?") == {"supplier": "ir"}
    assert given("Was bekam Iran geliefert?") == {"recipient": "ir"}
    assert given("what did Volodimir Zelensky say")["actor"] == "zelensky"
    assert given("what did Зеленський say") == {"actor": "zelensky"}
    assert given("what is said about the Hwasong 11Ga") == {"weapon": "kn-23"}


def test_words_that_a_property_holds_fill_parameters(graph: Store, names: list[Name]) -> None:
    values = values_of(graph, library.every())
    assert {"rail", "ship"} <= set(values["Shipment.means"])

    def given(question: str) -> tuple[str, dict[str, str]]:
        first = understand(question, library.every(), names, values)[0]
        return first.preset.name, dict(first.parameters)

    assert given("transport by ship") == ("transport", {"means": "ship"})
    assert given("which claims are dated only to the month") == ("imprecise-days", {"precision": "month"})
    assert given("vague figures of missile types") == ("vague-figures", {"unit": "missile-types"})


def test_two_that_fit_equally_are_both_returned(names: list[Name]) -> None:
    assert len(fitting(understand("shells", library.every(), names))) > 1


def test_nothing_fits_nothing(names: list[Name]) -> None:
    for words in ("", "   ", "?", "the of and", "xyzzy plugh"):
        assert fitting(understand(words, library.every(), names)) == []


def test_understanding_is_the_same_every_time(names: list[Name]) -> None:
    for row in TABLE[:20]:
        ones = [
            [(u.call, u.score) for u in understand(row["ask"], library.every(), order)]
            for order in (names, names[::-1])
        ]
        assert ones[0] == ones[1]
