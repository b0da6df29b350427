"""The words of the drawings: both languages of every word, and figures as they are said elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import kg
from kg.errors import CallError
from kg.findings import figures
from kg.language.interface import languages
from kg.language.interface.words import Words
from kg.model.bounds import MEASURES, PER, bounds_in_words, counted, rounded
from kg.model.kinds import registry
from kg.model.quantity import Mode, Quantity, Stage, Vague
from kg.picture import looks, subject
from kg.picture.contents import draw_elements, see
from kg.picture.metrics import WIDTHS
from kg.questions import library
from kg.questions.drawings import KINDS
from kg.questions.run import NARROWED
from kg.store import Store

from .tools import WORDS, claim, number, subject_of, world


def test_every_letter_of_a_word_is_measured() -> None:
    code = "".join(
        f.read_text(encoding="utf-8") for f in (Path(kg.__file__).parent / "picture").rglob("*.py")
    )
    families = (
        "unit.",
        "kind.",
        "stance.",
        "status.",
        "basis.",
        "stage.",
        "vague.",
        "nothing.",
        "caption.",
        "param.",
    )
    drawn = [key for key in WORDS if f'"{key}"' in code or key.startswith(families)]
    assert len(drawn) > 130
    for key in drawn:
        assert not set("".join(WORDS[key])) - set(WIDTHS) - set("{}äöüÄÖÜß"), key


def test_what_two_outputs_say_of_one_thing_is_one_word() -> None:
    assert WORDS["column.printed"] == WORDS["claim.cited"]
    assert WORDS["column.root"][1] == WORDS["chain.root"][1]


def test_every_value_that_facts_may_have_has_words() -> None:
    for prefix, values, end in (
        ("stance", looks.STANCES, ""),
        ("status", looks.STATUSES, ""),
        ("kind", looks.EVENTS, ".one"),
        ("mode", get_args(Mode), ""),
        ("stage", get_args(Stage), ""),
        ("stage", get_args(registry()["shipment"].model_fields["stage"].annotation), ""),
        ("vague", get_args(Vague), ""),
        ("per", PER, ""),
        ("unit", filter(None, MEASURES.values()), ""),
        ("nothing", KINDS, ""),
        ("caption", KINDS, ""),
    ):
        assert [value for value in values if f"{prefix}.{value}{end}" not in WORDS] == []
    asked = {p.name for preset in library.every() if preset.draws for p in preset.parameters}
    asked.update(NARROWED)  # which a store is narrowed to, whatever is asked
    assert asked == {key.removeprefix("param.") for key in WORDS if key.startswith("param.")}


BOUNDS = st.one_of(st.none(), st.integers(0, 10**9), st.integers(0, 10**6).map(lambda n: rounded(n / 100)))
UNITS = [
    counted("gun-sights"),
    counted("gun-sights", total=1_200),
    counted("gun-sights", total=1_200, per="month"),
    counted("usd", "USD", per="gram"),
]


@given(
    low=BOUNDS,
    high=BOUNDS,
    low_open=st.booleans(),
    high_open=st.booleans(),
    approximate=st.booleans(),
    vague=st.sampled_from([None, *get_args(Vague)]),
    unit=st.sampled_from(UNITS),
    whole=st.booleans(),
)
def test_figures_are_said_as_everywhere(
    low: float | None,
    high: float | None,
    low_open: bool,
    high_open: bool,
    approximate: bool,
    vague: Any,
    unit: str,
    whole: bool,
) -> None:
    whole = whole and float not in (type(low), type(high))
    given_, marks = (low, high, low_open, high_open), {"approximate": approximate, "whole": whole}
    said = Words().figure(*given_, unit=unit, vague=vague or "", **marks)
    assert said == bounds_in_words(*given_, unit=unit, vague=vague, **marks)
    if said and (low != high or not (low_open or high_open)):  # else nothing lies between them
        again = figures.read(said)
        assert again is not None
        assert again.said(Words()).strip("“”") == said
    bounds: dict[str, Any] = (
        {} if vague else {"low": low, "high": high, "low_open": low_open, "high_open": high_open}
    )
    try:
        quantity = Quantity(
            unit="gun-sights", mode="flow", wording="x", vague=vague, approximate=approximate, **bounds
        )
    except ValueError:
        assume(False)
    german = Words("de").figure(
        quantity.low,
        quantity.high,
        quantity.low_open,
        quantity.high_open,
        unit="gun-sights",
        vague=vague or "",
        approximate=approximate,
    )
    assert german == Words("de").quantity(quantity)


@pytest.mark.parametrize(
    ("bounds", "more", "words"),
    [
        ((3000, 3000), {}, "3.000 tanks"),
        ((3000, None), {}, "mindestens 3.000 tanks"),
        ((3000, None, True), {}, "mehr als 3.000 tanks"),
        ((None, 3000), {}, "bis zu 3.000 tanks"),
        ((None, 3000, False, True), {}, "weniger als 3.000 tanks"),
        ((2000, 3000), {}, "2.000 bis 3.000 tanks"),
        ((2000, 3000, True, True), {}, "mehr als 2.000 bis unter 3.000 tanks"),
        ((5, 5), {"approximate": True}, "etwa 5 tanks"),
        ((24, 200, False, True), {"vague": "dozens"}, "Dutzende tanks"),
        ((None, None), {}, ""),
        ((0, None), {}, "mindestens 0 tanks"),
        ((40, 40), {"unit": "of 52 parts"}, "40 Teile von 52"),
        ((2, 10, False, True), {"unit": "of 52 parts", "vague": "handful"}, "eine Handvoll Teile von 52"),
        ((1, 1), {"unit": "drones a month"}, "1 Drohne im Monat"),
        ((58.32, 58.32), {"unit": "USD per gram"}, "58,32 USD je Gramm"),
        ((1.8, 1.8), {"unit": "tonnes", "approximate": True}, "etwa 1,8 Tonnen (1,75 bis 1,85)"),
        ((18, 18), {"unit": "tonnes", "approximate": True, "whole": False}, "etwa 18 Tonnen (17,5 bis 18,5)"),
    ],
)
def test_german_figures(bounds: tuple[Any, ...], more: dict[str, Any], words: str) -> None:
    assert Words("de").figure(*bounds, **{"unit": "tanks", **more}) == words


def test_numbers_have_the_separators_of_the_language() -> None:
    assert [Words(one).number(1234567) for one in languages()] == ["1,234,567", "1.234.567"]
    assert [Words(one).number(0.25, "g") for one in languages()] == ["0.25", "0,25"]


@pytest.mark.parametrize(("wrong", "near"), [("deu", "de"), ("EN", "en"), ("klingon", None), ("", None)])
def test_a_language_that_is_not_there(wrong: str, near: str | None, store: Store) -> None:
    rows = world()
    for call in (
        lambda: Words(wrong),
        lambda: subject_of(rows, language=wrong),
        lambda: see(store, language=wrong),
        lambda: draw_elements("?", [], language=wrong),
    ):
        with pytest.raises(CallError) as caught:
            call()
        (problem,) = caught.value.problems
        assert (problem.expected, problem.nearest) == ("en, de", near)


def test_bounds_that_are_no_numbers_are_left_as_the_facts_say_them() -> None:
    rows = world(claim("a", "ru", quantity=number(5)))
    odd = {"how_many": "five", "unit": "soldiers", "low": "many", "high": None}
    rows.nodes["a"] = rows.nodes["a"]._replace(properties={**rows.nodes["a"].properties, **odd})
    assert subject.Subject("?", rows.nodes.values(), [], language="de").how_many("a") == "five"
