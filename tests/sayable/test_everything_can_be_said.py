"""Each thing that texts of the field speak of is said by a claim of the seeds or of an invented corpus."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kg import paths
from kg.curate.check.run import check
from kg.load.seeds import plan_facts
from kg.questions import library
from kg.questions.run import run
from kg.sources.seeds import load
from kg.store import connect
from tests.second import SEEDS as SECOND

OWN = Path(__file__).parent / "seeds"


@cache
def facts() -> dict[str, Any]:
    """Return every fact by its id."""
    return {fact.id: fact for folder in (paths.seeds(), SECOND, OWN) for fact in load(folder).facts}


def about(kind: str, **fields: Any) -> Callable[[Any], bool]:
    """Return whether a claim is about an event of a kind, some of whose fields hold something."""

    def fits(claim: Any) -> bool:
        event = facts()[claim.about]
        return kind == type(event).KIND and all(
            getattr(event, name) == value if value is not ... else bool(getattr(event, name))
            for name, value in fields.items()
        )

    return fits


def speaks_of(kind: str, *fields: str) -> Callable[[Any], bool]:
    """Return whether a claim is about, mentions, or is about an event that names a fact with some fields."""

    def fits(claim: Any) -> bool:
        near = {claim.about, *claim.mentions}
        for id_ in list(near):
            for value in dict(facts()[id_]).values():
                near |= {v for v in (value if isinstance(value, list) else [value]) if isinstance(v, str)}
        known = (facts()[id_] for id_ in near if id_ in facts())
        return any(kind == type(fact).KIND and all(getattr(fact, f) for f in fields) for fact in known)

    return fits


def figure(**fields: Any) -> Callable[[Any], bool]:
    """Return whether a claim has a figure some of whose fields hold something."""
    return lambda claim: (
        claim.quantity is not None
        and all(
            getattr(claim.quantity, name) == value
            if value is not ...
            else getattr(claim.quantity, name) is not None
            for name, value in fields.items()
        )
    )


def decimal(claim: Any) -> bool:
    return claim.quantity is not None and isinstance(claim.quantity.low, float)


def place(field: str) -> Callable[[Any], bool]:
    return lambda claim: any(getattr(citation, field) is not None for citation in claim.cited)


def printed_in(**fields: Any) -> Callable[[Any], bool]:
    """Return whether a document that prints or states a claim has some fields."""

    def fits(claim: Any) -> bool:
        papers = [
            facts()[d]
            for d in (*(c.document for c in claim.cited), claim.stated_in, claim.about)
            if d in facts()
        ]
        return any(
            type(paper).KIND == "document"
            and all(
                getattr(paper, n) == v if v is not ... else bool(getattr(paper, n)) for n, v in fields.items()
            )
            for paper in papers
        )

    return fits


def day(mark: str) -> Callable[[Any], bool]:
    return lambda claim: any(mark in span.text for span in (claim.said, claim.when) if span)


SAID: dict[str, Callable[[Any], bool]] = {
    "a ship with IMO number": speaks_of("vessel", "identifiers"),
    "its flag": speaks_of("vessel", "flag"),
    "its manager": about("relation", relation="manages"),
    "an aircraft with tail number": speaks_of("aircraft", "identifiers"),
    "a flight": about("voyage", craft=..., arrived=...),
    "a broker": about("shipment", broker=...),
    "a carrier": about("shipment", carrier=...),
    "a port agent": about("shipment", port_agent=...),
    "an end user": about("shipment", end_user=...),
    "a financier": about("shipment", financier=...),
    "a transit state": about("shipment", transit=...),
    "an unknown supplier": about("shipment", supplier=[]),
    "a front company": about("relation", relation="front-of"),
    "an owner": about("relation", relation="owns"),
    "who controls": about("relation", relation="controls"),
    "who works for": about("relation", relation="works-for"),
    "a component": about("relation", relation="component-of"),
    "its maker": about("relation", relation="made-by"),
    "a maker held for certain": speaks_of("weapon_type", "component_of", "made_by", "country"),
    "an item with serial number": speaks_of("item", "serial"),
    "a marking": speaks_of("item", "marking"),
    "a licence": about("production", form="licence", licensor=...),
    "kits": about("production", form="kits"),
    "a factory": speaks_of("place", "latitude"),
    "a payment in cash": about("payment", form="cash"),
    "a payment in gold": about("payment", form="gold"),
    "a payment in goods": about("payment", form="goods"),
    "a loan": about("payment", form="loan"),
    "aid": about("payment", form="aid"),
    "a price": figure(measure="money", per=...),
    "a currency with its day": figure(currency=..., priced=...),
    "a designation": about("designation", targets=...),
    "a list of sanctions": about("designation", list=...),
    "a joint statement": lambda claim: len(claim.speakers) > 1,
    "did not respond": lambda claim: claim.stance == "no-comment",
    "a correction": printed_in(corrects=...),
    "a translation": printed_in(translates=...),
    "a reprint": printed_in(reprint_of=...),
    "a leaked paper": printed_in(kind="leaked-paper"),
    "a video": printed_in(kind="video"),
    "a satellite image": printed_in(kind="satellite-image"),
    "a dataset": printed_in(kind="dataset"),
    "a post": printed_in(kind="post"),
    "a transcript": printed_in(kind="transcript"),
    "a page": place("page"),
    "a region": place("region"),
    "a timecode": place("timecode"),
    "a document as root": lambda claim: claim.stated_in is not None and not claim.relays,
    "a share": figure(total=...),
    "a rate": figure(per="month"),
    "a handful": figure(vague="handful"),
    "a small number": figure(vague="small-number"),
    "scores": figure(vague="scores"),
    "up to a dozen": figure(low=None, high=12),
    "a decimal": decimal,
    "a mass": figure(measure="mass-tonnes"),
    "a seizure": about("interdiction", form="seized"),
    "an interception": about("interdiction", form="intercepted"),
    "a downing": about("interdiction", form="shot-down"),
    "a day about right": day("~"),
    "days apart": day("{"),
    "a season": day("-23"),
    "a clock time": day("T"),
    "a claim about a claim": lambda claim: type(facts()[claim.about]).KIND == "claim",
    "a claim about a document": lambda claim: type(facts()[claim.about]).KIND == "document",
}
"""What the texts speak of, and whether a claim says it."""


@pytest.mark.parametrize("what", SAID)
def test_it_is_said_by_a_claim(what: str) -> None:
    assert any(SAID[what](claim) for claim in facts().values() if type(claim).KIND == "claim")


def test_the_invented_one_is_right() -> None:
    assert [str(f.problem) for f in check(OWN).findings if f.level != "note"] == []


def answered(name: str, **given: Any) -> list[dict[str, Any]]:
    """Return the rows of a question about the invented corpus."""
    store = connect("memory")
    plan_facts(load(OWN).facts, store, "sayable").run()
    rows = list(run(library.question(name), store, given).dicts())
    store.close()
    return rows


def test_parts_are_told_by_their_maker() -> None:
    rows = {(row["goods"], row["basis"]): row for row in answered("makers")}
    motor = rows["Motors of gliders", "held"]
    assert (motor["maker"], motor["country"], motor["component_of"]) == (
        ["Arsenal of Lutha"],
        ["Lutha"],
        ["Gliders"],
    )
    assert rows["Chips of gliders", "relation"]["claims"] == 1
    assert rows["Glider 17", "held"]["maker"] == ["Arsenal of Lutha"]


def test_what_one_thing_shows_counts_for_its_type() -> None:
    (found,) = answered("found")
    assert (found["weapon"], found["finding"], found["asserted"]) == ("Gliders", "glider-17-examined", 1)
    assert "almanac-examined" in {row["claim"] for row in answered("dossier", weapon="glider")}


def test_legs_are_told_with_their_times() -> None:
    (leg,) = (row for row in answered("vessels") if row["event"] == "slow-leg")
    assert (leg["departed"], leg["arrived"]) == ("2002-08-28T23:10", "2002-08-29T06:40")
    assert leg["period"] == "2002-08-28/2002-08-29"
