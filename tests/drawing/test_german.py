"""Drawings in German: nothing but German words and facts, in every output, under the same laws."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.language.interface import languages
from kg.language.title import Title
from kg.model.convert import rows_of
from kg.model.rows import Graph
from kg.picture.choose import draw
from kg.picture.contents import Seen, draw_fact, draw_graph, draw_preset, see
from kg.picture.drawing import Drawing
from kg.picture.out import json as drawing_json
from kg.picture.out import svg
from kg.picture.out.page import render as page
from kg.picture.out.pyvis import render as pyvis
from kg.picture.subject import Subject
from kg.questions import library
from kg.questions.drawings import KINDS
from kg.store import Store
from tests.laws import examples
from tests.property import graphs

from .test_no_overlap import tangle
from .tools import WORDS, claim, each_preset, fact, faults, narrow, number, subject_of, world

WHO = Title("Who?", {"de": "Wer?"})
SHELLS = {"supplier": "kp", "recipient": "ru", "goods": "goods"}
NAMED = ("caption", "name", "title", "paraphrase", "wording", "attribution", "speaker_name", "known_as")


def strange(rows: Graph) -> Graph:
    """Return rows whose names and wordings are no words of any language."""
    nodes = {
        i: n._replace(
            properties={k: f"Q{k[0]}{len(i)}" if k in NAMED and v else v for k, v in n.properties.items()}
        )
        for i, n in rows.nodes.items()
    }
    return Graph(nodes, rows.edges)


def talk() -> list[Any]:
    """Return claims of every stance and kind of bound, relays, a loop, and shipments with few details.

    Some relays have an end, others none.
    """
    return [
        fact("unnamed_source", id="another", name="Another", wording="eine Quelle"),
        fact(
            "shipment",
            id="more",
            name="More",
            weapon_types=["shells", "rockets"],
            stage="negotiated",
            **SHELLS,
        ),
        fact("shipment", id="mute", name="Mute", stage="under-way", **SHELLS),
        claim("root", "insider", quantity=number(1000, 3000)),
        claim("first", "daily", relays=["root"], quantity=number(low=2000, low_open=True)),
        claim(
            "second",
            "isw",
            relays=["first"],
            said="../2024-10-12",
            quantity=number(high=9000, mode="stock", stage="training"),
        ),
        claim("both", "isw", relays=["root", "gap"], quantity=number(7, 9, stage="sent")),
        claim("gap", None, quantity=number(12, 12)),
        claim("loop", "daily", relays=["pool"], quantity=number(5)),
        claim("pool", "isw", relays=["loop"], quantity=number(5)),
        claim(
            "vague",
            "another",
            stance="expects",
            quantity={"unit": "soldiers", "vague": "dozens", "mode": "cumulative", "wording": "x"},
        ),
        claim("no", "ru", "denies"),
        claim("perhaps", "ru", "doubts", said="2024-10/2024-11"),
        claim("unsure", "isw", "cannot-confirm", attribution="Quellen", document="late"),
        claim("fear", "isw", "concerned"),
        claim("back", "isw", "retracts"),
        claim("shipped", "isw", about="ship", quantity=number(4000, 5000, "shells", high_open=True)),
        claim("others", "ru", about="ship", quantity=number(6000, unit="shells")),
        claim("more-said", "isw", about="more", quantity=number(4, unit="pieces")),
        claim("returned", "isw", about="back", quantity=number(high=5, unit="systems")),
    ]


def crowd() -> list[Any]:
    """Return so many events that they are folded and some left out."""
    ships = [fact("shipment", id=f"s{i}", name=f"S {i}", **SHELLS) for i in range(72)]
    uses = [
        fact("use", id=f"u{i}", name=f"U {i}", user="ru", target="kp", weapon_types=["shells"])
        for i in range(6)
    ]
    return [
        *ships,
        *uses,
        *[claim(f"c{i}", None, about=f"s{i}", paraphrase=f"C {i}.") for i in range(200) if i < 72],
    ]


GRAPHS = {"talk": talk, "crowd": crowd, "bare": list}
STATUS = {
    "dispatch": {"status": "disputed"},
    "ship": {"status": "unconfirmed"},
    "more": {"status": "unknown"},
    "back": {"status": "denied"},
}


def told(drawing: Drawing) -> list[str]:
    """Return every text of a drawing."""
    labels = [part for n in drawing.nodes for part in (*n.label, n.full)]
    return [
        drawing.heading,
        drawing.caption,
        *labels,
        *(t.text for t in drawing.texts),
        *(e.label for e in drawing.edges),
    ]


def letters(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", re.sub(r"\{\w*\}", " ", text)))


def all_of(phrase: str, drawn: str) -> bool:
    """Return whether every piece of a phrase between the places for values is drawn somewhere."""
    return all(piece in drawn for piece in re.split(r"\{\w+\}", phrase))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", GRAPHS)
@pytest.mark.parametrize("as_of", ["", "2024-11-01"])
def test_a_german_drawing_has_german_words_and_facts_only(kind: str, name: str, as_of: str) -> None:
    rows = strange(world(*GRAPHS[name]()))
    drawing = draw(subject_of(rows, WHO, marks=STATUS, language="de", as_of=as_of), kind)
    facts = {
        w
        for n in rows.nodes.values()
        for k, v in n.properties.items()
        if k in NAMED or k == "unit"
        for w in letters(str(v))
    }
    german = {w for _, text in WORDS.values() for w in letters(text)} | {"Wer"}
    said = {w for text in told(drawing) for w in letters(text)}
    assert said - german - facts == set()
    assert drawing.language == "de"
    drawn = "\n".join(told(drawing))
    for english, other in WORDS.values():
        if english == other or len(english) <= 3 or letters(english) <= german or not all_of(english, drawn):
            continue
        pattern = re.sub(r"\\\{\w+\\\}", r"[^\\n]+?", re.escape(english))
        assert not re.search(rf"(?<!\w){pattern}(?!\w)", drawn), english


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", GRAPHS)
def test_a_german_drawing_is_the_english_one_in_other_words(kind: str, name: str) -> None:
    rows = world(*GRAPHS[name]())
    english, german = (draw(subject_of(rows, WHO, marks=STATUS, language=one), kind) for one in languages())
    assert english == draw(subject_of(rows, WHO, marks=STATUS), kind)
    assert [(n.id, n.shape, n.style, n.claims) for n in english.nodes] == [
        (n.id, n.shape, n.style, n.claims) for n in german.nodes
    ]
    assert [(e.id, e.low, e.high) for e in english.edges] == [(e.id, e.low, e.high) for e in german.edges]
    assert len(english.texts) == len(german.texts)
    assert faults(german) == []


def test_the_crowd_is_folded_and_left_out() -> None:
    rows = world(*crowd())
    folded, some = (draw(subject_of(rows, language="de"), kind) for kind in ("network", "flow"))
    assert any(line.startswith("enthält ") for n in folded.nodes for line in n.label)
    assert any("Einsatz im Kampf: Russia gegen North Korea" in n.full for n in folded.nodes)
    assert (
        "weitere passten nicht in dieses Bild: Fragen Sie nach einem Lieferanten oder Empfänger."
        in some.caption
    )


def test_what_the_facts_say_stays() -> None:
    rows = world(*talk())
    drawing = draw(subject_of(rows, language="de"), "figures")
    drawn = "\n".join(told(drawing))
    assert "„rund 1000“" in drawn
    assert "Wurzel: An insider (nicht genannt)" in drawn
    assert "bis 12. Okt. 2024" in drawn
    assert "1.000 bis 3.000 Soldaten („rund 1000“)" in drawn


# Titles and outputs


def test_a_paper_that_speaks_is_called_so_in_german() -> None:
    stated = claim("stated", None, stated_in="paper", quantity=number(3, 4))
    drawn = "\n".join(told(draw(subject_of(world(stated), WHO, language="de"), "figures")))
    assert "(Dokument)" in drawn
    assert "(document)" not in drawn


def test_the_heading_is_german_where_somebody_wrote_it(store: Store, seen: Seen) -> None:
    german = seen._replace(language="de")
    preset = library.question("who-sourced")
    drawing = draw_preset(preset, store, german)
    assert (drawing.title, drawing.heading) == (preset.title, preset.title.said("de"))
    assert draw_preset(preset, store, seen).heading == preset.title
    assert drawing.asked == ("Thema: Truppenzahlen",)
    assert drawing.finding.startswith("Truppenzahlen: Sechs Wurzeln, vier davon mit einem Sprecher")
    assert draw_graph(german).heading == "Das ganze Netz"
    assert draw_fact("kp", german).heading == "Was dazu gesagt wird: Nordkorea"
    assert Drawing("chain", "Who?", "", (), (), language="de").heading == "Who?"


def test_every_output_names_the_language(store: Store, seen: Seen) -> None:
    english, german = (
        draw_preset(library.question("ledger"), store, seen._replace(language=one)) for one in languages()
    )
    assert 'xml:lang="de"' in svg.render(german)
    assert "xml:lang" not in svg.render(english)
    assert '"language": "de"' in drawing_json.render(german)
    assert '"language"' not in drawing_json.render(english)
    assert '<html lang="de">' in pyvis(german)
    assert "Was schraffiert heißt, ist hier blasser." in pyvis(german)
    assert '<html lang="en">' in pyvis(english)
    assert "Here what is called hatched is paler." in pyvis(english)
    made = page([german], title=WHO, language="de")
    assert f"<title>{german.finding}</title>" in made
    assert german.finding.startswith("61 Lieferungen, laut Behauptung: ")
    assert '<html lang="de"' in made


def test_a_store_is_seen_in_a_language_on_any_day(store: Store) -> None:
    seen = see(store, date(2024, 10, 13), "de")
    assert seen.language == "de"
    assert draw_graph(seen, "chain").caption.endswith("Stand vom 13. Okt. 2024.")


# The laws of drawings


@pytest.mark.parametrize(("preset", "kind"), each_preset(len(KINDS) // 2))
def test_every_preset_as_every_drawing_in_german(
    preset: str, kind: str | None, store: Store, seen: Seen
) -> None:
    asked = library.question(preset)
    drawing = draw_preset(asked, store, seen._replace(language="de"), narrow(asked), kind)
    assert faults(drawing) == []
    assert not re.search(
        r"\b(?:Read from|Rests on|As known|no claim|Root|nobody named|Asked for)\b", "\n".join(told(drawing))
    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_whole_corpus_in_german(kind: str, seen: Seen) -> None:
    assert faults(draw_graph(seen._replace(language="de"), kind)) == []


@given(facts=graphs.graphs(), kind=st.sampled_from(KINDS))
@settings(
    max_examples=examples(60),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
def test_graphs_that_nobody_thought_of_in_german(facts: Any, kind: str) -> None:
    drawing = draw(subject_of(rows_of(facts), language="de"), kind)
    assert faults(drawing) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("seed", "count"), [(2, 2), (3, 12), (4, 50), (5, 140)])
def test_rows_that_fit_no_model_in_german(kind: str, seed: int, count: int) -> None:
    rows = tangle(seed, count)
    assert faults(draw(Subject("Tangle", rows.nodes.values(), rows.edges, language="de"), kind)) == []
