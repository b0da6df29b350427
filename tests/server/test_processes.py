"""Processes of servers: known again, ended, and none left behind by a start that fails."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.server import LocalServer, java, launch, pids, process
from kg.server.home import Home
from kg.server.java import Jdk
from tests.server.tools import LTS, NEW, ON_POSIX, jdk, script
from tests.waiting import until

pytestmark = ON_POSIX


# --- processes

SLEEP = "import signal, sys\nif 'deaf' in sys.argv: signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
SLEEP += "print('up', flush=True); signal.pause()"


def sleeper(*arguments: str) -> subprocess.Popen[str]:
    one = subprocess.Popen([sys.executable, "-c", SLEEP, *arguments], stdout=subprocess.PIPE, text=True)
    assert one.stdout is not None
    assert one.stdout.readline() == "up\n"
    one.stdout.close()
    return one


def test_stale_pid_of_nobody_or_somebody_else() -> None:
    gone = sleeper()
    gone.kill()
    until(lambda: not pids.is_that(gone.pid, [sys.executable]))  # a zombie does not live
    gone.wait()
    assert not pids.is_that(gone.pid, [""])
    assert not pids.is_that(None, [""])
    assert not pids.is_that(1, [""])
    assert not pids.is_that(os.getpid(), ["org.neo4j.server.CommunityEntryPoint"])
    assert pids.is_that(os.getpid(), ["python"])


def test_server_of_a_home_with_a_longer_name_is_another_one() -> None:
    one = sleeper("org.neo4j.server.CommunityEntryPoint", "--home-dir=/a/b2", "--config-dir=/a/b2/conf")
    try:
        assert launch.marks(LTS, Path("/a/b2"))
        assert pids.is_that(one.pid, launch.marks(LTS, Path("/a/b2")))
        assert not pids.is_that(one.pid, launch.marks(LTS, Path("/a/b")))
        assert not pids.is_that(one.pid, launch.marks(NEW, Path("/a/b2")))
    finally:
        one.kill()
        one.wait()


def test_ps_serves_where_there_is_no_proc(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pids, "Path", lambda _: Path("/no/such/proc"))
    one = sleeper("a mark")
    assert pids.is_that(one.pid, ["a mark"])
    one.kill()
    one.wait()
    assert not pids.is_that(one.pid, ["a mark"])


def test_end_by_request_and_by_force() -> None:
    one = sleeper("polite")
    assert pids.end(one.pid, ["polite"], 10)
    deaf = sleeper("deaf")
    assert not pids.end(deaf.pid, ["deaf"], 0.3)
    for each in (one, deaf):
        with contextlib.suppress(ChildProcessError):
            each.wait()
        assert pids.arguments(each.pid) == ""


# --- a local server whose Java is a small program


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home, and a Java that runs `server.py` beside it instead of Neo4j."""
    text = "import runpy, sys\nif 'set-initial-password' not in sys.argv: runpy.run_path(sys.argv[0] + '.py')"
    home = jdk(tmp_path / "jdk", "17.0.1")
    script(home / "bin" / "java", text)
    monkeypatch.setattr(java, "pick", lambda release: Jdk(home, 17))
    monkeypatch.setattr(process, "jars", lambda *_: tmp_path / "lib")
    return home / "bin" / "java.py"


def test_start_that_fails_shows_the_log_and_leaves_no_process(fake: Path, tmp_path: Path) -> None:
    fake.write_text("print('Exception: no such thing'); raise SystemExit(3)")
    server = LocalServer("5.26", tmp_path / "h")
    with pytest.raises(
        StoreError,
        match=(
            r"Neo4j 5\.26\.30 on bolt://127\.0\.0\.1:\d+ ended by itself; its log ends with: Exception: no"
            r" such"
        ),
    ):
        server.start()
    assert not server.status().running
    assert server.logs() == ["Exception: no such thing"]


def test_start_that_takes_too_long_leaves_no_process(fake: Path, tmp_path: Path) -> None:
    fake.write_text("import os, signal; print(os.getpid(), flush=True); signal.pause()")
    server = LocalServer("5.26", tmp_path / "h")
    with pytest.raises(StoreError, match="did not answer within 2 s"):
        server.start(timeout=2)
    assert pids.arguments(int(server.logs()[0])) == ""
    assert server.pid() is None
    assert not server.stop()


def test_port_taken_in_between_means_other_ports(
    fake: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake.write_text("print('java.net.BindException: Address already in use')")
    said: list[str] = []
    with pytest.raises(StoreError, match="Address already in use"):
        LocalServer("5.26", tmp_path / "h").start(progress=said.append)
    assert sum("trying again with other ports" in line for line in said) == 2


def test_somebody_elses_server_on_our_port_is_not_ours(
    fake: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake.write_text("import signal; signal.pause()")  # it never says that it listens
    monkeypatch.setattr(LocalServer, "answers", lambda self: True)
    with pytest.raises(StoreError, match="did not answer"):
        LocalServer("5.26", tmp_path / "h").start(timeout=1)


def test_data_without_a_password_file_are_not_started(fake: Path, tmp_path: Path) -> None:
    home = Home("5.26", tmp_path / "h")
    home.path.mkdir()
    home.prepare("local", "5.26.30")
    (home.path / "data" / "databases" / "system").mkdir(parents=True)
    with pytest.raises(StoreError, match=r"whose password is not known here.*--fresh"):
        LocalServer("5.26", home.path).start()
