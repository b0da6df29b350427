"""What every way of running a server has in common: the calls, the status, the password."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from kg.errors import StoreError
from kg.server import conf
from kg.server.home import Home
from kg.server.ports import HOST
from kg.server.releases import Release

type Progress = Callable[[str], None]
"""Called with one line of text when a step begins or goes on."""

START_SECONDS = 180.0
"""How long a start may take before it counts as failed."""

STOP_SECONDS = 30.0
"""How long a stop may take before the process is killed."""


def quiet(text: str) -> None:
    """Say nothing: the progress callback when nobody listens."""


@dataclass(frozen=True)
class Status:
    """What is known about one server at one moment.

    Attributes:
        engine: `local` (a process of this machine) or `docker`.
        release: `5.26` or `2026`.
        version: what runs or would be started, e.g. `5.26.30` or the image.
        running: its process or container exists.
        ready: it answers a query with the password we know; one that is still starting does not.
        pid: of the process; None with Docker or when it is stopped.
        uri: bolt address; None before the first start.
        browser: address of Neo4j Browser; None before the first start.
        home: directory with its password, and its data when it is local.
    """

    engine: str
    release: str
    version: str
    running: bool
    ready: bool
    pid: int | None
    uri: str | None
    browser: str | None
    home: str


class Server(ABC):
    """One Neo4j server that can be started and stopped; see `LocalServer` and `DockerServer`.

    Attributes:
        engine: `local` or `docker`.
        version: what is started, e.g. `5.26.30` or the image.
        user: the name to log in with.
    """

    engine = ""
    version = ""
    user = "neo4j"

    def __init__(self, release: Release, home: Home, heap: str, pagecache: str) -> None:
        """Describe a server; nothing is touched before `start`. CallError when a size is none."""
        self.release = release
        self.home = home
        self.heap = conf.memory(heap, "heap")
        self.pagecache = conf.memory(pagecache, "pagecache")
        self._started_here = False

    @property
    def uri(self) -> str:
        """The bolt address, e.g. `bolt://127.0.0.1:7687`; StoreError before the first start."""
        return f"bolt://{HOST}:{self.home.ports()[0]}"

    @property
    def browser(self) -> str:
        """The address of Neo4j Browser, e.g. `http://127.0.0.1:7474/browser/`."""
        return f"http://{HOST}:{self.home.ports()[1]}/browser/"

    @property
    def password(self) -> str:
        """The password of the user `neo4j`; StoreError before the first start."""
        return self.home.password()

    @abstractmethod
    def start(
        self, *, fresh: bool = False, timeout: float = START_SECONDS, progress: Progress = quiet
    ) -> bool:
        """Start the server unless it runs, and wait until it answers a query.

        Args:
            fresh: first stop it and remove the data, the password and the settings of its own home.
            timeout: seconds until an unanswering server counts as failed and is ended.
            progress: told what is being done.

        Returns:
            True when this call started it, False when it ran already.

        Raises:
            StoreError: it did not start; the end of its log is in the message.
        """

    @abstractmethod
    def stop(self, timeout: float = STOP_SECONDS) -> bool:
        """Stop the server cleanly, or by force after the timeout; False when it did not run."""

    @abstractmethod
    def running(self) -> bool:
        """Say whether the server's process or container exists."""

    @abstractmethod
    def logs(self, lines: int = 50) -> list[str]:
        """Return the last lines of what the server printed; empty list if it never ran."""

    def pid(self) -> int | None:
        """Return the server's process, None when there is none on this machine."""
        return None

    def answers(self) -> bool:
        """Ask one query; False when there is no answer, StoreError when the password is refused."""
        from kg.server.wait import answers  # the driver is only loaded when it is used

        return answers(self.uri, self.user, self.password)

    def status(self) -> Status:
        """Look at the server now; one whose process lives is asked a query."""
        started = None not in self.home.remembered_ports()
        running = self.running()
        try:
            ready = running and self.answers()
        except StoreError:
            ready = False
        return Status(
            engine=self.engine,
            release=self.release.key,
            version=str(self.home.state().get("version") or self.version),
            running=running,
            ready=ready,
            pid=self.pid(),
            uri=self.uri if started else None,
            browser=self.browser if started else None,
            home=str(self.home.path),
        )

    def __enter__(self) -> Self:
        """Start, for a `with` block."""
        self._started_here = self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop again, unless the server ran before the block."""
        if self._started_here:
            self.stop()
