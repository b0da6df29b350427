"""Facts as RDF, read by rdflib, pyshacl and the nanopub package: nothing is lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg import paths
from kg.errors import CallError
from kg.formats import formats
from kg.formats.annotating import CONTEXT, OURS, TERMS, VOCABULARIES, places
from kg.formats.leaving import Exported
from kg.formats.schema_org import thing
from kg.model.kinds import Fact
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.sources.seeds import load
from kg.sources.texts import digest
from tests.cli.tools import ROOT
from tests.leaving.peers import read_by
from tests.sayable.test_everything_can_be_said import OWN
from tests.second import SEEDS

BASE = "urn:kg-arms:"
SHAPES = ROOT / "schemas" / "shapes.ttl"


def invented() -> list[Fact]:
    """Return the invented facts, one of which we withdrew."""
    facts = {fact.id: fact for folder in (SEEDS, OWN) for fact in load(folder).facts}
    claim = next(fact for fact in facts.values() if isinstance(fact, Claim) and fact.relays)
    withdrawn = {"by": "mk", "on": "2026-12-09", "why": "wrong document"}
    review = {"by": "jl", "on": "2026-12-01", "of": "0" * 64, "verdict": "accepted"}
    more = {"mark": "amber", "withdrawn": withdrawn, "reviews": [review], "internal": "ask the outlet"}
    facts[claim.id] = Claim.model_validate(claim.model_dump() | more)
    return sorted(facts.values(), key=lambda fact: fact.id)


def written(name: str, facts: list[Fact], **options: str) -> Exported:
    exported: Exported = formats("facts")[name].render(facts, **options)
    return exported


def fields(value: Any) -> Any:
    """Return a fact as the reader tells it: every value in a list, numbers as decimals, nothing empty."""
    if isinstance(value, dict):
        return {name: listed(item) for name, item in value.items() if item not in (None, [], {})}
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value


def listed(value: Any) -> list[Any]:
    return [fields(item) for item in value] if isinstance(value, list) else [fields(value)]


def dumped(fact: Fact) -> Any:
    """Return the fields of a fact; what is a mapping is pairs of key and value."""
    told = {name: value for name, value in fact.model_dump(mode="json").items() if name != "id"}
    if isinstance(told.get("inferred"), dict):
        told["inferred"] = [{"key": key, "value": why} for key, why in told["inferred"].items()]
    return fields(told)


def proven(facts: list[Fact], folder: Path, base: str = BASE) -> Any:
    """Write facts, have them read, and return what was found beyond what is so for all of them."""
    exported = written("nanopub", facts, base=base)
    assert (exported.loss.whole, exported.loss.part) == ({}, {})
    (folder / "facts.trig").write_text(str(exported.content), "utf-8")
    found = read_by("rdf", "trig", folder / "facts.trig", base, SHAPES)
    assert found["quads"] == found["nquads"]
    assert found["problems"] == []
    assert found["conforms"]
    claims = [fact for fact in facts if isinstance(fact, Claim)]
    assert found["nanopubs"].keys() >= {f"{claim.id}/nanopub" for claim in claims}
    assert all(found["nanopubs"].values())
    assert found["relays"] == sorted([c.id, r] for c in claims for r in c.relays)
    assert found["facts"].keys() == {fact.id for fact in facts}
    for fact in facts:
        assert found["facts"][fact.id] == dumped(fact), fact.id
    return found


def test_everything_that_can_be_said_leaves_as_nanopublications(tmp_path: Path) -> None:
    facts = invented()
    found = proven(facts, tmp_path, "https://facts.example/of/kg#")
    (withdrawn,) = (fact for fact in facts if isinstance(fact, Claim) and fact.withdrawn)
    assert found["retracted"] == [f"{withdrawn.id}/nanopub"]
    assert f"{withdrawn.id}/retraction" in found["nanopubs"]
    assert len(found["nanopubs"]) == sum(isinstance(fact, Claim) for fact in facts) + 1
    assert "ask the outlet" not in (tmp_path / "facts.trig").read_text("utf-8")


@pytest.mark.slow
def test_the_corpus_leaves_whole_and_its_chains_end_where_ours_do(tmp_path: Path) -> None:
    facts = load(paths.seeds()).facts
    found = proven(facts, tmp_path)
    relays = {fact.id: fact.relays for fact in facts if isinstance(fact, Claim)}

    def ends(claim: str) -> set[str]:
        return {end for other in relays[claim] for end in ends(other)} if relays[claim] else {claim}

    assert found["ends"] == sorted([claim, end] for claim in relays if relays[claim] for end in ends(claim))


def test_shapes_find_what_is_missing_or_wrong(tmp_path: Path) -> None:
    facts = invented()
    text = str(written("nanopub", facts).content)
    one, two, three = [fact for fact in facts if isinstance(fact, Claim) and fact.speaker][:3]
    for claim, field, wrong in ((one, "stance", ""), (two, "stance", '"agrees"'), (three, "said", "2024")):
        start = text.index(f"<{BASE}{claim.id}/nanopub/assertion> {{")
        at = text.index(f"  kg:{field} ", start)
        end = text.index("\n", at)
        text = text[:at] + (f"  kg:{field} {wrong} ;" if wrong else "") + text[end:]
    (tmp_path / "facts.trig").write_text(text, "utf-8")
    found = read_by("rdf", "trig", tmp_path / "facts.trig", BASE, SHAPES)
    assert not found["conforms"]
    words = "urn:kg-arms:words#"
    wanted = [
        [BASE + one.id, f"{words}stance"],
        [BASE + two.id, f"{words}stance"],
        [BASE + three.id, f"{words}said"],
    ]
    assert sorted(found["problems"]) == sorted(wanted)


@pytest.mark.parametrize("base", ["", "here", "https://example.org", "urn:a b:", "urn:x<y>:"])
def test_a_base_that_begins_no_address(base: str) -> None:
    with pytest.raises(CallError, match="begins no address"):
        written("nanopub", [], base=base)


def read_jsonld(name: str, facts: list[Fact], folder: Path, *contexts: Path) -> tuple[Any, Any, list[Any]]:
    """Return what stands in the file, what rdflib finds in it without a network, and the claims."""
    exported = written(name, facts)
    record = exported.loss.record(len(facts))
    (folder / "facts.jsonld").write_text(str(exported.content), "utf-8")
    found = read_by("rdf", "jsonld", folder / "facts.jsonld", BASE, *contexts)
    return record, found, [fact for fact in facts if isinstance(fact, Claim)]


def ours(pairs: list[list[str]]) -> list[list[str]]:
    """Return those pairs of which the first is a fact, each once."""
    return sorted(pair for pair in pairs if "/" not in pair[0] and ":" not in pair[0])


@pytest.mark.parametrize("corpus", ["invented", pytest.param("ours", marks=pytest.mark.slow)])
def test_claims_in_the_words_of_schema_org_are_read_without_a_network(corpus: str, tmp_path: Path) -> None:
    facts = invented() if corpus == "invented" else load(paths.seeds()).facts
    record, found, claims = read_jsonld("jsonld", facts, tmp_path)
    schema, words, pairs = "https://schema.org/", "urn:kg-arms:words#", found["pairs"]
    assert record == {
        "facts": {"in": len(facts), "out": len(facts), "lost": 0},
        "left out": [],
        "cut": [],
    }
    things = {name: types for name, types in found["types"].items() if "/" not in name}
    assert things.keys() == {fact.id for fact in facts}
    assert {name for name, types in things.items() if f"{schema}Claim" in types} == {c.id for c in claims}
    assert ours(pairs[f"{schema}author"]) == sorted([c.id, voice] for c in claims for voice in c.voices)
    assert ours(pairs[f"{schema}text"]) == sorted([c.id, c.paraphrase] for c in claims)
    assert ours(pairs[f"{words}stance"]) == sorted([c.id, c.stance] for c in claims)
    assert ours(pairs[f"{words}said"]) == sorted([c.id, c.said.text] for c in claims)
    based = [pair for pair in pairs[f"{schema}isBasedOn"] if pair[0] in {c.id for c in claims}]
    assert based == sorted([c.id, other] for c in claims for other in c.relays)
    printed = {(c.id, cited.document) for c in claims for cited in c.cited}
    assert ours(pairs[f"{schema}appearance"]) == sorted(map(list, printed))
    assert len(pairs[f"{schema}firstAppearance"]) == len(claims)
    under_ours = {(pair[0], word) for word, every in pairs.items() for pair in every}
    by_id = {fact.id: fact for fact in facts}
    for fact in facts:
        said = {name for name, value in fact if value not in (None, [], {})}
        in_schema = thing(fact, by_id, str)[1] | {"id", "cited", "aliases", "internal"}
        for name in said - in_schema:
            assert (fact.id, words + name) in under_ours


def test_cited_places_are_annotations(tmp_path: Path) -> None:
    facts = invented()
    more = {"AnnotationPage": "as:OrderedCollectionPage", "items": {"@id": "as:items", "@container": "@list"}}
    more |= {"as": "http://www.w3.org/ns/activitystreams#", "Text": "http://purl.org/dc/dcmitype/Text"}
    theirs = {word: meaning for word, meaning in TERMS.items() if word not in OURS}
    known = {CONTEXT: {"@context": {**VOCABULARIES, **theirs, **more}}}
    (tmp_path / "contexts.json").write_text(json.dumps(known), "utf-8")
    record, found, _ = read_jsonld("annotations", facts, tmp_path, tmp_path / "contexts.json")
    every = [place for fact in facts for place in places(fact, {f.id: f for f in facts})]
    assert every
    oa = "http://www.w3.org/ns/oa#"
    kinds = [name for name, types in found["types"].items() if types == [f"{oa}Annotation"]]
    assert sorted(kinds) == sorted(f"{place.path}/annotation" for place in every)
    assert found["ends"] == sorted(place.cited.span.end for place in every if place.cited.span)
    sources = [pair for pair in found["pairs"][f"{oa}hasSource"] if "/" in pair[0]]
    assert sources == sorted([place.path, place.document.id] for place in every)
    held = {place.path.split("/")[0] for place in every} | {place.document.id for place in every}
    assert record["facts"]["out"] == len(held)


def test_the_cited_words_leave_only_where_asked_for_and_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    facts = invented()
    monkeypatch.delenv("KG_SOURCES", raising=False)
    assert "TextQuoteSelector" not in str(written("annotations", facts).content)
    with pytest.raises(CallError, match="no texts are at hand"):
        written("jsonld", facts, quotes="yes")
    with pytest.raises(CallError, match="neither yes nor no"):
        written("jsonld", facts, quotes="maybe")
    monkeypatch.setenv("KG_SOURCES", str(tmp_path))
    exported = written("annotations", facts, quotes="yes")
    assert "TextQuoteSelector" not in str(exported.content)
    unread = "the words at a place, which are not at hand"
    assert exported.loss.part[unread]
    paper = next(fact for fact in facts if isinstance(fact, Document) and fact.file and not fact.paged)
    claim = next(fact for fact in facts if isinstance(fact, Claim) and fact.cited[0].document == paper.id)
    assert paper.file
    (tmp_path / paper.file).write_text("Guns went north.\n", "utf-8")
    place = {"document": paper.id, "paragraph": 1, "start": 0, "end": 4, "sha256": digest("Guns")}
    moved = Claim.model_validate(claim.model_dump() | {"cited": [place]})
    exported = written("annotations", [moved, paper], quotes="yes")
    (item,) = json.loads(str(exported.content))["items"]
    assert item["target"]["selector"][1] == {"type": "TextQuoteSelector", "exact": "Guns"}
    assert unread not in exported.loss.part
