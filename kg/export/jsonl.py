"""The whole graph as lines of JSON, one fact a line, and back; docs/jsonl.md says what each line holds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from kg.errors import Place, Problem, SeedError, nearest
from kg.facts import Fact, registry
from kg.modelerrors import problems_of
from kg.seeds import Located, Seeds, cross_check

DERIVED = ("speaker_name", "said_from", "said_to", "document_sha256")
"""Fields that a claim's line carries for readers and that are computed, not read, on the way in."""

ORDER = ("topic", "state", "organization", "person", "unnamed_source", "weapon_type", "place", "document")
"""Kinds that come first, so that a reader has met most names before the claims; then events, then claims."""


def lines(facts: Iterable[Fact]) -> Iterator[str]:
    """Yield one JSON object per fact, without line ends; the order depends on nothing but the facts."""
    by_id = {fact.id: fact for fact in facts}

    def rank(fact: Fact) -> tuple[int, str, str]:
        kind = type(fact).KIND
        return (ORDER.index(kind) if kind in ORDER else len(ORDER) + (kind == "claim"), kind, fact.id)

    for fact in sorted(by_id.values(), key=rank):
        yield json.dumps(record(fact, by_id), ensure_ascii=False, separators=(", ", ": "))


def record(fact: Fact, by_id: dict[str, Fact]) -> dict[str, Any]:
    """Return one fact as an object: `type`, then its fields; a claim also gets names and hashes to read it alone."""
    out: dict[str, Any] = {"type": type(fact).KIND, **fact.model_dump(mode="json")}
    if type(fact).KIND == "claim":
        return _claim(out, fact, by_id)
    return {key: value for key, value in out.items() if value not in (None, [], {})}


def _claim(out: dict[str, Any], claim: Any, by_id: dict[str, Fact]) -> dict[str, Any]:
    speaker = by_id.get(claim.speaker) if claim.speaker else None
    named: dict[str, Any] = {}
    for key, value in out.items():
        if key == "cited":
            named["citations"] = [_citation(item, by_id) for item in value]
        else:
            named[key] = value
        if key == "speaker":
            named["speaker_name"] = speaker.caption if speaker else None
        if key == "said":
            named["said_from"] = claim.said.first.isoformat() if claim.said.first else None
            named["said_to"] = claim.said.last.isoformat()
    return named


def _citation(item: dict[str, Any], by_id: dict[str, Fact]) -> dict[str, Any]:
    document: Any = by_id.get(item["document"])
    head = {"document": item["document"], "document_sha256": document.sha256 if document else None}
    rest = {k: v for k, v in item.items() if k != "document" and v is not None}
    return head | rest


def read(text: Iterable[str], name: str) -> Seeds:
    """Read the lines back to facts, with the same checks as seed files.

    Args:
        text: the lines.
        name: how messages call the file.

    Raises:
        SeedError: with every problem found, by line.
    """
    located: list[Located] = []
    problems: list[Problem] = []
    broken: set[str] = set()
    kinds = registry()
    for number, line in enumerate(text, 1):
        if not line.strip():
            continue
        place = Place(name, number)
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            problems.append(Problem(f"not JSON: {error}", place, "one JSON object a line"))
            continue
        kind = value.pop("type", None) if isinstance(value, dict) else None
        if kind not in kinds:
            problems.append(Problem(f"unknown type '{kind}'", place, f"one of {', '.join(kinds)}", nearest(str(kind), kinds)))
            continue
        found = _fact(kinds[kind], value, place)
        if isinstance(found, list):
            broken.add(str(value.get("id")))
            problems += found
        else:
            located.append(Located(found, f"{name}:{number}", None))
    if not located and not problems:
        problems.append(Problem("the file is empty", Place(name, 1), "one JSON object a line"))
    problems += cross_check(located, broken)
    if problems:
        raise SeedError(*problems)
    return Seeds(tuple(located))


def _fact(model: type[Fact], value: dict[str, Any], place: Place) -> Fact | list[Problem]:
    from pydantic import ValidationError

    if model.KIND == "claim":
        value = {k: v for k, v in value.items() if k not in DERIVED and v is not None or k == "speaker"}
        cited = value.pop("citations", None)
        if isinstance(cited, list):
            value["cited"] = [{k: v for k, v in c.items() if k not in DERIVED} if isinstance(c, dict) else c for c in cited]
    try:
        return model.model_validate(value)
    except ValidationError as error:
        return problems_of(error, model, value, lambda path, key: place)
