"""A question as it is pasted into the Neo4j Browser: `:param` lines, then the statement."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.formats.neo4j_browser.literals import literal
from kg.questions.header import Question


def render(preset: Question, bound: Mapping[str, Any]) -> str:
    """Return the lines that set the parameters, an empty line, and the statement.

    The Browser shows the rows of a statement only when it is run alone: paste and run the first part, then
    the second. No comment stands before `:param`, for the newer Browser refuses one there.

    Example:
        >>> from kg.questions import library
        >>> render(library.question("who-sourced"), {"topic": "shells", "as_of": None}).splitlines()[:3]
        [":param topic => 'shells';", ':param as_of => null;', '']
    """
    lines = [f":param {name} => {literal(value)};" for name, value in bound.items()]
    return "\n".join([*lines, *([""] if lines else []), f"// {preset.title}", f"{preset.statement};"]) + "\n"
