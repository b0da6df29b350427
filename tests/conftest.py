"""What all tests share."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from _pytest.nodeid import NodeId

from kg import paths
from kg.sources.located import Seeds
from kg.sources.seeds import load
from tests import laws  # noqa: F401 - its profiles hold for every law
from tests.campaign import table as campaign
from tests.guard import Guard
from tests.servers import RELEASES, Servers

if (
    signal.getsignal(signal.SIGINT) is signal.SIG_IGN
):  # started in the background: what we start would not hear Ctrl-C either
    signal.signal(signal.SIGINT, signal.default_int_handler)

# Servers of a test live for minutes: code that is compiled quickly and less well halves their time and their
# work.
os.environ.setdefault("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1")


# Corpora, sites and ten thousand tests are kept to the end: looking through them for garbage less often saves
# a seventh of the time.
gc.set_threshold(100_000, 20, 20)


@pytest.hookimpl(wrapper=True)
def pytest_runtestloop(session: pytest.Session) -> Iterator[None]:
    """Leave no server and no browser behind, however the run ends."""
    if hasattr(session.config, "workerinput"):  # a worker of a run that is guarded already
        return (yield)
    with Guard(session.config._tmp_path_factory.getbasetemp()):  # type: ignore[attr-defined]
        return (yield)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Mark laws, and what one worker has to do: a server has one database, and one browser serves for all.

    What takes longest comes first.
    """
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker(pytest.mark.law)
        needs = item.get_closest_marker("neo4j")
        if needs and "servers" in item.fixturenames:  # type: ignore[attr-defined]
            item.add_marker(pytest.mark.xdist_group(f"neo4j-{needs.args[0] if needs.args else RELEASES[0]}"))
        elif item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.xdist_group("site"))
    items.sort(key=lambda item: not item.get_closest_marker("xdist_group"))
    yield
    for item in items:  # xdist writes the name of a group to where pytest no longer looks for it
        if named := vars(item).get("_nodeid"):
            item._id = NodeId.parse(named)
            assert item.nodeid == named


def pytest_collection_finish() -> None:
    """Tests themselves are no garbage before the end."""
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Give workers whole groups, and of what is in none whole files."""
    from xdist.scheduler import LoadGroupScheduling

    scheduler = LoadGroupScheduling(config, log)
    group_of = scheduler._split_scope
    scheduler._split_scope = lambda nodeid: group_of(nodeid).split("::", 1)[0]
    return scheduler


CAMPAIGN_BEGINS = campaign.end()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what this run has counted of the campaign."""
    if counts := campaign.results(CAMPAIGN_BEGINS):
        terminalreporter.section("campaign")
        terminalreporter.write_line(campaign.table(counts))


@pytest.fixture(scope="session")
def corpus() -> Seeds:
    """The facts under `seeds/`, read once."""
    return load(paths.seeds())


@pytest.fixture(scope="session")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """The servers of this run; what asks them is marked `neo4j`."""
    with ExitStack() as stack:
        yield Servers(stack, tmp_path_factory.mktemp)
