"""One format per file. A format for results has a function `render(result) -> str`."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from kg.result import Result

MODULES = {"jsonl": "rows_jsonl", "html": "rows_html"}
"""Formats of results whose module is not called like them: `jsonl` is the format of facts, `html` the picture."""


def renderer(name: str) -> Callable[[Result], str]:
    """Return the function that prints a result in a format: table, json, jsonl, csv, markdown or html.

    Example:
        >>> from kg.result import Column
        >>> renderer("csv")(Result("", (Column("a", "int"),), [(1,)]))
        'a\\r\\n1\\r\\n'
    """
    render: Callable[[Result], str] = import_module(f"kg.export.{MODULES.get(name, name)}").render
    return render
