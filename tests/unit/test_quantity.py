"""Intervals of numbers: bounds, open ends, vague words, and how they are said."""

from __future__ import annotations

import json
import math
import re
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from kg.model.bounds import MEASURES, VAGUE, bounds_in_words
from kg.model.quantity import Quantity, Vague

MONEY: dict[str, Any] = {"low": 5, "unit": "usd", "measure": "money", "currency": "USD"}


def quantity(**fields: Any) -> Quantity:
    return Quantity.model_validate({"unit": "soldiers", "mode": "flow", "wording": "printed", **fields})


def test_absent_bound_is_unknown_and_not_zero() -> None:
    amount = quantity(high=5)
    assert (amount.low, amount.high) == (None, 5)


def test_zero_is_a_number() -> None:
    assert quantity(low=0, high=0).words() == "0 soldiers"


@pytest.mark.parametrize("word", sorted(VAGUE))
def test_vague_word_sets_the_bounds_of_the_table(word: str) -> None:
    low, high = VAGUE[word]
    amount = quantity(vague=word)
    assert (amount.low, amount.high, amount.low_open, amount.high_open) == (
        low,
        high,
        False,
        high is not None,
    )
    assert high is None or low < high


def test_table_and_words_are_the_same() -> None:
    assert set(VAGUE) == set(get_args(Vague))


@pytest.mark.parametrize(
    ("fields", "said", "where"),
    [
        ({}, "a quantity needs low, high or a vague word; without any number leave it out", ()),
        ({"low": 5, "high": 3}, "5 is above the upper bound 3", ("low",)),
        ({"low": 5, "high": 5, "high_open": True}, "nothing lies between 5 and 5", ("low",)),
        ({"low": 5, "high": 5, "low_open": True}, "nothing lies between 5 and 5", ("low",)),
        ({"high": 5, "low_open": True}, "there is no low that could be open", ("low_open",)),
        ({"low": 5, "high_open": True}, "there is no high that could be open", ("high_open",)),
        ({"vague": "several", "low": 3}, "'several' is at least 2 and under 20 by the table", ("low",)),
        ({"vague": "several", "high": 100}, "'several' is at least 2 and under 20 by the table", ("high",)),
        (
            {"vague": "several", "high_open": False},
            "'several' is at least 2 and under 20 by the table",
            ("high_open",),
        ),
        (
            {"vague": "several", "low_open": True},
            "'several' is at least 2 and under 20 by the table",
            ("low_open",),
        ),
        ({"vague": "one-or-more", "high": 3}, "'one-or-more' is at least 1 by the table", ("high",)),
        ({"low": 1.5}, "1.5 is no whole number; write 2500000 for 2.5 million", ("low",)),
        ({"low": 53, "total": 52}, "53 is above the total 52 of which it is a share", ("low",)),
        ({"high": 53, "total": 52}, "53 is above the total 52 of which it is a share", ("high",)),
        ({"vague": "dozens", "total": 20}, "24 is above the total 20 of which it is a share", ("low",)),
        ({"low": 5, "total": 50, "measure": "percent"}, "a percentage has no total", ("total",)),
        ({"low": 5, "currency": "USD"}, "only money has it; write measure: money", ("currency",)),
        ({"low": 5, "priced": "2022-08-20"}, "only money has it; write measure: money", ("priced",)),
        ({**MONEY, "currency": None}, "a sum of money needs a currency; add currency:", ("measure",)),
        ({**MONEY, "currency": "USX", "unit": "usx"}, "'USX' is no code of ISO 4217", ("currency",)),
        ({**MONEY, "unit": "dollars"}, "the unit of money is its currency; leave the unit out", ("unit",)),
    ],
)
def test_impossible_bounds(fields: dict[str, Any], said: str, where: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError, match=re.escape(said)) as caught:
        quantity(**fields)
    assert caught.value.errors()[0]["ctx"]["error"].__dict__.get("path", ()) == where


@pytest.mark.parametrize(
    "fields",
    [
        {"low": -1},
        {"low": 10**15 + 1},
        {"low": "5"},
        {"low": math.nan},
        {"high": math.inf},
        {"low": 10**400},
        {"low": -0.5, "measure": "mass-g"},
        {"low": 0.0001, "measure": "mass-g"},
        {"low": 1.1234567, "measure": "mass-g"},
        {"low": 12345678901234.56, "measure": "mass-g"},
        {**MONEY, "currency": "usd"},
        {"low": 1, "per": "fortnight"},
        {"low": 1, "total": -1},
        {"low": True},
        {"low": 1, "low_open": "yes"},
        {"vague": "umpteen"},
        {"low": 1, "unit": "Soldiers"},
        {"low": 1, "mode": "trickle"},
        {"low": 1, "stage": "gone"},
        {"low": 1, "measure": "weight"},
        {"low": 1, "wording": ""},
        {"low": 1, "extra": 1},
    ],
)
def test_refuses_words_and_types_it_does_not_know(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        quantity(**fields)


def test_bounds_of_the_table_may_be_repeated() -> None:
    assert quantity(vague="several", low=2, high=20, low_open=False, high_open=True) == quantity(
        vague="several"
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"low": 10_000, "high": 12_000}, "10,000 to 12,000 soldiers"),
        ({"low": 12_000, "high": 12_000}, "12,000 soldiers"),
        ({"low": 10_000}, "at least 10,000 soldiers"),
        ({"low": 10_000, "low_open": True}, "more than 10,000 soldiers"),
        ({"high": 10_000}, "up to 10,000 soldiers"),
        ({"high": 10_000, "high_open": True}, "fewer than 10,000 soldiers"),
        ({"low": 1, "high": 3, "low_open": True, "high_open": True}, "more than 1 to under 3 soldiers"),
        ({"low": 500, "high": 500, "approximate": True}, "about 500 soldiers (450 to 550)"),
        ({"vague": "thousands"}, "thousands of soldiers"),
        ({"vague": "several-thousand"}, "several thousand soldiers"),
        ({"vague": "one-or-more"}, "one or more soldiers"),
        ({"low": 3, "high": 3, "unit": "railway-wagons"}, "3 railway wagons"),
        ({"vague": "handful"}, "a handful of soldiers"),
        ({"vague": "small-number", "total": 500}, "a small number of 500 soldiers"),
        ({"low": 40, "high": 40, "unit": "parts", "total": 52}, "40 of 52 parts"),
        (
            {"high": 4, "high_open": True, "unit": "tonnes", "measure": "mass-tonnes"},
            "less than 4 tonnes",
        ),
        ({"low": 100, "high": 100, "unit": "drones", "per": "month"}, "100 drones a month"),
        ({"low": 40, "unit": "percent", "measure": "percent", "low_open": True}, "more than 40 percent"),
        ({**MONEY, "low": 58.32, "high": 58.32, "per": "gram"}, "58.32 USD per gram"),
        (
            {"low": 1.8, "high": 1.8, "unit": "tonnes", "measure": "mass-tonnes", "approximate": True},
            "about 1.8 tonnes (1.75 to 1.85)",
        ),
        (
            {"low": 18, "high": 18, "unit": "tonnes", "measure": "mass-tonnes", "approximate": True},
            "about 18 tonnes (17.5 to 18.5)",
        ),
    ],
)
def test_in_words(arguments: dict[str, Any], words: str) -> None:
    assert quantity(**arguments).words() == words


@pytest.mark.parametrize(("low", "said"), [(1788402.2, "1,788,402.2"), (5, "5"), (5.0, "5")])
def test_a_number_stays_as_it_was_written(low: float, said: str) -> None:
    amount = quantity(low=low, measure="mass-g", unit="grams")
    assert amount.words() == f"at least {said} grams"
    assert json.loads(amount.model_dump_json())["low"] == low
    assert f'"low":{said.replace(",", "")},' in amount.model_dump_json()


def test_the_measure_says_the_unit_where_that_goes_without_saying() -> None:
    fields = {"low": 1, "mode": "flow", "wording": "one"}
    units = {
        m: Quantity.model_validate(fields | {"measure": m, "currency": "EUR" if m == "money" else None}).unit
        for m in MEASURES
        if m != "count"
    }
    assert units == {m: unit or "eur" for m, unit in MEASURES.items() if m != "count"}


def test_no_bound_has_no_words() -> None:
    assert bounds_in_words(None, None) == ""


@pytest.mark.parametrize(("field", "prefix"), [("quantity", ""), ("printed_quantity", "printed_quantity_")])
def test_becomes_properties_and_back(field: str, prefix: str) -> None:
    amount = quantity(low=3, low_open=True, stage="sent")
    properties = {k: v for k, v in amount.to_properties(field).items() if v is not None}
    assert properties[f"{prefix}low"] == 3
    assert f"{prefix}high" not in properties
    assert Quantity.model_validate(Quantity.from_properties(field, properties)) == amount


def test_properties_without_a_unit_are_no_quantity() -> None:
    assert Quantity.from_properties("quantity", {"low": 3}) is None
