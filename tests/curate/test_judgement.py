"""Judgements stand beside the facts: they add an edge while they are there, and rewrite nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from kg.load.seeds import plan_facts
from kg.model.convert import facts_of, rows_of
from kg.model.kinds.judgement import Judgement
from kg.sources.located import Seeds
from kg.sources.seeds import load
from kg.store import connect
from tests.cli import corpus as small
from tests.curate.conftest import write

BASE = {
    "id": "j",
    "between": ["post", "times"],
    "verdict": "same",
    "by": "curators",
    "why": "One owner.",
    "decided": "2026-02-01",
}


def _seeds(folder: Path, **more: object) -> Seeds:
    facts = small.facts()
    facts["judgements.yaml"] = {"judgements": [{**BASE, **more}]}
    return load(write(folder, facts))


def test_same_adds_one_derived_edge_and_changes_nothing_else(tmp_path: Path) -> None:
    before = rows_of(load(write(tmp_path / "a", small.facts())).facts)
    after = rows_of(_seeds(tmp_path / "b").facts)
    assert set(after.nodes) - set(before.nodes) == {"j"}
    assert all(after.nodes[name] == node for name, node in before.nodes.items())
    new = {identity[0] for identity in set(after.edges) - set(before.edges)}
    assert new == {"JUDGES", "SAME_AS"}
    edge = after.edges["SAME_AS", "post", "times", "j"]
    assert edge.properties["judgement"] == "j"
    assert edge.properties["by"] == "curators"


@pytest.mark.parametrize("verdict", ["not-same", "unsure"])
def test_other_verdicts_add_no_edge_between_the_two(tmp_path: Path, verdict: str) -> None:
    graph = rows_of(_seeds(tmp_path, verdict=verdict).facts)
    assert not [e for e in graph.edges if e[0] == "SAME_AS"]
    assert [e[2] for e in sorted(graph.edges) if e[0] == "JUDGES"] == ["post", "times"]


def test_comes_back_from_rows_and_store_as_it_was(tmp_path: Path) -> None:
    cited = [small.cite("post-2026-01-05", "Alpha Times")]
    facts = _seeds(tmp_path, between=["times", "post"], cited=cited, outside=True).facts
    store = connect("memory")
    plan_facts(facts, store, "x").run()
    for graph in (rows_of(facts), store.read()):
        assert {f.id: f for f in facts_of(graph)} == {f.id: f for f in facts}


def test_deleting_it_undoes_it(tmp_path: Path) -> None:
    store = connect("memory")
    plan_facts(load(write(tmp_path / "a", small.facts())).facts, store, "without").run()
    without = store.read()
    plan_facts(_seeds(tmp_path / "b").facts, store, "with").run()
    assert store.read() != without
    plan_facts(load(tmp_path / "a").facts, store, "without").run()
    assert store.read() == without


@pytest.mark.parametrize(
    "wrong",
    [
        {"between": ["post"]},
        {"between": ["post", "post"]},
        {"verdict": "maybe"},
        {"decided": "2026"},
        {"why": ""},
    ],
)
def test_refuses(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Judgement.model_validate({**BASE, **wrong})


def test_caption() -> None:
    assert Judgement.model_validate(BASE).caption == "post and times: same"


def test_the_corpus_says_what_it_is_unsure_of(corpus: Seeds) -> None:
    judged = {frozenset(f.between): f.verdict for f in corpus.facts if isinstance(f, Judgement)}
    assert judged[frozenset({"kn-23", "hwasong-11a"})] == "unsure"
