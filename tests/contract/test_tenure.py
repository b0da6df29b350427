"""Who speaks for whom on a day: a question that walks PART_OF counts only what holds on the day of the speech."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

import pytest

from kg import api
from kg.load.seeds import plan_facts
from kg.model.kinds import Fact, registry
from kg.questions import library
from kg.questions.run import graph, run
from kg.store import Edge, Store
from tests.contract.conftest import STORES, empty_store
from tests.servers import Servers


class Speech(NamedTuple):
    """One denial: who speaks on which day, and for whom that counts."""

    speaker: str
    day: str
    counts_for: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Id of the claim."""
        return f"{self.speaker}-{self.day}"


MINISTRY, UTOPIA, ARCADIA, LEAGUE = "ministry", "utopia", "arcadia", "league"
SPEECHES = [
    # an office of known years, in a ministry that is the state's until 2018
    Speech("minister", "2014-12-31"),
    Speech("minister", "2015-01-01", (MINISTRY, UTOPIA)),
    Speech("minister", "2016-12-31", (MINISTRY, UTOPIA)),
    Speech("minister", "2017-01-01"),
    # an office without days: what ends is a step above it
    Speech("aide", "2016-12-31", (MINISTRY, UTOPIA)),
    Speech("aide", "2018-12-31", (MINISTRY, UTOPIA, LEAGUE)),
    Speech("aide", "2019-01-01", (MINISTRY,)),
    # an office that begins in a month and goes on, in a state that joins a league in 2017
    Speech("general", "2015-05-31"),
    Speech("general", "2015-06-01", (UTOPIA,)),
    Speech("general", "2024-05-05", (UTOPIA, LEAGUE)),
    # one who changes sides, and one who comes back
    Speech("turncoat", "2014-12-31", (UTOPIA,)),
    Speech("turncoat", "2015-01-01", (ARCADIA,)),
    Speech("returner", "2013-12-31", (UTOPIA,)),
    Speech("returner", "2015-06-01"),
    Speech("returner", "2017-01-01", (UTOPIA, LEAGUE)),
    # the state itself
    Speech("utopia", "2010-01-01", (UTOPIA,)),
    Speech("utopia", "2020-01-01", (UTOPIA, LEAGUE)),
]
NAMED: dict[str, list[dict[str, Any]]] = {
    "topic": [{"id": "grain", "name": "Grain", "name_de": "Korn", "description": "Who sent grain to whom."}],
    "state": [
        {"id": UTOPIA, "name": "Utopia", "part_of": [{"actor": LEAGUE, "since": "2017"}]},
        {"id": ARCADIA, "name": "Arcadia"},
    ],
    "organization": [
        {"id": LEAGUE, "name": "League of Islands", "kind": "government"},
        {
            "id": MINISTRY,
            "name": "Ministry of Utopia",
            "kind": "government",
            "part_of": [{"actor": UTOPIA, "until": "2018-12-31"}],
        },
        {"id": "paper", "name": "The Paper", "kind": "news-outlet"},
    ],
    "person": [
        {
            "id": "minister",
            "name": "Minister",
            "part_of": [{"actor": MINISTRY, "role": "minister", "since": "2015-01-01", "until": "2016"}],
        },
        {"id": "aide", "name": "Aide", "part_of": [{"actor": MINISTRY, "role": "aide"}]},
        {
            "id": "general",
            "name": "General",
            "part_of": [{"actor": UTOPIA, "role": "general", "since": "2015-06"}],
        },
        {
            "id": "turncoat",
            "name": "Turncoat",
            "part_of": [
                {"actor": UTOPIA, "role": "envoy", "until": "2014"},
                {"actor": ARCADIA, "role": "adviser", "since": "2015"},
            ],
        },
        {
            "id": "returner",
            "name": "Returner",
            "part_of": [
                {"actor": UTOPIA, "role": "mayor", "until": "2013"},
                {"actor": UTOPIA, "role": "senator", "since": "2017"},
            ],
        },
    ],
}


def facts(speeches: list[Speech]) -> list[Fact]:
    """Return a corpus in which the paper says something of Utopia for each speech that denies it."""
    document = {
        "id": "paper-2025",
        "title": "All that was said",
        "outlet": "paper",
        "published": "2025-01-01",
        "recorded": "2025-01-02",
        "language": "en",
        "kind": "article",
        "file": "paper.txt",
        "sha256": "0" * 64,
    }
    made = {**NAMED, "document": [document], "shipment": [], "claim": []}
    for speech in speeches:
        event = f"grain-{speech.id}"
        made["shipment"].append(
            {"id": event, "name": event, "supplier": UTOPIA, "recipient": ARCADIA, "goods": "grain"}
        )
        for id_, speaker, stance, day in (
            (speech.id, speech.speaker, "denies", speech.day),
            (f"paper-{speech.id}", "paper", "asserts", "2009-01-01"),
        ):
            place = {
                "document": "paper-2025",
                "paragraph": 2,
                "start": 10 * len(made["claim"]),
                "end": 10 * len(made["claim"]) + 9,
                "sha256": f"{len(made['claim']):064x}",
            }
            made["claim"].append(
                {
                    "id": id_,
                    "topic": "grain",
                    "stance": stance,
                    "speaker": speaker,
                    "said": day,
                    "about": event,
                    "mentions": [UTOPIA, ARCADIA, LEAGUE, MINISTRY],
                    "paraphrase": "It says something of grain.",
                    "cited": [place],
                }
            )
    return [registry()[kind].model_validate(fact) for kind, several in made.items() for fact in several]


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
    from kg.store import connect

    with connect("memory") as store:
        plan_facts(facts([speech]), store, "tenure").run()
        silent = {row["actor"] for row in asked(store, "silent")}
        drawn = {e.end for e in graph(library.question("silent"), store, {}) if isinstance(e, Edge)}
    everyone = {UTOPIA, ARCADIA, LEAGUE, MINISTRY}
    assert silent == everyone - {*speech.counts_for}
    assert drawn & everyone == silent
    _ = api
