"""Roots between min and max: the laws, against brute force, and the corpus's headline."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg import paths
from kg.analysis.belonging import LEVELS, Belonging, Level
from kg.analysis.independence import Roots, count
from kg.analysis.live_claims import withdrawn
from kg.analysis.reading import read_world
from kg.analysis.relays import loops, terminals
from kg.analysis.roots import roots
from kg.analysis.select import select
from kg.analysis.world import Actor, Claim, Document, Member, Thing, World
from kg.load.seeds import plan_facts
from kg.sources.seeds import load
from kg.store import connect
from tests.analysis import graphs
from tests.laws import examples

worlds = st.integers(0, 10**9).map(graphs.world)
D = date(2024, 10, 1)


def reach(world: World, claim: str) -> set[str]:
    """Every claim on a chain from here, by walking all paths."""
    reached = {claim}
    while more := {o for c in reached for o in world.relays.get(c, ())} - reached:
        reached |= more
    return reached


def above(world: World, actor: str, day: date) -> set[str]:
    groups: set[str] = set()
    while (
        more := {m.actor for a in (actor, *groups) for m in world.actors[a].part_of if m.holds(day)} - groups
    ):
        groups |= more
    return groups - {actor}


def lifted(world: World, actor: str, day: date, level: Level) -> set[str]:
    """The actor, and what it cannot be told apart from at a level, by the words of the definition."""
    if level == "person":
        return {actor}
    if level == "state":
        return {actor} | above(world, actor, day)
    groups, todo = set(), [actor]
    while todo:
        for m in world.actors[todo.pop()].part_of:
            if m.holds(day) and m.actor not in groups:
                groups.add(m.actor)
                todo += [m.actor] if world.actors[m.actor].kind != "state" else []
    return {actor} | {a for a in groups if world.actors[a].kind == "organization"}


def components(sets: list[set[str]]) -> int:
    merged: list[set[str]] = []
    for new in sets:
        touching = [m for m in merged if m & new]
        merged = [m for m in merged if not m & new] + [set(new).union(*touching)]
    return len(merged)


def brute(world: World, claims: set[str], level: Level) -> tuple[int, int, int]:
    """Least, most and number of roots, counted by the words of the definition."""
    gone = withdrawn(world)
    ends = {e for c in claims for e in reach(world, c) if e not in world.relays and e not in gone}
    said = {e: (world.claims[e].speaker, world.claims[e].said[1] or date.max) for e in ends}
    unknown = [e for e, (s, _) in said.items() if s is None]
    named = {(s, d) for s, d in said.values() if s and world.actors[s].kind != "unnamed"}
    sources = {(s, d) for s, d in said.values() if s and world.actors[s].kind == "unnamed"}
    offices = {
        s: {m.actor for t, d in sources if t == s for m in world.actors[s].part_of if m.holds(d)}
        for s, _ in sources
    }
    most = components([lifted(world, a, d, level) for a, d in named]) + len(offices) + len(unknown)
    taken = {x for a, d in named for x in {a} | above(world, a, d)}
    free = {s for s, places in offices.items() if places and not places & taken}
    up = {s: {x for t, d in sources if t == s for o in offices[s] for x in above(world, o, d)} for s in free}
    alone = {s for s in free if not any(offices[s] & up[o] and not offices[o] & up[s] for o in free - {s})}
    least = components(
        [lifted(world, a, d, level) for a, d in named]
        + [
            {s, *(x for o in offices[s] for x in lifted(world, o, d, level))}
            for s, d in sources
            if s in alone
        ]
    )
    return max(least, 1 if ends else 0), most, len(ends)


@settings(max_examples=examples(200))
@given(worlds)
def test_equals_brute_force(world: World) -> None:
    for level in LEVELS:
        for row in roots(world, level=level):
            least, most, ends = brute(world, set(row.claims), level)
            assert (row.roots.least, row.roots.most) == (least, most)
            assert least <= most <= ends
            assert bool(least) == bool(ends)


@settings(max_examples=examples(200))
@given(worlds)
def test_a_coarser_level_never_raises_a_bound(world: World) -> None:
    for per in ("event", "claim", "topic"):
        by_level = [{r.subject: r.roots for r in roots(world, per=per, level=level)} for level in LEVELS]
        for finer, coarser in pairwise(by_level):
            assert finer.keys() == coarser.keys()
            assert all(coarser[s].least <= r.least and coarser[s].most <= r.most for s, r in finer.items())


@settings(max_examples=examples(200))
@given(worlds, st.data())
def test_a_relay_of_a_counted_root_changes_neither_bound(world: World, data: Any) -> None:
    for row in roots(world):
        gone = withdrawn(world)
        counted = sorted(e for c in row.claims for e in terminals([c], world.relays)[c] if e not in gone)
        if not counted:
            continue
        end = data.draw(st.sampled_from(counted))
        teller = data.draw(st.sampled_from([*world.actors, None]))
        relay = Claim("new", "asserts", teller, row.subject, "t0", (D, D))
        after = next(r for r in roots(graphs.plus(world, relay, (end,))) if r.subject == row.subject)
        assert after.roots[:2] == row.roots[:2]
        assert after.mentions == row.mentions + 1


@settings(max_examples=examples(200))
@given(worlds)
def test_ends_and_loops_equal_brute_force(world: World) -> None:
    ends = terminals(world.claims, world.relays)
    assert ends == {
        c: tuple(sorted(e for e in reach(world, c) if e not in world.relays)) for c in world.claims
    }
    on_loop = {c: {o for o in reach(world, c) if o != c and c in reach(world, o)} for c in world.relays}
    circles = {tuple(sorted({c, *others})) for c, others in on_loop.items() if others} | {
        (c,) for c in world.relays if c in world.relays[c]
    }
    singles = {
        c for c in circles if len(c) > 1 or not any(c[0] in other for other in circles if len(other) > 1)
    }
    assert loops(world.relays) == sorted(singles)


@settings(max_examples=examples(60))
@given(st.integers(0, 10**9))
def test_min_is_the_least_over_every_way_to_identify_sources(seed: int) -> None:
    """Where everyone has one superior.

    No way to say who the described sources are gives fewer roots than min.
    """
    world = graphs.world(seed, cycles=False)
    world = replace(
        world,
        actors={
            i: a._replace(part_of=tuple(Member(m.actor) for m in a.part_of[:1]))
            for i, a in world.actors.items()
        },
    )
    for level in LEVELS:
        for row in roots(world, level=level):
            named, sources = row.roots.named, [s for s in row.roots.described if world.actors[s].part_of]
            office = {s: world.actors[s].part_of[0].actor for s in sources}
            people = [*named, *office.values()]
            choices = [[x for x in people if office[s] in {x} | above(world, x, D)] for s in sources]
            tried = [
                components([lifted(world, x, D, level) for x in (*named, *chosen)])
                for chosen in product(*choices)
            ]
            assert row.roots.least == max(min(tried), 1 if row.roots.most else 0)


def _world(
    actors: dict[str, Actor], speakers: list[str | None], relays: dict[str, tuple[str, ...]] | None = None
) -> World:
    names = [f"c{n}" for n in range(len(speakers))]
    return World(
        {n: Claim(n, "asserts", s, "e", "t", (D, D)) for n, s in zip(names, speakers, strict=True)},
        dict.fromkeys(names, ("d",)),
        relays or {},
        {},
        actors,
        {"e": Thing("e")},
        {"d": Document(D, D)},
        {},
        frozenset("t"),
    )


ACTORS = {
    "ua": Actor("Ukraine", "state"),
    "hur": Actor("HUR", "organization", (Member("ua"),)),
    "army": Actor("Army", "organization", (Member("ua"),)),
    "chief": Actor("Chief", "person", (Member("hur"),)),
    "speaker": Actor("Speaker", "person", (Member("hur"),)),
    "source": Actor("Source", "unnamed", (Member("hur"),)),
    "other": Actor("Other", "unnamed", (Member("hur"),)),
    "insider": Actor("Insider", "unnamed"),
    "official": Actor("Official", "unnamed", (Member("ua"),)),
    "former": Actor("Former", "person", (Member("hur", None, date(2024, 9, 30)),)),
}


@pytest.mark.parametrize(
    ("speakers", "person", "organization", "state"),
    [
        (["chief", "chief"], (1, 1), (1, 1), (1, 1)),  # named once
        (["chief", "speaker"], (2, 2), (1, 1), (1, 1)),  # one organization
        (["chief", "army"], (2, 2), (2, 2), (1, 1)),  # one state
        (["former", "speaker"], (2, 2), (2, 2), (2, 2)),  # left the day before
        (["source"], (1, 1), (1, 1), (1, 1)),  # counts under its organization
        (["source", "hur"], (1, 2), (1, 2), (1, 2)),  # together with it in min, apart in max
        (["source", "other"], (1, 2), (1, 2), (1, 2)),
        (["source", "chief"], (1, 2), (1, 2), (1, 2)),  # the chief may be the source
        (["source", "army"], (2, 2), (2, 2), (1, 2)),
        (["official", "source"], (1, 2), (1, 2), (1, 2)),  # the official may sit in the service
        (["official", "chief"], (1, 2), (1, 2), (1, 2)),
        (["insider", "insider"], (1, 1), (1, 1), (1, 1)),
        (["insider", "chief"], (1, 2), (1, 2), (1, 2)),  # no organization: apart only in max
        ([None, None, None], (1, 3), (1, 3), (1, 3)),  # somebody must have said it
        ([None, "chief"], (1, 2), (1, 2), (1, 2)),
    ],
)
def test_examples(speakers: list[str | None], person: Any, organization: Any, state: Any) -> None:
    world = _world(ACTORS, speakers)
    assert [roots(world, level=level)[0].roots[:2] for level in LEVELS] == [person, organization, state]


def test_a_loop_is_no_support() -> None:
    circle = _world(ACTORS, ["chief", "army"], {"c0": ("c1",), "c1": ("c0",)})
    (row,) = roots(circle)
    assert row.roots == Roots(0, 0, (), (), (), 0)
    assert row.roots.rule("person") == "no chain ends: loops are no support"


def test_an_empty_world_has_no_rows() -> None:
    assert roots(_world(ACTORS, [])) == []
    assert count(_world(ACTORS, []), [], "person", Belonging(_world(ACTORS, []))).most == 0


def test_a_chain_of_100_000_relays_neither_hangs_nor_overflows() -> None:
    names = [f"c{n}" for n in range(100_000)]
    relays = {names[n]: (names[n + 1],) for n in range(99_999)}
    assert terminals(names[:1], relays) == {"c0": ("c99999",)}
    assert loops({**relays, "c99999": ("c0",)}) == [tuple(sorted(names))]


@pytest.fixture(scope="module")
def corpus() -> World:
    store = connect("memory")
    plan_facts(load(paths.seeds()).facts, store, "corpus").run()
    return read_world(store)


def test_the_corpus_names_the_one_root_behind_three_reports(corpus: World) -> None:
    rows = {r.subject: r for r in roots(corpus, among=select(corpus, topic="troop-numbers"))}
    support = rows["kp-troops-training-ru-2024"]
    assert support.roots.described == ("wapo-source-ua-mil-int",)
    assert support.roots[:2] == (1, 1)
    told = {(corpus.claims[c].speaker, d) for c, d in support.reports}
    assert {
        ("isw", "swiss-2024-10-13"),
        ("washington-post", "swiss-2024-10-13"),
        ("washington-post", "newspaper-2024-10-18"),
    } <= told
