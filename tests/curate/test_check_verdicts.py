"""The checks that keep a verdict right: what each finds, and what it leaves alone, in an invented corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.curate.check.run import check
from tests.cli import corpus as small
from tests.curate.conftest import write
from tests.curate.desk import AFTER, BEFORE, LAST, LINE, NEXT, POST, RADIO, Change, Desk, figure

# An outlet's own sentence beside a sourced one


@pytest.mark.parametrize("phrase", [LINE, AFTER, NEXT])
def test_an_outlets_own_sentence_after_a_sourced_one(desk: Desk, phrase: str) -> None:
    desk.add("own", phrase)
    assert desk.found("own-beside-sourced") == [
        "claim 'own' speaks for 'aa-bb-howitzers' in the outlet's own words, right after 'pilot-howitzers'"
        " of a"
        " source"
    ]


@pytest.mark.parametrize(
    ("phrase", "change"),
    [
        (BEFORE, {}),
        (LAST, {}),
        (AFTER, {"relays": ["pilot-howitzers"]}),
        (AFTER, {"firsthand": True}),
        (AFTER, {"stance": "comments"}),
        (AFTER, {"stance": "doubts"}),
        (AFTER, {"facet": "what"}),
        (AFTER, {"speaker": "bb"}),
        (AFTER, {"about": "aa-engineers"}),
        (AFTER, {"about": "howitzer"}),
        (AFTER, {"quantity": figure(70)}),
        (AFTER, {"inferred": {"who": "The sentence stands outside the quotation; the reporter counted."}}),
    ],
    ids=str,
)
def test_an_outlets_own_sentence_that_is_no_retelling(desk: Desk, phrase: str, change: Change) -> None:
    desk.add("own", phrase, **change)
    assert desk.found("own-beside-sourced") == []


def test_outlets_beside_each_other_are_not_asked(desk: Desk) -> None:
    desk.change("pilot-howitzers", speaker="radio")
    desk.add("own", AFTER)
    assert desk.found("own-beside-sourced") == []


# Remarks stored as assertions


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"hedge": "conditional"}, "has hedge conditional, which says what would be"),
        ({"paraphrase": "It would be the first such shipment."}, "says what would be ('would')"),
        ({"paraphrase": "If confirmed, it is a breach."}, "says what would be ('If confirmed')"),
        ({"paraphrase": "A photo shows howitzers on a quay."}, "shows ('A photo')"),
        ({"paraphrase": "The bar chart counts howitzers."}, "shows ('The bar chart')"),
        ({"paraphrase": "Howitzers, says the caption."}, "shows ('caption')"),
    ],
    ids=str,
)
def test_a_remark_stored_as_an_assertion(desk: Desk, change: Change, says: str) -> None:
    desk.add("own", BEFORE, **change)
    (what,) = desk.found("remark-asserted")
    assert what.startswith("claim 'own' asserts 'aa-bb-howitzers', but ")
    assert what.endswith(says)


@pytest.mark.parametrize(
    "change",
    [
        {"hedge": "conditional", "stance": "comments"},
        {"hedge": "conditional", "stance": "concerned"},
        {"hedge": "possible"},
        {"paraphrase": "A photo shows howitzers on a quay.", "speaker": "bb"},
        {"paraphrase": "Satellite images show howitzers on a quay."},
        {"paraphrase": "The photographer counted forty."},
        {"paraphrase": "Betaland would be hit first.", "stance": "expects"},
        {"paraphrase": "Betaland would be hit first.", "about": "howitzer"},
        {"paraphrase": "A photo shows one.", "inferred": {"what": "The paper names the photo as its proof."}},
    ],
    ids=str,
)
def test_what_is_no_remark_stored_as_an_assertion(desk: Desk, change: Change) -> None:
    desk.add("own", BEFORE, **change)
    assert desk.found("remark-asserted") == []


def test_what_somebody_wants_would_be(desk: Desk) -> None:
    desk.facts["names.yaml"]["shipments"][0]["stage"] = "planned"
    desk.add("own", BEFORE, paraphrase="Betaland announced that guns would come.")
    assert desk.found("remark-asserted") == []


# Properties as figures


@pytest.mark.parametrize(
    ("about", "change"),
    [
        ("aa-bb-howitzers", {"unit": "kilometres", "measure": "distance-km"}),
        ("aa-bb-howitzers", {"unit": "km"}),
        ("aa-bb-howitzers", {"unit": "kg"}),
        ("aa-bb-howitzers", {"unit": "mm"}),
        ("aa-engineers", {"unit": "kmh"}),
    ],
)
def test_a_property_as_a_figure(desk: Desk, about: str, change: Change) -> None:
    desk.add("range", about=about, quantity=figure(900, **change))
    kind = "deployment" if about == "aa-engineers" else "shipment"
    assert desk.found("property-as-figure") == [
        f"claim 'range' gives 900 {change['unit']}, a property, as a figure of {kind} '{about}'"
    ]


@pytest.mark.parametrize(
    ("about", "change"),
    [
        ("howitzer", {"unit": "km"}),
        ("aa-engineers", {"unit": "kilometres", "measure": "distance-km"}),
        ("aa-bb-howitzers", {"unit": "tonnes", "measure": "mass-tonnes"}),
        ("aa-bb-howitzers", {"unit": "kilograms", "measure": "mass-kg"}),
        ("aa-bb-howitzers", {"unit": "howitzers"}),
    ],
)
def test_what_is_no_property(desk: Desk, about: str, change: Change) -> None:
    desk.add("range", about=about, quantity=figure(900, **change))
    assert desk.found("property-as-figure") == []


# General denials of a part


def part(desk: Desk, **more: Any) -> None:
    """Add a part of the shipment, and a denial of it."""
    event = {
        "name": "Howitzers by rail over Strelsau",
        "supplier": "aa",
        "recipient": "bb",
        "goods": "howitzers",
    }
    desk.names("places", {"id": "strelsau", "name": "Strelsau", "kind": "city", "known_as": ["Streslau"]})
    desk.names(
        "shipments", {"id": "aa-bb-rail", "within_event": "aa-bb-howitzers", "places": ["strelsau"], **event}
    )
    desk.add("part", about="aa-bb-rail")
    denial = {"stance": "denies", "speaker": "bb", "about": "aa-bb-rail"}
    desk.add("denial", NEXT, **{**denial, "paraphrase": "Betaland denies the help.", **more})


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"paraphrase": "Betaland calls all reports of howitzers from Alphaland false."},
        {"stance": "cannot-confirm", "paraphrase": "There is no proof of any howitzers."},
    ],
    ids=str,
)
def test_a_general_denial_of_a_part(desk: Desk, change: Change) -> None:
    part(desk, **change)
    stance = "cannot confirm" if change.get("stance") else "denies"
    assert desk.found("general-denial-of-part") == [
        f"claim 'denial' {stance} 'aa-bb-rail', a part of 'aa-bb-howitzers', but none of its words tells the"
        " part"
        " from the whole"
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"about": "aa-bb-howitzers"},
        {"paraphrase": "Betaland denies that trains on rails came."},
        {"paraphrase": "Nothing went through Strelsau."},
        {"paraphrase": "Nothing went through Streslau."},
        {"facet": "how-many"},
        {"stance": "asserts"},
        {"stance": "comments"},
        {"inferred": {"what": "Asked about the trains, the ministry denied the help."}},
    ],
    ids=str,
)
def test_a_denial_that_is_no_general_one_of_a_part(desk: Desk, change: Change) -> None:
    part(desk, **change)
    assert desk.found("general-denial-of-part") == []


# Events of which there are remarks only


@pytest.mark.parametrize("stance", ["comments", "no-comment", "concerned"])
def test_an_event_of_which_there_are_remarks_only(desk: Desk, stance: str) -> None:
    desk.change("engineers-300", stance=stance)
    assert desk.found("only-remarks") == [
        "of event 'aa-engineers' nobody says whether it is so: its one claim is a remark"
    ]
    desk.add("again", about="aa-engineers", stance="comments")
    assert desk.found("only-remarks") == [
        "of event 'aa-engineers' nobody says whether it is so: all 2 claims are remarks"
    ]


@pytest.mark.parametrize("stance", ["asserts", "expects", "denies", "doubts", "cannot-confirm"])
def test_a_remark_beside_a_judgement(desk: Desk, stance: str) -> None:
    desk.change("engineers-300", stance="comments")
    desk.add("again", about="aa-engineers", stance=stance)
    assert desk.found("only-remarks") == []


def test_a_whole_of_whose_part_somebody_speaks(desk: Desk) -> None:
    part(desk)
    for claim in desk.facts[POST]["claims"] + desk.facts[RADIO]["claims"]:
        if claim["about"] == "aa-bb-howitzers":
            claim.update(stance="comments")
    assert desk.found("only-remarks") == []


# Parts of a total


def drones(desk: Desk, *numbers: int, **more: Any) -> None:
    """Add claims of one speaker with a figure each."""
    for number in numbers:
        desk.add(f"n-{number}", speaker="bb", quantity=figure(number), **more)


def test_figures_that_add_up(desk: Desk) -> None:
    drones(desk, 100, 60, 6, 166)
    assert desk.found("parts-or-total") == [
        "claims 'n-100', 'n-60', 'n-6', 'n-166' give 100 howitzers, 60 howitzers, 6 howitzers, 166 howitzers"
        " of one"
        " event, and 166 is the others together"
    ]


def test_two_figures_that_exclude_each_other(desk: Desk) -> None:
    drones(desk, 100, 60)
    assert desk.found("parts-or-total") == [
        "claims 'n-100', 'n-60' give 100 howitzers, 60 howitzers of one event"
    ]


@pytest.mark.parametrize(
    "change",
    [
        {"quantity": figure(60, of="howitzer")},
        {"quantity": figure(60, of="crew")},
        {"quantity": figure(60, unit="guns")},
        {"quantity": figure(60, stage="ordered")},
        {"quantity": figure(60, mode="stock")},
        {"quantity": figure(60, 120)},
        {"quantity": figure(100)},
        {"speaker": "aa"},
        {"said": "2026-01-04"},
        {"about": "aa-engineers"},
        {"when": "2025-05"},
        {"stance": "denies"},
        {"relays": ["n-100"]},
        {"answers": ["n-100"]},
    ],
    ids=str,
)
def test_figures_that_are_no_parts_of_one_total(desk: Desk, change: Change) -> None:
    drones(desk, 100)
    fields: Change = {"speaker": "bb", "quantity": figure(60), **change}
    desk.add("other", **fields)
    assert desk.found("parts-or-total") == []


def test_figures_of_two_documents(desk: Desk) -> None:
    drones(desk, 100)
    cited = [small.cite("radio-2026-01-06", "some forty howitzers")]
    desk.add("other", speaker="bb", quantity=figure(60), cited=cited)
    assert desk.found("parts-or-total") == []


# What is right


def test_the_corpus_of_the_tests_needs_no_second_look(desk: Desk, texts: Path) -> None:
    found = check(write(desk.folder / "seeds", desk.facts), texts).findings
    assert [str(f.problem) for f in found if f.level == "warning"] == []


def test_a_planned_event_may_lie_ahead(desk: Desk) -> None:
    desk.add("plan", about="aa-engineers", when="2026-03/..")
    assert desk.found("asserted-future")
    desk.facts["names.yaml"]["deployments"][0]["stage"] = "planned"
    assert desk.found("asserted-future") == []


def test_a_joint_statement_is_taken_back_by_all_who_made_it(desk: Desk) -> None:
    desk.add("joint", speaker=None, speakers=["aa", "bb"])
    desk.add("back", stance="retracts", speaker="bb", answers=["joint"])
    assert desk.found("retracts-nothing") == [
        "claim 'back' retracts, but answers no claim of the same speaker"
    ]
    desk.change("back", speaker=None, speakers=["bb", "aa"])
    assert desk.found("retracts-nothing") == []


def test_what_only_a_figure_counts_is_used(desk: Desk) -> None:
    desk.names("weapon_types", {"id": "gun", "name": "Gun"})
    assert desk.found("never-used") == ["the weapon type 'gun' is never used"]
    desk.add("guns", quantity=figure(7, of="gun"))
    assert desk.found("never-used") == []
