"""A preset file: a `.cypher` file whose leading comment says what it asks, takes and returns.

    // Who sourced the claims on a topic, and through which chain?
    // :about   One row per claim and chain.
    // :param   topic id<Topic> = "troop-numbers"   topic of the claims
    // :example --topic shells
    // :returns claim str, said date
    // :key     claim
    // :order   said desc, claim
    // :table   claim
    // :tags    claims, headline
    MATCH ... RETURN ...;
    // :graph
    MATCH p = ... RETURN p;

The first line is the title; the Neo4j Browser takes it as the name of a saved script. Comment lines without a
key go on with the line above. Unknown keys are refused. `:example` gives values for the corpus that comes
with the program, as on the command line; a parameter without a default needs one. `:asked` gives other
wordings of the question, English or German, with semicolons between; people find it by them. A line of a
statement that ends in `// :with topic` does nothing without that parameter, and is then left out
(`kg.questions.fit`).
"""

from __future__ import annotations

import json
import re
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import Any, NamedTuple

from kg.errors import CallError, Place, PresetError, Problem, nearest
from kg.questions.types import Type, parse_type

_KEYS = ("about", "title-de", "asked", "param", "example", "returns", "key", "order", "table", "tags")
_NAME = re.compile(r"[a-z][a-z0-9_]*")


class Parameter(NamedTuple):
    """One declared parameter; `default` is used when none is given, and required without one."""

    name: str
    type: Type
    default: Any
    required: bool
    help: str

    @property
    def option(self) -> str:
        """How it is written on the command line."""
        return "--" + self.name.replace("_", "-")


class Preset(NamedTuple):
    """One question: what it is called, takes and returns, and its statements."""

    name: str
    topic: str
    file: str
    title: str
    title_de: str
    about: str
    parameters: tuple[Parameter, ...]
    returns: tuple[tuple[str, Type], ...]
    key: tuple[str, ...]
    order: tuple[tuple[str, bool], ...]
    table: tuple[str, ...]
    """The columns that a terminal shows first; all of them when empty."""
    tags: tuple[str, ...]
    statement: str
    graph: str | None
    example: tuple[tuple[str, Any], ...] = ()
    """Values by parameter name that fit the corpus which comes with the program; beside the defaults."""
    asked: tuple[str, ...] = ()
    """Other wordings of the question, in English and German, by which it is found."""

    def parameter(self, name: str) -> Parameter | None:
        """Return a parameter by name."""
        return next((p for p in self.parameters if p.name == name), None)

    @property
    def needed(self) -> dict[str, Any]:
        """Values from the example for the parameters that have no default."""
        return {
            p.name: value
            for p in self.parameters
            for name, value in self.example
            if p.required and p.name == name
        }

    @property
    def call(self) -> str:
        """How the example is asked on the command line.

        With its values, or else with the defaults that are not null.
        """
        given = dict(self.example) or {
            p.name: p.default for p in self.parameters if p.default not in (None, False)
        }
        words = (
            f"{p.option} {str(given[p.name]).lower() if p.type.base == 'bool' else given[p.name]}"
            for p in self.parameters
            if p.name in given
        )
        return " ".join(("kg ask", self.name, *words))


def read_preset(path: Path, shown: str) -> Preset:
    """Parse one file.

    Args:
        path: the `.cypher` file; its stem is the preset's name, its folder the topic.
        shown: how messages call it.

    Raises:
        PresetError: with every problem of the file.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise PresetError(Problem(f"cannot read the preset: {error.strerror}", Place(shown))) from error
    except UnicodeDecodeError as error:
        what = f"cannot read the preset: byte 0x{error.object[error.start]:02x} is not UTF-8"
        raise PresetError(Problem(what, Place(shown), todo="save it as UTF-8")) from error
    return parse(text, path.stem, path.parent.name, shown)


def parse(text: str, name: str, topic: str, shown: str) -> Preset:
    """Parse the text of a preset; see `read_preset`."""
    lines = text.replace("\r\n", "\n").split("\n")
    top = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
    reader = _Header(shown)
    reader.entries(lines[:top])
    body = lines[top:]
    cut = next((i for i, line in enumerate(body) if line.strip() == "// :graph"), None)
    statement = "\n".join(body[:cut]).strip().rstrip(";").strip()
    graph = None if cut is None else "\n".join(body[cut + 1 :]).strip().rstrip(";").strip()
    if not statement:
        reader.wrong(top, "the preset has no statement", "Cypher below the header")
    if graph == "":
        reader.wrong(top + (cut or 0), "':graph' has no statement", "Cypher below it")
    reader.finish(top)
    if reader.problems:
        raise PresetError(*sorted(reader.problems, key=lambda problem: problem.where or Place(shown)))
    return Preset(
        name,
        topic,
        shown,
        reader.title,
        reader.words["title-de"],
        reader.words["about"],
        tuple(reader.parameters),
        tuple(reader.returns),
        tuple(reader.key),
        tuple(reader.order),
        tuple(reader.table),
        tuple(reader.tags),
        statement,
        graph,
        tuple(reader.example.items()),
        tuple(part.strip() for part in reader.words["asked"].split(";") if part.strip()),
    )


class _Header:
    """Reads the comment lines and collects every problem."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.problems: list[Problem] = []
        self.title = ""
        self.words = {"about": "", "title-de": "", "asked": ""}
        self.parameters: list[Parameter] = []
        self.returns: list[tuple[str, Type]] = []
        self.key: list[str] = []
        self.order: list[tuple[str, bool]] = []
        self.table: list[str] = []
        self.tags: list[str] = []
        self.example: dict[str, Any] = {}

    def wrong(self, line: int, what: str, expected: str = "", near: str | None = None) -> None:
        self.problems.append(Problem(what, Place(self.shown, line + 1), expected, near))

    def entries(self, lines: list[str]) -> None:
        found: list[tuple[int, str, str]] = []
        for number, line in enumerate(lines):
            content = line[2:].strip()
            if number == 0:
                self.title = content
            elif content.startswith(":"):
                key, _, value = content[1:].partition(" ")
                found.append((number, key, value.strip()))
            elif content and found:
                at, key, value = found[-1]
                found[-1] = (at, key, f"{value} {content}")
            elif content:
                self.wrong(number, f"'{content[:40]}' belongs to no key", "a line that starts with '// :key'")
        for number, key, value in found:
            if key not in _KEYS:
                self.wrong(
                    number,
                    f"unknown key ':{key}'",
                    f"one of {', '.join(':' + k for k in _KEYS)}",
                    nearest(key, _KEYS),
                )
            elif key in self.words:
                self.words[key] = value
            else:
                getattr(self, f"_{key}")(number, value)

    def _param(self, line: int, text: str) -> None:
        name, _, rest = text.partition(" ")
        kind, _, rest = rest.strip().partition(" ")
        rest = rest.strip()
        default, required = None, True
        try:
            declared = parse_type(kind)
            if rest.startswith("="):
                default, end = json.JSONDecoder().raw_decode(rest[1:].strip())
                rest, required = rest[1:].strip()[end:].strip(), False
                if declared.base == "date" and default is not None:
                    default = date.fromisoformat(str(default))
                if not declared.fits(default):
                    self.wrong(line, f"the default of '{name}' does not fit {kind}")
        except ValueError as error:
            self.wrong(
                line,
                f"parameter '{name}': {error}",
                'for example: topic id<Topic> = "troop-numbers"  topic of the claims',
            )
            return
        if not _NAME.fullmatch(name) or not rest:
            self.wrong(line, f"parameter '{name}' needs a snake_case name and a description")
        if any(name == other.name for other in self.parameters):
            self.wrong(line, f"parameter '{name}' is declared twice")
        self.parameters.append(Parameter(name, declared, default, required, rest))

    def _returns(self, line: int, text: str) -> None:
        for part in text.split(","):
            name, _, kind = part.strip().partition(" ")
            if not _NAME.fullmatch(name) or any(name == other for other, _ in self.returns):
                self.wrong(line, f"column '{name}' needs a snake_case name of its own")
            try:
                self.returns.append((name, parse_type(kind.strip())))
            except ValueError as error:
                self.wrong(line, f"column '{name}': {error}")

    def _key(self, line: int, text: str) -> None:
        self.key = [part.strip() for part in text.split(",")]

    def _order(self, line: int, text: str) -> None:
        for part in text.split(","):
            name, _, way = part.strip().partition(" ")
            if way.strip() not in ("", "asc", "desc"):
                self.wrong(line, f"'{way}' is no direction", "asc or desc")
            self.order.append((name, way.strip() == "desc"))

    def _table(self, line: int, text: str) -> None:
        self.table = [part.strip() for part in text.split(",")]

    def _example(self, line: int, text: str) -> None:
        words = text.split()
        known = {p.option: p for p in self.parameters}
        for option, word in zip_longest(words[::2], words[1::2]):
            if option not in known or word is None:
                fault = "has no value" if option in known else "is no parameter"
                near = None if option in known else nearest(option, known)
                self.wrong(line, f"'{option}' {fault}", "for example: --topic shells", near)
                continue
            try:
                self.example[known[option].name] = known[option].type.read(word, known[option].name)
            except CallError as error:
                self.wrong(line, error.problems[0].what, error.problems[0].expected)

    def _tags(self, line: int, text: str) -> None:
        self.tags = [part.strip() for part in text.split(",")]

    def finish(self, top: int) -> None:
        columns = [name for name, _ in self.returns]
        if not self.title or self.title.startswith(":"):
            self.wrong(0, "the first line is not a title", "a question in plain words")
        for key, given in (
            ("about", self.words["about"]),
            ("returns", self.returns),
            ("key", self.key),
            ("order", self.order),
        ):
            if not given:
                self.wrong(max(top - 1, 0), f"':{key}' is missing", f"a line '// :{key} ...'")
        for name in (*self.key, *(name for name, _ in self.order), *self.table):
            if columns and name not in columns:
                self.wrong(
                    max(top - 1, 0),
                    f"'{name}' is no returned column",
                    f"one of {', '.join(columns)}",
                    nearest(name, columns),
                )
