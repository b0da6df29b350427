"""Parts of a joined text are set apart, wherever it is joined, broken or cut."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.formats.table import fit
from kg.formats.text import width
from kg.language.directions import END, LEFT, START, balanced, isolated, joined, led, lines_apart
from kg.language.interface.words import Words
from kg.picture.metrics import cut, plain, shown, text_width, wrap
from kg.questions.result import Column, Result

RIGHT_TO_LEFT = ("علي حسن", "מכון המחקר", "نحو ٣٠٠", "ܣܘܪܝܝܐ", "ދިވެހި", "ﷺ", "𞤀𞤣𞤤𞤢𞤥")
TEXT = st.text(alphabet=f"aB 1-,علי{START}{END}", max_size=60)


@pytest.mark.parametrize("name", RIGHT_TO_LEFT)
def test_names_of_every_such_script_are_set_apart(name: str) -> None:
    apart = START + name + END
    assert isolated(name) == isolated(isolated(name)) == apart
    assert joined([name, "2024-10-11"]) == f"{LEFT}{apart}, 2024-10-11"
    assert Words()("rests", documents=name) == led(Words()("rests", documents="{}").replace("{}", apart))
    assert apart in Words("de").quoted(name)
    assert Words().listed(["a", name]).endswith(apart)


@pytest.mark.parametrize("name", ["Kim", "Володимир", "김정은", "Müller", "日本", "", "2024-10-11"])
def test_other_names_stay_as_they_are(name: str) -> None:
    assert isolated(name) == led(name) == joined([name]) == name


@given(TEXT)
def test_what_is_set_apart_ends(text: str) -> None:
    for made in (isolated(text), balanced(text), joined([text, "x"]), shown(text), cut(text, 40)):
        depth = 0
        for char in made:
            depth += (char == START) - (char == END)
            assert depth >= 0
        assert depth == 0
    assert balanced(balanced(text)) == balanced(text)


@given(TEXT, st.floats(20, 200))
def test_each_line_of_a_broken_text_is_whole(text: str, room: float) -> None:
    lines = wrap(text, room, 9)
    assert all(line == balanced(line) for line in lines)
    assert not set(plain(text)) & {START, END, LEFT}


def test_a_part_over_two_lines_is_set_apart_in_both() -> None:
    assert lines_apart([f"a {START}b", "c", f"d{END} e"]) == (
        f"a {START}b{END}",
        f"{START}c{END}",
        f"{START}d{END} e",
    )


def test_a_table_sets_each_cell_apart_and_keeps_its_columns() -> None:
    columns = (Column("who", "str"), Column("said", "date"), Column("what", "str"))
    rows = [("علي حسن", "2024-10-11", "מכון המחקר"), ("Kim", "2024-10-12", "x")]
    lines = fit(Result("?", columns, rows), 80).splitlines()
    line = next(line for line in lines if "2024-10-11" in line)
    assert f"{START}علي حسن{END}" in line
    assert f"{START}מכון המחקר{END}" in line
    other = next(line for line in lines if "2024-10-12" in line)
    assert width(line.split("2024")[0]) == width(other.split("2024")[0])


@pytest.mark.parametrize(
    ("text", "size"), [*product(["ill", "WWW", "Title of ours?", "0123", "Ёж", "한국"], [13, 18])]
)
def test_bold_letters_are_measured(text: str, size: float) -> None:
    regular, bold = text_width(text, size), text_width(text, size, bold=True)
    assert regular <= bold <= regular * 1.3
