"""Relay chains: every path to every root, and what is known at each hop."""

from __future__ import annotations

from typing import Any

import pytest

from kg.analysis.chains import Chain, hops, passed_on, paths
from kg.load.seeds import plan_facts
from kg.model.kinds import Fact, registry
from kg.store import connect


@pytest.mark.parametrize(
    ("relays", "ways"),
    [
        ({}, ["a"]),
        ({"a": []}, ["a"]),
        ({"a": ["b"]}, ["a b"]),
        ({"a": ["b"], "b": ["c"]}, ["a b c"]),
        ({"a": ["b", "c"]}, ["a b", "a c"]),
        ({"a": ["c", "b"]}, ["a c", "a b"]),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"]}, ["a b d", "a c d"]),
        ({"a": ["b", "d"], "b": ["c"], "c": ["d"]}, ["a b c d", "a d"]),
    ],
)
def test_every_path_in_the_order_of_the_relays(relays: dict[str, list[str]], ways: list[str]) -> None:
    assert paths("a", relays) == [Chain(tuple(path.split())) for path in ways]


@pytest.mark.parametrize(
    ("relays", "ways"),
    [
        ({"a": ["a"]}, ["a a"]),
        ({"a": ["b"], "b": ["a"]}, ["a b a"]),
        ({"a": ["b"], "b": ["c"], "c": ["b"]}, ["a b c b"]),
    ],
)
def test_a_cycle_closes_and_has_no_root(relays: dict[str, list[str]], ways: list[str]) -> None:
    assert paths("a", relays) == [Chain(tuple(path.split()), closes=True) for path in ways]


def test_a_cycle_beside_a_root_hides_nothing() -> None:
    ways = paths("a", {"a": ["b", "r"], "b": ["a"]})
    assert {(way.claims, way.closes) for way in ways} == {(("a", "b", "a"), True), (("a", "r"), False)}


def test_a_long_chain_is_one_path() -> None:
    relays = {f"c{i}": [f"c{i + 1}"] for i in range(3_000)}
    assert len(paths("c0", relays)[0].claims) == 3_001


def fact(kind_: str, **fields: object) -> Fact:
    return registry()[kind_].model_validate(fields)


def claim(name: str, **fields: object) -> Fact:
    cited = [{"document": "d", "paragraph": 1, "start": len(name), "end": 99, "sha256": "a" * 64}]
    given: dict[str, Any] = {
        "id": name,
        "topic": "t",
        "stance": "asserts",
        "speaker": "unknown",
        "said": "2024-01-02",
        "about": "kp",
        "paraphrase": f"What {name} said.",
        "cited": cited,
        **fields,
    }
    return fact("claim", **given)


GROUND = [
    fact("topic", id="t", name="T", name_de="T", description="All."),
    fact("state", id="kp", name="North Korea"),
    fact("organization", id="paper", name="Paper", kind="news-outlet"),
    fact("unnamed_source", id="spy", name="A source in the service", wording="eine Quelle"),
    fact(
        "document",
        id="d",
        title="D",
        outlet="paper",
        published="2024-01-05",
        recorded="2024-02-01",
        language="de",
        file="d.txt",
        sha256="b" * 64,
    ),
]


def chain(start: str, *claims: Fact) -> tuple[dict[str, Any], dict[str, list[str]]]:
    store = connect("memory")
    plan_facts([*GROUND, *claims], store, "x").run()
    return hops(passed_on(start, store))


def test_hops_hold_what_is_known_of_each_claim() -> None:
    root = claim("root", speaker="spy", attribution="eine Quelle")
    figure = {"low": 5, "unit": "soldiers", "mode": "flow", "wording": "fünf"}
    told = claim("told", speaker="paper", relays=["root"], quantity=figure)
    hop_of, relays = chain("told", root, told)
    assert relays == {"told": ["root"]}
    assert (hop_of["told"].speaker, hop_of["told"].described, hop_of["told"].figure) == (
        "Paper",
        False,
        "at least 5 soldiers",
    )
    assert (hop_of["root"].speaker, hop_of["root"].described) == ("A source in the service", True)
    assert (hop_of["root"].attribution, hop_of["root"].stance) == ("eine Quelle", "asserts")
    assert [paths("told", relays)[0].claims] == [("told", "root")]


def test_a_speaker_whom_nobody_names_stays_unknown() -> None:
    hop_of, relays = chain("root", claim("root"))
    assert (hop_of["root"].speaker, hop_of["root"].described, relays) == (None, False, {})


def test_relays_keep_the_order_of_the_seeds() -> None:
    _, relays = chain("top", claim("top", relays=["z", "a", "m"]), claim("a"), claim("m"), claim("z"))
    assert relays == {"top": ["z", "a", "m"]}


def test_each_printing_is_a_place_and_says_what_differs() -> None:
    cited = [
        {"document": "d", "paragraph": 2, "start": 3, "end": 9, "sha256": "c" * 64},
        {
            "document": "d",
            "paragraph": 4,
            "start": 0,
            "end": 5,
            "sha256": "d" * 64,
            "wording": "etwa zehn",
            "said": "2024-01-01",
            "when": "2023",
            "note": "elsewhere",
            "quantity": {"low": 9, "unit": "soldiers", "mode": "flow", "wording": "neun"},
        },
    ]
    hop_of, _ = chain("one", claim("one", cited=cited))
    first, second = hop_of["one"].printed
    assert (first.document, first.outlet, str(first.published), first.file) == (
        "d",
        "Paper",
        "2024-01-05",
        "d.txt",
    )
    assert (first.paragraph, first.start, first.end, first.sha256) == (2, 3, 9, "c" * 64)
    assert first.differs == {}
    assert second.differs == {
        "wording": "etwa zehn",
        "said": "2024-01-01",
        "when": "2023",
        "figure": "neun",
        "note": "elsewhere",
    }


def test_a_cycle_in_a_store_ends() -> None:
    hop_of, relays = chain("one", claim("one", relays=["two"]), claim("two", relays=["one"]))
    assert set(hop_of) == {"one", "two"}
    assert [way.closes for way in paths("one", relays)] == [True]


def test_an_unknown_claim_has_no_hops() -> None:
    assert chain("nobody", claim("one")) == ({}, {})
