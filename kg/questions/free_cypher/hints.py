"""What helps when a free statement is wrong or finds nothing.

It names the common subset, and labels and properties that come close.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import Problem, StatementError

if TYPE_CHECKING:
    from kg.store import Store


def better(error: StatementError, statement: str, store: Store) -> StatementError:
    """Return an error with a hint when the statement uses what the embedded engine lacks."""
    from kg.questions.lint import outside_subset
    from kg.store import is_server

    if is_server(store.name):
        return error
    for problem in outside_subset(statement):
        own = error.problems[0]
        what = f"{own.what}: the embedded engine has no {problem.what}"
        return StatementError(
            Problem(what, own.where, expected=problem.expected, todo="or ask a Neo4j store"),
            error.line,
            error.column,
        )
    return error


def unknown_names(statement: str) -> list[str]:
    """Return a remark on each label, edge and property that no graph of ours has, with the nearest.

    Example:
        >>> unknown_names("MATCH (c:Clam) WHERE c.zzz = 5 RETURN c")
        ["No label is called 'Clam'; did you mean 'Claim'?", "No property is called 'zzz'."]
    """
    from kg.questions import lint

    return [
        f"{text[0].upper()}{text[1:]}" + ("" if text.endswith("?") else ".")
        for text in map(str, lint.unknown_names(statement))
    ]


def excerpt(statement: str, line: int, column: int, room: int = 78) -> list[str]:
    """Return the line of a statement that an error speaks of, and a caret below the place.

    Example:
        >>> print("\\n".join(excerpt("MATCH (n\\nRETRUN n", 2, 1)))
        RETRUN n
        ^
    """
    lines = statement.split("\n")
    if not 0 < line <= len(lines) or column < 1:
        return []
    shown = lines[line - 1].replace("\t", " ")
    first = max(0, column - 1 - room * 2 // 3)
    return [shown[first : first + room], " " * (column - 1 - first) + "^"]
