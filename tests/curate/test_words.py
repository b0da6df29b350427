"""Sentences, figures, days and names in running text; every example is made up."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.curate.candidates import MOST_WORDS, candidates
from kg.language.days import days
from kg.language.guess import language_of
from kg.language.known_names import KnownNames
from kg.language.number_lexicon import words_of
from kg.language.numbers import numbers
from kg.language.reading import languages
from kg.language.sentences import sentences
from kg.model.bounds import VAGUE
from kg.model.kinds.organization import Organization
from kg.model.kinds.person import Person
from kg.model.kinds.unnamed_source import UnnamedSource
from kg.model.kinds.weapon_type import WeaponType


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Er kam am 14. Oktober. Sie nicht.", 2),
        ("Dr. Kim und Prof. Lee kamen. John F. Weber ging.", 2),
        ("„Ja.“ Dann ging er. „Nein“, sagte sie. Ende", 4),
        ("«Es reicht!» rief er. «Wirklich?» Niemand sprach.", 3),
        ("Das kostet z. B. 1.5 Mio. Franken. Mehr nicht.", 2),
        ("Der Bericht endet 2025. Danach kam nichts.", 2),
        ("Am 3. Armeekorps lag es nicht. Schluss.", 2),
        ("Mr. Smith of the U.S. Army spoke. Gen. Lee did not.", 2),
        ("It was over… Nobody came. Why?", 3),
        ("Überschrift ohne Punkt", 1),
        ("", 0),
        ("   ", 0),
        ("1. Erster Punkt der Liste", 1),
        ("Laut Co. || Schiff | Zahl || die Reederei schwieg. Ende ||", 4),
        ("x||y | z", 1),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count, [text[a:b] for a, b in sentences(text)]


@given(st.text("abÄ .!?„“«»19\u00a0"))
def test_sentences_are_apart_and_hold_every_character_but_blanks(text: str) -> None:
    spans = sentences(text)
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


EXACT = [
    ("über 650'000 Mann", 650_000, None, True, False, "soldiers"),
    ("650’000 Soldaten", 650_000, 650_000, False, False, "soldiers"),
    ("10 000 Granaten", 10_000, 10_000, False, False, "shells"),
    ("10\u202f000 shells", 10_000, 10_000, False, False, "shells"),
    ("1,5 Millionen Geschosse", 1_500_000, 1_500_000, False, False, "shells"),
    ("2.5 million rounds", 2_500_000, 2_500_000, False, False, "shells"),
    ("up to nine million shells", None, 9_000_000, False, False, "shells"),
    ("bis zu 6 Mio. Schuss", None, 6_000_000, False, False, "shells"),
    ("mindestens einhundert Drohnen", 100, None, False, False, "drones"),
    ("höchstens zwölf Panzer", None, 12, False, False, "tanks"),
    ("weniger als dreihundertfünfzig Fahrzeuge", None, 350, False, True, "vehicles"),
    ("fast 1000 Container", None, 1000, False, True, "containers"),
    ("zwischen 300 und 400 Verletzte", 300, 400, False, False, "wounded"),
    ("200 bis 300 alte Haubitzen", 200, 300, False, False, "guns"),
    ("between two and three thousand workers", 2_000, 3_000, False, False, "workers"),
    ("at least twenty-five launchers", 25, None, False, False, "launchers"),
    ("more than two hundred tanks", 200, None, True, False, "tanks"),
    ("no fewer than 7 ships", 7, None, False, False, "ships"),
    ("ein Schiff", 1, 1, False, False, "ships"),
    ("zwei Dutzend Panzer", 24, 24, False, False, "tanks"),
    ("more than a dozen vessels", 12, None, True, False, "ships"),
    ("about a hundred people", 100, 100, False, False, "people"),
    ("eine halbe Million Granaten", 500_000, 500_000, False, False, "shells"),
    ("dreieinhalb Millionen Granaten", 3_500_000, 3_500_000, False, False, "shells"),
    ("at least half a million shells", 500_000, None, False, False, "shells"),
    ("a quarter of a million shells", 250_000, 250_000, False, False, "shells"),
    ("three and a half million shells", 3_500_000, 3_500_000, False, False, "shells"),
    ("half a dozen launchers", 6, 6, False, False, "launchers"),
    ("up to a dozen drones", None, 12, False, False, "drones"),
    ("between 4.2 and 5.8 million shells", 4_200_000, 5_800_000, False, False, "shells"),
    ("zwischen 4,2 und 5,8 Millionen Granaten", 4_200_000, 5_800_000, False, False, "shells"),
    ("two to three hundred tanks", 200, 300, False, False, "tanks"),
    ("more than 20-thousand containers", 20_000, None, True, False, "containers"),
    ("over >500 shells", 500, None, True, False, "shells"),
    ("12 or more drones", 12, None, False, False, "drones"),
    ("$540 million", 540_000_000, 540_000_000, False, False, "usd"),
    ("about $58.32 per gram", 58.32, 58.32, False, False, "usd"),
    ("€200m in cash", 200_000_000, 200_000_000, False, False, "eur"),
    ("a $200-million deal", 200_000_000, 200_000_000, False, False, "usd"),
    ("$100 to $200 million", 100_000_000, 200_000_000, False, False, "usd"),
    ("5 Mio. €", 5_000_000, 5_000_000, False, False, "eur"),
    ("130 млрд рублей", 130_000_000_000, 130_000_000_000, False, False, "rub"),
    ("1,788,402.2 grams", 1_788_402.2, 1_788_402.2, False, False, "grams"),
    ("1.8 tons of gold", 1.8, 1.8, False, False, "tons"),
    ("1,50,000 men", 150_000, 150_000, False, False, None),
    ("від 1 600 до 2 500 безпілотників", 1_600, 2_500, False, False, "drones"),
    ("more than three dozen guns", 36, None, True, False, "guns"),
    ("twenty-one shells", 21, 21, False, False, "shells"),
    ("five million three hundred thousand and two shells", 5_300_002, 5_300_002, False, False, "shells"),
    ("fünf Millionen dreihunderttausend Granaten", 5_300_000, 5_300_000, False, False, "shells"),
    ("between twenty-one and thirty-two tanks", 21, 32, False, False, "tanks"),
    ("not more than 5 ships", None, 5, False, False, "ships"),
    ("as much as 40 percent", None, 40, False, False, "percent"),
]


@pytest.mark.parametrize(("text", "low", "high", "low_open", "high_open", "unit"), EXACT)
def test_numbers(
    text: str, low: float | None, high: float | None, low_open: bool, high_open: bool, unit: str | None
) -> None:
    read = numbers(text)
    assert [(n.bounds, n.unit) for n in read] == [((low, high, low_open, high_open), unit)], read


@pytest.mark.parametrize(
    ("text", "language", "low", "high", "unit"),
    [
        ("10.000 Granaten", "de", 10_000, 10_000, "shells"),
        ("10,000 troops", "en", 10_000, 10_000, "soldiers"),
        ("10-15,000 troops", "en", 10_000, 15_000, "soldiers"),
        ("a 20,000-strong force", "en", 20_000, 20_000, None),
        ("3,000+ soldiers", "en", 3_000, None, "soldiers"),
    ],
)
def test_three_digits_after_a_mark_are_thousands_where_the_language_is_known(
    text: str, language: str, low: float, high: float | None, unit: str | None
) -> None:
    assert [(n.low, n.high, n.unit) for n in numbers(text, language)] == [(low, high, unit)]
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        ("12 to 15 a day", "low: 12, high: 15, per: day, unit: ?"),
        ("100 drones per month", "low: 100, high: 100, per: month, unit: drones"),
        ("100 Drohnen im Monat", "low: 100, high: 100, per: month, unit: drones"),
        ("two ships a day later", "low: 2, high: 2, unit: ships"),
        ("several million shells", "low: 2000000, high: 20000000, high_open: true, unit: shells"),
        (
            "roughly $104 million",
            "low: 104000000, high: 104000000, approximate: true, measure: money, currency: USD",
        ),
    ],
)
def test_rates_money_and_scaled_words(text: str, reading: str) -> None:
    assert [n.reading() for n in numbers(text)] == [reading]


@pytest.mark.parametrize(
    "text", ["IMO 9240914", "EP-PUS at 09:24", "Rohre von 155mm", "10 to 15,000 men", "1.234.56"]
)
def test_what_is_not_understood_gives_nothing(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("mehrere tausend Mann", "several-thousand"),
        ("Tausenden von Menschen", "thousands"),
        ("Dutzende Tote", "dozens"),
        ("ein paar Dutzend Panzer", "dozens"),
        ("Hunderte Raketen", "hundreds"),
        ("Zehntausende", "tens-of-thousands"),
        ("Hunderttausenden", "hundreds-of-thousands"),
        ("mehrere Schiffe", "several"),
        ("ein oder mehrere Systeme", "one-or-more"),
        ("several thousand men", "several-thousand"),
        ("thousands of troops", "thousands"),
        ("dozens of drones", "dozens"),
        ("tens of thousands of rounds", "tens-of-thousands"),
        ("hundreds of thousands", "hundreds-of-thousands"),
        ("a few hundred", "hundreds"),
        ("one or more ships", "one-or-more"),
        ("a handful of guns", "handful"),
        ("scores of rockets", "scores"),
        ("a small number of drones", "small-number"),
        ("eine Handvoll Raketen", "handful"),
        ("eine geringe Anzahl von Drohnen", "small-number"),
        ("небольшое количество беспилотников", "small-number"),
        ("невелику кількість дронів", "small-number"),
    ],
)
def test_vague_words(text: str, word: str) -> None:
    assert [n.vague for n in numbers(text)] == [word]


@pytest.mark.parametrize(
    "text",
    [
        "KN-23",
        "die D-74 im Bild",
        "im Jahr 2024",
        "Artikel @nr5",
        "https://a.b/c/123",
        "eine Erklärung",
        "v1.2.3-4",
    ],
)
def test_no_numbers(text: str) -> None:
    assert [n.words for n in numbers(text) if not candidates(text, KnownNames([]))] == []


def test_every_language_knows_every_vague_word_and_only_those() -> None:
    for code, language in languages().items():
        assert {*words_of(code).vague} - {"unclear"} == {*VAGUE}
        assert len(language.months) == 12
        assert len(language.weekdays) == 7
        for pattern in language.reporting:
            re.compile(pattern)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("am 14. Oktober 2024", ["2024-10-14"]),
        ("am 14.10.2024", ["2024-10-14"]),
        ("2024-10-14", ["2024-10-14"]),
        ("im März", ["XXXX-03"]),
        ("since May 2024", ["2024-05"]),
        ("he may come", []),
        ("Oct. 9, 2024", ["2024-10-09"]),
        ("29 Mai 2025 16:44", ["2025-05-29"]),
        ("on Sunday", []),
        ("in der vergangenen Woche", []),
        ("im Jahr 2023", ["2023"]),
        ("between 8 and 13 October 2024", ["2024-10-08/2024-10-13"]),
        ("vom 8. bis 13. Oktober 2024", ["2024-10-08/2024-10-13"]),
        ("October 8-13, 2024", ["2024-10-08/2024-10-13"]),
        ("8 и 9 октября 2022 года", ["{2022-10-08,2022-10-09}"]),
        ("on 21 and 24 May 2024", ["{2024-05-21,2024-05-24}"]),
        ("May 21 or 24, 2024", ["[2024-05-21,2024-05-24]"]),
        ("on October 10 and 12 drones", ["XXXX-10-10"]),
        ("around August 2022", ["2022-08~"]),
        ("близько 24 серпня 2022", ["2022-08-24~"]),
        ("im Herbst 2022", ["2022-23"]),
        ("winter 2022/23", ["2022-24"]),
        ("since mid-August 2023", ["2023-08"]),
        ("second quarter of 2024", ["2024-04/2024-06"]),
        ("11-Oct-2024", ["2024-10-11"]),
        ("am 1. Juni 2023 um 9:24 Uhr", ["2023-06-01T09:24"]),
        ("we have seen it", []),
        ("32. Dezember", []),
        ("2024-13-01", []),
    ],
)
def test_days(text: str, readings: list[str]) -> None:
    assert [d.reading for d in days(text)] == readings


def test_names_in_every_script_and_ending() -> None:
    names = KnownNames(
        [
            Person(id="park", name="Park Min-ho", known_as=["박민호", "Пак Мин Хо"]),
            Person(id="weber", name="Anna Weber"),
            Organization(id="ag", name="Alpha Group", kind="company", known_as=["AG"]),
            WeaponType(id="x-9", name="X-9"),
            UnnamedSource(id="src", name="A source", wording="Kenner der Lage"),
        ]
    )
    text = (
        "Anna Webers Brief an Park Min Ho: AG, ag und Alpha-Group; X9, X-9; 박민호는; Пак Мин Хо; laut"
        " Kennern; Kenner der Lage"
    )
    assert [(m.words, m.ids[0]) for m in names.find(text)] == [
        ("Anna Webers", "weber"),
        ("Park Min Ho", "park"),
        ("AG", "ag"),
        ("Alpha-Group", "ag"),
        ("X9", "x-9"),
        ("X-9", "x-9"),
        ("박민호", "park"),
        ("Пак Мин Хо", "park"),
        ("Kenner der Lage", "src"),
    ]


def test_two_facts_of_one_name_are_both_named() -> None:
    names = KnownNames([Person(id="a", name="Anna Weber"), Person(id="b", name="Otto Weber")])
    assert [m.ids for m in names.find("so Weber")] == [("a", "b")]


def test_candidates_never_hold_a_sentence() -> None:
    text = (
        "Nicht weniger als zweihundertfünfzigtausend Soldaten teilten das gestern nach eigenen Angaben im"
        " kleinen Kreis mit."
    )
    offered = candidates(text, KnownNames([]), published=date(2024, 10, 14))
    assert {c.kind for c in offered} == {"number", "day", "reporting"}
    assert all(len(c.words.rstrip("…").split()) <= MOST_WORDS for c in offered)


@given(st.text(max_size=200))
def test_any_text_gives_candidates_inside_it(text: str) -> None:
    for c in candidates(text, KnownNames([Person(id="a", name="Anna Weber")])):
        assert 0 <= c.start < c.end <= len(text)


def test_language_of_nothing() -> None:
    assert language_of("") is None
    assert language_of("xyzzy") is None
