"""What presets count and name is what the analyses count and name, on any graph and for any day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations
from typing import Any, NamedTuple, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.analysis.asof import cut
from kg.analysis.live_claims import SUPPORT
from kg.analysis.reading import read_world
from kg.analysis.relays import terminals
from kg.analysis.roots import roots
from kg.analysis.votes import Ballots, Votes
from kg.analysis.world import Claim, World
from kg.load.seeds import plan_facts
from kg.model.kinds.shipment import ShipmentStage
from kg.model.weighing import AHEAD, WHOLE
from kg.questions import library
from kg.questions.run import run
from kg.store import Store, connect
from kg.store.neo4j.store import Neo4jStore
from tests.analysis.graphs import DAY, facts
from tests.laws import examples
from tests.servers import RELEASES, Servers, emptied

LAW = settings(max_examples=examples(60), deadline=None)
SEEDS = st.integers(0, 10**6)
DAYS = st.one_of(st.none(), st.integers(0, 9).map(lambda n: DAY + timedelta(days=n)))

DEEP = st.sampled_from((0, 0, 30))
"""How many claims hang one below the other, at least."""


class Case(NamedTuple):
    """A graph in a store, and what was known of it on a day."""

    store: Store
    day: date | None
    world: World
    ballots: Ballots

    def rows(self, preset: str, **values: Any) -> list[dict[str, Any]]:
        return run(library.question(preset), self.store, {"as_of": self.day, **values}).dicts()

    def votes(self, event: str) -> Votes:
        return self.ballots.of(event)

    def who(self, claims: Any) -> list[str]:
        return sorted({self.world.name(self.world.claims[c].speaker) for c in claims})

    def counts(self, event: str) -> tuple[int, int, int]:
        """Return how many claims assert, deny and question it."""
        votes = self.votes(event)
        return len(asserting(votes)), len(votes.denying), len(questioning(votes))

    def stage(self, event: str) -> str | None:
        votes, stage = self.votes(event), self.world.things[event].stage
        heard = (*asserting(votes), *votes.wavering)
        return "expected" if votes.expecting and not heard and stage not in AHEAD else stage

    def events(self) -> list[str]:
        """Return the events that claims are about, or a part of which is, and on which votes bear."""
        spoken = (i for i in self.ballots.subjects() if self.world.things[i].event)
        return sorted(i for i in spoken if any(self.votes(i)[:6]))


def asserting(votes: Votes) -> tuple[str, ...]:
    return (*votes.vouching, *votes.presuming)


def questioning(votes: Votes) -> tuple[str, ...]:
    return (*votes.doubting, *votes.wavering)


def case(store: Store, seed: int, day: date | None, deep: int = 0) -> Case:
    plan_facts(facts(seed, deep), store, "one").run()
    world = cut(read_world(store), day)
    return Case(store, day, world, Ballots(world))


def disputed(case: Case) -> None:
    told = {row["event"]: row for row in case.rows("disputed")}
    expected = {
        event
        for event in case.events()
        if (v := case.votes(event)) and (asserting(v) or v.wavering) and (v.denying or v.doubting)
    }
    assert set(told) == expected
    for event, row in told.items():
        votes = case.votes(event)
        assert row["asserted_by"] == case.who(asserting(votes)), event
        assert row["denied_by"] == case.who(votes.denying), event
        assert row["questioned_by"] == case.who(questioning(votes)), event
        narrower = {name.rpartition(" (")[0] for name in row["in_part"]}
        assert narrower == {*case.who(votes.partly), *case.who(votes.facets)}, event


def counted(preset: str, column: str, events: tuple[str, ...]) -> Any:
    def compare(case: Case) -> None:
        told = {
            row[column]: (row["asserted"], row["denied"], row["questioned"], row["stage"])
            for row in case.rows(preset)
        }
        wanted = {e: (*case.counts(e), case.stage(e)) for e in events if e in case.events()}
        assert told == wanted

    return compare


def flows(case: Case) -> None:
    pairs = {("kp", "ru"): ("arms", "rockets"), ("ru", "kp"): ("oil",)}
    told = {
        (row["supplier_id"], row["recipient_id"]): (row["asserted"], row["denied"], row["questioned"])
        for row in case.rows("flows")
    }
    for pair, shipments in pairs.items():
        votes = [case.votes(e) for e in shipments if e in case.events()]
        some = [
            len({c for v in votes for c in claims(v)})
            for claims in (asserting, lambda v: v.denying, questioning)
        ]
        assert told.get(pair, (0, 0, 0)) == tuple(some)


def right_of_reply(case: Case) -> None:
    """Of every actor that has a part in an event: what the votes of its own and of others come to."""
    world = case.world

    def own(claim: str, actor: str) -> bool:
        said = world.claims[claim]
        voices = (s for s in said.speakers if s not in world.documents)  # a paper is nobody's reply
        return any(actor == s or actor in above(world, s, said.said[1]) for s in voices)

    def near(claim: str, event: str) -> bool:
        things = {*case.ballots.above(event), *case.ballots.parts.get(event, ())}
        answered = (world.claims[a].about for a in world.answers.get(claim, ()))
        return world.claims[claim].side != "back" and bool(things & {world.claims[claim].about, *answered})

    told = case.rows("right-of-reply")
    assert {(row["actor"], row["event"]) for row in told} == {
        (actor, event)
        for event in case.events()
        for actor in PARTIES.get(event, ())
        if not all(own(c, actor) for c in asserting(case.votes(event)))
    }
    for row in told:
        votes, actor, event = case.votes(row["event"]), row["actor"], row["event"]
        denied = {c for c in votes.denying if own(c, actor)}
        admitted = {c for c in (*asserting(votes), *votes.expecting) if own(c, actor)}
        words = {
            c for c in world.claims if own(c, actor) and near(c, event) and not case.ballots.taken_back(c)
        }
        silent = {c for c in words if world.claims[c].stance == "no-comment"}
        left_open = words - denied - admitted - silent
        assert row["asserted_by"] == sum(not own(c, actor) for c in asserting(votes))
        assert (row["denied"], row["admitted"]) == (len(denied), len(admitted))
        assert (row["left_open"], row["no_comment"]) == (len(left_open), len(silent))
        assert row["answered"] == bool(denied | admitted | left_open)


def above(world: World, actor: str, day: date | None) -> set[str]:
    """Return all that an actor belongs to on a day, at any remove; on any day where none is known."""
    found: set[str] = set()
    todo = [actor]
    while todo:
        members = world.actors[todo.pop()].part_of
        new = {m.actor for m in members if day is None or m.holds(day)} - found
        found |= new
        todo += new
    return found


def single_root(case: Case) -> None:
    """As worked out from the roots of each event by another way: who speaks at the ends of its chains."""
    told = {row["event"]: row for row in case.rows("single-root")}
    for support in roots(case.world):
        if case.world.things[support.subject].event:
            documents = {d for c in support.claims for d in case.world.printed_in[c]}
            several = len(documents) > 1 or len(case.who(support.claims)) > 1
            assert (support.subject in told) == (several and support.roots.most == 1), support.subject
    for event, row in told.items():
        assert (row["claims"], row["told_in"]) == (len(row["told_in"]), list(case.votes(event).supporting))
        assert row["tellers"] == case.who(row["told_in"])
        assert row["stage"] == case.stage(event)


def load_bearing(case: Case) -> None:
    alone = {row["root"]: row["alone_events"] for row in case.rows("load-bearing")}
    single = {
        s.subject: s.roots.voices[0].speaker
        for s in roots(case.world)
        if s.roots.most == 1 and case.world.things[s.subject].event
    }
    assert {(root, e) for root, events in alone.items() for e in events} == {
        (root, event) for event, root in single.items() if root
    }


def who_sourced(case: Case) -> None:
    told = {row["root"] for row in case.rows("who-sourced")}
    claims = [
        c.id
        for c in case.world.claims.values()
        if c.topic == "troop-numbers" and c.side in SUPPORT and not case.ballots.taken_back(c.id)
    ]
    wanted = set()
    for claim, ends in case.ballots.ends(claims).items():
        fitting = {e for e in ends if case.world.claims[e].side in SUPPORT}
        roots_ = fitting or (_last(case, claim) if ends else set())
        wanted |= {case.world.claims[e].speaker or e for e in roots_}
    assert told == wanted


def _last(case: Case, claim: str) -> set[str]:
    """Return the last claims of its chains that speak for it; itself where these only run in a circle."""
    last, met, todo = set(), {claim}, [claim]
    while todo:
        one = todo.pop()
        further = {
            o
            for o in case.world.relays.get(one, ())
            if case.world.claims[o].side in SUPPORT and not case.ballots.taken_back(o)
        }
        if not further:
            last.add(one)
        todo += further - met
        met |= further
    return last or {claim}


def chains(case: Case) -> None:
    """What was taken back is kept here; the first and the last of a chain are those of the row."""
    told = case.rows("chains", topic="troop-numbers")
    claims = [c.id for c in case.world.claims.values() if c.topic == "troop-numbers"]
    ends = terminals(claims, case.world.relays)
    assert {(row["claim"], row["root"]) for row in told} == {(c, e) for c in claims for e in ends[c]}
    for row in told:
        names = [
            "?" if speaker is None else case.world.name(speaker)
            for speaker in (case.world.claims[row[end]].speaker for end in ("claim", "root"))
        ]
        assert row["chain"][:: max(1, len(row["chain"]) - 1)] == names[: len(row["chain"])]


def overlap(case: Case) -> None:
    behind: dict[str, set[str]] = {}
    for claim, ends in case.ballots.ends(case.world.claims).items():
        for document in () if case.ballots.taken_back(claim) else case.world.printed_in[claim]:
            behind.setdefault(document, set()).update(ends)
    told = {
        (row["one"], row["other"]): (row["roots"], row["of_one"], row["of_other"])
        for row in case.rows("overlap")
    }
    assert told == {
        (a, b): (sorted(behind[a] & behind[b]), len(behind[a]), len(behind[b]))
        for a, b in combinations(sorted(behind), 2)
        if behind[a] & behind[b]
    }


def never_found(case: Case) -> None:
    """Every weapon of the random graphs by the shipments and uses with it."""
    told = {r["weapon_type"]: (r["asserted"], r["speakers"]) for r in case.rows("never-found")}
    found = any(
        c.about == "debris" and c.side == "for" and not case.ballots.taken_back(c.id)
        for c in case.world.claims.values()
    )
    wanted = {}
    for weapon, events in {"kn-23": ("rockets", "strike"), "kn-23-b": ("arms", "strike")}.items():
        some = [case.votes(e) for e in events if not case.world.things[e].ahead]
        claims = {c for votes in some for c in asserting(votes)}
        if claims and not (found and weapon == "kn-23"):
            wanted[weapon] = (len(claims), case.who(claims))
    assert told == wanted


def expected(case: Case) -> None:
    """Of every claim that looks ahead: who has said since that it is so, or that it is not."""
    world = case.world
    for row in case.rows("expected"):
        votes, known = case.votes(row["event"]), world.published(row["claim"])
        assert row["asserted_since"] == case.who(c for c in asserting(votes) if world.published(c) > known)
        assert row["denied_since"] == case.who(c for c in votes.denying if world.published(c) > known)


def not_delivered(case: Case) -> None:
    told = {row["shipment"]: (row["claims"], row["stage"]) for row in case.rows("not-delivered")}
    wanted = {}
    for event in ("arms", "rockets", "oil"):
        votes = case.votes(event)
        support = {*asserting(votes), *votes.wavering, *votes.expecting}
        if support and case.stage(event) != "delivered":
            wanted[event] = (len(support), case.stage(event))
    assert told == wanted


def on_the_record(case: Case) -> None:
    """A joint statement counts for each who makes it; what was taken back, or a paper states, for nobody."""
    said: dict[str, list[Claim]] = {}
    for claim in case.world.claims.values():
        for speaker in () if case.ballots.taken_back(claim.id) else claim.speakers:
            if speaker not in case.world.documents:
                said.setdefault(speaker, []).append(claim)
    told = {row["actor"]: row for row in case.rows("on-the-record")}
    assert told.keys() == said.keys()
    for actor, row in told.items():
        sides = [(c.side, c.facet == WHOLE) for c in said[actor]]
        assert row["claims"] == len(sides)
        assert row["asserts"] == sum(side == "for" for side, _ in sides)
        assert row["expects"] == sum(side == "ahead" for side, _ in sides)
        assert row["denies"] == sides.count(("against", True))
        assert row["questions"] == sides.count(("doubt", True))
        assert row["in_part"] == sides.count(("against", False)) + sides.count(("doubt", False))
        assert row["relays"] == sum(c.id in case.world.relays for c in said[actor])


def figures(case: Case) -> None:
    given = [c.id for c in case.world.claims.values() if c.figure and not case.ballots.taken_back(c.id)]
    standing = {claim for claim, ends in case.ballots.ends(given).items() if ends}
    assert {row["claim"] for row in case.rows("figures")} == standing


PARTIES = dict.fromkeys(
    ("kp-troops-dispatch-2024", "part", "part-of-part", "arms", "rockets", "oil"), ("kp", "ru")
) | {"strike": ("ru",), "price": ("ru", "kp"), "ownership": ("office", "boat")}
"""Who supplies, receives, pays, is paid, sends, hosts, uses, owns or is owned in random events."""
COMPARED = {
    "right-of-reply": right_of_reply,
    "single-root": single_root,
    "never-found": never_found,
    "on-the-record": on_the_record,
    "figures": figures,
    "expected": expected,
    "not-delivered": not_delivered,
    "load-bearing": load_bearing,
    "who-sourced": who_sourced,
    "chains": chains,
    "overlap": overlap,
    "disputed": disputed,
    "deployments": counted("deployments", "deployment", ("kp-troops-dispatch-2024", "part", "part-of-part")),
    "ledger": counted("ledger", "shipment", ("arms", "rockets", "oil")),
    "found": counted("found", "finding", ("debris",)),
    "flows": flows,
}


@LAW
@given(SEEDS, DAYS, DEEP)
def test_every_preset_says_what_the_votes_say(seed: int, day: date | None, deep: int) -> None:
    known = case(connect("memory"), seed, day, deep)
    for compare in COMPARED.values():
        compare(known)


@pytest.fixture(scope="module")
def server(servers: Servers) -> Iterator[Neo4jStore]:
    with servers.store(RELEASES[0]) as opened:
        yield opened


@pytest.mark.neo4j
@settings(
    max_examples=examples(5),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(SEEDS, DAYS, DEEP)
def test_neo4j_says_what_the_votes_say(server: Neo4jStore, seed: int, day: date | None, deep: int) -> None:
    emptied(server)
    known = case(server, seed, day, deep)
    for compare in COMPARED.values():
        compare(known)


def test_presets_know_which_stages_are_no_longer_ahead() -> None:
    """They write out what has come about or is coming about; everything else is ahead."""
    assert {*get_args(ShipmentStage)} - {*AHEAD} == {"delivered", "under-way"}
    written = {
        stages
        for preset in library.presets()
        for stages in re.findall(r"stage(?:, 'delivered'\))? IN (\[[^]]*\])", preset.statement)
    }
    assert written == {"['delivered', 'under-way']"}


def test_the_random_graphs_have_all_sorts() -> None:
    found = [case(connect("memory"), seed, None) for seed in range(200)]
    votes = [c.votes(thing) for c in found for thing in c.world.things]
    for name in Votes._fields:
        assert any(getattr(v, name) for v in votes), name
    assert any(c.world.actors[s].kind == "joint" for c in found for s in c.world.actors)
    assert any(c.ballots.taken_back(claim) for c in found for claim in c.world.claims)
    assert any(not c.ballots.said_for_certain(claim) for c in found for claim in c.world.claims)
    assert any(voice.kind == "document" for c in found for voice in c.world.actors.values())
    assert any(c.stage(e) != c.world.things[e].stage for c in found for e in c.events())
