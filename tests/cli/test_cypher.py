"""`kg cypher`: statements, parameters, limits, formats, mistakes, and that nothing is ever written."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.test_hostile import VALUES, clean_line
from tests.cli.tools import KG, clean, run
from tests.free.attempts import READS_BEYOND, WRITES
from tests.waiting import child_works, until

ONE = "MATCH (c:Claim {id: $id}) RETURN c.stance AS stance"
ID = "id=isw-troops-arrived-2024-10-12"


@pytest.fixture(autouse=True)
def _untouched(corpus_folder: Path) -> object:
    """No run of this file changes a byte of the store, or leaves anything beside it."""
    store = corpus_folder / "build" / "kg.grafeo"
    before = sha256(store.read_bytes()).hexdigest(), sorted(store.parent.iterdir())
    yield
    assert (sha256(store.read_bytes()).hexdigest(), sorted(store.parent.iterdir())) == before


def test_a_statement_from_every_place(tmp_path: Path) -> None:
    wanted = [{"stance": "asserts"}]
    (tmp_path / "one.cypher").write_text(f"// One claim\n{ONE};\n", encoding="utf-8")
    (tmp_path / "values.json").write_text(json.dumps({"id": ID[3:]}), encoding="utf-8")
    calls = (
        (("cypher", ONE, "--param", ID), b""),
        (("cypher", "-", "--param", ID), ONE.encode()),
        (("cypher", "--file", "-", "--param", ID), ONE.encode()),
        (("cypher", "--file", str(tmp_path / "one.cypher"), "--param", ID), b""),
        (("cypher", ONE, "--params", str(tmp_path / "values.json")), b""),
        (("cypher", ONE, "--params", "-"), json.dumps({"id": ID[3:]}).encode()),
    )
    for call, stdin in calls:
        assert json.loads(run(*call, stdin=stdin).done()) == wanted, call


def test_values_are_json_or_text() -> None:
    pairs = {
        "a": ("5", 5),
        "b": ("five", "five"),
        "c": ("true", True),
        "d": ("null", None),
        "e": ('["kp", 1]', ["kp", 1]),
        "f": ('"5"', "5"),
        "g": ("2024-10-11", "2024-10-11"),
        "h": ("", ""),
        "i": ("NaN", "NaN"),
        "j": ('{"x": [1.5]}', {"x": [1.5]}),
        "k": ("a=b", "a=b"),
    }
    words = [word for name, (given, _) in pairs.items() for word in ("--param", f"{name}={given}")]
    (row,) = json.loads(
        run("cypher", "RETURN " + ", ".join(f"${name} AS {name}" for name in pairs), *words).done()
    )
    assert row == {name: value for name, (_, value) in pairs.items()}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES.keys())
def test_a_hostile_value_is_only_a_value(value: str, tmp_path: Path) -> None:
    (tmp_path / "values.json").write_text(json.dumps({"x": value}), encoding="utf-8")
    rows = json.loads(
        run("cypher", "RETURN $x AS x, size($x) AS long", "--params", str(tmp_path / "values.json")).done()
    )
    assert rows == [{"x": value, "long": len(value)}]
    for style in ("table", "csv", "markdown", "html", "jsonl"):
        ran = run("cypher", "RETURN $x AS x", "--params", str(tmp_path / "values.json"), "--format", style)
        assert ran.code == 0
        if style in ("table", "markdown"):
            assert all(line.isprintable() for line in ran.out.split("\n"))
        if style == "html":
            assert "<script>alert" not in ran.out


def test_ten_megabytes_are_a_value(tmp_path: Path) -> None:
    (tmp_path / "values.json").write_text(json.dumps({"x": "x'" * 5_000_000}), encoding="utf-8")
    assert json.loads(
        run("cypher", "RETURN size($x) AS long", "--params", str(tmp_path / "values.json")).done()
    ) == [{"long": 10_000_000}]


@pytest.mark.usefixtures("corpus_folder")
def test_writes_are_refused() -> None:
    """Most of them not because they cannot be read: the engine knows them and says no."""
    ran = {statement: run("cypher", statement) for statement in WRITES}
    for statement, done in ran.items():
        assert (done.code in (1, 2), done.out) == (True, ""), statement
        assert done.err.splitlines()[-1].startswith("error: ")
    assert sum("the statement would write" in done.err for done in ran.values()) >= 25


@pytest.mark.parametrize("statement", READS_BEYOND)
def test_nothing_but_the_graph_is_read(statement: str) -> None:
    ran = run("cypher", statement)
    assert ran.code in (1, 2)
    assert ran.out == ""
    assert "root:" not in ran.err


@pytest.mark.parametrize("store", ["memory", "default"])
def test_a_write_is_refused_by_the_engine_in_memory_as_well(store: str) -> None:
    ran = run("cypher", "CREATE (n:X)", *(["--store", "memory"] if store == "memory" else []))
    ran.failed("the statement would write, and the store is open for reading only")


def test_rows_are_cut_off_with_a_notice() -> None:
    ran = run("cypher", "UNWIND range(1, 1500) AS i RETURN i")
    assert (len(json.loads(ran.out)), ran.err) == (
        1_000,
        "note: The first 1,000 rows; --limit 0 gives all.\n",
    )
    assert (
        len(json.loads(run("cypher", "UNWIND range(1, 1500) AS i RETURN i", "--limit", "0").done())) == 1_500
    )
    assert len(json.loads(run("cypher", "UNWIND range(1, 1000) AS i RETURN i").done())) == 1_000
    shown = run("cypher", "UNWIND range(1, 9) AS i RETURN i", "--limit", "2", "--format", "table").done()
    assert "The first 2 rows; --limit 0 gives all." in shown


def test_nodes_edges_and_paths_can_be_read() -> None:
    statement = "MATCH p = (c:Claim {id: $id})-[r:SAID_BY]->(a) RETURN c, r, a, p"
    (row,) = json.loads(run("cypher", statement, "--param", ID).done())
    assert row["c"]["labels"] == ["Claim"]
    assert row["c"]["properties"]["said"] == "2024-10-12"
    assert (row["r"]["type"], row["r"]["start"], row["r"]["end"]) == ("SAID_BY", ID[3:], "isw")
    assert row["a"]["labels"] == ["Actor", "Organization"]
    assert [node["id"] for node in row["p"]["nodes"]] == [ID[3:], "isw"]
    assert row["p"]["edges"] == [row["r"]]
    (line,) = (
        run(
            "cypher",
            "MATCH p = (c:Claim {id: $id})-[:SAID_BY]->(a) RETURN p",
            "--param",
            ID,
            "--format",
            "csv",
        )
        .done()
        .splitlines()[1:]
    )
    assert line == f"(:Claim {ID[3:]})-[:SAID_BY]->(:Organization isw)"


def test_days_and_other_values_are_written_as_iso() -> None:
    (row,) = json.loads(
        run(
            "cypher",
            "RETURN date('2024-10-11') AS day, [date('2024-10-11')] AS days, {a: 1.0/0.0} AS much,"
            " duration('P1D') AS long",
        ).done()
    )
    assert (row["day"], row["days"], row["much"]) == ("2024-10-11", ["2024-10-11"], {"a": "inf"})
    assert row["long"].startswith("P")


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (
            ("MATCH (n:Claim RETURN n",),
            ["  MATCH (n:Claim RETURN n", "                 ^", "error: statement:1:16: expected ')'"],
        ),
        (
            ("MATCH (n:Claim)\nRETRUN n",),
            ["  RETRUN n", "  ^", "error: statement:2:1: expected end of query"],
        ),
        (("RETURN foo(1)",), ["error: statement: unknown function 'foo'"]),
        (
            ("RETURN $a, $b", "--param", "b=1", "--param", "c=2"),
            [
                "error: the statement uses no $c; expected $a, $b",
                "error: the statement needs $a; expected a value for it: --param a=VALUE",
                "2 errors; nothing was changed.",
            ],
        ),
        (
            ("RETURN 1; RETURN 2",),
            ["error: there are 2 statements; expected one; for example: MATCH (c:Claim) RETURN c.id LIMIT 5"],
        ),
        (
            ("// nothing",),
            ["error: there is no statement; expected one; for example: MATCH (c:Claim) RETURN c.id LIMIT 5"],
        ),
        (
            ("RETURN $x", "--param", "x"),
            ["error: 'x' is no parameter; expected NAME=VALUE; for example --param day=2024-10-18"],
        ),
        (
            ("RETURN $x", "--param", f"x={2**70}"),
            ["error: the number in 'x' is too large; expected a whole number of 64 bits, or text in quotes"],
        ),
        (
            ("RETURN $x", "--param", 'x="\\ud800"'),
            ["error: the text in 'x' is not Unicode: half of a surrogate pair; expected text"],
        ),
        (
            ("--file", "none.cypher"),
            ["error: cannot read none.cypher: No such file or directory; name another file"],
        ),
        (
            ("-", "--params", "-"),
            [
                "error: statement and values cannot both come from standard input; expected a file for one of"
                " them"
            ],
        ),
    ],
)
def test_mistakes_are_reported_with_their_place(call: tuple[str, ...], told: list[str]) -> None:
    ran = run("cypher", *call)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines() == told


@pytest.mark.parametrize(
    ("statement", "hint"),
    [
        (
            "RETURN COLLECT { MATCH (n) RETURN n }",
            "the embedded engine has no COLLECT { } subqueries; expected collect(...) after WITH",
        ),
        ("MATCH (n:State|Person) RETURN n", "has no label expressions with | & !; expected WHERE n:A OR n:B"),
        (
            "MATCH (n WHERE n.id = 'x')-[]->() RETURN n",
            "has no WHERE inside a node pattern; expected WHERE after MATCH",
        ),
    ],
)
def test_what_the_engine_lacks_is_reported_with_what_to_write(statement: str, hint: str) -> None:
    assert hint in run("cypher", statement).err


def test_a_mistyped_label_is_named_when_nothing_is_found() -> None:
    ran = run("cypher", "MATCH (c:Clam)-[:SAYD_BY]->() RETURN c")
    assert json.loads(ran.out) == []
    assert (
        ran.err
        == "note: No label is called 'Clam'; did you mean 'Claim'? No edge is called 'SAYD_BY'; did you mean"
        " 'SAID_BY'?\n"
    )


def test_explain_runs_nothing() -> None:
    assert "NodeScan (c:Claim)" in run("cypher", "--explain", "MATCH (c:Claim) RETURN c.id").done()


def test_too_long_and_too_much_end_with_a_message() -> None:
    began = time.monotonic()
    slow = run(
        "cypher",
        "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c RETURN sum(a * b %"
        " 7 + c)",
        "--timeout",
        "1",
    )
    slow.failed("the statement took longer than allowed (1 s)")
    assert time.monotonic() - began < 10
    run("cypher", "RETURN range(1, 10000000000) AS x").failed("it needs more memory than allowed (2,048 MB)")


def test_ctrl_c_ends_it_at_once(corpus_folder: Path) -> None:
    slow = (
        "UNWIND range(1, 3000) AS a UNWIND range(1, 3000) AS b UNWIND range(1, 3000) AS c RETURN sum(a * b %"
        " 7 + c)"
    )
    process = subprocess.Popen(
        [KG, "cypher", slow],
        env=clean({"KG_SEEDS": str(corpus_folder / "seeds")}),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    until(lambda: child_works(process.pid))
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=10)
    assert (process.returncode, out) == (130, b"")
    assert err.decode().strip().endswith("error: interrupted")


def test_a_reader_that_goes_away_and_a_full_disk(corpus_folder: Path) -> None:
    call: list[str | Path] = [KG, "cypher", "UNWIND range(1, 100000) AS i RETURN i", "--limit", "0"]
    env = clean({"KG_SEEDS": str(corpus_folder / "seeds")})
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(call, stdout=write, stderr=subprocess.PIPE, env=env, check=False, timeout=60)
    os.close(write)
    assert (done.returncode, done.stderr) == (1, b"")
    if Path("/dev/full").exists():
        with open("/dev/full", "wb") as full:
            done = subprocess.run(call, stdout=full, stderr=subprocess.PIPE, env=env, check=False, timeout=60)
        assert (done.returncode, done.stderr.decode()) == (
            1,
            "error: cannot write the output: the disk is full; make room\n",
        )


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, corpus_folder: Path) -> None:
    (tmp_path / "out").mkdir()
    ran = run("cypher", "MATCH (c:Claim) RETURN c.id AS id", "--output", str(tmp_path / "out" / "ids.csv"))
    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "out" / "ids.csv").read_text(encoding="utf-8").startswith("id")
    run("cypher", "RETURN foo(1)", "--output", str(tmp_path / "out" / "other.csv"))
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["ids.csv"]


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES.keys())
def test_a_hostile_statement_is_an_error_on_clean_lines(value: str) -> None:
    for call in (("cypher", "--", value), ("cypher", "RETURN 1", "--param", f"{value}=1")):
        ran = run(*call)
        assert (ran.code, ran.out) == (2, "")
        assert all(clean_line(line + "\n") for line in ran.err.splitlines())
