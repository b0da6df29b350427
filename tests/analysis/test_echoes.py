"""Echoes, loops and anachronisms: what was planted is found, and nothing else."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis.echoes import RelayPattern, echoes
from kg.analysis.relays import terminals
from kg.analysis.tellers import tellers
from kg.analysis.world import Actor, Claim, Document, Thing, World
from tests.analysis import graphs
from tests.laws import examples

D = date(2024, 10, 1)


def planted() -> World:
    """Loops of 2, 3 and 5; three echoes (of 2 tellers, of 3 reports in 2 documents, of 2 printings).

    Much that is none.
    """
    relays: dict[str, tuple[str, ...]] = {}
    for length in (2, 3, 5):
        ring = [f"ring{length}-{n}" for n in range(length)]
        relays |= {one: (other,) for one, other in zip(ring, ring[1:] + ring[:1], strict=True)}
    relays |= {"tail": ("ring3-0",)}  # relays a loop: no root
    relays |= {"e1-a": ("e1",), "e1-b": ("e1",)}
    relays |= {"e2-post": ("e2",), "e2-isw": ("e2-post",)}
    relays |= {"single": ("single-root",)}  # one report of one root
    relays |= {"two-roots": ("r1", "r2")}  # no only root
    relays |= {"backdated": ("later",), "unsure": ("by-then",)}
    names = sorted({*relays, *(o for others in relays.values() for o in others), "e3", "alone"})
    days = {
        "backdated": (D, D),
        "later": (D + timedelta(days=2), D + timedelta(days=3)),
        "unsure": (D, D),
        "by-then": (None, D + timedelta(days=9)),
    }
    printed = dict.fromkeys(names, ("d1",)) | {
        "e2-post": ("d1", "d2"),
        "e2": ("d1", "d2"),
        "e3": ("d1", "d1", "d2"),
        "alone": ("d1", "d1"),
    }
    return World(
        {n: Claim(n, "asserts", n, "e", "t", days.get(n, (D, D))) for n in names},
        printed,
        relays,
        {},
        {n: Actor(n, "person") for n in names},
        {"e": Thing("e")},
        {d: Document(D + timedelta(days=9), D + timedelta(days=9)) for d in ("d1", "d2")},
        {},
        frozenset("t"),
    )


def test_what_was_planted_is_found_and_nothing_else() -> None:
    bundles = echoes(planted())
    assert [(f.kind, f.root, f.reports) for f in bundles if f.kind == "echo"] == [
        ("echo", "e2", (("e2-isw", "d1"), ("e2-post", "d1"), ("e2-post", "d2"))),
        ("echo", "e1", (("e1-a", "d1"), ("e1-b", "d1"))),
        ("echo", "e3", (("e3", "d1"), ("e3", "d2"))),
    ]
    assert [f.claims for f in bundles if f.kind == "loop"] == [
        tuple(f"ring{n}-{k}" for k in range(n)) for n in (2, 3, 5)
    ]
    assert [f.claims for f in bundles if f.kind == "anachronism"] == [("backdated", "later")]
    assert all(f.rule for f in bundles)


@pytest.mark.parametrize(
    ("claim", "kinds"),
    [("e1-a", ["echo"]), ("ring5-2", ["loop"]), ("later", ["anachronism"]), ("single", []), ("tail", [])],
)
def test_a_finding_is_given_when_one_of_its_claims_is_asked_for(claim: str, kinds: list[str]) -> None:
    assert [f.kind for f in echoes(planted(), {claim})] == kinds


@settings(max_examples=examples(100))
@given(st.integers(0, 10**9).map(graphs.world))
def test_bundles_by_their_definition(world: World) -> None:
    ends = terminals(world.claims, world.relays)
    bundles = echoes(world)
    expected = []
    for root in world.claims:
        if root not in world.relays:
            bundle = sorted(c for c in world.claims if ends[c] == (root,))
            if len(reports := tellers(world, bundle)) > 1:
                expected.append((root, reports, tuple(c for c in bundle if c != root)))
    assert sorted((f.root or "", f.reports, f.claims) for f in bundles if f.kind == "echo") == sorted(
        expected
    )
    members = [c for f in bundles if f.kind == "loop" for c in f.claims]
    assert len(members) == len(set(members)), "a claim is in one loop only"
    for f in bundles:
        if f.kind == "anachronism":
            last, first = world.claims[f.claims[0]].said[1], world.claims[f.claims[1]].said[0]
            assert last is not None and first is not None and last < first  # noqa: PT018  # narrows the type


def test_a_finding_keeps_its_form() -> None:
    assert RelayPattern._fields == ("kind", "root", "reports", "claims", "rule")
