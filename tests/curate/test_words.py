"""Sentences, figures, days and names in running text; every example is made up."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.curate.candidates import MOST_WORDS, candidates
from kg.language.days import days
from kg.language.known_names import KnownNames
from kg.language.numbers import numbers
from kg.language.reading import language_of, languages
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
    ("10.000 Granaten", 10_000, 10_000, False, False, "shells"),
    ("10 000 Granaten", 10_000, 10_000, False, False, "shells"),
    ("10\u202f000 shells", 10_000, 10_000, False, False, "shells"),
    ("10,000 troops", 10_000, 10_000, False, False, "soldiers"),
    ("1,5 Millionen Geschosse", 1_500_000, 1_500_000, False, False, "shells"),
    ("2.5 million rounds", 2_500_000, 2_500_000, False, False, "shells"),
    ("up to nine million shells", None, 9_000_000, False, False, "shells"),
    ("bis zu 6 Mio. Schuss", None, 6_000_000, False, False, None),
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
    ("eine Reichweite von 300 km", 300, 300, False, False, "km"),
    ("zwei Dutzend Panzer", 24, 24, False, False, "tanks"),
    ("more than a dozen vessels", 12, None, True, False, "ships"),
    ("about a hundred people", 100, 100, False, False, "people"),
    ("eine halbe Million, eine Million Granaten", 1_000_000, 1_000_000, False, False, "shells"),
    ("more than three dozen guns", 36, None, True, False, "guns"),
    ("Rohre von 155mm", 155, 155, False, False, "mm"),
    ("twenty-one shells", 21, 21, False, False, "shells"),
    ("five million three hundred thousand and two shells", 5_300_002, 5_300_002, False, False, "shells"),
    ("fünf Millionen dreihunderttausend Granaten", 5_300_000, 5_300_000, False, False, "shells"),
    ("between twenty-one and thirty-two tanks", 21, 32, False, False, "tanks"),
    ("not more than 5 ships", None, 5, False, False, "ships"),
    ("as much as 40 percent", None, 40, False, False, "percent"),
]


@pytest.mark.parametrize(("text", "low", "high", "low_open", "high_open", "unit"), EXACT)
def test_numbers(
    text: str, low: int | None, high: int | None, low_open: bool, high_open: bool, unit: str | None
) -> None:
    read = numbers(text)
    assert [(n.bounds, n.unit) for n in read] == [((low, high, low_open, high_open), unit)], read


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
    for language in languages().values():
        assert set(language.vague) == set(VAGUE)
        assert len(language.months) == 12
        assert len(language.weekdays) == 7
        for pattern in (*language.reporting, *language.units, *language.relative_days):
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
        ("on Sunday", ["weekday"]),
        ("in der vergangenen Woche", ["relative"]),
        ("im Jahr 2023", ["2023"]),
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
    offered = candidates(text, KnownNames([]))
    assert {c.kind for c in offered} == {"number", "day", "reporting"}
    assert all(len(c.words.rstrip("…").split()) <= MOST_WORDS for c in offered)


@given(st.text(max_size=200))
def test_any_text_gives_candidates_inside_it(text: str) -> None:
    for c in candidates(text, KnownNames([Person(id="a", name="Anna Weber")])):
        assert 0 <= c.start < c.end <= len(text)


def test_language_of_nothing() -> None:
    assert language_of("") is None
    assert language_of("xyzzy") is None
