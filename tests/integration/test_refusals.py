"""What a real server refuses, or does not answer, is said clearly."""

from __future__ import annotations

from typing import Any

import pytest

from kg.errors import StoreError
from kg.store.neo4j.store import Neo4jStore
from tests.servers import RELEASES, Address, Servers

pytestmark = pytest.mark.neo4j


@pytest.fixture
def server(servers: Servers) -> Address:
    return servers.address(RELEASES[0])


def store_of(server: Any, **change: Any) -> Neo4jStore:
    given = {"uri": server.uri, "user": "neo4j", "password": server.password, **change}
    return Neo4jStore.open(**given)


def refused(store: Neo4jStore) -> str:
    try:
        with pytest.raises(StoreError) as caught:
            store.query("RETURN 1 AS one", {})
    finally:
        store.close()
    text = str(caught.value)
    assert "Traceback" not in text
    return text


def test_a_wrong_password_is_said_and_not_shown(server: Any) -> None:
    text = refused(store_of(server, password="s3cret-wrong"))
    assert "refuses user name or password" in text
    assert "NEO4J_PASSWORD" in text
    assert "s3cret-wrong" not in text


def test_a_wrong_database_is_named(server: Any) -> None:
    text = refused(store_of(server, database="nosuch"))
    assert "/nosuch: there is no such database" in text
    assert "NEO4J_DATABASE" in text


def test_nobody_at_the_address(server: Any) -> None:
    assert "no Neo4j answers at bolt://127.0.0.1:1" in refused(store_of(server, uri="bolt://127.0.0.1:1"))


def test_tls_asked_of_a_server_without(server: Any) -> None:
    assert "disagree about TLS" in refused(store_of(server, uri=server.uri.replace("bolt://", "bolt+ssc://")))


def test_a_writing_statement_is_refused_by_its_plan(server: Any) -> None:
    store = store_of(server)
    for statement in (
        "CREATE (n:X) RETURN n",
        "MATCH (n) DETACH DELETE n",
        "CREATE INDEX x FOR (n:X) ON (n.y)",
    ):
        with pytest.raises(StoreError, match="would write"):
            store.query(statement, {})
    assert store.query("MATCH (n:X) RETURN count(n) AS n", {}).rows == [(0,)]
    store.close()


def test_a_statement_that_takes_too_long_is_ended(server: Any) -> None:
    store = store_of(server, timeout=1.0)
    with pytest.raises(StoreError, match=r"took longer than allowed.*--timeout"):
        store.query(
            "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b % 7) AS n", {}
        )
    store.close()
