"""What is judged to be the same counts once, and an answer that lists it apart says so."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import api
from kg.analysis.account import account
from kg.analysis.asof import cut, cut_facts
from kg.analysis.belonging import LEVELS
from kg.analysis.contradictions import contradictions
from kg.analysis.drift import drift
from kg.analysis.reading import read_world, world_of
from kg.analysis.revisions import timeline
from kg.analysis.roots import roots
from kg.analysis.votes import Ballots
from kg.analysis.world import Figure, Member, Same, World, small_world
from kg.load.seeds import plan_facts
from kg.model.convert import rows_of
from kg.questions.library import question
from kg.questions.run import run
from kg.sources.seeds import load
from kg.store import Store, connect
from tests.analysis import graphs
from tests.cli import corpus as small
from tests.cli.tools import run as cli
from tests.curate.conftest import write
from tests.laws import examples

DAY = date(2026, 2, 1)


def same(*pairs: str) -> tuple[Same, ...]:
    ends = (pair.split("=") for pair in pairs)
    return tuple(Same(one, other, f"j-{one}={other}", DAY) for one, other in ends)


def bounds(world: World, level: Any = "person") -> tuple[int, int]:
    row = roots(world, level=level)[0].roots
    return row.least, row.most


@pytest.mark.parametrize(
    ("judged", "expected"),
    [
        ((), (3, 3)),
        (("a=b",), (2, 2)),
        (("a=b", "b=c"), (1, 1)),
        (("a=z", "z=c"), (2, 2)),
        (("y=z",), (3, 3)),
    ],
)
def test_actors_judged_the_same_count_once_in_both_numbers(
    judged: tuple[str, ...], expected: tuple[int, int]
) -> None:
    world = replace(small_world("a b c"), same=same(*judged))
    assert bounds(world) == expected
    named = "judged the same" in roots(world)[0].roots.rule("person")
    told = " ".join(s.text for s in account(Ballots(world), "e"))
    assert named == ("counted once: judged the same" in told) == (expected != (3, 3))


def test_an_account_names_the_judgements() -> None:
    world = replace(small_world("a b c"), same=same("a=b"))
    texts = [s.text for s in account(Ballots(world), "e")]
    assert "A and B: counted once: judged the same (judgement j-a=b)." in texts
    assert "C: under its own name." in texts


def test_bodies_judged_the_same_hold_their_spokespeople_together() -> None:
    base = small_world("a b")
    body = base.actors["a"]._replace(kind="organization")
    actors = {
        "a": base.actors["a"]._replace(part_of=(Member("x"),)),
        "b": base.actors["b"]._replace(part_of=(Member("y"),)),
        "x": body,
        "y": body,
    }
    world = replace(base, actors=actors, same=same("x=y"))
    assert bounds(world) == (1, 2)
    assert bounds(world, "organization") == (1, 1)
    assert roots(world)[0].roots.judged == ("j-x=y",)


def test_a_source_judged_to_be_somebody_adds_no_root() -> None:
    base = small_world("a b")
    world = replace(base, actors={**base.actors, "b": base.actors["b"]._replace(kind="unnamed")})
    assert bounds(world) == (1, 2)
    assert bounds(replace(world, same=same("a=b"))) == (1, 1)


@settings(max_examples=examples(300))
@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_one_more_judgement_never_raises_a_bound(seed: int, other: int) -> None:
    world, rng = graphs.world(seed), random.Random(other)
    more = replace(world, same=(*world.same, *graphs.judged(rng, world.actors)))
    for level in LEVELS:
        before = {row.subject: row.roots for row in roots(world, level=level)}
        for row in roots(more, level=level):
            was = before[row.subject]
            assert (row.roots.least, row.roots.witnesses) <= (was.least, was.witnesses)
            assert row.roots.witnesses <= was.witnesses
            assert row.roots.most <= was.most


def figures(*counted: str | None, speakers: str = "a b", relays: Any = None) -> World:
    base = small_world(speakers, relays)
    claims = {
        i: base.claims[i]._replace(figure=Figure(n, n, of=of))
        for n, (i, of) in enumerate(zip(base.claims, counted, strict=True), 10)
    }
    return replace(base, claims=claims)


def test_weapon_types_judged_the_same_are_one_thing_to_count() -> None:
    world = figures("kn-23", "iskander")
    assert contradictions(world)[0].verdict == "incomparable"
    pair = contradictions(replace(world, same=same("kn-23=x", "x=iskander")))[0]
    assert pair.verdict == "contradicts"
    assert pair.rule.endswith(" (judged the same: j-kn-23=x, j-x=iskander)")
    assert contradictions(replace(world, same=same("kn-23=shahed")))[0].verdict == "incomparable"


def test_figures_of_types_judged_the_same_are_one_series_and_no_drift() -> None:
    world = figures("kn-23", "iskander")
    assert [s.move for s in timeline(world)] == ["first", "first"]
    judged = timeline(replace(world, same=same("kn-23=iskander")))
    assert [s.move for s in judged] == ["first", "higher"]
    assert {s.kind for s in judged} == {"soldiers of iskander = kn-23, flow, no stage"}
    told = figures("kn-23", "iskander", relays={"b": ("a",)})
    assert {c.facet for c in drift(told)} == {"stage"}
    assert {c.facet for c in drift(replace(told, same=same("kn-23=iskander")))} == {"number"}


def _facts(folder: Path, verdicts: Iterable[tuple[str, str, str]]) -> list[Any]:
    facts = small.facts()
    facts["judgements.yaml"] = {
        "judgements": [
            {
                "id": f"{one}-{other}",
                "between": [one, other],
                "verdict": verdict,
                "by": "curators",
                "why": "One owner.",
                "decided": "2026-02-03",
            }
            for one, other, verdict in verdicts
        ]
    }
    return list(load(write(folder, facts)).facts)


def _store(facts: list[Any]) -> Store:
    store = connect("memory")
    plan_facts(facts, store, "x").run()
    return store


def test_only_same_is_read_alike_from_store_and_rows(tmp_path: Path) -> None:
    for verdict in ("same", "unsure", "not-same"):
        facts = _facts(tmp_path / verdict, [("post", "times", verdict)])
        world = read_world(_store(facts))
        assert world == world_of(rows_of(facts))
        held = (Same("post", "times", "post-times", date(2026, 2, 3)),)
        assert world.same == (held if verdict == "same" else ())


def test_a_day_of_knowledge_keeps_it_and_an_earlier_day_of_entry_does_not(tmp_path: Path) -> None:
    facts = _facts(tmp_path, [("post", "times", "same")])
    world = read_world(_store(facts))
    assert cut(world, as_of=date(2026, 1, 31)).same == world.same
    for by, kept in ((date(2026, 2, 2), False), (date(2026, 2, 3), True)):
        assert bool(cut(world, recorded_by=by).same) == kept
        left = cut_facts(facts, recorded_by=by)
        assert any(f.id == "post-times" for f in left) == kept


NOTE = "Harbour Post and Alpha Times are judged the same (judgement post-times); this answer lists them apart"


def test_a_preset_that_lists_them_apart_says_so(tmp_path: Path) -> None:
    facts = _facts(tmp_path, [("post", "times", "same")])
    store = _store(facts)
    asked = question("said-by")
    assert run(asked, store, {"actor": "times"}).note == NOTE
    assert run(asked, store, {"actor": "times", "as_of": "2026-02-02"}).note == NOTE
    assert run(asked, store, {"actor": "radio"}).note == ""
    counted, asked_for = question("roots"), {"actor": "times"}
    assert "they count once" in run(counted, store, asked_for).note
    assert run(counted, store, {**asked_for, "recorded_by": "2026-02-02"}).note == ""
    assert api.ask("said-by", store=store, actor="times").note == NOTE


@pytest.mark.parametrize("verdict", ["unsure", "not-same"])
def test_other_verdicts_say_nothing(tmp_path: Path, verdict: str) -> None:
    store = _store(_facts(tmp_path, [("post", "times", verdict)]))
    assert run(question("said-by"), store, {"actor": "times"}).note == ""


@pytest.mark.parametrize("style", ["json", "csv", "table"])
def test_the_note_reaches_whoever_asks(tmp_path: Path, style: str) -> None:
    _facts(tmp_path, [("post", "times", "same")])
    asked = "ask", "said-by", "--actor", "times", "--format", style
    done = cli(*asked, "--seeds", str(tmp_path))
    assert done.code == 0, done.err
    said = " ".join((done.out if style == "table" else done.err).split())
    assert ("" if style == "table" else "note: ") + NOTE in said
