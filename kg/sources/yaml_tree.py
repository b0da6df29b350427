"""YAML read safely, with the line and column of everything in it.

Plain scalars follow the core schema of YAML 1.2 (`no` is text, dates are text). Tags, anchors and
duplicate keys are refused: a curated fact means what it says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from kg.errors import Location, Problem
from kg.language.decoding import decoded
from kg.language.plain import plain
from kg.model.characters import odd, refused, undecoded
from kg.sources.yaml_syntax import explained
from kg.system import reading

DEEPEST = 32
"""Levels of nesting that are read; facts need seven."""
VALUES = 1_000_000
"""Keys and values of one file that are read: about 200 MB of memory."""
FAULTS = 1_000
"""Problems of one file after which nothing more is read."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_FIGURES = re.compile(r"[-+]?[0-9][0-9./~?%-]*")
"""What a number or a day is made of."""
LONGEST = 400
"""Characters of a number; a longer one stays text, which no field for numbers takes."""
_WORDS = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_STANDARD = "tag:yaml.org,2002:"


@dataclass(slots=True)
class Node:
    """Where a value stands, and where what is inside it stands; lines and columns are 1-based."""

    line: int
    column: int
    items: list[Node] = field(default_factory=list)
    fields: dict[str, tuple[tuple[int, int], Node]] = field(default_factory=dict)
    """Place of the key, and the value, by key."""

    def opened(self) -> Node:
        """Return the node with what is inside, which one kind of node looks up only when asked."""
        return self


@dataclass(frozen=True)
class Tree:
    """One file: its plain value, and the node to find positions in."""

    file: str
    value: Any
    node: Node

    def place(self, path: tuple[str | int, ...], key: bool = False) -> Location:
        """Return where the value at `path` stands, or as far as the path goes.

        Args:
            path: keys and indexes from the top.
            key: point at the last key instead of its value.
        """
        return place_in(self.file, self.node, path, key)


def place_in(file: str, node: Node, path: tuple[str | int, ...], key: bool = False) -> Location:
    """Return the position of `path` below one node, or as far as the path goes."""
    node = node.opened()
    at = (node.line, node.column)
    for depth, step in enumerate(path):
        if isinstance(step, str) and step in node.fields:
            name, node = node.fields[step]
            at = name if key and depth == len(path) - 1 else (node.line, node.column)
        elif isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            at = (node.line, node.column)
        else:
            break
    return Location(file, *at)


def read(
    path: Path, name: str, inside: Path | None = None, *, or_nothing: bool = False
) -> tuple[Tree | None, list[Problem]]:
    """Read one file.

    Args:
        path: where it is.
        name: how messages call it.
        inside: the folder out of which no link may lead.
        or_nothing: it may say nothing, and is then a mapping without keys.

    Returns:
        The tree, or None, and every problem found.

    Source: YAML 1.2.2, chapter 10.3 (core schema).
    """
    try:
        raw = reading.read(path, reading.FACTS, inside)
    except OSError as error:
        todo = getattr(error, "todo", "check that it exists and may be read")
        return None, [Problem(f"cannot be read: {error.strerror or error}", Location(name), todo=todo)]
    try:
        return read_text(decoded(raw), name, or_nothing=or_nothing)
    except UnicodeDecodeError as error:
        return None, [undecoded(error, _at(name, decoded(raw[: error.start])))]


def read_text(text: str, name: str, *, or_nothing: bool = False) -> tuple[Tree | None, list[Problem]]:
    """Read YAML; see `read`.

    Example:
        >>> read_text("said: 2024-10-13", "a claim")[0].value
        {'said': '2024-10-13'}
    """
    at = odd(text)
    if at is not None:
        return None, [refused(text[at], _at(name, text[:at]))]
    reader = _Reader(name, iter(yaml.parse(text, Loader=_Loader)))
    try:
        tree = reader.tree(or_nothing=or_nothing)
    except yaml.MarkedYAMLError as error:
        return None, [*reader.problems, explained(error, name, text)]
    return tree, reader.problems


def _at(name: str, before: str) -> Location:
    """Return the place right after the text `before`."""
    return Location(name, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


class _TooMuch(Exception):
    """The nesting goes beyond `DEEPEST`, or there is more than `VALUES` or `FAULTS`; nothing more is read."""


class _Reader:
    """Turns the events of the parser into plain values and nodes, and collects what is refused."""

    def __init__(self, file: str, events: Iterator[Any]) -> None:
        self.file = file
        self.events = events
        self.problems: list[Problem] = []
        self.values = 0

    def refuse(self, event: Any, what: str, expected: str, todo: str = "") -> None:
        self.problems.append(Problem(what, self._at(event), expected, todo=todo))
        if len(self.problems) == FAULTS:
            raise _TooMuch

    def _at(self, event: Any) -> Location:
        return Location(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def tree(self, *, or_nothing: bool) -> Tree | None:
        value: Any = None
        node = Node(1, 1)
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                try:
                    value, node = self.value(next(self.events), 0)
                except _TooMuch:
                    return None
                break
        if value is None or value == {}:
            if or_nothing:
                return Tree(self.file, {}, node)
            if not self.problems:
                what = Problem(
                    "the file is empty",
                    Location(self.file, 1, 1),
                    "at least one list of facts",
                    todo="add facts or delete the file",
                )
                self.problems.append(what)
            return None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                self.refuse(event, "a second document", "one document in a file", "delete the line ---")
                break
        return Tree(self.file, value, node)

    def value(self, event: Any, depth: int) -> tuple[Any, Node]:
        node = Node(event.start_mark.line + 1, event.start_mark.column + 1)
        self.values += 1
        if depth > DEEPEST:
            self.problems.append(too_deep(self._at(event)))
            raise _TooMuch
        if self.values > VALUES:
            self.refuse(
                event, f"more than {VALUES:,} values", "fewer facts in a file", "divide it into several"
            )
            raise _TooMuch
        if isinstance(event, yaml.AliasEvent):
            self.refuse(
                event, f"the alias '*{event.anchor}'", "every value written out", "write the value again"
            )
            return None, node
        if event.anchor:
            self.refuse(
                event, f"the anchor '&{event.anchor}'", "every value written out", "delete the anchor"
            )
        if event.tag:
            self.refuse(
                event, f"the tag '{_short_tag(event.tag)}'", "plain YAML without tags", "delete the tag"
            )
        if isinstance(event, yaml.ScalarEvent):
            return event.value if event.style else _plain(event.value), node
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(node, depth), node
        return self.mapping(node, depth), node

    def sequence(self, node: Node, depth: int) -> list[Any]:
        out = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            value, below = self.value(event, depth + 1)
            out.append(value)
            node.items.append(below)
        return out

    def mapping(self, node: Node, depth: int) -> dict[str, Any]:
        out: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            self.value(event, depth + 1)
            key = event.value if isinstance(event, yaml.ScalarEvent) else None
            value, below = self.value(next(self.events), depth + 1)
            if key is None:
                if not isinstance(event, yaml.AliasEvent):
                    self.refuse(event, "a key that is not a word", "a field name")
            elif key in out:
                first = Location(self.file, *node.fields[key][0])
                self.problems.append(stands_twice(key, self._at(event), first))
            else:
                out[key] = value
                node.fields[key] = (event.start_mark.line + 1, event.start_mark.column + 1), below
        return out


def too_deep(where: Location) -> Problem:
    """Return what is said about nesting beyond `DEEPEST`."""
    return Problem(f"nested more than {DEEPEST} levels deep", where, "facts as flat lists")


def stands_twice(key: str, where: Location, first: Location) -> Problem:
    """Return what is said about a key that stood before."""
    todo = "delete or rename one of the two"
    return Problem(f"the key '{key}' stands twice: {first} has it", where, "each key once", todo=todo)


def _short_tag(tag: str) -> str:
    return "!!" + tag.removeprefix(_STANDARD) if tag.startswith(_STANDARD) else tag


def _plain(text: str) -> Any:
    """Return what a scalar without quotes means."""
    if text in _WORDS:
        return _WORDS[text]
    if len(text) > LONGEST:
        return text
    digits = plain(text).text
    if digits != text and _FIGURES.fullmatch(digits):
        text = digits  # figures of full width mean what they show
    if _INT.fullmatch(text):
        return int(text, 0) if text.startswith(("0o", "0x")) else int(text)
    if _FLOAT.fullmatch(text) and abs(float(text)) != float("inf"):
        return float(text)
    return text
