"""Free statements on a real Neo4j server.

Nothing is written, nothing but the graph is read, values are those of the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import paths
from kg.errors import KgError, StatementError, StoreError
from kg.load.seeds import plan_seeds
from kg.store import Store, connect
from kg.store.neo4j.store import Neo4jStore
from kg.store.values import Limits
from tests.free.attempts import GREEDY, GROWING, READS_BEYOND, WRITES
from tests.servers import EACH_RELEASE, Servers, jars_of

COUNT = (
    "MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN count(DISTINCT n) AS nodes, count(r) AS edges, count(n.x) AS"
    " strange"
)


@pytest.fixture(scope="module", params=EACH_RELEASE)
def server(servers: Servers, request: pytest.FixtureRequest) -> Iterator[Neo4jStore]:
    """A server of each release that we know, with the corpus."""
    with servers.store(request.param) as store:
        plan_seeds(paths.seeds(), store).run()
        yield store


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The same corpus in a file."""
    with connect(str(tmp_path_factory.mktemp("file") / "kg.grafeo")) as store:
        plan_seeds(paths.seeds(), store).run()
        yield store


def test_writes_are_refused(server: Neo4jStore) -> None:
    before = server.free(COUNT, {}, Limits())
    refused = 0
    for statement in WRITES:
        with pytest.raises(KgError) as error:
            server.free(statement, {}, Limits())
        refused += isinstance(error.value, StoreError)
    assert refused >= 30, "the server can read most of them, and they are refused all the same"
    assert server.free(COUNT, {}, Limits()) == before
    assert server.query("SHOW INDEXES YIELD name WHERE name = 'foo' RETURN name", {}).rows == []


def test_the_server_itself_refuses_to_write(server: Neo4jStore) -> None:
    """Not only our look at the plan: read access mode does, too."""
    from neo4j import ManagedTransaction
    from neo4j.exceptions import ClientError

    def work(transaction: ManagedTransaction, statement: str) -> None:
        transaction.run(statement).consume()

    with server._session("READ") as session:
        for statement in ("CREATE (:X)", "MATCH (n) SET n.x = 1", "CREATE INDEX foo FOR (n:X) ON (n.y)"):
            with (
                pytest.raises(ClientError, match=r"(?i)read access mode"),
                session.begin_transaction() as transaction,
            ):
                transaction.run(statement).consume()


@pytest.mark.parametrize("statement", READS_BEYOND)
def test_nothing_but_the_graph_is_read(statement: str, server: Neo4jStore) -> None:
    with pytest.raises(
        StoreError, match=r"would read files|not among those|command to the server|inside an expression"
    ):
        server.free(statement, {}, Limits())


@pytest.mark.parametrize(
    "statement",
    [
        "CALL db.labels() YIELD label RETURN label ORDER BY label",
        "CALL db.info() YIELD name RETURN name",
        "SHOW INDEXES",
    ],
)
def test_what_only_reads_the_graph_is_allowed(statement: str, server: Neo4jStore) -> None:
    assert server.free(statement, {}, Limits()).rows


@pytest.mark.parametrize(
    ("statement", "parameters"),
    [
        (
            "MATCH p = (c:Claim {id: $id})-[r:SAID_BY]->(a) RETURN c.id AS c, r.key AS key, a.name AS a",
            {"id": "isw-troops-arrived-2024-10-12"},
        ),
        ("RETURN $x AS x, size($x) AS long", {"x": "q'\"\\ MATCH (n) DETACH DELETE n \x00 \u202e 북한"}),
        ("UNWIND range(1, 10) AS i RETURN i, date('2024-10-11') AS day, [1, null] AS some", {}),
    ],
)
def test_values_are_those_of_the_file(
    statement: str, parameters: dict[str, str], server: Neo4jStore, file: Store
) -> None:
    limits = Limits(rows=5)
    assert server.free(statement, parameters, limits) == file.free(statement, parameters, limits)


def test_nodes_edges_and_paths_are_those_of_the_file(server: Neo4jStore, file: Store) -> None:
    statement = "MATCH p = (c:Claim {id: $id})-[r:SAID_BY]->(a) RETURN c, r, a, p, {inside: [r]} AS held"
    (theirs,), (ours,) = (
        store.free(statement, {"id": "isw-troops-arrived-2024-10-12"}, Limits()).rows
        for store in (server, file)
    )
    for one, other in zip(theirs[:4], ours[:4], strict=True):
        assert one.record() == other.record()
        assert str(one) == str(other)
    assert theirs[4]["inside"][0].record() == ours[4]["inside"][0].record()


def test_limits_hold(server: Neo4jStore) -> None:
    cut = server.free("MATCH (a), (b) RETURN a.id AS a, b.id AS b", {}, Limits(rows=3))
    assert (len(cut.rows), cut.more) == (3, True)
    with pytest.raises(StoreError, match="longer than allowed"):
        server.free("UNWIND range(1, 100000000000) AS i RETURN count(i)", {}, Limits(seconds=1))


def test_no_statement_ends_the_server(server: Neo4jStore) -> None:
    values = {"x": "x" * 100_000, "n": 1_000_000_000}
    for statement in (*GROWING, *GREEDY):
        used = {name: value for name, value in values.items() if f"${name}" in statement}
        with pytest.raises(StoreError) as error:
            server.free(statement, used, Limits(seconds=0.5))
        assert "the load" not in str(error.value)
        if statement in GREEDY:
            assert "longer than allowed (0.5 s)" in str(error.value) or "more memory" in str(error.value)
    assert server.free("RETURN 1 AS one", {}, Limits()).rows == [(1,)]


def test_an_answer_that_is_too_large_is_refused(server: Neo4jStore) -> None:
    with pytest.raises(StoreError, match=r"more memory than allowed \(1 MB\); narrow the question"):
        server.free("UNWIND range(1, 20000) AS i RETURN toString(i)", {}, Limits(rows=0, memory=2**20))


def test_mistakes_have_a_place(server: Neo4jStore) -> None:
    for statement, line, column in (
        ("MATCH (n:Claim RETURN n", 1, 16),
        ("MATCH (n)\nRETRUN n", 2, 1),
        ("RETURN 1\n+ foo(1)", 2, 3),
    ):
        with pytest.raises(StatementError) as error:
            server.free(statement, {}, Limits())
        assert (error.value.line, error.value.column) == (line, column)


def test_a_plan_is_shown(server: Neo4jStore) -> None:
    assert "ProduceResults" in server.plan("MATCH (n:Claim) RETURN n.id", {})


def test_the_library_asks_a_server(server: Neo4jStore, tmp_path: Path) -> None:
    import kg

    assert (
        kg.ask("who-sourced", topic="troop-numbers", store=server).dicts()
        == kg.ask("who-sourced", topic="troop-numbers", store=kg.open_store("memory")).dicts()
    )
    assert (
        kg.cypher("MATCH (c:Claim)-[r:SAID_BY]->(a) RETURN c, r, a LIMIT 3", store=server)
        .to_networkx()
        .number_of_edges()
        == 3
    )


@pytest.mark.slow
@pytest.mark.neo4j("5.26")
def test_a_server_that_ends_is_told_and_starts_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the fence is for: without it the server runs out of memory and ends itself."""
    from kg.server import LocalServer

    jars_of("5.26")
    with (
        LocalServer("5.26", tmp_path / "home") as own,
        Neo4jStore.open(own.uri, own.user, own.password) as store,
    ):
        with monkeypatch.context() as without:
            without.setattr("kg.store.neo4j.growth.problem", lambda *_: None)
            with pytest.raises(StoreError, match=r"the server ended, or cut the connection.*kg neo4j start"):
                store.free(GROWING[0], {}, Limits())
        assert own.start(), "it had ended"
        with pytest.raises(StoreError, match="so that it can double"):
            store.free(GROWING[0], {}, Limits())
        assert store.free("RETURN 1 AS one", {}, Limits()).rows == [(1,)]
