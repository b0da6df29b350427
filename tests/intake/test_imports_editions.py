"""The next edition of a table: new, changed, said again, gone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.analysis.reading import read_world
from kg.analysis.revisions import timeline
from kg.errors import CallError, SeedError
from kg.load.seeds import plan_seeds
from kg.sources.seeds import load
from kg.sources.tables.editions import Difference, successor, widest
from kg.sources.tables.importing import imported, taken_back
from kg.sources.tables.layouts import read
from kg.store import connect

SEEDS = """\
topics:
- {id: transfers, name: Transfers, name_de: Transfers, description: Reported transfers.}
states:
- {id: alphaland, name: Alphaland}
- {id: betaland, name: Betaland}
organizations:
- {id: register, name: The Register, kind: think-tank, compiles: true}
"""
LAYOUT = """\
title: A register
reader: {columns: {number: No, item: Item, count: Count, year: Year}, titles: {day: 'As of (.+)'}}
document: {id: "register-${published}", title: Register, outlet: register, published: "${day(day)}"}
let: {n: "${number(count)}"}
facts:
- type: shipment
  fields:
    id: row-${number}
    name: ${item}
    supplier: alphaland
    recipient: betaland
    goods: ${item}
    period: ${year}
- type: claim
  fields:
    id: row-${number}-arrived
    topic: transfers
    stance: asserts
    speaker: register
    said: ${published}
    about: row-${number}
    when: ${year}
    quantity: {low: "${n}", high: "${n}", unit: items, mode: flow, wording: "${count}"}
    paraphrase: The Register lists ${count} of ${item}.
"""
BY_HAND = """\
claims:
- {id: row-1-arrived, topic: transfers, stance: asserts, speaker: unknown, said: 2025-01-01, about: tanks,
   paraphrase: By hand., cited: [{document: d, page: 1}], stated_in: d}
weapon_types:
- {id: tanks, name: Tanks}
documents:
- {id: d, title: D, outlet: register, published: 2025-01-01, language: en, recorded: 2025-01-01, kind: report}
"""
FIRST = "As of 2025-01-01\nNo,Item,Count,Year\n1,tanks,5,2020\n2,guns,7,2021\n3,boats,2,2022\n"
SECOND = "As of 2026-01-01\nNo,Item,Count,Year\n1,tanks,5,2020\n2,guns,9,2022\n4,drones,40,2025\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of seeds, with a layout and two editions beside it."""
    (tmp_path / "seeds").mkdir()
    for name, text in {
        "seeds/a.yaml": SEEDS,
        "register.yaml": LAYOUT,
        "first.csv": FIRST,
        "second.csv": SECOND,
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def taken(folder: Path, name: str) -> Difference:
    """Import an edition and return what it says against those before it."""
    layout, seeds = read(folder / "register.yaml"), folder / "seeds"
    difference = imported(layout, folder / name, load(seeds), seeds, texts=folder / "texts").difference
    assert difference is not None
    return difference


def test_a_next_edition_says_what_changed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KG_SOURCES", raising=False)
    first = taken(folder, "first.csv")
    assert (first.earlier, len(first.new), list(first.lines())) == ([], 3, [])
    second = taken(folder, "second.csv")
    assert second == Difference(
        ["register-2025-01-01"],
        new=["row-4-arrived"],
        changed={"row-2-arrived": "row-2-arrived-20260101"},
        same=["row-1-arrived"],
        vanished=["row-3-arrived"],
    )
    assert next(iter(second.lines())) == "against register-2025-01-01:"
    facts: dict[str, Any] = {item.id: item.value for item in load(folder / "seeds").located}
    assert [citation.document for citation in facts["row-1-arrived"].cited] == [
        "register-2025-01-01",
        "register-2026-01-01",
    ]
    assert facts["row-3-arrived"].stance == "asserts"
    assert facts["row-2"].period.text == "2021/2022"


def test_the_register_revises_its_own_figure(folder: Path) -> None:
    for name in ("first.csv", "second.csv"):
        taken(folder, name)
    store = connect("memory")
    plan_seeds(folder / "seeds", store).run()
    moved = {step.claim: step.revision for step in timeline(read_world(store))}
    assert moved["row-2-arrived-20260101"] == "up"


def test_editions_may_be_imported_again(folder: Path) -> None:
    for name in ("first.csv", "second.csv"):
        taken(folder, name)
    files = sorted((folder / "seeds" / "imports").iterdir())
    before = [file.read_bytes() for file in files]
    taken(folder, "second.csv")
    taken(folder, "first.csv")
    assert [file.read_bytes() for file in files] == before
    (folder / "second.csv").write_text(SECOND.replace("1,tanks,5", "1,tanks,6"), encoding="utf-8")
    assert taken(folder, "second.csv").same == []
    kept: Any = next(fact for fact in load(folder / "seeds").facts if fact.id == "row-1-arrived")
    assert [citation.document for citation in kept.cited] == ["register-2025-01-01"]


def test_an_edition_can_be_taken_back(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KG_SOURCES", raising=False)
    taken(folder, "first.csv")
    taken(folder, "second.csv")
    gone = taken_back(folder / "seeds", folder / "texts", "register-2026-01-01")
    assert [path.is_file() for path in gone] == [False, False, True]
    first = {item.id: item.value for item in load(folder / "seeds").located}
    assert all(len(getattr(fact, "cited", [1])) == 1 for fact in first.values())
    with pytest.raises(CallError, match="did you mean 'register-2025-01-01'"):
        taken_back(folder / "seeds", folder / "texts", "register-2025-01-02")


def everything(folder: Path) -> dict[str, bytes]:
    """Return what the facts and the texts are, by file."""
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_earlier_edition_after_a_later_one_is_refused(folder: Path) -> None:
    taken(folder, "second.csv")
    before = everything(folder)
    with pytest.raises(SeedError) as caught:
        taken(folder, "first.csv")
    said = str(caught.value)
    assert "claim 'row-1-arrived' of this table is in the later edition 'register-2026-01-01'" in said
    assert "register-2026-01-01.jsonl.gz:" in said
    assert "kg import --take-back register-2026-01-01" in said
    assert everything(folder) == before


def test_a_claim_written_by_hand_keeps_its_id(folder: Path) -> None:
    (folder / "seeds" / "b.yaml").write_text(BY_HAND, encoding="utf-8")
    before = everything(folder)
    with pytest.raises(SeedError, match=r"b\.yaml:\d+:\d+: the id 'row-1-arrived' of a claim of this table"):
        taken(folder, "first.csv")
    assert everything(folder) == before


@pytest.mark.parametrize(
    ("id", "what", "todo"),
    [
        ("alphaland", r"first\.csv: the id 'alphaland' is taken at .*a\.yaml:4:8", "with --id"),
        ("other", "document 'register-2025-01-01' at .* has this text already", "--take-back register-2025"),
    ],
)
def test_a_table_is_one_document_with_an_id_of_its_own(folder: Path, id: str, what: str, todo: str) -> None:
    taken(folder, "first.csv")
    before, seeds = everything(folder), folder / "seeds"
    with pytest.raises(CallError, match=f"{what}.*{todo}"):
        imported(
            read(folder / "register.yaml"), folder / "first.csv", load(seeds), seeds, id=id, texts=folder
        )
    assert everything(folder) == before


def test_what_would_not_load_is_not_written(folder: Path) -> None:
    layout = folder / "register.yaml"
    layout.write_text(layout.read_text("utf-8").replace("said: ${published}", "said: '2025-06-01'"), "utf-8")
    before = everything(folder)
    with pytest.raises(SeedError, match=r"first\.csv:3: claim 'row-1-arrived' was said on 2025-06-01"):
        taken(folder, "first.csv")
    assert everything(folder) == before


def test_ids_and_spans() -> None:
    assert len(successor("x" * 80, "2026-01-01")) == 80
    assert successor("x" * 80, "2026-01-01") != successor("x" * 79 + "y", "2026-01-01")
    assert widest("2021", "2019/2020") == "2019/2021"
    assert widest("2024-05", "2020/..") == "2020/.."
