"""Stores that cannot be read.

The default one is built again with a note or answered from memory; one that was named is called damaged. What
the engine says never stands alone.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import grafeo
import pytest

from tests.cli.tools import run, spawn, without_rights

Damage = Callable[[Path], object]


def _flipped(path: Path) -> None:
    content = bytearray(path.read_bytes())
    for place in range(0, len(content), 64):  # most of the file is room for more
        content[place] ^= 1
    path.write_bytes(content)


def _turned(path: Path, place: int) -> None:
    """Turn over one bit."""
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def _foreign_journal(path: Path) -> None:
    """Leave the journal of another store beside this one."""
    other = grafeo.GrafeoDB(str(path.with_name("other")))
    other.create_node(["Other"])
    shutil.copytree(path.with_name("other.wal"), path.with_name(path.name + ".wal"))
    other.close()
    path.with_name("other").unlink()


DAMAGES: dict[str, tuple[Damage, str]] = {
    "empty": (lambda path: os.truncate(path, 0), "is not a store of this program"),
    "header cut": (lambda path: os.truncate(path, 16), "is damaged"),
    "half": (lambda path: os.truncate(path, path.stat().st_size // 2), "is damaged"),
    "bytes changed": (_flipped, "is"),
    "block that names the graph": (lambda path: _turned(path, 8196), "is damaged"),
    "another kind": (lambda path: path.write_bytes(b"SQLite format 3\x00" * 99), "is not a store"),
    "journal of another store": (_foreign_journal, "is damaged"),
    "no journal": (lambda path: path.with_name(path.name + ".wal").touch(), "cannot open"),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_the_default_store_is_built_again(damage: str, small: Path) -> None:
    run("load").done()
    answer = run("ask", "index").done()
    store = small.parent / "build" / "kg.grafeo"
    do, words = DAMAGES[damage]
    do(store)
    seen = run("doctor", "--format", "json")
    [row] = [row for row in json.loads(seen.out) if row["what"] == "store"]
    assert (row["state"], "GRAFEO" in row["found"]) == ("problem", False), row
    assert f"{store} {words}" in row["found"].replace(
        "cannot open or write the store", f"{store} cannot open"
    )
    assert "the default one" in row["found"]
    ran = run("ask", "index")
    assert (ran.code, ran.out, ran.err.count("\n")) == (0, answer, 1), ran
    assert ran.err.startswith("note: ")
    assert ran.err.endswith(": it is built again\n")
    assert "GRAFEO" not in ran.err
    assert run("ask", "index").done() == answer
    assert [path.name for path in store.parent.iterdir()] == ["kg.grafeo"]


def test_a_load_builds_the_default_store_again(small: Path) -> None:
    run("load").done()
    os.truncate(small.parent / "build" / "kg.grafeo", 5_000)
    ran = run("load")
    assert (ran.code, ran.out.splitlines()[-1][-9:], ran.err.count("note: ")) == (0, "is loaded", 1), ran


@pytest.mark.parametrize("damage", [name for name in DAMAGES if name != "no journal"])
def test_a_store_that_was_named_is_called_damaged(damage: str, small: Path) -> None:
    run("load", "--store", "s.grafeo").done()
    do, words = DAMAGES[damage]
    do(Path("s.grafeo"))
    content = Path("s.grafeo").read_bytes()
    for command in (["ask", "index"], ["load"], ["status"]):
        ran = run(*command, "--store", "s.grafeo")
        ran.failed(f"s.grafeo {words}", "delete")
        assert "GRAFEO" not in ran.err
    assert run("doctor", "--store", "s.grafeo").code == 1
    assert Path("s.grafeo").read_bytes() == content


@pytest.mark.parametrize("place", [4096, 4100, 4104, 8192, 8196, 8200])
def test_the_graph_before_the_last_load_never_answers(place: int, small: Path) -> None:
    """The engine keeps two blocks that name a graph, and takes the other where one is damaged."""
    run("load", "--store", "s.grafeo").done()
    names = small / "names.yaml"
    names.write_text(names.read_text("utf-8").replace("Alphaland", "Omegaland"), encoding="utf-8")
    run("load", "--store", "s.grafeo").done()
    answer = run("export", "jsonl", "--store", "s.grafeo").done()
    assert "Omegaland" in answer
    _turned(Path("s.grafeo"), place)
    ran = run("export", "jsonl", "--store", "s.grafeo")
    assert (ran.code, ran.out) in ((0, answer), (1, "")), ran
    assert ran.code == 0 or "is damaged" in ran.err


def test_a_folder_in_the_place_of_the_default_store(small: Path) -> None:
    (small.parent / "build" / "kg.grafeo" / "mine").mkdir(parents=True)
    ran = run("ask", "index")
    assert (ran.code, ran.err.count("\n")) == (0, 1)
    assert "kg.grafeo is a folder: this answer comes from memory" in ran.err
    run("load").failed("kg.grafeo is a folder")
    assert (small.parent / "build" / "kg.grafeo" / "mine").is_dir()


@pytest.mark.parametrize("kept", ["nothing", "older", "unreadable"])
def test_a_folder_that_cannot_be_written_is_answered_from_memory(kept: str, small: Path) -> None:
    before, env = without_rights(), {"KG_SEEDS": str(small)}
    build = small.parent / "build"
    build.mkdir()
    if kept != "nothing":
        run("load").done()
    with (small / "names.yaml").open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    if kept == "unreadable":
        os.chmod(build / "kg.grafeo", 0)
    os.chmod(build, 0o555)
    try:
        ran = spawn("ask", "index", before=before, env=env)
        seen = spawn("doctor", "--format", "json", before=before, env=env)
    finally:
        os.chmod(build, 0o755)
    assert (ran.code, ran.out) == (0, run("ask", "index", "--store", "memory").done())
    assert ran.err.count("\n") == 1
    assert ran.err.endswith("this answer comes from memory\n")
    [row] = [row for row in json.loads(seen.out) if row["what"] == "store"]
    assert "every answer comes from memory" in row["found"]
    assert seen.code == 0
