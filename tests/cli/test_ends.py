"""How commands end: told to, killed, on a disk that is full; and what is read from a pipe."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from neo4j.exceptions import DatabaseError

import kg
from kg.errors import KgError, StoreError
from kg.server.home import Home
from kg.store.neo4j.explained import explained
from kg.system import leftovers
from kg.system.full_disk import is_full
from tests.campaign.disk import mounted
from tests.cli import corpus
from tests.cli.tools import KG, clean, run
from tests.waiting import until

# ---- told to end


@pytest.fixture
def work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, empty."""
    folder = tmp_path / "work"
    folder.mkdir()
    monkeypatch.setenv("TMPDIR", str(folder))
    monkeypatch.setattr("tempfile.tempdir", None)
    return folder


@contextmanager
def _at_work(*args: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command whose standard input stays open; what `nohup` ignores for the tests, it hears."""
    with subprocess.Popen(
        [KG, *args],
        env=clean({"KG_SEEDS": os.environ["KG_SEEDS"]}),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_DFL),
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _holding(work: Path) -> bool:
    """Return whether a folder of ours is there and locked."""
    return any((folder / "lock").exists() for folder in work.glob(f"{leftovers.FOLDER}*"))


ENDLESS = "UNWIND range(1, 9999) AS x UNWIND range(1, 9999) AS y UNWIND range(1, 9999) AS z RETURN count(*)"


@pytest.mark.parametrize(
    ("number", "args"),
    [
        (signal.SIGTERM, ["load", "-", "--store", "s.grafeo"]),
        (signal.SIGHUP, ["load", "-", "--store", "s.grafeo"]),
        (signal.SIGTERM, ["cypher", ENDLESS, "--store", "memory"]),
    ],
    ids=["load", "load without terminal", "cypher"],
)
def test_being_told_to_end_leaves_nothing(
    number: signal.Signals, args: list[str], small: Path, work: Path
) -> None:
    with _at_work(*args) as process:
        until(lambda: _holding(work), possible=lambda: process.poll() is None)
        process.send_signal(number)
        assert process.wait(60) == 128 + number
        assert process.stdout
        assert process.stderr
        assert (process.stdout.read(), process.stderr.read()) == (
            b"",
            f"error: ended by {number.name}\n".encode(),
        )
    assert list(work.iterdir()) == []
    assert not Path("s.grafeo").exists()


def test_a_server_of_tools_ends_though_it_waits_for_a_line(small: Path) -> None:
    with _at_work("mcp") as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b'{"jsonrpc": "2.0", "id": 1, "method": "ping"}\n')
        process.stdin.flush()
        assert process.stdout.readline()
        process.terminate()
        assert process.wait(60) == 128 + signal.SIGTERM


_WAITS_ON_THE_WAY_OUT = """
import threading
from kg.system.termination import as_interrupt, ending_within
with as_interrupt("SIGTERM"), ending_within(0.2):
    try:
        print("waits", flush=True)
        threading.Event().wait()
    finally:
        threading.Event().wait()
"""


def test_what_need_not_come_is_not_waited_for_on_the_way_out() -> None:
    command = [sys.executable, "-c", _WAITS_ON_THE_WAY_OUT]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        try:
            assert process.stdout
            assert process.stdout.readline() == b"waits\n"
            process.terminate()
            assert process.wait(60) == 128 + signal.SIGTERM
        finally:
            process.kill()


# ---- killed


def test_what_a_killed_load_leaves_is_swept_at_the_next_start(small: Path, work: Path) -> None:
    Path("x.jsonl").write_text(run("export", "jsonl", "--store", "memory").done(), encoding="utf-8")
    (work / "kg-workshop").mkdir()
    (work / f"{leftovers.FOLDER}linked").symlink_to(small)
    (work / f"grafeo-x.grafeo-{os.getpid()}-{'0' * 16}.spill").mkdir()
    others = {path.name for path in work.iterdir()}
    gone = subprocess.Popen(["true"])
    gone.wait(60)
    (work / f"grafeo-x.grafeo-{gone.pid}-{'0' * 16}.spill").mkdir()
    with (
        _at_work("load", "-", "--store", "s.grafeo") as alive,
        _at_work("load", "-", "--store", "t.grafeo") as dead,
    ):
        until(lambda: len(list(work.glob("*/input"))) == 2, possible=lambda: dead.poll() is None)
        dead.kill()
        dead.wait(60)
        assert len(list(work.glob("*/input"))) == 2
        run("load", "x.jsonl", "--store", "t.grafeo").done()
        assert len(list(work.iterdir())) == 1 + len(others), "the living one keeps its folder"
        out, err = alive.communicate(Path("x.jsonl").read_bytes(), 60)
        assert (alive.returncode, err) == (0, b""), out
    assert {path.name for path in work.iterdir()} == others
    assert (small / "names.yaml").exists()


def test_folders_are_made_while_others_sweep(work: Path) -> None:
    done = threading.Event()

    def sweeping() -> None:
        while not done.is_set():
            leftovers.sweep_temporary()

    sweeper = threading.Thread(target=sweeping)
    sweeper.start()
    try:
        for _ in range(200):
            with leftovers.Folder() as folder:
                (folder / "kept").touch()
    finally:
        done.set()
        sweeper.join()
    assert list(work.iterdir()) == []


def test_an_unfinished_file_is_swept_by_the_next_one(small: Path) -> None:
    left, held, kept = (Path(f".x.jsonl.kg-{letter * 12}.part") for letter in "abc")
    left.write_text("half")
    handle = leftovers.claimed(held)
    kept.symlink_to(left)
    assert handle is not None
    run("export", "jsonl", "--store", "memory", "--output", "x.jsonl")
    assert sorted(path.name for path in Path().iterdir()) == sorted(
        [held.name, kept.name, "seeds", "x.jsonl"]
    )
    os.close(handle)


# ---- a disk that is full


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """A way to mount a disk of so many kilobytes."""
    with ExitStack() as stack:
        yield lambda kilobytes: stack.enter_context(mounted(tmp_path / "disk", kilobytes)).folder


def _fill(folder: Path) -> None:
    with suppress(OSError), (folder / "full").open("wb", buffering=0) as full:
        while full.write(b"x" * 4096):
            pass


FULL = re.compile(r"^error: (cannot .+?|\S+): the disk is full; make room, or \w+", re.M)


@pytest.mark.parametrize(
    "call",
    [
        ["view", "--output", "{}/x.html"],
        ["view", "--output", "{}/x.svg"],
        ["view", "--output", "{}/x.png"],
        ["view", "--output", "{}/x.pdf"],
        ["export", "jsonl", "--output", "{}/x"],
        ["export", "neo4j-admin", "{}/x"],
        ["export", "schemas", "{}/x"],
        ["ask", "index", "--output", "{}/x.csv"],
        ["site", "{}/x"],
        ["demo", "--output", "{}/x.html"],
    ],
    ids=" ".join,
)
def test_every_writer_calls_a_full_disk_so(
    call: list[str], little: Path, disk: Callable[[int], Path]
) -> None:
    folder = disk(4)
    _fill(folder)
    ran = run(*(part.format(folder) for part in call))
    assert ran.code == 1
    assert FULL.search(ran.err), ran.err
    assert [path.name for path in folder.rglob("*") if path.is_file()] == ["full"]


def test_what_else_writes_calls_a_full_disk_so(
    small: Path, disk: Callable[[int], Path], texts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = run("export", "jsonl", "--store", "memory").done()
    folder = disk(400)
    shutil.copytree(small, folder / "seeds")
    _fill(folder)
    outlet = json.loads(next(line for line in lines.splitlines() if '"type": "organization"' in line))["id"]
    Path("new.txt").write_text("A text.\n")
    new = ("add", "new.txt", "--outlet", outlet, "--published", "2026-02-06")
    ran = run(*new, "--seeds", folder / "seeds")
    assert FULL.search(ran.err), ran.err
    with pytest.raises(KgError, match="the disk is full"):
        kg.ask("who-sourced", topic="arms").to_pyvis().write_html(str(folder / "x.html"))
    with pytest.raises(StoreError, match="the disk is full"), Home("5.26", folder / "home").lock():
        Home("5.26", folder / "home").write_password()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    ran = run("load", "-", "--store", "s.grafeo", stdin=lines.encode())
    assert FULL.search(ran.err), ran.err
    assert {path.name for path in folder.iterdir()} == {"seeds", "full", "home"}
    assert {path.name for path in (folder / "home").iterdir()} <= {"lock"}


@pytest.mark.parametrize("free", [4, 60])
@pytest.mark.parametrize("loaded", [False, True], ids=["new", "loaded before"])
@pytest.mark.parametrize("source", [(), ("x.jsonl",)], ids=["seeds", "file"])
def test_a_store_on_a_full_disk_is_as_before_or_as_after(
    source: tuple[str, ...], loaded: bool, free: int, small: Path, disk: Callable[[int], Path]
) -> None:
    before = run("export", "jsonl", "--store", "memory").done()
    run("load", "--store", "s.grafeo").done()
    facts = corpus.facts()
    facts["names.yaml"]["states"] += [{"id": f"cc-{n}", "name": "Gammaland"} for n in range(400)]
    corpus.write(small, facts)
    after = run("export", "jsonl", "--store", "memory").done()
    Path("x.jsonl").write_text(after, encoding="utf-8")
    folder = disk(Path("s.grafeo").stat().st_size // 1024 + free if loaded else free)
    store = folder / "s.grafeo"
    if loaded:
        shutil.copyfile("s.grafeo", store)
    ran = run("load", *source, "--store", store)
    assert ran.code == 1
    assert FULL.search(ran.err), ran.err
    assert store.exists() == loaded
    if loaded:
        assert run("export", "jsonl", "--store", store).out in (before, after)
        shutil.move(store, "moved.grafeo")
        if Path(f"{store}.wal").exists():
            shutil.move(f"{store}.wal", "moved.grafeo.wal")
        run("load", *source, "--store", "moved.grafeo").done()
        assert run("export", "jsonl", "--store", "moved.grafeo").out == after
    else:
        assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("error", "full"),
    [
        (OSError(28, "No space left on device"), True),
        (OSError(122, "Disk quota exceeded"), True),
        (sqlite3.OperationalError("database or disk is full"), True),
        ("GRAFEO-X003: I/O error: No space left on device (os error 28)", True),
        ("Caused by: java.io.IOException: No space left on device", True),
        (OSError(13, "Permission denied"), False),
        ("cannot write 280 bytes (os error 281)", False),
    ],
    ids=str,
)
def test_who_says_that_the_disk_is_full(error: Exception | str, full: bool) -> None:
    assert is_full(error) == full


def test_a_server_whose_disk_is_full() -> None:
    with (
        pytest.raises(StoreError, match=r"^bolt://x cannot write: the disk is full; make room$"),
        explained("bolt://x"),
    ):
        raise DatabaseError("Caused by: java.io.IOException: No space left on device")


# ---- pipes


def _fed(data: bytes, name: str = "pipe") -> str:
    """Make a named pipe that somebody writes to."""
    os.mkfifo(name)
    threading.Thread(target=Path(name).write_bytes, args=(data,), daemon=True).start()
    return name


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
def test_a_pipe_is_read_like_standard_input(packed: bool, small: Path, work: Path) -> None:
    lines = run("export", "jsonl", "--store", "memory").done()
    data = gzip.compress(lines.encode()) if packed else lines.encode()
    assert "is loaded" in run("load", _fed(data), "--store", "s.grafeo").done()
    assert run("export", "jsonl", "--store", "s.grafeo").done() == lines
    broken = data[: len(data) // 2]
    run("load", _fed(broken, "other"), "--store", "s.grafeo").failed("other")
    assert list(work.iterdir()) == []


def test_a_stream_without_line_ends_is_not_read_to_the_end(small: Path) -> None:
    run("load", "/dev/zero", "--store", "s.grafeo").failed(
        "/dev/zero:1: the line is longer than 16,777,216 bytes"
    )


def test_statements_and_values_come_from_pipes(little: Path) -> None:
    asked = run("cypher", "--file", _fed(b"RETURN $x AS x"), "--params", _fed(b'{"x": 7}', "values"))
    assert json.loads(asked.done()) == [{"x": 7}]


def test_a_statement_without_end_is_not_read_to_the_end(little: Path) -> None:
    ran = run("cypher", "--file", "/dev/zero")
    ran.refused("cannot read /dev/zero: it holds more than 50,000,000 bytes; name another file")
