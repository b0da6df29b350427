"""What makes one form of a drawing out of another: most of the places and all of the facts are the same."""

from __future__ import annotations

from typing import Any


def difference(base: Any, other: Any) -> Any:
    """Return what has to be changed in one value to get another; `patched` in `js/scene.js` does it.

    Args:
        base: JSON without null.
        other: the same shape of JSON.

    Returns:
        An object maps the names, or the places in a list, of the parts that change to their own differences;
        null takes a name away. Anything else stands instead of what was there, as does a list of another
        length, or one of which most is different. An empty object changes nothing.

    Example:
        >>> difference({"a": [1, 2, 3], "b": 1, "c": "x"}, {"a": [1, 9, 3], "b": 1})
        {'a': {1: 9}, 'c': None}
    """
    if isinstance(base, dict) and isinstance(other, dict):
        changed = {
            key: difference(base[key], part) if key in base else part
            for key, part in other.items()
            if key not in base or base[key] != part
        }
        return changed | dict.fromkeys(key for key in base if key not in other)
    if not (isinstance(base, list) and isinstance(other, list) and len(base) == len(other)):
        return other
    places = [i for i, (one, two) in enumerate(zip(base, other, strict=True)) if one != two]
    if base and not isinstance(base[0], list) and 2 * len(places) > len(base):
        return other
    return {i: difference(base[i], other[i]) for i in places}
