"""YAML read safely, with the line and column of everything in it.

Plain scalars follow the core schema of YAML 1.2 (`no` is text, dates are text). Tags, anchors and
duplicate keys are refused: a curated fact means what it says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from kg.errors import Place, Problem

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS = {"": None, "~": None, "null": None, "Null": None, "NULL": None, "true": True, "True": True, "TRUE": True,
          "false": False, "False": False, "FALSE": False}  # fmt: skip
_STANDARD = "tag:yaml.org,2002:"


@dataclass(frozen=True)
class Tree:
    """One file: its plain value, and the YAML nodes to find positions in."""

    file: str
    value: Any
    node: Any

    def place(self, path: tuple[str | int, ...], key: bool = False) -> Place:
        """Return where the value at `path` stands, or as far as the path goes.

        Args:
            path: keys and indexes from the top.
            key: point at the last key instead of its value.
        """
        return place_in(self.file, self.node, path, key)


def place_in(file: str, node: Any, path: tuple[str | int, ...], key: bool = False) -> Place:
    """Return the position of `path` below one YAML node."""
    mark = node.start_mark
    for depth, step in enumerate(path):
        last = depth == len(path) - 1
        if isinstance(node, yaml.MappingNode):
            pair = next(((k, v) for k, v in node.value if k.value == step), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
            pair = (node.value[step],) * 2
        else:
            pair = None
        if pair is None:
            break
        mark, node = (pair[0] if key and last else pair[1]).start_mark, pair[1]
    return Place(file, mark.line + 1, mark.column + 1)


def read(path: Path, name: str) -> tuple[Tree | None, list[Problem]]:
    """Read one file.

    Args:
        path: where it is.
        name: how messages call it.

    Returns:
        The tree, or None, and every problem found.

    Source: YAML 1.2.2, chapter 10.3 (core schema).
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        return None, [Problem(f"cannot read the file: {reason}", Place(name), todo="check that it exists and may be read")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        place = Place(name, before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1)
        return None, [
            Problem(f"byte 0x{raw[error.start]:02x} is not UTF-8", place, "a file in UTF-8", todo="save it as UTF-8")
        ]
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        return None, [_syntax(error, name, text)]
    except yaml.YAMLError as error:
        return None, [Problem(f"not YAML: {error}", Place(name, 1, 1), "text without control characters")]
    except RecursionError:
        return None, [Problem("nested too deeply", Place(name, 1, 1), "facts as a flat list")]
    if node is None:
        return None, [Problem("the file is empty", Place(name, 1, 1), "at least one list of facts", todo="add facts or delete the file")]
    walker = _Walker(name)
    return Tree(name, walker.value(node), node), walker.problems


def _syntax(error: yaml.MarkedYAMLError, name: str, text: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name, 1, 1)
    lines = text.split("\n")
    here = lines[mark.line] if mark and mark.line < len(lines) else ""
    if "\t" in here[: len(here) - len(here.lstrip())] or "'\\t'" in str(error.problem):
        return Problem("a tab where YAML wants spaces", place, "indentation by spaces", todo="replace the tab by two spaces")
    what = " ".join(part for part in (error.context, error.problem) if part)
    return Problem(f"not YAML: {what}", place, "valid YAML", todo="quote texts that hold ': ' or start with a special character")


class _Walker:
    """Turns YAML nodes into plain values and collects what is refused."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []
        self.seen: set[int] = set()

    def refuse(self, node: Any, what: str, expected: str, todo: str = "") -> None:
        place = Place(self.file, node.start_mark.line + 1, node.start_mark.column + 1)
        self.problems.append(Problem(what, place, expected, todo=todo))

    def value(self, node: Any) -> Any:
        if id(node) in self.seen:
            self.refuse(node, "an anchor that is used again", "every fact written out", "write the value twice")
            return None
        self.seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        if not node.tag.startswith(_STANDARD) or node.tag.removeprefix(_STANDARD) not in ("map", "seq"):
            self.refuse(node, f"a tag '{node.tag}'", "plain YAML without tags", "remove the tag")
        if isinstance(node, yaml.SequenceNode):
            return [self.value(child) for child in node.value]
        out: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.refuse(key_node, "a key that is not a word", "a field name")
                continue
            key = key_node.value
            if key in out:
                self.refuse(key_node, f"the key '{key}' stands twice", "each key once", "delete one of the two")
            out[key] = self.value(value_node)
        return out

    def scalar(self, node: Any) -> Any:
        text: str = node.value
        if not node.tag.startswith(_STANDARD) or node.tag.removeprefix(_STANDARD) == "binary" or "python" in node.tag:
            self.refuse(node, f"a tag '{node.tag}'", "plain YAML without tags", "remove the tag")
        if node.style:
            return text
        if text in _WORDS:
            return _WORDS[text]
        if _INT.fullmatch(text) and len(text) < 100:
            return int(text, 0) if text.startswith(("0o", "0x")) else int(text)
        if _FLOAT.fullmatch(text):
            return float(text)
        return text
