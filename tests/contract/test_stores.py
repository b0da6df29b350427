"""Every store does the same: load, compare, take away, remember, refuse."""

from __future__ import annotations

from pathlib import Path

import grafeo
import pytest

from kg.errors import StoreError
from kg.load.parquet.writing import from_store
from kg.load.seeds import plan_facts, plan_file, plan_graph
from kg.model.convert import rows_of
from kg.model.kinds import Fact, registry
from kg.model.rows import Graph
from kg.store import Store
from kg.store.embedded.store import EmbeddedStore
from kg.store.neo4j.store import Neo4jStore


def fact(kind_: str, **fields: object) -> Fact:
    return registry()[kind_].model_validate(fields)


SMALL = [
    fact("state", id="aa", name="A-land"),
    fact("state", id="bb", name='B "land" \\ of\nlines {$x} ü 한'),
    fact("shipment", id="s1", name="one", supplier="aa", recipient="bb", goods="things"),
]


def foreign(store: Store, statement: str) -> None:
    """Write something that we did not load, past the loader."""
    if isinstance(store, Neo4jStore):
        with store._session("WRITE") as session:
            session.run(statement).consume()
    else:
        store.close()
        db = grafeo.GrafeoDB(store.name)
        db.execute_cypher(statement)
        db.close()


def test_reads_back_what_it_was_given(loaded: Store, graph: Graph) -> None:
    assert loaded.read() == graph


def test_its_tables_hold_what_it_holds(loaded: Store, graph: Graph, tmp_path: Path) -> None:
    held = from_store(loaded, tmp_path)
    assert (held.facts, held.fingerprint) == (len(graph.nodes), "corpus")
    plan = plan_file(str(tmp_path), loaded)
    assert (plan.changes.nodes, plan.changes.edges) == ((0, 0, 0), (0, 0, 0))
    plan.close()


def test_loading_twice_changes_nothing(loaded: Store, graph: Graph) -> None:
    plan = plan_graph(graph, loaded, "corpus")
    assert (len(plan.changes), plan.up_to_date) == (0, True)


def test_remembers_the_fingerprint(store: Store) -> None:
    assert store.fingerprint() is None
    plan_facts(SMALL, store, "one").run()
    assert store.fingerprint() == "one"
    plan_facts(SMALL, store, "two").run()
    assert store.fingerprint() == "two"


def test_what_left_the_facts_leaves_the_store(store: Store) -> None:
    plan_facts(SMALL, store, "one").run()
    plan = plan_facts(SMALL[:2], store, "two")
    assert plan.changes.nodes == (0, 0, 1)
    assert plan.changes.edges == (0, 0, 2)
    plan.run()
    assert store.read() == rows_of(SMALL[:2])


def test_only_what_differs_is_written(store: Store) -> None:
    plan_facts(SMALL, store, "one").run()
    changed = [SMALL[0].model_copy(update={"name": "Another"}), *SMALL[1:]]
    plan = plan_facts(changed, store, "two")
    assert plan.changes.nodes == (0, 2, 0)  # the shipment, too, carries the name of its supplier
    assert plan.changes.edges == (0, 0, 0)
    plan.run()
    assert store.read() == rows_of(changed)


def test_a_node_that_becomes_another_kind_keeps_its_edges(store: Store) -> None:
    plan_facts(SMALL, store, "one").run()
    changed = [fact("organization", id="aa", name="A corp", kind="company"), *SMALL[1:]]
    plan_facts(changed, store, "two").run()
    assert store.read() == rows_of(changed)


def test_parallel_edges_stay_apart(store: Store) -> None:
    person = fact(
        "person",
        id="p",
        name="P",
        part_of=[{"actor": "aa", "role": "minister"}, {"actor": "aa", "role": "president"}],
    )
    plan_facts([*SMALL, person], store, "one").run()
    rows = store.query("MATCH (:Person)-[r:PART_OF]->(:State) RETURN r.role AS role ORDER BY role", {}).rows
    assert rows == [("minister",), ("president",)]


def test_nodes_of_others_are_refused_unless_asked_for_by_name(store: Store) -> None:
    if isinstance(store, EmbeddedStore) and store.path is None:
        pytest.skip("nobody else can write into memory")
    foreign(store, "CREATE (:Person {id: 'aa', name: 'not ours'})-[:KNOWS]->(:Other)")
    with pytest.raises(StoreError, match=r"2 nodes that did not come from here.*--beside"):
        plan_facts(SMALL, store, "one")
    with pytest.raises(StoreError, match="did not come from here"):
        plan_facts(SMALL, store, "one", beside="some-other-name")
    plan_facts(SMALL, store, "one", beside=store.database()).run()
    assert store.read() == rows_of(SMALL)
    plan_facts([], store, "two", beside=store.database()).run()
    left = store.query("MATCH (n:Person {id: 'aa'})-[:KNOWS]->(:Other) RETURN n.name AS name", {}).rows
    assert left == [("not ours",)]
    if isinstance(store, Neo4jStore):
        foreign(store, "MATCH (n) DETACH DELETE n")


def test_edges_of_others_between_our_nodes_stay(store: Store) -> None:
    if isinstance(store, EmbeddedStore) and store.path is None:
        pytest.skip("nobody else can write into memory")
    plan_facts(SMALL, store, "one").run()
    foreign(
        store, "MATCH (a:Kg {id: 'aa'}), (b:Kg {id: 'bb'}) CREATE (a)-[:MY_NOTE {text: 'look here'}]->(b)"
    )
    plan_facts(SMALL[:2], store, "two").run()
    assert store.query("MATCH (:Kg)-[r:MY_NOTE]->(:Kg) RETURN r.text AS text", {}).rows == [("look here",)]


def test_a_reading_statement_cannot_write(store: Store) -> None:
    plan_facts(SMALL, store, "one").run()
    before = store.read()
    for statement in (
        "CREATE (n:Kg {id: 'x'}) RETURN n.id AS id",
        "MATCH (n:Kg) DETACH DELETE n",
        "MATCH (n:State) SET n.name = 'x'",
    ):
        if isinstance(store, EmbeddedStore) and store.path is None:
            store.query(statement, {})  # runs on a scratch transaction that is rolled back
        else:
            with pytest.raises(StoreError, match="write"):
                store.query(statement, {})
    assert store.read() == before


def test_a_load_that_is_cut_off_loses_nothing(store: Store) -> None:
    """All or nothing on the embedded engine; on Neo4j the store knows that it is not whole, and goes on."""
    plan_facts(SMALL[:2], store, "one").run()
    before = store.read()
    plan = plan_facts(SMALL, store, "two")

    def fail(rows: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        plan.run(fail)
    if isinstance(store, Neo4jStore):
        assert store.fingerprint() is None
    else:
        assert (store.read(), store.fingerprint()) == (before, "one")
    plan_facts(SMALL, store, "two").run()
    assert (store.read(), store.fingerprint()) == (rows_of(SMALL), "two")


def test_hostile_texts_are_only_values(store: Store) -> None:
    texts = [
        "'; MATCH (n) DETACH DELETE n //",
        "`]-()",
        "\\u0000 \\",
        '"}) RETURN 1 //',
        "\u202eabc",
        "<script>",
        "$id",
        "\x01\x7f",
    ]
    plain = rows_of([fact("state", id=f"x{i}", name="A") for i in range(len(texts))])
    nodes = {
        id: node._replace(properties={**node.properties, "name": texts[int(id[1:])]})
        for id, node in plain.nodes.items()
    }
    graph = Graph(nodes, plain.edges)
    plan_graph(graph, store, "one").run()
    assert store.read() == graph
    for i, text in enumerate(texts):
        assert store.query("MATCH (n:State) WHERE n.name = $name RETURN n.id AS id", {"name": text}).rows == [
            (f"x{i}",)
        ]


def test_unknown_is_null_and_not_zero(store: Store, graph: Graph) -> None:
    plan_graph(graph, store, "corpus").run()
    rows = store.query(
        "MATCH (c:Claim) WHERE c.unit IS NOT NULL AND c.low IS NULL RETURN c.low AS low, c.high AS high", {}
    ).rows
    assert rows
    assert all(low is None and high > 0 for low, high in rows)


def test_a_wrong_statement_is_explained(store: Store) -> None:
    plan_facts(SMALL, store, "one").run()
    with pytest.raises(StoreError, match="refused"):
        store.query("MATCH (n RETURN n", {})


def test_frozen_rows_compare_by_value(graph: Graph) -> None:
    node = next(iter(graph.nodes.values()))
    assert node._replace() == node
