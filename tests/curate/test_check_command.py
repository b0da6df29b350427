"""`kg check` on the command line: order, levels, exit codes, JSON and SARIF."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from kg.curate.check.catalogue import every
from tests.cli import corpus as small
from tests.cli.tools import run
from tests.curate.broken import POST, break_it
from tests.curate.conftest import write


def test_exit_codes(tmp_path: Path) -> None:
    facts = small.facts()
    folder = write(tmp_path / "seeds", facts)
    assert "18 facts in 3 files are right" in run("check", "--seeds", folder).done()
    break_it(facts, "near-duplicate")
    write(folder, facts)
    ran = run("check", "--seeds", folder)
    assert ran.code == 0
    assert "[near-duplicate]" in ran.err
    assert "1 warning" in ran.out
    assert run("check", "--strict", "--seeds", folder).code == 1
    break_it(facts, "too-few-roots")
    write(folder, facts)
    ran = run("check", "--seeds", folder)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.endswith(
        "1 error, 1 warning, 1 note (--notes shows it) in 3 files; nothing was changed.\n"
    )


def test_errors_stand_first_and_a_few_can_be_asked_for(tmp_path: Path) -> None:
    facts = small.facts()
    for name in ("near-duplicate", "too-few-roots", "never-used"):
        break_it(facts, name)
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
    break_it(facts, "structure")
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
    break_it(facts, name)
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
    break_it(facts, "unknown-reference")
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
        break_it(facts, name)
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
