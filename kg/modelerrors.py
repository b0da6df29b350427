"""What pydantic found wrong, said in the words of this project: what, where, expected, nearest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from kg.errors import Place, Problem, nearest
from kg.facts import Fact

Locate = Callable[[tuple[str | int, ...], bool], Place]


def problems_of(error: ValidationError, model: type[Fact], value: Any, locate: Locate) -> list[Problem]:
    """Translate a validation error.

    Args:
        error: what pydantic raised.
        model: the kind of fact that was read.
        value: what the file held.
        locate: gives the place of a path; True asks for the key instead of the value.

    Returns:
        One problem per fault, in the order pydantic found them.
    """
    name = value.get("id") if isinstance(value, dict) else None
    who = f"{model.KIND} '{name}'" if isinstance(name, str) else f"a {model.KIND} without id"
    return [_problem(item, model, who, locate) for item in error.errors()]


def _owner(model: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel]:
    """Follow a path to the model whose fields its last step names."""
    for step in path[:-1]:
        if isinstance(step, str) and step in model.model_fields:
            inner = _model_in(model.model_fields[step].annotation)
            model = inner or model
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for arg in get_args(annotation) if (found := _model_in(arg))), None)


def _problem(item: Any, model: type[Fact], who: str, locate: Locate) -> Problem:
    path = tuple(step for step in item["loc"] if step != "[key]")
    kind, given, context = item["type"], item["input"], item.get("ctx", {})
    field = ".".join(str(step) for step in path)
    owner = _owner(model, path)
    if kind == "extra_forbidden":
        known = list(owner.model_fields)
        return Problem(f"unknown field '{path[-1]}' in {who}", locate(path, True), f"one of {', '.join(known)}", nearest(str(path[-1]), known))
    if kind == "missing":
        about = owner.model_fields[str(path[-1])].description or ""
        return Problem(f"{who} lacks the field '{field}'", locate(path[:-1], False), about.rstrip(".").split("\n")[0], todo=f"add {path[-1]}:")
    if kind in ("literal_error", "enum"):
        words = [w.strip("' ") for w in context.get("expected", "").replace(" or ", ", ").split(",")]
        return Problem(f"'{given}' is no known word for '{field}' in {who}", locate(path, False), f"one of {', '.join(words)}", nearest(str(given), words))
    if kind == "string_pattern_mismatch":
        about = {"id": "lower case letters, digits and single hyphens"}.get(str(path[-1]), f"text like {context.get('pattern')}")
        if "a-z0-9]+(-" in context.get("pattern", ""):
            about = "an id: lower case letters, digits and single hyphens"
        return Problem(f"'{_shorten(given)}' does not fit '{field}' in {who}", locate(path, False), about)
    if kind == "value_error":
        said = str(context.get("error", item["msg"]))
        return Problem(f"{who}{': ' + field if field else ''}: {said}", locate(path, False))
    said = item["msg"].replace("Input should be ", "")
    return Problem(f"'{_shorten(given)}' does not fit '{field}' in {who}", locate(path, False), said)


def _shorten(value: Any) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "..."
