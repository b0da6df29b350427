"""The language of a text is said only where no other one comes near; every sentence is made up."""

from __future__ import annotations

import pytest

from kg.language.guess import language_of, unread

OURS = {
    "en": ["The minister said that Harbourland delivered drones to its neighbour.", "It is not so."],
    "de": ["Der Minister sagte, dass das Land keine Drohnen an den Nachbarn geliefert hat."],
    "fr": ["Le ministre a dit que le pays a livré des drones à son voisin."],
    "ru": ["Министр заявил, что страна не получала от соседа ракет, и это подтверждено."],
    "uk": ["Міністр заявив, що країна не отримувала від сусіда ракет, і це підтверджено."],
    "ko": ["대변인은 이웃 나라에 포탄을 제공했다고 밝혔다."],
}
OTHERS = [
    "Según el ministro, los drones fueron entregados por el vecino.",
    "Il ministro ha detto che i droni sono stati forniti dal vicino.",
    "O ministro disse que os drones foram fornecidos pelo vizinho.",
    "Minister powiedział, że drony zostały dostarczone przez sąsiada.",
    "De minister zei dat de drones door het buurland zijn geleverd.",
    "Ministeren sagde, at dronerne var leveret af nabolandet.",
    "Ministern sa att drönarna hade levererats av grannlandet.",
    "Министърът каза, че дроновете са доставени от съседа.",
    "Министар је рекао да је сусед испоручио дронове.",
    "Міністр сказаў, што сусед паставіў дроны.",
    "وزیر گفت که همسایه پهپاد تحویل داده است.",
    "قال الوزير إن الجار سلم طائرات مسيرة.",
    "隣国は弾薬を供給した",
    "The minister said so. Der Minister sagte, dass es nicht so ist und die Raketen kamen. He said it is so.",
    "KN-23",
    "La Habana",
    "Le plus",
    "12 345",
    "",
]


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, texts in OURS.items() for text in texts])
def test_our_languages_are_recognised(code: str, text: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize("text", OTHERS)
def test_others_and_what_is_short_or_mixed_are_left_open(text: str) -> None:
    assert language_of(text) is None


def test_why_a_text_is_not_read_is_said() -> None:
    assert [unread(code) for code in ("de", "fa", None)] == [
        "",
        "kg does not read the language 'fa'",
        "the language of the text is not known",
    ]
