"""The rows of an answer that are asked for: some of its columns, and as many as a limit lets through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from kg.cli._common import note
from kg.errors import CallError, Problem, agreed, nearest

if TYPE_CHECKING:
    from kg.questions.result import Result


class Taken:
    """The first of some rows.

    Attributes:
        count: how many came.
    """

    def __init__(self, rows: Iterable[tuple[Any, ...]], limit: int | None) -> None:
        """Take all without a limit."""
        self._rows, self._limit = iter(rows), limit
        self.count = 0

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        """Yield them."""
        for row in islice(self._rows, self._limit):
            self.count += 1
            yield row

    def more(self) -> bool:
        """Return whether any row is left; that takes it."""
        return next(self._rows, None) is not None


def chosen(
    result: Result, rows: Iterable[tuple[Any, ...]], columns: str | None, for_people: bool
) -> tuple[Result, Iterable[tuple[Any, ...]]]:
    """Return a result and its rows with the columns asked for.

    Args:
        result: with all columns.
        rows: its rows.
        columns: names with commas between; None for all.
        for_people: whether days are said in words, see `kg.questions.spans`.

    Raises:
        CallError: a column is unknown.
    """
    if columns is None:
        return result, rows
    known = [column.name for column in result.columns]
    wanted = [name.strip().replace("-", "_") for name in columns.split(",") if name.strip()]
    for name in wanted:
        if name not in known:
            what, some = f"there is no column '{name[:80]}'", f"some of {', '.join(known)}"
            raise CallError(Problem(what, expected=some, nearest=nearest(name, known)))
    if not wanted:
        raise CallError(Problem("'--columns' names no column", expected=f"some of {', '.join(known)}"))
    if for_people:
        from kg.questions.spans import with_spans

        wanted = with_spans(wanted, result.columns)
    places = [known.index(name) for name in dict.fromkeys(wanted)]
    kept = tuple(result.columns[i] for i in places)
    return result._replace(columns=kept, table=()), (tuple(row[i] for i in places) for row in rows)


def say_left_out(limit: int | None, known: int) -> None:
    """Say on standard error how many rows are left out."""
    if limit is not None and known > limit:
        more = known - limit
        note(f"{more:,} more of {known:,} rows {agreed(more, 'is', 'are')} left out by --limit {limit}")
