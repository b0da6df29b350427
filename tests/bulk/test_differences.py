"""A second file is compared with what the first one left.

Counts and result are those of the comparison in memory.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import grafeo
import pytest

from bench.generate import generate
from kg.errors import StoreError
from kg.load.seeds import plan_facts, plan_file
from kg.model.convert import rows_of
from kg.model.derived import DERIVED
from kg.model.kinds import registry
from kg.model.shape import shape
from kg.sources.json_lines import read
from kg.store import connect
from tests.bulk.conftest import Writer


def without_some(lines: list[str]) -> list[str]:
    return [
        line
        for line in lines
        if '"denies"' not in line or '"relays": []' not in line or "claim-00000019" not in line
    ]


def renamed(lines: list[str]) -> list[str]:
    return [line.replace('"name": "State 3"', '"name": "Land 3"') for line in lines]


def of_another_kind(lines: list[str]) -> list[str]:
    changed = [json.loads(line) for line in lines]
    for line in changed:
        if line["id"] == "person-000003":
            line |= {"type": "organization", "kind": "company"}
    return [json.dumps(line) for line in changed]


def another_corpus(lines: list[str]) -> list[str]:
    return list(generate(150, seed=8))


def rerooted(lines: list[str]) -> list[str]:
    """A claim that many go back to relays another one: edges to roots change far away from it."""
    changed = [json.loads(line) for line in lines]
    claims = [line for line in changed if line["type"] == "claim"]
    relayed = [other for claim in claims for other in claim["relays"]]
    roots = [claim for claim in claims if not claim["relays"]]
    most = max(roots[1:], key=lambda claim: relayed.count(claim["id"]))
    most["relays"] = [roots[0]["id"]]
    return [json.dumps(line) for line in changed]


def the_same(lines: list[str]) -> list[str]:
    return lines[::-1]


CHANGES = [without_some, renamed, of_another_kind, another_corpus, rerooted, the_same]


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("kind", ["memory", "file"])
def test_only_what_differs_is_written(
    change: Callable[[list[str]], list[str]], kind: str, lines: list[str], write: Writer, tmp_path: Path
) -> None:
    store = connect("memory" if kind == "memory" else str(tmp_path / "a.grafeo"))
    plan_file(write(lines), store).run()
    wanted = read(change(lines), "changed").facts
    expected = plan_facts(wanted, store, "changed").changes
    plan = plan_file(write(change(lines), "changed.jsonl"), store)
    assert (plan.changes.nodes, plan.changes.edges, len(plan.changes)) == (
        expected.nodes,
        expected.edges,
        len(expected),
    )
    for sort, ids in (
        ("changed", [row.id for row in expected.changed_nodes]),
        ("removed", expected.removed_nodes),
    ):
        assert set(plan.first(sort, 1_000)) == set(ids)
    told: list[int] = []
    plan.run(told.append)
    assert sum(told) == len(expected)
    assert store.read() == rows_of(wanted)
    again = plan_file(write(change(lines), "changed.jsonl"), store)
    assert (len(again.changes), again.up_to_date) == (0, True)


def test_what_somebody_changed_by_hand_is_put_right(lines: list[str], write: Writer, tmp_path: Path) -> None:
    store = connect(str(tmp_path / "a.grafeo"))
    plan_file(write(lines), store).run()
    store.close()
    other = grafeo.GrafeoDB(store.name)
    other.execute_cypher("MATCH (n:State {id: 'state-03'}) SET n.name = 'changed'")
    other.close()
    plan = plan_file(write(lines), store)
    assert plan.up_to_date
    assert plan.changes.nodes == (0, 1, 0)
    plan.run()
    assert store.read() == rows_of(read(lines, "lines").facts)


@pytest.mark.parametrize("before", [True, False], ids=["into a loaded store", "into a new store"])
def test_a_load_that_is_cut_off_leaves_the_file_as_it_was(
    before: bool, lines: list[str], write: Writer, tmp_path: Path
) -> None:
    path = tmp_path / "a.grafeo"
    store = connect(str(path))
    if before:
        plan_file(write(lines), store).run()
    held = path.read_bytes() if before else None
    plan = plan_file(write(list(generate(100, seed=9)), "other.jsonl"), store)

    def fail(rows: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        plan.run(fail)
    assert path.exists() == before
    assert not held or store.read() == rows_of(read(lines, "lines").facts)
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith("a.grafeo.")] == []


def test_a_store_that_another_process_holds_is_refused(
    lines: list[str], write: Writer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.store.embedded.reading.PATIENCE", 0)
    store = connect(str(tmp_path / "a.grafeo"))
    plan = plan_file(write(lines), store)
    store.close()
    other = grafeo.GrafeoDB(store.name)
    with pytest.raises(StoreError, match="another process holds"):
        plan.run()
    other.close()


def test_every_type_of_edge_runs_one_way() -> None:
    """`owner` in kg/load/stream/compare.py finds the fact that an edge comes from by its type."""
    forward = {
        link.edge for model in registry().values() for link in shape(model).links.values() if not link.reverse
    }
    forward |= {tie.EDGE for model in registry().values() for tie in shape(model).ties.values()}
    backward = {
        link.edge for model in registry().values() for link in shape(model).links.values() if link.reverse
    }
    assert not forward & backward
    assert not (forward | backward) & DERIVED.keys()


def test_no_kind_makes_one_type_of_edge_from_two_fields() -> None:
    """So the edges of one fact are distinct without a look.

    Within a field the fact itself refuses repetitions. Where one field takes a single fact and another takes
    several, only one of them may be given.
    """
    for model in registry().values():
        plan = shape(model)
        single = {
            name: link
            for name, link in plan.links.items()
            if name not in plan.one_of_two or name in plan.lists
        }
        types = [*(link.edge for link in single.values()), *(tie.EDGE for tie in plan.ties.values())]
        assert len(set(types)) == len(types), model
