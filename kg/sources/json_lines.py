"""The whole graph as lines of JSON, one fact a line, and back; docs/jsonl.md says what each line holds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from pydantic import ValidationError

from kg.errors import Location, Problem, SeedError, nearest
from kg.model.characters import odd, refused, undecoded
from kg.model.kinds import Fact, registry
from kg.model.review import FIELDS
from kg.model.together import together
from kg.sources.cross_check import cross_check
from kg.sources.json_places import LineNode, places
from kg.sources.json_quick import once, quick, shows
from kg.sources.located import Located, Seeds, Written, in_order, leads_out, validated
from kg.sources.yaml_tree import LONGEST, place_in

DERIVED = frozenset({"speaker_name", "said_from", "said_to", "document_sha256"})
"""Fields that a claim's line carries for readers and that are computed, not read, on the way in."""

ORDER = ("topic", "actor", "goods", "place", "document")
"""Roles that come first, so that a reader has met most names before the claims; then events, then claims."""

_LINE = "one JSON object a line"
_ID = re.compile(r'"id"\s*:\s*"([a-z0-9-]{1,80})"')


def lines(facts: Iterable[Fact]) -> Iterator[str]:
    """Yield one JSON object per fact, without line ends; the order depends on nothing but the facts."""
    by_id = {fact.id: fact for fact in facts}

    for fact in sorted(by_id.values(), key=lambda fact: (rank(type(fact)), fact.id)):
        yield json.dumps(record(fact, by_id), ensure_ascii=False, separators=(", ", ": "))


def rank(kind: type[Fact]) -> tuple[int, int, str]:
    """Return by what kinds are ordered in a file."""
    if kind.ROLE in ORDER:
        return ORDER.index(kind.ROLE), kind.ORDER, kind.KIND
    return len(ORDER) + (kind.ROLE == "claim"), 0, kind.KIND


def record(fact: Fact, by_id: dict[str, Fact]) -> dict[str, Any]:
    """Return one fact as an object: `type`, then its fields; an empty list of suppliers is nobody known.

    A claim also gets names and hashes, so that it can be read by itself. Marks and reviews come last.
    """
    out: dict[str, Any] = {"type": type(fact).KIND, **fact.model_dump(mode="json")}
    last = {key: value for key in FIELDS if key in out and (value := out.pop(key))}
    if type(fact).KIND == "claim":
        return _claim(out, fact, by_id) | last
    needed = together(type(fact))
    return {k: v for k, v in out.items() if v not in (None, [], {}) or k in needed} | last


def _claim(out: dict[str, Any], claim: Any, by_id: dict[str, Fact]) -> dict[str, Any]:
    named: dict[str, Any] = {}
    for key, value in out.items():
        if key == "cited":
            named["citations"] = [_citation(item, by_id) for item in value]
        else:
            named[key] = value
        if key == "speaker":
            named["speaker_name"] = claim.spoken_by(by_id)
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
    written: list[Written] = []
    problems: list[Problem] = []
    lost: set[str] = set()
    for number, line in enumerate(text, 1):
        line = line.removeprefix("\ufeff") if number == 1 else line
        if line.strip():
            fact, wrong = parsed(line, name, number)
            written += [fact] if fact else []
            lost |= set() if fact else ids_on(line)
            problems += wrong
    if not written and not problems:
        problems.append(nothing(name))
    problems += cross_check(written, lost)
    if problems:
        raise SeedError(*in_order(problems))
    return Seeds(tuple(item for item in written if isinstance(item, Located)))


def parsed(line: str, name: str, number: int) -> tuple[Written | None, list[Problem]]:
    """Read one line: the fact, or what was written, or None when that is no fact at all, and every problem.

    Args:
        line: one JSON object.
        name: how messages call the file.
        number: of the line, counted from 1.

    Example:
        >>> written, problems = parsed('{"type": "state", "id": "kp", "name": "North Korea"}', "a.jsonl", 1)
        >>> written.id, problems
        ('kp', [])
    """
    at = odd(line)
    if at is not None:
        return None, [refused(line[at], Location(name, number, at + 1))]
    try:
        written, problems = _parsed(line, name, number)
    except json.JSONDecodeError as error:
        where = Location(name, number, error.colno)
        return None, [Problem(f"not JSON: {error.msg}", where, _LINE)]
    except _Constant as error:
        return None, [Problem(f"not JSON: {error}", Location(name, number, line.find(str(error)) + 1), _LINE)]
    except (_Twice, RecursionError):
        return None, places(line, name, number)[1]
    return written, (places(line, name, number)[1] or problems) if problems else problems


def decoded(line: bytes, name: str, number: int) -> tuple[Written | None, list[Problem]]:
    """Read one line as it is in a file, in UTF-8; see `parsed`."""
    try:
        return parsed(line.decode(), name, number)
    except UnicodeDecodeError as error:
        place = Location(name, number, len(line[: error.start].decode()) + 1)
        return None, [undecoded(error, place)]


def right(line: bytes) -> Fact | None:
    """Return the fact on a line with which nothing is wrong; None where `decoded` has to look at it.

    Args:
        line: in UTF-8.

    Example:
        >>> right(b'{"type": "state", "id": "kp", "name": "North Korea"}').caption
        'North Korea'
        >>> right(b'{"type": "state", "id": "kp", "id": "kp", "name": "North Korea"}')
    """
    value = quick(line) if shows(line) else None
    kind = value.get("type") if value else None
    model = registry().get(kind) if isinstance(kind, str) else None
    if model is None or value is None or not once(line, value, model):
        return None
    del value["type"]
    try:
        fact = model.__pydantic_validator__.validate_python(_own(model.KIND, value))
    except ValidationError:
        return None
    return None if leads_out(fact) else fact


def _parsed(line: str, name: str, number: int) -> tuple[Written | None, list[Problem]]:
    kinds = registry()
    value = _DECODER.decode(line)
    kind = value.pop("type", None) if isinstance(value, dict) else None
    if not isinstance(kind, str) or kind not in kinds:
        what = f"unknown type '{kind}'" if isinstance(kind, str) else "no 'type'"
        place = place_in(name, LineNode(number, line), ("type",))
        return None, [Problem(what, place, f"one of {', '.join(kinds)}", nearest(str(kind), kinds))]
    return validated(kinds[kind], _fields(kind, value), name, LineNode(number, line))


def ids_on(line: str) -> set[str]:
    """Return what look like ids on a line that is no fact; references to them are no further fault.

    Example:
        >>> ids_on('{"type": "state", "id": "kp", "name": }')
        {'kp'}
    """
    return set(_ID.findall(line))


def nothing(name: str) -> Problem:
    """Return what is wrong with a file without any fact."""
    return Problem("the file is empty", Location(name, 1), _LINE)


class _Constant(Exception):
    """NaN or Infinity, which only looks like JSON."""


class _Twice(Exception):
    """A key stands twice in one object."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise _Twice
    return fields


def _whole(figures: str) -> int | str:
    return int(figures) if len(figures) <= LONGEST else figures


def _constant(name: str) -> None:
    raise _Constant(name)


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_int=_whole, parse_constant=_constant)


def _fields(kind: str, value: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a fact as they were written; of a claim, null is a field that is not there."""
    if kind == "claim":
        value = {k: v for k, v in value.items() if v is not None or k == "speaker"}
    return _own(kind, value)


def _own(kind: str, value: dict[str, Any]) -> dict[str, Any]:
    """Take from the fields of a fact those that a line carries for readers only, and return the fields."""
    if kind == "claim":
        cited = value.pop("citations", None)
        if isinstance(cited, list):
            value["cited"] = cited
        for part in (value, *(cited if isinstance(cited, list) else ())):
            if isinstance(part, dict):
                for name in DERIVED:
                    part.pop(name, None)
    return value
