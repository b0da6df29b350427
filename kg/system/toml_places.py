"""Where in a TOML file something stands, for messages; `tomllib` itself keeps no places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from kg.errors import Location, Problem, SeedError, nearest

_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


def parsed(file: str, text: str) -> dict[str, Any]:
    """Return what a TOML file says.

    Raises:
        SeedError: it is not TOML; with line and column.

    Example:
        >>> parsed("kg.toml", "a = 'b'")
        {'a': 'b'}
        >>> parsed("kg.toml", "a = b")
        Traceback (most recent call last):
        kg.errors.SeedError: kg.toml:1:5: it is not TOML: invalid value; expected lines such as a = "b"
    """
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        at = _AT.search(said)
        end = text.count("\n") + 1, len(text) - text.rfind("\n")
        line, column = (at[1], at[2]) if at and at[1] else end
        what = _AT.sub("", said)
        raise SeedError(
            Problem(
                f"it is not TOML: {what[:1].lower()}{what[1:]}",
                Location(file, int(line), int(column)),
                expected='lines such as a = "b"',
            )
        ) from error


def unreadable(file: str, error: OSError | UnicodeDecodeError) -> Problem:
    """Return why a file cannot be read: its rights, its size, or a byte that is not UTF-8."""
    if isinstance(error, OSError):
        return Problem(
            f"cannot read it: {error.strerror}",
            Location(file),
            todo=getattr(error, "todo", "check that it may be read"),
        )
    before = error.object[: error.start]
    where = Location(file, before.count(b"\n") + 1, len(before) - before.rfind(b"\n"))
    return Problem(f"byte 0x{error.object[error.start]:02x} is not UTF-8", where, todo="save it as UTF-8")


def problem(file: str, text: str, keys: Sequence[str], what: str, expected: str) -> Problem:
    """Return a fault with the place of the key that it is at.

    Args:
        file: its name, for the message.
        text: what it holds.
        keys: the table, if the key is in one, and the key.
        what: the fault.
        expected: what would be right; of an unknown key, the known ones.

    Example:
        >>> wrong = "unknown key 'titles'"
        >>> print(problem("kg.toml", "titles = 'x'", ["titles"], wrong, "one of title, texts"))
        kg.toml:1:1: unknown key 'titles'; expected one of title, texts; did you mean 'title'?
    """
    known = expected.removeprefix("one of ").split(", ")
    near = nearest(keys[-1], known) if what.startswith("unknown key") else None
    return Problem(what, Location(file, *_place(text, keys)), expected, near)


def _place(text: str, keys: Sequence[str]) -> tuple[int, int]:
    """Return line and column of a key, or of its table."""
    *tables, key = keys
    wanted, table = ".".join(tables), ""
    for number, line in enumerate(text.split("\n"), 1):
        if head := re.match(r"\s*\[\[?\s*([^]]+?)\s*\]", line):
            table = head[1]
            if table == ".".join(keys):
                return number, len(line) - len(line.lstrip()) + 1
        elif table == wanted and (found := re.match(rf"""\s*(["']?){re.escape(key)}\1\s*[=.]""", line)):
            return number, found.start(1) + 1
    return 1, 1
