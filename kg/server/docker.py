"""Neo4j as a container of the official image, through the `docker` command."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from kg.errors import Problem, StoreError
from kg.server import conf
from kg.server.base import START_SECONDS, STOP_SECONDS, Server
from kg.server.home import Home
from kg.server.log_tail import digest
from kg.server.ports import HOST, choose
from kg.server.progress import Progress, silent
from kg.server.releases import DEFAULT, release_named
from kg.server.wait import until_ready
from kg.system.environment import for_others


def call(arguments: Sequence[str], timeout: float = 60.0, env: Mapping[str, str] | None = None) -> str:
    """Run a `docker` command and return what it printed.

    Args:
        arguments: everything after `docker`.
        timeout: seconds until it is given up.
        env: more environment variables.

    Raises:
        StoreError: there is no `docker`, it took too long, or it failed.
    """
    try:
        done = subprocess.run(
            ["docker", *arguments],
            env=for_others(env or {}),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            timeout=timeout,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise StoreError(
            Problem(f"docker {arguments[0]}: {error}", todo="start Docker", code="docker")
        ) from None
    if done.returncode:
        what = f"docker {arguments[0]} failed: {digest(done.stderr.splitlines())}"
        raise StoreError(Problem(what, todo="start Docker, and see 'docker info'", code="docker"))
    return done.stdout


def engine_answers() -> bool:
    """Say whether a Docker engine, not just its command, answers within five seconds."""
    try:
        return bool(call(["info", "--format", "{{.ServerVersion}}"], timeout=5).strip())
    except StoreError:
        return False


def variable(setting: str) -> str:
    """Return the environment variable by which the image takes a setting.

    Example:
        >>> variable("dbms.usage_report.enabled")
        'NEO4J_dbms_usage__report_enabled'
    """
    return "NEO4J_" + setting.replace("_", "__").replace(".", "_")


class DockerServer(Server):
    """A Neo4j container whose data are in a named volume; its home holds the password and the ports."""

    engine = "docker"

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
            home: directory for the password and the ports; the user's data directory when None.
            heap: memory for the server's objects, e.g. `512m`; holds for a container made anew.
            pagecache: memory for the graph's pages, e.g. `256m`; as above.
        """
        wanted = release_named(release)
        super().__init__(wanted, Home(wanted.key, home), heap, pagecache)
        self.version: str = wanted.image
        # One name for the container and its volume; another home is another server.
        self.name: str = f"kg-neo4j-{wanted.key}-{hashlib.sha256(bytes(self.home.path)).hexdigest()[:8]}"

    def run_arguments(self, bolt: int, http: int) -> list[str]:
        """Compose `docker run`: loopback only, and the password inherited, not written here."""
        settings = {
            **conf.settings(self.release, self.heap, self.pagecache),
            "server.bolt.advertised_address": f"{HOST}:{bolt}",
        }
        arguments = ["run", "--detach", "--name", self.name, "--volume", f"{self.name}:/data"]
        arguments += ["--publish", f"{HOST}:{bolt}:7687", "--publish", f"{HOST}:{http}:7474"]
        arguments += ["--env", "NEO4J_AUTH"]
        for setting, value in settings.items():
            arguments += ["--env", f"{variable(setting)}={value}"]
        return [*arguments, self.release.image]

    def start(
        self, *, fresh: bool = False, timeout: float = START_SECONDS, progress: Progress = silent
    ) -> bool:
        """Start the container unless it runs, and wait until it answers; see `Server.start`."""
        with self.home.lock():
            if fresh:
                self._remove(STOP_SECONDS)
                call(["volume", "rm", "--force", self.name])
                self.home.wipe()
            started = not self.running()
            try:
                if started:
                    self._run(progress)
                name = f"{self.version} on {self.uri}"
                if until_ready(self.answers, self.running, timeout, progress, name):
                    return started
                what = f"{name} did not answer; its log ends with: {digest(self.logs(100))}"
                raise StoreError(Problem(what, todo="see whether Docker has enough memory", code="start"))
            except BaseException:
                if started:
                    self._remove(STOP_SECONDS)
                raise

    def stop(self, timeout: float = STOP_SECONDS) -> bool:
        """Stop and remove the container, keep its volume; False when it did not run."""
        if not self.home.state():
            return False
        with self.home.lock():
            return self._remove(timeout)

    def running(self) -> bool:
        """Say whether the container runs."""
        return self._listed()

    def logs(self, lines: int = 50) -> list[str]:
        """Return the last lines of what the container printed; empty list if there is none."""
        if not self._listed("--all"):
            return []
        return call(["logs", "--tail", str(lines), self.name]).splitlines()

    def _listed(self, *options: str) -> bool:
        return bool(call(["ps", "--quiet", "--filter", f"name=^{self.name}$", *options]).strip())

    def _remove(self, timeout: float) -> bool:
        """Stop and remove the container; the image itself turns SIGTERM into a clean stop."""
        running = self.running()
        if running:
            call(["stop", "-t", f"{timeout:.0f}", self.name], timeout=timeout + 30)
        if self._listed("--all"):
            call(["rm", "--force", self.name])
        return running

    def _run(self, progress: Progress) -> None:
        """Replace a stopped container by a new one on the same volume."""
        self._remove(STOP_SECONDS)
        self.home.prepare(self.engine, self.version)
        bolt, http = choose(self.home.remembered_ports())
        self.home.remember(bolt=bolt, http=http)
        if not self.home.state().get("password_set"):
            self.home.write_password()
        progress(f"starting {self.version}; Docker fetches it the first time")
        secret = {"NEO4J_AUTH": f"{self.user}/{self.password}"}
        call(self.run_arguments(bolt, http), timeout=1800, env=secret)
        self.home.remember(password_set=True)
