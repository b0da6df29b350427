"""Lines of JSON that are right are read by the parser of pydantic; every other one is left to `json_lines`.

The parser says less about what is wrong and keeps the last of two equal keys. So a line counts as read only
when nothing can be wrong with it that the slow way would find.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic_core import from_json

from kg.model.characters import odd
from kg.model.parts import Strict, inner, types_in
from kg.model.span import Span
from kg.sources.json_places import NAMES

if TYPE_CHECKING:
    from pydantic import BaseModel

_SHOWN = bytes(range(0x20, 0x7F))
"""Characters of ASCII that only show."""


def shows(line: bytes) -> bool:
    """Return whether a line is UTF-8 of which every character only shows: then none is refused."""
    if line.isascii():
        return not line.translate(None, _SHOWN)
    try:
        return odd(line.decode()) is None
    except UnicodeDecodeError:
        return False


def quick(line: bytes) -> dict[str, Any] | None:
    """Return the object on a line, None when it is none; look at `once` before it is used.

    Args:
        line: in UTF-8, without a line end inside.

    Example:
        >>> quick(b'{"id": "kp"}'), quick(b'{"id": NaN}')
        ({'id': 'kp'}, None)
    """
    try:
        value = from_json(line, allow_inf_nan=False, cache_strings="keys")
    except ValueError:
        return None
    return value if value.__class__ is dict else None


def once(line: bytes, value: dict[str, Any], model: type[BaseModel]) -> bool:
    """Return whether no key can stand twice on a line.

    It has as many colons as its object has keys, beside colons in texts. Keys count only where the fields of
    the kind take objects: elsewhere none is right.

    Args:
        line: of which `quick` made the object.
        value: that object; names of fields are those of lines.
        model: the kind of fact that it shall be.

    Example:
        >>> from kg.model.kinds.state import State
        >>> [once(line, quick(line), State) for line in (b'{"id": "kp"}', b'{"id": "kp", "id": "ru"}')]
        [True, False]
    """
    keys = _keys(value, model)
    if line.count(b":") == keys:
        return True
    return line.count(b'":') == keys and b" :" not in line and b"\t:" not in line


def _keys(value: dict[str, Any], model: type[BaseModel] | None) -> int:
    """Return how many keys there are in the fields that take objects; without a model any key is free."""
    count = len(value)
    for name, kind in _objects(model) if model is not None else ():
        if item := value.get(name):
            for one in item if item.__class__ is list else (item,):
                if one.__class__ is dict:
                    count += _keys(one, kind)
    return count


@cache
def _objects(model: type[BaseModel]) -> tuple[tuple[str, type[BaseModel] | None], ...]:
    """Return the fields that take objects, as lines call them, and what these are made of."""
    found: list[tuple[str, type[BaseModel] | None]] = []
    for name, info in model.model_fields.items():
        kinds: list[type[BaseModel] | None] = [
            kind
            for kind in inner(info.annotation)
            if isinstance(kind, type) and issubclass(kind, Strict) and not issubclass(kind, Span)
        ]  # a span is written as text
        if dict in types_in(info.annotation):
            kinds.append(None)
        found += [(own, kind) for kind in kinds for own in (name, *_ON_LINES.get(name, ()))]
    return tuple(found)


_ON_LINES = {name: (own,) for own, name in NAMES.items()}
"""How lines call fields that seed files call otherwise."""
