"""Names as sentences have them: with titles, other words and the endings of a case; and whom they are not."""

from __future__ import annotations

import pytest

from kg.errors import nearest
from kg.language.known_names import KnownNames
from kg.language.name_forms import named_by, without_titles
from kg.language.name_search import Name, near, search
from kg.model.kinds.person import Person
from kg.model.kinds.state import State

PEOPLE = ("Actor", "Person")
NAMES = [
    Name("putin", PEOPLE, ("Vladimir Putin", "Владимир Путин")),
    Name("zelensky", PEOPLE, ("Volodymyr Zelensky", "Wolodymyr Selenskyj", "Володимир Зеленський")),
    Name("kim", PEOPLE, ("Kim Jong Un", "김정은", "Ким Чен Ын")),
    Name("kirby", PEOPLE, ("John Kirby",)),
    Name("andrei-belousov", PEOPLE, ("Andrei Belousov", "Андрей Белоусов")),
    Name("umerov", PEOPLE, ("Rustem Umerov", "Рустем Умєров")),
    Name("zakharova", PEOPLE, ("Maria Zakharova", "Мария Захарова")),
    Name("yoon", PEOPLE, ("Yoon Suk Yeol", "윤석열")),
    Name("kp", ("Actor", "State"), ("North Korea", "Северная Корея", "Північна Корея", "북한")),
    Name("ru", ("Actor", "State"), ("Russia", "Россия", "Росія")),
    Name("kyiv", ("Place",), ("Kyiv", "Київ", "Киев")),
    Name("kharkiv", ("Place",), ("Kharkiv", "Харків", "Харьков")),
    Name("seoul", ("Place",), ("Seoul",)),
    Name("kn-23", ("WeaponType",), ("KN-23",)),
    Name("mrl", ("WeaponType",), ("Multiple rocket launcher",)),
    Name("ua-front", ("Place",), ("Front line",)),
]

TITLED = [
    ("President Putin", "putin"),
    ("Президент Путин", "putin"),
    ("Президента Владимира Путина", "putin"),
    ("김정은 위원장", "kim"),
    ("김정은위원장", "kim"),
    ("윤석열 대통령", "yoon"),
    ("Spokesman John Kirby", "kirby"),
    ("Präsident Selenskyj", "zelensky"),
    ("Außensprecherin Maria Zakharova", "zakharova"),
    ("Министр обороны Белоусов", "andrei-belousov"),
    ("міністр оборони Умєров", "umerov"),
    ("Chairman Kim Jong Un", "kim"),
    ("Machthaber Kim", "kim"),
    ("Gen. Kirby", "kirby"),
    ("North Korea's army", "kp"),
    ("KN-23 fragments", "kn-23"),
]

CASES = [
    ("Путина", "putin"),
    ("Путину", "putin"),
    ("Путиным", "putin"),
    ("Владимиром Путиным", "putin"),
    ("Зеленского", "zelensky"),
    ("Зеленскому", "zelensky"),
    ("Зеле\u0301нским", "zelensky"),
    ("Белоусовым", "andrei-belousov"),
    ("Андрея Белоусова", "andrei-belousov"),
    ("Захаровой", "zakharova"),
    ("Ким Чен Ына", "kim"),
    ("Северной Корее", "kp"),
    ("Россией", "ru"),
    ("Киева", "kyiv"),
    ("Путіна", "putin"),
    ("Путіним", "putin"),
    ("Зеленського", "zelensky"),
    ("Володимира Зеленського", "zelensky"),
    ("Зеленським", "zelensky"),
    ("Умєрову", "umerov"),
    ("Захарової", "zakharova"),
    ("Північної Кореї", "kp"),
    ("Росією", "ru"),
    ("Києва", "kyiv"),
    ("Харкові", "kharkiv"),
    ("Putins", "putin"),
    ("Zelenskys", "zelensky"),
    ("김정은이", "kim"),
]

NOT_SO = [
    "Kim Yo Jong",
    "Kim Il Sung",
    "Igor Putin",
    "Scholz",
    "Merkel",
    "Trump",
    "Macron",
    "President",
    "위원장",
]


@pytest.mark.parametrize(("text", "id"), TITLED)
def test_a_name_with_more_is_found_with_a_lower_score(text: str, id: str) -> None:
    hit = search(text, NAMES)[0]
    assert hit.id == id
    assert 70 <= hit.score <= 93
    assert hit.why.endswith((", but for the title", "the name, with other words"))


@pytest.mark.parametrize(("text", "id"), CASES)
def test_a_name_in_any_case_is_found(text: str, id: str) -> None:
    hit = search(text, NAMES)[0]
    assert hit.id == id
    assert 80 <= hit.score < 100


@pytest.mark.parametrize("text", NOT_SO)
def test_another_one_is_not_found(text: str) -> None:
    assert search(text, NAMES) == []


@pytest.mark.parametrize("text", NOT_SO)
def test_what_shares_no_sound_is_not_suggested(text: str) -> None:
    suggested = near(text, NAMES)
    assert suggested is None or (text, suggested.id) == ("Igor Putin", "putin")
    assert nearest(text, [name.id for name in NAMES]) is None


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Jonn Kyrbi", "kirby"),
        ("Wolodimir Selensky", "zelensky"),
        ("Andre Beloussow", "andrei-belousov"),
        ("Rustam Umjerow", "umerov"),
        ("Nord Koreea", "kp"),
    ],
)
def test_what_sounds_alike_is_found_or_suggested(text: str, id: str) -> None:
    meant = near(text, NAMES)
    assert meant is not None
    assert meant.id == id


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("who-sorced", "who-sourced"),
        ("Wepon", "WeaponType"),
        ("speakr", "speaker"),
        ("publishd", "published"),
        ("ledgre", "ledger"),
    ],
)
def test_what_was_mistyped_is_suggested(typed: str, meant: str) -> None:
    assert nearest(typed, ["who-sourced", "WeaponType", "speaker", "published", "ledger", "mrl"]) == meant


def test_titles_are_left_off_in_every_language() -> None:
    for text in ("Ministerpräsident Weber", "Frau Dr. Weber", "General Weber", "Weber 장관", "маршал Weber"):
        assert without_titles(text) == "Weber"


def test_two_names_that_begin_alike_are_no_cases_of_each_other() -> None:
    assert "макс" not in named_by("максим")
    assert "корея" not in named_by("корень")
    assert "петро" not in named_by("петров")


def test_running_text_names_in_any_case() -> None:
    names = KnownNames(
        [
            Person(id="putin", name="Vladimir Putin", known_as=["Владимир Путин", "Володимир Путін"]),
            Person(id="zelensky", name="Volodymyr Zelensky", known_as=["Володимир Зеленський"]),
            Person(id="kim", name="Kim Jong Un", known_as=["Ким Чен Ын", "김정은"]),
            State(id="kp", name="North Korea", known_as=["Северная Корея", "Північна Корея", "КНДР"]),
        ]
    )
    text = (
        "Письмо Владимира Путина Ким Чен Ыну; с Путиным; у Північній Кореї; КНДР; лист Зеленського до"
        " Путіна; в Северной Корее; 김정은이; Putins Brief; кндр; Путинка"
    )
    assert [(m.words, *m.ids) for m in names.find(text)] == [
        ("Владимира Путина", "putin"),
        ("Ким Чен Ыну", "kim"),
        ("Путиным", "putin"),
        ("Північній Кореї", "kp"),
        ("КНДР", "kp"),
        ("Зеленського", "zelensky"),
        ("Путіна", "putin"),
        ("Северной Корее", "kp"),
        ("김정은", "kim"),
        ("Putins", "putin"),
    ]
