"""Lines of JSON that are right are read by the parser of pydantic; every other one is left to `json_lines`.

The parser says less about what is wrong and keeps the last of two equal keys. So a line counts as read only
when nothing can be wrong with it that the slow way would find.
"""

from __future__ import annotations

from typing import Any

from pydantic_core import from_json

from kg.model.characters import odd
from kg.sources.yaml_tree import LONGEST

_SHOWN = bytes(range(0x20, 0x7F))
"""Characters of ASCII that only show."""
_HUGE = 10**LONGEST


def shows(line: bytes) -> bool:
    """Return whether a line is UTF-8 of which every character only shows: then none is refused."""
    if line.isascii():
        return not line.translate(None, _SHOWN)
    try:
        return odd(line.decode()) is None
    except UnicodeDecodeError:
        return False


def quick(line: bytes) -> dict[str, Any] | None:
    """Return the object on a line, or None when it is none, or has to be looked at more closely.

    Args:
        line: in UTF-8, without a line end inside.

    Example:
        >>> quick(b'{"id": "kp"}'), quick(b'{"id": "kp", "id": "ru"}'), quick(b'{"id": NaN}')
        ({'id': 'kp'}, None, None)
    """
    try:
        value = from_json(line, allow_inf_nan=False, cache_strings="keys")
    except ValueError:
        return None
    if value.__class__ is not dict or not _once(_keys(value), line):
        return None
    found: dict[str, Any] = value
    return found


def _once(keys: int, line: bytes) -> bool:
    """Return whether no key can stand twice: a line has as many colons as keys, beside those in texts."""
    if line.count(b":") == keys:
        return True
    return line.count(b'":') == keys and b" :" not in line and b"\t:" not in line


def _keys(value: Any) -> int:
    """Return how many keys there are in a value at any depth; a number that is none where one has to look."""
    items = value.values() if value.__class__ is dict else value
    count = len(value) if value.__class__ is dict else 0
    for item in items:
        kind = item.__class__
        if kind is dict or kind is list:
            if item:
                count += _keys(item)
        elif kind is int and not -_HUGE < item < _HUGE:
            return -1_000_000_000
    return count
