"""Properties of rows as records hold them: values only, with a number that stands for their names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache
from itertools import islice
from operator import itemgetter
from typing import Any, NamedTuple

from kg.model import WITHDRAWN
from kg.model.columns import columns_of, edge_columns, withdrawn_columns
from kg.model.kinds import registry

MOST = 10_000
"""Outlines that are remembered; a record of one more carries the names themselves."""
_NAME = 10
"""Bytes that a property takes beside the letters of its name and its value."""

Named = tuple[str, ...]
"""The label or type of a row, then the names of its properties, in the order of the row."""
Record = tuple[Any, ...]
"""The number of a outline, or the names themselves, then the values: days first, as their numbers."""


class Outline(NamedTuple):
    """What rows of one sort with the same properties share.

    Attributes:
        number: that stands for it in records; where it is not remembered, label or type and the names.
        sort: the most special label of a node, or the type of an edge.
        names: of the properties, those of days first.
        days: how many of them are days.
        values: returns the values of properties in the order of the names.
        size: bytes of what a record does not hold, about.
    """

    number: int | Named
    sort: str
    names: tuple[str, ...]
    days: int
    values: Callable[[Mapping[str, Any]], tuple[Any, ...]]
    size: int


@cache
def _days() -> dict[str, frozenset[str]]:
    columns = edge_columns() | {model.LABELS[-1]: columns_of(model) for model in registry().values()}
    columns[WITHDRAWN] = withdrawn_columns()
    return {
        sort: frozenset(name for name, holds in own.items() if holds == "day")
        for sort, own in columns.items()
    }


def days_of(sort: str) -> frozenset[str]:
    """Return which properties hold days, of a kind by its most special label, or of edges by their type.

    Example:
        >>> sorted(days_of("DENIED_BY")), "said_to" in days_of("Claim")
        (['said'], True)
    """
    return _days()[sort]


class Outlines:
    """The outlines that came, by number.

    Example:
        >>> outlines = Outlines()
        >>> record = outlines.record("DENIED_BY", {"key": "c1", "said": date(2024, 10, 11)})
        >>> record, outlines.of(record[0]).sort, outlines.properties(*record)
        ((0, 739170, 'c1'), 'DENIED_BY', {'said': datetime.date(2024, 10, 11), 'key': 'c1'})
    """

    def __init__(self) -> None:
        """Start without any; numbers are even, and odd in a second process."""
        self._next = 0
        self._by_names: dict[Named, Outline] = {}
        self._by_number: dict[Any, Outline] = {}
        self._told = 0

    def named(self, sort: str, names: Iterable[str]) -> Outline:
        """Return the outline of rows of a sort that have these properties, at least one."""
        named = (sort, *names)
        return self._by_names.get(named) or self._new(named)

    def record(self, sort: str, properties: Mapping[str, Any]) -> Record:
        """Return what is kept of properties, none of which is None."""
        outline = self._by_names.get((sort, *properties)) or self._new((sort, *properties))
        values, days = outline.values(properties), outline.days
        if not days:
            return outline.number, *values
        return outline.number, *map(date.toordinal, values[:days]), *values[days:]

    def of(self, number: int | Named) -> Outline:
        """Return the outline with which a record begins."""
        return self._by_number.get(number) or _outline(number, number)  # type: ignore[arg-type]  # it has no number

    def properties(self, number: int | Named, *values: Any) -> dict[str, Any]:
        """Return the properties of a record."""
        outline = self.of(number)
        if not (days := outline.days):
            return dict(zip(outline.names, values, strict=True))
        return dict(zip(outline.names, (*map(date.fromordinal, values[:days]), *values[days:]), strict=True))

    def apart(self) -> None:
        """Go on as in a second process: with other numbers, and what came so far is known to both."""
        self._next += 1
        self._told = len(self._by_names)

    def new(self) -> list[tuple[int, Named]]:
        """Return the outlines that came since this was last asked, for `learn` of another process."""
        told, self._told = self._told, len(self._by_names)
        return [(outline.number, named) for named, outline in islice(self._by_names.items(), told, None)]  # type: ignore[misc]  # all that are remembered have numbers

    def learn(self, outlines: Iterable[tuple[int, Named]]) -> None:
        """Take in what `new` of another process has returned."""
        self._by_number.update((number, _outline(number, named)) for number, named in outlines)

    def _new(self, named: Named) -> Outline:
        if len(self._by_names) >= MOST:
            return _outline(named, named)
        outline = self._by_names[named] = self._by_number[self._next] = _outline(self._next, named)
        self._next += 2
        return outline


def _outline(number: int | Named, named: Named) -> Outline:
    sort, *own = named
    dated = days_of(sort)
    days = sorted(dated.intersection(own))
    names = (*days, *sorted(set(own) - dated))
    values = itemgetter(*names) if len(names) > 1 else lambda properties: tuple(properties.values())
    return Outline(number, sort, names, len(days), values, sum(map(len, names)) + _NAME * len(names))
