"""Claims in the order of SIPRI's register: read back by our own importer, nothing lost but what is said."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from kg import paths
from kg.formats import formats
from kg.formats.leaving import Exported
from kg.formats.sipri import TITLES
from kg.formats.sipri.columns import columns
from kg.model.kinds import Fact
from kg.model.kinds.claim import Claim
from kg.model.kinds.organization import Organization
from kg.model.kinds.shipment import Shipment
from kg.sources.seeds import load
from kg.sources.tables.known import Known
from tests.cli.tools import ROOT, run
from tests.intake.tables import facts_of, shipped

CORPORA = (paths.seeds(), ROOT / "tests" / "second" / "seeds")
FIGURE = ("low", "high", "low_open", "high_open", "unit", "measure", "per", "mode", "stage", "wording")


@pytest.fixture(scope="module", params=CORPORA, ids=["seeds", "second"])
def facts(request: pytest.FixtureRequest) -> list[Fact]:
    return load(request.param).facts


def written(facts: list[Fact]) -> Exported:
    exported: Exported = formats("facts")["sipri"].render(facts)
    return exported


def rows(exported: Exported) -> list[dict[str, str]]:
    lines = str(exported.content).split("\n")[len(TITLES) + 1 :]
    return list(csv.DictReader(io.StringIO("\n".join(lines), newline="")))


def read_back(facts: list[Fact], folder: Path) -> dict[str, dict[str, Any]]:
    file = folder / "table.csv"
    file.write_text(str(written(facts).content), "utf-8")
    named = Known(fact for fact in facts if type(fact).ROLE in ("actor", "goods", "place"))
    return facts_of(shipped("sipri-order", file, named))


def test_the_importer_reads_every_claim_that_is_not_said_to_be_lost(
    facts: list[Fact], tmp_path: Path
) -> None:
    exported, again = written(facts), read_back(facts, tmp_path)
    lost = {id for ids in exported.loss.whole.values() for id in ids}
    assert len(lost) == exported.loss.lost
    there = {id for id, fact in again.items() if fact["type"] in ("claim", "shipment")}
    assert there == {fact.id for fact in facts} - lost
    assert len(rows(exported)) == sum(fact["type"] == "claim" for fact in again.values())


def test_figures_speakers_and_days_come_back(facts: list[Fact], tmp_path: Path) -> None:
    by_id: dict[str, Any] = {fact.id: fact for fact in facts}
    for id, read in read_back(facts, tmp_path).items():
        fact = by_id.get(id)
        if isinstance(fact, Shipment) and read["type"] == "shipment":
            made = Shipment.model_validate({k: v for k, v in read.items() if k != "type"})
            assert (made.supplier, made.recipient, made.stage) == (fact.supplier, fact.recipient, fact.stage)
            if len(fact.weapon_types) == 1 and not any(
                c.quantity and c.quantity.of for c in about(id, facts)
            ):
                assert made.weapon_types == fact.weapon_types
        elif isinstance(fact, Claim) and read["type"] == "claim":
            fields = {name: value for name, value in read.items() if name in Claim.model_fields}
            claim = Claim.model_validate({**fields, "cited": fact.cited})
            for name in ("stance", "facet", "hedge", "voices", "said", "when", "place", "about"):
                assert getattr(claim, name) == getattr(fact, name), (id, name)
            assert (claim.quantity is None) == (fact.quantity is None), id
            for name in (*FIGURE, "approximate") if fact.quantity else ():
                assert getattr(claim.quantity, name) == getattr(fact.quantity, name), (id, name)


def about(event: str, facts: list[Fact]) -> list[Claim]:
    return [fact for fact in facts if isinstance(fact, Claim) and fact.about == event]


def test_what_is_no_exact_number_stands_beside_alone(facts: list[Fact]) -> None:
    by_id: dict[str, Any] = {fact.id: fact for fact in facts}
    counted = 0
    for row in rows(written(facts)):
        claim = by_id[row["claim"]]
        number = row["Number ordered"] or row["Number delivered"]
        if number:
            counted += 1
            assert claim.stance == "asserts"
            assert float(number) == claim.quantity.low == claim.quantity.high
            assert claim.quantity.unit not in ("containers", "wagons", "shipments", "models", "types")
        assert not [row[name] for name in columns()[13:16] if row[name]]
    assert counted


def changed(facts: list[Fact], id: str, **fields: Any) -> list[Fact]:
    return [
        fact if fact.id != id else type(fact).model_validate({**fact.model_dump(mode="json"), **fields})
        for fact in facts
    ]


def test_names_that_a_spreadsheet_would_run_come_back(tmp_path: Path) -> None:
    facts = changed(load(CORPORA[1]).facts, "freedonia", name="=Freedonia")
    assert any(row["Supplier"] == "'=Freedonia" for row in rows(written(facts)))
    assert read_back(facts, tmp_path)["fd-rt-rockets"]["supplier"] == ["freedonia"]


def test_who_is_no_state_is_marked_as_sipri_does() -> None:
    facts = load(CORPORA[1]).facts
    front = Organization(id="front", name="Front", kind="armed-group")
    moved = changed([*facts, front], "fd-rt-rockets", supplier=["front"], recipient=["gazette"])
    row = next(row for row in rows(written(moved)) if row["shipment"] == "fd-rt-rockets")
    assert (row["Supplier"], row["Recipient"]) == ("Front*", "Freedonia Gazette**")
    assert (
        next(r for r in rows(written(facts)) if r["shipment"] == "spare-parts")["Supplier"]
        == "unknown supplier(s)"
    )


def test_what_was_taken_back_or_is_denied_has_no_number_of_sipri() -> None:
    facts = load(CORPORA[1]).facts
    figure = {"low": 60, "high": 60, "unit": "rockets", "mode": "flow", "stage": "arrived", "wording": "60"}
    seen = {
        id: next(row for row in rows(written(changed(facts, id, quantity=figure))) if row["claim"] == id)
        for id in ("gazette-rockets", "fd-denies-rockets", "wire-rockets")
    }
    assert {id: row["Number delivered"] for id, row in seen.items()} == {
        "gazette-rockets": "",
        "fd-denies-rockets": "",
        "wire-rockets": "60",
    }
    assert seen["gazette-rockets"]["status"] == "taken back"
    assert seen["fd-denies-rockets"]["status"] == "Denied"


def test_what_was_withdrawn_is_missed_by_nothing() -> None:
    facts = [f for f in load(CORPORA[1]).facts if f.id not in ("gazette-2001-03-05", "gazette-rockets")]
    exported = written(facts)
    assert len(rows(exported)) + len({row["shipment"] for row in rows(exported)}) + exported.loss.lost == len(
        facts
    )


def test_the_command_writes_what_the_command_reads(tmp_path: Path) -> None:
    file = tmp_path / "out.sipri.csv"
    ran = run("export", "sipri", "--topic", "missiles", "-o", file)
    assert ran.code == 0, ran.err
    assert "actors, at most named in cells" in ran.err
    text = file.read_text("utf-8").split("\n")
    assert text[len(TITLES) + 1] == ",".join(columns())
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "states.yaml").write_text("states:\n- {id: be, name: Betaland}\n", "utf-8")
    read = run("import", "sipri-order", file, "--seeds", tmp_path / "seeds", "--dry-run")
    assert read.code == 0, read.err
    assert f"{len(text) - len(TITLES) - 3} rows" in read.out + read.err
