"""Roots between min and max: the laws, against brute force, and the corpus's headline."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from itertools import pairwise, product
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis.belonging import LEVELS, Belonging
from kg.analysis.counting import roots_of
from kg.analysis.independence import Roots, count
from kg.analysis.live_claims import withdrawn
from kg.analysis.reading import read_world
from kg.analysis.relays import loops, terminals
from kg.analysis.roots import Per, roots
from kg.analysis.select import select
from kg.analysis.status import status
from kg.analysis.votes import Ballots
from kg.analysis.world import Actor, Claim, Document, Member, Thing, World
from kg.load.seeds import plan_facts
from kg.model.stances import STANCES
from kg.store import connect
from tests import first
from tests.analysis import by_words, graphs
from tests.laws import examples

worlds = st.integers(0, 10**9).map(graphs.world)
PER: tuple[Per, ...] = get_args(Per)
D = date(2024, 10, 1)


@settings(max_examples=examples(200))
@given(worlds)
def test_votes_and_bounds_equal_those_counted_by_the_words_of_the_rules(world: World) -> None:
    ballots = Ballots(world)
    for thing in world.things:
        votes, expected = ballots.of(thing), by_words.votes(world, thing)
        for name, claims in expected._asdict().items():
            assert set(getattr(votes, name)) == claims, name
        for level in LEVELS:
            for firm_only in (False, True):
                found = roots_of(ballots, votes, level, firm_only=firm_only)
                counted = by_words.count(world, thing, level, firm_only=firm_only)
                assert (found.least, found.most, found.witnesses) == counted[:3]
                assert [(v.speaker, {*v.claims}, v.why) for v in found.voices if v.speaker] == [
                    voice for voice in counted.voices if voice[0]
                ]


@settings(max_examples=examples(200))
@given(worlds)
def test_the_bounds_are_in_order_and_least_is_at_most_the_reports(world: World) -> None:
    for per in PER:
        for level in LEVELS:
            for row in roots(world, per=per, level=level):
                assert 0 <= row.roots.least <= row.roots.most
                assert row.roots.witnesses <= row.roots.least <= max(1, len(row.reports))
                assert bool(row.roots.most) == bool(row.roots.voices)
                said = any(voice.why != "in question" for voice in row.roots.voices)
                assert bool(row.roots.least) == said, "nobody must have said what is in question"
                assert not {c for v in row.roots.voices for c in v.claims} & withdrawn(world)


@settings(max_examples=examples(200))
@given(worlds)
def test_a_coarser_level_never_raises_a_bound(world: World) -> None:
    for per in PER:
        by_level = [{r.subject: r.roots for r in roots(world, per=per, level=level)} for level in LEVELS]
        for finer, coarser in pairwise(by_level):
            assert finer.keys() == coarser.keys()
            assert all(coarser[s].least <= r.least and coarser[s].most <= r.most for s, r in finer.items())


@settings(max_examples=examples(200))
@given(st.integers(0, 10**9), st.data())
def test_a_retelling_by_a_new_speaker_changes_neither_bound(seed: int, data: Any) -> None:
    """But for the least number where the reports were too few for it."""
    world = graphs.world(seed, cycles=False)
    for row in roots(world):
        asserted = [c for c in row.claims if world.claims[c].side == "for"]
        if not asserted:
            continue
        told = data.draw(st.sampled_from(asserted))
        document = data.draw(st.sampled_from(sorted(world.documents)))
        facet = world.claims[told].facet
        relay = Claim("new", "asserts", "teller", row.subject, "t0", (D, D), facet=facet)
        teller = Actor("Teller", data.draw(st.sampled_from(("person", "organization", "unnamed"))))
        plus = graphs.plus(world, relay, (told,), (document,))
        after = next(
            r
            for r in roots(replace(plus, actors={**plus.actors, "teller": teller}))
            if r.subject == row.subject
        )
        assert after.roots.most == row.roots.most
        assert after.roots.least >= row.roots.least
        assert after.roots.least == row.roots.least or row.roots.capped
        assert after.mentions == row.mentions + 1


@settings(max_examples=examples(60))
@given(worlds, st.data())
def test_what_is_said_in_question_counts_in_most_and_not_in_least(world: World, data: st.DataObject) -> None:
    """Whoever denies that something was said takes no root from most and adds none to least, in no event."""
    target = data.draw(st.sampled_from([*world.claims]))
    _in_question(world, target, data.draw(st.sampled_from(("denies", "doubts"))))


def test_who_falls_away_may_have_held_two_others_together() -> None:
    """Who is in question here belongs to the bodies of both others: they are no two roots because of that."""
    _in_question(graphs.world(255), "c08", "denies")


def _in_question(world: World, target: str, stance: str) -> None:
    denial = Claim("new", stance, "s0", target, "t0", (D, D))
    plus = graphs.plus(world, denial)
    plus = replace(plus, things={**plus.things, target: Thing(target, event=False)})
    before, after = ({r.subject: r.roots for r in roots(w) if r.subject != target} for w in (world, plus))
    assert before.keys() == after.keys()
    for subject, found in before.items():
        assert after[subject].most == found.most
        assert after[subject].least <= found.least
        for voice in after[subject].voices:
            assert voice.why in ("in question", "presumes") or {*voice.claims} != {target}


@settings(max_examples=examples(60))
@given(worlds, st.data())
def test_a_reprint_or_translation_adds_no_root(world: World, data: st.DataObject) -> None:
    original = data.draw(st.sampled_from([*world.documents]))
    copy = world.documents[original]._replace(outlet="n1", reprint_of=original, corrects=())
    printed = {c: (*d, "new") if original in d else d for c, d in world.printed_in.items()}
    plus = replace(world, documents={**world.documents, "new": copy}, printed_in=printed)
    assert [(r.subject, r.roots[:2]) for r in sorted(roots(plus), key=lambda r: r.subject)] == [
        (r.subject, r.roots[:2]) for r in sorted(roots(world), key=lambda r: r.subject)
    ]
    assert [(s.event, s.status, s.credibility) for s in status(plus)] == [
        (s.event, s.status, s.credibility) for s in status(world)
    ]


@settings(max_examples=examples(100))
@given(worlds, st.randoms(use_true_random=False))
def test_neither_the_order_nor_the_names_of_claims_matter(world: World, rng: random.Random) -> None:
    new = list(world.claims)
    rng.shuffle(new)
    to = dict(zip(world.claims, (f"x{c}" for c in new), strict=True))

    def renamed(pairs: Any) -> dict[str, Any]:
        return {to[c]: tuple(to.get(o, o) for o in others) for c, others in sorted(pairs.items(), key=str)}

    shuffled = replace(
        world,
        claims={
            to[c]: claim._replace(id=to[c], about=to.get(claim.about, claim.about))
            for c, claim in reversed([*world.claims.items()])
        },
        things={to.get(i, i): thing for i, thing in world.things.items()},
        printed_in=renamed(world.printed_in),
        relays=renamed(world.relays),
        answers=renamed(world.answers),
    )
    for level in LEVELS:
        before, after = ({r.subject: r.roots for r in roots(w, level=level)} for w in (world, shuffled))
        assert {to.get(s, s) for s in before} == after.keys()
        for own, found in before.items():
            subject = to.get(own, own)
            assert after[subject][:2] == found[:2]
            assert after[subject].named == found.named
            assert {to[c] for c in found.unknown} == {*after[subject].unknown}


@settings(max_examples=examples(100))
@given(worlds, st.data())
def test_a_remark_changes_nothing(world: World, data: Any) -> None:
    stance = data.draw(st.sampled_from([s for s, row in STANCES.items() if row.side == "aside"]))
    about, speaker = (data.draw(st.sampled_from([*of])) for of in (world.things, world.actors))
    told = data.draw(st.sampled_from([(), *((c,) for c in world.claims)]))
    remark = Claim("new", stance, speaker, about, "t0", (D, D))
    after = graphs.plus(world, remark, told)
    after = replace(after, answers={**world.answers, "new": (data.draw(st.sampled_from([*world.claims])),)})
    assert roots(after) == roots(world)


@settings(max_examples=examples(100))
@given(worlds)
def test_when_all_take_back_what_they_said_nothing_is_left_of_it(world: World) -> None:
    for row in roots(world):
        ends = {e for c in row.claims for e in by_words.ends(world, c)}
        wavering = by_words.votes(
            world, row.subject
        ).wavering  # who may vouch when a doubt is gone with these
        if wavering or any(world.claims[e].speaker is None for e in ends) or ends & {*world.answers}:
            continue
        back = {f"back-{e}": (e,) for e in ends}
        after = replace(
            world,
            claims={
                **world.claims,
                **{
                    b: world.claims[e]._replace(id=b, stance="retracts", about=e, facet="whole")
                    for b, (e,) in back.items()
                },
            },
            printed_in={**world.printed_in, **dict.fromkeys(back, ("d0",))},
            answers={**world.answers, **back},
        )
        assert withdrawn(after) == withdrawn(world) | ends
        left = [r for r in roots(after) if r.subject == row.subject]
        assert all(r.roots.most == 0 for r in left)


@settings(max_examples=examples(200))
@given(worlds)
def test_ends_and_loops_equal_brute_force(world: World) -> None:
    ends = terminals(world.claims, world.relays)
    assert ends == {
        c: tuple(sorted(e for e in by_words.reach(world, c) if e not in world.relays)) for c in world.claims
    }
    on_loop = {
        c: {o for o in by_words.reach(world, c) if o != c and c in by_words.reach(world, o)}
        for c in world.relays
    }
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
    """Where everyone has one superior, nobody speaks together or was judged another, and reports are enough.

    No way to say who the described sources are gives fewer roots than min.
    """
    world = graphs.world(seed, cycles=False)
    world = replace(
        world,
        same=(),
        actors={
            i: a if a.kind == "joint" else a._replace(part_of=tuple(Member(m.actor) for m in a.part_of[:1]))
            for i, a in world.actors.items()
        },
    )
    for row in roots(world):
        by_why = {
            why: [v.speaker for v in row.roots.voices if v.why == why and v.speaker]
            for why in ("named", "document", "joint", "described")
        }
        if by_why["joint"] or row.roots.capped:
            continue
        named, sources = [*by_why["named"], *by_why["document"]], by_why["described"]
        office = {s: world.actors[s].part_of[0].actor for s in sources}
        people = [*named, *office.values()]
        choices = [[x for x in people if office[s] in {x} | by_words.above(world, x, D)] for s in sources]
        tried = [
            len(by_words.merged(by_words.lifted(world, x, D, "state") for x in (*named, *chosen)))
            for chosen in product(*choices)
        ]
        assert row.roots.witnesses == min(tried)


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
    "us": Actor("United States", "state"),
    "paper": Actor("Paper", "organization", own_voice=True),
    "radio": Actor("Radio", "organization", own_voice=True),
    "reporter": Actor("Reporter", "person", (Member("paper"),)),
    "register": Actor("Register", "organization", compiles=True),
    "ua+us": Actor("Ukraine and United States", "joint", (Member("ua"), Member("us"))),
    "paper+register": Actor("Paper and Register", "joint", (Member("paper"), Member("register"))),
}


@pytest.mark.parametrize(
    ("speakers", "person", "organization", "state"),
    [
        (["chief", "chief"], (1, 1), (1, 1), (1, 1)),  # named once
        (["chief", "speaker"], (1, 2), (1, 1), (1, 1)),  # one organization
        (["chief", "army"], (1, 2), (1, 2), (1, 1)),  # one state, which is one in min at every level
        (["former", "speaker"], (2, 2), (2, 2), (2, 2)),  # left the day before
        (["chief", "us"], (2, 2), (2, 2), (2, 2)),  # two states
        (["source"], (1, 1), (1, 1), (1, 1)),  # counts under its organization
        (["source", "hur"], (1, 2), (1, 2), (1, 2)),  # together with it in min, apart in max
        (["source", "other"], (1, 2), (1, 2), (1, 2)),
        (["source", "chief"], (1, 2), (1, 2), (1, 2)),  # the chief may be the source
        (["source", "army"], (1, 2), (1, 2), (1, 2)),  # another body of its state
        (["source", "us"], (2, 2), (2, 2), (2, 2)),
        (["official", "source"], (1, 2), (1, 2), (1, 2)),  # the official may sit in the service
        (["official", "chief"], (1, 2), (1, 2), (1, 2)),
        (["insider", "insider"], (1, 1), (1, 1), (1, 1)),
        (["insider", "chief"], (1, 2), (1, 2), (1, 2)),  # no organization: only in max
        ([None, None, None], (1, 1), (1, 1), (1, 1)),  # one document: whatever the number of sentences
        ([None, "chief"], (1, 2), (1, 2), (1, 2)),
        (["paper"], (1, 1), (1, 1), (1, 1)),  # no witness, but somebody must have said it
        (["paper", "radio"], (1, 2), (1, 2), (1, 2)),
        (["paper", "reporter"], (1, 2), (1, 1), (1, 1)),
        (["paper", "chief", "us"], (2, 3), (2, 3), (2, 3)),  # own voices are only in max
        (["register", "chief"], (1, 2), (1, 2), (1, 2)),  # and so are compilers
        (["ua+us"], (1, 1), (1, 1), (1, 1)),
        (["ua+us", "chief"], (1, 2), (1, 2), (1, 2)),  # one of the two counts already
        (["ua+us", "ua", "us"], (2, 2), (2, 2), (2, 2)),  # both count already
        (["ua+us", "former"], (2, 2), (2, 2), (2, 2)),
        (["paper+register", "chief"], (1, 2), (1, 2), (1, 2)),  # nor are two of them together
    ],
)
def test_examples(speakers: list[str | None], person: Any, organization: Any, state: Any) -> None:
    world = _world(ACTORS, speakers)
    assert [roots(world, level=level)[0].roots[:2] for level in LEVELS] == [person, organization, state]


@pytest.mark.parametrize("speaker", ["paper", "reporter", "register", "paper+register"])
def test_who_was_there_is_a_witness(speaker: str) -> None:
    world = _world(ACTORS, [speaker, "us"])
    seen = world.claims["c0"]._replace(firsthand=True)
    assert roots(world)[0].roots[:2] == (1, 2)
    assert roots(replace(world, claims={**world.claims, "c0": seen}))[0].roots[:2] == (2, 2)


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
    plan_facts(first.facts(), store, "corpus").run()
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
