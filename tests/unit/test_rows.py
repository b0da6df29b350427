"""Rows by example: labels, flattened parts, derived values and the edges that people follow."""

from __future__ import annotations

from typing import Any

import pytest

from kg.errors import StoreError
from kg.model.convert import facts_of, rows_of
from kg.model.kinds import Fact, registry
from kg.model.rows import Graph, NodeRow
from kg.sources.json_lines import record


def fact(kind_: str, **fields: object) -> Fact:
    return registry()[kind_].model_validate(fields)


def claim(stance: str = "asserts", **fields: Any) -> Fact:
    cited = [
        {"document": "late", "paragraph": 1, "start": 0, "end": 5, "sha256": "a" * 64},
        {
            "document": "early",
            "paragraph": 2,
            "start": 3,
            "end": 9,
            "sha256": "b" * 64,
            "said": "2024-01-01",
            "wording": "acht",
        },
    ]
    given: dict[str, Any] = {
        "id": "c",
        "topic": "t",
        "stance": stance,
        "speaker": "kp",
        "said": "2024-01",
        "about": "s",
        "paraphrase": "So it is.",
        "quantity": {"low": 5, "unit": "shells", "mode": "flow", "wording": "fünf"},
        "cited": cited,
        **fields,
    }
    return fact("claim", **given)


def document(name: str, day: str) -> Fact:
    return fact(
        "document",
        id=name,
        title="D",
        outlet="paper",
        published=day,
        recorded="2024-12-01",
        language="de",
        file="d.txt",
        sha256="c" * 64,
    )


GROUND = [
    fact("state", id="kp", name="North Korea"),
    fact("organization", id="paper", name="Paper", kind="news-outlet"),
    fact("topic", id="t", name="T", name_de="T", description="All."),
    fact(
        "shipment",
        id="s",
        name="Shells",
        supplier="kp",
        recipient="paper",
        goods="shells",
        period="2023-09/..",
    ),
    document("early", "2024-02-01"),
    document("late", "2024-03-01"),
]


def test_labels_are_general_before_special_and_ours() -> None:
    assert rows_of(GROUND).nodes["s"].labels == ("Event", "Shipment", "Kg")


def test_parts_lie_flat_on_the_node_and_what_is_unknown_is_absent() -> None:
    properties = rows_of([*GROUND, claim()]).nodes["c"].properties
    assert (properties["low"], properties["unit"], properties["wording"]) == (5, "shells", "fünf")
    assert "high" not in properties
    assert rows_of(GROUND).nodes["s"].properties.keys() & {"period_from", "period_to", "period_text"} == {
        "period_from",
        "period_text",
    }


def test_a_claim_carries_what_presets_read_off_it() -> None:
    properties = rows_of([*GROUND, claim()]).nodes["c"].properties
    assert str(properties["said"]) == "2024-01-31"
    assert str(properties["known_from"]) == "2024-02-01"
    assert properties["speaker_name"] == "North Korea"
    assert properties["how_many"] == "at least 5 shells"
    assert properties["root"] is True
    assert properties["caption"] == "So it is."


def test_a_claim_without_speaker_or_figure_has_neither() -> None:
    properties = rows_of([*GROUND, claim(speaker="unknown", quantity=None)]).nodes["c"].properties
    assert not {"speaker_name", "how_many", "speaker"} & set(properties)


def test_edges_know_their_order_and_their_parts() -> None:
    edges = rows_of([*GROUND, claim()]).edges
    early = edges["CITED_IN", "c", "early", "2|3|9"]
    assert (early.properties["position"], early.properties["wording"]) == (1, "acht")
    assert early.properties["printed_said_text"] == "2024-01-01"
    assert edges["CITED_IN", "c", "late", "1|0|5"].properties["position"] == 0


def test_a_reversed_link_runs_from_the_other_fact() -> None:
    assert ("DELIVERED", "kp", "s", "") in rows_of(GROUND).edges
    assert ("RECEIVED_BY", "s", "paper", "") in rows_of(GROUND).edges


@pytest.mark.parametrize(
    ("written", "kept", "ids", "names"),
    [
        ("kp", ["kp"], "kp", "North Korea"),
        (["kp"], ["kp"], "kp", "North Korea"),
        (["ru", "kp"], ["ru", "kp"], "kp+ru", "North Korea and Russia"),
        ("unknown", [], "unknown", "unknown"),
        (["unknown"], [], "unknown", "unknown"),
        ([], [], "unknown", "unknown"),
    ],
)
def test_who_supplies_may_be_one_several_or_nobody_known(
    written: Any, kept: list[str], ids: str, names: str
) -> None:
    russia = fact("state", id="ru", name="Russia")
    made = fact("shipment", id="x", name="X", supplier=written, recipient="paper", goods="x")
    graph = rows_of([*GROUND, russia, made])
    node = graph.nodes["x"].properties
    assert (node["supplier_id"], node["supplier_name"]) == (ids, names)
    assert graph.starts("x", "DELIVERED") == kept
    back = next(f for f in facts_of(graph) if f.id == "x")
    assert back == made
    assert record(made, {})["supplier"] == kept, "an empty list says that nobody is known"


@pytest.mark.parametrize(
    ("stance", "edge"),
    [
        ("asserts", "CLAIMED_BY"),
        ("expects", "CLAIMED_BY"),
        ("denies", "DENIED_BY"),
        ("doubts", "QUESTIONED_BY"),
        ("cannot-confirm", "QUESTIONED_BY"),
        ("concerned", None),
        ("retracts", None),
    ],
)
def test_shortcuts_from_event_to_speaker(stance: str, edge: str | None) -> None:
    shortcuts = {
        row.type: row for row in rows_of([*GROUND, claim(stance)]).edges.values() if "rule" in row.properties
    }
    assert set(shortcuts) == ({edge} if edge else set())
    if edge:
        row = shortcuts[edge]
        assert (row.start, row.end, row.key) == ("s", "kp", "c")
        assert row.properties.keys() == {"key", "claim", "said", "stance", "rule", "relayed", "low"}


@pytest.mark.parametrize("fields", [{"speaker": "unknown"}, {"about": "paper"}])
def test_no_shortcut_without_speaker_or_event(fields: dict[str, Any]) -> None:
    assert not [row for row in rows_of([*GROUND, claim(**fields)]).edges.values() if "rule" in row.properties]


def test_a_node_of_an_unknown_kind_is_no_fact() -> None:
    with pytest.raises(ValueError, match="node 'x' is of no known kind"):
        facts_of(Graph({"x": NodeRow("x", ("Dragon", "Kg"), {"id": "x"})}, {}))


def test_a_fact_whose_edges_are_missing_is_refused() -> None:
    claim = NodeRow("x", ("Claim", "Kg"), {"id": "x", "stance": "asserts"})
    with pytest.raises(StoreError, match=r"claim 'x' is not whole .*run 'kg load' again"):
        facts_of(Graph({"x": claim}, {}))
