"""Running a free statement: parameters compared first, rows cut off, nodes and edges kept as they are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.errors import CallError, Problem, StatementError, number_of
from kg.questions import statement_text
from kg.questions.free_cypher.parameters import checked, compare, whole
from kg.questions.result import Column, Result
from kg.store import statements

if TYPE_CHECKING:
    from kg.store import Store
    from kg.store.values import Limits


def run(
    store: Store,
    statement: str,
    parameters: Mapping[str, Any] | None = None,
    limits: Limits | None = None,
    *,
    more: str = "there are more",
) -> Result:
    """Run one reading statement.

    Args:
        store: what to ask.
        statement: Cypher, with or without a semicolon at the end.
        parameters: a value for each `$name` in it, and no others.
        limits: rows, seconds and memory; the defaults when absent.
        more: what the note says after the number of rows when rows were left out.

    Returns:
        The rows; values are plain Python, `Node`, `Edge` and `Path`. The note says when rows were
        left out, when a property is compared with what it never holds, and when nothing was found, which
        labels, edges and properties no graph of ours has.

    Raises:
        CallError: there is not exactly one statement, or the parameters do not fit it.
        StatementError: it cannot be read.
        StoreError: it would write, or goes beyond the limits.

    Example:
        >>> from kg.store import connect
        >>> run(connect("memory"), "UNWIND $days AS day RETURN day", {"days": [1, 2]}).dicts()
        [{'day': 1}, {'day': 2}]
    """
    from kg.questions.free_cypher import hints
    from kg.questions.free_cypher.compared import never_fit
    from kg.store.values import Limits

    limits = limits or Limits()
    given = {name: checked(name, value) for name, value in (parameters or {}).items()}
    asked = only(statement)
    compare(statement_text.parameters_in(asked), given)
    try:
        cut = store.free(asked, whole(asked, given), limits)
    except StatementError as error:
        raise hints.better(error, asked, store) from error
    columns = tuple(Column(name, _type([row[i] for row in cut.rows])) for i, name in enumerate(cut.columns))
    note = [left_out(limits.rows, more)] if cut.more else []
    if not any(value for row in cut.rows for value in row):
        note += hints.unknown_names(asked)
    note += never_fit(asked, given)
    return Result(title(asked), columns, cut.rows, given, note=" ".join(note))


def left_out(rows: int, more: str = "there are more") -> str:
    """Return the note of an answer that has only the first rows."""
    return f"The first {number_of(rows, 'row')}; {more}."


def only(statement: str) -> str:
    """Return the one statement of a text.

    Raises:
        CallError: there is none, or more than one.
    """
    given = statement_text.one(statement)
    if len(given) != 1:
        what = "there is no statement" if not given else f"there are {len(given)} statements"
        raise CallError(Problem(what, expected="one", todo=f"for example: {statements.EXAMPLE}"))
    return given[0]


def title(statement: str) -> str:
    """Return what stands above the rows: the comment on the first line, else the beginning of the statement.

    Example:
        >>> title("// All claims\\nMATCH (c:Claim) RETURN c"), title("RETURN\\n  1")
        ('All claims', 'RETURN 1')
    """
    first = statement.lstrip().split("\n")[0]
    words = first[2:].strip() if first.startswith("//") else " ".join(statement_text.bare(statement).split())
    return words if len(words) <= 100 else words[:99] + "…"


def _type(values: Sequence[Any]) -> str:
    """Return the type that all values of a column have, `any` when they differ."""
    kinds = {type(value) for value in values if value is not None}
    known = {str: "str", int: "int", float: "float", bool: "bool", date: "date"}
    type_name = known.get(next(iter(kinds)), "any") if len(kinds) == 1 else "any"
    return f"{type_name}?" if any(value is None for value in values) else type_name
