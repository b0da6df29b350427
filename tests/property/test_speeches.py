"""Laws of joint statements and retractions on every way into and out of a graph."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from kg.formats import facts_jsonl, graph, neo4j_admin, schemas
from kg.formats.stored import Stored
from kg.load.seeds import plan_facts, plan_file
from kg.load.stream import known, spool
from kg.model.convert import facts_of, rows_of
from kg.model.kinds import Fact
from kg.model.kinds.claim import Claim
from kg.model.rows import Graph
from kg.sources.json_lines import lines, read
from kg.sources.seeds import load
from kg.store import Edge, Node, connect
from tests.laws import examples
from tests.property.speeches import speeches

LAW = settings(
    max_examples=examples(40),
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
        HealthCheck.function_scoped_fixture,
    ],
)
SCHEMA = jsonschema.Draft202012Validator(json.loads(schemas.render()["seeds.schema.json"]))


def by_id(facts: list[Fact]) -> dict[str, Fact]:
    return {fact.id: fact for fact in facts}


def claims(facts: list[Fact]) -> list[Claim]:
    return [fact for fact in facts if isinstance(fact, Claim)]


def streamed(facts: list[Fact]) -> Graph:
    """Return what loading the lines of facts, in the order of these, gives a store."""
    written = {json.loads(line)["id"]: line for line in lines(facts)}
    with TemporaryDirectory() as folder:
        path = Path(folder, "facts.jsonl")
        path.write_text("\n".join(written[fact.id] for fact in facts) + "\n", encoding="utf-8")
        store = connect("memory")
        plan_file(str(path), store).run()
        return store.read()


def taken_back(facts: list[Fact]) -> dict[str, date]:
    """Return when each claim was taken back, by the words of the rule and no code of ours."""
    published = {fact.id: fact.published.first for fact in facts if type(fact).KIND == "document"}  # type: ignore[attr-defined]
    days: dict[str, date] = {}
    for retraction in claims(facts):
        for claim in claims(facts):
            answers = retraction.stance == "retracts" and claim.id in retraction.answers
            if answers and claim.voices and not set(claim.voices) - set(retraction.voices):
                known = [min(published[spot.document] for spot in one.cited) for one in (retraction, claim)]
                days[claim.id] = min(max(known), days.get(claim.id, date.max))
    return days


@LAW
@given(speeches())
def test_a_claim_is_taken_back_by_all_who_spoke_it(facts: list[Fact]) -> None:
    rows = rows_of(facts).nodes
    got = {id: row.properties["taken_back"] for id, row in rows.items() if "taken_back" in row.properties}
    assert got == taken_back(facts)


@LAW
@given(speeches())
def test_a_stream_gives_the_same_graph(facts: list[Fact]) -> None:
    assert streamed(facts) == rows_of(facts)


@LAW
@given(speeches())
def test_a_stream_in_little_memory_gives_the_same_graph(facts: list[Fact]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spool, "BUFFERED", 2_000)
        patch.setattr(known.Known.__init__, "__defaults__", (2,))
        assert streamed(facts) == rows_of(facts)


@LAW
@given(speeches())
def test_every_way_out_and_in_again_keeps_every_field(facts: list[Fact]) -> None:
    rows = rows_of(facts)
    assert by_id(facts_of(rows)) == by_id(facts)
    assert by_id(read(facts_jsonl.render(Stored(lambda: (rows, ""))).splitlines(), "x").facts) == by_id(facts)
    store = connect("memory")
    plan_facts(facts, store, "one").run()
    assert by_id(facts_of(store.read())) == by_id(facts)
    written: dict[str, list[Any]] = {}
    for fact in facts:
        written.setdefault(type(fact).PLURAL, []).append(fact.model_dump(mode="json", exclude_defaults=True))
    assert not [error.message for error in SCHEMA.iter_errors(written)]
    with TemporaryDirectory() as folder:
        Path(folder, "a.yaml").write_text(json.dumps(written), encoding="utf-8")
        assert by_id(load(folder).facts) == by_id(facts)


@LAW
@given(speeches())
def test_exports_for_other_programs_say_who_speaks_and_what_was_taken_back(facts: list[Fact]) -> None:
    rows = rows_of(facts)
    files = neo4j_admin.render(Stored(lambda: (rows, "")))
    heads = [head.partition(":")[0] for head in files["nodes-Claim-header.csv"].strip().split(",")]
    table = {
        row[0]: dict(zip(heads, row, strict=True))
        for row in csv.reader(io.StringIO(files["nodes-Claim.csv"]))
    }
    elements: list[Node | Edge] = [
        *(Node(row.id, row.labels, row.properties) for row in rows.nodes.values()),
        *(
            Edge(str(row.identity), row.type, row.start, row.end, row.properties)
            for row in rows.edges.values()
        ),
    ]
    drawn = json.loads(graph.render("Who?", {}, elements))
    nodes = {node["id"]: node["properties"] for node in drawn["nodes"]}
    said = Counter(edge["start"] for edge in drawn["edges"] if edge["type"] == "SAID_BY")
    exported = {one["id"]: one for one in map(json.loads, lines(facts)) if one["type"] == "claim"}
    back = {id: day.isoformat() for id, day in taken_back(facts).items()}
    names = {fact.id: fact.caption for fact in facts}
    for claim in claims(facts):
        ids, who = sorted(claim.voices), " and ".join(names[voice] for voice in sorted(claim.voices))
        for row in (table[claim.id], nodes[claim.id]):
            assert (row.get("speaker_id") or "", row.get("speaker_name") or "") == ("+".join(ids), who)
            assert row["facet"] == claim.facet
            assert (row.get("taken_back") or None) == back.get(claim.id)
            assert str(row["firsthand"]).lower() == str(claim.firsthand).lower()
        assert said[claim.id] == len(ids)
        line = exported[claim.id]
        assert (line["speaker_name"] or "", line["speakers"]) == (who, claim.speakers)
