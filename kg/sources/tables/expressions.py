"""What stands between `${` and `}` in a layout: names of columns, texts, and functions of them.

The text of a layout is read once and becomes functions of a scope, which holds the values of one row by name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from kg.errors import nearest, number_of

Scope = Mapping[str, Any]
"""The values of one row, by name."""
Value = Callable[[Scope], Any]
"""What a piece of a layout gives for a row."""

_TOKEN = re.compile(
    r"\s*(?:(?P<name>[a-z][a-z0-9_]*)|'(?P<text>(?:[^']|'')*)'|(?P<number>\d+)|(?P<mark>[(),]))"
)
_HOLE = re.compile(r"\$\{((?:[^{}']|'(?:[^']|'')*')*)\}")


class ExpressionError(ValueError):
    """An expression cannot be read, or names what is not there.

    Attributes:
        expected: what could stand there.
        nearest: the known name that comes close.
    """

    def __init__(self, what: str, expected: str = "", close: str | None = None) -> None:
        """Keep the remedy beside the text."""
        super().__init__(what)
        self.expected = expected
        self.nearest = close


@dataclass(frozen=True)
class Words:
    """What expressions may name: the values by name, and the functions with how many arguments each takes."""

    names: Container[str] = ()
    functions: Mapping[str, tuple[Callable[..., Any], int, int | None]] = field(default_factory=dict)


@dataclass
class _Reader:
    """Reads one expression from the left to the right."""

    text: str
    words: Words
    at: int = 0

    def token(self) -> re.Match[str]:
        found = _TOKEN.match(self.text, self.at)
        if not found:
            rest = self.text[self.at :].strip()
            raise ExpressionError(
                f"'{self.text}' cannot be read at '{rest[:20]}'" if rest else f"'{self.text}' ends too early",
                "a column, 'a text', a number, or a function(with, arguments)",
            )
        self.at = found.end()
        return found

    def next_is(self, mark: str) -> bool:
        found = _TOKEN.match(self.text, self.at)
        if found and found["mark"] == mark:
            self.at = found.end()
            return True
        return False

    def value(self) -> Value:
        found = self.token()
        if found["text"] is not None:
            return _constant(found["text"].replace("''", "'"))
        if found["number"] is not None:
            return _constant(int(found["number"]))
        name = found["name"]
        if name is None:
            raise ExpressionError(
                f"'{self.text}' has '{found['mark']}' where a value belongs", "a column or a function"
            )
        if self.next_is("("):
            return self.call(name)
        if name not in self.words.names:
            every = list(self.words.names) if isinstance(self.words.names, (set, frozenset, dict)) else []
            raise ExpressionError(
                f"there is no '{name}' here", f"one of {', '.join(sorted(every))}", nearest(name, every)
            )
        return _named(name)

    def call(self, name: str) -> Value:
        if name not in self.words.functions:
            every = list(self.words.functions)
            raise ExpressionError(
                f"there is no function '{name}'", f"one of {', '.join(sorted(every))}", nearest(name, every)
            )
        function, least, most = self.words.functions[name]
        arguments = []
        if not self.next_is(")"):
            arguments.append(self.value())
            while self.next_is(","):
                arguments.append(self.value())
            if not self.next_is(")"):
                raise ExpressionError(f"'{self.text}' has no ')' after the arguments of {name}", "')'")
        if len(arguments) < least or (most is not None and len(arguments) > most):
            wanted = (
                f"{least}" if least == most else f"{least} or more" if most is None else f"{least} to {most}"
            )
            raise ExpressionError(f"{name} has {number_of(len(arguments), 'argument')}", f"{wanted} of them")
        return _chosen(*arguments) if name == "if" else _called(function, arguments)


def _constant(value: Any) -> Value:
    return lambda scope: value


def _named(name: str) -> Value:
    return lambda scope: scope[name]


def _called(function: Callable[..., Any], arguments: list[Value]) -> Value:
    if len(arguments) == 1:
        only = arguments[0]
        return lambda scope: function(only(scope))
    return lambda scope: function(*[argument(scope) for argument in arguments])


def _chosen(condition: Value, yes: Value, no: Value | None = None) -> Value:
    """Return what works out only the one value that is wanted: a name that is not used is not met."""
    return lambda scope: yes(scope) if condition(scope) else no(scope) if no else None


def expression(text: str, words: Words) -> Value:
    """Read one expression.

    Example:
        >>> words = Words({"a", "b"}, {"join": (lambda mark, *texts: mark.join(texts), 2, None)})
        >>> expression("join('-', a, b)", words)({"a": "x", "b": "y"})
        'x-y'
    """
    reader = _Reader(text, words)
    value = reader.value()
    if text[reader.at :].strip():
        raise ExpressionError(f"'{text}' goes on after its end", "one column or one function")
    return value


def template(text: str, words: Words) -> Value:
    """Read a text with expressions in it.

    A text that is one expression gives its value as it is, a list or a number; else the values become text,
    and nothing in the place of what is not known.

    Example:
        >>> template("${a} from ${b}", Words({"a", "b"}))({"a": 24, "b": None})
        '24 from'
    """
    if "${" not in text:
        return _constant(text)
    whole = _HOLE.fullmatch(text)
    if whole:
        return expression(whole[1], words)
    parts: list[str | Value] = []
    at = 0
    for hole in _HOLE.finditer(text):
        parts += [text[at : hole.start()], expression(hole[1], words)]
        at = hole.end()
    parts.append(text[at:])
    if any(isinstance(part, str) and "${" in part for part in parts):
        raise ExpressionError(f"'{text}' has '${{' without its '}}'", "${column} or ${function(column)}")
    return lambda scope: " ".join(
        "".join(part if isinstance(part, str) else shown(part(scope)) for part in parts).split()
    )


def shown(value: Any) -> str:
    """Return a value as a part of a text.

    Example:
        >>> shown(None), shown([2021, 2022]), shown(True)
        ('', '2021, 2022', 'yes')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(shown, value)) if isinstance(value, list) else str(value)


def used(text: str) -> Iterator[str]:
    """Yield every name and function that the expressions of a text have in them."""
    for hole in _HOLE.finditer(text):
        yield from (found["name"] for found in _TOKEN.finditer(hole[1]) if found["name"])
