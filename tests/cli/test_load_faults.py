"""What stands in the way of `kg load`.

Stores that are held, broken or forbidden, and loads that end half way.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from kg.store.batches import Batch, batches
from kg.store.changes import Changes
from tests.cli import corpus
from tests.cli.tools import KG, clean, run, spawn, without_rights
from tests.waiting import until

# ---- what stands in the way


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Hold a store open for writing in another process."""
    code = (
        "import sys, grafeo; db = grafeo.GrafeoDB(sys.argv[1]); print('held', flush=True); sys.stdin.read();"
        " db.close()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        try:
            yield
        finally:
            other.communicate("")


@pytest.mark.usefixtures("small")
def test_a_store_that_another_process_holds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.store.embedded.reading.PATIENCE", 0.1)
    run("load", "--store", "s.grafeo").done()
    exported = run("export", "jsonl", "--store", "s.grafeo").done()
    with _held(Path("s.grafeo")):
        for command in (
            ["load"],
            ["load", "--dry-run"],
            ["ask", "index"],
            ["show", "aa"],
            ["export", "jsonl"],
        ):
            run(*command, "--store", "s.grafeo").failed(
                "another process holds the store s.grafeo", "wait", "--store"
            )
    assert run("export", "jsonl", "--store", "s.grafeo").done() == exported


@pytest.mark.usefixtures("small")
def test_readers_do_not_stand_in_each_others_way() -> None:
    run("load", "--store", "s.grafeo").done()
    code = (
        "import sys, grafeo; db = grafeo.GrafeoDB.open_read_only(sys.argv[1]); print('open', flush=True);"
        " sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, "s.grafeo"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout
        assert other.stdout.readline() == "open\n"
        run("ask", "index", "--store", "s.grafeo").done()
        other.communicate("")


@pytest.mark.parametrize(
    "content",
    [b"garbage\n", b"", b"\x00" * 10_000, b"SQLite format 3\x00"],
    ids=["text", "empty", "zeros", "sqlite"],
)
def test_a_file_that_is_no_store(content: bytes, small: Path) -> None:
    Path("s.grafeo").write_bytes(content)
    for command in (["load"], ["load", "--dry-run"], ["ask", "index"]):
        run(*command, "--store", "s.grafeo").failed("s.grafeo is not a store of this program", "--store")
        assert Path("s.grafeo").read_bytes() == content
    assert sorted(path.name for path in Path().iterdir()) == ["s.grafeo", "seeds"]


def test_a_folder_is_no_store(small: Path) -> None:
    Path("folder").mkdir()
    for command in (["load"], ["ask", "index"]):
        run(*command, "--store", "folder").failed("folder is a folder", "--store")


def test_a_store_below_a_file(small: Path) -> None:
    Path("file").touch()
    ran = run("load", "--store", "file/s.grafeo")
    assert ran.code == 1
    assert "cannot" in ran.err
    assert "file/s.grafeo" in ran.err


def test_a_folder_that_cannot_be_written(small: Path, tmp_path: Path) -> None:
    before = without_rights()
    env = {"KG_SEEDS": str(small)}
    locked = tmp_path / "locked"
    locked.mkdir()
    run("load", "--store", locked / "s.grafeo").done()
    os.chmod(locked, 0o555)
    os.chmod(locked / "s.grafeo", 0o444)
    try:
        asked = spawn("ask", "index", "--store", locked / "s.grafeo", before=before, env=env)
        assert (asked.code, asked.err) == (0, "")
        assert json.loads(asked.out)
        corpus.claim(facts := corpus.facts(), "bb-denial")["paraphrase"] = "Changed."
        corpus.write(small, facts)
        for store in ("s.grafeo", "new.grafeo"):
            ran = spawn("load", "--store", locked / store, before=before, env=env)
            assert ran.code == 1
            assert f"cannot open or write the store {locked / store}" in ran.err
            assert "check folder and rights" in ran.err
        for name in ("x.jsonl", "new/x.jsonl"):
            ran = spawn(
                "export", "jsonl", "--store", "memory", "--output", locked / name, before=before, env=env
            )
            ran.failed(f"cannot write {locked / name}: Permission denied")
        assert sorted(path.name for path in locked.iterdir()) == ["s.grafeo"]
    finally:
        os.chmod(locked, 0o755)


def test_a_store_that_cannot_be_read(small: Path, tmp_path: Path) -> None:
    before = without_rights()
    run("load", "--store", "s.grafeo").done()
    os.chmod("s.grafeo", 0)
    ran = spawn("ask", "index", "--store", "s.grafeo", before=before, env={"KG_SEEDS": str(small)})
    ran.failed("cannot open or write the store s.grafeo")


def test_seeds_that_cannot_be_read(small: Path) -> None:
    before = without_rights()
    os.chmod(small / "names.yaml", 0)
    ran = spawn("check", before=before, env={"KG_SEEDS": str(small)})
    assert ran.code == 1
    assert re.search(r"names\.yaml: cannot .*read.*: Permission denied", ran.err)


# ---- all or nothing


MANY = 600
"""Claims in the larger corpus: enough for a load to be caught in the middle."""


def _larger(path: Path, claims: int) -> None:
    """Write the small corpus with many more claims as a file to load."""
    base = run("export", "jsonl", "--store", "memory").done()
    line = next(line for line in base.splitlines() if '"id": "bb-denial"' in line)
    more = [line.replace('"id": "bb-denial"', f'"id": "denial-{number}"') for number in range(claims)]
    path.write_text(base + "\n".join(more) + "\n", encoding="utf-8")


@pytest.mark.parametrize("after", [0, 3])
@pytest.mark.parametrize("loaded", [False, True], ids=["new", "loaded before"])
def test_a_load_that_is_killed_leaves_the_store_as_it_was(loaded: bool, after: int, small: Path) -> None:
    """`after` is how often it has changed what it builds beside the store since it began."""
    _larger(Path("large.jsonl"), MANY)
    store, beside = Path("s.grafeo"), Path("s.grafeo.building")
    if loaded:
        run("load", "--store", store).done()
    before = run("export", "jsonl", "--store", "memory").done() if loaded else ""
    everything = sorted(
        json.loads(line)["id"] for line in Path("large.jsonl").read_text(encoding="utf-8").splitlines()
    )
    with subprocess.Popen(
        [KG, "load", "large.jsonl", "--store", store],
        env=clean(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as load:
        until(beside.exists, possible=lambda: load.poll() is None, every=0.001)
        states = set()

        def written() -> bool:
            with suppress(FileNotFoundError):
                states.add(tuple((path, path.stat().st_mtime_ns) for path in sorted(beside.rglob("*"))))
            return len(states) > after or load.poll() is not None

        until(written, every=0.001)
        load.send_signal(signal.SIGKILL)
        assert load.wait() in (-signal.SIGKILL, 0)
        killed = load.returncode != 0
    assert killed or after, "it was killed while it wrote"
    left = run("export", "jsonl", "--store", store) if store.exists() else None
    # Killed as it began it has changed nothing; a moment later it may have ended, or ended but for its
    # good-bye.
    if after and left is not None and left.code == 0 and left.out != before:
        assert sorted(line["id"] for line in map(json.loads, left.out.splitlines())) == everything
    elif loaded:
        assert killed
        assert left is not None
        assert left.done() == before
    else:
        assert killed
        assert left is None
    run("load", "large.jsonl", "--store", store).done()
    assert not beside.exists()
    assert len(run("export", "jsonl", "--store", store).done().splitlines()) == corpus.COUNT + MANY


@pytest.mark.parametrize("kilobytes", [4, 60])
@pytest.mark.parametrize("loaded", [False, True], ids=["new", "loaded before"])
def test_a_disk_that_is_full(loaded: bool, kilobytes: int, small: Path) -> None:
    import resource

    store = Path("s.grafeo")
    if loaded:
        run("load", "--store", store).done()
    before = run("export", "jsonl", "--store", "memory").done() if loaded else None
    facts = corpus.facts()
    facts["names.yaml"]["states"].append({"id": "cc", "name": "Gammaland"})
    corpus.write(small, facts)
    after = run("export", "jsonl", "--store", "memory").done()

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, kilobytes * 1024))

    ran = spawn("load", "--store", store, env={"KG_SEEDS": str(small)}, preexec_fn=limit)
    assert ran.code == 1
    assert "error: cannot open or write the store s.grafeo" in ran.err
    if store.exists():
        held = run("export", "jsonl", "--store", store)
        assert (
            (held.code == 1 and "nothing is loaded" in held.err)
            if before is None and held.code
            else held.out in (before, after)
        )
    run("load", "--store", store).done()
    assert run("export", "jsonl", "--store", store).done() == after


@pytest.mark.parametrize("loaded", [False, True], ids=["new", "loaded before"])
def test_a_load_that_fails_half_way_leaves_the_store_as_it_was(
    loaded: bool, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Path("s.grafeo")
    if loaded:
        run("load", "--store", store).done()
    files = corpus.facts()
    files["names.yaml"]["states"].append({"id": "cc", "name": "Gammaland"})
    corpus.write(small, files)

    def broken(changes: Changes, size: int, *, fresh: bool = False) -> Iterator[Batch]:
        yield next(batches(changes, size, fresh=fresh))
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("kg.store.batches.batches", broken)
        ran = run("load", "--store", store)
    assert ran.code == 1
    assert "the disk is full" in ran.err
    assert store.exists() == loaded
    assert not Path("s.grafeo.wal").exists()
    if loaded:
        assert "Gammaland" not in run("export", "jsonl", "--store", store).out
    assert run("load", "--store", store).code == 0
