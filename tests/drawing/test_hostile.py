from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest

from kg.language.directions import END, START, balanced
from kg.model.rows import EdgeRow, Graph, NodeRow
from kg.picture.choose import draw
from kg.picture.drawing import Drawing
from kg.picture.metrics import plain, shown
from kg.picture.out import svg
from kg.picture.subject import Subject
from kg.questions.drawings import KINDS
from tests.browser.payloads import PAYLOADS

from .tools import claim, faults, number, world

MORE = [
    "x" * 10_000,
    "لا " * 3_000,
    "\u202e" * 50,
    "\u200b",
    "",
    "한" * 500,
    "a\u0301\u0302\u0303\u0304" * 99,
    "&" * 300,
    "‮⁦‏",
    "\ud800",
    "\ufffe\uffff",
]
WITHOUT_ISOLATES = str.maketrans("", "", START + END)
"""What sets the parts of a joined text apart is ours; nothing else may steer."""
ELEMENTS = {
    "svg",
    "title",
    "desc",
    "defs",
    "pattern",
    "rect",
    "path",
    "line",
    "g",
    "ellipse",
    "circle",
    "polygon",
    "text",
}
ATTRIBUTES = {
    "width",
    "height",
    "viewBox",
    "role",
    "aria-labelledby",
    "font-family",
    "font-size",
    "stroke-linejoin",
    "id",
    "x",
    "y",
    "x1",
    "x2",
    "y1",
    "y2",
    "rx",
    "ry",
    "cx",
    "cy",
    "r",
    "d",
    "points",
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "stroke-linecap",
    "paint-order",
    "text-anchor",
    "font-weight",
    "unicode-bidi",
    "patternUnits",
    "patternTransform",
}


def poisoned(payload: str) -> Graph:
    """Return rows with a payload in every id, label and text.

    Stances, numbers and types of edges stay, so that all is drawn.
    """
    clean = world(
        claim("root", "insider", quantity=number(2000, 9000)),
        claim("tank", "isw", relays=["root"], quantity=number(2000, 2000)),
        claim("loose", None, about="ship", quantity=number(5, None, "shells"), attribution="x"),
        claim("no", "ru", "denies"),
    )
    kept = {"stance", "low", "high", "measure", "mode", "known_from"}
    ids = {old: f"{payload} {i}" if i else payload for i, old in enumerate(clean.nodes)}

    def poison(value: Any, key: str) -> Any:
        return (
            payload
            if isinstance(value, str) and key not in kept
            else [payload]
            if isinstance(value, list)
            else value
        )

    nodes = [
        NodeRow(
            ids[n.id],
            n.labels,
            {k: poison(v, k) for k, v in n.properties.items()} | {"id": ids[n.id], payload: payload},
        )
        for n in clean.nodes.values()
    ]
    nodes.append(NodeRow(f"stranger {payload}", (payload,), {"name": payload}))
    edges = [
        EdgeRow(
            e.type,
            ids[e.start],
            ids[e.end],
            payload + e.key,
            {k: ids.get(v, payload) if k == "claim" else poison(v, k) for k, v in e.properties.items()},
        )
        for e in clean.edges.values()
    ]
    edges.append(EdgeRow(payload, nodes[-1].id, ids["dispatch"], "", {payload: payload, "stance": payload}))
    return Graph({n.id: n for n in nodes}, {e.identity: e for e in edges})


def texts(drawing: Drawing) -> Iterator[str]:
    yield from (line for node in drawing.nodes for line in node.label)
    yield from (edge.label for edge in drawing.edges)
    yield from (text.text for text in drawing.texts)


def test_there_are_more_than_forty_payloads() -> None:
    assert len({*PAYLOADS, *MORE}) > 50


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("payload", [*PAYLOADS, *MORE])
def test_every_field_of_every_drawing_stays_text(kind: str, payload: str) -> None:
    rows = poisoned(payload)
    drawing = draw(
        Subject(
            payload,
            rows.nodes.values(),
            rows.edges.values(),
            rows,
            marks={i: {"status": payload} for i in rows.nodes},
        ),
        kind,
    )
    assert faults(drawing) == []
    for text in texts(drawing):
        assert text == shown(text) == balanced(text)
        assert " ".join(text.translate(WITHOUT_ISOLATES).split()) == plain(text)
        assert len(text) < 600
    image = svg.render(drawing)
    root = ElementTree.fromstring(image)
    for element in root.iter():
        assert element.tag.removeprefix("{http://www.w3.org/2000/svg}") in ELEMENTS
        assert set(element.attrib) <= ATTRIBUTES
        assert all(value.startswith("url(#hatch") or "url" not in value for value in element.attrib.values())
    assert root.find("{http://www.w3.org/2000/svg}title").text == (plain(payload, 300) or None)  # type: ignore[union-attr]
