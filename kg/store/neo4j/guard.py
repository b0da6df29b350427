"""What a free statement may do on a Neo4j server, judged by the plan that the server made of it.

Read access mode refuses writes to the graph. It does not refuse what reads files and addresses, ends other
people's transactions or calls procedures with effects; all of that stands in the plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from kg.errors import Problem

HARMLESS = re.compile(
    r"db\.(info|labels|relationshipTypes|propertyKeys|ping|schema\.(visualization|nodeTypeProperties|relTypeProperties)"
    r"|index\.(fulltext|vector)\.query(Nodes|Relationships))|dbms\.components"
)
"""The procedures that may be called: they read the graph or name what is in it."""

_REFUSED = re.compile(
    r"LoadCSV|Terminate|AdministrationCommand|ShowSettings|ShowTransactions|Transaction(Foreach|Apply)"
)
_NESTED = re.compile(r"\bLOAD CSV\b|\bResolvedCall\(|\bCALL\s+[^\s({]")
"""What a plan writes out inside an expression, where it has no operator of its own; the second until 5.26."""


def problem(plan: Mapping[str, Any] | None, kind: str | None, name: str) -> Problem | None:
    """Return why a statement is refused, or None.

    Args:
        plan: as the server gives it for EXPLAIN.
        kind: the server's type of the statement: `r`, `rw`, `w` or `s`.
        name: how messages call the store.

    Example:
        >>> print(problem({"operatorType": "LoadCSV@neo4j", "args": {}}, "r", "x"))
        x: the statement would read files or addresses; use a statement that only reads the graph
    """
    todo = "use a statement that only reads the graph"
    for operator, details in _operators(plan or {}):
        called = re.match(r"[\w.`]+", details)
        if operator == "ProcedureCall" and not (called and HARMLESS.fullmatch(called[0])):
            what = f"the procedure {called[0] if called else '?'} is not among those that only read the graph"
            return Problem(f"{name}: {what}", todo=todo)
        if operator == "LoadCSV":
            return Problem(f"{name}: the statement would read files or addresses", todo=todo)
        if _REFUSED.match(operator):
            return Problem(f"{name}: the statement is a command to the server, not a question", todo=todo)
        if _NESTED.search(details):
            return Problem(
                f"{name}: the statement would read files or call a procedure inside an expression", todo=todo
            )
    if kind != "r":
        return Problem(f"{name}: the statement would write, and free statements only read", todo=todo)
    return None


def _operators(plan: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield str(plan.get("operatorType", "")).partition("@")[0], str(plan.get("args", {}).get("Details", ""))
    for child in plan.get("children", ()):
        yield from _operators(child)


def tree(plan: Mapping[str, Any], depth: int = 0) -> str:
    """Return a plan as text, one operator a line, what feeds it below and further in."""
    own = str(plan.get("operatorType", "")).partition("@")[0]
    details = str(plan.get("args", {}).get("Details", ""))
    lines = [f"{'  ' * depth}{own}{' (' + details + ')' if details else ''}"]
    return "\n".join([*lines, *(tree(child, depth + 1) for child in plan.get("children", ()))])
