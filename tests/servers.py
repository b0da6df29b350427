"""Real Neo4j servers for the tests: an address in the environment, else Docker, else one run from jars.

KG_TEST_NEO4J_URI and KG_TEST_NEO4J_PASSWORD name a server whose database the tests may empty; tests refuse it
when it holds nodes that did not come from here.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kg.errors import KgError
from kg.store.neo4j.store import Neo4jStore

RELEASES = ("5.26", "2026")
IMAGES = {"5.26": "neo4j:5.26-community", "2026": "neo4j:2026-community"}


def unavailable(reason: str) -> None:
    """Skip with a reason on a person's machine; on CI a missing server is a failure."""
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@contextmanager
def running(release: str, home: Path) -> Iterator[tuple[str, str]]:
    """Yield address and password of a server of a release, and stop it afterwards if it was started here."""
    uri = os.environ.get("KG_TEST_NEO4J_URI")
    if uri:
        if release != RELEASES[0]:
            pytest.skip("one server is named by KG_TEST_NEO4J_URI")
        yield uri, os.environ.get("KG_TEST_NEO4J_PASSWORD", "")
        return
    from kg.server import LocalServer
    from kg.server.docker import engine_answers

    if engine_answers():
        from testcontainers.neo4j import Neo4jContainer

        with Neo4jContainer(IMAGES[release]) as container:
            yield container.get_connection_url(), container.password
        return
    try:
        server = LocalServer(release, home)
        server.start()
    except KgError as error:
        unavailable(str(error))
    try:
        yield server.uri, server.password
    finally:
        server.stop()


def emptied(store: Neo4jStore) -> Neo4jStore:
    """Delete what we loaded; refuse a database that holds anything else."""
    assert store.foreign() == 0, (
        f"{store.name} holds nodes that did not come from here; the tests do not touch it"
    )
    with store._session("WRITE") as session:
        session.run("MATCH (n) WHERE n:Kg OR n:KgStore DETACH DELETE n").consume()
    return store
