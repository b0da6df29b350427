"""What the rows of each kind and of each type of edge can hold, as columns of tables.

A column holds one of: text, day, whole (a whole number), decimal (a number), truth, list (of texts), numbers
(a list of them).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from kg.model import day_text
from kg.model.derived import DERIVED_EDGES, DERIVED_PROPERTIES, derived_names
from kg.model.kinds import Fact, registry
from kg.model.parts import Part, inner, part_in, types_in
from kg.model.review import Withdrawal
from kg.model.shape import Shape, shape
from kg.model.span import Span
from kg.model.together import together

Columns = dict[str, str]
"""What each column holds, by its name."""
_LINK: Columns = {"key": "text", "position": "whole"}


def columns_of(model: type[Fact]) -> Columns:
    """Return the columns of a kind: every property that its nodes can have, the id first.

    Example:
        >>> columns = columns_of(registry()["claim"])
        >>> [columns[name] for name in ("id", "said_from", "low", "root")]
        ['text', 'day', 'decimal', 'truth']
    """
    derived = DERIVED_PROPERTIES if model.KIND == "claim" else {"caption": DERIVED_PROPERTIES["caption"]}
    acting = {name: "text" for field in together(model) for name in derived_names(field)}
    return {"id": "text", **dict(_sorts(shape(model))), **derived, **acting}


def withdrawn_columns() -> Columns:
    """Return the columns of what we took back, of whatever kind: it holds the fact whole, as JSON."""
    return {**dict.fromkeys(("id", "caption", "fact"), "text"), **dict(_part_sorts(Withdrawal, "withdrawn"))}


def edge_columns(models: Iterable[type[Fact]] | None = None) -> dict[str, Columns]:
    """Return the columns of every type of edge, those of its ends apart, by type.

    Args:
        models: the kinds that declare edges; all when not given.

    Example:
        >>> edge_columns()["RELAYS"]
        {'key': 'text', 'position': 'whole'}
    """
    found: dict[str, Columns] = {}
    for model in registry().values() if models is None else models:
        plan = shape(model)
        for link in plan.links.values():
            found.setdefault(link.edge, _LINK)
        for tie in plan.ties.values():
            own = {name: sort for name, sort in _sorts(shape(tie)) if name != tie.TARGET}
            found[tie.EDGE] = {**found.get(tie.EDGE, _LINK), **own, **tie.DERIVED}
    for edge, columns in DERIVED_EDGES.items():
        found[edge] = {"key": "text", **columns}
    return dict(sorted(found.items()))


def _sorts(plan: Shape) -> Iterator[tuple[str, str]]:
    """Yield the properties that the fields of a kind or tie become, and what they hold."""
    for name in plan.plain:
        yield name, _sort(plan.model.model_fields[name].annotation)
    for name, kind in plan.parts.items():
        yield from _part_sorts(kind, plan.prefix + name)


def _part_sorts(kind: type[Part], field: str) -> Iterator[tuple[str, str]]:
    if issubclass(kind, Span):
        yield from ((f"{field}_{end}", sort) for end, sort in day_text.PARTS.items())
        return
    for name, info in kind.model_fields.items():
        part, own = part_in(info.annotation), kind.property_of(field, name)
        if part is None or issubclass(part, Span):  # a day within a figure is kept as its text
            yield own, _sort(info.annotation)
        else:
            yield from _part_sorts(part, own)


def _sort(annotation: Any) -> str:
    """Return what a field holds."""
    kinds = {*types_in(annotation)}
    if kinds & {list, dict}:
        return "numbers" if float in inner(annotation) else "list"
    if bool in kinds or date in kinds:
        return "truth" if bool in kinds else "day"
    return "decimal" if float in kinds else "whole" if int in kinds else "text"
