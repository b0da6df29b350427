"""What an assistant sends, read as the tools take it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from kg.errors import CallError, Problem, nearest
from kg.questions import library
from kg.questions.free_cypher.parameters import read_object
from kg.questions.statement_text import parameters_in
from kg.questions.types import parse_type

_TYPES = {"integer": parse_type("int"), "number": parse_type("float"), "string": parse_type("str")}
"""How we read what a JSON Schema calls so."""


def taken(tool: str, schema: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the arguments of a call as the tool takes them.

    Null means left out. A whole number may arrive as 3.0, and numbers and objects as text.

    Args:
        tool: name of the tool.
        schema: JSON Schema of its arguments.
        given: what was sent.

    Raises:
        CallError: with one problem for each argument that is unknown, missing or does not fit.

    Example:
        >>> schema = {"properties": {"rows": {"type": "integer", "maximum": 9}}}
        >>> taken("find", schema, {"rows": 3.0}), taken("find", schema, {"rows": None})
        ({'rows': 3}, {})
        >>> taken("find", schema, {"row": 3})
        Traceback (most recent call last):
        kg.errors.CallError: 'find' has no argument 'row'; expected rows; did you mean 'rows'?
    """
    known = schema["properties"]
    sent = {name: value for name, value in given.items() if value is not None}
    problems = [_unknown(tool, name, known, sent) for name in sent if name not in known]
    problems += [
        Problem(f"'{tool}' needs {name}", expected=known[name]["description"])
        for name in schema.get("required", ())
        if name not in sent
    ]
    if problems:
        raise CallError(*problems)
    return {name: _value(name, known[name], value) for name, value in sent.items()}


def _unknown(tool: str, name: str, known: Mapping[str, Any], sent: Mapping[str, Any]) -> Problem:
    inner = _inside(sent)
    near = None if name in inner else nearest(name, known) or _described(name, known)
    if near is None and (parameter := nearest(name, inner)):
        near = f"parameters.{parameter}"
    return Problem(f"'{tool}' has no argument '{name[:80]}'", expected=", ".join(known), nearest=near)


def _described(word: str, known: Mapping[str, Any]) -> str | None:
    """Return the argument whose description has a word: `limit` for how many rows."""
    return next((n for n, of in known.items() if word in re.findall(r"\w+", of.get("description", ""))), None)


def _inside(sent: Mapping[str, Any]) -> Iterable[str]:
    """Return the names that belong into `parameters`: those of the preset, or of the statement."""
    preset, statement = sent.get("preset"), sent.get("statement")
    if isinstance(preset, str) and preset in library.files():
        return [parameter.name for parameter in library.question(preset).parameters]
    return parameters_in(statement) if isinstance(statement, str) else []


def _value(name: str, argument: Mapping[str, Any], value: Any) -> Any:
    if argument["type"] == "object":
        if isinstance(value, str):
            return read_object(value, name)
        if not isinstance(value, dict):
            shown = json.dumps(value)[:80]
            raise CallError(
                Problem(f"{shown} does not fit {name}", expected='an object such as {"day": "2024-10-18"}')
            )
        return value
    read = _TYPES[argument["type"]].taken(value, name)
    low, above, high = (argument.get(key) for key in ("minimum", "exclusiveMinimum", "maximum"))
    if not (
        (low is None or read >= low) and (above is None or read > above) and (high is None or read <= high)
    ):
        bounds = {"at least": low, "more than": above, "at most": high}
        expected = " and ".join(f"{words} {bound:,}" for words, bound in bounds.items() if bound is not None)
        raise CallError(Problem(f"{read:,} does not fit --{name}", expected=expected))
    return read
