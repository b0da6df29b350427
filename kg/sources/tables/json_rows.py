"""Tables as JSON: an object a line, a list of objects, or a list inside of one object."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

from kg.sources.tables.encoding import decoded
from kg.sources.tables.layout import Reader
from kg.sources.tables.table import Table, clean, digest, refusal
from kg.version import __version__


def read(raw: bytes, name: str, reader: Reader) -> Table:
    """Read a table; see `kg.sources.tables.reading.read_table`."""
    text, encoding = decoded(raw, ["utf-8"], name)
    records = list(_records(text, name, reader.rows_at))
    media = "application/x-ndjson" if text.lstrip()[:1] == "{" and not reader.rows_at else "application/json"
    return table_of(records, raw, name, reader, media, f"kg {__version__}", encoding)


def table_of(
    records: list[tuple[int, str]],
    raw: bytes,
    name: str,
    reader: Reader,
    media: str,
    tool: str,
    encoding: str = "utf-8",
) -> Table:
    """Return a table whose rows are objects.

    Args:
        records: place in the file, and the object on one line.
        raw: the bytes of the file.
        name: how messages call the file.
        reader: which columns are taken from the objects.
        media: what the file is.
        tool: what read it.
        encoding: of the file.

    Raises:
        CallError: there is no row.
    """
    if not records:
        raise refusal("the file has no rows", name, expected="objects with fields")
    other = None if encoding in ("utf-8", "utf-8-sig") else encoding
    return Table(
        name,
        digest(raw),
        media,
        tool,
        [unicodedata.normalize("NFC", line) for _, line in records],
        [place for place, _ in records],
        -1,
        json.loads,
        other,
        take=_taker(reader.headers),
    )


def _records(text: str, name: str, rows_at: str | None) -> Iterator[tuple[int, str]]:
    """Yield line or number of each object, and the object on one line."""
    if rows_at is None and text.lstrip()[:1] == "{":
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                if not isinstance(loaded(line, name, number), dict):
                    raise refusal("the line is no object", name, number, expected="fields between { and }")
                yield number, line.strip()
        return
    value = loaded(text, name, 0)
    if rows_at is not None:
        value = at_path(value, rows_at)
    if not isinstance(value, list):
        where = f"at '{rows_at}'" if rows_at else "in the file"
        raise refusal(f"there is no list of objects {where}", name, 1, expected="[{...}, {...}]")
    for number, item in enumerate(value, 1):
        if not isinstance(item, dict):
            raise refusal(
                f"item {number} of the list is no object", name, 0, expected="fields between { and }"
            )
        yield number, json.dumps(item, ensure_ascii=False)


def loaded(text: str, name: str, line: int = 0) -> Any:
    """Return what a text of JSON holds.

    Raises:
        CallError: it is no JSON; with the place.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise refusal(
            f"no JSON: {error.msg}",
            name,
            line or error.lineno,
            error.colno,
            expected="one object a line, or a list of objects",
            todo="export it again; a file that is cut off ends too early",
        ) from None
    except RecursionError:
        raise refusal("the JSON is nested too deep", name, line, expected="flat objects") from None


def at_path(value: Any, path: str) -> Any:
    """Return what stands at a path of names with points between; None where nothing does.

    Example:
        >>> at_path({"a": {"b": [1, 2]}}, "a.b"), at_path({}, "a.b")
        ([1, 2], None)
    """
    for step in path.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return value


def _taker(paths: dict[str, list[str]]) -> Callable[[Any], dict[str, Any]]:
    """Return what picks the columns of a layout from an object; what is not there is empty."""

    def take(cells: Any) -> dict[str, Any]:
        out = {}
        for column, ways in paths.items():
            found = next((value for way in ways if (value := at_path(cells, way)) is not None), None)
            out[column] = "" if found is None else _cleaned(found)
        return out

    return take


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_cleaned(one) for one in value]
    return {key: _cleaned(one) for key, one in value.items()} if isinstance(value, dict) else value
