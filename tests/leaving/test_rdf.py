"""Facts as RDF, read by rdflib, pyshacl and the nanopub package: nothing is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg import paths
from kg.errors import CallError
from kg.formats import formats
from kg.formats.leaving import Exported
from kg.model.kinds import Fact
from kg.model.kinds.claim import Claim
from kg.sources.seeds import load
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
