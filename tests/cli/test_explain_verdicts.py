"""`kg explain` says of which side a claim speaks, at first hand, together, and that it was taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.analysis.chains import hops, passed_on, paths
from kg.formats.chain import text
from kg.load.seeds import plan_facts
from kg.model.convert import facts_of
from kg.sources.texts import quote_in
from kg.store import Store, connect
from tests.drawing.verdicts import verdicts


@pytest.fixture(scope="module")
def told() -> Iterator[Store]:
    with connect("memory") as store:
        plan_facts(facts_of(verdicts()), store, "told").run()
        yield store


@pytest.mark.parametrize(
    ("claim", "line"),
    [
        ("how-many", "A daily cannot-confirm on 2024-10-11, about how-many only\n"),
        ("seen", "A daily asserts on 2024-10-11, at first hand\n"),
        ("wrong", "A think tank asserts on 2024-10-11, taken back, known from 2024-10-20: 9 soldiers\n"),
        ("together", "North Korea and Russia asserts on 2024-10-11\n"),
        ("three", "A spokesman asserts on 2024-10-11: 3,000 soldiers\n"),
    ],
)
def test_a_hop_says_what_a_verdict_depends_on(claim: str, line: str, told: Store) -> None:
    known, relays = hops(passed_on(claim, told))
    shown = text(
        claim,
        paths(claim, relays),
        known,
        lambda p: quote_in(None, p.paragraph, p.start, p.end, p.sha256),
        columns=200,
    )
    assert line in shown
