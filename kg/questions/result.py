"""What a question returns: typed columns and rows, ready for any output."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, NamedTuple


class Column(NamedTuple):
    """One column: name and declared type (`str`, `int?`, `list<str>`, ...)."""

    name: str
    type: str


class Result(NamedTuple):
    """The answer to one question.

    Attributes:
        title: the question in words.
        columns: in the order of the values of each row.
        rows: plain Python values; dates are `datetime.date`; None is unknown.
        parameters: what was asked with.
        table: names of the columns that a terminal shows; all when empty. Other formats always have all.
        note: a remark to show below a table, such as what the rows leave out.
        question: the name of the question; empty for what has none.
        finding: the sentence that states the answer, where somebody made it.
        cut: whether the question left rows out because there would be too many.
        of_nothing: whether there are no rows because the graph holds no claim at all.

    Example:
        >>> Result("Who?", (Column("name", "str"),), [("Kim",)]).dicts()
        [{'name': 'Kim'}]
    """

    title: str
    columns: tuple[Column, ...]
    rows: list[tuple[Any, ...]]
    parameters: Mapping[str, Any] = MappingProxyType({})
    table: tuple[str, ...] = ()
    note: str = ""
    question: str = ""
    finding: str = ""
    cut: bool = False
    of_nothing: bool = False

    def dicts(self) -> list[dict[str, Any]]:
        """Return the rows as dictionaries by column name."""
        names = [column.name for column in self.columns]
        return [dict(zip(names, row, strict=True)) for row in self.rows]


class Streamed(NamedTuple):
    """An answer whose rows come one by one, and once.

    Attributes:
        head: the answer without its rows.
        rows: the rows.

    Example:
        >>> Streamed(Result("Who?", (Column("name", "str"),), []), iter([("Kim",)])).whole().rows
        [('Kim',)]
    """

    head: Result
    rows: Iterable[tuple[Any, ...]]

    def whole(self) -> Result:
        """Return the answer with all its rows."""
        return self.head._replace(rows=list(self.rows))


def texts_in(value: Any) -> Iterable[str]:
    """Yield every text in a value that can be an id.

    Example:
        >>> list(texts_in(("kp", 3, ["ru", None])))
        ['kp', 'ru']
    """
    if isinstance(value, str) and value and len(value) <= 200:
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts_in(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from texts_in(item)
