"""What rows say in numbers and names: the measures that sentences have places for.

A measure is a few words: `count denies>0` is in how many rows somebody denies. Conditions come last:

    COLUMN=one|other   the value is one of these; of a list, one in it is
    COLUMN~against     it is a stance of that side
    COLUMN>1           it is a greater number, or a longer list
    +COLUMN  !COLUMN   it says something, or nothing
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from kg.findings.figures import spread
from kg.findings.template import All
from kg.language.directions import isolated
from kg.language.interface.words import Words
from kg.language.title import Title
from kg.model.stances import side_of

Row = Mapping[str, Any]
Names = Callable[[str], str]
"""Returns the name behind an id or a name, a `Title` where it has several; empty where there is none."""
FEW = 2
"""Names that a sentence lists."""
LONGEST = 70
"""Characters of a name in a sentence."""
_CONDITION = re.compile(r"([+!]?)(\w+)(?:([=~>])(.+))?")


def nameless(_id: str) -> str:
    """Know no names."""
    return ""


class Rows:
    """Rows, in which what fits some conditions is looked up once for the sentences of every language.

    Example:
        >>> rows = Rows(("who", "n"), [("A", 3), ("B", 0)])
        >>> rows.fitting(["n>0"]), rows.column("who", rows.fitting([]))
        ([('A', 3)], ['A', 'B'])
    """

    def __init__(self, columns: Iterable[str], rows: Sequence[tuple[Any, ...]]) -> None:
        """Keep the names of the columns, and the rows."""
        self._at = {name: place for place, name in enumerate(columns)}
        self._known: dict[tuple[str, ...], Sequence[tuple[Any, ...]]] = {(): rows}

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Rows:
        """Return rows that are given by the names of their columns."""
        names = dict.fromkeys(name for row in rows for name in row)
        return cls(names, [tuple(row.get(name) for name in names) for row in rows])

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._known[()])

    def fitting(self, conditions: Iterable[str]) -> Sequence[tuple[Any, ...]]:
        """Return those that fit all conditions.

        Raises:
            KeyError: there is no such condition or column.
        """
        key = tuple(conditions)
        if key not in self._known:
            column, test = _test(key[-1])
            said = self.column(column, rows := self.fitting(key[:-1]))
            if list in set(map(type, said)):
                self._known[key] = [row for row, value in zip(rows, said, strict=True) if test(value)]
            else:  # few different values in many rows
                fits = {value: test(value) for value in dict.fromkeys(said)}
                self._known[key] = [row for row, value in zip(rows, said, strict=True) if fits[value]]
        return self._known[key]

    def has(self, name: str) -> bool:
        """Return whether there is such a column."""
        return name in self._at

    def column(self, name: str, rows: Sequence[tuple[Any, ...]]) -> list[Any]:
        """Return what some of the rows say in a column."""
        at = self._at[name] if rows else 0
        return [row[at] for row in rows]


class Measures:
    """The measures of some rows.

    Example:
        >>> rows = Rows(("who", "n"), [("A", 3), ("B", 0), (None, 3)])
        >>> find = Measures(rows, {}, Words())
        >>> find("count"), find("count n>0 !who"), find("most who by n"), find("sum n"), find("distinct who")
        (3, 1, 'A', 6, 2)
        >>> said = [{"said": "2023-05-31", "said_text": "2023-05~"}, {"said": "2023-06-01"}]
        >>> Measures(Rows.of(said), {}, Words())("span said")
        'from about May 2023 to 1 June 2023'
    """

    def __init__(self, rows: Rows, parameters: Mapping[str, Any], w: Words, names: Names = nameless) -> None:
        """Keep the rows, what they were asked with, the words, and what knows the names of ids."""
        self._rows, self._parameters, self._w, self._names = rows, parameters, w, names

    def __call__(self, text: str) -> int | str:
        """Return what a measure finds.

        Raises:
            KeyError: there is no such measure or column.
        """
        name, *words = text.split()
        column = words.pop(0) if name not in ("count", "none", "given") else ""
        by = words[1] if words[:1] == ["by"] else ""
        rows = self._rows.fitting(words[2:] if by else words) if name != "given" else []
        said = self._rows.column(column, rows) if column else []
        match name:
            case "count":
                return All(len(rows)) if rows and len(rows) == len(self._rows) else len(rows)
            case "none":
                return not rows
            case "given":
                key, _, value = words[0].partition("=")
                return str(self._parameters.get(key)) == value
            case "distinct":
                found, every = {*_values(said)}, self._rows.column(column, self._rows.fitting(()))
                return All(len(found)) if found == {*_values(every)} else len(found)
            case "sum":
                return sum(value or 0 for value in said)
            case "max":
                return max(map(_size, said), default=0)
            case "often":
                return max(Counter(_values(said)).values(), default=0)
            case "most":
                return self._most(column, said, self._rows.column(by, rows) if by else None)
            case "list":
                return self._listed(column, dict.fromkeys(_values(said)))
            case "value":
                return self._listed(column, list(dict.fromkeys(_values(said)))[:1])
            case "spread":
                return spread(map(str, _values(said)), self._w)
            case "first" | "last" | "span":
                days = [self._w.day(day) for day in self._ends_of(column, said, rows)]
                if name == "span" and days and days[0] != days[-1]:
                    return self._w("finding.days", first=days[0], last=days[-1])
                told = days[-1 if name == "last" else 0] if days else ""
                return self._w("finding.days.one", day=told) if told and name == "span" else told
        raise KeyError(name)

    def _ends_of(self, column: str, said: Sequence[Any], rows: Sequence[tuple[Any, ...]]) -> list[str]:
        """Return the first and the last day in a column, each as the span beside it tells it."""
        from kg.model.day_text import end_of  # few sentences have a day

        text = f"{column}_text"
        beside = self._rows.column(text, rows) if self._rows.has(text) else [None] * len(said)
        every = [
            (str(d), str(t or "")) for value, t in zip(said, beside, strict=True) for d in _values([value])
        ]
        every.sort(key=lambda one: one[0])
        return [end_of(text, day) for day, text in (every[:1] + every[-1:])]

    def _most(self, column: str, said: Sequence[Any], by: Sequence[Any] | None) -> str:
        """Return who has the most by another column, or in rows; all who have as much."""
        if by is not None:
            named = [(value, _size(much)) for value, much in zip(said, by, strict=True) if value]
            top = max((much for _, much in named), default=0)
            return self._listed(
                column, dict.fromkeys(_values(value for value, much in named if top and much == top))
            )
        counted = Counter(_values(said))
        most = max(counted.values(), default=0)
        return self._listed(column, [value for value, n in counted.items() if n == most])

    def _listed(self, column: str, names: Iterable[Any]) -> str:
        names = [self._word(column, str(name)) for name in names if not str(name).startswith("?")]
        told = [cut(name) for name in names]
        more = len(told) - FEW
        if more > 0:
            return f"{', '.join(told[:FEW])} {self._w('list.more', n=more)}"
        return f" {self._w('and')} ".join(told)

    def _word(self, column: str, value: str) -> str:
        """Return the words for a value: a name in the language, another word of the facts as it is said."""
        if name := self._names(value):
            return Title(name).said(self._w.language)
        families = (column, f"{column}.of", f"value.{column}")
        return next((told for family in families if (told := self._w.either(family, value, ""))), value)


def cut(name: str) -> str:
    """Return a name as it stands in a sentence: on one line, not too long, and set apart."""
    line = " ".join(name.split())
    return isolated(line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…")


def _test(condition: str) -> tuple[str, Callable[[Any], bool]]:
    """Return the column of a condition, and what tests a value in it."""
    found = _CONDITION.fullmatch(condition)
    if not found:
        raise KeyError(condition)
    sign, column, operator, wanted = found.groups()
    if sign:
        return column, lambda value: bool(value) == (sign == "+")
    if operator == ">":
        return column, lambda value: _size(value) > int(wanted)
    if operator == "~":
        return column, lambda value: side_of(value) == wanted
    words = {*wanted.replace("_", " ").split("|")}
    return column, lambda value: not words.isdisjoint(map(str, _values([value])))


def _values(said: Iterable[Any]) -> list[Any]:
    """Return what a column says, lists taken apart, without what is unknown."""
    flat = (v for value in said for v in (value if isinstance(value, list) else (value,)))
    return [value for value in flat if value is not None and value != ""]


def _size(value: Any) -> int:
    return len(value) if isinstance(value, list) else value or 0
