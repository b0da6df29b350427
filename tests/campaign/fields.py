"""Counting the texts that a test has put into facts and drawings."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from pydantic import BaseModel


def texts(value: Any) -> Iterator[str]:
    """Yield every text inside a value, keys of mappings included.

    Example:
        >>> [*texts({"a": [("b", 1)]})]
        ['a', 'b']
    """
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        yield from texts([getattr(value, name) for name in type(value).model_fields])
    elif is_dataclass(value):
        yield from texts([getattr(value, one.name) for one in fields(value)])
    elif isinstance(value, Mapping):
        yield from texts([*value.keys(), *value.values()])
    elif isinstance(value, Collection):
        for item in value:
            yield from texts(item)


def injected(value: Any, hostile: Collection[str]) -> int:
    """Return how many texts inside a value are among the hostile ones."""
    return sum(text in hostile for text in texts(value))
