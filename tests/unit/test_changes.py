"""What turns one graph into another, and in which order it is written."""

from __future__ import annotations

from kg.model.convert import rows_of
from kg.model.kinds import Fact, registry
from kg.model.rows import Graph
from kg.store.batches import batches
from kg.store.changes import Changes, changes_between

EMPTY = Graph({}, {})


def fact(kind_: str, **fields: object) -> Fact:
    return registry()[kind_].model_validate(fields)


KP = fact("state", id="kp", name="North Korea")
RU = fact("state", id="ru", name="Russia")
SHIPMENT = fact("shipment", id="s1", name="Shells", supplier="kp", recipient="ru", goods="shells")
ALL = rows_of([KP, RU, SHIPMENT])


def counts(changes: Changes) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
    return changes.nodes, changes.edges


def test_equal_graphs_need_nothing() -> None:
    changes = changes_between(ALL, rows_of([SHIPMENT, RU, KP]))
    assert (len(changes), bool(changes)) == (0, False)


def test_into_an_empty_store_everything_is_added() -> None:
    changes = changes_between(EMPTY, ALL)
    assert counts(changes) == ((3, 0, 0), (2, 0, 0))
    assert len(changes) == 5


def test_from_everything_to_nothing() -> None:
    assert counts(changes_between(ALL, EMPTY)) == ((0, 0, 3), (0, 0, 2))


def test_a_changed_property_changes_its_node_only() -> None:
    wanted = rows_of([KP.model_copy(update={"iso": "KP"}), RU, SHIPMENT])
    changes = changes_between(ALL, wanted)
    assert counts(changes) == ((0, 1, 0), (0, 0, 0))
    assert [row.properties["iso"] for row in changes.changed_nodes] == ["KP"]


def test_a_changed_name_changes_what_carries_it() -> None:
    changes = changes_between(ALL, rows_of([KP.model_copy(update={"name": "DPRK"}), RU, SHIPMENT]))
    assert counts(changes) == ((0, 2, 0), (0, 0, 0))
    assert [row.properties.get("supplier_name") for row in changes.changed_nodes] == [None, "DPRK"]


def test_a_property_that_went_away_is_a_change() -> None:
    noted = rows_of([KP.model_copy(update={"note": "x"}), RU, SHIPMENT])
    assert counts(changes_between(noted, ALL)) == ((0, 1, 0), (0, 0, 0))


def test_an_edge_to_another_node_is_one_less_and_one_more() -> None:
    wanted = rows_of([KP, RU, SHIPMENT.model_copy(update={"recipient": ["kp"]})])
    changes = changes_between(ALL, wanted)
    assert counts(changes) == ((0, 1, 0), (1, 0, 1)), "the shipment carries the name of its recipient"
    assert [(e.type, e.end) for e in (*changes.added_edges, *changes.removed_edges)] == [
        ("RECEIVED_BY", "kp"),
        ("RECEIVED_BY", "ru"),
    ]


def test_a_changed_edge_property_changes_the_edge() -> None:
    one = fact(
        "person",
        id="p",
        name="P",
        part_of=[{"actor": "kp", "role": "leader"}, {"actor": "ru", "role": "guest"}],
    )
    other = fact(
        "person",
        id="p",
        name="P",
        part_of=[{"actor": "ru", "role": "guest"}, {"actor": "kp", "role": "leader"}],
    )
    assert counts(changes_between(rows_of([KP, RU, one]), rows_of([KP, RU, other]))) == ((0, 0, 0), (0, 2, 0))


def test_a_node_of_another_kind_is_made_anew_with_its_edges() -> None:
    wanted = rows_of([fact("organization", id="kp", name="North Korea", kind="company"), RU, SHIPMENT])
    changes = changes_between(ALL, wanted)
    assert counts(changes) == ((1, 0, 1), (1, 0, 0))
    assert [(e.type, e.start) for e in changes.added_edges] == [("DELIVERED", "kp")]


def test_the_order_of_labels_does_not_matter() -> None:
    turned = Graph({i: type(n)(n.id, n.labels[::-1], n.properties) for i, n in ALL.nodes.items()}, ALL.edges)
    assert len(changes_between(turned, ALL)) == 0


def test_batches_run_deletions_first_and_edges_last() -> None:
    now = rows_of([KP, RU, SHIPMENT])
    wanted = rows_of(
        [
            fact("organization", id="kp", name="K", kind="company"),
            RU,
            SHIPMENT.model_copy(update={"recipient": ["kp"]}),
        ]
    )
    statements = [statement for statement, _ in batches(changes_between(now, wanted), 10)]
    verbs = [
        "DETACH" if "DETACH" in s else "DELETE" if "DELETE r" in s else "EDGE" if "-[r:" in s else "NODE"
        for s in statements
    ]
    assert verbs == ["DELETE", "DETACH", "NODE", "NODE", "EDGE", "EDGE"]


def test_batches_are_cut_to_size_and_lose_no_row() -> None:
    facts = [fact("state", id=f"s{i}", name="S") for i in range(25)]
    sizes = [len(rows) for _, rows in batches(changes_between(EMPTY, rows_of(facts)), 10)]
    assert sizes == [10, 10, 5]


def test_only_a_fresh_store_is_written_without_looking() -> None:
    changes = changes_between(EMPTY, ALL)
    assert all("MERGE" in statement for statement, _ in batches(changes, 10))
    assert not any("MERGE" in statement for statement, _ in batches(changes, 10, fresh=True))
