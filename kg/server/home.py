"""The directory of one server: what belongs to it, its ports, its password, its lock."""

from __future__ import annotations

import json
import os
import secrets
import shutil
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from platformdirs import user_data_dir

from kg.errors import Problem, StoreError
from kg.server.lock import locked

OWN = ("data", "conf", "logs", "run", "import", "plugins")
"""The directories a server makes in its home; `fresh` removes these and nothing else."""

STATE = "kg-neo4j.json"
"""Marks a directory as a home, and remembers release, engine, ports and process."""


class Home:
    """Where one server of one release lives.

    Example:
        Home("5.26", tmp_path).write_password() == Home("5.26", tmp_path).password()
    """

    def __init__(self, release: str, path: Path | str | None = None) -> None:
        """Name the home; nothing is made before `prepare`.

        Args:
            release: `5.26` or `2026`; one home serves one release.
            path: the directory; `neo4j/<release>` under the user's data directory when None.
        """
        self.release = release
        self.path = Path(path or Path(user_data_dir("kg")) / "neo4j" / release).expanduser().absolute()

    def lock(self, timeout: float = 180.0) -> AbstractContextManager[None]:
        """Hold this home against other starts and stops; other commands wait."""
        self._check()
        self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
        return locked(self.path / "lock", timeout)

    def state(self) -> dict[str, Any]:
        """Return what was remembered; empty before the first start."""
        try:
            text = (self.path / STATE).read_text(encoding="utf-8")
        except (FileNotFoundError, NotADirectoryError):
            return {}
        try:
            state = json.loads(text)
        except ValueError:
            return {}  # torn by a full disk: ports and process are found again
        return state if isinstance(state, dict) else {}

    def remember(self, **values: object) -> None:
        """Change the remembered values; a reader sees the old ones or the new ones, never half."""
        text = json.dumps({**self.state(), "release": self.release, **values}, indent=1)
        self._write(STATE, text)

    def ports(self) -> tuple[int, int]:
        """Return (bolt, http) of the last start.

        Raises:
            StoreError: the server was never started.
        """
        state = self.state()
        if not (isinstance(state.get("bolt"), int) and isinstance(state.get("http"), int)):
            raise self._never_started()
        return state["bolt"], state["http"]

    def password(self) -> str:
        """Return the password from its file.

        Raises:
            StoreError: the server was never started, or the file is gone.
        """
        try:
            return (self.path / "password").read_text(encoding="utf-8").strip()
        except OSError:
            if not self.state().get("password_set"):
                raise self._never_started() from None
            raise StoreError(
                Problem(
                    f"the password file {self.path / 'password'} is gone",
                    todo="put the password back into it, or begin anew: kg neo4j start --fresh",
                    code="password",
                )
            ) from None

    def write_password(self) -> Path:
        """Write a new random password into a file only this user can read, and return that file."""
        # A leading hyphen would be taken for an option by neo4j-admin.
        return self._write("password", secrets.token_urlsafe(24).replace("-", "_") + "\n")

    def forget_password(self) -> None:
        """Remove the password file."""
        (self.path / "password").unlink(missing_ok=True)

    def prepare(self) -> None:
        """Mark the directory as a home and make its directories, readable by this user only."""
        self.remember()
        for name in OWN:
            (self.path / name).mkdir(parents=True, exist_ok=True, mode=0o700)

    def wipe(self) -> None:
        """Remove the server's data, settings, logs and password, and nothing else in the home."""
        self._check()
        for name in OWN:
            if (self.path / name).is_symlink():
                what = f"{self.path / name} is a link and is not followed"
                raise StoreError(Problem(what, todo="empty its target and remove the link by hand", code="home"))
            if (self.path / name).exists():
                shutil.rmtree(self.path / name)
        for name in ("password", STATE):  # the mark goes last: until then the rest is known to be ours
            (self.path / name).unlink(missing_ok=True)

    def _check(self) -> None:
        """Refuse a directory that holds other people's files, or another release's data."""
        known = self.state().get("release")
        if known not in (None, self.release):
            what = f"{self.path} belongs to Neo4j {known}, not {self.release}"
            raise StoreError(Problem(what, todo=f"use --version {known}, or another --home", code="home"))
        if self.path.exists() and not self.path.is_dir():
            raise StoreError(Problem(f"{self.path} is not a directory", todo="choose another --home", code="home"))
        names = {entry.name for entry in self.path.iterdir()} if self.path.is_dir() else set()
        strange = names - {"lock", f"{STATE}.part"}
        if STATE not in names and strange:
            raise StoreError(
                Problem(
                    f"{self.path} holds files that are not of a server, such as '{min(strange)}'",
                    expected="an empty or new directory",
                    todo="choose another --home",
                    code="home",
                )
            )

    def _write(self, name: str, text: str) -> Path:
        """Write a file for this user only, in one step."""
        self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
        whole, part = self.path / name, self.path / f"{name}.part"
        part.unlink(missing_ok=True)
        handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(handle, "w", encoding="utf-8") as file:
            file.write(text)
        os.replace(part, whole)
        return whole

    def _never_started(self) -> StoreError:
        option = "" if self.release == "5.26" else f" --version {self.release}"
        return StoreError(
            Problem(
                f"no Neo4j {self.release} was started in {self.path}",
                todo=f"start one: kg neo4j start{option}",
                code="never-started",
            )
        )
