"""Law: the embedded engine and Neo4j give the same rows, whatever the graph and the parameters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kg.errors import CallError
from kg.load.seeds import plan_facts
from kg.model.kinds import Fact
from kg.questions import library
from kg.questions.allowed import allowed
from kg.questions.header import Parameter, Question
from kg.questions.run import run
from kg.store import Store, connect
from kg.store.neo4j.store import Neo4jStore
from tests.laws import examples
from tests.property.graphs import graphs
from tests.servers import RELEASES, Servers, emptied

CASES = examples(80)
"""Pairs of a graph and a question that a run compares, at least."""

GRAPHS = examples(2)
compared: list[str] = []


@pytest.fixture(scope="module")
def server(servers: Servers) -> Iterator[Neo4jStore]:
    with servers.store(RELEASES[0]) as opened:
        yield opened


def value(parameter: Parameter, store: Store) -> st.SearchStrategy[Any]:
    """Return values for a parameter.

    Ids and words of the graph where it wants one, days around those of the graph.
    """
    kind = parameter.type
    if kind.label:
        known = [choice.value for choice in allowed(parameter, store)]
        return st.sampled_from([*known, *([None] if kind.optional else []), "no-such-id"])
    plain: dict[str, st.SearchStrategy[Any]] = {
        "date": st.one_of(st.none(), st.dates(date(2023, 1, 1), date(2025, 1, 1))),
        "bool": st.booleans(),
        "int": st.integers(0, 100),
        "str": st.sampled_from([None, "soldiers", "railway-wagons", "'; RETURN 1 //"]),
    }
    return plain[kind.base]


def answer(preset: Question, store: Store, given_: dict[str, Any]) -> Any:
    """Return the rows, or the class of the error: an unknown id is refused by both."""
    try:
        return run(preset, store, given_).rows
    except CallError as error:
        return type(error).__name__


@pytest.mark.neo4j
@settings(
    max_examples=GRAPHS,
    phases=[Phase.generate],
    suppress_health_check=[
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
        HealthCheck.data_too_large,
    ],
)
@given(graphs("claim", "claim", "document", "shipment", "claim"), st.data())
def test_the_same_rows_on_both(server: Neo4jStore, facts: list[Fact], data: st.DataObject) -> None:
    memory = connect("memory")
    plan_facts(facts, memory, "x").run()
    emptied(server)
    plan_facts(facts, server, "x").run()
    for preset in library.presets():
        asked = {p.name: data.draw(value(p, memory), label=p.name) for p in preset.parameters}
        compared.append(preset.name)
        assert answer(preset, memory, asked) == answer(preset, server, asked), f"{preset.name} {asked}"


@pytest.mark.neo4j
@pytest.mark.law
@pytest.mark.usefixtures("server")
def test_enough_was_compared() -> None:
    assert len(compared) >= CASES
    assert {p.name for p in library.presets()} <= set(compared), "every preset took part"
