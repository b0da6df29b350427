"""Findings as SARIF 2.1.0, which code hosts show beside the lines of a pull request.

Source: Static Analysis Results Interchange Format (SARIF) Version 2.1.0, OASIS Standard, 27 March 2020.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote

from kg.curate.check.catalogue import every
from kg.curate.check.notice import Notice
from kg.version import __version__

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render(findings: Iterable[Notice]) -> str:
    """Return one run with every known check as a rule and every finding as a result.

    Files below the folder of the caller are relative to it, so that run from the top of a checkout they are
    paths of the repository; columns count characters from 1.
    """
    rules = every()
    order = list(rules)
    driver = {
        "name": "kg",
        "version": __version__,
        "semanticVersion": __version__,
        "rules": [
            {
                "id": rule.id,
                "shortDescription": {"text": _first(rule.about)},
                "fullDescription": {"text": rule.about},
                "defaultConfiguration": {"level": rule.level},
            }
            for rule in rules.values()
        ],
    }
    results = [_result(finding, order) for finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return (
        json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)
        + "\n"
    )


def _first(text: str) -> str:
    return text.split(". ")[0].rstrip(".") + "."


def _result(finding: Notice, order: list[str]) -> dict[str, object]:
    problem = finding.problem
    out: dict[str, object] = {
        "ruleId": finding.rule,
        "ruleIndex": order.index(finding.rule),
        "level": finding.level,
    }
    where = problem.where
    message = (
        problem
        if where is None
        else type(problem)(problem.what, None, problem.expected, problem.nearest, problem.todo)
    )
    out["message"] = {"text": str(message)}
    if where:
        region = {
            name: value for name, value in (("startLine", where.line), ("startColumn", where.column)) if value
        }
        physical: dict[str, object] = {"artifactLocation": {"uri": _uri(where.file)}}
        if region:
            physical["region"] = region
        out["locations"] = [{"physicalLocation": physical}]
    return out


def _uri(file: str) -> str:
    """Return a file as a relative reference, or as a `file:` address when it is given from the root.

    Example:
        >>> _uri("seeds/two words.yaml")
        'seeds/two%20words.yaml'
    """
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
