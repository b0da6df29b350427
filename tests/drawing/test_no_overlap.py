from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model.convert import rows_of
from kg.model.rows import EdgeRow, NodeRow
from kg.picture.choose import draw
from kg.picture.contents import Seen, draw_fact, draw_graph
from kg.picture.subject import Subject
from kg.questions.drawings import KINDS
from tests.laws import examples
from tests.property import graphs

from .tools import each_preset, faults, subject_of


@pytest.mark.parametrize(("preset", "kind"), each_preset())
def test_every_preset_as_every_drawing(preset: str, kind: str | None, ask: Any) -> None:
    drawing = ask(preset, kind)
    assert faults(drawing) == []
    assert drawing == ask(preset, kind)


@pytest.mark.parametrize("kind", KINDS)
def test_the_whole_corpus_as_every_drawing(kind: str, seen: Seen) -> None:
    assert faults(draw_graph(seen, kind)) == []


def test_every_event_topic_document_and_speaker(seen: Seen) -> None:
    labels = {"Event", "Topic", "Document", "Actor", "WeaponType"}
    for node in [n for n in seen.graph.nodes.values() if labels & set(n.labels)][::3]:
        assert faults(draw_fact(node.id, seen)) == [], node.id


@given(facts=graphs.graphs(), kind=st.sampled_from(KINDS))
@settings(
    max_examples=examples(150),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
def test_graphs_that_nobody_thought_of(facts: Any, kind: str) -> None:
    assert faults(draw(subject_of(rows_of(facts)), kind)) == []


LABELS = ("State", "Organization", "Person", "Shipment", "Use", "WeaponType", "Claim", "Brandnew")
TYPES = (
    "DELIVERED",
    "RECEIVED_BY",
    "OF_TYPE",
    "CLAIMED_BY",
    "DENIED_BY",
    "RELAYS",
    "ABOUT",
    "SAID_BY",
    "PART_OF_EVENT",
    "BLEW_UP",
)


def tangle(seed: int, count: int) -> Subject:
    """Return a graph whose edges fit no model, with long and short names, loops and parallels."""
    chance = random.Random(seed)
    nodes = [
        NodeRow(
            f"n{i}",
            (chance.choice(LABELS), "Kg"),
            {"name": "word " * chance.randrange(9), "unit": "shells", "low": i},
        )
        for i in range(count)
    ]

    def end() -> str:
        return f"n{int(count * chance.random() ** 2)}"

    edges = [EdgeRow(chance.choice(TYPES), end(), end(), str(k), {}) for k in range(count * 2)]
    return Subject("Tangle", nodes, edges)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("seed", "count"), [(1, 1), (2, 2), (3, 12), (4, 50), (5, 140), (6, 400)])
def test_rows_that_fit_no_model(kind: str, seed: int, count: int) -> None:
    assert faults(draw(tangle(seed, count), kind)) == []
