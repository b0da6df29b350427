"""What all tests share."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from kg import paths
from kg.sources.seeds import Seeds, load
from tests.servers import running

if (
    signal.getsignal(signal.SIGINT) is signal.SIG_IGN
):  # started in the background: what we start would not hear Ctrl-C either
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Servers of a test live for minutes: code that is compiled quickly and less well halves their time and their
# work.
os.environ.setdefault("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")


@pytest.fixture(scope="session")
def corpus() -> Seeds:
    """The facts under `seeds/`, read once."""
    return load(paths.seeds())


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, tuple[str, str]]]:
    """Addresses and passwords of the servers by release, each started when first asked for, then kept."""

    class Started(dict[str, tuple[str, str]]):
        def __missing__(self, release: str) -> tuple[str, str]:
            self[release] = stack.enter_context(running(release, tmp_path_factory.mktemp(f"neo4j-{release}")))
            return self[release]

    with ExitStack() as stack:
        yield Started()
