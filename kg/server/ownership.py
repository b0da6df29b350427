"""Whose directory is this? Nothing is written to, or wiped from, a place that is not a server's."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kg.errors import Problem, StoreError

OWN = ("data", "conf", "logs", "run", "import", "plugins")
"""The directories a server makes in its home; `fresh` removes these and nothing else."""

STATE = "kg-neo4j.json"
"""Marks a directory as a home, and remembers release, engine, ports and process."""


def check(path: Path, release: str, state: Mapping[str, Any]) -> None:
    """Refuse a directory that holds other people's files, or another release's data.

    Args:
        path: the home wanted; it may not exist yet.
        release: `5.26` or `2026`.
        state: what the home remembers; empty before the first start.

    Raises:
        StoreError: it is not empty and not a home, or of another release.
    """
    known = state.get("release")
    if known not in (None, release):
        what = f"{path} belongs to Neo4j {known}, not {release}"
        raise StoreError(Problem(what, todo=f"use --version {known}, or another --home", code="home"))
    if path.exists() and not path.is_dir():
        raise StoreError(Problem(f"{path} is not a directory", todo="choose another --home", code="home"))
    names = {entry.name for entry in path.iterdir()} if path.is_dir() else set()
    strange = names - {"lock", f"{STATE}.part"}
    if STATE not in names and strange:
        raise StoreError(
            Problem(
                f"{path} holds files that are not of a server, such as '{min(strange)}'",
                expected="an empty or new directory",
                todo="choose another --home",
                code="home",
            )
        )


def wipe(path: Path) -> None:
    """Remove a server's data, settings, logs and password, and nothing else in its home.

    Args:
        path: a home that passed `check`.

    Raises:
        StoreError: one of its directories is a link to somewhere else.
    """
    for name in OWN:
        if (path / name).is_symlink():
            what = f"{path / name} is a link and is not followed"
            raise StoreError(Problem(what, todo="empty its target and remove the link by hand", code="home"))
    for name in OWN:
        if (path / name).exists():
            shutil.rmtree(path / name)
    for name in ("password", STATE):  # the mark goes last: until then the rest is known to be ours
        (path / name).unlink(missing_ok=True)
