"""Names as six languages write them: known ones in every form, and new ones proposed."""

from __future__ import annotations

import pytest

from kg.language.known_names import KnownNames
from kg.language.new_names import new_names
from kg.model.kinds.state import State
from kg.model.kinds.weapon_type import WeaponType

NAMES = KnownNames(
    [
        State(id="ir", name="Iran", known_as=["Иран", "Іран", "إيران", "이란"]),
        State(id="cn", name="China", known_as=["الصين", "중국"]),
        State(id="kp", name="North Korea", known_as=["كوريا الشمالية", "북한"]),
        WeaponType(id="geran", name="Geran-2", known_as=["Герань-2"]),
        WeaponType(id="shahed", name="Shahed", known_as=["Шахед"]),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("les drones d'Iran et de l’Iran", ["Iran", "Iran"]),
        (
            "وإيران ولإيران للصين بالصين لكوريا الشمالية إيراني",
            ["إيران", "إيران", "لصين", "الصين", "كوريا الشمالية"],
        ),
        ("전쟁이란 이란은 남북한 북한이 중국의", ["이란", "북한", "중국"]),
        ("Шахеды, Шахедов, шахедами, Гераней-2", ["Шахеды", "Шахедов", "шахедами", "Гераней-2"]),
        ("Шахедів, шахеди; з Ірану, Іраном", ["Шахедів", "шахеди", "Ірану", "Іраном"]),
    ],
)
def test_known_names_in_the_forms_of_a_language(text: str, found: list[str]) -> None:
    assert [m.words for m in NAMES.find(text)] == found


@pytest.mark.parametrize(
    ("code", "text", "found"),
    [
        (
            "en",
            "Yesterday Anna Weber of the Orlan Works spoke. Officials in Berlin did not.",
            "Anna Weber of the Orlan Works|Berlin",
        ),
        ("en", "The KN-25 was shown in October, on Friday and by Russians.", "KN-25"),
        ("en", "ORLAN BUYS GUNS FROM BERLIN", ""),
        ("de", "Die Regierung kaufte Granaten und Drohnen, sagte Sprecher Otto Weber.", "Otto Weber"),
        ("de", "Tausende Tonnen Munition gingen im Oktober an die Front; die ABCD berichtete.", "ABCD"),
        ("ru", "Вчера представитель завода Орлан заявил, что Берлин не участвует.", "Орлан|Берлин"),
        ("uk", "Учора речник заводу Орлан заявив, що Берлін не бере участі.", "Орлан|Берлін"),
        (
            "fr",
            "Hier, le porte-parole Jean Morel a dit que les Russes livraient l'usine Orlan.",
            "Jean Morel|Orlan",
        ),
        ("ko", "홍길동 대변인은 18일 밝혔다", "홍길동"),
    ],
)
def test_unknown_names_are_proposed(code: str, text: str, found: str) -> None:
    assert "|".join(text[a:b] for a, b in new_names(text, code)) == found


def test_what_touches_a_known_name_is_not_new() -> None:
    text = "In North Korea and Iran nobody knows Orlan."
    known = [(m.start, m.end) for m in NAMES.find(text)]
    assert [text[a:b] for a, b in new_names(text, "en", known)] == ["Orlan"]
