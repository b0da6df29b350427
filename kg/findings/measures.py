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


class Measures:
    """The measures of some rows.

    Example:
        >>> rows = [{"who": "A", "n": 3}, {"who": "B", "n": 0}, {"who": None, "n": 3}]
        >>> find = Measures(rows, {}, Words())
        >>> find("count"), find("count n>0 !who"), find("most who by n"), find("sum n"), find("distinct who")
        (3, 1, 'A', 6, 2)
        >>> said = [{"said": "2023-05-31", "said_text": "2023-05~"}, {"said": "2023-06-01"}]
        >>> Measures(said, {}, Words())("span said")
        'from about May 2023 to 1 June 2023'
    """

    def __init__(
        self, rows: Sequence[Row], parameters: Mapping[str, Any], w: Words, names: Names = nameless
    ) -> None:
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
        rows = self._fitting(words[2:] if by else words) if name != "given" else []
        match name:
            case "count":
                return All(len(rows)) if rows and len(rows) == len(self._rows) else len(rows)
            case "none":
                return not rows
            case "given":
                key, _, value = words[0].partition("=")
                return str(self._parameters.get(key)) == value
            case "distinct":
                found = set(_values(rows, column))
                return All(len(found)) if found == set(_values(self._rows, column)) else len(found)
            case "sum":
                return sum(row[column] or 0 for row in rows)
            case "max":
                return max((_size(row[column]) for row in rows), default=0)
            case "often":
                return max(Counter(_values(rows, column)).values(), default=0)
            case "most":
                return self._most(rows, column, by)
            case "list":
                return self._listed(column, dict.fromkeys(_values(rows, column)))
            case "value":
                return self._listed(column, list(dict.fromkeys(_values(rows, column)))[:1])
            case "spread":
                return spread(map(str, _values(rows, column)), self._w)
            case "first" | "last" | "span":
                days = [self._w.day(day) for day in _days(rows, column)]
                if name == "span" and days and days[0] != days[-1]:
                    return self._w("finding.days", first=days[0], last=days[-1])
                told = days[-1 if name == "last" else 0] if days else ""
                return self._w("finding.days.one", day=told) if told and name == "span" else told
        raise KeyError(name)

    def _fitting(self, conditions: Iterable[str]) -> list[Row]:
        tests = [_test(condition) for condition in conditions]
        return [row for row in self._rows if all(test(row) for test in tests)]

    def _most(self, rows: Sequence[Row], column: str, by: str) -> str:
        """Return who has the most by another column, or in rows; all who have as much."""
        if by:
            named = [row for row in rows if row[column]]
            top = max((_size(row[by]) for row in named), default=0)
            return self._listed(
                column,
                dict.fromkeys(
                    v for row in named if top and _size(row[by]) == top for v in _values([row], column)
                ),
            )
        counted = Counter(_values(rows, column))
        return self._listed(column, [v for v, n in counted.items() if n == max(counted.values())])

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


def _test(condition: str) -> Callable[[Row], bool]:
    found = _CONDITION.fullmatch(condition)
    if not found:
        raise KeyError(condition)
    sign, column, operator, wanted = found.groups()
    if sign:
        return lambda row: bool(row[column]) == (sign == "+")
    if operator == ">":
        return lambda row: _size(row[column]) > int(wanted)
    if operator == "~":
        return lambda row: side_of(row[column]) == wanted
    words = wanted.replace("_", " ").split("|")
    return lambda row: any(str(value) in words for value in _values([row], column))


def _values(rows: Iterable[Row], column: str) -> list[Any]:
    """Return what a column says, lists taken apart, without what is unknown."""
    every = (row[column] for row in rows)
    flat = (v for value in every for v in (value if isinstance(value, list) else [value]))
    return [value for value in flat if value is not None and value != ""]


def _days(rows: Iterable[Row], column: str) -> list[str]:
    """Return the days in a column in order, each as the span beside it tells it."""
    from kg.model.day_text import end_of  # few sentences have a day

    told = ((str(day), row) for row in rows for day in _values([row], column))
    return [
        end_of(str(row.get(f"{column}_text") or ""), day) for day, row in sorted(told, key=lambda one: one[0])
    ]


def _size(value: Any) -> int:
    return len(value) if isinstance(value, list) else value or 0
