"""Bundles of STIX: valid for others, as many things in OpenCTI as we sent, and read back whole."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from kg import paths
from kg.formats import formats
from kg.formats.leaving import Exported, chosen
from kg.formats.stix.marks import TLP
from kg.formats.stix.texts import SOURCE
from kg.model.kinds import Fact, naming
from kg.model.review import Reviewable
from kg.sources.bundles import EXTENSION, lines_in
from kg.sources.json_lines import read
from kg.sources.seeds import load
from tests import second
from tests.cli.tools import run
from tests.laws import examples
from tests.leaving.content import text
from tests.leaving.peers import read_by
from tests.property.graphs import graphs

FORMS = ("stix", "stix-opencti")
FEW = "trainers"
MAY = {"111", "202", "223", "302", "401"}
"""What the validator warns of and the standard allows.

Regions and relationships by names of our own, addresses without a hash of what is there, and the events and
aliases of OpenCTI.
"""
LAW = settings(
    max_examples=examples(25), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
COUNTED = {
    *("start", "end", "sha256"),  # characters and hash of the places that it cites
    *("low", "high", "total", "vague", "unit", "measure", "currency", "per"),  # its figures as numbers
    *("minimum_claims", "minimum_roots"),  # how many claims it should have
    *("within_km", "region"),  # said as metres, and in words
}
"""Fields of which the statement of loss says that OpenCTI does not have them, or not as such."""
Object = dict[str, Any]


def written(form: str, facts: list[Fact]) -> Exported:
    exported: Exported = formats("facts")[form].render(facts)
    return exported


def objects(form: str, facts: list[Fact]) -> list[Object]:
    found: list[Object] = json.loads(text(written(form, facts)))["objects"]
    return found


def by_fact(found: list[Object]) -> dict[str, Object]:
    """Return the object of each fact by the id of the fact, as it stands among the external references."""
    return {
        reference["external_id"]: each
        for each in found
        for reference in each.get("external_references", ())
        if reference["source_name"] == SOURCE
    }


def back(text: str) -> dict[str, Fact]:
    return {fact.id: fact for fact in read([line.decode() for line in lines_in(text.encode())], "x").facts}


@pytest.fixture(scope="module")
def facts() -> list[Fact]:
    return load(second.SEEDS).facts


def accepted_by_peers(facts: list[Fact], folder: Path) -> None:
    """Assert that others find nothing wrong, and as many facts as we say are not lost."""
    files = {}
    for form in FORMS:
        files[form] = folder / f"{form}.json"
        files[form].write_text(text(written(form, facts)), "utf-8")
    (opencti,) = read_by("opencti", files["stix-opencti"])
    for form, found in zip(FORMS, read_by("stix", *files.values()), strict=True):
        ours = objects(form, facts)
        assert found["wrong"] == []
        assert set(found["warned"]) <= MAY
        assert found["objects"] == {each["id"]: each["type"] for each in ours}
        there = opencti["accepted"] if form == "stix-opencti" else found["objects"]
        kept = {id for id, each in by_fact(ours).items() if each["id"] in there}
        record = written(form, facts).loss.record(len(facts))
        assert len(kept) == record["facts"]["out"] == len(facts) - record["facts"]["lost"] == len(facts)
        assert (record["cut"] == []) == (form == "stix")
    assert opencti == {"accepted": found["objects"], "refused": [], "cut": [], "one": []}


def test_peers_read_an_invented_corpus(facts: list[Fact], tmp_path: Path) -> None:
    accepted_by_peers(facts, tmp_path)


@pytest.mark.slow
def test_peers_read_the_whole_corpus(tmp_path: Path) -> None:
    accepted_by_peers(load(paths.seeds()).facts, tmp_path)


@pytest.mark.slow
def test_peers_read_whatever_can_be_said(tmp_path: Path) -> None:
    made: dict[str, list[Path]] = {form: [] for form in FORMS}

    @settings(LAW, max_examples=60, derandomize=True, database=None)
    @given(graphs())
    def write(facts: list[Fact]) -> None:
        for form in FORMS:
            made[form].append(tmp_path / f"{len(made[form])}.{form}.json")
            made[form][-1].write_text(text(written(form, facts)), "utf-8")

    write()
    for found in read_by("stix", *made["stix"], *made["stix-opencti"]):
        assert found["wrong"] == []
    for found in read_by("opencti", *made["stix-opencti"]):
        assert (found["refused"], found["cut"], found["one"]) == ([], [], [])


def _first(found: list[Object], kind: str) -> Object:
    return next(each for each in found if each["type"] == kind)


def _two(found: list[Object], kind: str) -> tuple[Object, Object]:
    one, other = [each for each in found if each["type"] == kind][:2]
    return one, other


def _circle(found: list[Object]) -> None:
    note, report = _first(found, "note"), _first(found, "report")
    note["object_refs"], report["object_refs"] = [report["id"]], [note["id"]]


def _alike(found: list[Object], kind: str, *fields: str) -> None:
    one, other = _two(found, kind)
    other |= {field: one[field] for field in fields}


BROKEN: dict[str, list[tuple[str, Callable[[list[Object]], object]]]] = {
    "stix": [
        ("wrong", lambda found: _first(found, "opinion").update(opinion="maybe")),
        ("wrong", lambda found: _first(found, "report").pop("published")),
        ("wrong", lambda found: _first(found, "note").update(object_refs=[])),
        ("wrong", lambda found: _first(found, "location").update(longitude=181.0)),
        ("wrong", lambda found: _first(found, "note").update(created="2024-01-05")),
        (
            "wrong",
            lambda found: _first(found, "note")["extensions"][EXTENSION]["fact"].update(stance="likes"),
        ),
    ],
    "opencti": [
        ("refused", lambda found: _first(found, "event").update(type="shipment", id=f"shipment--{'0' * 8}")),
        ("cut", _circle),
        ("one", lambda found: _alike(found, "event", "name")),
        ("one", lambda found: _alike(found, "opinion", "created", "opinion")),
        ("one", lambda found: _alike(found, "relationship", "source_ref", "target_ref")),
    ],
}


@pytest.mark.parametrize("reader", BROKEN)
def test_the_readers_see_what_is_broken(reader: str, facts: list[Fact], tmp_path: Path) -> None:
    few = chosen(facts, topic=FEW)
    form = dict(zip(BROKEN, FORMS, strict=True))[reader]
    files = []
    for number, (_, breaks) in enumerate(BROKEN[reader]):
        bundle = json.loads(text(written(form, few)))
        breaks(bundle["objects"])
        files.append(tmp_path / f"{number}.json")
        files[-1].write_text(json.dumps(bundle), "utf-8")
    for number, found in enumerate(read_by(reader, *files)):
        assert found[BROKEN[reader][number][0]], number


@LAW
@given(graphs())
def test_a_bundle_gives_the_same_facts_back(facts: list[Fact]) -> None:
    assert back(text(written("stix", facts))) == {fact.id: fact for fact in facts}


def test_a_bundle_is_loaded(facts: list[Fact], tmp_path: Path) -> None:
    bundle = tmp_path / "corpus.stix.json"
    content = text(written("stix", chosen(facts)))
    bundle.write_text(json.dumps(json.loads(content), indent=2), "utf-8")
    store = tmp_path / "copy.grafeo"
    assert run("load", bundle, "--store", store).code == 0
    again = run("export", "stix", "--store", store)
    assert back(again.out) == {fact.id: fact for fact in facts}
    assert again.out == content
    wrong = tmp_path / "wrong.json"
    wrong.write_text(content.replace('"stance": "denies"', '"stance": "denied"'), "utf-8")
    line = 1 + next(n for n, line in enumerate(content.splitlines()) if '"stance": "denies"' in line)
    run("load", wrong, "--store", store).failed(f"the facts in {wrong}:{line}:", "did you mean 'denies'?")
    opencti = tmp_path / "opencti.json"
    opencti.write_text(text(written("stix-opencti", facts)), "utf-8")
    run("load", opencti, "--store", store).failed("this is a STIX bundle, not facts")


def test_the_same_facts_are_the_same_bundle(facts: list[Fact]) -> None:
    for form in FORMS:
        assert text(written(form, chosen(reversed(facts)))) == text(written(form, chosen(facts)))


def leaves(value: Any, field: str = "") -> Iterator[tuple[str, Any]]:
    """Yield the single values in something with the field that each stands in."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from leaves(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item, field)
    else:
        yield field, value


def test_opencti_has_all_but_what_is_said(facts: list[Fact]) -> None:
    for every in (load(paths.seeds()).facts, facts):
        made = objects("stix-opencti", every)
        of = by_fact(made)
        ties = [each for each in made if each["type"] == "relationship"]
        said = {id: [each] for id, each in of.items()}
        joined = {(each["source_ref"], each["target_ref"]) for each in ties}
        joined |= {(each["id"], ref) for each in of.values() for ref in each.get("object_refs", ())}
        facts_of = {each["id"]: id for id, each in of.items()}
        for each in ties:
            for end in ("source_ref", "target_ref"):
                said[facts_of[each[end]]].append(each)
        for fact in every:
            told = "\n".join(str(value) for _, value in leaves(said[fact.id]))
            links = {target or name for name, target, _ in naming(type(fact))}
            for field, value in leaves(fact.model_dump(mode="json", exclude_defaults=True)):
                if field in links and value in of:
                    ends = of[fact.id]["id"], of[value]["id"]
                    assert {ends, ends[::-1]} & joined, (fact.id, field, value)
                elif field not in COUNTED and not isinstance(value, bool) and field not in links:
                    assert str(value) in told, (fact.id, field, value)


def test_nothing_alleged_is_said_by_us() -> None:
    found = by_fact(objects("stix-opencti", load(paths.seeds()).facts))
    event = found["ru-ir-cash-2022-08"]
    assert event["name"].startswith("Alleged: ")
    assert event["description"].startswith("Alleged. ")
    assert not any("confidence" in each for each in found.values())
    assert found["kirby-no-signs-2022-07-26"]["authors"] == ["John Kirby"]


def test_an_echo_is_no_second_opinion() -> None:
    facts: list[Any] = load(paths.seeds()).facts
    claims = {fact.id: fact for fact in facts if type(fact).KIND == "claim"}
    said = {each["explanation"] for each in objects("stix-opencti", facts) if each["type"] == "opinion"}
    echoes = [
        claim
        for claim in claims.values()
        if any(claims[other].stance == claim.stance for other in claim.relays)
    ]
    assert echoes
    for claim in echoes:
        assert not any(text.endswith(f"\n\n{claim.paraphrase}") for text in said), claim.id


def _marked(facts: list[Fact], marks: dict[str, str]) -> Iterator[Fact]:
    for fact in facts:
        yield fact.model_copy(update={"mark": marks[fact.id]}) if fact.id in marks else fact


def test_marks_are_those_of_the_standard(facts: list[Fact]) -> None:
    found: Any = {fact.id: fact for fact in facts}
    claim = next(fact for fact in found.values() if type(fact).KIND == "claim")
    alone = {i for i, one in found.items() if type(one).KIND == "claim" and one.about == claim.about}
    made = objects("stix", list(_marked(facts, dict.fromkeys(alone, "red"))))
    of = by_fact(made)
    assert {each["id"] for each in made if each["type"] == "marking-definition"} == {TLP["clear"], TLP["red"]}
    assert of[claim.id]["object_marking_refs"] == [TLP["red"]]
    assert of[claim.topic]["object_marking_refs"] == [TLP["clear"]]


def test_what_curators_say_among_themselves_stays(facts: list[Fact]) -> None:
    secret = "ask the outlet again"
    noted = [
        fact.model_copy(update={"internal": secret}) if isinstance(fact, Reviewable) else fact
        for fact in facts
    ]
    for form in FORMS:
        assert text(written(form, noted)) == text(written(form, facts))
