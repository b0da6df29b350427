"""Neo4j Community as a process of this machine: start, wait, stop, leave nothing behind."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from kg.errors import Problem, StoreError
from kg.server import admin, conf, java, pids
from kg.server.base import START_SECONDS, STOP_SECONDS, Progress, Server, Status, quiet
from kg.server.home import Home
from kg.server.jars import jars
from kg.server.ports import choose
from kg.server.releases import DEFAULT, release_named
from kg.server.wait import answers, until_ready

_PORT_TAKEN = ("Address already in use", "BindException")


class LocalServer(Server):
    """A Neo4j server of one release in one home directory.

    It runs detached, in a session of its own, and goes on when this program ends.

    Example:
        with LocalServer("2026", home=tmp_path) as server:
            driver = GraphDatabase.driver(server.uri, auth=(server.user, server.password))
    """

    def __init__(
        self,
        release: str = DEFAULT,
        home: Path | str | None = None,
        *,
        heap: str = conf.HEAP,
        pagecache: str = conf.PAGECACHE,
    ) -> None:
        """Describe a server; nothing is touched before `start`.

        Args:
            release: `5.26` or `2026`.
            home: directory for data, settings, logs and password; the user's data directory when None.
            heap: memory for the server's objects, e.g. `512m`.
            pagecache: memory for the graph's pages, e.g. `256m`.
        """
        wanted = release_named(release)
        super().__init__(wanted, Home(wanted.key, home))
        self.heap = heap
        self.pagecache = pagecache

    def start(
        self, *, fresh: bool = False, timeout: float = START_SECONDS, progress: Progress = quiet
    ) -> bool:
        """Start the server unless it runs, and wait until it answers; see `Server.start`."""
        if sys.platform == "win32":
            what = "a local Neo4j server is not supported on Windows"
            raise StoreError(Problem(what, todo="start Docker Desktop, or use WSL", code="windows"))
        with self.home.lock():
            if fresh:
                self._end(STOP_SECONDS)
                self.home.wipe()
            if self._pid() is not None:
                self._await(timeout, progress)
                return False
            jdk = java.pick(self.release)
            lib = jars(self.release, jdk, progress)
            self.home.prepare()
            self.home.remember(engine="local", version=self.release.version, java=jdk.major)
            for attempt in range(3):
                self._configure(again=attempt > 0)
                if attempt == 0:
                    self._set_password(jdk, lib, progress)
                try:
                    self._launch(jdk, lib)
                    self._await(timeout, progress)
                    return True
                except BaseException as error:
                    self._end(STOP_SECONDS)
                    taken = any(word in line for line in self.logs(200) for word in _PORT_TAKEN)
                    if attempt == 2 or not (isinstance(error, StoreError) and taken):
                        raise
        raise AssertionError("unreachable")

    def stop(self, timeout: float = STOP_SECONDS) -> bool:
        """Stop the server by SIGTERM, after the timeout by SIGKILL; False when it did not run."""
        if not self.home.state():
            return False
        with self.home.lock():
            return self._end(timeout)

    def status(self) -> Status:
        """Look at the server now; asks it a query when its process lives."""
        state, pid = self.home.state(), self._pid()
        started = isinstance(state.get("bolt"), int)
        return Status(
            engine="local",
            release=self.release.key,
            version=str(state.get("version") or self.release.version),
            running=pid is not None,
            ready=pid is not None and answers(self.uri, self.user, self.password),
            pid=pid,
            uri=self.uri if started else None,
            browser=self.browser if started else None,
            home=str(self.home.path),
        )

    def logs(self, lines: int = 50) -> list[str]:
        """Return the last lines of what the server printed; empty list if it never ran."""
        try:
            text = (self.home.path / "logs" / "console.log").read_text(encoding="utf-8", errors="replace")
        except FileNotFoundError:
            return []
        return text.splitlines()[-lines:] if lines > 0 else []

    def _marks(self) -> list[str]:
        """What the command line of exactly this server holds."""
        return [self.release.entry, f"--home-dir={self.home.path}"]

    def _pid(self) -> int | None:
        pid = self.home.state().get("pid")
        return pid if isinstance(pid, int) and pids.is_that(pid, self._marks()) else None
