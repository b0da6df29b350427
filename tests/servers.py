"""Real Neo4j servers for the tests: an address in the environment, else Docker, else one run from jars.

KG_TEST_NEO4J_URI and KG_TEST_NEO4J_PASSWORD name a server whose database the tests may empty; tests refuse it
when it holds nodes that did not come from here.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple, NoReturn

import pytest

from kg.errors import KgError
from kg.store.neo4j.store import Neo4jStore

RELEASES = ("5.26", "2026")
IMAGES = {"5.26": "neo4j:5.26-community", "2026": "neo4j:2026-community"}
ON_RELEASE = {
    "5.26": (pytest.mark.neo4j("5.26"),),
    "2026": (pytest.mark.neo4j("2026"), pytest.mark.slow),
}
"""Marks of what needs a server of a release; the second release is for `make test-rest`."""
EACH_RELEASE = [pytest.param(release, marks=marks) for release, marks in ON_RELEASE.items()]


KEEPS_PLANS = {
    "dbms.cypher.min_replan_interval": "1h",
    "internal.cypher.use_parameter_size": "false",
}
"""Tests fill and empty one database over and over; every ten seconds all statements would be planned anew.

So would be one whose parameters are ten times as long as before.
"""


class Address(NamedTuple):
    """Where a server answers; `browser` is None for one that the environment names."""

    uri: str
    password: str
    browser: str | None


def unavailable(reason: str) -> NoReturn:
    """Skip with a reason on a person's machine; on CI a missing server is a failure."""
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def jars_of(release: str) -> Path:
    """Return the jars of a release for a server here; without them or their Java skip, or fail on CI."""
    from kg.server import java, release_named
    from kg.server.jars import jars

    try:
        return jars(release_named(release), java.pick(release_named(release)))
    except KgError as error:
        unavailable(str(error))


@contextmanager
def running(release: str, home: Path) -> Iterator[Address]:
    """Yield the address of a server of a release, and stop it afterwards if it was started here.

    Raises:
        KgError: there is none, and none can be started.
    """
    uri = os.environ.get("KG_TEST_NEO4J_URI")
    if uri:
        if release != RELEASES[0]:
            pytest.skip("one server is named by KG_TEST_NEO4J_URI")
        yield Address(uri, os.environ.get("KG_TEST_NEO4J_PASSWORD", ""), None)
        return
    from kg.server import LocalServer, conf
    from kg.server.docker import engine_answers

    if engine_answers():
        from testcontainers.neo4j import Neo4jContainer

        made = Neo4jContainer(IMAGES[release]).with_exposed_ports(7474)
        for name, value in KEEPS_PLANS.items():
            made = made.with_env(f"NEO4J_{name.replace('_', '__').replace('.', '_')}", value)
        with made as container:
            browser = (
                f"http://{container.get_container_host_ip()}:{container.get_exposed_port(7474)}/browser/"
            )
            yield Address(container.get_connection_url(), container.password, browser)
        return
    with ExitStack() as stack:
        with pytest.MonkeyPatch.context() as patch:
            told = conf.settings
            patch.setattr(conf, "settings", lambda *of: {**told(*of), **KEEPS_PLANS})
            server = stack.enter_context(LocalServer(release, home))
        yield Address(server.uri, server.password, server.browser)


class Servers:
    """The servers of a run, one for each release, started when first asked for and kept until the end."""

    def __init__(self, stack: ExitStack, home: Callable[[str], Path]) -> None:
        """Prepare; `stack` stops them, `home` makes a folder of a name."""
        self._stack, self._home = stack, home
        self._known: dict[str, Address | str] = {}

    def address(self, release: str) -> Address:
        """Return where the server of a release answers; skip, or fail on CI, where there is none."""
        if release not in self._known:
            try:
                self._known[release] = self._stack.enter_context(
                    running(release, self._home(f"neo4j-{release}"))
                )
            except KgError as error:
                self._known[release] = str(error)  # not tried again for every test
        known = self._known[release]
        return unavailable(known) if isinstance(known, str) else known

    def store(self, release: str) -> Neo4jStore:
        """Open the server's database, emptied of what tests before left there."""
        address = self.address(release)
        return emptied(Neo4jStore.open(address.uri, "neo4j", address.password))


def emptied(store: Neo4jStore) -> Neo4jStore:
    """Delete what we loaded; refuse a database that holds anything else."""
    assert store.foreign() == 0, (
        f"{store.name} holds nodes that did not come from here; the tests do not touch it"
    )
    with store._session("WRITE") as session:
        session.run("MATCH (n) WHERE n:Kg OR n:KgStore DETACH DELETE n").consume()
    return store
