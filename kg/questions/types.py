"""The types that preset headers declare, and reading them from words on a command line."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, NamedTuple

from kg.errors import CallError, Problem

_TYPE = re.compile(r"(str|int|float|bool|date|id<(\w+)>|value<(\w+)\.(\w+)>|list<(str|int|date)>)(\?)?")
_WHOLE = re.compile(r"[-+]?([0-9]{1,3}(,[0-9]{3})+|[0-9]{1,30})")
"""With thousands separators only where they belong: `1,5` is no whole number."""
PLAIN: dict[str, type] = {"str": str, "int": int, "float": float, "bool": bool, "date": date}


class Type(NamedTuple):
    """A declared type: a plain word, `id<Label>`, `value<Label.property>`, or `list<...>`; `?` allows null.

    `id<Label>` is the id of a node with that label; `value<Label.property>` is a text that the property of
    some node with that label has. Which these are depends on the graph; `kg.questions.allowed` lists them.

    Example:
        >>> parse_type("id<Topic>").label, parse_type("list<str>?").optional
        ('Topic', True)
        >>> parse_type("value<Claim.stance>").name
        'stance'
    """

    text: str
    base: str
    label: str
    item: str
    optional: bool
    name: str = ""
    """Of `value<Label.property>` the property."""

    @property
    def bare(self) -> str:
        """The type without the mark that allows null."""
        return self.text.removesuffix("?")

    def fits(self, value: Any) -> bool:
        """Return whether a value that a store returned is of this type."""
        if value is None:
            return self.optional
        if self.item:
            return isinstance(value, list) and all(_is(v, PLAIN[self.item]) for v in value)
        return _is(value, PLAIN[self.base])

    def read(self, text: str, name: str) -> Any:
        """Turn a word from the command line into a value; it stays a value, whatever it holds.

        Raises:
            CallError: the word does not fit.
        """
        try:
            if self.item:
                return [_READ[self.item](part.strip()) for part in text.split(",") if part.strip()]
            return _READ[self.base](text)
        except (ValueError, KeyError):
            raise CallError(
                Problem(
                    f"'{text[:80]}' does not fit --{name.replace('_', '-')}",
                    expected=_SAID[self.item or self.base],
                )
            ) from None


def parse_type(text: str) -> Type:
    """Parse a declared type.

    Raises:
        ValueError: it is none.
    """
    match = _TYPE.fullmatch(text)
    if not match:
        raise ValueError(
            f"'{text}' is no type; use str, int, float, bool, date, id<Label>, value<Label.property> or"
            " list<str>, with ? for null"
        )
    base, label, owner, name, item, optional = match.groups()
    taken = "str" if label or owner else "list" if item else base
    return Type(text, taken, label or owner or "", item or "", bool(optional), name or "")


def _is(value: Any, kind: type) -> bool:
    if isinstance(value, bool):
        return kind is bool
    return isinstance(value, kind) or (kind is float and isinstance(value, int))


def _bool(text: str) -> bool:
    return {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}[text.lower()]


def _int(text: str) -> int:
    if not _WHOLE.fullmatch(text) or abs(value := int(text.replace(",", ""))) >= 2**63:
        raise ValueError
    return value


_READ: dict[str, Any] = {"str": str, "int": _int, "float": float, "bool": _bool, "date": date.fromisoformat}
_SAID = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "date": "a day as YYYY-MM-DD",
    "list": "words with commas between",
}
