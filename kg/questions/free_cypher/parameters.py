"""Parameters of a free statement: read from words or from JSON, and compared with what the statement uses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from kg.errors import CallError, Problem, nearest
from kg.questions.statement_text import parameters_in, quiet

_NAME = re.compile(r"[^\W\d]\w*")
_WHOLE = re.compile(r"\b(?:LIMIT|SKIP)\s+\$\w+|\brange\s*\([^()]*\)", re.I)
"""Where a statement takes whole numbers only."""


def read(pair: str) -> tuple[str, Any]:
    """Read `name=value`: a value that is JSON becomes what it says, anything else is text.

    Raises:
        CallError: there is no name, or a number is too large.

    Example:
        >>> read("day=2024-10-11"), read("most=5"), read('ids=["kp", "ru"]'), read('text="5"')
        (('day', '2024-10-11'), ('most', 5), ('ids', ['kp', 'ru']), ('text', '5'))
    """
    name, equals, value = pair.partition("=")
    if not equals or not _NAME.fullmatch(name):
        raise CallError(
            Problem(
                f"'{pair[:80]}' is no parameter",
                expected="NAME=VALUE",
                todo="for example --param day=2024-10-18",
            )
        )
    try:
        parsed = json.loads(value, parse_constant=_no_number)
    except (ValueError, RecursionError):
        return name, value
    return name, checked(name, parsed)


def read_object(text: str, shown: str) -> dict[str, Any]:
    """Read a JSON object of parameters by name.

    Args:
        text: the JSON.
        shown: how messages call it.

    Raises:
        CallError: it is no JSON object, or a number is too large.
    """
    try:
        parsed = json.loads(text, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise CallError(
            Problem(f"{shown} is no JSON: {error}", expected='an object such as {"day": "2024-10-18"}')
        ) from None
    if not isinstance(parsed, dict):
        raise CallError(
            Problem(f"{shown} holds no JSON object", expected='an object such as {"day": "2024-10-18"}')
        )
    return {name: checked(name, value) for name, value in parsed.items()}


def checked(name: str, value: Any) -> Any:
    """Return a value that every store can take.

    Raises:
        CallError: a whole number does not fit 64 bits, or a text is no Unicode.
    """
    stack = [value]
    while stack:
        item = stack.pop()
        if isinstance(item, bool):
            continue
        if isinstance(item, int) and not -(2**63) <= item < 2**63:
            raise CallError(
                Problem(
                    f"the number in '{name}' is too large",
                    expected="a whole number of 64 bits, or text in quotes",
                )
            )
        if isinstance(item, str):
            try:
                item.encode()
            except UnicodeEncodeError:
                raise CallError(
                    Problem(f"the text in '{name}' is not Unicode: half of a surrogate pair", expected="text")
                ) from None
        elif isinstance(item, dict):
            stack += [*item, *item.values()]
        elif isinstance(item, (list, tuple)):
            stack += item
    return value


def whole(statement: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return parameters with 3 for 3.0 where the statement takes whole numbers only: LIMIT, SKIP and range().

    JSON does not tell the two apart. Everywhere else 3.0 stays, for 3.0 / 2 is not 3 / 2.

    Example:
        >>> whole("RETURN $a / 2 AS half LIMIT $n", {"a": 3.0, "n": 3.0})
        {'a': 3.0, 'n': 3}
    """
    places = " ".join(part[0] for part in _WHOLE.finditer(quiet(statement)))
    counted = set(parameters_in(places))
    return {
        name: int(value) if name in counted and isinstance(value, float) and value.is_integer() else value
        for name, value in given.items()
    }


def compare(used: Iterable[str], given: Mapping[str, Any]) -> None:
    """Refuse parameters that the statement does not use, and name those that it lacks.

    Raises:
        CallError: with one problem for each.
    """
    used = list(used)
    problems = [
        Problem(
            f"the statement uses no ${name[:80]}",
            expected=", ".join(f"${u}" for u in used) or "no parameters",
            nearest=nearest(name, used),
        )
        for name in given
        if name not in used
    ]
    lacking = [name for name in used if name not in given]
    problems += [
        Problem(f"the statement needs ${name[:80]}", expected=f"a value for it: --param {name[:80]}=VALUE")
        for name in lacking
    ]
    if problems:
        raise CallError(*problems)


def _no_number(word: str) -> Any:
    raise ValueError(f"{word} is not JSON")
