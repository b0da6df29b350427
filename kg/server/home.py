"""The directory of one server: its ports, its password, its lock, what is remembered of it."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from platformdirs import user_data_dir

from kg.errors import Problem, StoreError
from kg.server import ownership
from kg.server.lock import locked
from kg.system import atomic_files
from kg.system.full_disk import refused


class Home:
    """Where one server of one release lives.

    Example:
        Home("5.26", tmp_path).write_password()
    """

    def __init__(self, release: str, path: Path | str | None = None) -> None:
        """Name the home; nothing is made before `lock`.

        Args:
            release: `5.26` or `2026`; one home serves one release.
            path: the directory; `neo4j/<release>` under the user's data directory when None.
        """
        self.release = release
        self.path: Path = Path(path or Path(user_data_dir("kg")) / "neo4j" / release).expanduser().absolute()

    @contextmanager
    def lock(self, timeout: float = 300.0) -> Iterator[None]:
        """Hold this home against other starts and stops; other commands wait.

        Args:
            timeout: seconds to wait for another command.

        Raises:
            StoreError: the directory is somebody else's, cannot be written, or the disk is full.
        """
        try:
            ownership.check(self.path, self.release, self.state())
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            with locked(self.path / "lock", timeout):
                yield
        except OSError as error:
            todo = "choose a directory you can write to with --home"
            raise StoreError(refused(f"{error.filename or self.path}", error, todo, "home")) from error

    def prepare(self, engine: str, version: str) -> None:
        """Mark the directory as a home, and make its directories, readable by this user only.

        Args:
            engine: `local` or `docker`.
            version: what is started, remembered for `status`.

        Raises:
            StoreError: its data belong to the other engine.
        """
        known = self.engine()
        if known not in (None, engine):
            what = f"the data of {self.path} were made with the engine '{known}', not '{engine}'"
            raise StoreError(Problem(what, todo="choose another --home", code="home"))
        self.remember(engine=engine, version=version)
        for name in ownership.OWN if engine == "local" else ():
            (self.path / name).mkdir(exist_ok=True, mode=0o700)

    def engine(self) -> str | None:
        """Return the engine that made the data here, None before the first start that worked."""
        state = self.state()
        return str(state.get("engine")) if state.get("password_set") else None

    def wipe(self) -> None:
        """Remove everything that a server made here; see `ownership.wipe`."""
        ownership.wipe(self.path)

    def state(self) -> dict[str, Any]:
        """Return what was remembered; empty before the first start."""
        try:
            state = json.loads((self.path / ownership.STATE).read_text(encoding="utf-8"))
        except (FileNotFoundError, NotADirectoryError, ValueError):
            return {}  # a damaged file loses ports and process only, and both can be found again
        return state if isinstance(state, dict) else {}

    def remember(self, **values: object) -> None:
        """Change the remembered values; a reader sees the old ones or the new ones, never half."""
        text = json.dumps({**self.state(), "release": self.release, **values}, indent=1)
        self._write(ownership.STATE, text)

    def ports(self) -> tuple[int, int]:
        """Return (bolt, http) of the last start.

        Raises:
            StoreError: the server was never started.
        """
        bolt, http = self.remembered_ports()
        if bolt is None or http is None:
            raise self._never_started()
        return bolt, http

    def remembered_ports(self) -> tuple[int | None, int | None]:
        """Return (bolt, http) of the last start, None where there was none."""
        state = self.state()
        bolt, http = state.get("bolt"), state.get("http")
        return (bolt if isinstance(bolt, int) else None), (http if isinstance(http, int) else None)

    def password(self) -> str:
        """Return the password from its file.

        Raises:
            StoreError: the server was never started, or the file is gone.
        """
        try:
            return (self.path / "password").read_text(encoding="utf-8").strip()
        except (FileNotFoundError, NotADirectoryError):
            if not self.state().get("password_set"):
                raise self._never_started() from None
        what = f"the password file {self.path / 'password'} is gone"
        todo = "put the password back into it, or begin anew: kg neo4j start --fresh"
        raise StoreError(Problem(what, todo=todo, code="password"))

    def write_password(self) -> Path:
        """Write a new random password into a file only this user can read, and return that file."""
        # No hyphen: neo4j-admin would take a leading one for an option.
        return self._write("password", secrets.token_urlsafe(24).replace("-", "_") + "\n")

    def _write(self, name: str, text: str) -> Path:
        """Write a file for this user only, in one step."""
        target = self.path / name
        atomic_files.replace(target, text.encode(), mode=0o600)
        return target

    def _never_started(self) -> StoreError:
        what = f"no Neo4j {self.release} was started in {self.path}"
        return StoreError(
            Problem(what, todo=f"start one: kg neo4j start --version {self.release}", code="never-started")
        )
