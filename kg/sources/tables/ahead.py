"""What rows have in common, found before the first one is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from kg.sources.tables.expressions import shown
from kg.sources.tables.layout import Ahead
from kg.sources.tables.table import Table

Cells = Mapping[str, Any]


def look_ahead(wanted: Mapping[str, Ahead], table: Table) -> Callable[[Cells], dict[str, Any]]:
    """Read a table once for what rows need of others.

    Args:
        wanted: what is looked for, by the name of the value.
        table: the rows; a row that stands twice counts once, as it does for facts.

    Returns:
        A function that gives the values of a row by its cells.
    """
    found: dict[str, dict[tuple[str, ...], Any]] = {name: {} for name in wanted}
    seen: set[str] = set()
    for row in table.rows() if wanted else ():
        line = table.lines[row.paragraph - 1]
        if line in seen:
            continue
        seen.add(line)
        for name, ahead in wanted.items():
            if all(_folded(row.cells[column]) == _folded(cell) for column, cell in ahead.where.items()):
                key, values = _key(ahead.by, row.cells), found[name]
                if ahead.take is None:
                    values[key] = values.get(key, 0) + 1
                elif row.cells[ahead.take] not in (None, "", []):
                    values.setdefault(key, row.cells[ahead.take])

    def values_of(cells: Cells) -> dict[str, Any]:
        return {name: found[name].get(_key(ahead.at or ahead.by, cells)) for name, ahead in wanted.items()}

    return values_of


def _key(columns: list[str], cells: Cells) -> tuple[str, ...]:
    return tuple(_folded(cells[column]) for column in columns)


def _folded(cell: Any) -> str:
    return shown(cell).strip().casefold()
