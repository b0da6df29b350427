"""Which facts a fact names, in which fields, valid or as somebody wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from kg.model.kinds import Fact, naming
from kg.model.weighing import UNKNOWN

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def field(value: Any, name: str) -> Any:
    """Return a field of a fact, or of what was written as one; None if it is not there."""
    return value.get(name) if isinstance(value, dict) else getattr(value, name, None)


def _is_reference(other: Any, valid: bool) -> bool:
    """Return whether a value names a fact; what was written in a broken fact may be anything."""
    return isinstance(other, str) and (valid or (_ID.fullmatch(other) is not None and other != UNKNOWN))


def references(model: type[Fact], value: Any) -> Iterator[tuple[tuple[str | int, ...], str, tuple[str, ...]]]:
    """Yield every reference of a fact: path of the field, referenced id, labels of which it needs one.

    Args:
        model: the kind of fact.
        value: the fact, or its fields as they were written.
    """
    valid = isinstance(value, Fact)
    for name, target, labels in naming(model):
        named = field(value, name)
        pairs: Iterable[tuple[tuple[str | int, ...], Any]]
        if target:
            pairs = (
                ((name, i, target), field(part, target))
                for i, part in enumerate(named if isinstance(named, list) else ())
            )
        elif isinstance(named, list):
            pairs = (((name, i), other) for i, other in enumerate(named))
        else:
            pairs = [((name,), named)]
        yield from ((path, other, labels) for path, other in pairs if _is_reference(other, valid))


def named(fact: Fact) -> list[tuple[str, tuple[str, ...]]]:
    """Return what a valid fact names, as `references` does, without the paths."""
    own = fact.__dict__
    found: list[tuple[str, tuple[str, ...]]] = []
    for name, target, labels in naming(type(fact)):
        value = own[name]
        if not value:
            continue
        if target:
            found += [(part.__dict__[target], labels) for part in value]
        elif value.__class__ is list:
            found += [(other, labels) for other in value]
        else:
            found.append((value, labels))
    return found


def figures(fact: Any) -> list[str]:
    """Return what the figures of a valid fact count, as `counted` does, without the paths."""
    own = fact.__dict__
    owners = own, *(citation.__dict__ for citation in own.get("cited", ()))
    return [f.of for owner in owners if (f := owner.get("quantity")) is not None and f.of is not None]


def counted(value: Any) -> Iterable[tuple[tuple[str | int, ...], str]]:
    """Return the path and the word of whatever the figures of a fact count; some are ids, some mere words."""
    valid = isinstance(value, Fact)
    if valid and "quantity" not in value.__dict__ and "cited" not in value.__dict__:
        return ()
    cited = field(value, "cited")
    found: list[tuple[tuple[str | int, ...], str]] = []
    for index, owner in enumerate((value, *(cited if isinstance(cited, list) else ()))):
        figure = field(owner, "quantity")
        if figure is not None and _is_reference(what := field(figure, "of"), valid):
            found.append(((*(("cited", index - 1) if index else ()), "quantity", "of"), what))
    return found
