"""Who speaks for whom on a day: PART_OF counts only where it holds on the day of the speech."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from kg.load.seeds import plan_facts
from kg.questions import library
from kg.questions.run import graph, run
from kg.store import Edge, Store, connect
from tests.contract.conftest import STORES, empty_store
from tests.contract.tenure import ARCADIA, LEAGUE, MINISTRY, SPEECHES, UTOPIA, Speech, facts
from tests.servers import Servers


@pytest.fixture(scope="module", params=STORES)
def spoken(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, servers: Servers
) -> Iterator[Store]:
    """A store of each kind in which everybody has spoken on every day."""
    opened = empty_store(request.param, tmp_path_factory.mktemp("tenure"), servers)
    plan_facts(facts(SPEECHES), opened, "tenure").run()
    yield opened
    opened.close()


def asked(store: Store, question: str, **values: Any) -> list[dict[str, Any]]:
    """Return the rows of a question."""
    return run(library.question(question), store, values).dicts()


def counting_for(actor: str) -> list[Speech]:
    """Return the speeches that count for an actor, as worked out by hand."""
    return [speech for speech in SPEECHES if actor in speech.counts_for]


ACTORS = pytest.mark.parametrize("actor", [UTOPIA, ARCADIA, MINISTRY, LEAGUE])


@ACTORS
def test_members_speak_for_an_actor_while_they_belong_to_it(actor: str, spoken: Store) -> None:
    expected = sorted(speech.id for speech in counting_for(actor))
    assert sorted(row["claim"] for row in asked(spoken, "said-by", actor=actor, members=True)) == expected
    drawn = graph(library.question("said-by"), spoken, {"actor": actor, "members": True})
    assert sorted(e.start for e in drawn if isinstance(e, Edge) and e.type == "ABOUT") == expected
    beliefs = asked(spoken, "according-to", speaker=actor, members=True)
    assert sorted(claim for row in beliefs for claim in row["claims"]) == expected, "the analysis agrees"


@ACTORS
def test_speakers_and_their_claims_are_those_of_their_time(actor: str, spoken: Store) -> None:
    expected = Counter(speech.speaker for speech in counting_for(actor))
    rows = asked(spoken, "spokespeople", actor=actor)
    assert {row["speaker_id"]: row["claims"] for row in rows} == expected
    for row in rows:
        days = [date.fromisoformat(s.day) for s in counting_for(actor) if s.speaker == row["speaker_id"]]
        assert (row["first_said"], row["last_said"]) == (min(days), max(days))
    drawn = graph(library.question("spokespeople"), spoken, {"actor": actor})
    said = [e.start for e in drawn if isinstance(e, Edge) and e.type == "SAID_BY"]
    assert sorted(said) == sorted(speech.id for speech in counting_for(actor))


def test_offices_are_those_that_were_held_when_speaking(spoken: Store) -> None:
    offices = {row["speaker_id"]: row["offices"] for row in asked(spoken, "spokespeople", actor=UTOPIA)}
    assert offices == {
        "utopia": ["League of Islands"],
        "minister": ["minister, Ministry of Utopia"],
        "aide": ["aide, Ministry of Utopia"],
        "general": ["general, Utopia"],
        "turncoat": ["envoy, Utopia"],
        "returner": ["mayor, Utopia", "senator, Utopia"],
        "insider": ["Ministry of Utopia", "Utopia"],
    }


@pytest.mark.parametrize("speech", SPEECHES, ids=lambda speech: speech.id)
def test_only_who_is_in_office_answers_for_the_state(speech: Speech, spoken: Store) -> None:
    rows = asked(spoken, "right-of-reply", actor=UTOPIA)
    (row,) = [row for row in rows if row["event"] == f"grain-{speech.id}"]
    answered = UTOPIA in speech.counts_for
    assert (row["answered"], row["denied"]) == (answered, int(answered))
    drawn = graph(library.question("right-of-reply"), spoken, {"actor": UTOPIA})
    assert any(isinstance(e, Edge) and e.start == speech.id for e in drawn) == answered


@pytest.mark.parametrize("speech", SPEECHES, ids=lambda speech: speech.id)
def test_whoever_left_leaves_an_actor_silent(speech: Speech) -> None:
    with connect("memory") as store:
        plan_facts(facts([speech]), store, "tenure").run()
        silent = {row["actor"] for row in asked(store, "silent")}
        drawn = graph(library.question("silent"), store, {})
    everyone = {UTOPIA, ARCADIA, LEAGUE, MINISTRY}
    assert silent == everyone - {*speech.counts_for}
    assert {e.end for e in drawn if isinstance(e, Edge) and e.type == "MENTIONS"} == silent


@pytest.mark.parametrize(("day", "place"), [("2015-12-31", "Ministry of Utopia"), ("2016-01-01", "Utopia")])
def test_who_stays_unnamed_is_placed_where_it_was_when_it_spoke(day: str, place: str) -> None:
    with connect("memory") as store:
        plan_facts(facts([Speech("insider", day)]), store, "tenure").run()
        (row,) = asked(store, "unnamed")
    assert row["part_of"] == [place]
