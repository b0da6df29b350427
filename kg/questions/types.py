"""The types that the headers of questions declare, and reading them from words on a command line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from kg.errors import CallError, Problem, nearest

_CHOICE = r"choice<([^<>|,?]+(?:\|[^<>|,?]+)+)>"
_TYPE = re.compile(
    r"(str|int|float|bool|date|span|id<(\w+(?:\|\w+)*)>|value<(\w+)\.(\w+)>"
    rf"|{_CHOICE}|list<(?:(str|int|date|span)|{_CHOICE})>)(\?)?"
)
_WHOLE = re.compile(r"[-+]?([0-9]{1,3}(,[0-9]{3})+|[0-9]{1,30})")
"""With thousands separators only where they belong: `1,5` is no whole number."""
TRUTH = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
"""What a boolean is written as, in any case."""
PLAIN: dict[str, type] = {"str": str, "int": int, "float": float, "bool": bool, "date": date, "span": str}


class Type(NamedTuple):
    """A declared type: a plain word, `id<...>`, `value<...>`, `choice<...>` or `list<...>`; `?` allows null.

    `id<Label>` is the id of a node with that label, `id<One|Other>` with one of these.
    `value<Label.property>` is a text that the property of some node with that label has.
    `choice<one|other>` is one of these words.
    `span` is a day or span of days in EDTF, as text; people read it in words (`kg.questions.spans`).
    Which ids and values there are depends on the graph; `kg.questions.allowed` lists them.

    Example:
        >>> parse_type("id<Topic>").labels, parse_type("list<str>?").optional
        (('Topic',), True)
        >>> parse_type("value<Claim.stance>").name
        'stance'
        >>> parse_type("list<choice<up|down>>").words
        ('up', 'down')
    """

    text: str
    base: str
    label: str
    """Of `id` and `value`; several have `|` between."""
    item: str
    optional: bool
    name: str = ""
    """Of `value<Label.property>` the property."""
    words: tuple[str, ...] = ()
    """All that there is to choose from, in the order declared; whatever the graph holds."""

    @property
    def bare(self) -> str:
        """The type without the mark that allows null."""
        return self.text.removesuffix("?")

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels of which a node must have one; none for other types."""
        return tuple(self.label.split("|")) if self.label else ()

    @property
    def expected(self) -> str:
        """What fits, in words."""
        if self.words and self.base != "bool":
            return f"{'some' if self.item else 'one'} of {', '.join(self.words)}"
        return _SAID[self.item or self.base]

    def fits(self, value: Any) -> bool:
        """Return whether a value that a store returned is of this type."""
        if value is None:
            return self.optional
        if self.item:
            return isinstance(value, list) and all(self._fits(v, self.item) for v in value)
        return self._fits(value, self.base)

    def _fits(self, value: Any, base: str) -> bool:
        return _is(value, PLAIN[base]) and (base != "str" or not self.words or value in self.words)

    def read(self, text: str, name: str) -> Any:
        """Turn a word from the command line into a value; it stays a value, whatever it holds.

        Raises:
            CallError: the word does not fit.
        """
        words = text.split(",") if self.item else ()
        return self._checked([word.strip() for word in words if word.strip()], text, name)

    def taken(self, value: Any, name: str) -> Any:
        """Turn what a program gives into a value: text is read, and 3.0 is a whole number.

        Raises:
            CallError: it does not fit.

        Example:
            >>> parse_type("int").taken(3.0, "least"), parse_type("list<int>").taken(["3", 4.0], "least")
            (3, [3, 4])
        """
        if isinstance(value, str):
            return self.read(value, name)
        return self._checked(value if isinstance(value, (list, tuple)) else None, value, name)

    def _checked(self, parts: Sequence[Any] | None, given: Any, name: str) -> Any:
        """Return the value that something is, item by item for a list."""
        if self.item and parts is None:
            raise self._unfit(given, name)
        parts = (parts if self.item else [given]) or []
        base = self.item or self.base
        try:
            values = [_read(part, base) if isinstance(part, str) else _whole(part, base) for part in parts]
        except (ValueError, KeyError):
            raise self._unfit(given, name) from None
        for value in values or ([given] if self.words else []):
            if not self._fits(value, base):
                raise self._unfit(value, name)
        return values if self.item else values[0]

    def written(self, value: Any) -> str:
        """Return a value as it is typed on the command line."""
        if isinstance(value, list):
            return ",".join(map(str, value))
        return str(value).lower() if isinstance(value, bool) else str(value)

    def _unfit(self, value: Any, name: str) -> CallError:
        shown = f"'{value[:80]}'" if isinstance(value, str) else repr(value)[:80]
        near = nearest(value, self.words) if self.base != "bool" else None
        what = f"{shown} does not fit --{name.replace('_', '-')}"
        return CallError(Problem(what, expected=self.expected, nearest=near))


def parse_type(text: str) -> Type:
    """Parse a declared type.

    Raises:
        ValueError: it is none.
    """
    match = _TYPE.fullmatch(text)
    if not match:
        raise ValueError(
            f"'{text}' is no type; use str, int, float, bool, date, span, id<Label>, value<Label.property>,"
            " choice<one|other> or list<str>, with ? for null"
        )
    base, label, owner, name, choice, item, choices, optional = match.groups()
    is_list = base.startswith("list")
    words = (choice or choices or ("true|false" if base == "bool" else "")).split("|")
    return Type(
        text,
        "list" if is_list else "str" if label or owner or choice else base,
        label or owner or "",
        "str" if choices else item or "",
        bool(optional),
        name or "",
        tuple(word for word in words if word),
    )


def _is(value: Any, kind: type) -> bool:
    if isinstance(value, bool):
        return kind is bool
    return isinstance(value, kind) or (kind is float and isinstance(value, int))


def _bool(text: str) -> bool:
    return TRUTH[text.lower()]


def _int(text: str) -> int:
    if not _WHOLE.fullmatch(text) or abs(value := int(text.replace(",", ""))) >= 2**63:
        raise ValueError
    return value


def _read(text: str, base: str) -> Any:
    if len(text) > _LONGEST and base in ("float", "bool", "date"):
        raise ValueError  # said in a moment; those who read them look at all of it
    return _READ[base](text)


def _whole(value: Any, base: str) -> Any:
    """Return a number without a fraction as a whole number where one is wanted, else what it is."""
    is_whole = base == "int" and isinstance(value, float) and value.is_integer() and abs(value) < 2**63
    return int(value) if is_whole else value


_LONGEST = 1_000
"""More letters are no day, number, or yes or no."""
_READ: dict[str, Any] = {
    "str": str,
    "int": _int,
    "float": float,
    "bool": _bool,
    "date": date.fromisoformat,
    "span": str,
}
_SAID = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "date": "a day as YYYY-MM-DD",
    "span": "a day or span of days as in EDTF",
    "list": "words with commas between",
}
