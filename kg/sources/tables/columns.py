"""Where the columns of a layout stand in a table, and what is said when they moved."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from kg.errors import CallError, Location, Problem, nearest, number_of
from kg.sources.tables.layout import Reader

FIRST_LINES = 100
"""Lines among which the header is looked for."""


def same(header: str) -> str:
    """Return a header as it is compared: small letters, blanks of any sort as one.

    Example:
        >>> same(" Year  of Order"), same("\\ufeffid")
        ('year of order', 'id')
    """
    return re.sub(r"\s+", " ", header.replace("\ufeff", "")).strip().casefold()


def find_header(rows: Iterable[Sequence[str]], reader: Reader) -> tuple[int, int]:
    """Return the index of the row most like the header, and how many cells of it fit; (-1, 0) for none.

    It needs half of the headers that are not optional, so that columns that moved are found as such.
    """
    wanted = {same(header) for headers in reader.headers.values() for header in headers} - {""}
    every = (headers for column, headers in reader.headers.items() if column not in reader.optional)
    needed = max(1, sum(any(map(same, headers)) for headers in every) // 2)
    best = (-1, needed - 1)
    for index, cells in enumerate(rows):
        if index == FIRST_LINES:
            break
        fitting = len(wanted & set(map(same, cells)))
        if fitting > best[1]:
            best = index, fitting
    return best if best[0] >= 0 else (-1, 0)


def no_header(name: str, reader: Reader, first: Sequence[Sequence[str]]) -> CallError:
    """Return the error about a table in whose first lines no header stands."""
    headers = [names[0] for names in reader.headers.values() if names[0].strip()]
    found = max(first, key=len, default=())
    close = nearest(headers[0], found) if headers else None
    seen = ", ".join(f"'{cell}'" for cell in found[:5] if cell)
    return CallError(
        Problem(
            f"no header of this layout is in the first {FIRST_LINES} lines"
            + (f"; they have {seen}" if seen else ""),
            Location(name, 1),
            f"a line with {', '.join(headers[:6])}" + (" and so on" if len(headers) > 6 else ""),
            close,
            "choose the layout of this table, or write one: docs/importing.md",
        )
    )


def positions(header: Sequence[str], line: int, name: str, reader: Reader) -> dict[str, int]:
    """Return where each column of a layout stands.

    Args:
        header: its cells.
        line: its place in the file.
        name: how messages call the file.
        reader: what the layout expects.

    Raises:
        CallError: a column stands elsewhere, or nowhere; with each column that does.
    """
    found = [same(cell) for cell in header]
    while found and not found[-1]:
        found.pop()
    problems = _by_position(header, found, reader) if reader.by_position else _by_name(header, found, reader)
    if problems:
        raise CallError(
            *(p._replace(where=Location(name, line, p.where.line if p.where else 0)) for p in problems)
        )
    if reader.by_position:
        return {column: index for index, column in enumerate(reader.headers)}
    return {
        column: next(found.index(same(h)) for h in headers if same(h) in found)
        for column, headers in reader.headers.items()
        if any(same(h) in found for h in headers)
    }


_TODO = "if the table has changed, copy the layout into layouts/ and correct its columns"


def _by_position(header: Sequence[str], found: list[str], reader: Reader) -> list[Problem]:
    problems = []
    wanted = list(reader.headers.values())
    for index, headers in enumerate(wanted):
        here = found[index] if index < len(found) else ""
        if here in map(same, headers):
            continue
        elsewhere = next((found.index(same(h)) for h in headers if same(h) and same(h) in found), None)
        what = f"column {index + 1} is {_shown(header, index)}"
        if elsewhere is not None:
            what += f"; '{headers[0]}' has moved to column {elsewhere + 1}"
        close = None if elsewhere is not None else nearest(headers[0], [h for h in header if h.strip()])
        expected = f"'{headers[0]}'" if headers[0].strip() else "a column without a header"
        problems.append(Problem(what, Location("", index + 1), expected, close, _TODO))
    for index in range(len(wanted), len(found)):
        what = f"column {index + 1} is {_shown(header, index)}"
        problems.append(Problem(what, Location("", index + 1), number_of(len(wanted), "column"), todo=_TODO))
    return problems


def _by_name(header: Sequence[str], found: list[str], reader: Reader) -> list[Problem]:
    problems = []
    for column, headers in reader.headers.items():
        there = [index for index, cell in enumerate(found) if cell in map(same, headers)]
        if len(there) > 1:
            cell, first, second = header[there[0]].strip(), there[0] + 1, there[1] + 1
            what = f"the header '{cell}' stands in column {first} and in column {second}"
            problems.append(
                Problem(
                    what, Location("", there[1] + 1), "each header once", todo="name the columns by position"
                )
            )
        elif not there and column not in reader.optional:
            shown = [cell.strip() for cell in header if cell.strip()]
            what = f"there is no column '{headers[0]}'; found are {', '.join(shown[:12])}"
            problems.append(
                Problem(what, None, " or ".join(f"'{h}'" for h in headers), nearest(headers[0], shown), _TODO)
            )
    return problems


def _shown(header: Sequence[str], index: int) -> str:
    cell = header[index].strip() if index < len(header) else ""
    return f"'{cell}'" if cell else "without a header" if index < len(header) else "missing"


def picker(places: dict[str, int], names: Iterable[str]) -> Callable[[Sequence[str]], dict[str, Any]]:
    """Return what picks the columns of a layout from the cells of a row; one that is not there is empty."""
    every = [(name, places.get(name, 1_000_000)) for name in names]

    def pick(cells: Sequence[str]) -> dict[str, Any]:
        count = len(cells)
        return {name: cells[at] if at < count else "" for name, at in every}

    return pick
