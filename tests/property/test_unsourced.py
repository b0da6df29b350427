"""A figure on nobody's word: the analysis, the preset and a definition by hand say the same on any graph."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis.asof import cut
from kg.analysis.live_claims import withdrawn
from kg.analysis.marking import marks
from kg.analysis.reading import read_world
from kg.analysis.relays import terminals
from kg.analysis.unsourced import unsourced
from kg.analysis.world import World
from kg.questions import library
from kg.questions.run import run
from kg.store import Store
from tests.analysis.graphs import DAY, facts
from tests.analysis.graphs import world as random_world
from tests.analysis.stores import store_of

LAW = settings(max_examples=40, deadline=None)
SEEDS = st.integers(0, 10**6)
DAYS = st.one_of(st.none(), st.integers(0, 9).map(lambda n: DAY + timedelta(days=n)))


def by_hand(world: World) -> set[str]:
    """Return the same from the definition, walking every way upwards anew."""

    gone = withdrawn(world)

    def roots(claim: str, met: frozenset[str]) -> set[str]:
        onward = world.relays.get(claim, ())
        if not onward:
            return {claim}
        return {end for o in onward if o not in met for end in roots(o, met | {o})}

    def source(root: str) -> bool:
        speaker = world.claims[root].speaker
        return (
            root not in gone
            and speaker is not None
            and all(world.documents[d].outlet != speaker for d in world.printed_in[root])
        )

    return {
        c.id
        for c in world.claims.values()
        if c.figure
        and c.id not in gone
        and c.stance in ("asserts", "expects")
        and not any(source(end) for end in roots(c.id, frozenset({c.id})))
    }


def told_unsourced(store: Store, day: date | None) -> set[Any]:
    answer = run(library.question("unsourced-numbers"), store, {"as_of": day})
    return {row["claim"] for row in answer.dicts()}


@LAW
@given(SEEDS)
def test_the_analysis_keeps_the_definition(seed: int) -> None:
    world = random_world(seed)
    assert unsourced(world) == by_hand(world)


@LAW
@given(SEEDS, DAYS, st.sampled_from((0, 0, 30)))
def test_the_preset_finds_what_the_analysis_finds_and_pictures_show(
    seed: int, day: date | None, deep: int
) -> None:
    store = store_of(facts(seed, deep))
    world = read_world(store) if day is None else cut(read_world(store), day)
    claims = unsourced(world)
    assert told_unsourced(store, day) == claims
    assert {id_ for id_, own in marks(world).items() if own.get("unsourced")} == claims


def test_the_random_graphs_have_all_sorts() -> None:
    worlds = [read_world(store_of(facts(seed))) for seed in range(30)]
    unsourced_claims = [(w, c) for w in worlds for c in unsourced(w)]
    assert any(w.claims[c].speaker is None for w, c in unsourced_claims)
    assert any(r in withdrawn(w) for w, c in unsourced_claims for r in terminals([c], w.relays)[c])
    assert any(w.claims[c].speaker is not None and c not in w.relays for w, c in unsourced_claims)
    assert any(c in w.relays for w, c in unsourced_claims)
