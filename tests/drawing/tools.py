"""Small graphs written down in a few lines, and what every drawing must keep."""

from __future__ import annotations

import math
from bisect import bisect_left
from typing import Any

import pytest

from kg.analysis.marking import marks
from kg.analysis.reading import read_world
from kg.language.interface import table
from kg.load.seeds import plan_facts
from kg.model.convert import facts_of, rows_of
from kg.model.kinds import registry
from kg.model.rows import Graph
from kg.picture.drawing import Drawing
from kg.picture.frame import holds, label_box, overlap, shape_box, texts_of
from kg.picture.subject import Subject
from kg.questions import library
from kg.questions.drawings import KINDS
from kg.questions.header import Question
from kg.store import connect

WORDS = {key: (text, table("de")[key]) for key, text in table("en").items()}
"""Every word of the interface: English and German by key."""
HASH = "0" * 64
LONG = pytest.mark.slow


def narrow(question: Question) -> dict[str, Any]:
    """Return the values to draw a question with: of an analysis its example, for it would draw everything."""
    return question.needed if question.in_cypher else dict(question.example)


def each_preset(shift: int = 0) -> list[Any]:
    """Return every preset that draws with every drawing: the first as it comes, others by turns.

    Each preset is drawn as what it says itself and as one more, each drawing is had by many presets; the rest
    of the product is marked slow.

    Args:
        shift: which turn begins, so that two tests have different pairs.
    """
    return [
        pytest.param(preset, kind, marks=() if kind in (None, KINDS[(number + shift) % len(KINDS)]) else LONG)
        for number, preset in enumerate(p.name for p in library.every() if p.draws)
        for kind in (None, *KINDS)
    ]


def fact(model: str, /, **fields: Any) -> Any:
    return registry()[model].model_validate(fields)


def claim(
    id_: str,
    speaker: str | None,
    stance: str = "asserts",
    said: str = "2024-10-11",
    document: str = "paper",
    **more: Any,
) -> Any:
    place = {"document": document, "paragraph": 3, "start": 1, "end": 9, "sha256": HASH}
    base = {"topic": "troops", "about": "dispatch", "paraphrase": f"{id_} in words.", "cited": [place]}
    who = {} if "speakers" in more else {"speaker": speaker or "unknown"}
    return fact("claim", id=id_, stance=stance, said=said, **{**base, **who, **more})


def number(
    low: float | None = None, high: float | None = None, unit: str = "soldiers", **more: Any
) -> dict[str, Any]:
    bounds = {k: v for k, v in (("low", low), ("high", high)) if v is not None}
    return {**bounds, "unit": unit, "mode": "flow", "wording": f"rund {low or high}", **more}


def world(*claims: Any) -> Graph:
    """Return rows of two states, two papers, a dispatch, two shipments, and some claims."""
    paper = {"outlet": "daily", "recorded": "2024-11-01", "language": "de", "file": "a.txt", "sha256": HASH}
    shells = {"recipient": "ru", "supplier": "kp", "goods": "shells", "weapon_types": ["shells"]}
    return rows_of(
        [
            fact("topic", id="troops", name="Troops", name_de="Truppen", description="How many."),
            fact("state", id="kp", name="North Korea"),
            fact("state", id="ru", name="Russia"),
            fact("organization", id="daily", name="A daily", kind="news-outlet"),
            fact("organization", id="isw", name="A think tank", kind="think-tank"),
            fact("person", id="spokesman", name="A spokesman"),
            fact("unnamed_source", id="insider", name="An insider", wording="eine Quelle"),
            fact("weapon_type", id="shells", name="Shells"),
            fact("weapon_type", id="rockets", name="Rockets"),
            fact("document", id="paper", title="An article", published="2024-10-13", **paper),
            fact("document", id="late", title="A later article", published="2024-10-20", **paper),
            fact(
                "deployment",
                id="dispatch",
                name="Dispatch of troops",
                sender="kp",
                host="ru",
                period="2024-10",
            ),
            fact("shipment", id="ship", name="Shells to Russia", **shells),
            fact(
                "shipment",
                id="back",
                name="Systems in return",
                supplier="ru",
                recipient="kp",
                goods="systems",
                weapon_types=["rockets"],
                in_return_for=["ship"],
            ),
            *claims,
        ]
    )


def marked(graph: Graph) -> dict[str, dict[str, Any]]:
    """Return what the analyses find in some rows, by id."""
    with connect("memory") as store:
        plan_facts(facts_of(graph), store, "drawn").run()
        return marks(read_world(store))


def subject_of(graph: Graph, title: str = "All?", **more: Any) -> Subject:
    return Subject(title, graph.nodes.values(), graph.edges.values(), graph, **more)


def faults(drawing: Drawing) -> list[str]:
    """Return what is wrong with a drawing.

    Texts over each other, labels over foreign shapes, ends that lead nowhere.
    """
    wrong = []
    texts = sorted(texts_of(drawing), key=lambda pair: pair[1])
    for i, (name, box) in enumerate(texts):
        for other, second in texts[i + 1 :]:
            if second[0] >= box[2]:
                break
            if overlap(box, second, 0.01):
                wrong.append(f"{name} and {other} overlap")
    inside = {member for node in drawing.nodes for member in node.members}
    shapes = sorted((shape_box(n), n.id) for n in drawing.nodes if n.id not in inside and n.shape != "bar")
    widest = max((b[2] - b[0] for b, _ in shapes), default=0.0)
    for node in drawing.nodes:
        label = label_box(node)
        if node.shown and label and node.id not in inside:
            near = shapes[bisect_left(shapes, ((label[0] - widest,),)) : bisect_left(shapes, ((label[2],),))]
            wrong += [
                f"label of {node.id} covers {id_}"
                for b, id_ in near
                if id_ != node.id and overlap(b, label, 0.01)
            ]
            own = shape_box(node)
            if (
                holds(node)
                and node.shape != "cluster"
                and not (
                    own[0] <= label[0] and label[2] <= own[2] and own[1] <= label[1] and label[3] <= own[3]
                )
            ):
                wrong.append(f"label of {node.id} is larger than its box")
    ids = [n.id for n in drawing.nodes]
    wrong += [] if len(ids) == len(set(ids)) else ["two nodes of one id"]
    edges = [e.id for e in drawing.edges]
    wrong += [] if len(edges) == len(set(edges)) else ["two edges of one id"]
    wrong += [f"{e.id} leads nowhere" for e in drawing.edges if e.start not in ids or e.end not in ids]
    numbers = (
        [v for n in drawing.nodes for v in n[4:8]]
        + [v for e in drawing.edges for p in e.path for v in p]
        + list(drawing.box)
    )
    wrong += [] if all(map(math.isfinite, numbers)) else ["a place that is no number"]
    wrong += [
        f"{e.id} has {len(e.path)} points"
        for e in drawing.edges
        if len(e.path) not in (2, 3) and (len(e.path) - 1) % 3
    ]
    wrong += [f"{e.id} is wider for certain than at most" for e in drawing.edges if e.low > e.high]
    left, top, right, bottom = drawing.box
    wrong += [
        f"{name} is outside"
        for name, b in texts
        if b[0] < left or b[1] < top or b[2] > right or b[3] > bottom
    ]
    return wrong
