"""What goes wrong with a server itself: killed, read-only, insisting on TLS.

Each fault is said clearly, and nothing is left half-written unnoticed.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.errors import KgError, StoreError
from kg.load.seeds import plan_facts
from kg.model.convert import rows_of
from kg.model.kinds.state import State
from tests.integration.test_refusals import refused, store_of
from tests.servers import unavailable

pytestmark = [pytest.mark.neo4j, pytest.mark.slow]
FACTS = [State(id=f"s{i}", name=f"State {i}") for i in range(45_000)]
"""More than four batches, so that a kill after the second leaves some unwritten."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    from kg.server import LocalServer

    local = LocalServer("5.26", tmp_path_factory.mktemp("faults"))
    try:
        local.start()
    except KgError as error:
        unavailable(str(error))
    yield local
    local.stop()


def test_a_server_killed_in_mid_load(server: Any) -> None:
    """The load fails with a message, the store knows that it is incomplete, the next load completes it."""
    store = store_of(server)
    seen = []

    def kill(rows: int) -> None:
        seen.append(rows)
        if len(seen) == 2:
            os.kill(server.pid(), signal.SIGKILL)

    with pytest.raises(StoreError, match=r"start the server|the load goes on"):
        plan_facts(FACTS, store, "one").run(kill)
    store.close()
    server.start()
    store = store_of(server)
    assert store.fingerprint() is None, "a load that was cut off counts as not loaded"
    plan = plan_facts(FACTS, store, "one")
    assert 0 < len(plan.changes.added_nodes) < len(FACTS), "what was committed before the kill is kept"
    plan.run()
    assert store.read() == rows_of(FACTS)
    assert store.fingerprint() == "one"
    store.close()


def test_a_read_only_database(server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    restart(server, monkeypatch, {"server.databases.default_to_read_only": "true"})
    store = store_of(server)
    try:
        with pytest.raises(StoreError, match="is read-only"):
            plan_facts([*FACTS[:10], State(id="new", name="New")], store, "two").run()
    finally:
        store.close()


def test_a_server_that_insists_on_tls(server: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("no openssl to make a certificate with")
    folder = Path(server.home.path) / "certificates" / "bolt"
    for name in ("trusted", "revoked"):
        (folder / name).mkdir(parents=True)
    command = [
        openssl,
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=localhost",
    ]
    subprocess.run(
        [*command, "-keyout", str(folder / "private.key"), "-out", str(folder / "public.crt")],
        check=True,
        capture_output=True,
    )
    tls = {"dbms.ssl.policy.bolt.enabled": "true", "server.bolt.tls_level": "OPTIONAL"}
    restart(server, monkeypatch, tls)
    store = store_of(server, uri=server.uri.replace("bolt://", "bolt+ssc://"))
    assert store.query("RETURN 1 AS one", {}).rows == [(1,)], (
        "a server that signs itself is reached with +ssc"
    )
    store.close()
    text = refused(store_of(server, uri=server.uri.replace("bolt://", "bolt+s://")))
    assert "disagree about TLS" in text
    assert "+ssc" in text


def restart(server: Any, monkeypatch: pytest.MonkeyPatch, extra: dict[str, str]) -> None:
    """Start the server again with more settings; they end with the test."""
    from kg.server import conf

    plain = conf.settings
    monkeypatch.setattr(conf, "settings", lambda *given: {**plain(*given), **extra})
    server.stop()
    server.start()
