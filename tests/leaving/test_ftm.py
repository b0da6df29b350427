"""Facts as entities of FollowTheMoney: read by its own package, every fact there or said to be lost."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings

from kg import paths
from kg.formats import formats
from kg.formats.ftm.codes import COUNTRIES, LANGUAGES
from kg.formats.ftm.schemata import PARENTS, properties
from kg.formats.leaving import Exported, chosen
from kg.model.kinds import Fact
from kg.model.kinds.organization import Organization
from kg.model.parts import Strict
from kg.model.shape import shape
from kg.model.span import Span
from kg.sources.seeds import load
from kg.sources.tables.engine import converted
from kg.sources.tables.known import Known
from kg.sources.tables.layouts import SHIPPED, layout_named
from tests.cli.tools import ROOT, run
from tests.leaving.content import files
from tests.leaving.peers import read_by
from tests.property.graphs import graphs

CORPORA = (Path(paths.seeds()), ROOT / "tests" / "second" / "seeds", ROOT / "tests" / "sayable" / "seeds")
NAMES = ("seeds", "second", "sayable")
ENTITIES, STATEMENTS = "entities.ftm.json", "statements.csv"
TEXT_ALONE = ("plain", "whole", "und")
"""Words for nothing special: no hedge, no facet, no language."""


@pytest.fixture(scope="module")
def corpora() -> dict[str, list[Fact]]:
    return {name: load(seeds).facts for name, seeds in zip(NAMES, CORPORA, strict=True)}


@pytest.fixture(params=NAMES)
def facts(request: pytest.FixtureRequest, corpora: dict[str, list[Fact]]) -> list[Fact]:
    return corpora[request.param]


def written(facts: list[Fact]) -> Exported:
    exported: Exported = formats("facts")["ftm"].render(facts)
    return Exported(files(exported), exported.loss)


def folder(exported: Exported, where: Path) -> Path:
    assert isinstance(exported.content, dict)
    where.mkdir(exist_ok=True)
    for name, content in exported.content.items():
        (where / name).write_bytes(str(content).encode())
    return where


def entities(exported: Exported) -> list[dict[str, Any]]:
    assert isinstance(exported.content, dict)
    return [json.loads(line) for line in str(exported.content[ENTITIES]).splitlines()]


def test_followthemoney_reads_every_fact_that_is_not_said_to_be_lost(
    corpora: dict[str, list[Fact]], tmp_path: Path
) -> None:
    made = {name: written(facts) for name, facts in corpora.items()}
    found = read_by("ftm", *(folder(exported, tmp_path / name) for name, exported in made.items()))
    for (name, facts), read in zip(corpora.items(), found, strict=True):
        assert read["problems"] == []
        lost = [id for ids in made[name].loss.whole.values() for id in ids]
        assert sorted([*read["ids"], *lost]) == sorted(fact.id for fact in facts)
        assert made[name].loss.record(len(facts))["facts"]["out"] == len(read["ids"])
        assert read["values"] == {one["id"]: one["properties"] for one in entities(made[name])}


def test_our_table_of_its_schemata_is_its_own() -> None:
    table = {name: properties(name) for name in PARENTS}
    codes = {"language": sorted(LANGUAGES.values()), "country": sorted(COUNTRIES)}
    assert read_by("ftm", "--model", json.dumps(table), json.dumps(codes)) == []


def test_what_a_fact_says_is_there(facts: list[Fact]) -> None:
    exported = written(facts)
    told: dict[str, str] = {}
    for one in entities(exported):
        own = one["id"].removeprefix("kg-").partition(".")[0]
        told[own] = f"{told.get(own, '')}\n{json.dumps(one['properties'], ensure_ascii=False)}"
    by_id = {fact.id: fact for fact in facts}
    ours = {id for reason, ids in exported.loss.part.items() if "our own files" in reason for id in ids}
    for fact in facts:
        text = plain(told.get(fact.id, ""))
        for name, atom in atoms(fact) if text else ():
            if name.startswith("minimum_") and fact.id in ours:
                continue
            other = by_id.get(atom)
            names = [atom, *((other.caption, str(getattr(other, "iso", None) or atom)) if other else ())]
            assert any(plain(one) in text for one in names), (fact.id, name, atom)


def plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.replace("\\", "")).lower()


def atoms(fact: Fact) -> Iterator[tuple[str, str]]:
    """Yield every value of a fact as text, with the name of its field."""
    for name in (*shape(type(fact)).plain, *shape(type(fact)).links, *shape(type(fact)).parts):
        if name != "language":
            yield from ((name, one) for one in texts(getattr(fact, name)))
    for name in shape(type(fact)).ties:
        yield from ((name, one) for one in texts(getattr(fact, name)))


def texts(value: Any) -> Iterator[str]:
    if value in (None, False, 0, "") or value is True:
        return
    if isinstance(value, Span):
        yield from re.findall(r"\d{4}(?:-\d\d)*", value.text)
    elif isinstance(value, Strict):
        for name in type(value).model_fields:
            if name not in ("scheme", "unit", "currency", "low", "high", "per", "total"):  # said in its words
                yield from texts(getattr(value, name))
    elif isinstance(value, (list, dict)):
        for one in value.values() if isinstance(value, dict) else value:
            yield from texts(one)
    elif str(value) not in TEXT_ALONE:
        yield f"{value:g}" if isinstance(value, float) else str(value)


def test_nothing_alleged_comes_out_as_plain(facts: list[Fact]) -> None:
    by_id = {fact.id: fact for fact in facts}
    made = entities(written(facts))
    assert {one["schema"] for one in made}.isdisjoint({"Ownership", "Directorship", "Payment"})
    for one in made:
        own = by_id[one["id"].removeprefix("kg-").partition(".")[0]]
        if type(own).ROLE != "event":
            continue
        said = one["properties"]
        assert "does not say that it is so" in said["summary"][0], one["id"]
        assert not {"involved", "organizer", "vehicle"} & said.keys()
        if one["schema"] == "UnknownLink":
            assert said["role"][0].endswith(", as alleged")
            assert said["status"] == ["alleged"]


def test_a_sanction_is_one_only_by_the_word_of_who_imposes_it(corpora: dict[str, list[Fact]]) -> None:
    facts = corpora["seeds"]
    made = [one for one in entities(written(facts)) if one["schema"] == "Sanction"]
    assert {one["properties"]["entity"][0] for one in made} == {
        "kg-zen-shipping",
        "kg-port-india",
        "kg-sea-art",
    }
    [listing] = {one["properties"]["recordId"][0] for one in made}
    others = [fact for fact in facts if getattr(fact, "about", "") != listing]
    assert not [one for one in entities(written(others)) if one["schema"] == "Sanction"]


def test_the_reader_sees_what_is_wrong(corpora: dict[str, list[Fact]], tmp_path: Path) -> None:
    good = written(corpora["second"])

    def without(name: str, schema: str) -> str:
        lines = entities(good)
        del next(one for one in lines if one["schema"] == schema)["properties"][name]
        return "\n".join(map(json.dumps, lines))

    assert isinstance(good.content, dict)
    records, statements = str(good.content[ENTITIES]), str(good.content[STATEMENTS])
    bad = {
        "name is missing": {ENTITIES: without("name", "Event")},
        "object is missing": {ENTITIES: without("object", "UnknownLink")},
        "is no Document": {ENTITIES: records.replace('"proof": ["kg-', '"proof": ["kg-no-', 1)},
        "became": {ENTITIES: records.replace('"date": ["2001-03-05"]', '"date": ["March 2001"]', 1)},
        "is no LegalEntity": {
            ENTITIES: re.sub(r'"member": \["[^"]*"', '"member": ["kg-strelsau"', records, count=1)
        },
        "has another id": {STATEMENTS: statements.replace('"alleged"', '"proven"', 1)},
        "are another entity": {STATEMENTS: statements.replace('"alleged"', '"proven"', 1)},
    }
    folders = [
        folder(Exported({**good.content, **changed}, good.loss), tmp_path / str(number))
        for number, changed in enumerate(bad.values())
    ]
    for words, read in zip(bad, read_by("ftm", *folders), strict=True):
        assert any(words in one for one in read["problems"]), words


def test_a_text_that_a_spreadsheet_would_run_is_harmless_in_both_files(tmp_path: Path) -> None:
    bad = Organization(id="bad", name="=HYPERLINK(A1)", known_as=["@x", '"quoted" name'], kind="company")
    exported = written([bad])
    assert read_by("ftm", folder(exported, tmp_path))[0]["problems"] == []
    assert isinstance(exported.content, dict)
    rows = csv.reader(io.StringIO(str(exported.content[STATEMENTS]), newline=""), dialect=csv.unix_dialect)
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "@", "+", "-"))]


@pytest.mark.slow
def test_whatever_facts_say(tmp_path: Path) -> None:
    made: list[tuple[list[Fact], Exported]] = []

    @settings(max_examples=40, phases=[Phase.generate], database=None, derandomize=True)
    @given(graphs())
    def collect(facts: list[Fact]) -> None:
        made.append((facts, written(facts)))

    collect()
    folders = [folder(exported, tmp_path / str(number)) for number, (_, exported) in enumerate(made)]
    for (facts, exported), read in zip(made, read_by("ftm", *folders), strict=True):
        assert read["problems"] == []
        lost = [id for ids in exported.loss.whole.values() for id in ids]
        assert sorted([*read["ids"], *lost]) == sorted(fact.id for fact in facts)


def test_our_importer_finds_who_is_in_it(corpora: dict[str, list[Fact]], tmp_path: Path) -> None:
    facts = corpora["second"]
    file = folder(written(facts), tmp_path) / ENTITIES
    layout = layout_named("opensanctions-entities", [SHIPPED])
    made = [*converted(layout, file, Known(), published=date(2002, 1, 1)).facts()]
    actors = ("organization", "person", "vessel", "aircraft")
    told: Any = [fact for fact in facts if type(fact).ROLE == "actor"]
    assert {f["name"] for f in made if f["type"] in actors} >= {
        fact.name for fact in told if type(fact).VOICE != "unnamed"
    }
    assert sum(f["type"] == "designation" for f in made) == 1
    assert "9074729" in str([f.get("identifiers") for f in made])


def test_what_is_marked_reviewed_or_gone(corpora: dict[str, list[Fact]], tmp_path: Path) -> None:
    facts = {fact.id: fact for fact in corpora["second"]}
    marked = facts["harbour-rockets"].model_copy(
        update={"mark": "green", "internal": "ask the harbour again"}
    )
    gone = ("gazette-2001-03-05", "wire-rockets", "rt-minister-rockets", "market-video")
    left = [fact for id, fact in {**facts, marked.id: marked}.items() if id not in gone]
    exported = written(left)
    [read] = read_by("ftm", folder(exported, tmp_path))
    assert read["problems"] == []
    assert len(read["ids"]) + exported.loss.lost == len(left)
    assert "mark: green" in str(exported.content)
    assert "ask the harbour" not in str(exported.content)


def test_the_command_and_equal_facts(corpora: dict[str, list[Fact]], tmp_path: Path) -> None:
    ran = run("export", "ftm", tmp_path / "out", "--topic", "shells", "--as-of", "2025-05-29")
    assert ran.code == 0, ran.err
    assert "wrote 3 files" in ran.err
    said = json.loads((tmp_path / "out" / "loss.json").read_text("utf-8"))["facts"]
    [read] = read_by("ftm", tmp_path / "out")
    assert read["problems"] == []
    assert said == {"in": said["in"], "out": len(read["ids"]), "lost": said["in"] - len(read["ids"])}
    facts = corpora["second"]
    assert written(chosen(reversed(facts))).content == written(chosen(facts)).content
