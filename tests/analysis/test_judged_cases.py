"""The judged cases of the first corpus, where verdicts once went wrong, and why each is right."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kg.analysis.contradictions import contradictions
from kg.analysis.drift import drift
from kg.analysis.figure_status import figure_status
from kg.analysis.perspective import according_to
from kg.analysis.reading import read_world
from kg.analysis.revisions import timeline
from kg.analysis.roots import roots
from kg.analysis.status import Standing, status
from kg.analysis.votes import Ballots, Votes
from kg.analysis.world import World
from kg.formats.table import render
from kg.language.interface.words import Words
from kg.load.seeds import plan_facts
from kg.questions import library
from kg.questions.run import run
from kg.sources.located import Seeds
from kg.store import Store, connect

USE, FIRST_USE = "kp-missiles-used-turn-of-year", "kp-missile-used-2023-12-30"
TROOPS, DISPATCH, BRIGADE = "kp-troops-ru-2024", "kp-troops-dispatch-2024", "kp-troops-assault-brigade-2024"
SHELLS, MISSILES, ARTILLERY = "kp-ru-shells-2024", "kp-ru-missiles-2023", "kp-ru-artillery-2023"
TRAINING = "wapo-source-troops-training-2024-10-11"


@pytest.fixture(scope="module")
def store(corpus: Seeds) -> Store:
    opened = connect("memory")
    plan_facts(corpus.facts, opened, "corpus").run()
    return opened


@pytest.fixture(scope="module")
def world(store: Store) -> World:
    return read_world(store)


@pytest.fixture(scope="module")
def verdicts(world: World) -> dict[str, Standing]:
    return {standing.event: standing for standing in status(world)}


@pytest.fixture(scope="module")
def facts(corpus: Seeds) -> dict[str, Any]:
    return {fact.id: fact for fact in corpus.facts}


def votes(world: World, event: str) -> Votes:
    return Ballots(world).of(event)


def ask(store: Store, name: str, **given: Any) -> list[dict[str, Any]]:
    return run(library.question(name), store, given).dicts()


def printed(store: Store, name: str, **given: Any) -> str:
    return render(run(library.question(name), store, given))


def test_1_where_a_statement_came_from_is_no_view_of_the_event(world: World) -> None:
    # Ihnat only says that the statement came from the United States. His view of the use is that it cannot be
    # confirmed yet, and he is nobody's root for it.
    assert world.claims["ihnat-statement-from-us-2024-01-05"].side == "aside"
    (view,) = [b.view for b in according_to(world, "ihnat") if b.about == USE]
    assert view == "open"
    (support,) = [r for r in roots(world) if r.subject == USE]
    assert "ihnat" not in support.roots.named


def test_2_captions_readings_of_charts_and_what_it_would_be_are_remarks(
    world: World, verdicts: dict[str, Standing]
) -> None:
    # A caption names what a picture shows, a chart is read, "the first use" would be one: nobody vouches.
    # What is left rests on the US government and its spokesman, who are one in the least number.
    remarks = (
        "dw-kirby-graphic-caption-2024-01-05",
        "dw-graphic-kn-23-2024-01-05",
        "dw-graphic-kn-25-2024-01-05",
        "panda-first-combat-use-2024-01",
    )
    assert {world.claims[c].side for c in remarks} == {"aside"}
    assert not {*remarks} & {*votes(world, USE).supporting}
    assert verdicts[USE].roots.least == 1
    assert verdicts[USE].status == "unconfirmed"


def test_3_a_government_and_its_spokesman_in_one_briefing_are_one(verdicts: dict[str, Standing]) -> None:
    # Both speak for one state on one day, so one in the least number and two in the greatest. Ihnat answers
    # exactly this statement and cannot confirm it, so it is not confirmed.
    found = verdicts[FIRST_USE]
    assert found.roots[:2] == (1, 2)
    assert found.status == "unconfirmed"
    assert "ihnat-cannot-confirm-2024-01-05" in found.questioned


def test_4_one_claim_in_two_articles_looks_well_reported_and_has_one_source(store: Store) -> None:
    # Two articles print what one speaker said: the very thing that the question looks for.
    assert "kp-missiles-used-2024-01-02" in {row["event"] for row in ask(store, "single-root")}


def test_5_moscow_denied_the_help_as_a_whole(
    facts: dict[str, Any], verdicts: dict[str, Standing], store: Store
) -> None:
    # "The help" that Moscow denies is all of it, which we concluded and say so. Whole and parts are disputed,
    # and nobody can say that Russia did not answer.
    for denial in ("ru-government-denies-2024-10-18", "ru-government-false-reports-2024-10-18"):
        assert facts[denial].about == TROOPS
        assert "what" in facts[denial].inferred
        assert denial in verdicts[TROOPS].denied
        assert denial in verdicts[DISPATCH].denied
    assert verdicts[TROOPS].status == verdicts[DISPATCH].status == "disputed"
    replies = {row["event"]: row for row in ask(store, "right-of-reply", actor="ru")}
    for event in (TROOPS, DISPATCH):
        assert replies[event]["answered"], event
        assert replies[event]["denied"] > 0, event


def test_6_no_evidence_for_the_missiles_leaves_the_artillery_alone(
    world: World, verdicts: dict[str, Standing]
) -> None:
    # The article speaks of the missiles. Neither the artillery nor the arms as a whole are doubted by it.
    assert world.claims["daily-kirby-no-evidence-2024-01-05"].about == MISSILES
    assert verdicts[MISSILES].status == "unconfirmed"
    assert verdicts["kp-ru-arms"].status == verdicts[ARTILLERY].status == "supported"
    for event in ("kp-ru-arms", ARTILLERY):
        assert not verdicts[event].questioned
        assert not verdicts[event].denied


def test_7_the_nine_million_are_the_monitors_alone(world: World) -> None:
    # The calibres continue the sentence of the monitoring team, and "impressive" is a remark: the newspaper
    # adds no root, so the number is one body's word.
    for calibre in ("cp-calibre-122-2025-05-29", "cp-calibre-152-2025-05-29"):
        assert world.relays[calibre] == ("msmt-shells-2024-2025-05-29",)
    assert world.claims["cp-shells-amount-impressive-2025-05-29"].side == "aside"
    (support,) = [r for r in roots(world) if r.subject == SHELLS]
    assert "chas-pravdy" not in support.roots.named
    assert support.roots.least == 1
    (figure,) = [f for f in figure_status(world) if "msmt-shells-2024-2025-05-29" in f.claims]
    assert figure.roots[:2] == (1, 1)
    assert figure.roots.named == ("msmt",)
    assert figure.credibility == 3


def test_8_remarks_on_an_unsourced_number_do_not_support_it(
    world: World, verdicts: dict[str, Standing]
) -> None:
    # Nobody is named for the 3,000. That it would be risky, or a relief, vouches for nothing.
    assert {world.claims[f"news-brigade-{n}-2024-10-18"].side for n in ("risky", "relief")} == {"aside"}
    found = verdicts[BRIGADE]
    assert found.credibility is None
    assert found.roots.named == ()
    assert found.status != "supported"


def test_9_unrest_in_kyiv_puts_no_troops_there(facts: dict[str, Any], store: Store) -> None:
    # Kyiv is where the reaction was.
    assert facts["news-unrest-kyiv-2024-10-18"].place is None
    assert not {row["event"] for row in ask(store, "what-happened", place="kyiv")} & {TROOPS, DISPATCH}


def test_10_how_many_is_unclear_and_that_they_went_is_not(
    world: World, verdicts: dict[str, Standing]
) -> None:
    # The paper does not question its own lead: it cannot say how many.
    unclear = [c for c in world.claims.values() if c.id.startswith("news-number-")]
    assert len(unclear) == 2
    for claim in unclear:
        assert (claim.stance, claim.facet) == ("cannot-confirm", "how-many")
        assert claim.id in verdicts[claim.about].facets
        assert claim.id not in verdicts[claim.about].questioned


def test_11_the_losses_are_supported_and_one_figure_is_doubted(
    world: World, verdicts: dict[str, Standing]
) -> None:
    # "May be too high" is about the number, and what is said of tactics is a remark.
    assert verdicts["ru-losses"].status == "supported"
    doubt = "swiss-ua-count-maybe-high-2024-10-13"
    assert (world.claims[doubt].side, world.claims[doubt].facet) == ("doubt", "how-many")
    assert doubt in verdicts["ru-losses"].facets
    assert world.claims["keupp-tactics-2024-10-18"].side == "aside"
    (figure,) = [f for f in figure_status(world) if "ua-ru-losses-650000-2024-10-13" in f.claims]
    assert figure.doubted == (doubt,)
    assert figure.status == "unconfirmed"


def test_12_a_remark_that_weapons_were_analysed_is_no_second_root(
    verdicts: dict[str, Standing], facts: dict[str, Any]
) -> None:
    # One service speaks; that the weapons support another event is said by no text.
    found = verdicts["battlefield-weapons-analysis-2025"]
    assert found.roots[:2] == (1, 1)
    assert found.credibility == 3
    assert facts["battlefield-weapons-analysis-2025"].supports == []


def test_13_at_present_is_a_span_up_to_the_day_of_speech(world: World, facts: dict[str, Any]) -> None:
    # Friday's "at present" and Saturday's are no change of date, and can be compared.
    relays = ("wapo-troops-training-2024-10-11", "isw-troops-prepared-2024-10-12")
    source = world.claims[TRAINING]
    assert source.when == (None, source.said[1])
    assert "when" in facts[TRAINING].inferred
    told = {TRAINING, *relays}
    assert not [c for c in drift(world) if c.facet == "date" and {c.source, c.told} <= told]
    pairs = contradictions(world)
    assert not [p for p in pairs if {p.one, p.other} <= told and p.verdict in ("contradicts", "incomparable")]


def test_14_a_range_is_a_property_and_no_amount_delivered(world: World, store: Store) -> None:
    # 900 kilometres is how far the missile flies.
    said = world.claims["kirby-range-900-km-2024-01-04"]
    assert not world.things[said.about].event
    assert not [f for f in figure_status(world) if said.id in f.claims]
    assert not [s for s in timeline(world) if s.claim == said.id]
    assert "kilomet" not in " ".join(figure for row in ask(store, "ledger") for figure in row["figures"])


def test_15_a_month_and_an_open_day_are_printed_as_such(facts: dict[str, Any], store: Store) -> None:
    # Nobody knows that Kim spoke on the last of June, nor that the service spoke on the day of the article.
    assert Words().day(facts["kim-alliance-west-2024-06"].said.text) == "June 2024"
    assert "2024-06-30" not in printed(store, "said-by", actor="kim")
    service = printed(store, "said-by", actor="nis")
    assert facts["nis-transfer-begun-2024-10-18"].said.first is None
    assert "by 2024-10-18" in " ".join(service.split())


def test_16_an_institute_of_a_university_speaks_for_no_state(facts: dict[str, Any], world: World) -> None:
    # It sits in South Korea and is no part of the state, so it is a root of its own beside Seoul.
    assert facts["ifes"].country == "kr"
    assert facts["ifes"].part_of == []
    ballots = Ballots(world)
    assert "kr" not in ballots.belonging.above("ifes", date(2024, 10, 18))
    assert "kr" in ballots.belonging.above("kr-presidential-office", date(2024, 10, 18))


def test_17_only_events_have_a_status(verdicts: dict[str, Standing], world: World) -> None:
    # A person, a weapon and a missile are neither supported nor denied.
    assert not {"kim", "pantsir", "kn-23"} & verdicts.keys()
    assert all(world.things[event].event for event in verdicts)


def test_18_a_planned_unit_is_not_shown_like_one_that_arrived(store: Store) -> None:
    # The engineers and the special forces are a plan, and fighting in Ukraine was still to come.
    rows = {row["deployment"]: row["stage"] for row in ask(store, "deployments")}
    assert rows["kp-sappers-2024"] == rows["kp-special-forces-2024"] == rows[BRIGADE] == "planned"
    assert rows["kp-troops-front-2024"] == "expected"
    assert rows["kp-troops-training-ru-2024"] is None


def test_19_two_lower_bounds_of_two_speakers_are_no_revision(world: World) -> None:
    # At least 650,000 and more than 600,000 are both true of 700,000, and nobody corrected himself.
    both = {"nato-ru-losses-600000-2024-10-18", "ua-ru-losses-650000-2024-10-13"}
    steps = [s for s in timeline(world) if s.claim in both]
    assert {s.claim for s in steps} == both
    for step in steps:
        assert step.revision is None
        assert step.move in ("first", "compatible")
    verdict = {p.verdict for p in contradictions(world) if {p.one, p.other} == both}
    assert verdict <= {"compatible"}


def test_20_what_kim_wants_is_asserted_of_a_wish(world: World, verdicts: dict[str, Standing]) -> None:
    # Washington vouches, with a "likely", that Pyongyang wants it, and not that anything was delivered.
    wishes = ["us-government-kp-wants-equipment-2024-01-04"]
    wishes += [f"kirby-kp-wants-{what}-2024-01-04" for what in ("aircraft", "armour", "sam", "materials")]
    for wish in wishes:
        claim = world.claims[wish]
        assert (claim.stance, claim.hedge) == ("asserts", "likely")
        assert world.things[claim.about].stage == "wanted"
        assert verdicts[claim.about].status == "expected"
        assert verdicts[claim.about].credibility is None
