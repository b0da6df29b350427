"""What helps when a free statement is wrong or finds nothing.

It names the common subset, and labels and properties that come close.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.errors import Problem, StatementError, nearest
from kg.questions.statement_text import quiet

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


def unknown_names(statement: str) -> str:
    """Return a remark on labels and edges that no graph of ours has, with the nearest.

    It is empty when all are known.

    Example:
        >>> unknown_names("MATCH (c:Clam) RETURN c")
        "No label is called 'Clam'; did you mean 'Claim'?"
    """
    from kg.questions.lint import known_names

    words = quiet(statement)
    labels, edges = known_names()
    asked = [
        *(
            ("label", name, labels)
            for group in re.findall(r"\(\s*\w*\s*((?::\s*\w+)+)", words)
            for name in re.findall(r"\w+", group)
        ),
        *(
            ("edge", name, edges)
            for group in re.findall(r"\[\s*\w*\s*:\s*([\w|:! ]+)", words)
            for name in re.findall(r"[^\W\d]\w*", group)
        ),
    ]
    told = []
    for sort, name, known in dict.fromkeys(asked):
        if name not in known:
            close = nearest(name, sorted(known))
            told.append(f"No {sort} is called '{name[:80]}'{f'; did you mean {close!r}?' if close else '.'}")
    return " ".join(told)


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
