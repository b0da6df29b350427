"""A question as it is pasted into the Neo4j Browser: one statement with its parameters at the top."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kg.formats.neo4j_browser.scripts import pasted
from kg.questions.header import Question


def render(preset: Question, bound: Mapping[str, Any]) -> str:
    """Return the statement with the values in it, ready to be pasted and run.

    Example:
        >>> from kg.questions import library
        >>> render(library.question("who-sourced"), {"topic": "shells", "as_of": None}).splitlines()[1:3]
        ['WITH {', "  topic: 'shells', // only this topic (the id of a Topic; null for none)"]
    """
    statement = pasted(preset.statement, preset, [name for name, _ in preset.returns], bound)
    return f"// {preset.title}\n{statement};\n"
