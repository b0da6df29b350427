"""Days of an answer as people read them: in words, and never an open span as the day on which it ends.

A column of the type `span` holds a day or span of days in EDTF. Beside a column of days, such as `said`,
stands `said_text` with the span whose last day it is: programs get both, and people read the span in words,
in place of the day.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from kg.questions.result import Column, Result

BESIDE = "_text"
"""What the name of a span has more than that of the day in whose place it is read."""


def in_words(
    result: Result,
    say: Callable[..., str] | None = None,
    lasts: Callable[[tuple[Any, ...]], bool] = lambda row: False,
) -> Result:
    """Return an answer with its spans in words.

    Args:
        result: the answer; without spans it stays as it is.
        say: what says a span, and with `lasting` how long something held; in English with ISO days when None.
        lasts: whether a row tells of what lasts; then a span that stands beside no day is how long it held.

    Example:
        >>> columns = Column("said", "date"), Column("said_text", "span")
        >>> shown = in_words(Result("?", columns, [(None, "../2024-06-30")]))
        >>> shown.columns, shown.rows
        ((Column(name='said', type='date'),), [('by 2024-06-30',)])
    """
    spans = [i for i, column in enumerate(result.columns) if _holds_spans(column)]
    if not spans:
        return result
    if say is None:
        from kg.language.interface.words import Words

        say = partial(Words().day, iso=True)
    names = [column.name for column in result.columns]
    instead = {i: _place(names, i) for i in spans}
    kept = [i for i in range(len(names)) if instead.get(i, i) == i]
    source = {place: i for i, place in instead.items()}
    own = {i for i in spans if instead[i] == i}
    rows = []
    for row in result.rows:
        long = partial(say, lasting=True) if own and lasts(row) else say
        said = {i: _said(row[at], long if at in own else say, row[i]) for i, at in source.items()}
        rows.append(tuple(said[i] if i in said else row[i] for i in kept))
    table = tuple(
        dict.fromkeys(names[instead[i]] if (i := names.index(n)) in instead else n for n in result.table)
    )
    columns = tuple(_without_spans(result.columns[i]) for i in kept)
    return result._replace(columns=columns, rows=rows, table=table)


def with_spans(wanted: Sequence[str], columns: Sequence[Column]) -> list[str]:
    """Return names of columns with those of the spans that people read in their place.

    Example:
        >>> with_spans(["said"], [Column("said", "date"), Column("said_text", "span")])
        ['said', 'said_text']
    """
    spans = {column.name for column in columns if _holds_spans(column)}
    return list(dict.fromkeys(n for name in wanted for n in (name, name + BESIDE) if n == name or n in spans))


def _holds_spans(column: Column) -> bool:
    return column.type.rstrip("?") == "span"


def _without_spans(column: Column) -> Column:
    return column._replace(type=column.type.replace("span", "str")) if _holds_spans(column) else column


def _place(names: Sequence[str], span: int) -> int:
    """Return the column in which people read a span: that of its day, or its own."""
    day = names[span].removesuffix(BESIDE)
    return names.index(day) if day in names else span


def _said(span: Any, say: Callable[[str], str], otherwise: Any) -> Any:
    return say(span) if isinstance(span, str) else otherwise
