"""The text of a table derived once more, to prove it against the file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg.errors import CallError, Problem
from kg.sources.originals.derived import Derived
from kg.sources.tables.layouts import layout_named
from kg.sources.tables.reading import read_table
from kg.sources.tables.table import RULE

_LAYOUT = ", layout "


def tool_with(tool: str, layout: str | None) -> str:
    """Return what read a table, with the layout that it was read by.

    Example:
        >>> tool_with("kg 1.0", "sipri-register")
        'kg 1.0, layout sipri-register'
    """
    return f"{tool}{_LAYOUT}{layout}" if layout else tool


def derive_again(path: Path, tool: str, where: Sequence[Path]) -> Derived:
    """Return the text that a table gives now.

    Args:
        path: the file.
        tool: what read it, as its document says.
        where: folders of layouts, the first that has it counts.

    Raises:
        CallError: the layout is not at hand, or the file cannot be read by it.
        SeedError: the layout is wrong.
    """
    name = tool.partition(_LAYOUT)[2]
    if not name:
        raise CallError(
            Problem(f"'{tool}' names no layout", expected="'..., layout NAME'", todo="import it again")
        )
    table = read_table(path, layout_named(name, where).reader)
    return Derived(
        tuple(table.lines),
        RULE,
        tool_with(table.tool, name),
        table.media_type,
        table.sha256,
        table.encoding,
    )
