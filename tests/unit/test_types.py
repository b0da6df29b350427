"""The types that preset headers declare."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kg.errors import CallError
from kg.questions.types import parse_type

DAY = date(2024, 10, 11)


@pytest.mark.parametrize(
    ("text", "base", "label", "item", "optional"),
    [
        ("str", "str", "", "", False),
        ("int?", "int", "", "", True),
        ("float", "float", "", "", False),
        ("bool", "bool", "", "", False),
        ("date?", "date", "", "", True),
        ("id<Topic>", "str", "Topic", "", False),
        ("id<WeaponType>?", "str", "WeaponType", "", True),
        ("value<Claim.stance>", "str", "Claim", "", False),
        ("value<Shipment.means>?", "str", "Shipment", "", True),
        ("list<str>", "list", "", "str", False),
        ("list<date>?", "list", "", "date", True),
    ],
)
def test_parses(text: str, base: str, label: str, item: str, optional: bool) -> None:
    parsed = parse_type(text)
    assert (parsed.base, parsed.label, parsed.item, parsed.optional, parsed.text) == (
        base,
        label,
        item,
        optional,
        text,
    )


def test_a_value_of_a_property_names_label_and_property() -> None:
    parsed = parse_type("value<Shipment.means>?")
    assert (parsed.label, parsed.name, parsed.bare) == ("Shipment", "means", "value<Shipment.means>")
    assert parse_type("id<Topic>").name == ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "string",
        "STR",
        "str??",
        "list",
        "list<bool>",
        "list<str",
        "value<Claim>",
        "value<.stance>",
        "value<Claim.>",
        "id<>",
        "id",
        "str int",
        "map",
    ],
)
def test_refuses_what_is_no_type(text: str) -> None:
    with pytest.raises(
        ValueError,
        match=(
            r"is no type; use str, int, float, bool, date, span, id<Label>, value<Label.property>,"
            r" choice<one\|other> or list<str>,"
            r" with \? for null"
        ),
    ):
        parse_type(text)


@pytest.mark.parametrize(
    ("text", "value", "fits"),
    [
        ("str", "a", True),
        ("str", "", True),
        ("str", 1, False),
        ("str", None, False),
        ("str?", None, True),
        ("int", 1, True),
        ("int", True, False),
        ("int", 1.0, False),
        ("int", "1", False),
        ("float", 1.5, True),
        ("float", 1, True),
        ("float", True, False),
        ("bool", True, True),
        ("bool", 0, False),
        ("date", DAY, True),
        ("date", "2024-10-11", False),
        ("id<Topic>", "shells", True),
        ("list<str>", ["a"], True),
        ("list<str>", [], True),
        ("list<str>", ["a", None], False),
        ("list<str>", "a", False),
        ("list<int>", [1, True], False),
        ("list<date>", [DAY], True),
        ("list<str>?", None, True),
    ],
)
def test_fits(text: str, value: Any, fits: bool) -> None:
    assert parse_type(text).fits(value) is fits


@pytest.mark.parametrize(
    ("text", "word", "value"),
    [
        ("str", "a; MATCH (n) DETACH DELETE n //", "a; MATCH (n) DETACH DELETE n //"),
        ("str", "", ""),
        ("int", "5", 5),
        ("int", "-5", -5),
        ("int", "+5", 5),
        ("int", "12,000", 12_000),
        ("int", "1,000,000", 1_000_000),
        ("int", str(2**63 - 1), 2**63 - 1),
        ("float", "1.5", 1.5),
        ("bool", "true", True),
        ("bool", "YES", True),
        ("bool", "1", True),
        ("bool", "no", False),
        ("bool", "0", False),
        ("date", "2024-10-11", DAY),
        ("id<Topic>", "shells", "shells"),
        ("list<str>", "a, b,,c ", ["a", "b", "c"]),
        ("list<str>", "", []),
        ("list<int>", "1, 2", [1, 2]),
        ("list<date>", "2024-10-11", [DAY]),
    ],
)
def test_reads_words_of_a_command_line(text: str, word: str, value: Any) -> None:
    assert parse_type(text).read(word, "name") == value


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("int", "five", "a whole number"),
        ("int", "1.5", "a whole number"),
        ("int", "1,5", "a whole number"),
        ("int", "", "a whole number"),
        ("int", str(2**63), "a whole number"),
        ("int", "9" * 5000, "a whole number"),
        ("float", "x", "a number"),
        ("bool", "maybe", "true or false"),
        ("date", "2024-02-30", "a day as YYYY-MM-DD"),
        ("date", "yesterday", "a day as YYYY-MM-DD"),
        ("list<int>", "1, x", "a whole number"),
    ],
)
def test_a_word_that_does_not_fit_names_the_option(text: str, word: str, expected: str) -> None:
    with pytest.raises(CallError) as caught:
        parse_type(text).read(word, "as_of")
    assert str(caught.value) == f"'{word[:80]}' does not fit --as-of; expected {expected}"


def test_a_choice_takes_its_words_and_names_the_nearest() -> None:
    kind = parse_type("choice<event|claim|topic>?")
    assert (kind.base, kind.words, kind.optional) == ("str", ("event", "claim", "topic"), True)
    assert kind.fits("claim")
    assert kind.fits(None)
    assert not kind.fits("claims")
    assert kind.read("topic", "per") == "topic"
    with pytest.raises(
        CallError, match=r"'topics' does not fit --per; expected one of event, claim, topic; did you"
    ):
        kind.read("topics", "per")


def test_a_list_of_choices_is_never_empty() -> None:
    kind = parse_type("list<choice<up|down>>")
    assert kind.read("up, down", "ways") == ["up", "down"]
    assert kind.fits(["down"])
    assert not kind.fits(["left"])
    for text in ("", "up,left"):
        with pytest.raises(CallError, match="expected some of up, down"):
            kind.read(text, "ways")


def test_an_id_may_have_one_of_several_labels() -> None:
    assert parse_type("id<Actor|Document>").labels == ("Actor", "Document")
