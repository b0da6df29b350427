"""One of each store, with the corpus loaded; Neo4j is real."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import paths
from kg.load.seeds import plan_graph
from kg.model.convert import rows_of
from kg.model.rows import Graph
from kg.sources.seeds import load
from kg.store import Store, connect
from tests.servers import ON_RELEASE, Servers

STORES = [
    "file",
    "memory",
    *(pytest.param(f"neo4j-{release}", marks=marks) for release, marks in ON_RELEASE.items()),
]


SLOW_ON_SERVERS = pytest.mark.parametrize(
    "loaded",
    [
        "file",
        "memory",
        *(
            pytest.param(f"neo4j-{release}", marks=(*marks, pytest.mark.slow))
            for release, marks in ON_RELEASE.items()
        ),
    ],
    indirect=True,
    scope="module",
)
"""For what makes a server plan many statements that nothing else asks."""


@pytest.fixture(scope="session")
def graph() -> Graph:
    """The corpus as rows."""
    return rows_of(load(paths.seeds()).facts)


def empty_store(kind: str, folder: Path, servers: Servers) -> Store:
    """Open an empty store of a kind."""
    if kind == "memory":
        return connect("memory")
    if kind == "file":
        return connect(str(folder / "store.grafeo"))
    return servers.store(kind.removeprefix("neo4j-"))


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path, servers: Servers) -> Iterator[Store]:
    """An empty store of each kind."""
    opened = empty_store(request.param, tmp_path, servers)
    yield opened
    opened.close()


@pytest.fixture(scope="module", params=STORES)
def loaded(
    request: pytest.FixtureRequest, graph: Graph, tmp_path_factory: pytest.TempPathFactory, servers: Servers
) -> Iterator[Store]:
    """A store of each kind that holds the corpus."""
    opened = empty_store(request.param, tmp_path_factory.mktemp("loaded"), servers)
    plan_graph(graph, opened, "corpus").run()
    yield opened
    opened.close()
