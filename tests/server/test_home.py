"""Homes of servers: locked, private, and never somebody else's folder."""

from __future__ import annotations

import re
import stat
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.server import LocalServer
from kg.server.home import Home
from kg.server.lock import locked
from tests.server.tools import ON_POSIX

pytestmark = ON_POSIX


# --- lock


def test_lock_waits_tells_and_gives_up(tmp_path: Path) -> None:
    told: list[bool] = []
    with locked(tmp_path / "lock", 1), pytest.raises(StoreError, match="has held"):  # noqa: SIM117
        with locked(tmp_path / "lock", 0.3, lambda: told.append(True)):
            pass
    assert told == [True]
    with locked(tmp_path / "lock", 0):
        pass


# --- home


def test_password_is_random_private_and_no_option(tmp_path: Path) -> None:
    home = Home("5.26", tmp_path / "h")
    with home.lock():
        seen = set()
        for _ in range(50):
            file = home.write_password()
            seen.add(home.password())
    assert len(seen) == 50
    assert all(re.fullmatch(r"\w{32}", one, re.ASCII) for one in seen)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700


def test_foreign_directory_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "thesis.txt").touch()
    server = LocalServer("5.26", tmp_path)
    for fresh in (False, True):
        with pytest.raises(StoreError, match=r"holds files that are not of a server, such as 'data'.*--home"):
            server.start(fresh=fresh)
    assert (tmp_path / "data" / "thesis.txt").exists()
    assert [p.name for p in tmp_path.iterdir()] == ["data"]


def test_home_of_another_release_or_engine_is_refused(tmp_path: Path) -> None:
    home = Home("5.26", tmp_path)
    home.prepare("local", "5.26.30")
    home.remember(password_set=True)
    with pytest.raises(StoreError, match=r"belongs to Neo4j 5\.26, not 2026.*--version 5\.26"):
        LocalServer("2026", tmp_path).start()
    with pytest.raises(StoreError, match="made with the engine 'local', not 'docker'"):
        home.prepare("docker", "x")


def test_file_instead_of_a_home(tmp_path: Path) -> None:
    (tmp_path / "f").touch()
    with pytest.raises(StoreError, match="is not a directory"):
        LocalServer("5.26", tmp_path / "f").start()
    with pytest.raises(StoreError, match="f/h"):
        LocalServer("5.26", tmp_path / "f" / "h").start()


def test_wipe_removes_only_its_own(tmp_path: Path) -> None:
    home = Home("5.26", tmp_path)
    home.prepare("local", "5.26.30")
    home.write_password()
    (tmp_path / "data" / "x").touch()
    (tmp_path / "notes.txt").touch()
    home.wipe()
    assert [p.name for p in tmp_path.iterdir()] == ["notes.txt"]


def test_wipe_does_not_follow_links(tmp_path: Path) -> None:
    home = Home("5.26", tmp_path / "h")
    home.path.mkdir()
    home.prepare("local", "5.26.30")
    (tmp_path / "elsewhere").mkdir()
    (home.path / "data").rmdir()
    (home.path / "data").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(StoreError, match="is a link and is not followed"):
        home.wipe()
    assert (home.path / "conf").exists()


def test_damaged_state_and_lost_password(tmp_path: Path) -> None:
    home = Home("5.26", tmp_path)
    with pytest.raises(StoreError, match=r"no Neo4j 5\.26 was started.*kg neo4j start --version 5\.26"):
        home.password()
    home.remember(password_set=True, bolt=1, http=2)
    assert home.ports() == (1, 2)
    with pytest.raises(StoreError, match=r"the password file .* is gone.*--fresh"):
        home.password()
    (tmp_path / "kg-neo4j.json").write_text('{"bolt": 1')
    assert home.state() == {}
    with home.lock():  # still known as ours
        pass
