"""Edges to the ends of chains: any length, loops, days, what was taken back, and too many of them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

import pytest

from kg.errors import SeedError
from kg.model.chains import NEVER, TODAY, Chains
from kg.model.derived import HELD, ROOTED

DAYS = 8


def chains(days: Iterable[int], relays: Mapping[int, Iterable[int]]) -> Chains:
    made = Chains(lambda number: (f"c{number}", f"N{number}"))
    for day in days:
        made.add(day, True)
    for claim, others in relays.items():
        for other in others:
            made.relay(claim, other)
    return made


def line(length: int) -> dict[int, list[int]]:
    return {n: [n - 1] for n in range(1, length + 1)}


@pytest.mark.parametrize("hops", [25, 300, 2_000])
def test_a_chain_of_any_length_ends_at_its_root(hops: int) -> None:
    edges = list(chains(range(1, hops + 2), line(hops)).edges())
    assert {(e.start, e.end, e.properties["hops"]) for e in edges} == {
        (f"c{n}", "c0", n) for n in range(1, hops + 1)
    }
    last = max(edges, key=lambda e: e.properties["hops"]).properties
    first = [f"{hops - n}" for n in range(1, 7)]
    assert last["through"] == [f"c{n}" for n in (*first, 6, 5, 4, 3, 2, 1)]
    assert last["tellers"] == [
        *(f"N{n}" for n in first),
        f"… {hops - 13:,} …",
        *(f"N{n}" for n in (6, 5, 4, 3, 2, 1)),
    ]


def test_a_chain_that_fits_is_named_in_full() -> None:
    longest = max(chains(range(1, 15), line(13)).edges(), key=lambda e: e.properties["hops"])
    assert longest.properties["tellers"] == [f"N{n}" for n in range(12, 0, -1)]
    assert longest.properties["hops"] == 13


def test_a_loop_is_passed_through_and_has_no_end_of_its_own() -> None:
    edges = {(e.start, e.end) for e in chains([1] * 5, {0: [1], 1: [0, 2], 3: [4], 4: [3]}).edges()}
    assert edges == {("c0", "c2"), ("c1", "c2")}


def test_printed_backwards_every_claim_was_once_the_end_of_all_after_it() -> None:
    edges = list(chains(range(60, 0, -1), line(59)).edges())
    assert len(edges) == 60 * 59 / 2
    assert sum("until" not in e.properties for e in edges) == 59


def test_far_more_edges_than_relays_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.model.chains.MOST", 500)
    assert len(list(chains(range(50, 0, -1), line(49)).edges())) == 1_225
    with pytest.raises(SeedError, match=r"in more than 2,480 ways, .* printed after its source"):
        list(chains(range(100, 0, -1), line(99)).edges())


def test_on_every_day_the_edges_are_what_walking_finds() -> None:
    met = set()
    for seed in range(400):
        rng = random.Random(seed)
        known = [rng.randrange(1, DAYS) for _ in range(rng.randrange(2, 9))]
        held = [rng.random() < 0.8 for _ in known]
        relays = {
            n: {o for o in rng.choices(range(len(known)), k=rng.randrange(3)) if o != n}
            for n in range(len(known))
        }
        made = Chains(lambda number: (f"c{number}", None))
        taken = [NEVER if rng.random() < 0.7 else rng.randrange(day, DAYS + 1) for day in known]
        for n, day in enumerate(known):
            made.add(day, held[n])
            if taken[n] < NEVER:
                made.take_back(n, taken[n])
        for n, others in relays.items():
            for other in sorted(others):
                made.relay(n, other)
        edges = list(made.edges())
        assert len({e.identity for e in edges}) == len(edges)
        for day in (*range(1, DAYS + 2), TODAY):
            there = {n for n, first in enumerate(known) if first <= day}
            near = {n: {o for o in relays[n] if o in there} for n in there}
            live = {n for n in there if taken[n] > day}
            told = {(e.type, int(e.start[1:]), int(e.end[1:])) for e in edges if on(day, e.properties)}
            ends = {(n, r) for n in there for r in reached(n, near) if not near[r] and r in live and r != n}
            assert {(a, b) for kind, a, b in told if kind == ROOTED and a in there} == ends, (seed, day)
            met |= {(kind, day == TODAY) for kind, *_ in told}
            speaking = {n: {o for o in near[n] if held[o] and o in live} for n in live if held[n]}
            for n in speaking:
                chosen = {b for kind, a, b in told if kind == HELD and a == n}
                last = {r for r in reached(n, speaking) if r != n and not speaking[r] and near[r]}
                assert chosen == last, (seed, day, n)
    assert met == {(kind, now) for kind in (ROOTED, HELD) for now in (True, False)}


def on(day: int, properties: Mapping[str, Any]) -> bool:
    until: date | None = properties.get("until")
    known: date = properties["known_from"]
    return (until is None or until.toordinal() > day) and known.toordinal() <= day


def reached(start: int, near: Mapping[int, Iterable[int]]) -> Iterator[int]:
    found, todo = {start}, [start]
    while todo:
        one = todo.pop()
        yield one
        new = set(near[one]) - found
        found |= new
        todo += new
