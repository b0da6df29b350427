"""Chains of any length end at their roots in every store: 25, 300 and 2,000 relays, diamonds and circles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

import kg
from kg.load.seeds import plan_facts
from kg.model.kinds import Fact, registry
from kg.questions import library
from kg.questions.run import graph, run
from kg.store import Edge, Node, Store
from tests.contract.conftest import empty_store
from tests.servers import ON_RELEASE, Servers

DAY = date(2024, 10, 1)
LONG = {"short": 25, "long": 300, "longest": 2_000}
DIAMONDS = 40
"""So many in a row are a million million ways."""


def fact(kind_: str, **fields: Any) -> Fact:
    return registry()[kind_].model_validate(fields)


def claim(topic: str, number: int, relays: list[int], document: int, **fields: Any) -> Fact:
    place = {"document": f"d{document}", "paragraph": 1, "start": 0, "end": 5, "sha256": "0" * 64}
    return fact(
        "claim",
        id=f"{topic}-{number}",
        topic=topic,
        stance="asserts",
        speaker="root" if number == 0 else "paper",
        said=DAY.isoformat(),
        about="event",
        relays=[f"{topic}-{n}" for n in relays],
        quantity={"low": 3, "unit": "soldiers", "mode": "stock", "stage": "sent", "wording": "3"},
        paraphrase="three soldiers were sent",
        cited=[place],
        **fields,
    )


def below(number: int) -> list[int]:
    """Return the two claims of the level below, each of which relays the two below that."""
    level = (number + 1) // 2
    return [] if level == 0 else [0] if level == 1 else [2 * level - 3, 2 * level - 2]


def facts() -> list[Fact]:
    """Chains by topic: each claim printed on the day of the one before or later, the last on the tenth."""
    topics = [*LONG, "diamonds", "circle", "round"]
    return [
        fact("organization", id="paper", name="Paper", kind="news-outlet"),
        fact("state", id="root", name="Root"),
        fact("situation", id="event", name="Event"),
        *(fact("topic", id=t, name=t, name_de=t, description=t) for t in topics),
        *(
            fact(
                "document",
                id=f"d{n}",
                title=f"d{n}",
                outlet="paper",
                published=(DAY + timedelta(days=n)).isoformat(),
                recorded="2025-01-01",
                language="en",
                file=f"d{n}.txt",
                sha256="0" * 64,
            )
            for n in range(10)
        ),
        *(
            claim(topic, n, [n - 1] if n else [], n * 9 // hops)
            for topic, hops in LONG.items()
            for n in range(hops + 1)
        ),
        *(claim("diamonds", n, below(n), 0) for n in range(2 * DIAMONDS + 1)),
        *(claim("circle", n, [0, 99] if n == 1 else [n - 1] if n else [], 0) for n in range(100)),
        *(claim("round", n, [(n + 1) % 30], 0) for n in range(30)),
    ]


@pytest.fixture(
    scope="module",
    params=[
        "memory",
        *(
            pytest.param(f"neo4j-{release}", marks=(*marks, pytest.mark.slow))
            for release, marks in ON_RELEASE.items()
        ),
    ],
)
def deep(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, servers: Servers
) -> Iterator[Store]:
    """A store of each kind with the chains."""
    opened = empty_store(request.param, tmp_path_factory.mktemp("deep"), servers)
    plan_facts(facts(), opened, "deep").run()
    yield opened
    opened.close()


def rows(store: Store, question: str, **values: Any) -> list[dict[str, Any]]:
    return run(library.question(question), store, values).dicts()


def rooted(chains: list[dict[str, Any]]) -> set[tuple[str, str]]:
    return {(row["claim"], row["root"]) for row in chains}


SIZES = {**{topic: hops + 1 for topic, hops in LONG.items()}, "diamonds": 2 * DIAMONDS + 1, "circle": 100}


@pytest.mark.parametrize("topic", SIZES)
def test_every_claim_goes_back_to_the_one_root(topic: str, deep: Store) -> None:
    (told,) = rows(deep, "who-sourced", topic=topic)
    assert (told["root"], told["root_speaker"]) == ("root", "Root")
    chains = rows(deep, "chains", topic=topic)
    assert rooted(chains) == {(f"{topic}-{n}", f"{topic}-0") for n in range(SIZES[topic])}
    assert {row["chain"][-1] for row in chains} == {"Root"}
    assert len(rows(deep, "figures", topic=topic)) == SIZES[topic]
    assert rows(deep, "unsourced-numbers", topic=topic) == []


def test_questions_in_cypher_and_in_python_find_the_same_roots(deep: Store) -> None:
    (told,) = rows(deep, "roots")
    assert (told["min"], told["max"]) == (1, 1)


@pytest.mark.parametrize(("topic", "hops"), LONG.items())
def test_a_long_chain_says_how_many_it_leaves_out(topic: str, hops: int, deep: Store) -> None:
    longest = max(rows(deep, "chains", topic=topic), key=lambda row: int(row["claim"].split("-")[1]))
    assert longest["chain"] == [*["Paper"] * 7, f"… {hops - 13:,} …", *["Paper"] * 6, "Root"]


@pytest.mark.parametrize(("topic", "hops"), LONG.items())
def test_whoever_repeats_a_claim_is_found_from_the_root_and_from_the_middle(
    topic: str, hops: int, deep: Store
) -> None:
    for start in (0, hops // 2):
        told = {row["told_by"]: row["hops"] for row in rows(deep, "repeated-by", claim=f"{topic}-{start}")}
        assert told == {f"{topic}-{n}": n - start for n in range(start, hops + 1)}


@pytest.mark.parametrize(("topic", "hops"), LONG.items())
def test_explain_walks_to_the_end(topic: str, hops: int, deep: Store) -> None:
    last = kg.explain(f"{topic}-{hops}", store=deep)[-1]
    assert (last["path"], last["hop"], last["claim"]) == (1, hops + 1, f"{topic}-0")
    assert last["end"] == "root: named"


def test_explain_does_not_tell_a_million_million_ways(deep: Store) -> None:
    told = kg.explain(f"diamonds-{2 * DIAMONDS}", store=deep)
    assert 100 < told[-1]["path"] < 1_000
    assert "there are more" in told.note


def test_on_a_day_what_was_known_by_then(deep: Store) -> None:
    day = DAY + timedelta(days=4)
    for topic, hops in LONG.items():
        known = sum(n * 9 // hops <= 4 for n in range(hops + 1))
        chains = rows(deep, "chains", topic=topic, as_of=day)
        assert rooted(chains) == {(f"{topic}-{n}", f"{topic}-0") for n in range(known)}


def test_a_circle_has_no_root(deep: Store) -> None:
    assert rows(deep, "chains", topic="round") == rows(deep, "figures", topic="round") == []
    assert len(rows(deep, "unsourced-numbers", topic="round")) == 30


@pytest.mark.parametrize("question", ["who-sourced", "chains"])
@pytest.mark.parametrize("topic", ["short", "long", "diamonds", "circle"])
def test_no_picture_ends_at_a_claim_that_goes_on(question: str, topic: str, deep: Store) -> None:
    elements = graph(library.question(question), deep, {"topic": topic})
    claims = {e.id for e in elements if isinstance(e, Node) and "Claim" in e.labels}
    on = {e.start for e in elements if isinstance(e, Edge) and e.type in ("RELAYS", "ROOTED_IN")}
    assert claims - on == {f"{topic}-0"}
    assert len(claims) == SIZES[topic]
