"""A leaked page, a video called staged, a correction and words not remembered, day by day, by hand.

In May 2001 a page of a ledger says that there is a black market (10th). The Wire prints it with a government
(12th); the article is translated and printed again (13th, 14th). The Gazette adds an official (15th) and
takes that back (20th), the day on which it also prints the video (16th), that the government calls it staged,
and that it cannot remember its own words.
"""

from __future__ import annotations

from datetime import date

import pytest

from kg.analysis.asof import cut, cut_facts
from kg.analysis.reading import read_world, world_of
from kg.analysis.roots import roots
from kg.analysis.status import status
from kg.analysis.votes import Ballots
from kg.analysis.without import without
from kg.analysis.world import World
from kg.curate.verify import verify
from kg.load.seeds import plan_facts
from kg.model.convert import rows_of
from kg.questions.library import question
from kg.questions.run import run
from kg.sources.seeds import load
from kg.store import Store, connect
from tests.second import SEEDS

MARKET = "black-market"


@pytest.fixture(scope="module")
def store() -> Store:
    opened = connect("memory")
    plan_facts(load(SEEDS).facts, opened, "second").run()
    return opened


@pytest.fixture(scope="module")
def world(store: Store) -> World:
    return read_world(store)


@pytest.mark.parametrize(
    ("day", "least", "most", "named", "credibility"),
    [
        (10, 1, 1, ("ledger-page",), 3),  # the page alone
        (12, 2, 2, ("ledger-page", "rt-government"), 2),  # and the government; both in one article
        (14, 2, 2, ("ledger-page", "rt-government"), 2),  # a translation and a reprint: no root, no outlet
        # the official may be the government, but the Gazette prints the page, too: a second outlet
        (15, 2, 3, ("ledger-page", "rt-government"), 1),
        (16, 3, 4, ("ledger-page", "market-video", "rt-government"), 1),  # the video, which nobody denies yet
        # staged, not remembered, and corrected: only the page is certain
        (20, 1, 3, ("ledger-page", "market-video", "rt-government"), 3),
    ],
)
def test_roots_on_a_day(
    world: World, day: int, least: int, most: int, named: tuple[str, ...], credibility: int
) -> None:
    known = cut(world, date(2001, 5, day))
    (support,) = (row for row in roots(known) if row.subject == MARKET)
    (standing,) = (row for row in status(known) if row.event == MARKET)
    assert (*support.roots[:2], support.roots.named) == (least, most, named)
    assert (standing.roots[:2], standing.credibility) == (support.roots[:2], credibility)
    assert world_of(rows_of(cut_facts(load(SEEDS).facts, date(2001, 5, day)))).claims == known.claims


def test_what_the_correction_takes_back_is_gone_from_that_day(world: World, store: Store) -> None:
    for day, gone in ((19, False), (20, True)):
        assert Ballots(cut(world, date(2001, 5, day))).taken_back("harbour-market") is gone
    told = run(question("contents"), store, {"document": "gazette-2001-05-15"})
    assert [row["taken_back"] for row in told.dicts() if row["claim"] == "harbour-market"] == [
        date(2001, 5, 20)
    ]
    assert told.note == "harbour-market is printed only in what gazette-2001-05-20 corrects (2001-05-20)"
    assert not run(
        question("contents"), store, {"document": "gazette-2001-05-15", "as_of": "2001-05-19"}
    ).note


def test_without_the_page_its_words_are_gone(world: World) -> None:
    (loss,) = (row for row in without(world, "ledger-page") if row.event == MARKET)
    assert (loss.before[:2], loss.after[:2], loss.fallen) == ((1, 3), (0, 2), ("ledger-states",))


def test_nothing_to_hash_is_never_verified() -> None:
    proof = verify(load(SEEDS), None)
    assert (proof.no_text, proof.not_held, proof.verified) == (2, ("ledger-page", "market-video"), 0)
    assert proof.citations == proof.unverifiable + proof.no_text
