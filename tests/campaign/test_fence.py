"""Free statements that would leave their fence: each is refused, and nothing has changed afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import paths
from kg.errors import KgError
from kg.load.seeds import plan_seeds
from kg.store import Store, connect
from kg.store.values import Limits
from tests.campaign.table import counted
from tests.free.attempts import READS_BEYOND, WRITES
from tests.servers import RELEASES, Servers

pytestmark = [pytest.mark.slow, pytest.mark.campaign]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Store]:
    with connect(str(tmp_path / "kg.grafeo")) as store:
        yield store


@pytest.fixture
def server(servers: Servers) -> Iterator[Store]:
    with servers.store(RELEASES[0]) as store:
        yield store


def test_nothing_leaves_the_fence_on_a_file(
    file: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    none_gets_out("free-file", file, tmp_path, monkeypatch)


@pytest.mark.neo4j
def test_nothing_leaves_the_fence_on_a_server(
    server: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    none_gets_out("free-server", server, tmp_path, monkeypatch)


def none_gets_out(part: str, store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Try every statement in an empty folder."""
    monkeypatch.chdir(folder)
    plan_seeds(paths.seeds(), store).run()
    graph, files = store.read(), sorted(folder.rglob("*"))
    with counted(part) as (count, _):
        for statement in (*WRITES, *READS_BEYOND):
            try:
                store.free(statement, {}, Limits())
            except KgError:
                count.ok()
            else:
                count.bad("wrong", f"{statement!r} was carried out")
        if store.read() != graph or store.foreign():
            count.bad("torn", "the graph is another one")
        if strays := set(folder.rglob("*")) - set(files):
            count.bad("torn", f"{strays} came")
