"""Every form of a picture: nothing of the interface in another language, and what is for a phone fits one."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import pytest

from kg.language.interface import languages
from kg.language.interface.words import Words
from kg.model.rows import Graph
from kg.picture.contents import Seen, draw_graph
from kg.picture.drawing import Drawing
from kg.picture.forms import in_every_form
from kg.picture.frame import texts_of
from kg.picture.kinds.network_list import MOST
from kg.picture.metrics import FONT_PX, ROLE_PX
from kg.picture.out.page import scene
from kg.picture.out.page.patch import difference
from kg.questions.drawings import KINDS

from .tools import WORDS, faults

FACTS = (
    "caption",
    "name",
    "name_de",
    "title",
    "paraphrase",
    "wording",
    "attribution",
    "speaker_name",
    "note",
)


@pytest.fixture(scope="module")
def blank(seen: Seen) -> Seen:
    """The corpus without a word of the facts: what is still said, the interface says."""
    nodes = {
        i: node._replace(properties=node.properties | dict.fromkeys(FACTS & node.properties.keys(), "Qx"))
        for i, node in seen.graph.nodes.items()
    }
    return seen._replace(graph=Graph(nodes, seen.graph.edges))


def told(drawing: Drawing) -> str:
    lines = [drawing.caption, *(text.text for text in drawing.texts), *(e.label for e in drawing.edges)]
    return "\n".join([*lines, *(part for n in drawing.nodes for part in (" ".join(n.label), n.full))])


def pieces(text: str) -> set[str]:
    """Return the words between the places for values, as far as they are long enough to be known by."""
    return {part.strip(" .,;:()") for part in re.split(r"\{\w+\}", text) if len(part.strip(" .,;:()")) > 3}


@cache
def of_the_other(language: str) -> list[str]:
    """Return what only the other language says."""
    place = languages().index(language)
    own = "\n".join(words[place] for words in WORDS.values()).casefold()
    said = {piece for words in WORDS.values() for piece in pieces(words[1 - place])}
    return sorted(piece for piece in said if piece.casefold() not in own)


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_the_interface_is_said_in_the_other_language(blank: Seen, kind: str, narrow: bool) -> None:
    for language in languages():
        drawing = draw_graph(blank._replace(language=language, narrow=narrow), kind)
        said = told(drawing)
        others = (word for word in of_the_other(language) if word in said)
        wrong = [word for word in others if re.search(rf"\b{re.escape(word)}\b", said)]
        assert (drawing.language, drawing.narrow, wrong) == (language, narrow, [])
        assert drawing.nodes


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_for_a_phone_fits_one_and_covers_nothing(seen: Seen, kind: str) -> None:
    for language in languages():
        drawing = draw_graph(seen._replace(language=language, narrow=True), kind)
        assert drawing.box[2] - drawing.box[0] <= 360
        assert min(FONT_PX, *ROLE_PX.values()) >= 9
        assert all(drawing.box[0] <= box[0] and box[2] <= drawing.box[2] for _, box in texts_of(drawing))
        assert faults(drawing) == []
    assert len(drawing.nodes) <= MOST or kind == "chain"
    assert drawing.left_out == 0 or Words("de").number(drawing.left_out) in drawing.caption


def test_a_chain_for_a_phone_tells_the_root_first(ask: Any) -> None:
    wide, thin = (ask("who-sourced", phone=phone) for phone in (False, True))
    above = {edge.end: edge.start for edge in thin.edges}
    place = {node.id: number for number, node in enumerate(thin.nodes)}
    assert all(place[start] < place[end] for end, start in above.items())
    assert {e.type for e in thin.edges} >= {"RELAYS", "CITED_IN"}
    assert {n.fact for n in thin.nodes} >= {n.fact for n in wide.nodes}
    shown = [node.id for node in thin.nodes]
    assert len(shown) == len(set(shown))


def test_the_same_picture_in_every_form(seen: Seen) -> None:
    drawing = in_every_form(lambda form: draw_graph(form, "network"), seen._replace(language="de"))
    forms = [(one.language, one.narrow) for one in (drawing, *drawing.others)]
    assert forms == [("de", False), ("en", False), ("de", True), ("en", True)]
    places = [[(n.id, n.x, n.y) for n in one.nodes] for one in (drawing, drawing.others[0])]
    assert places[0] == places[1], "nothing moves when the language is switched"
    columns = scene.encode(drawing, {}, scene.Words())
    assert [form["of"] for form in columns["forms"]] == [0, 0, 2]


def patched(base: Any, change: Any) -> Any:
    """Do in Python what `patched` in `scene.js` does."""
    if not isinstance(change, dict):
        return change
    made = dict(enumerate(base)) if isinstance(base, list) else dict(base)
    for key, part in change.items():
        if part is None:
            del made[key]
        else:
            made[key] = patched(made.get(key), part)
    return list(made.values()) if isinstance(base, list) else made


@pytest.mark.parametrize("kind", KINDS)
def test_a_difference_makes_the_other_form(seen: Seen, kind: str) -> None:
    words = scene.Words()
    one, two = (
        scene.encode(draw_graph(seen._replace(narrow=narrow), kind), {}, words) for narrow in (False, True)
    )
    assert patched(one, difference(one, two)) == two
    assert difference(one, one) == {}
