"""What FollowTheMoney has no property for, in words: nothing that a fact says is dropped without a sign."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.formats.text import cell
from kg.model.kinds import Entry, Fact, Strict, Tie
from kg.model.quantity import Quantity
from kg.model.shape import shape
from kg.model.span import Span

NOTHING: tuple[Any, ...] = (None, False, 0, "", [], {})


def rest(fact: Fact, done: Iterable[str], facts: Mapping[str, Fact]) -> Iterator[tuple[str, str]]:
    """Yield the fields of a fact that are neither empty nor done, each with a line that tells it.

    Args:
        fact: any fact.
        done: names of fields that stand elsewhere.
        facts: by id; who is named there is called by name and id.
    """
    plan, known = shape(type(fact)), {"id", *done}
    for name, info in type(fact).model_fields.items():
        value = getattr(fact, name)
        if name in known or info.exclude or value in NOTHING:
            continue
        if name in plan.links:
            value = [called(one, facts) for one in (value if isinstance(value, list) else [value])]
        for one in value if name in plan.ties else [value]:
            yield name, f"{name.replace('_', ' ')}: {in_words(one, facts)}"


def called(id: str, facts: Mapping[str, Fact]) -> str:
    """Return the name of a fact, and its id."""
    return f"{facts[id].caption} ({id})" if id in facts and type(facts[id]).KIND != "claim" else id


def in_words(value: Any, facts: Mapping[str, Fact]) -> str:
    """Return the value of a field as words.

    Example:
        >>> in_words({"who": "by the date"}, {}), in_words(Span.model_validate("2024~"), {})
        ('who: by the date', '2024~')
    """
    if isinstance(value, Span):
        return value.text
    if isinstance(value, Quantity):
        more = ("measure", "of", "mode", "stage", "priced", "vague", "wording")
        return "; ".join([value.words(), *_named({name: getattr(value, name) for name in more}, facts)])
    if isinstance(value, list):
        return "; ".join(in_words(one, facts) for one in value)
    if isinstance(value, Entry):
        return str(value)
    if isinstance(value, Strict):
        own = {name: getattr(value, name) for name in type(value).model_fields}
        target = [own.pop(value.TARGET)] if isinstance(value, Tie) else []
        return "; ".join([*target, *_named(own, facts)])
    if isinstance(value, dict):
        return "; ".join(_named(value, facts))
    return "yes" if value is True else cell(value)


def _named(values: Mapping[str, Any], facts: Mapping[str, Fact]) -> list[str]:
    return [
        f"{name.replace('_', ' ')}: {in_words(value, facts)}"
        for name, value in values.items()
        if value is not None and value != [] and value != {}
    ]
