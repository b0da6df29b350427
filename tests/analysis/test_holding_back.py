"""What is held back leaves no trace, and what is shared is counted as an interval that holds the truth."""

from __future__ import annotations

import random
from collections.abc import Collection
from typing import Any

import pytest

from kg.analysis.echoes import echoes
from kg.analysis.holding_back import Shared, held_back
from kg.analysis.reading import world_of
from kg.analysis.relays import terminals
from kg.analysis.roots import roots
from kg.analysis.world import World
from kg.errors import CallError
from kg.model.convert import facts_of, rows_of
from kg.model.review import Review, content_hash, status_of
from kg.model.stances import side_of
from kg.sources.across import faults
from kg.sources.json_lines import lines
from tests.analysis import graphs

SEEDS = range(30)


def marked(seed: int) -> list[Any]:
    """Return a random graph of which some claims and documents are marked red."""
    rng = random.Random(seed)
    share = {"claim": 0.35, "document": 0.15}
    return [
        fact.model_copy(update={"mark": "red"}) if rng.random() < share.get(fact.KIND, 0) else fact
        for fact in graphs.facts(seed)
    ]


def leading_on(facts: list[Any], held: Collection[str]) -> set[str]:
    """Return the claims that are held back on which the count of what is shared rests."""
    by_id = {fact.id: fact for fact in facts}
    shown = [fact for fact in facts if fact.KIND == "claim" and fact.id not in held]
    there = {f.id for f in facts if f.KIND in ("claim", "document")} - {*held}
    todo = [o for fact in shown for o in (*fact.relays, fact.about)]
    todo += [
        i
        for i in held
        if by_id[i].KIND == "claim"
        and by_id[i].about in there
        and side_of(by_id[i].stance) in ("against", "doubt")
    ]
    met: set[str] = set()
    while todo:
        if (one := todo.pop()) in held and one not in met and by_id[one].KIND == "claim":
            met.add(one)
            todo += [*by_id[one].relays, by_id[one].about]
    return met


def truth(facts: list[Any], shared: Shared) -> World:
    """Return the world of all that is shared with its whole chains as they are."""
    led = leading_on(facts, shared.held)
    gone = {f.id for f in facts if f.KIND == "claim" and f.id in shared.held and f.id not in led}
    left = [
        fact.model_copy(update={"answers": [a for a in fact.answers if a not in gone]})
        if fact.KIND == "claim"
        else fact
        for fact in facts
        if fact.id not in gone
    ]
    return world_of(rows_of(left))


@pytest.mark.parametrize("seed", SEEDS)
def test_roots_and_echoes_stay_countable(seed: int) -> None:
    facts = marked(seed)
    shared = held_back(facts, "green")
    known = {fact.id: fact for fact in shared.facts}
    new = [fact for fact in shared.facts if fact.id.startswith("held-back-")]
    assert not [fault for fact in new for fault in faults(fact, known)]
    graph = rows_of(shared.facts)
    assert {fact.id: fact for fact in facts_of(graph)} == known
    whole, own = truth(facts, shared), world_of(graph)
    shown = {claim for claim in own.claims if claim in whole.claims}
    ends, real_ends = terminals(own.claims, own.relays), terminals(whole.claims, whole.relays)
    for claim in shown:
        assert bool(own.relays.get(claim)) == bool(whole.relays.get(claim)), "nobody looks like a root"
        assert len(ends[claim]) == len(real_ends[claim])
    for per in ("event", "claim", "topic"):
        counted = {row.subject: row.roots for row in roots(own, per=per)}
        for row in roots(whole, per=per, among=shown):
            if row.subject not in shared.held and (row.subject in known or per != "event"):
                least, most = counted[row.subject].least, counted[row.subject].most
                assert least <= row.roots.least <= row.roots.most <= most, (per, row.subject)
    real = {found.root: len(found.reports) for found in echoes(whole, shown) if found.kind == "echo"}
    for found in echoes(own):
        if found.kind == "echo" and found.root in shown:
            assert len(found.reports) <= real[found.root]


@pytest.mark.parametrize("seed", range(5))
def test_with_every_mark_all_is_shared_as_it_is(seed: int) -> None:
    facts = graphs.facts(seed)
    shared = held_back(facts, "clear")
    assert shared.facts == facts
    assert (shared.held, shared.statement.record["claims"]) == (frozenset(), 0)


def test_what_is_shared_of_a_reviewed_claim_stays_reviewed() -> None:
    def accepted(fact: Any) -> Any:
        review = Review(by="mk", on="2026-12-01", of=content_hash(fact), verdict="accepted")
        return fact.model_copy(update={"reviews": [review]})

    facts = [accepted(fact) if fact.KIND == "claim" else fact for fact in marked(2)]
    shared = held_back(facts, "green", reviewed=True)
    own: list[Any] = [fact for fact in shared.facts if fact.KIND == "claim"]
    assert {status_of(fact) for fact in own if not fact.held_back} == {"reviewed"}
    assert any(fact not in facts for fact in own if not fact.held_back), "some without what they pass on"
    again = {fact.id for fact in held_back(shared.facts, "green", reviewed=True).facts}
    assert again >= {fact.id for fact in own if not fact.held_back}, "what was shared can be shared on"


def test_a_mark_that_is_none_is_refused() -> None:
    told = r"'grene' is no mark; expected one of clear, green.*did you mean 'green'"
    with pytest.raises(CallError, match=told):
        held_back([], "grene")


def test_a_placeholder_has_another_id_in_each_run() -> None:
    facts = marked(1)
    one, other = ({fact.id for fact in held_back(facts, "green").facts} for _ in range(2))
    assert len(one) == len(other)
    assert {id_[:10] for id_ in one ^ other} == {"held-back-"}
    assert all("internal" not in line for line in lines(held_back(facts, "green").facts))
