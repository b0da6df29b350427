"""Every check finds what it is for, in the right line, and nothing in a corpus that is right."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kg import paths
from kg.curate.check.catalogue import every, markdown
from kg.curate.check.rule import rule
from kg.curate.check.rules import rules
from kg.curate.check.rules.chains import circles
from kg.curate.check.run import check
from tests.cli import corpus as small
from tests.cli.tools import ROOT, run
from tests.curate.conftest import write

Facts = dict[str, dict[str, list[dict[str, Any]]]]
POST, RADIO = "documents/2026-01-05-post.yaml", "documents/2026-01-06-radio.yaml"


def _claim(facts: Facts, name: str) -> dict[str, Any]:
    return small.claim(facts, name)


def _add_claim(facts: Facts, like: str, **more: Any) -> None:
    facts[POST]["claims"].append({**_claim(facts, like), "id": "another", **more})


def _judge(facts: Facts, *triples: tuple[str, str, str]) -> None:
    facts["judgements.yaml"] = {
        "judgements": [
            {
                "id": f"j{i}",
                "between": [a, b],
                "verdict": verdict,
                "by": "curators",
                "why": "A test.",
                "decided": "2026-02-01",
            }
            for i, (a, verdict, b) in enumerate(triples)
        ]
    }


def _break(facts: Facts, name: str) -> Facts:
    change = BREAK[name]
    assert change
    change(facts)
    return facts


def _more(facts: Facts, plural: str, *items: dict[str, Any]) -> None:
    facts["names.yaml"].setdefault(plural, []).extend(items)


def _point(latitude: float, longitude: float, within_km: float) -> dict[str, Any]:
    own = {"latitude": latitude, "longitude": longitude, "within_km": within_km}
    return {**own, "coordinates_from": "public maps"}


BREAK: dict[str, Callable[[Facts], object] | None] = {
    "answer-backwards": lambda f: (
        _claim(f, "bb-denial").update(said="2026-01-03")
        or _claim(f, "times-howitzers").update(said="2026-01-04")
    ),
    "asserted-future": lambda f: _claim(f, "engineers-300").update(when="2026-03/.."),
    "citation-conflict": lambda f: _claim(f, "pilot-howitzers")["cited"][0].update(sha256="0" * 64),
    "document-without-claims": lambda f: f[RADIO].pop("claims"),
    "duplicate-claim": lambda f: _add_claim(f, "bb-denial", note="Again."),
    "duplicate-id": lambda f: _add_claim(f, "bb-denial", id="engineers-300", paraphrase="Else."),
    "event-after-publication": lambda f: f["names.yaml"]["deployments"][0].update(period="2026-04"),
    "judged-twice": lambda f: _judge(f, ("post", "unsure", "times"), ("times", "not-same", "post")),
    "judgement-across": lambda f: _judge(f, ("post", "same", "aa")),
    "judgement-conflict": lambda f: _judge(
        f, ("post", "same", "times"), ("times", "same", "radio"), ("radio", "not-same", "post")
    ),
    "long-wording": (
        lambda f: _claim(f, "engineers-300").update(attribution="one two three four five six seven")
    ),
    "near-duplicate": lambda f: _add_claim(
        f, "pilot-howitzers", paraphrase="A pilot speaks of some 40 howitzers."
    ),
    "never-used": lambda f: _more(f, "states", {"id": "cc", "name": "Gammaland"}),
    "outside-its-place": lambda f: f["names.yaml"].update(
        places=[
            {"id": "land", "name": "Land", "kind": "country", **_point(50, 30, 700)},
            {"id": "swapped", "name": "Town", "kind": "city", "within": "land", **_point(30, 50, 10)},
        ]
    ),
    "overlapping-citation": (
        lambda f: _claim(f, "bb-denial")["cited"].append(
            small.cite("post-2026-01-05", "no shipment, not one gun")
        )
    ),
    "relay-backwards": lambda f: (
        _claim(f, "radio-howitzers").update(said="2026-01-04")
        or _claim(f, "post-howitzers").update(said="2026-01-05")
    ),
    "relay-loop": lambda f: _claim(f, "pilot-howitzers").update(relays=["post-howitzers"]),
    "retracts-nothing": lambda f: _claim(f, "bb-denial").update(stance="retracts"),
    "same-text": lambda f: f[RADIO]["documents"][0].update(sha256=f[POST]["documents"][0]["sha256"]),
    "shared-name": lambda f: f["names.yaml"]["organizations"][0].update(known_as=["Radio Gamma"]),
    "shared-identifier": lambda f: _more(
        f,
        "vessels",
        *(
            {"id": id, "name": id, "identifiers": [{"scheme": "imo", "value": "9074729"}]}
            for id in ("pinafore", "pinafore-again")
        ),
    ),
    "source-not-relayed": lambda f: _claim(f, "times-howitzers").pop("relays"),
    "too-few-claims": lambda f: f[POST]["documents"][0].update(minimum_claims=6),
    "too-few-roots": lambda f: f[POST]["documents"][0].update(minimum_roots=9),
    "belongs-too-deep": lambda f: _more(
        f,
        "organizations",
        *(
            {"id": f"office-{n}", "name": f"Office {n}", "kind": "unit"}
            | ({"part_of": [{"actor": f"office-{n - 1}"}]} if n else {})
            for n in range(14)
        ),
    ),
    "tree-loop": lambda f: _more(
        f,
        "weapon_types",
        {"id": "a", "name": "A", "subtype_of": "b"},
        {"id": "b", "name": "B", "subtype_of": "a"},
    ),
    "unit-alike": lambda f: _claim(f, "engineers-300")["quantity"].update(unit="howitzer"),
    "unit-once": lambda f: _claim(f, "engineers-300")["quantity"].update(unit="sappers"),
    "unknown-reference": lambda f: _claim(f, "engineers-300").update(about="aa-engineer"),
    "vague-word": lambda f: _claim(f, "engineers-300")["quantity"].update(wording="dozens"),
    "own-beside-sourced": lambda f: _add_claim(
        f, "post-howitzers", relays=[], quantity=None, paraphrase="The guns came by night."
    ),
    "remark-asserted": lambda f: _claim(f, "engineers-300").update(hedge="conditional"),
    "only-remarks": lambda f: _claim(f, "engineers-300").update(stance="comments"),
    "general-denial-of-part": lambda f: (
        f["names.yaml"]["deployments"][0].update(within_event="aa-bb-howitzers")
        or _claim(f, "bb-denial").update(about="aa-engineers")
    ),
    "parts-or-total": lambda f: _add_claim(
        f,
        "pilot-howitzers",
        quantity={
            **_claim(f, "pilot-howitzers")["quantity"],
            "low": 60,
            "high": 60,
            "wording": "60 howitzers",
        },
    ),
    "property-as-figure": lambda f: _claim(f, "pilot-howitzers")["quantity"].update(unit="kilometres"),
    "speaker-not-named": None,  # with texts
    "speaker-outside-span": None,  # with texts
    "counts-no-weapon": lambda f: _claim(f, "engineers-300")["quantity"].update(of="bb"),
    "silent-speaker": lambda f: (
        _claim(f, "bb-denial").update(speaker="pinafore")
        or f["names.yaml"].update(vessels=[{"id": "pinafore", "name": "Pinafore"}])
    ),
    "firsthand-unnamed": lambda f: _claim(f, "pilot-howitzers").update(firsthand=True),
    "implausible-year": lambda f: _claim(f, "post-howitzers").update(when="1402"),
    "joint-within": lambda f: _claim(f, "post-howitzers").update(speaker=None, speakers=["aa", "times"]),
    "reprint-before-original": (
        lambda f: f[POST]["documents"][0].update(reprint_of=f[RADIO]["documents"][0]["id"])
    ),
    "reprint-circle": lambda f: [
        f[one]["documents"][0].update(reprint_of=f[other]["documents"][0]["id"])
        for one, other in ((POST, RADIO), (RADIO, POST))
    ],
    "about-circle": lambda f: (
        _claim(f, "post-howitzers").update(about="pilot-howitzers")
        or _claim(f, "pilot-howitzers").update(about="post-howitzers")
    ),
    "answers-what-was-said": lambda f: _claim(f, "bb-denial").update(about="pilot-howitzers"),
    "cites-not-held": lambda f: [f[POST]["documents"][0].pop(name) for name in ("file", "sha256")],
    "corrects-nothing": lambda f: f[RADIO]["documents"][0].update(corrects=[f[POST]["documents"][0]["id"]]),
    "stated-before-document": lambda f: _claim(f, "pilot-howitzers").update(
        speaker="unknown", stated_in=f[RADIO]["documents"][0]["id"]
    ),
    "stated-in-article": lambda f: _claim(f, "pilot-howitzers").update(
        speaker="unknown", stated_in=f[POST]["documents"][0]["id"]
    ),
    "when-outside-event": lambda f: _claim(f, "post-howitzers").update(when="2024-01"),
    "money-day": lambda f: _claim(f, "engineers-300")["quantity"].update(
        unit="usd", measure="money", currency="USD"
    ),
    "wording-bounds": lambda f: _claim(f, "engineers-300")["quantity"].update(wording="at least 300"),
    "structure": lambda f: _claim(f, "engineers-300").update(colour="red"),
    "claim-without-citation": None,  # structure asks for a citation first
    "claim-about-nothing": None,  # structure asks for an event first
    "event-without-claims": lambda f: f[POST]["claims"].remove(_claim(f, "engineers-300")),
    "said-after-publication": lambda f: _claim(f, "engineers-300").update(said="2026-01-07"),
    "shipment-without-ends": None,  # structure asks for both ends first
    "wrong-citation": None,  # kg verify
    "unknown-default": None,  # with a kg.toml, in tests/intake/test_corpus.py
    "changed-text": None,  # kg verify
    "changed-derivation": None,  # kg verify --originals
}
"""For every check a change to a right corpus that it must find; None where something else comes first."""


def test_every_check_has_a_case() -> None:
    assert sorted(BREAK) == sorted(every())


def test_a_right_corpus_gives_notes_at_most(tmp_path: Path) -> None:
    checked = check(write(tmp_path / "seeds", small.facts()))
    assert [(f.rule, str(f.problem)) for f in checked.findings if f.level != "note"] == []
    assert (checked.facts, checked.files) == (18, 3)


@pytest.mark.parametrize("name", [name for name, change in BREAK.items() if change])
def test_finds_what_it_is_for(tmp_path: Path, name: str) -> None:
    facts = small.facts()
    _break(facts, name)
    checked = check(write(tmp_path / "seeds", facts))
    own = [f for f in checked.findings if f.rule == name]
    assert own, [(f.rule, str(f.problem)) for f in checked.findings]
    for finding in own:
        assert finding.level == every()[name].level
        assert finding.problem.where is not None
        assert finding.problem.where.line > 1
        if finding.problem.what.startswith(f"{name}: "):  # a row of a query, which says what is wrong
            assert every()[name].about.partition("? ")[2].rstrip(".") in finding.problem.what
            assert not finding.problem.expected
        else:
            assert finding.problem.expected


def test_a_finding_points_at_the_field(tmp_path: Path) -> None:
    facts = small.facts()
    _break(facts, "vague-word")
    folder = write(tmp_path / "seeds", facts)
    (finding,) = (f for f in check(folder).findings if f.rule == "vague-word")
    where = finding.problem.where
    assert where is not None
    line = (folder / POST).read_text("utf-8").split("\n")[where.line - 1]
    assert line[where.column - 1 :].startswith('"dozens"')
    assert finding.problem.expected == "vague: dozens"


def test_long_loops_and_tangles_end(tmp_path: Path) -> None:
    facts = small.facts()
    base = _claim(facts, "pilot-howitzers")
    names = [f"c{i}" for i in range(300)]
    facts[POST]["claims"] += [
        {
            **base,
            "id": name,
            "paraphrase": f"Number {name}.",
            "relays": [names[(i + 1) % 300], names[(i + 7) % 300]],
        }
        for i, name in enumerate(names)
    ]
    assert any(f.rule == "relay-loop" for f in check(write(tmp_path / "seeds", facts)).findings)
    tangle = {str(i): [str(j) for j in range(60) if j != i] for i in range(60)}
    assert circles(tangle)
    assert circles({"a": ["a"]}) == [["a"]]
    assert circles({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}) == []


def test_unnamed_source_may_turn_out_to_be_somebody(tmp_path: Path) -> None:
    facts = small.facts()
    _judge(facts, ("pilot", "same", "post"), ("aa", "not-same", "post"), ("aa", "unsure", "howitzer"))
    warnings = [
        f.problem.what
        for f in check(write(tmp_path / "seeds", facts)).findings
        if f.rule == "judgement-across"
    ]
    assert warnings == ["judgement 'j2' is about a state and a weapon type"]


def test_docs_list_every_check() -> None:
    assert (ROOT / "docs" / "checks.md").read_text("utf-8") == markdown(), (
        "run: kg check --list > docs/checks.md"
    )
    assert run("check", "--list").done() == markdown()


def test_two_checks_cannot_have_one_id() -> None:
    assert rules()
    with pytest.raises(TypeError, match="two checks are called 'relay-loop'"):
        rule("relay-loop", "error", "")(lambda corpus: iter(()))


def test_exit_codes(tmp_path: Path) -> None:
    facts = small.facts()
    folder = write(tmp_path / "seeds", facts)
    assert "18 facts in 3 files are right" in run("check", "--seeds", folder).done()
    _break(facts, "near-duplicate")
    write(folder, facts)
    ran = run("check", "--seeds", folder)
    assert ran.code == 0
    assert "[near-duplicate]" in ran.err
    assert "1 warning" in ran.out
    assert run("check", "--strict", "--seeds", folder).code == 1
    _break(facts, "too-few-roots")
    write(folder, facts)
    ran = run("check", "--seeds", folder)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith(
        "1 error, 1 warning, 1 note (--notes shows it) in 3 files; nothing was changed.\n"
    )


def test_errors_stand_first_and_a_few_can_be_asked_for(tmp_path: Path) -> None:
    facts = small.facts()
    for name in ("near-duplicate", "too-few-roots", "never-used"):
        _break(facts, name)
    folder = write(tmp_path / "seeds", facts)

    def told(*options: str) -> tuple[list[tuple[str, str]], str]:
        err = run("check", "--seeds", folder, *options).err
        return re.findall(r"^(\w+): .*\[([a-z-]+)\]", err, re.M), err.splitlines()[-1]

    (error, *warnings), last = told()
    assert error == ("error", "too-few-roots")
    assert {level for level, _ in warnings} == {"warning"}
    assert "2 warnings, 1 note (--notes shows it)" in last
    quiet, last = told("--quiet-warnings")
    assert quiet == [error]
    assert "2 warnings (not shown)" in last
    assert told("--only", "never-used", "--only", "note")[0] == [
        ("warning", "never-used"),
        ("note", "unit-once"),
    ]
    assert run("check", "--seeds", folder, "--only", "never-used").code == 0
    assert "did you mean 'never-used'?" in run("check", "--only", "nevr-used").err
    assert run("check", "--only", "nevr-used").code == 2


def test_what_is_only_read_is_reported_whatever_was_asked_for(tmp_path: Path) -> None:
    facts = small.facts()
    _break(facts, "structure")
    ran = run("check", "--seeds", write(tmp_path / "seeds", facts), "--only", "never-used")
    assert ran.code == 1
    assert "[structure]" in ran.err


def test_a_vocabulary_may_wait_until_it_is_used(tmp_path: Path) -> None:
    facts = small.facts()
    facts["starter/states.yaml"] = {"states": [{"id": "cc", "name": "Gammaland"}]}
    folder = write(tmp_path / "seeds", facts)
    assert "[never-used]" not in run("check", "--seeds", folder).err


@pytest.mark.parametrize(
    "name",
    [
        "silent-speaker",
        "firsthand-unnamed",
        "joint-within",
        "reprint-circle",
        "reprint-before-original",
        "counts-no-weapon",
    ],
)
def test_what_facts_cannot_mean_together_stops_every_command(tmp_path: Path, name: str) -> None:
    facts = small.facts()
    _break(facts, name)
    folder = write(tmp_path / "seeds", facts)
    checked = run("check", "--seeds", folder)
    assert (checked.code, checked.out) == (1, "")
    assert f"[{name}]" in checked.err
    loaded = run("load", "--seeds", folder, "--store", tmp_path / "a.grafeo")
    assert (loaded.code, loaded.out) == (1, "")
    assert checked.err.partition(f" [{name}]")[0].removeprefix("error: ") in loaded.err
    assert not (tmp_path / "a.grafeo").exists()


def test_json(tmp_path: Path) -> None:
    facts = small.facts()
    _break(facts, "unknown-reference")
    ran = run("check", "--seeds", write(tmp_path / "seeds", facts), "--format", "json")
    assert ran.code == 1
    report = json.loads(ran.out)
    assert (report["error"], report["facts"]) == (1, 0)
    (one,) = report["findings"]
    assert (one["rule"], one["level"], one["nearest"]) == ("unknown-reference", "error", "aa-engineers")
    assert one["file"].endswith(POST)


SARIF: dict[str, Any] = {
    "type": "object",
    "required": ["version", "runs", "$schema"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name", "rules"],
                                "properties": {
                                    "name": {"type": "string"},
                                    "version": {"type": "string"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "additionalProperties": False,
                                            "properties": {
                                                "id": {"type": "string"},
                                                "shortDescription": {"$ref": "#/$defs/message"},
                                                "fullDescription": {"$ref": "#/$defs/message"},
                                                "defaultConfiguration": {
                                                    "type": "object",
                                                    "properties": {"level": {"$ref": "#/$defs/level"}},
                                                },
                                            },
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["ruleId", "ruleIndex", "level", "message", "locations"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": {"$ref": "#/$defs/level"},
                                "message": {"$ref": "#/$defs/message"},
                                "locations": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "required": ["physicalLocation"],
                                        "properties": {
                                            "physicalLocation": {
                                                "type": "object",
                                                "required": ["artifactLocation", "region"],
                                                "additionalProperties": False,
                                                "properties": {
                                                    "artifactLocation": {
                                                        "type": "object",
                                                        "required": ["uri"],
                                                        "properties": {
                                                            "uri": {
                                                                "type": "string",
                                                                "pattern": "^[^/\\\\ ][^\\\\ ]*$",
                                                            }
                                                        },
                                                    },
                                                    "region": {
                                                        "type": "object",
                                                        "required": ["startLine", "startColumn"],
                                                        "additionalProperties": False,
                                                        "properties": {
                                                            "startLine": {"type": "integer", "minimum": 1},
                                                            "startColumn": {"type": "integer", "minimum": 1},
                                                        },
                                                    },
                                                },
                                            }
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
    "$defs": {
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": {
            "type": "object",
            "required": ["text"],
            "additionalProperties": False,
            "properties": {"text": {"type": "string", "minLength": 1}},
        },
    },
}
"""The part of SARIF 2.1.0 that we write, narrower than the standard's own schema."""


def test_sarif(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    facts = small.facts()
    for name in ("near-duplicate", "too-few-roots", "never-used"):
        _break(facts, name)
    folder = write(tmp_path / "two words", facts)
    monkeypatch.chdir(tmp_path)
    ran = run("check", "--seeds", folder, "--format", "sarif")
    assert ran.code == 1
    report = json.loads(ran.out)
    Draft202012Validator.check_schema(SARIF)
    Draft202012Validator(SARIF).validate(report)
    results = report["runs"][0]["results"]
    ids = [r["id"] for r in report["runs"][0]["tool"]["driver"]["rules"]]
    assert ids == list(every())
    assert all(ids[r["ruleIndex"]] == r["ruleId"] for r in results)
    assert {r["level"] for r in results} == {"error", "warning", "note"}
    places = [r["locations"][0]["physicalLocation"] for r in results]
    assert {p["artifactLocation"]["uri"] for p in places} <= {f"two%20words/{name}" for name in facts}
    for place in places:
        line = (
            (tmp_path / place["artifactLocation"]["uri"].replace("%20", " "))
            .read_text("utf-8")
            .split("\n")[place["region"]["startLine"] - 1]
        )
        assert line[place["region"]["startColumn"] - 1] != " "


def test_sarif_of_a_broken_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "seeds", small.facts())
    (folder / POST).write_text("claims:\n\t- x", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    report = json.loads(run("check", "--seeds", folder, "--format", "sarif").out)
    Draft202012Validator(SARIF).validate(report)
    assert {r["ruleId"] for r in report["runs"][0]["results"]} >= {"structure"}


def test_the_corpus_has_no_error() -> None:
    checked = check(paths.seeds())
    assert [str(f.problem) for f in checked.findings if f.level == "error"] == []
