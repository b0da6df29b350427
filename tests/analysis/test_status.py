"""How events stand, one actor's world, how figures moved, and what changed: by example and by law."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kg.analysis.asof import cut, publication_days
from kg.analysis.changed import changed
from kg.analysis.live_claims import withdrawn
from kg.analysis.marking import marks
from kg.analysis.moves import moved
from kg.analysis.perspective import according_to
from kg.analysis.reading import read_world
from kg.analysis.revisions import timeline
from kg.analysis.roots import roots
from kg.analysis.select import select
from kg.analysis.status import status
from kg.analysis.world import Actor, Claim, Document, Figure, Member, Thing, World, small_world
from kg.load.seeds import plan_facts
from kg.store import connect
from tests import first
from tests.analysis import by_words, graphs
from tests.laws import examples

worlds = st.integers(0, 10**9).map(graphs.world)
D = date(2024, 10, 1)


def told(*claims: tuple[str, str | None, str], relays: dict[str, tuple[str, ...]] | None = None) -> World:
    """A world of (stance, speaker, hedge), each printed by an outlet of its own.

    A speaker that starts with u is an unnamed source of organization o.
    """
    names = [f"c{n}" for n in range(len(claims))]
    actors = {
        s: Actor(s, "unnamed", (Member("o"),)) if s.startswith("u") else Actor(s, "person")
        for _, s, _ in claims
        if s
    }
    return World(
        {
            n: Claim(n, stance, speaker, "e", "t", (D, D), hedge)
            for n, (stance, speaker, hedge) in zip(names, claims, strict=True)
        },
        {n: (f"d-{n}",) for n in names},
        relays or {},
        {},
        {**actors, "o": Actor("O", "organization")},
        {"e": Thing("e")},
        {f"d-{n}": Document(D, D, f"outlet-{n}") for n in names},
        {},
        frozenset("t"),
    )


A, B, NOBODY = ("asserts", "a", "plain"), ("asserts", "b", "plain"), ("asserts", None, "plain")


@pytest.mark.parametrize(
    ("claims", "word", "grade"),
    [
        ([A, B], "supported", 1),
        ([A], "supported", 3),
        ([A, A], "supported", 3),  # one speaker, twice
        ([A, ("asserts", "ux", "plain")], "supported", 1),  # the source sits in another organization
        ([("asserts", "ux", "plain"), ("asserts", "uy", "plain")], "supported", 3),  # perhaps one source
        ([NOBODY], "supported", None),  # cannot be judged, and becomes no number
        ([NOBODY, NOBODY], "supported", None),
        ([A, NOBODY], "supported", 3),  # an unknown speaker does not raise the grade
        ([A, ("asserts", "b", "likely")], "supported", 1),
        ([A, ("asserts", "b", "possible")], "supported", 2),  # one of the two vouches for nothing
        ([A, ("expects", "b", "plain")], "supported", 3),  # to expect is not to vouch
        ([A, ("comments", "b", "plain")], "supported", 3),
        ([A, ("no-comment", "b", "plain")], "supported", 3),
        ([A, ("denies", "b", "plain")], "disputed", 4),
        ([A, B, ("denies", "c", "plain")], "disputed", 3),
        ([A, B, ("denies", "a", "plain")], "disputed", 2),  # who denies asserts it as well: not independent
        ([A, B, ("denies", None, "plain")], "disputed", 3),
        ([("denies", "a", "plain")], "denied", 5),
        ([A, ("doubts", "b", "plain")], "unconfirmed", 4),
        ([A, B, ("cannot-confirm", "c", "plain")], "unconfirmed", 2),
        ([A, ("cannot-confirm", "a", "plain")], "unconfirmed", None),  # who wavers does not vouch
        ([A, B, ("cannot-confirm", "a", "plain")], "unconfirmed", 4),
        ([("asserts", "a", "possible"), ("asserts", "b", "conditional")], "unconfirmed", 2),
        ([("asserts", "a", "possible")], "unconfirmed", 4),
        ([("expects", "a", "plain"), ("expects", "b", "plain")], "expected", None),
        ([("expects", "a", "plain"), ("denies", "b", "plain")], "disputed", None),
        ([("cannot-confirm", "a", "plain")], "unknown", None),
        ([("concerned", "a", "plain")], "unknown", None),
        ([("comments", "a", "plain")], "unknown", None),
        ([("no-comment", "a", "plain")], "unknown", None),
    ],
)
def test_status_and_credibility(claims: list[Any], word: str, grade: int | None) -> None:
    (standing,) = status(told(*claims))
    assert (standing.status, standing.credibility) == (word, grade), standing.rule


def test_a_loop_asserts_nothing() -> None:
    assert status(told(A, B, relays={"c0": ("c1",), "c1": ("c0",)})) == []


def test_one_outlet_confirms_nothing() -> None:
    """Nor does a second one that retells, prints again or speaks for itself."""
    world = told(A, B, ("asserts", "paper", "plain"))
    paper = {**world.actors, "paper": Actor("Paper", "organization", own_voice=True)}

    def grade(*outlets: str, reprint_of: str | None = None, relays: bool = False) -> int | None:
        documents = {
            f"d-c{n}": Document(D, D, outlet, reprint_of if n == 2 else None)
            for n, outlet in enumerate(outlets)
        }
        changed = replace(world, documents=documents, actors=paper)
        (found,) = status(replace(changed, relays={"c2": ("c0", "c1")} if relays else {}))
        assert found.roots.least == 2
        return found.credibility

    assert grade("x", "y", "z") == 1
    assert grade("x", "x", "y") == 2
    assert grade("x", "x", "y", relays=True) == 2
    reprint = replace(world, printed_in={**world.printed_in, "c1": ("d-c2",)}, actors=paper)
    again = {**world.documents, "d-c2": Document(D, D, "z", "d-c0")}
    assert status(reprint)[0].credibility == 1
    assert status(replace(reprint, documents=again))[0].credibility == 2


@pytest.mark.parametrize(
    ("stage", "word"),
    [
        (None, "supported"),
        ("under-way", "supported"),
        ("wanted", "expected"),
        ("planned", "expected"),
        ("ordered", "expected"),
    ],
)
def test_what_is_only_planned_or_wanted_is_expected(stage: str | None, word: str) -> None:
    world = replace(told(A, B), things={"e": Thing("e", stage=stage)})
    (found,) = status(world)
    assert (found.status, found.credibility is None) == (word, word == "expected")


@settings(max_examples=examples(150))
@given(worlds)
def test_verdicts_are_those_that_the_words_of_the_rules_give(world: World) -> None:
    for row in status(world):
        assert (row.status, row.credibility) == by_words.verdict(world, row.event), row.rule
        votes = by_words.votes(world, row.event)
        assert {*row.asserted} == votes.asserting
        assert {*row.denied} == votes.denying
        assert {*row.questioned} == votes.doubting | votes.wavering
        assert {*row.expected} == votes.expecting
        assert ({*row.in_part}, {*row.facets}) == (votes.partly, votes.facets)


@settings(max_examples=examples(150))
@given(worlds)
def test_what_each_verdict_needs(world: World) -> None:
    for row in status(world):
        if row.credibility == 1:
            assert row.status == "supported"
            assert row.roots.least >= 2
            assert not row.denied + row.questioned
            assert {world.claims[c].facet for c in row.facets} <= {"how-many"}
            printing = {d for c in row.asserted for e in by_words.ends(world, c) for d in world.printed_in[e]}
            assert len({world.documents[world.original(d)].outlet or d for d in printing}) >= 2
        if row.status in ("unknown", "expected"):
            assert row.credibility is None
        assert row.credibility in (None, 1, 2, 3, 4, 5)
        wavering = by_words.votes(world, row.event).wavering
        told_of = bool(row.asserted or row.expected or wavering)
        assert (row.status == "disputed") == bool(told_of and row.denied)
        assert (row.credibility == 5) == (row.status == "denied")
        assert not {*row.asserted, *row.denied, *row.questioned} & withdrawn(world)


@settings(max_examples=examples(100))
@given(worlds, st.data())
def test_a_remark_changes_no_verdict(world: World, data: Any) -> None:
    stance = data.draw(st.sampled_from(["comments", "no-comment", "concerned"]))
    about, speaker = (data.draw(st.sampled_from([*of])) for of in (world.things, world.actors))
    remark = Claim("new", stance, speaker, about, "t0", (D, D))
    after = {r.event: r for r in status(graphs.plus(world, remark))}
    before = {r.event: r for r in status(world)}
    assert {e: r for e, r in after.items() if e in before} == before
    for event in after.keys() - before.keys():  # nobody spoke of it, if not of the whole
        assert (after[event].status, after[event].credibility) == by_words.verdict(world, event)


@settings(max_examples=examples(60))
@given(worlds)
def test_each_world_holds_what_its_actor_said_and_nothing_else(world: World) -> None:
    gone = withdrawn(world)
    for actor in world.actors:
        said = {c for b in according_to(world, actor) for c in b.claims}
        own = {
            i for i, c in world.claims.items() if actor in (c.speaker, *c.speakers) and c.stance != "retracts"
        }
        live = own - gone
        assert live <= said <= own
        assert live <= {c for b in according_to(world, actor, members=True) for c in b.claims}


@pytest.mark.parametrize(
    ("stances", "view"),
    [
        (["asserts", "doubts"], "open"),  # who vouches and does not confirm counts as not confirming
        (["asserts", "comments"], "so"),
        (["comments"], "commented"),
        (["no-comment"], "no answer"),
        (["denies"], "not so"),
        (["asserts", "denies"], "both so and not so"),
        (["expects", "cannot-confirm"], "expected"),
        (["concerned"], "feared"),
        (["cannot-confirm"], "open"),
        (["doubts"], "open"),
    ],
)
def test_views(stances: list[str], view: str) -> None:
    (belief,) = according_to(told(*((s, "a", "plain") for s in stances)), "a")
    assert belief.view == view


def test_what_was_taken_back_is_shown_as_such() -> None:
    world = replace(told(A, ("retracts", "a", "plain")), answers={"c1": ("c0",)})
    (belief,) = according_to(world, "a")
    assert (belief.view, belief.claims) == ("withdrawn", ("c0",))
    other = replace(told(A, ("retracts", "b", "plain")), answers={"c1": ("c0",)})
    assert [b.view for b in according_to(other, "a")] == ["so"], "only the own speaker takes back"


@pytest.mark.parametrize(
    ("before", "after", "move"),
    [
        (Figure(10, 10), Figure(12, 12), "up"),
        (Figure(12, 12), Figure(10, 10), "down"),
        (Figure(10, 20), Figure(10, 20), "same"),
        (Figure(10, None), Figure(12, None), "up"),
        (Figure(None, 30), Figure(None, 20), "down"),
        (Figure(10, None), Figure(10, 30), "narrower"),
        (Figure(10, 20), Figure(15, 30), "up"),
        (Figure(10, 20), Figure(5, 15), "down"),
        (Figure(None, 20), Figure(30, None), "up"),
        (Figure(30, None), Figure(None, 20), "down"),
        (Figure(10, None), Figure(None, 20), "mixed"),
    ],
)
def test_moves(before: Figure, after: Figure, move: str) -> None:
    assert moved(before, after)[0] == move


bounded = st.builds(lambda low, more: Figure(low, low + more), st.integers(0, 50), st.integers(0, 50))


@settings(max_examples=examples(100))
@given(bounded, bounded)
def test_turning_two_figures_round_turns_the_move(one: Figure, other: Figure) -> None:
    back = {"up": "down", "down": "up", "narrower": "wider", "wider": "narrower", "same": "same"}
    assert moved(other, one)[0] == back[moved(one, other)[0]]


def revised() -> World:
    """A says 10 on day 0 and 12 on day 4; B, on day 2, up to 11, which fits 10 and not 12.

    A's speaker takes the first back on day 6.
    """
    base = small_world("a1 a2 b")
    rows = {
        "a1": ("a", Figure(10, 10, words="10"), 0),
        "b": ("b", Figure(None, 11, words="up to 11"), 2),
        "a2": ("a", Figure(12, 12, words="12"), 4),
    }
    claims = {
        i: base.claims[i]._replace(speaker=s, figure=f, said=(D + timedelta(days=n),) * 2)
        for i, (s, f, n) in rows.items()
    }
    claims["r"] = base.claims["a1"]._replace(id="r", speaker="a", stance="retracts")
    days = {**{i: n for i, (_, _, n) in rows.items()}, "r": 6}
    return World(
        claims,
        {i: (f"d{n}",) for i, n in days.items()},
        {},
        {"r": ("a1",)},
        {"a": Actor("A", "person"), "b": Actor("B", "person")},
        base.things,
        {f"d{n}": Document(D + timedelta(days=n), D + timedelta(days=n)) for n in days.values()},
        {},
        base.topics,
    )


def test_how_figures_moved_and_who_revised() -> None:
    steps = timeline(revised())
    assert [(s.claim, s.move, s.revision, s.own_before) for s in steps] == [
        ("a1", "first", None, None),
        ("b", "compatible", None, None),
        ("a2", "higher", "up", "10"),
    ]
    assert {(s.first_mention, s.last_mention) for s in steps} == {(D, D + timedelta(days=6))}


def test_what_changed_since_a_day() -> None:
    differences = changed(revised(), D + timedelta(days=2))
    assert [(d.what, d.before, d.after, d.claims) for d in differences] == [
        ("revised", "10", "12", ("a2",)),
        ("taken back", None, None, ("a1",)),
        ("new claims", None, "2 claims", ("a2", "r")),
    ]
    assert [d.what for d in changed(revised(), D - timedelta(days=1), D)] == ["new event", "figure"]
    assert changed(revised(), D + timedelta(days=6)) == []
    assert [
        (d.what, d.before, d.after) for d in changed(revised(), D) if d.what in ("credibility", "roots")
    ] == [("credibility", "3", "1"), ("roots", "1..1", "2..2")]


def test_a_span_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="is before"):
        changed(revised(), D, D - timedelta(days=1))


@settings(max_examples=examples(40))
@given(worlds)
@example(graphs.world(12366))  # the last document is only printed again by others
def test_nothing_changed_since_the_last_day_and_all_claims_since_before_the_first(world: World) -> None:
    days = publication_days(world)
    assert changed(world, days[-1]) == []
    fresh = {
        c for d in changed(world, days[0] - timedelta(days=1)) if d.what == "new event" for c in d.claims
    }
    assert fresh == world.claims.keys()
    for day in days:
        assert {
            c for d in changed(world, day) if d.what in ("new event", "new claims") for c in d.claims
        } == world.claims.keys() - cut(world, day).claims.keys()


@settings(max_examples=examples(40))
@given(worlds)
def test_marks_join_by_id(world: World) -> None:
    by_id = marks(world)
    assert by_id.keys() <= world.claims.keys() | world.things.keys()
    assert {i for i, m in by_id.items() if m.get("root")} == world.claims.keys() - world.relays.keys()
    for support in roots(world):
        mark = by_id[support.subject]
        assert (mark["roots_min"], mark["roots_max"]) == support.roots[:2]
    for standing in status(world):
        assert by_id[standing.event]["status"] == standing.status


def test_the_corpus_disputes_the_dispatch_and_confirms_nothing_by_one_source() -> None:
    store = connect("memory")
    plan_facts(first.facts(), store, "corpus").run()
    world = read_world(store)
    rows = {r.event: r for r in status(world)}
    assert rows["kp-troops-dispatch-2024"].status == "disputed"
    assert rows["kp-troops-dispatch-2024"].credibility != 1
    training = rows["kp-troops-training-ru-2024"]
    assert (training.status, training.credibility) == ("disputed", 4), "the whole is denied, and so its parts"
    assert {b.view for b in according_to(world, "ru", members=True) if b.about == "kp-troops-ru-2024"} == {
        "not so"
    }
    assert select(world, topic="troop-numbers")
    marks_of = marks(world)
    assert marks_of["isw-troops-arrived-2024-10-12"]["echo_of"] == "wapo-source-troops-training-2024-10-11"
