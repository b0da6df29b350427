"""Leave one out: equal to a graph that is built anew without it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis.belonging import Level
from kg.analysis.keystones import Keystone, keystones
from kg.analysis.reading import read_world
from kg.analysis.roots import roots
from kg.analysis.subset import closed
from kg.analysis.without import fallen, rebuilt, without
from kg.analysis.world import Actor, World, small_world
from kg.model.kinds import Fact
from tests.analysis import graphs
from tests.analysis.stores import store_of
from tests.laws import examples


def compared(before: World, after: World, level: Level) -> list[tuple[Any, ...]]:
    """What two whole counts say of each event, in the words of the definition."""
    left = {r.subject: r.roots for r in roots(after, level=level)}
    effects = []
    for row in roots(before, level=level):
        least, most = left[row.subject][:2] if row.subject in left else (0, 0)
        if most == 0 and row.roots.most:
            effects.append((row.subject, "falls to none", 0, 0))
        elif row.roots.least > 1 and least == 1:
            effects.append((row.subject, "falls to one", least, most))
        elif least < row.roots.least or most < row.roots.most:
            effects.append((row.subject, "loses a root", least, most))
    return sorted(effects)


@settings(max_examples=examples(120))
@given(st.integers(0, 10**9).map(graphs.world), st.sampled_from(["person", "organization", "state"]))
def test_equals_counting_the_rebuilt_world(world: World, level: Level) -> None:
    for gone in (*world.actors, *world.documents):
        effects = sorted(
            (r.event, r.effect, r.after.least, r.after.most) for r in without(world, gone, level=level)
        )
        assert effects == compared(world, rebuilt(world, gone), level)


def naive_fallen(world: World, actor: str) -> set[str]:
    """Round by round until nothing changes."""
    gone = {i for i, c in world.claims.items() if c.speaker == actor}
    while True:
        more = set()
        for id_, claim in world.claims.items():
            told = [o for o in world.relays.get(id_, ()) if o != id_]
            tellers = [r for r, others in world.relays.items() if id_ in others and r != id_]
            unheard = claim.speaker is None or world.actors[claim.speaker].kind == "unnamed"
            if id_ not in gone and told and set(told) <= gone:
                more.add(id_)
            if id_ not in gone and unheard and tellers and set(tellers) <= gone:
                more.add(id_)
        if not more:
            return gone
        gone |= more


@settings(max_examples=examples(120))
@given(st.integers(0, 10**9).map(graphs.world))
def test_what_falls_by_the_words_of_the_definition(world: World) -> None:
    for actor in world.actors:
        assert fallen(world, actor) == naive_fallen(world, actor)


@pytest.mark.parametrize("seed", range(8))
def test_equals_a_store_built_without_it(seed: int) -> None:
    facts = graphs.facts(seed)
    world = stored(facts)
    for gone in sorted({c.speaker for c in world.claims.values() if c.speaker} | world.documents.keys()):
        after = stored(facts_without(facts, world, gone))
        effects = sorted((r.event, r.effect, r.after.least, r.after.most) for r in without(world, gone))
        assert effects == compared(world, after, "organization")


def stored(facts: list[Fact]) -> World:
    return read_world(store_of(facts))


def facts_without(facts: list[Fact], world: World, gone: str) -> list[Fact]:
    """The curated facts without an actor's claims and what falls with them, or without a document."""
    lost = fallen(world, gone)
    documents = world.documents.keys() - {gone}
    kept: dict[str, Any] = {}
    for fact in facts:
        if type(fact).KIND == "claim" and fact.id not in lost:
            cited = [c for c in fact.cited if c.document in documents]  # type: ignore[attr-defined]
            if cited:
                kept[fact.id] = fact.model_copy(update={"cited": cited})
    while more := [
        i for i, c in kept.items() if c.about == gone or (c.about in world.claims and c.about not in kept)
    ]:
        kept = {i: c for i, c in kept.items() if i not in more}
    for id_, claim in kept.items():
        links = {name: [o for o in getattr(claim, name) if o in kept] for name in ("relays", "answers")}
        kept[id_] = claim.model_copy(update=links)
    by_id: dict[str, Any] = {f.id: f for f in facts}
    left = closed(kept, by_id, documents)
    return left + [
        f for f in facts if type(f).KIND in ("organization", "state") and f.id not in {x.id for x in left}
    ]


def test_a_chain_falls_with_its_source_and_with_its_only_teller() -> None:
    base = small_world("isw post source", {"isw": ("post",), "post": ("source",)})
    world = World(
        base.claims,
        base.printed_in,
        base.relays,
        base.answers,
        {**base.actors, "source": Actor("Source", "unnamed")},
        base.things,
        base.documents,
    )
    assert fallen(world, "source") == {"isw", "post", "source"}
    assert fallen(world, "post") == {
        "isw",
        "post",
        "source",
    }, "an unnamed source is heard only through the Post"
    assert fallen(world, "isw") == {"isw"}
    assert fallen(base, "post") == {"isw", "post"}, "a named source can speak for itself"


def test_keystones_are_ranked_by_what_falls() -> None:
    world = small_world("a b c r s", {"a": ("r",), "b": ("r",), "c": ("s",)})
    assert [(k.id, len(k.none), len(k.one)) for k in keystones(world)] == [
        ("d", 1, 0),
        ("r", 0, 1),
        ("s", 0, 1),
    ]
    assert isinstance(keystones(world)[0], Keystone)
    assert [r.effect for r in without(world, "a")] == []
