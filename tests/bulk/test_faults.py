"""All faults of a file are reported at once, in the words and with the lines of the checks in memory."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import SeedError
from kg.load.seeds import plan_file
from kg.sources.json_lines import read
from kg.store import connect
from tests.bulk.conftest import Writer
from tests.laws import examples


def problems_of(work: Callable[[], object]) -> list[str]:
    try:
        work()
    except SeedError as error:
        return [str(problem) for problem in error.problems]
    return []


def both(lines: list[str], write: Writer) -> tuple[list[str], list[str]]:
    file = write(lines)
    return problems_of(lambda: read(lines, file)), problems_of(lambda: plan_file(file, connect("memory")))


def change(line: str, **fields: object) -> str:
    return json.dumps(json.loads(line) | fields)


EDITS: dict[str, Callable[[str], list[str]]] = {
    "twice": lambda line: [line, line],
    "gone": lambda line: [],
    "not json": lambda line: [line[:-1]],
    "no type": lambda line: [line.replace('"type"', '"kind of"', 1)],
    "unknown type": lambda line: [change(line, type="sttae")],
    "unknown field": lambda line: [change(line, nmae="x")],
    "unknown speaker": lambda line: [change(line, speaker="person-00003")],
    "speaker of another kind": lambda line: [change(line, speaker="weapon-03")],
    "document of another kind": lambda line: [line.replace('"document": "doc-', '"document": "state-', 1)],
    "relays itself": lambda line: [change(line, relays=[json.loads(line)["id"]])],
    "relays nobody": lambda line: [change(line, relays=["claim-00000001"])],
    "said too late": lambda line: [change(line, said="2031-01-01")],
    "another id": lambda line: [change(line, id="state-01")],
    "id of the wrong form": lambda line: [change(line, id="State 01")],
    "key twice": lambda line: [line[:-1] + ', "id": "x"}'],
    "blank lines": lambda line: ["", line, "  "],
}


@pytest.mark.parametrize("edit", EDITS)
def test_one_fault_in_a_claim(edit: str, lines: list[str], write: Writer) -> None:
    place = next(i for i, line in enumerate(lines) if '"claim-000000100"' in line)
    wanted, got = both([*lines[:place], *EDITS[edit](lines[place]), *lines[place + 1 :]], write)
    assert got == wanted
    assert bool(got) == (edit != "blank lines")


@settings(max_examples=examples(20), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_faults_together(data: st.DataObject, lines: list[str], write: Writer) -> None:
    some = lines[::4]
    edits = data.draw(
        st.dictionaries(st.integers(0, len(some) - 1), st.sampled_from(sorted(EDITS)), max_size=6)
    )
    changed = [
        new for i, line in enumerate(some) for new in (EDITS[edits[i]](line) if i in edits else [line])
    ]
    edited = [line for line in lines if line not in set(some)] + changed
    order = data.draw(st.sampled_from([1, -1]))
    wanted, got = both(edited[::order], write)
    assert got == wanted[:100]


def test_the_first_hundred_are_listed_and_the_rest_is_counted(lines: list[str], write: Writer) -> None:
    file = write([line.replace('"speaker": "', '"speaker": "no-') for line in lines])
    wanted = sum('"speaker": "' in line for line in lines)
    with pytest.raises(SeedError) as caught:
        plan_file(file, connect("memory"))
    assert (len(caught.value.problems), caught.value.total) == (100, wanted)
    assert [p.where.line for p in caught.value.problems if p.where] == sorted(
        p.where.line for p in caught.value.problems if p.where
    )
    assert "names an unknown 'no-" in str(caught.value.problems[0])


def test_nothing_is_touched(lines: list[str], write: Writer, tmp_path: Path) -> None:
    path = tmp_path / "a.grafeo"
    with pytest.raises(SeedError):
        plan_file(write(lines[5:]), connect(str(path)))
    assert not path.exists()


def test_files_that_cannot_be_read(lines: list[str], write: Writer, tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.jsonl.gz"
    damaged.write_bytes(gzip.compress("\n".join(lines).encode())[:-2_000])
    assert "is a damaged gzip file" in problems_of(lambda: plan_file(str(damaged), connect("memory")))[0]
    assert "the file is empty" in problems_of(lambda: plan_file(write([""]), connect("memory")))[0]
    assert "cannot read" in problems_of(lambda: plan_file(str(tmp_path / "absent"), connect("memory")))[0]
    latin = tmp_path / "latin.jsonl"
    latin.write_bytes((lines[0] + "\n").encode() + lines[1].replace("Question", "Fräge").encode("latin-1"))
    problems = problems_of(lambda: plan_file(str(latin), connect("memory")))
    assert [f"{latin}:2:" in problems[0], "not UTF-8" in problems[0], len(problems)] == [True, True, 1]
    endless = tmp_path / "endless.jsonl"
    with endless.open("wb") as file:
        os.truncate(file.fileno(), 17 * 2**20)
    assert "longer than" in problems_of(lambda: plan_file(str(endless), connect("memory")))[0]
