"""The same file in a real Neo4j: the same graph, nothing to do the second time, and on after a cut."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bench.generate import generate
from kg.load.seeds import plan_file
from kg.model.convert import rows_of
from kg.sources.json_lines import read
from kg.store import statements
from kg.store.neo4j.store import Neo4jStore
from tests.bulk.conftest import Writer
from tests.servers import RELEASES, Servers

pytestmark = pytest.mark.neo4j


def indexed(store: Neo4jStore) -> set[str]:
    """Return the names of the indexes that the server uses."""
    rows = store.query("SHOW INDEXES YIELD name, state RETURN name, state", {}).rows
    return {name for name, state in rows if state == "ONLINE"}


@pytest.fixture
def store(servers: Servers) -> Iterator[Neo4jStore]:
    with servers.store(RELEASES[0]) as opened:
        yield opened


def test_the_same_graph_and_nothing_to_do_the_second_time(
    store: Neo4jStore, lines: list[str], write: Writer
) -> None:
    plan_file(write(lines), store).run()
    wanted = rows_of(read(lines, "lines").facts)
    assert store.read() == wanted
    assert indexed(store) >= {line.split()[2] for line in statements.constraints()}
    again = plan_file(write(lines[::-1]), store)
    assert (len(again.changes), again.changes.nodes) == (0, (0, 0, 0))
    other = list(generate(150, seed=8))
    plan_file(write(other), store).run()
    assert store.read() == rows_of(read(other, "other").facts)


def test_a_load_that_was_cut_off_goes_on(store: Neo4jStore, lines: list[str], write: Writer) -> None:
    plan = plan_file(write(lines), store)
    told: list[int] = []

    def stop(rows: int) -> None:
        told.append(rows)
        if len(told) == 18:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        plan.run(stop)
    assert store.fingerprint() is None
    rest = plan_file(write(lines), store)
    assert 0 < len(rest.changes) < len(plan.changes)
    rest.run()
    assert store.read() == rows_of(read(lines, "lines").facts)
    assert indexed(store) >= {line.split()[2] for line in statements.constraints()}
    assert len(plan_file(write(lines), store).changes) == 0
