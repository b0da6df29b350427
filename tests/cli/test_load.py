"""`kg load` and the stores that questions are asked of."""

from __future__ import annotations

import ctypes
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import grafeo
import pytest

from tests.cli import corpus
from tests.cli.tools import KG, clean, run, spawn


def _line(kind: str, added: int, changed: int, removed: int) -> str:
    return f"{kind}: {added} to add, {changed} to change, {removed} to remove"


def _nodes(out: str) -> str:
    return out.splitlines()[0]


def _claims(*more: str | Path) -> set[str]:
    return {row["claim"] for row in json.loads(run("ask", "timeline", "--event", "aa-bb-howitzers", *more).out)}


# ---- what a load does


@pytest.mark.usefixtures("small")
def test_first_second_and_what_changed(small: Path) -> None:
    first = run("load").done()
    assert _nodes(first) == _line("nodes", corpus.COUNT, 0, 0)
    assert first.endswith("build/kg.grafeo is loaded\n")

    second = run("load").done()
    assert [*second.splitlines()][:2] == [_line("nodes", 0, 0, 0), _line("edges", 0, 0, 0)]
    assert second.endswith("is up to date; nothing changed\n")

    found = corpus.facts()
    corpus.claim(found, "bb-denial")["paraphrase"] = "A spokesman says that not one gun was shipped."
    corpus.write(small, found)
    assert _nodes(run("load").done()) == _line("nodes", 0, 1, 0)
    assert "not one gun was shipped" in run("show", "bb-denial").done()

    del found["documents/2026-01-06-radio.yaml"]["claims"]
    corpus.write(small, found)
    assert _nodes(run("load").done()) == _line("nodes", 0, 0, 1)
    run("show", "radio-howitzers").refused("no node 'radio-howitzers'")

    corpus.write(small)
    assert _nodes(run("load").done()) == _line("nodes", 1, 1, 0)


def test_dry_run_tells_and_writes_nothing(small: Path) -> None:
    out = run("load", "--dry-run").done()
    assert _nodes(out) == _line("nodes", corpus.COUNT, 0, 0)
    assert "  + bb-denial\n" in out
    assert out.endswith("dry run: nothing was written\n")
    assert not (small.parent / "build").exists()

    run("load").done()
    store = small.parent / "build" / "kg.grafeo"
    before = store.read_bytes()
    found = corpus.facts()
    corpus.claim(found, "bb-denial")["paraphrase"] = "Changed."
    del found["documents/2026-01-06-radio.yaml"]["claims"]
    found["names.yaml"]["states"].append({"id": "cc", "name": "Gammaland"})
    corpus.write(small, found)
    out = run("load", "--dry-run").done()
    assert "  + cc\n  ~ bb-denial\n  - radio-howitzers\ndry run: nothing was written\n" in out
    assert store.read_bytes() == before


def test_dry_run_does_not_print_thousands_of_lines(whole: Path) -> None:
    out = run("load", "--dry-run", "--store", "new.grafeo").done()
    assert "  + ... and " in out
    assert out.count("\n") < 30
    assert not Path("new.grafeo").exists()


def test_a_comment_in_the_seeds_changes_nothing_but_is_remembered(small: Path) -> None:
    run("load").done()
    with (small / "names.yaml").open("a") as file:
        file.write("# a remark\n")
    assert "0 to add" in run("load").done()
    assert run("load").done().endswith("nothing changed\n")


def test_a_fact_that_becomes_another_kind(small: Path) -> None:
    run("load").done()
    found = corpus.facts()
    names = found["names.yaml"]
    names["organizations"].append({**names["states"].pop(), "kind": "company"})
    corpus.write(small, found)
    run("load").done()
    assert json.loads(run("show", "bb").done())["labels"] == ["Actor", "Organization"]
    assert run("export", "jsonl").done() == _rebuilt()


def _rebuilt() -> str:
    return run("export", "jsonl", "--store", "memory").done()


# ---- the default store and named ones


def test_the_default_store_is_built_and_renewed_by_a_question(small: Path) -> None:
    asked = run("ask", "timeline", "--event", "aa-bb-howitzers")
    assert len(json.loads(asked.done())) == 5
    assert (small.parent / "build" / "kg.grafeo").is_file()
    found = corpus.facts()
    del found["documents/2026-01-06-radio.yaml"]["claims"]
    corpus.write(small, found)
    assert _claims() == {"bb-denial", "pilot-howitzers", "post-howitzers", "times-howitzers"}


def test_a_named_store_is_left_as_it_is_and_says_that_it_is_stale(small: Path) -> None:
    run("load", "--store", "mine.grafeo").done()
    asked = ["ask", "timeline", "--event", "aa-bb-howitzers", "--store", "mine.grafeo"]
    before = run(*asked).done()
    stored = Path("mine.grafeo").read_bytes()
    found = corpus.facts()
    del found["documents/2026-01-06-radio.yaml"]["claims"]
    corpus.write(small, found)
    for command in (asked, ["show", "aa", "--store", "mine.grafeo"], ["export", "jsonl", "--store", "mine.grafeo"]):
        ran = run(*command)
        assert ran.err.startswith("note: mine.grafeo is older than the seeds; 'kg load' brings it up to date"), ran.err
        assert ran.err.count("note:") == 1
    assert run(*asked).out == before
    assert Path("mine.grafeo").read_bytes() == stored
    run("load", "--store", "mine.grafeo").done()
    assert run(*asked).done() != before


def test_asking_a_store_that_is_not_there(small: Path) -> None:
    run("ask", "index", "--store", "no.grafeo").failed("no store at no.grafeo", "kg load")
    assert not Path("no.grafeo").exists()


def test_asking_a_store_that_holds_nothing(small: Path) -> None:
    grafeo.GrafeoDB("empty.grafeo").close()
    for command in (["ask", "index"], ["export", "jsonl"], ["show", "aa"], ["explain", "bb-denial"], ["view"]):
        run(*command, "--store", "empty.grafeo").failed("nothing is loaded in empty.grafeo", "kg load")


def test_seeds_decide_where_the_default_store_is(tmp_path: Path) -> None:
    corpus.write(tmp_path / "a" / "seeds")
    corpus.write(tmp_path / "b" / "seeds")
    run("load", "--seeds", tmp_path / "a" / "seeds").done()
    assert (tmp_path / "a" / "build" / "kg.grafeo").is_file()
    assert not (tmp_path / "b" / "build").exists()


def test_the_environment_names_a_store(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    monkeypatch.setenv("NEO4J_PASSWORD", "x")
    run("ask", "index").failed("no Neo4j answers at bolt://127.0.0.1:1")
    assert json.loads(run("ask", "index", "--store", "memory").done()), "an option wins"


# ---- files of `kg export jsonl`


def test_a_file_into_a_store_of_its_own(small: Path) -> None:
    run("export", "jsonl", "--output", "all.jsonl")
    assert _nodes(run("load", "all.jsonl", "--store", "copy.grafeo").done()) == _line("nodes", corpus.COUNT, 0, 0)
    assert run("load", "all.jsonl", "--store", "copy.grafeo").done().endswith("nothing changed\n")
    (small / "names.yaml").write_text("broken")
    assert run("ask", "index", "--store", "copy.grafeo").done(), "it does not come from the seeds: nothing is stale"


def test_a_file_into_the_default_store_is_kept_and_told(small: Path) -> None:
    lines = run("export", "jsonl").done().splitlines(keepends=True)
    Path("part.jsonl").write_text("".join(line for line in lines if "radio-howitzers" not in line), encoding="utf-8")
    assert _nodes(run("load", "part.jsonl").done()) == _line("nodes", 0, 0, 1)
    ran = run("ask", "timeline", "--event", "aa-bb-howitzers")
    assert "radio-howitzers" not in ran.out
    assert ran.err.startswith("note: ")
    assert "was loaded from a file; 'kg load' brings the facts of" in ran.err
    run("load").done()
    assert "radio-howitzers" in _claims()


def test_standard_input(small: Path) -> None:
    lines = run("export", "jsonl").done()
    assert _nodes(run("load", "-", "--store", "copy.grafeo", stdin=lines.encode()).done()) == _line("nodes", corpus.COUNT, 0, 0)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"", ["the file is empty"]),
        (b"\n\n", ["the file is empty"]),
        (b"nonsense\n", ["x.jsonl:1:", "not JSON"]),
        (b"[1, 2]\n", ["x.jsonl:1", "no 'type'"]),
        (b'{"type": "clam", "id": "x"}\n', ["x.jsonl:1", "unknown type 'clam'", "did you mean 'claim'?"]),
        (b'{"type": "state", "id": "aa", "name": "A", "nmae": "B"}\n', ["x.jsonl:1", "unknown field 'nmae'", "did you mean 'name'?"]),
        (b'{"type": "state", "id": "aa"}\n{"type": "state", "id": "Not An Id", "name": "B"}\n', ["x.jsonl:1", "x.jsonl:2", "2 errors"]),
        (b'{"type": "state", "id": "aa", "name": "\xff"}\n', ["x.jsonl:1", "not UTF-8"]),
        (b'{"type": "state", "id": "aa", "name": "\\ud800"}\n', ["x.jsonl:1"]),
        (b"[" * 100_000 + b"\n", ["x.jsonl:1", "not JSON"]),
    ],
    ids=["empty", "blank", "text", "list", "type", "field", "two", "encoding", "surrogate", "deep"],
)
def test_a_broken_file_changes_nothing(text: bytes, words: list[str]) -> None:
    Path("x.jsonl").write_bytes(text)
    run("load", "x.jsonl", "--store", "s.grafeo").failed(*words)
    assert not Path("s.grafeo").exists()


# ---- what stands in the way


@contextmanager
def _held(path: Path) -> Iterator[None]:
    """Hold a store open for writing in another process."""
    code = "import sys, grafeo; db = grafeo.GrafeoDB(sys.argv[1]); print('held', flush=True); sys.stdin.read(); db.close()"
    with subprocess.Popen([sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "held\n"
        try:
            yield
        finally:
            other.communicate("")


@pytest.mark.usefixtures("small")
def test_a_store_that_another_process_holds() -> None:
    run("load", "--store", "s.grafeo").done()
    exported = run("export", "jsonl", "--store", "s.grafeo").done()
    with _held(Path("s.grafeo")):
        for command in (["load"], ["load", "--dry-run"], ["ask", "index"], ["show", "aa"], ["export", "jsonl"]):
            run(*command, "--store", "s.grafeo").failed("another process holds the store s.grafeo", "wait", "--store")
    assert run("export", "jsonl", "--store", "s.grafeo").done() == exported


@pytest.mark.usefixtures("small")
def test_readers_do_not_stand_in_each_others_way() -> None:
    run("load", "--store", "s.grafeo").done()
    code = "import sys, grafeo; db = grafeo.GrafeoDB.open_read_only(sys.argv[1]); print('open', flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", code, "s.grafeo"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "open\n"
        run("ask", "index", "--store", "s.grafeo").done()
        other.communicate("")


@pytest.mark.parametrize("content", [b"garbage\n", b"", b"\x00" * 10_000, b"SQLite format 3\x00"], ids=["text", "empty", "zeros", "sqlite"])
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


def _without_rights() -> list[str]:
    """Return what to put before a command so that file permissions hold for it even when root runs the tests."""
    if os.geteuid():
        return []
    code = (
        "import ctypes, os, sys; c = ctypes.CDLL(None); "
        "[c.prctl(24, right, 0, 0, 0) for right in (1, 2)]; os.execv(sys.argv[1], sys.argv[1:])"
    )  # PR_CAPBSET_DROP of CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH
    before = [sys.executable, "-c", code]
    probe = subprocess.run([*before, shutil.which("cat") or "cat", "/dev/null"], check=False, capture_output=True)
    if not hasattr(ctypes.CDLL(None), "prctl") or probe.returncode:
        pytest.skip("root whose rights cannot be dropped here")
    return before


def test_a_folder_that_cannot_be_written(small: Path, tmp_path: Path) -> None:
    before = _without_rights()
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
        corpus.claim(found := corpus.facts(), "bb-denial")["paraphrase"] = "Changed."
        corpus.write(small, found)
        for store in ("s.grafeo", "new.grafeo"):
            ran = spawn("load", "--store", locked / store, before=before, env=env)
            assert ran.code == 1
            assert f"cannot open or write the store {locked / store}" in ran.err
            assert "check room, folder and rights" in ran.err
        for name in ("x.jsonl", "new/x.jsonl"):
            ran = spawn("export", "jsonl", "--store", "memory", "--output", locked / name, before=before, env=env)
            ran.failed(f"cannot write {locked / name}: Permission denied")
        assert sorted(path.name for path in locked.iterdir()) == ["s.grafeo"]
    finally:
        os.chmod(locked, 0o755)


def test_a_store_that_cannot_be_read(small: Path, tmp_path: Path) -> None:
    before = _without_rights()
    run("load", "--store", "s.grafeo").done()
    os.chmod("s.grafeo", 0)
    ran = spawn("ask", "index", "--store", "s.grafeo", before=before, env={"KG_SEEDS": str(small)})
    ran.failed("cannot open or write the store s.grafeo")


def test_seeds_that_cannot_be_read(small: Path) -> None:
    before = _without_rights()
    os.chmod(small / "names.yaml", 0)
    ran = spawn("check", before=before, env={"KG_SEEDS": str(small)})
    assert ran.code == 1
    assert re.search(r"names\.yaml: cannot .*read.*: Permission denied", ran.err)


# ---- nodes of others


def _foreign(path: Path) -> list[object]:
    """Return the nodes and edges of others in a file."""
    db = grafeo.GrafeoDB.open_read_only(str(path))
    nodes = db.execute_cypher("MATCH (n) WHERE NOT n:Kg AND NOT n:KgStore RETURN n ORDER BY n.id", {}).to_list()
    edges = db.execute_cypher("MATCH (a:Theirs)-[r]->(b:Theirs) RETURN a.id AS a, r, b.id AS b", {}).to_list()
    db.close()
    return [nodes, edges]


def test_nodes_of_others_are_refused_then_left_alone(small: Path) -> None:
    path = Path("shared.grafeo")
    db = grafeo.GrafeoDB(str(path))
    db.execute_cypher("CREATE (:Theirs {id: 'x', name: 'Their own'})-[:KNOWS {since: 1}]->(:Theirs {id: 'aa', name: 'Same id as ours'})", {})
    db.close()
    theirs, content = _foreign(path), path.read_bytes()
    assert theirs[0]
    for more in ([], ["--beside", "other"], ["--dry-run"]):
        run("load", "--store", path, *more).failed("shared.grafeo holds 2 nodes that did not come from here", "--beside shared")
        assert path.read_bytes() == content

    run("load", "--store", path, "--beside", "shared", "--dry-run").done()
    assert path.read_bytes() == content
    assert _nodes(run("load", "--store", path, "--beside", "shared").done()) == _line("nodes", corpus.COUNT, 0, 0)
    assert _foreign(path) == theirs
    assert run("export", "jsonl", "--store", path).done() == _rebuilt()

    found = corpus.facts()
    del found["documents/2026-01-06-radio.yaml"]["claims"]
    corpus.write(small, found)
    run("load", "--store", path).failed("--beside shared")
    assert _nodes(run("load", "--store", path, "--beside", "shared").done()) == _line("nodes", 0, 0, 1)
    assert _foreign(path) == theirs
    assert json.loads(run("show", "aa", "--store", path).done())["properties"]["name"] == "Alphaland"


# ---- all or nothing


MANY = 600
"""Claims in the larger corpus: enough for a load to be caught in the middle."""


def _larger(path: Path, claims: int) -> None:
    """Write the small corpus with many more claims as a file to load."""
    base = run("export", "jsonl", "--store", "memory").done()
    line = next(line for line in base.splitlines() if '"id": "bb-denial"' in line)
    more = [line.replace('"id": "bb-denial"', f'"id": "denial-{number}"') for number in range(claims)]
    path.write_text(base + "\n".join(more) + "\n", encoding="utf-8")


@pytest.mark.parametrize("after", [0.0, 0.1])
@pytest.mark.parametrize("loaded", [False, True], ids=["new", "loaded before"])
def test_a_load_that_is_killed_leaves_the_store_as_it_was(loaded: bool, after: float, small: Path) -> None:
    _larger(Path("large.jsonl"), MANY)
    store, journal = Path("s.grafeo"), Path("s.grafeo.wal")
    if loaded:
        run("load", "--store", store).done()
    before = run("export", "jsonl", "--store", "memory").done() if loaded else ""
    everything = sorted(json.loads(line)["id"] for line in Path("large.jsonl").read_text(encoding="utf-8").splitlines())
    with subprocess.Popen([KG, "load", "large.jsonl", "--store", store], env=clean(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as load:
        deadline = time.monotonic() + 60
        while not journal.exists() and load.poll() is None and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(after)
        load.send_signal(signal.SIGKILL)
        assert load.wait() in (-signal.SIGKILL, 0)
        killed = load.returncode != 0
    assert killed or after, "it was killed while it wrote"
    left = run("export", "jsonl", "--store", store) if store.exists() else None
    # Killed at its first writing it has changed nothing; a moment later it may have ended, or ended but for its good-bye.
    if after and left is not None and left.code == 0 and left.out != before:
        assert sorted(line["id"] for line in map(json.loads, left.out.splitlines())) == everything
    elif loaded:
        assert killed
        assert left is not None
        assert left.done() == before
    elif left is not None:
        assert killed
        left.failed("nothing is loaded in s.grafeo")
    run("load", "large.jsonl", "--store", store).done()
    assert len(run("export", "jsonl", "--store", store).done().splitlines()) == corpus.COUNT + MANY


@pytest.mark.parametrize("kilobytes", [4, 60])
@pytest.mark.parametrize("loaded", [False, True], ids=["new", "loaded before"])
def test_a_disk_that_is_full(loaded: bool, kilobytes: int, small: Path) -> None:
    import resource

    store = Path("s.grafeo")
    if loaded:
        run("load", "--store", store).done()
    before = run("export", "jsonl", "--store", "memory").done() if loaded else None
    found = corpus.facts()
    found["names.yaml"]["states"].append({"id": "cc", "name": "Gammaland"})
    corpus.write(small, found)
    after = run("export", "jsonl", "--store", "memory").done()

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (kilobytes * 1024, kilobytes * 1024))

    ran = spawn("load", "--store", store, env={"KG_SEEDS": str(small)}, preexec_fn=limit)
    assert ran.code == 1
    assert "error: cannot open or write the store s.grafeo" in ran.err
    if store.exists():
        held = run("export", "jsonl", "--store", store)
        assert (held.code == 1 and "nothing is loaded" in held.err) if before is None and held.code else held.out in (before, after)
    run("load", "--store", store).done()
    assert run("export", "jsonl", "--store", store).done() == after


@pytest.mark.parametrize("loaded", [False, True], ids=["new", "loaded before"])
def test_a_load_that_fails_half_way_leaves_the_store_as_it_was(loaded: bool, small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.store import embedded

    store = Path("s.grafeo")
    if loaded:
        run("load", "--store", store).done()
    found = corpus.facts()
    found["names.yaml"]["states"].append({"id": "cc", "name": "Gammaland"})
    corpus.write(small, found)
    real = embedded.batches

    def broken(*args: object, **more: object) -> Iterator[object]:
        yield next(iter(real(*args, **more)))  # type: ignore[arg-type]
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(embedded, "batches", broken)
        ran = run("load", "--store", store)
    assert ran.code == 1
    assert "No space left on device" in ran.err
    assert store.exists() == loaded
    assert not Path("s.grafeo.wal").exists()
    if loaded:
        assert "Gammaland" not in run("export", "jsonl", "--store", store).out
    assert run("load", "--store", store).code == 0
