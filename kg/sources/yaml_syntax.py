"""What the parser of YAML says of a text that is none, in words that a person can act on."""

from __future__ import annotations

import re

import yaml

from kg.errors import Location, Problem
from kg.model.characters import refused

_HALF = re.compile(r"\\u(d[89a-f][0-9a-f]{2})", re.I)
"""One of two halves that stand for a character elsewhere; alone it is none."""


def explained(error: yaml.MarkedYAMLError, name: str, text: str) -> Problem:
    """Return what is wrong, where a person would mend it.

    Args:
        error: what the parser raised.
        name: how messages call the file.
        text: all of it.
    """
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    here = text.split("\n")[line : line + 1] or [""]
    margin = here[0][: len(here[0]) - len(here[0].lstrip())]
    tab = margin.find("\t") if "\t" in margin else here[0].find("\t", column, column + 1)
    if tab >= 0:
        where = Location(name, line + 1, tab + 1)
        return Problem(
            "a tab where YAML wants spaces",
            where,
            "indentation by spaces",
            todo="replace the tab by two spaces",
        )
    start, what = error.context_mark, f"{error.context or ''} {error.problem}".strip()
    half = _HALF.match(here[0], max(column - 2, 0))
    if start and half:
        return refused(chr(int(half[1], 16)), Location(name, start.line + 1, start.column + 1))
    if start and "end of stream" in what and "quoted" in what:
        where = Location(name, start.line + 1, start.column + 1)
        return Problem(
            "a quoted text that never ends",
            where,
            "a closing quote",
            todo="close it, or double a quote inside it",
        )
    if start and (start.line, start.column) != (line, column):
        what = f"{error.context} that begins at {start.line + 1}:{start.column + 1}: {error.problem}"
    todo = (
        "put texts that hold ': ' or begin with a special character in quotes; indent the fields of a fact"
        " alike"
    )
    return Problem(f"not YAML: {what}", Location(name, line + 1, column + 1), "valid YAML", todo=todo)
