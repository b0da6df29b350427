"""`kg load` and the stores that questions are asked of."""

from __future__ import annotations

import json
from pathlib import Path

import grafeo
import pytest

from tests.cli import corpus
from tests.cli.tools import run


def _line(kind: str, added: int, changed: int, removed: int) -> str:
    return f"{kind}: {added} to add, {changed} to change, {removed} to remove"


def _nodes(out: str) -> str:
    return out.splitlines()[0]


def _claims(*more: str | Path) -> set[str]:
    return {
        row["claim"] for row in json.loads(run("ask", "timeline", "--event", "aa-bb-howitzers", *more).out)
    }


# ---- what a load does


@pytest.mark.usefixtures("small")
def test_first_second_and_what_changed(small: Path) -> None:
    first = run("load").done()
    assert _nodes(first) == _line("nodes", corpus.COUNT, 0, 0)
    assert first.endswith("build/kg.grafeo is loaded\n")

    second = run("load").done()
    assert [*second.splitlines()][:2] == [_line("nodes", 0, 0, 0), _line("edges", 0, 0, 0)]
    assert second.endswith("is up to date; nothing changed\n")

    facts = corpus.facts()
    corpus.claim(facts, "bb-denial")["paraphrase"] = "A spokesman says that not one gun was shipped."
    corpus.write(small, facts)
    assert _nodes(run("load").done()) == _line("nodes", 0, 1, 0)
    assert "not one gun was shipped" in run("show", "bb-denial").done()

    del facts["documents/2026-01-06-radio.yaml"]["claims"]
    corpus.write(small, facts)
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
    facts = corpus.facts()
    corpus.claim(facts, "bb-denial")["paraphrase"] = "Changed."
    del facts["documents/2026-01-06-radio.yaml"]["claims"]
    facts["names.yaml"]["states"].append({"id": "cc", "name": "Gammaland"})
    corpus.write(small, facts)
    out = run("load", "--dry-run").done()
    assert "  + cc\n  ~ bb-denial\n  - radio-howitzers\ndry run: nothing was written\n" in out
    assert store.read_bytes() == before


def test_dry_run_does_not_print_thousands_of_lines(corpus_folder: Path) -> None:
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
    facts = corpus.facts()
    names = facts["names.yaml"]
    names["organizations"].append({**names["states"].pop(), "kind": "company"})
    corpus.write(small, facts)
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
    facts = corpus.facts()
    del facts["documents/2026-01-06-radio.yaml"]["claims"]
    corpus.write(small, facts)
    assert _claims() == {"bb-denial", "pilot-howitzers", "post-howitzers", "times-howitzers"}


def test_a_named_store_is_left_as_it_is_and_says_that_it_is_stale(small: Path) -> None:
    run("load", "--store", "mine.grafeo").done()
    asked = ["ask", "timeline", "--event", "aa-bb-howitzers", "--store", "mine.grafeo"]
    before = run(*asked).done()
    stored = Path("mine.grafeo").read_bytes()
    facts = corpus.facts()
    del facts["documents/2026-01-06-radio.yaml"]["claims"]
    corpus.write(small, facts)
    for command in (
        asked,
        ["show", "aa", "--store", "mine.grafeo"],
        ["export", "jsonl", "--store", "mine.grafeo"],
    ):
        ran = run(*command)
        assert ran.err.startswith(
            "note: mine.grafeo is older than the seeds; 'kg load' brings it up to date"
        ), ran.err
        assert ran.err.count("note:") == 1
    assert run(*asked).out == before
    assert Path("mine.grafeo").read_bytes() == stored
    run("load", "--store", "mine.grafeo").done()
    assert run(*asked).done() != before


def test_asking_a_store_that_is_not_there(small: Path) -> None:
    for command in (["ask", "index"], ["export", "jsonl"], ["show", "aa"]):
        run(*command, "--store", "no.grafeo").failed("no store at no.grafeo", "kg load")
    assert not Path("no.grafeo").exists()


def test_asking_a_store_that_holds_nothing(small: Path) -> None:
    grafeo.GrafeoDB("empty.grafeo").close()
    for command in (
        ["ask", "index"],
        ["export", "jsonl"],
        ["show", "aa"],
        ["explain", "bb-denial"],
        ["view"],
    ):
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
    assert _nodes(run("load", "all.jsonl", "--store", "copy.grafeo").done()) == _line(
        "nodes", corpus.COUNT, 0, 0
    )
    assert run("load", "all.jsonl", "--store", "copy.grafeo").done().endswith("nothing changed\n")
    (small / "names.yaml").write_text("broken")
    assert run("ask", "index", "--store", "copy.grafeo").done(), (
        "it does not come from the seeds: nothing is stale"
    )


def test_a_file_into_the_default_store_is_kept_and_reported(small: Path) -> None:
    lines = run("export", "jsonl").done().splitlines(keepends=True)
    Path("part.jsonl").write_text(
        "".join(line for line in lines if "radio-howitzers" not in line), encoding="utf-8"
    )
    assert _nodes(run("load", "part.jsonl").done()) == _line("nodes", 0, 0, 1)
    ran = run("ask", "timeline", "--event", "aa-bb-howitzers")
    assert "radio-howitzers" not in ran.out
    assert ran.err.startswith("note: ")
    assert "was loaded from a file; 'kg load' brings the facts of" in ran.err
    run("load").done()
    assert "radio-howitzers" in _claims()


def test_standard_input(small: Path) -> None:
    lines = run("export", "jsonl").done()
    assert _nodes(run("load", "-", "--store", "copy.grafeo", stdin=lines.encode()).done()) == _line(
        "nodes", corpus.COUNT, 0, 0
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (b"", ["the file is empty"]),
        (b"\n\n", ["the file is empty"]),
        (b"nonsense\n", ["x.jsonl:1:", "not JSON"]),
        (b"[1, 2]\n", ["x.jsonl:1", "no 'type'"]),
        (b'{"type": "clam", "id": "x"}\n', ["x.jsonl:1", "unknown type 'clam'", "did you mean 'claim'?"]),
        (
            b'{"type": "state", "id": "aa", "name": "A", "nmae": "B"}\n',
            ["x.jsonl:1", "unknown field 'nmae'", "did you mean 'name'?"],
        ),
        (
            b'{"type": "state", "id": "aa"}\n{"type": "state", "id": "Not An Id", "name": "B"}\n',
            ["x.jsonl:1", "x.jsonl:2", "2 errors"],
        ),
        (b'{"type": "state", "id": "aa", "name": "\xff"}\n', ["x.jsonl:1", "not UTF-8"]),
        (b'{"type": "state", "id": "aa", "name": "\\ud800"}\n', ["x.jsonl:1"]),
        (b"[" * 100_000 + b"\n", ["x.jsonl:1:33", "nested more than 32 levels deep"]),
    ],
    ids=["empty", "blank", "text", "list", "type", "field", "two", "encoding", "surrogate", "deep"],
)
def test_a_broken_file_changes_nothing(text: bytes, words: list[str]) -> None:
    Path("x.jsonl").write_bytes(text)
    run("load", "x.jsonl", "--store", "s.grafeo").failed(*words)
    assert not Path("s.grafeo").exists()


# ---- nodes of others


def _foreign(path: Path) -> list[object]:
    """Return the nodes and edges of others in a file."""
    db = grafeo.GrafeoDB.open_read_only(str(path))
    nodes = db.execute_cypher(
        "MATCH (n) WHERE NOT n:Kg AND NOT n:KgStore RETURN n ORDER BY n.id", {}
    ).to_list()
    edges = db.execute_cypher("MATCH (a:Theirs)-[r]->(b:Theirs) RETURN a.id AS a, r, b.id AS b", {}).to_list()
    db.close()
    return [nodes, edges]


def test_nodes_of_others_are_refused_then_left_alone(small: Path) -> None:
    path = Path("shared.grafeo")
    db = grafeo.GrafeoDB(str(path))
    db.execute_cypher(
        "CREATE (:Theirs {id: 'x', name: 'Their own'})-[:KNOWS {since: 1}]->(:Theirs {id: 'aa', name: 'Same"
        " id as ours'})",
        {},
    )
    db.close()
    theirs, content = _foreign(path), path.read_bytes()
    assert theirs[0]
    for more in ([], ["--beside", "other"], ["--dry-run"]):
        run("load", "--store", path, *more).failed(
            "shared.grafeo holds 2 nodes that did not come from here", "--beside shared"
        )
        assert path.read_bytes() == content

    run("load", "--store", path, "--beside", "shared", "--dry-run").done()
    assert path.read_bytes() == content
    assert _nodes(run("load", "--store", path, "--beside", "shared").done()) == _line(
        "nodes", corpus.COUNT, 0, 0
    )
    assert _foreign(path) == theirs
    assert run("export", "jsonl", "--store", path).done() == _rebuilt()

    facts = corpus.facts()
    del facts["documents/2026-01-06-radio.yaml"]["claims"]
    corpus.write(small, facts)
    run("load", "--store", path).failed("--beside shared")
    assert _nodes(run("load", "--store", path, "--beside", "shared").done()) == _line("nodes", 0, 0, 1)
    assert _foreign(path) == theirs
    assert json.loads(run("show", "aa", "--store", path).done())["properties"]["name"] == "Alphaland"
