"""Both Neo4j releases as processes of this machine, for real.

Start, log in, keep data, stop, leave nothing.
"""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError

from kg.errors import StoreError
from kg.server import LocalServer, admin, java, pids
from kg.server.jars import cache_root
from tests.guard import naming
from tests.servers import EACH_RELEASE, jars_of
from tests.waiting import until

ROOT = Path(__file__).parents[2]
linux = pytest.mark.skipif(not Path("/proc/self/net/tcp").exists(), reason="reads /proc")
pytestmark = pytest.mark.neo4j


@contextmanager
def driver(server: LocalServer, password: str | None = None) -> Iterator[Driver]:
    with GraphDatabase.driver(server.uri, auth=(server.user, password or server.password)) as one:
        yield one


def rows(server: LocalServer, query: str, **values: object) -> list[list[object]]:
    with driver(server) as one, one.session() as session:
        return [list(record.values()) for record in session.run(query, values)]


def processes(home: Path) -> list[int]:
    """Return every process of this machine that names a home on its command line."""
    return list(naming(f"--home-dir={home} "))


class Watch(threading.Thread):
    """Look at every command line of this machine, again and again."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.seen: set[str] = set()
        self.done = threading.Event()

    def run(self) -> None:
        while not self.done.wait(0.02):
            for one in Path("/proc").glob("[0-9]*/cmdline"):
                try:
                    self.seen.add(one.read_bytes().replace(b"\0", b" ").decode(errors="replace"))
                except OSError:
                    continue


once = pytest.mark.parametrize("server", EACH_RELEASE[:1], indirect=True)
"""For what does not depend on the release."""


@pytest.fixture(scope="module", params=EACH_RELEASE)
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalServer]:
    """A server in a home whose name has a blank and an umlaut, started while the usual ports are taken."""
    jars_of(request.param)
    one = LocalServer(request.param, tmp_path_factory.mktemp("neo4j") / "hö me")
    watch = Watch()
    watch.start()
    with ExitStack() as stack:
        for port in (7687, 7474):
            taken = stack.enter_context(socket.socket())
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                taken.bind(("127.0.0.1", port))
                taken.listen()
            except OSError:
                pass  # taken by somebody else, just as good
        begin = time.monotonic()
        assert one.start()
        print(f"\nNeo4j {one.version} started in {time.monotonic() - begin:.1f} s")  # noqa: T201 - shown with -s
    watch.done.set()
    watch.join()
    one.seen = watch.seen  # type: ignore[attr-defined]
    yield one
    one.stop()
    assert processes(one.home.path) == []


def test_the_pinned_version_answers(server: LocalServer) -> None:
    (row,) = rows(
        server,
        "CALL dbms.components() YIELD name, versions, edition WHERE name = 'Neo4j Kernel' RETURN versions[0],"
        " edition",
    )
    assert row == [server.release.version, "community"]
    status = server.status()
    assert (status.running, status.ready, status.uri) == (True, True, server.uri)
    assert processes(server.home.path) == [status.pid]


def test_a_fitting_java_runs_it(server: LocalServer) -> None:
    (row,) = rows(
        server,
        "CALL dbms.queryJmx('java.lang:type=Runtime') YIELD attributes RETURN attributes.SpecVersion.value",
    )
    majors = [jdk.major for jdk in java.installed() if jdk.major in server.release.javas]
    assert row == [str(max(majors))]


def test_random_password_works_and_others_do_not(server: LocalServer) -> None:
    assert len(server.password) == 32
    for wrong in (
        "neo4j",
        server.password.swapcase(),
    ):  # a third failure would lock the user for five seconds
        with driver(server, wrong) as one, pytest.raises(AuthError):
            one.verify_connectivity()
    assert server.answers()


@linux
def test_password_was_never_on_a_command_line(server: LocalServer) -> None:
    seen: set[str] = server.seen  # type: ignore[attr-defined]
    assert any("set-initial-password" in line for line in seen), "the watch saw the moment"
    assert not [line for line in seen if server.password in line]
    assert server.password not in Path(f"/proc/{server.pid()}/environ").read_text(errors="replace")


@linux
def test_it_listens_on_loopback_only(server: LocalServer) -> None:
    inodes = set()
    for link in Path(f"/proc/{server.pid()}/fd").iterdir():
        with suppress(FileNotFoundError):  # closed since it was listed
            inodes.update(re.findall(r"socket:\[(\d+)\]", os.readlink(link)))
    listening: list[int] = []
    other: list[int] = []
    for table in ("tcp", "tcp6", "udp", "udp6"):
        for line in Path(f"/proc/{server.pid()}/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            address, port = fields[1].split(":")
            if fields[9] in inodes and (fields[3] == "0A" or table.startswith("udp")):
                loopback = address in ("0100007F", "0000000000000000FFFF00000100007F")
                (listening if loopback and table.startswith("tcp") else other).append(int(port, 16))
    assert other == []
    assert sorted(listening) == sorted(server.home.ports())


def test_other_ports_when_the_usual_ones_are_taken(server: LocalServer) -> None:
    assert not {7687, 7474} & set(server.home.ports())


def test_nothing_is_reported_or_announced(server: LocalServer) -> None:
    query = "SHOW SETTINGS YIELD name, value WHERE name IN $names RETURN name, value"
    names = [
        "dbms.usage_report.enabled",
        "client.allow_telemetry",
        "server.https.enabled",
        *server.release.settings,
    ]
    assert sorted(rows(server, query, names=names)) == sorted([name, "false"] for name in names)


def test_browser_page_is_served(server: LocalServer) -> None:
    with urllib.request.urlopen(server.browser, timeout=20) as page:
        text = page.read().decode()
    assert "<title>Neo4j Browser</title>" in text
    programs = re.findall(r'<script src="([^"]+)"', text)
    assert programs
    for name in programs:
        with urllib.request.urlopen(server.browser + name, timeout=20) as program:
            assert len(program.read()) > 10_000
    with urllib.request.urlopen(server.browser.removesuffix("browser/"), timeout=20) as told:
        assert json.load(told)["bolt_direct"] == server.uri


def test_load_csv_cannot_read_the_home(server: LocalServer) -> None:
    with pytest.raises(Exception, match=r"(?i)cannot load from url|couldn't load"):
        rows(server, "LOAD CSV FROM 'file:///password' AS line RETURN line")
    with pytest.raises(Exception, match=r"(?i)cannot load from url|couldn't load"):
        rows(server, "LOAD CSV FROM 'file:///../password' AS line RETURN line")


def test_data_address_and_password_are_kept_over_a_restart(server: LocalServer) -> None:
    rows(server, "MERGE (:Kept {id: 1})")
    before = (server.uri, server.browser, server.password, server.pid())
    assert not server.start(), "it runs already"
    assert server.pid() == before[3]
    begin = time.monotonic()
    assert server.stop()
    assert time.monotonic() - begin < 30
    assert processes(server.home.path) == []
    assert not Path(f"/proc/{before[3]}").exists(), "it was waited for"
    assert pids.arguments(before[3] or 0) == ""
    assert "Stopped." in server.logs(5)[-1]
    assert not server.stop(), "it is stopped already"
    begin = time.monotonic()
    assert server.start()
    print(f"\nNeo4j {server.version} started again in {time.monotonic() - begin:.1f} s")  # noqa: T201
    assert (server.uri, server.browser, server.password) == before[:3]
    assert rows(server, "MATCH (n:Kept) RETURN n.id") == [[1]]


@pytest.mark.slow
@once
def test_start_after_kill_9_with_the_pid_files_left(server: LocalServer) -> None:
    rows(server, "MERGE (:Kept {id: 2})")
    pid = server.pid()
    assert pid
    os.kill(pid, signal.SIGKILL)
    until(lambda: not server.status().running)
    assert (server.home.path / "run" / "neo4j.pid").exists()
    assert server.home.state()["pid"] == pid
    assert server.start()
    assert [2] in rows(server, "MATCH (n:Kept) RETURN n.id")


@once
def test_a_lost_state_file_does_not_lose_the_process(server: LocalServer) -> None:
    state = server.home.state()
    server.home.remember(pid=None)
    assert server.pid() == state["pid"]


@pytest.mark.slow
@once
def test_fresh_is_new(server: LocalServer) -> None:
    rows(server, "MERGE (:Kept {id: 3})")
    (server.home.path / "notes.txt").write_text("mine")
    old = server.password
    assert server.start(fresh=True)
    assert server.password != old
    assert rows(server, "MATCH (n) RETURN count(n)") == [[0]]
    assert (server.home.path / "notes.txt").read_text() == "mine"


# --- one release is enough for what does not depend on it


def test_admin_that_fails_says_why(tmp_path: Path) -> None:
    jars_of("5.26")
    with pytest.raises(StoreError, match=r"neo4j-admin database import failed: .*nope\.csv' doesn't exist"):
        admin(
            ["database", "import", "full", "neo4j", f"--nodes={tmp_path / 'nope.csv'}"],
            home=tmp_path / "home",
        )


@pytest.mark.slow
def test_start_that_fails_shows_the_log_and_leaves_nothing(tmp_path: Path) -> None:
    jars_of("5.26")
    one = LocalServer("5.26", tmp_path / "home", pagecache="999999g")
    with pytest.raises(StoreError, match=r"(?i)memory|page ?cache"):
        one.start()
    assert processes(one.home.path) == []


@pytest.mark.slow
def test_password_changed_in_the_browser_is_named(tmp_path: Path) -> None:
    jars_of("5.26")
    with LocalServer("5.26", tmp_path / "home") as one:
        with driver(one) as admin_user, admin_user.session(database="system") as session:
            change = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new"
            session.run(change, {"old": one.password, "new": "another password"}).consume()
        assert one.status().running
        assert not one.status().ready
        with pytest.raises(StoreError, match="refuses the password in its password file"):
            one.start()
        (one.home.path / "password").write_text("another password\n")
        assert not one.start()


def test_the_server_outlives_the_command_that_started_it(tmp_path: Path) -> None:
    jars_of("5.26")
    env = {
        **os.environ,
        "KG_CACHE": str(cache_root().parent),
        "XDG_DATA_HOME": str(tmp_path),
        "NO_COLOR": "1",
    }

    def kg(*arguments: str, code: int = 0) -> str:
        call = [sys.executable, "-m", "kg", "neo4j", *arguments, "--home", str(tmp_path / "home")]
        done = subprocess.run(
            call, cwd=ROOT, env=env, capture_output=True, text=True, timeout=180, check=False
        )
        assert done.returncode == code, done.stderr
        return done.stdout

    try:
        assert re.search(
            r"Neo4j 5\.26\.30 answers: bolt://127\.0\.0\.1:\d+\nBrowser: http://127", kg("start")
        )
        assert "ran already" in kg("start")
        uri, password = kg("url").strip(), kg("password").strip()
        with GraphDatabase.driver(uri, auth=("neo4j", password)) as one:
            one.verify_connectivity()
        assert json.loads(kg("status"))["ready"] is True
        assert kg("url", "--browser").startswith("http://127.0.0.1:")
        assert "Started." in kg("logs", "-n", "5")
        assert kg("stop") == "Neo4j 5.26 is stopped.\n"
        assert json.loads(kg("status", code=1))["running"] is False
    finally:
        LocalServer("5.26", tmp_path / "home").stop()
    assert processes(tmp_path / "home") == []


@pytest.mark.slow
def test_two_starts_at_once_make_one_server(tmp_path: Path) -> None:
    jars_of("5.26")
    call = "from kg.server import LocalServer; print(LocalServer('5.26', HOME).start())"
    call = call.replace("HOME", repr(str(tmp_path / "home")))
    both = [
        subprocess.Popen([sys.executable, "-c", call], cwd=ROOT, stdout=subprocess.PIPE, text=True)
        for _ in "12"
    ]
    try:
        assert sorted(one.communicate(timeout=180)[0] for one in both) == ["False\n", "True\n"]
        assert len(processes(tmp_path / "home")) == 1
    finally:
        LocalServer("5.26", tmp_path / "home").stop()
    assert processes(tmp_path / "home") == []
