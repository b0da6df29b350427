from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.language.directions import END, START
from kg.language.interface.words import Words
from kg.model.rows import NodeRow
from kg.picture.metrics import cut, plain, text_width, wrap
from kg.picture.words import name_of

WITHOUT_ISOLATES = str.maketrans("", "", START + END)
ANY = st.text(max_size=120)


def rejoined(lines: tuple[str, ...], text: str) -> str:
    """Return lines as one without spaces, and without the hyphens at which words were broken."""
    bare, made = text.replace(" ", ""), ""
    for part in (line.replace(" ", "") for line in lines):
        made += part if bare.startswith(made + part) else part.removesuffix("-")
    return made


@given(ANY, st.floats(20, 400), st.integers(1, 5))
@example("mm", 20.0, 2)
def test_wrapped_lines_fit_and_nothing_is_lost_but_behind_an_ellipsis(
    text: str, room: float, lines: int
) -> None:
    wrapped = wrap(text, room, lines)
    assert len(wrapped) <= lines
    assert all(wrapped)
    assert all(text_width(line) <= room + 1e-6 or len(line) <= 4 for line in wrapped)
    shown_text = plain(text)
    wrapped = tuple(line.translate(WITHOUT_ISOLATES) for line in wrapped)
    if wrapped and not wrapped[-1].endswith("…"):
        assert rejoined(wrapped, shown_text) == shown_text.replace(" ", "")


@given(ANY, st.floats(15, 400))
def test_a_cut_text_fits(text: str, room: float) -> None:
    assert text_width(cut(plain(text), room)) <= room + 1e-6


@given(st.integers(1_000, 10**12), st.floats(10, 200))
def test_a_number_is_left_out_rather_than_cut(number: int, room: float) -> None:
    words = f"about {number:,} soldiers"
    for short in (cut(words, room), *wrap(words, room, 1)):
        digits = "".join(filter(str.isdigit, short))
        assert (
            not digits or digits == str(number) or not short.endswith("…") or text_width(f"{number:,}") > room
        )


@given(st.text())
def test_a_plain_text_steers_nothing(text: str) -> None:
    shown = plain(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in shown)
    assert not any(
        unicodedata.bidirectional(c) in ("LRO", "RLO", "LRE", "RLE", "PDF", "LRI", "RLI", "FSI", "PDI")
        for c in shown
    )
    assert shown == plain(shown)


def test_ten_thousand_letters_are_cut_and_many_marks_do_not_climb() -> None:
    assert len(plain("x" * 10_000)) == 2000
    assert len(plain("a" + "\u0301" * 500)) == 4


@pytest.mark.parametrize("name", ["", " ", "\n\t", None, "\u200b\u202e", "\x00"])
def test_a_name_is_never_empty(name: str | None) -> None:
    assert name_of(NodeRow("some-id", ("State",), {"name": name})) == "some-id"


def test_wide_letters_need_more_room() -> None:
    assert text_width("한국어") > text_width("abc") > text_width("ill")
    assert text_width("Київ") > text_width("Kiv")
    assert text_width("ü") == text_width("u")
    assert text_width("u\u0308") == text_width("u")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2024-10-11", "11 Oct 2024"),
        ("../2024", "by 2024"),
        ("2024/..", "since 2024"),
        ("2023/2024", "between 2023 and 2024"),
        ("", ""),
    ],
)
def test_days_in_words(text: str, words: str) -> None:
    assert Words().day(text) == words
