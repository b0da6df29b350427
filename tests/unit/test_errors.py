"""Messages: what, where, expected, nearest, what to do."""

from __future__ import annotations

import pytest

from kg.errors import (
    CallError,
    ExportError,
    KgError,
    Location,
    PresetError,
    Problem,
    SeedError,
    StoreError,
    nearest,
)


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("who-sorced", ["who-sourced", "ledger"], "who-sourced"),
        ("WHO_SOURCED", ["who-sourced"], "who-sourced"),
        ("as-of", ["as_of"], "as_of"),
        ("troop", ["north-korean-troops-in-russia", "troops"], "troops"),
        ("korean", ["a-north-korean-town", "the-north-korean-town"], "a-north-korean-town"),
        ("kp", ["ru", "ua"], None),
        ("", ["ru"], None),
        ("x" * 201, ["x" * 201], None),
        ("kp", [], None),
    ],
)
def test_nearest_name(name: str, known: list[str], expected: str | None) -> None:
    assert nearest(name, known) == expected


def test_nearest_of_what_is_no_name() -> None:
    assert nearest(5, ["5"]) is None  # type: ignore[arg-type]


def test_nearest_takes_any_iterable_once() -> None:
    assert nearest("ledgr", iter(["ledger"])) == "ledger"


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Location("a.yaml", 3, 5), "a.yaml:3:5"),
        (Location("a.yaml", 3), "a.yaml:3"),
        (Location("a.yaml"), "a.yaml"),
        (Location(""), ""),
    ],
)
def test_place_as_editors_write_it(place: Location, text: str) -> None:
    assert str(place) == text


def test_places_sort_by_file_then_line_then_column() -> None:
    places = [Location("b", 1, 1), Location("a", 10, 1), Location("a", 9, 2), Location("a", 9, 1)]
    assert sorted(places) == [
        Location("a", 9, 1),
        Location("a", 9, 2),
        Location("a", 10, 1),
        Location("b", 1, 1),
    ]


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        (Problem("it broke"), "it broke"),
        (Problem("it broke", Location("a", 1, 2)), "a:1:2: it broke"),
        (Problem("it broke", expected="a whole one"), "it broke; expected a whole one"),
        (Problem("it broke", todo="mend it"), "it broke; mend it"),
        (Problem("it broke", nearest="oak"), "it broke; did you mean 'oak'?"),
        (Problem("it broke", nearest="oak", todo="mend it"), "it broke; did you mean 'oak'? mend it"),
        (
            Problem("it broke", Location("a", 1), "a whole one", "oak", "mend it", "broken"),
            "a:1: it broke; expected a whole one; did you mean 'oak'? mend it",
        ),
        (Problem("why?; because", todo="go on"), "why?; because; go on"),
    ],
)
def test_problem_as_one_sentence(problem: Problem, text: str) -> None:
    assert str(problem) == text


def test_problem_is_one_line_that_cannot_steer_a_terminal() -> None:
    text = str(Problem("red\x1b[31m\nnext\u202eline\u2028\ud800", Location("a\nb", 1)))
    assert text == "a\\nb:1: red\\x1b[31m\\nnext\\u202eline\\u2028\\ud800"


def test_problem_keeps_every_script_and_space() -> None:
    text = "Größe 북한 Київ “quoted” 1\u00a0000 😀"
    assert str(Problem(text)) == text


def test_error_collects_problems_and_plain_texts() -> None:
    error = SeedError(Problem("one", Location("a", 1)), "two")
    assert [p.what for p in error.problems] == ["one", "two"]
    assert str(error) == "a:1: one\ntwo"


@pytest.mark.parametrize(
    ("kind", "code"), [(CallError, 2), (SeedError, 1), (PresetError, 1), (StoreError, 1), (ExportError, 1)]
)
def test_exit_code_tells_a_wrong_call_from_a_failure(kind: type[KgError], code: int) -> None:
    assert issubclass(kind, KgError)
    assert kind("x").exit_code == code
