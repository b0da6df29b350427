"""One format per file. A format for results has a function `render(result) -> str`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from kg.questions.result import Result


def renderer(name: str) -> Callable[[Result], str]:
    """Return the function that prints a result in a format: table, json, jsonl, csv, markdown or html.

    Example:
        >>> from kg.questions.result import Column
        >>> renderer("csv")(Result("", (Column("a", "int"),), [(1,)]))
        'a\\r\\n1\\r\\n'
    """
    render: Callable[[Result], str] = import_module(f"kg.formats.{name}").render
    return render
