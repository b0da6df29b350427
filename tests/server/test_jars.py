"""Jars fetched by Maven: once, whole or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import kg.server
from kg.errors import StoreError
from kg.server import jars, maven
from kg.server.java import Jdk
from tests.server.tools import LTS, ON_POSIX, ROOT, script
from tests.waiting import until

pytestmark = ON_POSIX

MAVEN = """
import pathlib, sys
count = pathlib.Path(__file__).with_name("count")
count.write_text(count.read_text() + "x" if count.exists() else "x")
lib = pathlib.Path(next(a for a in sys.argv if a.startswith("-DoutputDirectory="))[18:])
assert "-C" in sys.argv and pathlib.Path(sys.argv[sys.argv.index("-f") + 1]).parent == pathlib.Path.cwd()
lib.mkdir()
for name in NAMES[:HALF]:
    (lib / name).write_text("jar")
if WAITS:
    open(WAITS).close()
print(SAYS); sys.exit(CODE)
"""


def fake_maven(
    folder: Path,
    release: kg.server.Release = LTS,
    half: int = 3,
    waits: Path | None = None,
    says: str = "",
    code: int = 0,
) -> Path:
    """Write a program that stands for Maven; it waits until somebody opens the pipe `waits` for writing."""
    if waits:
        os.mkfifo(waits)
    names = [
        f"neo4j-{release.version}.jar",
        f"neo4j-server-{release.version}.jar",
        "neo4j-browser-5.24.0.jar",
    ]
    held = str(waits or "")
    head = f"NAMES, HALF, WAITS, SAYS, CODE = {names!r}, {half}, {held!r}, {says!r}, {code}\n"
    return script(folder / "mvn", head + MAVEN)


def runs(folder: Path) -> int:
    return len((folder / "count").read_text())


J17 = Jdk(Path("/j"), 17)


def test_jars_are_fetched_once_and_then_need_no_maven(bin_dir: Path) -> None:
    fake_maven(bin_dir)
    said: list[str] = []
    lib = jars.jars(LTS, J17, said.append)
    assert lib == jars.cache_root() / "5.26.30" / "lib"
    assert len(list(lib.glob("*.jar"))) == 3
    assert "fetching Neo4j 5.26.30" in said[0]
    (bin_dir / "mvn").unlink()
    assert jars.jars(LTS, J17, said.append) == lib
    assert len(said) == 1


@pytest.mark.parametrize(
    ("says", "message"),
    [
        (
            "[ERROR] Could not transfer artifact a from/to r: Unknown host",
            "Maven cannot reach its repository.*network",
        ),
        ("[ERROR] Plugin x: Cannot access r in offline mode", "Maven cannot reach its repository.*network"),
        ("[ERROR] copy failed: No space left on device", "the disk is full.*KG_CACHE"),
        ("[ERROR] Checksum validation failed, expected a but is b", "does not match its checksum"),
        ("\x1b[31m[ERROR]\x1b[m strange", r"Maven failed: \[ERROR\] strange.*mvn -v"),
        ("", "it printed nothing"),
    ],
)
def test_failed_maven_leaves_nothing_and_says_why(bin_dir: Path, says: str, message: str) -> None:
    fake_maven(bin_dir, half=2, says=says, code=1)
    with pytest.raises(StoreError, match=message):
        jars.jars(LTS, J17)
    assert [p.name for p in jars.cache_root().iterdir()] == ["lock"]


def test_maven_that_copies_too_little_is_noticed(bin_dir: Path) -> None:
    fake_maven(bin_dir, half=2)
    with pytest.raises(StoreError, match="did not copy neo4j-browser"):
        jars.jars(LTS, J17)
    assert [p.name for p in jars.cache_root().iterdir()] == ["lock"]


def test_damaged_jars_and_other_pins_are_fetched_again(
    bin_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_maven(bin_dir)
    lib = jars.jars(LTS, J17)
    (lib / "neo4j-5.26.30.jar").write_text("ja")  # torn
    jars.jars(LTS, J17)
    assert (lib / "neo4j-5.26.30.jar").read_text() == "jar"
    assert runs(bin_dir) == 2
    monkeypatch.setattr(jars, "COPY", "another version of the goal")
    jars.jars(LTS, J17)
    assert runs(bin_dir) == 3
    assert sorted(p.name for p in jars.cache_root().iterdir()) == ["5.26.30", "lock"]


FETCH = "from pathlib import Path; from kg.server.jars import *; from kg.server.releases import RELEASES; "
FETCH += "print(jars(RELEASES['5.26'], Jdk(Path('/j'), 17), lambda line: print(line, flush=True)))"


def test_two_processes_fetch_once(bin_dir: Path, tmp_path: Path) -> None:
    fake_maven(bin_dir, waits=tmp_path / "both")
    both = []
    for name in "12":
        with open(tmp_path / name, "w") as out:
            both.append(subprocess.Popen([sys.executable, "-c", FETCH], cwd=ROOT, stdout=out))
    until(lambda: any("waiting: another process" in (tmp_path / name).read_text() for name in "12"))
    (tmp_path / "both").write_text("")
    assert [one.wait(60) for one in both] == [0, 0]
    places = [(tmp_path / name).read_text().splitlines()[-1] for name in "12"]
    assert places[0] == places[1]
    assert places[0].endswith("/5.26.30/lib")
    assert runs(bin_dir) == 1


def test_killed_download_is_not_taken_for_a_whole_one(bin_dir: Path) -> None:
    fake_maven(bin_dir, half=1, waits=bin_dir / "never")
    with subprocess.Popen([sys.executable, "-c", FETCH], cwd=ROOT, start_new_session=True) as one:
        until(lambda: list(jars.cache_root().glob(".work-*/lib/*.jar")))
        os.killpg(one.pid, signal.SIGKILL)
    assert list(jars.cache_root().glob(".work-*"))
    fake_maven(bin_dir)
    assert len(list(jars.jars(LTS, J17).glob("*.jar"))) == 3
    assert not list(jars.cache_root().glob(".work-*"))


def test_no_maven_says_what_to_install(bin_dir: Path) -> None:
    with pytest.raises(StoreError, match=r"Maven is not installed.*apt install maven.*Docker"):
        jars.jars(LTS, J17)


def test_full_disk_is_noticed_before_the_download(bin_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fake_maven(bin_dir)
    monkeypatch.setattr(jars, "NEEDED", 10**18)
    with pytest.raises(StoreError, match=r"the disk is full.*KG_CACHE"):
        jars.jars(LTS, J17)
    assert not (bin_dir / "count").exists()


def test_cache_that_cannot_be_written(bin_dir: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("KG_CACHE", str(tmp_path / "file"))
    with pytest.raises(StoreError, match=r"cannot be kept in.*set KG_CACHE"):
        jars.jars(LTS, J17)


def test_maven_that_hangs_is_given_up(bin_dir: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(maven, "SECONDS", 0.3)
    (tmp_path / "w").mkdir()
    with pytest.raises(StoreError, match=r"did not finish.*network"):
        maven.copy_jars(str(fake_maven(bin_dir, waits=tmp_path / "never")), J17, tmp_path / "w")
