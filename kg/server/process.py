"""Neo4j Community as a process of this machine: start, wait, stop, leave nothing behind."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path

from kg.errors import Problem, StoreError
from kg.server import conf, java, pids
from kg.server.admin import first_password
from kg.server.base import START_SECONDS, STOP_SECONDS, Server
from kg.server.home import Home
from kg.server.jars import jars
from kg.server.launch import has_bolt, launch, marks, printed
from kg.server.log_tail import digest
from kg.server.ports import choose
from kg.server.progress import Progress, silent
from kg.server.releases import DEFAULT, release_named
from kg.server.wait import until_ready
from kg.system.full_disk import FULL, is_full

_PORT_TAKEN = ("Address already in use", "BindException")


class _PortTaken(StoreError):
    """Another program took a port between our look and the server's start."""


class LocalServer(Server):
    """A Neo4j server of one release in one home directory.

    It runs detached, in a session of its own, and goes on when this program ends.

    Example:
        with LocalServer("2026", home=tmp_path) as server:
            driver = GraphDatabase.driver(server.uri, auth=(server.user, server.password))
    """

    engine = "local"

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

        Raises:
            CallError: there is no such release, or a size is none.
        """
        wanted = release_named(release)
        super().__init__(wanted, Home(wanted.key, home), heap, pagecache)
        self.version: str = wanted.version
        self._marks = marks(wanted, self.home.path)

    def start(
        self, *, fresh: bool = False, timeout: float = START_SECONDS, progress: Progress = silent
    ) -> bool:
        """Start the server unless it runs, and wait until it answers; see `Server.start`."""
        if sys.platform == "win32":
            what = "a local Neo4j server is not supported on Windows"
            raise StoreError(Problem(what, todo="start Docker Desktop, or use WSL", code="windows"))
        with self.home.lock():
            if fresh:
                self._end(STOP_SECONDS)
                self.home.wipe()
            if self.running():
                self._await(timeout, progress)
                return False
            jdk = java.pick(self.release)
            lib = jars(self.release, jdk, progress)
            self.home.prepare(self.engine, self.version)
            for left in (2, 1, 0):
                try:
                    self._run(jdk, lib, timeout, progress)
                    break
                except _PortTaken as error:
                    if not left:
                        raise StoreError(*error.problems) from None
                    progress("another program has just taken the port; trying again with other ports")
            return True

    def stop(self, timeout: float = STOP_SECONDS) -> bool:
        """Stop the server by SIGTERM, after the timeout by SIGKILL; False when it did not run."""
        if not self.home.state():
            return False
        with self.home.lock():
            return self._end(timeout)

    def running(self) -> bool:
        """Say whether the server's process lives."""
        return self.pid() is not None

    def pid(self) -> int | None:
        """Return the server's process: the remembered one, or the one Neo4j itself wrote down."""
        known = [self.home.state().get("pid")]
        with contextlib.suppress(OSError, ValueError):
            known.append(int((self.home.path / "run" / "neo4j.pid").read_text(encoding="ascii")))
        return next((pid for pid in known if isinstance(pid, int) and pids.is_that(pid, self._marks)), None)

    def logs(self, lines: int = 50) -> list[str]:
        """Return the last lines the server printed since its last start; empty list if it never ran."""
        return printed(self.home.path, lines)

    def _run(self, jdk: java.Jdk, lib: Path, timeout: float, progress: Progress) -> None:
        """Configure and start; a server that does not answer is ended again."""
        bolt, http = choose(self.home.remembered_ports())
        text = conf.text(self.release, bolt, http, self.heap, self.pagecache)
        (self.home.path / "conf" / "neo4j.conf").write_text(text, encoding="utf-8")
        self.home.remember(java=jdk.major, bolt=bolt, http=http, pid=None)
        first_password(self.home, jdk, lib, progress)
        try:
            self.home.remember(pid=launch(self.release, self.home.path, jdk, lib, self.heap))
            self._await(timeout, progress)
        except BaseException:
            self._end(STOP_SECONDS)
            raise

    def _await(self, timeout: float, progress: Progress) -> None:
        """Wait for an answer; the end of the log goes into the error."""
        name = f"Neo4j {self.version} on {self.uri}"
        if until_ready(
            lambda: has_bolt(self.home.path) and self.answers(), self.running, timeout, progress, name
        ):
            return
        why = f"did not answer within {timeout:.0f} s" if self.running() else "ended by itself"
        last = self.logs(100)
        reason = FULL if any(map(is_full, last)) else f"its log ends with: {digest(last)}"
        todo = f"the whole log is in {self.home.path / 'logs'}"
        problem = Problem(f"{name} {why}; {reason}", todo=todo, code="start")
        taken = any(word in line for line in last for word in _PORT_TAKEN)
        raise _PortTaken(problem) if taken else StoreError(problem)

    def _end(self, timeout: float) -> bool:
        """End the process if it lives; called with the lock held."""
        pid = self.pid()
        if pid is None:
            return False
        pids.end(pid, self._marks, timeout)
        self.home.remember(pid=None)
        return True
