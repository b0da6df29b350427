"""Intervals of numbers: bounds, open ends, vague words, and how they are said."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from kg.model.bounds import VAGUE, bounds_in_words
from kg.model.quantity import Quantity, Vague


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
        {"low": 1.5},
        {"low": "5"},
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
    ],
)
def test_in_words(arguments: dict[str, Any], words: str) -> None:
    assert quantity(**arguments).words() == words


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
