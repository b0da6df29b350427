"""SIPRI's trade register in both of its layouts, with every trap that the real files have."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bench.imports import register as bench
from kg.errors import CallError
from kg.model.kinds.organization import Organization
from kg.model.kinds.state import State
from kg.model.kinds.weapon_type import WeaponType
from kg.sources.tables.again import derive_again
from kg.sources.tables.known import Known
from kg.sources.tables.layouts import SHIPPED
from kg.sources.texts import digest, paragraphs
from tests.intake.tables import facts_of, shipped

TITLES = """\
Transfers of major conventional arms from All countries  to All countries . Deals with deliveries made for the year \
range 'Not specified' to 'Not specified'\x20
A '?' in a column indicates uncertain data.
An empty field for 'Number ordered' indicates that data is not yet available.
Values are in millions.
An empty field for the total indicates that data is not available.
A '0' indicates a small volume.
Figures may not add up to stated totals due to the conventions of rounding.
For the method see the site.

Source: invented in the layout of the register.
Data generated: 12 Mar 2026 9:00:00 AM
"""  # noqa: E501 - as the file has it
HEADER = (
    "Recipient,Supplier,Year of order, ,Number ordered, ,Weapon designation,Weapon description,"
    "Number delivered, ,Year(s) of delivery,status,Comments,SIPRI TIV per unit,SIPRI TIV for total order,"
    "SIPRI TIV of delivered weapons\n"
)
ROWS = """\
Alphaland,Betaland,2019,,24,,Falke-2,FGA aircraft,24,,2021; 2022; 2023,New,Selected over two others; $1.2 b deal,40,960,960
Alphaland,Betaland,2020,?,200,?,BT-7,anti-tank missile,150,?,2020; 2022,Second hand,Number ordered could be higher,0.02,4,3
Gammaland,unknown supplier(s),2022,?,,,RX-40,SAM,6,?,2023,New,Supplier uncertain (could be Betaland); designation uncertain,0.1,,0.6
Deltaland Front (Gammaland)*,Betaland,2021,?,40,?,RX-40,SAM,40,?,2022,New,delivered via Alphaland; old,0.1,4,4
NATO**,Alphaland,2023,,3,,M\u00f6we,reconnaissance drone,0,,,New,Delivery planned 2027,5,15,0
Betaland,Alphaland,2024,?,12,?,vehicle engine,vehicle engine,0,,,New,275hp diesel engine
 for 12 carriers,0.03,0.36,0
Alphaland,Betaland,2019,,24,,Falke-2,FGA aircraft,24,,2021; 2022; 2023,New,Selected over two others; $1.2 b deal,40,960,960
Alphaland,Betaland,2019,,8,,Falke-2,FGA aircraft,,,2024,New,A second deal of that year,40,320,
"""  # noqa: E501 - as the file has it


def register(folder: Path, text: str = TITLES + HEADER + ROWS, encoding: str = "latin-1") -> Path:
    file = folder / "register.csv"
    file.write_bytes(text.encode(encoding))
    return file


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Any:
    return shipped("sipri-register", register(tmp_path_factory.mktemp("sipri")))


@pytest.fixture(scope="module")
def facts(made: Any) -> dict[str, dict[str, Any]]:
    return facts_of(made)


def claim(facts: dict[str, dict[str, Any]], about: str, what: str) -> dict[str, Any]:
    """Return the only claim of orders or deliveries whose event has these words in its id."""
    [found] = [f for id, f in facts.items() if f["type"] == "claim" and about in id and id.endswith(what)]
    return found


def test_the_edition_is_a_document_whose_text_has_a_line_for_each_row(made: Any) -> None:
    assert made.id == "sipri-register-2026-03-12"
    document = made.document
    assert (document["outlet"], document["published"]) == ("sipri", "2026-03-12")
    assert document["sha256"] == digest(made.table.text)
    assert made.lines == paragraphs(made.table.text)
    assert len(made.lines) == 10 + 1 + 8
    original = document["original"]
    assert (original["file"], original["rule"], original["encoding"]) == (
        "register.csv",
        "table-rows-1",
        "windows-1252",
    )
    assert made.lines[16].endswith("diesel engine  for 12 carriers,0.03,0.36,0")


def test_the_text_is_derived_again_by_the_layout_that_the_document_names(made: Any, tmp_path: Path) -> None:
    original = made.document["original"]
    assert original["tool"].endswith(", layout sipri-register")
    again = derive_again(register(tmp_path), original["tool"], [SHIPPED])
    assert (again.text, again.sha256, again.rule) == (made.table.text, original["sha256"], original["rule"])
    with pytest.raises(CallError, match="names no layout"):
        derive_again(register(tmp_path), "kg", [SHIPPED])


def test_each_claim_cites_its_whole_row(made: Any, facts: dict[str, dict[str, Any]]) -> None:
    lines = made.lines
    for fact in facts.values():
        for place in fact.get("citations", ()):
            line = lines[place["paragraph"] - 1]
            assert (place["start"], place["end"], place["sha256"]) == (0, len(line), digest(line))
    assert claim(facts, "mowe", "ordered")["citations"][0]["paragraph"] == 16


def test_a_question_mark_gives_no_bound(facts: dict[str, dict[str, Any]]) -> None:
    ordered, delivered = claim(facts, "bt-7", "ordered"), claim(facts, "bt-7", "delivered")
    figure = ordered["quantity"]
    assert (figure["low"], figure["high"], figure["low_open"], figure["high_open"]) == (
        200,
        200,
        False,
        False,
    )
    assert (figure["approximate"], figure["stage"], figure["wording"]) == (True, "ordered", "200 ?")
    assert (ordered["when"], ordered["hedge"]) == ("2020?", "plain")
    assert delivered["quantity"]["approximate"] is True
    assert delivered["quantity"]["stage"] == "arrived"
    sure = claim(facts, "mowe", "ordered")
    assert (sure["when"], sure["quantity"]["approximate"]) == ("2023", False)


def test_years_of_delivery_keep_their_gaps(facts: dict[str, dict[str, Any]]) -> None:
    assert claim(facts, "bt-7", "delivered")["when"] == "{2020,2022}"
    assert {f["when"] for f in facts.values() if f["id"].endswith("delivered") and "falke" in f["id"]} == {
        "2021/2023",
        "2024",
    }


def test_without_a_year_of_delivery_nothing_is_claimed_to_have_come(facts: dict[str, dict[str, Any]]) -> None:
    assert not [id for id in facts if "mowe" in id and id.endswith("delivered")]
    [event] = [f for f in facts.values() if f["type"] == "shipment" and "mowe" in f["id"]]
    assert event["stage"] == "ordered"


def test_a_row_without_a_number_is_a_claim_without_a_figure(facts: dict[str, dict[str, Any]]) -> None:
    assert claim(facts, "rx-40-2022", "ordered")["quantity"] is None
    [late] = [
        f for f in facts.values() if f["type"] == "claim" and f["when"] == "2024" and f["quantity"] is None
    ]
    assert late["paraphrase"].startswith(
        "SIPRI lists deliveries from Betaland to Alphaland in 2024: an unknown"
    )


def test_who_gives_and_takes(facts: dict[str, dict[str, Any]]) -> None:
    events = [f for f in facts.values() if f["type"] == "shipment"]
    assert {tuple(e["supplier"]) for e in events} >= {(), ("state-betaland",), ("state-alphaland",)}
    group, body = facts["group-deltaland-front-gammaland"], facts["org-nato"]
    assert (group["name"], group["kind"]) == ("Deltaland Front (Gammaland)", "armed-group")
    assert (body["name"], body["kind"]) == ("NATO", "international-body")
    assert facts["sipri"]["compiles"] is True


def test_what_is_uncertain_in_words_hedges_and_stands_in_the_note(facts: dict[str, dict[str, Any]]) -> None:
    said = claim(facts, "rx-40-2022", "delivered")
    assert said["hedge"] == "likely"
    assert said["note"].startswith(
        "SIPRI marks as uncertain: who, what; Supplier uncertain (could be Betaland)"
    )
    assert claim(facts, "bt-7", "ordered")["note"] == "Second hand; Number ordered could be higher"


def test_weapons_stand_below_what_they_are(facts: dict[str, dict[str, Any]]) -> None:
    [falke] = [f for f in facts.values() if f["type"] == "weapon_type" and f["name"] == "Falke-2"]
    assert falke["subtype_of"] == "kind-fga-aircraft"
    engines = [f for f in facts.values() if f["type"] == "weapon_type" and f["name"] == "vehicle engine"]
    assert [engine.get("subtype_of") for engine in engines] == [None]
    assert [f["name"] for f in facts.values() if f["type"] == "weapon_type" and "mowe" in f["id"]] == ["Möwe"]


def test_two_deals_with_the_same_key_are_two_and_the_same_row_is_one(
    made: Any, facts: dict[str, dict[str, Any]]
) -> None:
    assert len([f for f in facts.values() if f["type"] == "shipment" and "falke" in f["id"]]) == 2
    report = made.report
    assert (report.rows, report.kept, report.claims) == (8, 7, 12)
    assert report.lost["the same row stands before"] == (1, [20])
    assert report.lost["no year of delivery, so no claim of a delivery"] == (2, [17, 18])
    assert any("1 line feeds" in note for note in report.notes)


def test_names_of_the_corpus_are_used_again(tmp_path: Path) -> None:
    known = Known(
        [
            State(id="aa", name="Alphaland"),
            WeaponType(id="bt7", name="BT 7"),
            Organization(id="sipri", name="SIPRI", kind="think-tank", compiles=True),
        ]
    )
    facts = facts_of(shipped("sipri-register", register(tmp_path), known))
    assert not {"state-alphaland", "sipri"} & set(facts)
    [event] = [f for f in facts.values() if f["type"] == "shipment" and "bt-7" in f["id"]]
    assert (event["recipient"], event["weapon_types"]) == (["aa"], ["bt7"])
    assert claim(facts, "rx-40-2021", "delivered")["mentions"] == ["aa"]


def test_what_a_spreadsheet_left_behind_changes_nothing(
    tmp_path: Path, facts: dict[str, dict[str, Any]]
) -> None:
    lines = (TITLES + HEADER + ROWS).split("\n")
    tails = [(f'"{line}"' if ";" in line and line[:1].isalpha() else line) + ";;;;" for line in lines if line]
    joined = [
        line for line in "\r\n".join(tails).split("\r\n") if "diesel" not in line and "carriers" not in line
    ]
    mine = facts_of(shipped("sipri-register", register(tmp_path, "\r\n".join(joined))))
    assert {id for id in facts if "vehicle-engine" not in id} == set(mine)


def test_part_of_the_register_is_said_to_be_one(tmp_path: Path) -> None:
    text = (TITLES + HEADER + ROWS).replace("'Not specified' to 'Not specified'", "'2010' to '2024'")
    made = shipped("sipri-register", register(tmp_path, text))
    list(made.facts())
    assert made.document
    assert "count the chosen years alone" in made.document["note"]
    assert any("only part of the register" in note for note in made.report.notes)


def test_the_header_of_2026_is_another_one(tmp_path: Path, facts: dict[str, dict[str, Any]]) -> None:
    text = TITLES + HEADER.replace("Number delivered", "Deliveries in the Year Range") + ROWS
    assert set(facts_of(shipped("sipri-register", register(tmp_path, text)))) == set(facts)


def test_a_long_register_is_read_row_by_row(tmp_path: Path) -> None:
    made = shipped("sipri-register", register(tmp_path, "\n".join(bench(400))))
    facts = made.facts()
    first = [next(facts)["type"] for _ in range(9)]
    assert first[:3] == ["document", "topic", "organization"]
    assert made.report.rows < 3
    kinds = Counter(fact["type"] for fact in facts)
    assert made.report.rows == 400
    assert made.report.facts == kinds + Counter(first)
    assert kinds["claim"] > 700


DEALS = """\
SIPRI AT Database ID,Supplier,Recipient,Designation,Description,Armament category,Order date,Order date is estimate,\
Numbers delivered,Numbers delivered is estimate,Delivery year,Delivery year is estimate,Status,SIPRI estimate,\
TIV deal unit,TIV delivery values,Local production
90001,Betaland,Alphaland,Falke-2,FGA aircraft,Aircraft,2019,No,8,No,2021,No,New,40,40,320,No
90001,Betaland,Alphaland,Falke-2,FGA aircraft,Aircraft,2019,No,8,Yes,2022,Yes,New,40,40,320,No
90001,Betaland,Alphaland,Falke-2,FGA aircraft,Aircraft,2019,No,8,Yes,2024,No,New,40,40,320,No
90002,Betaland,Alphaland,BT-7,anti-tank missile,Missiles,2020,Yes,75,Yes,2020,Yes,Second hand,0.05,0.02,1.5,Yes
"""  # noqa: E501 - as the file has it


def test_deals_have_a_claim_for_each_year_of_delivery(tmp_path: Path) -> None:
    facts = facts_of(shipped("sipri-deals", register(tmp_path, TITLES + DEALS, "utf-8")))
    claims = {id: f for id, f in facts.items() if f["type"] == "claim"}
    assert {id: f["when"] for id, f in claims.items()} == {
        "sipri-90001-ordered": "2019",
        "sipri-90001-delivered-2021-1": "2021",
        "sipri-90001-delivered-2022-1": "2022?",
        "sipri-90001-delivered-2024-1": "2024",
        "sipri-90002-ordered": "2020?",
        "sipri-90002-delivered-2020-1": "2020?",
    }
    assert [f["quantity"]["approximate"] for f in claims.values() if f["quantity"]] == [
        False,
        True,
        True,
        True,
    ]
    assert facts["kind-fga-aircraft"]["subtype_of"] == "armament-aircraft"
    assert facts["sipri-90002"]["supplier"] == ["state-betaland"]
