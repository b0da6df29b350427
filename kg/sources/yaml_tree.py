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
_LONGEST = 400
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
_CONTROL = re.compile(r"[^\t\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What a file must not hold as it is: control characters, and the line ends that editors do not count."""


@dataclass(slots=True)
class Node:
    """Where a value stands, and where what is inside it stands; lines and columns are 1-based."""

    line: int
    column: int
    items: list[Node] = field(default_factory=list)
    fields: dict[str, tuple[tuple[int, int], Node]] = field(default_factory=dict)
    """Place of the key, and the value, by key."""


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


def read(path: Path, name: str, inside: Path | None = None) -> tuple[Tree | None, list[Problem]]:
    """Read one file.

    Args:
        path: where it is.
        name: how messages call it.
        inside: the folder out of which no link may lead.

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
        text = decoded(raw)
    except UnicodeDecodeError as error:
        place = _at(name, decoded(raw[: error.start]))
        what = f"byte 0x{raw[error.start]:02x} is not UTF-8"
        return None, [Problem(what, place, "a file in UTF-8", todo="save it as UTF-8")]
    odd = _CONTROL.search(text)
    if odd:
        what = f"the character U+{ord(odd[0]):04X}"
        todo = f'delete it, write it as "\\u{ord(odd[0]):04x}" in double quotes, or save the file as UTF-8'
        return None, [
            Problem(what, _at(name, text[: odd.start()]), "text without control characters", todo=todo)
        ]
    reader = _Reader(name, iter(yaml.parse(text, Loader=_Loader)))
    try:
        tree = reader.tree()
    except yaml.MarkedYAMLError as error:
        return None, [*reader.problems, _syntax(error, name, text)]
    return tree, reader.problems


def _at(name: str, before: str) -> Location:
    """Return the place right after the text `before`."""
    return Location(name, before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1)


def _syntax(error: yaml.MarkedYAMLError, name: str, text: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    here = text.split("\n")[line : line + 1] or [""]
    margin = here[0][: len(here[0]) - len(here[0].lstrip())]
    tab = margin.find("\t") if "\t" in margin else here[0].find("\t", column, column + 1)
    if tab >= 0:
        where = Location(name, line + 1, tab + 1)
        return Problem(
            "a tab where YAML wants spaces",
            where,
            "indentation by spaces",
            todo="replace the tab by two spaces",
        )
    start, what = error.context_mark, f"{error.context or ''} {error.problem}".strip()
    if start and "end of stream" in what and "quoted" in what:
        where = Location(name, start.line + 1, start.column + 1)
        return Problem(
            "a quoted text that never ends",
            where,
            "a closing quote",
            todo="close it, or double a quote inside it",
        )
    if start and (start.line, start.column) != (line, column):
        what = f"{error.context} that begins at {start.line + 1}:{start.column + 1}: {error.problem}"
    todo = (
        "put texts that hold ': ' or begin with a special character in quotes; indent the fields of a fact"
        " alike"
    )
    return Problem(f"not YAML: {what}", Location(name, line + 1, column + 1), "valid YAML", todo=todo)


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
        place = Location(self.file, event.start_mark.line + 1, event.start_mark.column + 1)
        self.problems.append(Problem(what, place, expected, todo=todo))
        if len(self.problems) == FAULTS:
            raise _TooMuch

    def tree(self) -> Tree | None:
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
            self.refuse(event, f"nested more than {DEEPEST} levels deep", "facts as flat lists")
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
                self.refuse(
                    event,
                    f"the key '{key}' stands twice: {first} has it",
                    "each key once",
                    "delete or rename one of the two",
                )
            else:
                out[key] = value
                node.fields[key] = (event.start_mark.line + 1, event.start_mark.column + 1), below
        return out


def _short_tag(tag: str) -> str:
    return "!!" + tag.removeprefix(_STANDARD) if tag.startswith(_STANDARD) else tag


def _plain(text: str) -> Any:
    """Return what a scalar without quotes means."""
    if text in _WORDS:
        return _WORDS[text]
    if len(text) > _LONGEST:
        return text
    digits = plain(text).text
    if digits != text and _FIGURES.fullmatch(digits):
        text = digits  # figures of full width mean what they show
    if _INT.fullmatch(text):
        return int(text, 0) if text.startswith(("0o", "0x")) else int(text)
    if _FLOAT.fullmatch(text) and abs(float(text)) != float("inf"):
        return float(text)
    return text
