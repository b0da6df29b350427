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
from kg.load.stream import known
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


def counting(line: str, other: str) -> str:
    """Return the line of a claim with a figure of its own and of its document that count something."""
    figure = {"low": 5, "unit": "pieces", "of": other, "mode": "flow", "wording": "five"}
    citations = [cited | {"quantity": figure} for cited in json.loads(line).get("citations", ())]
    return change(line, quantity=figure, citations=citations)


def actor(id: str, *above: dict[str, str]) -> str:
    return json.dumps({"type": "person", "id": id, "name": "X", "part_of": above})


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
    "facet of a remark": lambda line: [change(line, stance="comments", facet="who")],
    "facet not given": lambda line: [change(line, stance="asserts", facet="where", place=None)],
    "firsthand of nobody": lambda line: [change(line, firsthand=True, speaker=None)],
    "firsthand of an unnamed source": lambda line: [
        '{"type": "unnamed_source", "id": "insider", "name": "X", "wording": "x"}',
        change(line, firsthand=True, speaker="insider"),
    ],
    "firsthand and named only later": lambda line: [
        change(line, firsthand=True, speakers=["insider", "state-01"], speaker=None),
        '{"type": "unnamed_source", "id": "insider", "name": "X", "wording": "x"}',
    ],
    "one speaks jointly": lambda line: [change(line, speakers=["state-01"], speaker=None)],
    "speaker and speakers": lambda line: [change(line, speakers=["state-01", "state-02"], speaker="unknown")],
    "the same speaks twice": lambda line: [change(line, speakers=["state-01"] * 2, speaker=None)],
    "an unknown joint speaker": lambda line: [change(line, speakers=["state-01", "nobody"], speaker=None)],
    "joint speakers of whom one contains another": lambda line: [
        change(line, speakers=["state-01", "office", "state-02"], speaker=None),
        actor("office", {"actor": "bureau"}, {"actor": "ward"}),
        actor("ward", {"actor": "state-01", "since": "2031"}),
        actor("bureau", {"actor": "state-02", "since": "2019"}),
    ],
    "reprints in a circle": lambda line: [line, *reprints("ra", "rb", "rc")],
    "a reprint of itself": lambda line: [line, *reprints("ra")],
    "a reprint before its original": lambda line: [
        line,
        change(reprints("rb")[0], reprint_of="ra", published="2023-12-31"),
        change(reprints("ra")[0], reprint_of=None),
    ],
    "a figure of what is no weapon": lambda line: [counting(line, "state-01")],
    "a figure of a claim": lambda line: [counting(line, json.loads(line)["id"])],
    "a figure of what comes later": lambda line: [
        counting(line, "later"),
        '{"type": "state", "id": "later", "name": "X"}',
    ],
    "blank lines": lambda line: ["", line, "  "],
    "joint speakers": lambda line: [change(line, speakers=["state-01", "state-02"], speaker=None)],
    "a figure of a word": lambda line: [counting(line, "personnel")],
    "a figure of a weapon": lambda line: [counting(line, "weapon-03")],
}
SAYS = {
    "facet of a remark": "'who' has no sense with 'comments'",
    "facet not given": "'where' has no sense without place",
    "firsthand of nobody": "nobody is known to have seen it",
    "firsthand of an unnamed source": "is firsthand, but its speaker 'insider' is an unnamed source",
    "firsthand and named only later": "is firsthand, but its speaker 'insider' is an unnamed source",
    "one speaks jointly": "one alone makes no joint statement",
    "speaker and speakers": "a joint statement has speakers and no speaker",
    "the same speaks twice": "'state-01' stands twice",
    "an unknown joint speaker": "names an unknown 'nobody' in 'speakers'",
    "joint speakers of whom one contains another": "(office -> bureau -> state-02)",
    "reprints in a circle": "in a circle: ra -> rb -> rc -> ra",
    "a reprint of itself": "'ra' refers to itself",
    "a reprint before its original": "'rb' of 2023-12-31 prints 'ra' again, which appeared only on",
    "a figure of what is no weapon": "counts 'state-01', which is a state",
    "a figure of a claim": "which is a claim",
    "a figure of what comes later": "counts 'later', which is a state",
}
"""What every problem holds."""
RIGHT = ("blank lines", "joint speakers", "a figure of a word", "a figure of a weapon")


def reprints(*ids: str) -> list[str]:
    """Return the lines of documents each of which prints the next again, the last the first."""
    fields = {
        "type": "document",
        "title": "X",
        "outlet": "outlet-001",
        "published": "2024-01-01",
        "recorded": "2025-01-01",
        "language": "en",
        "file": "x.txt",
        "sha256": "a" * 64,
    }
    return [
        json.dumps({**fields, "id": id, "reprint_of": ids[(place + 1) % len(ids)]})
        for place, id in enumerate(ids)
    ]


@pytest.mark.parametrize("edit", EDITS)
def test_one_fault_in_a_claim(edit: str, lines: list[str], write: Writer) -> None:
    place = next(i for i, line in enumerate(lines) if '"claim-000000100"' in line)
    wanted, got = both([*lines[:place], *EDITS[edit](lines[place]), *lines[place + 1 :]], write)
    assert got == wanted
    assert bool(got) == (edit not in RIGHT)
    assert sum(SAYS.get(edit, "") in problem for problem in got) == len(got)


@pytest.mark.parametrize(
    "edit", [edit for edit in SAYS if "later" in edit or "contains" in edit or "reprint" in edit]
)
def test_faults_among_facts_that_are_no_longer_in_memory(
    edit: str, lines: list[str], write: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known.Known.__init__, "__defaults__", (7,))
    test_one_fault_in_a_claim(edit, lines[::-1], write)


def test_what_cannot_be_read_is_no_claim_that_another_is_about(lines: list[str], write: Writer) -> None:
    broken = [change(line, quantity=5) if '"id": "casualties-0000001"' in line else line for line in lines]
    wanted, got = both(broken[::-1], write)
    assert got == wanted
    assert all("unknown field 'quantity'" in problem for problem in got)


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
