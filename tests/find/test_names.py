"""Names: typos, umlauts, other scripts, parts; and what must not be found."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.language.fold import fold, stem, tokens
from kg.language.name_search import Name, read_names, search

FINDS = [
    ("Putin", "putin"),
    ("putn", "putin"),
    ("PUTIN", "putin"),
    ("Путин", "putin"),
    ("Владимир Путин", "putin"),
    ("Wladimir Putin", "putin"),
    ("Selenskyj", "zelensky"),
    ("Zelenskiy", "zelensky"),
    ("Зеленський", "zelensky"),
    ("Kim Jong-un", "kim"),
    ("Kim Yong Un", "kim"),
    ("김정은", "kim"),
    ("Pjöngjang", "kp"),
    ("Pjoengjang", "kp"),
    ("Nord Korea", "kp"),
    ("북한", "kp"),
    ("DPRK", "kp"),
    ("Suedkorea", "kr"),
    ("kn23", "kn-23"),
    ("KN 23", "kn-23"),
    ("Hwasong-11Ga", "kn-23"),
    ("hwasong 11 ga", "kn-23"),
    ("Granaten", "artillery-ammunition"),
    ("Truppenzahlen", "troop-numbers"),
    ("washington post", "washington-post"),
    ("WaPo", "washington-post"),
    ("Donezk", "donetsk"),
    ("Swiss news article on soldiers", "swiss-2024-10-13"),
    ("chas pravdy", "chas-pravdy"),
]


@pytest.mark.parametrize(("text", "id"), FINDS)
def test_is_found_first(text: str, id: str, names: list[Name]) -> None:
    assert search(text, names)[0].id == id


@pytest.mark.slow
def test_every_name_finds_its_thing(names: list[Name]) -> None:
    for name in names:
        for spelling in (name.id, *name.names):
            ids = [hit.id for hit in search(spelling, names) if hit.score >= 97]
            assert name.id in ids, spelling


def test_says_what_matched_and_why(names: list[Name]) -> None:
    hit = search("Pjoengjang", names)[0]
    assert (hit.name, hit.matched, hit.score, hit.why) == (
        "North Korea",
        "Pjöngjang",
        100,
        "same without accents and marks",
    )
    assert search("Kim Jong Un", names)[0].why == "same"
    assert search("Jong Un", names)[0].why == "part of the name"
    assert search("putn", names)[0].why == "spelled differently"


def test_only_one_kind(names: list[Name]) -> None:
    assert {hit.kind for hit in search("missile", names, kind="WeaponType")} == {"WeaponType"}
    assert all(
        hit.kind in ("State", "Person", "Organization", "UnnamedSource")
        for hit in search("Ukraine", names, kind="Actor")
    )


@pytest.mark.parametrize("text", ["", "  ", "?!", "quaxfoo", "Wetterbericht"])
def test_nothing_is_called_so(text: str, names: list[Name]) -> None:
    assert search(text, names) == []


@given(st.text(max_size=60))
@example("𝑨")
@example("𝐀")
@example("xaee")
def test_any_text_can_be_folded_and_searched(text: str) -> None:
    assert fold(text) == fold(text.upper().lower()) or not text.isascii()
    assert fold(fold(text)) == fold(text)
    assert all(token and token == token.lower() for token in tokens(text))
    search(text, [Name("kp", ("Actor", "State"), ("North Korea", "북한"))])


@given(st.from_regex(r"[a-z]{1,20}", fullmatch=True))
def test_a_stem_begins_its_word(word: str) -> None:
    assert word.startswith(stem(word))
    assert len(stem(word)) >= min(3, len(word))


def test_names_are_read_from_rows() -> None:
    rows = [
        (["Kg", "WeaponType"], "kn-23", None, None, None, "KN-23", None, None, ["KN23"], None),
        (
            ["State", "Kg", "Actor"],
            "kp",
            ["wikidata: Q423"],
            None,
            None,
            "North Korea",
            None,
            None,
            None,
            None,
        ),
    ]
    read = read_names(rows, [("kn-23", "Hwasong-11Ga")])
    assert read == [
        Name("kn-23", ("WeaponType",), ("KN-23", "KN23", "Hwasong-11Ga")),
        Name("kp", ("Actor", "State"), ("North Korea",), ("wikidata: Q423",)),
    ]


SHAHED = Name("shahed-136", ("WeaponType",), ("Shahed-136", "Шахед-136", "شاهد-136", "Geran-2", "Герань-2"))


@pytest.mark.parametrize(
    "asked",
    [
        "Шахед",
        "Шахеда",
        "шахеди",
        "شاهد",
        "شاهد ۱۳۶",
        "الشاهد 136",
        "Shahed",
        "shahid 136",
        "Герань",
        "Geran 2",
    ],
)
def test_a_weapon_is_found_in_every_script(asked: str) -> None:
    assert [hit.id for hit in search(asked, [SHAHED])] == ["shahed-136"]
