"""What pydantic found wrong, said in the words of this project: what, where, expected, nearest."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from kg.errors import Location, Problem, nearest, with_article
from kg.model.characters import odd, refused

Locate = Callable[[tuple[str | int, ...], bool], Location]

MOST = 1_000
"""Faults of one fact that are told one by one."""
READABLE = 60
"""Letters of a pattern that is shown beside what a field is."""
_EXPECTED = {
    "string_type": "text, in quotes where it looks like a number",
    "string_too_short": "text that is not empty",
    "string_too_long": "at most {max_length:,} characters",
    "int_type": "a whole number",
    "float_type": "a number",
    "finite_number": "a number",
    "bool_type": "true or false",
    "list_type": "a list",
    "dict_type": "fields with a text each",
    "too_short": "a list that is not empty",
    "too_long": "a list of at most {max_length}",
    "greater_than": "a number above {gt}",
    "greater_than_equal": "a number of at least {ge:,}",
    "less_than_equal": "a number of at most {le:,}",
}
"""What a field takes, by pydantic's name of the fault."""


def problems_of(error: ValidationError, model: type[BaseModel], value: Any, locate: Locate) -> list[Problem]:
    """Translate a validation error.

    Args:
        error: what pydantic raised.
        model: the kind of fact that was read, or another model whose `KIND` says what it is.
        value: what the file held.
        locate: gives the place of a path; True asks for the key instead of the value.

    Returns:
        One problem per fault, in the order pydantic found them.
    """
    who = _who(model, value)
    if error.error_count() > MOST:
        return [Problem(f"{who} has {error.error_count():,} faults", locate((), False), "a fact")]
    faults = error.errors(include_url=False)
    meant = {
        (*path[:-1], nearest(str(path[-1]), _owner(model, path).model_fields)): locate(path, True)
        for item in faults
        if item["type"] == "extra_forbidden" and (path := item["loc"])
    }
    return [
        _problem(item, model, who, locate)._replace(
            cause=meant.get(item["loc"]) if item["type"] == "missing" else None
        )
        for item in faults
    ]


def _who(model: type[BaseModel], value: Any) -> str:
    kind: str = getattr(model, "KIND", model.__name__)
    if "id" not in model.model_fields:
        return f"the {kind}"
    name = value.get("id", "") if isinstance(value, dict) else None
    if name and isinstance(name, str):
        return f"{kind} '{name}'"
    return f"{with_article(kind)}{'' if name else ' without id'}"


def _owner(model: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel]:
    """Follow a path to the model whose fields its last step names."""
    for step in path[:-1]:
        if isinstance(step, str) and step in model.model_fields:
            model = _model_in(model.model_fields[step].annotation) or model
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _model_in(arg))), None)


def _about(model: type[BaseModel], field: str) -> str:
    """Return the first line of a field's description as it goes on in a sentence."""
    info = model.model_fields.get(field)
    text = ((info.description if info else None) or "").split("\n")[0].rstrip(".")
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def _problem(item: Any, model: type[BaseModel], who: str, locate: Locate) -> Problem:
    kind, given, context = item["type"], item["input"], item.get("ctx", {})
    place_of_odd = odd(given) if isinstance(given, str) else None
    on_key = "[key]" in item["loc"]
    fault = context.get("error")
    path = (*(step for step in item["loc"] if step != "[key]"), *getattr(fault, "path", ()))
    field = ".".join(str(step) for step in path)
    last = str(path[-1]) if path else ""
    owner = _owner(model, path)
    place = locate(path, on_key)
    if place_of_odd is not None:
        return refused(given[place_of_odd], place)
    if kind == "extra_forbidden":
        known = list(owner.model_fields)
        what = f"unknown field '{last}' in {who}"
        return Problem(what, locate(path, True), f"one of {', '.join(known)}", nearest(last, known))
    if kind == "missing":
        return Problem(
            f"{who} lacks the field '{field}'",
            locate(path[:-1], False),
            _about(owner, last),
            todo=f"add {last}:",
        )
    if kind == "value_error":
        expected, todo = getattr(fault, "expected", ""), getattr(fault, "todo", "")
        what = f"{who}{': ' + field if field else ''}: {fault}"
        return Problem(what, place, expected, getattr(fault, "nearest", None), todo=todo)
    if kind == "model_type":
        inner = _owner(model, (*path, ""))
        fields = inner.model_fields
        needed = [name for name, info in fields.items() if info.is_required()] or [*fields]
        what = (
            f"{_shown(given)} does not fit '{field}' in {who}"
            if path
            else f"{_shown(given)} does not fit {who}"
            if "id" not in model.model_fields
            else f"{_shown(given)} is no {getattr(model, 'KIND', model.__name__)}"
        )
        return Problem(what, place, f"fields: {', '.join(needed)}")
    if kind == "literal_error":
        words = re.findall(r"'([^']*)'", context["expected"])
        what = f"{_shown(given)} is no known word for '{field}' in {who}"
        return Problem(what, place, f"one of {', '.join(words)}", nearest(str(given), words))
    what = f"{_shown(given)} does not fit '{field}' in {who}"
    if kind == "string_pattern_mismatch":
        return Problem(what, place, *_pattern(context["pattern"], given, _about(owner, last)))
    limits = {name: int(limit) if isinstance(limit, float) else limit for name, limit in context.items()}
    return Problem(what, place, _EXPECTED.get(kind, item["msg"]).format(**limits))


def _pattern(pattern: str, given: str, about: str) -> tuple[str, str | None]:
    """Return what a pattern asks for, and the id that the text could mean."""
    if not pattern.startswith("^[a-z0-9]+(-"):
        short = len(pattern) <= READABLE
        return (f"{about} ({pattern})" if short else about) if about else f"text like {pattern}", None
    slug = re.sub(r"[^a-z0-9]+", "-", given.lower()).strip("-")
    return "an id: lower case letters, digits and single hyphens", slug[:80].strip("-") or None


def _shown(value: Any) -> str:
    """Return a value as it could stand in the file, short."""
    text = f"'{value}'" if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 60 else text[:57] + "..."
