"""The same world from every store, and what it holds."""

from __future__ import annotations

from datetime import date

import pytest

from kg.analysis.asof import cut
from kg.analysis.reading import read_world, world_of
from kg.analysis.world import Actor, Member, World
from kg.load.seeds import plan_graph
from kg.model.rows import Graph
from kg.store import Store, connect


@pytest.fixture(scope="module")
def world(graph: Graph) -> World:
    store = connect("memory")
    plan_graph(graph, store, "corpus").run()
    return read_world(store)


def test_every_store_gives_the_same_world(loaded: Store, world: World) -> None:
    assert read_world(loaded) == world


def test_the_rows_of_a_store_give_the_world_that_it_gives(loaded: Store, graph: Graph, world: World) -> None:
    assert world_of(graph) == world
    assert world_of(loaded.read()) == world


def test_a_world_holds_every_claim_and_edge(graph: Graph, world: World) -> None:
    kinds = [("RELAYS", world.relays), ("ANSWERS", world.answers), ("CITED_IN", world.printed_in)]
    assert world.claims.keys() == {n.id for n in graph.nodes.values() if "Claim" in n.labels}
    assert list(world.claims) == sorted(world.claims)
    for kind, held in kinds:
        drawn = sorted(
            (e.start, e.end) for e in graph.edges.values() if e.type == kind and e.start in world.claims
        )
        assert sorted((one, other) for one, others in held.items() for other in others) == drawn
    assert {i for i, c in world.claims.items() if c.figure} == {
        n.id for n in graph.nodes.values() if "Claim" in n.labels and n.properties.get("unit")
    }
    said = sorted((e.start, e.end) for e in graph.edges.values() if e.type in ("SAID_BY", "STATED_IN"))
    assert sorted((i, one) for i, c in world.claims.items() for one in c.speakers) == said
    assert {i for i, _ in said} <= {i for i, c in world.claims.items() if c.speaker}


def test_no_day_is_no_cut(world: World) -> None:
    assert cut(world) is world


def test_a_membership_holds_between_its_days_and_where_none_is_given() -> None:
    first, last = date(2024, 1, 1), date(2024, 12, 31)
    member = Member("o", first, last)
    assert [member.holds(d) for d in (date(2023, 12, 31), first, last, date(2025, 1, 1))] == [
        False,
        True,
        True,
        False,
    ]
    assert Member("o").holds(first)
    assert Member("o", None, first).holds(date(1990, 1, 1))


def test_names_of_nobody_and_of_strangers() -> None:
    world = World({}, {}, {}, {}, {"a": Actor("A", "person")}, {}, {})
    assert [world.name(i) for i in ("a", None, "zz")] == ["A", "?", "zz"]


def test_the_package_offers_four_names_and_no_others() -> None:
    import kg.analysis

    assert [getattr(kg.analysis, name).__name__ for name in kg.analysis.__all__] == [
        "World",
        "cut",
        "marks",
        "read_world",
    ]
    with pytest.raises(AttributeError, match="no attribute 'cutt'"):
        kg.analysis.cutt  # noqa: B018
