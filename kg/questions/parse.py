"""The header of a question: what it asks, takes and returns, at the top of its one file.

    // Who sourced the claims on a topic, and through which chain?
    // :title-de Wer steht hinter den Behauptungen zu einem Thema, und über welche Kette?
    // :about   One row per claim and chain.
    // :param   topic id<Topic>?   topic of the claims
    // :example --topic shells
    // :returns claim str, said date
    // :key     claim
    // :order   said desc, claim
    // :table   claim
    // :drawing chain
    // :tags    claims, headline
    MATCH ... RETURN ...;
    // :graph
    MATCH p = ... RETURN p;

A question in Cypher is a `.cypher` file whose leading comment is the header. A question in Python is a file
in `kg/questions/analyses` whose docstring is the header, the same lines without `//`; `kg.questions.scope`
says what follows. Its parameters are joined by those that every analysis has (`EVERYWHERE`).

The first line is the title; the Neo4j Browser takes it as the name of a saved script. Lines without a key go
on with the line above. Unknown keys are refused. A parameter has the default behind its `=`; without one it
has to be given, or, where null fits, is what the corpus says in its `kg.toml`. `:title-` and the code of a
language say the title in that one. Each `:example` gives values for the corpus that comes with the program,
as on the command line; what has to be given needs one. `:asked` gives other wordings, in any language, with
semicolons between; people find the question by them. `:short` names the command that a question in Python is,
when that is not its own name. `:drawing` names the drawing that shows the answer. A line of a statement that
ends in `// :with topic` does nothing without that parameter, and is then left out (`kg.questions.fit`).
"""

from __future__ import annotations

import json
import os
import re
from datetime import date
from itertools import zip_longest
from typing import Any

from kg.errors import CallError, Location, PresetError, Problem, nearest
from kg.language.decoding import decoded
from kg.language.title import Title
from kg.questions.drawings import KINDS, Kind
from kg.questions.header import Parameter, Question
from kg.questions.types import Type, parse_type
from kg.system import reading

_KEYS = ("about", "asked", "param", "example", "returns", "key", "order", "table", "drawing", "tags")
_DOCSTRING = re.compile(r'\s*"""(.*?)"""', re.S)
EVERYWHERE = (
    ":param as_of date? = null only what was published on or before this day",
    ":param recorded_by date? = null only documents that had entered this graph by this day",
    ":param topic id<Topic>? = null only this topic",
    ":param event id<Event>? = null only this event and its parts",
    ":param actor id<Actor>? = null only what was said by this actor, or by who belongs to it",
)
"""What every question in Python takes."""
_EXAMPLE = "for example: topic id<Topic>? = null  topic of the claims"
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_DECLARED = re.compile(r"([^\s<]+(?:<.*?>+)?\??)(?:\s+(.*)|$)", re.S)
"""A declared type, which may hold blanks within its brackets, and what follows it."""
_TITLE = re.compile(r"title-([a-z]{2,3})")
"""The key of a title in another language, by ISO 639 code."""


def name_of(path: str) -> str:
    """Return what the question in a file is called.

    Example:
        >>> name_of("kg/questions/analyses/according_to.py")
        'according-to'
    """
    return os.path.splitext(os.path.basename(path))[0].replace("_", "-")


def topic_of(path: str) -> str:
    """Return the topic of the question in a file: its folder."""
    return os.path.basename(os.path.dirname(path))


def read_question(path: str, shown: str) -> Question:
    """Parse one file.

    Args:
        path: a `.cypher` or `.py` file; its stem is the name of the question, its folder the topic.
        shown: how messages call it.

    Raises:
        PresetError: with every problem of the file.
    """
    try:
        text = decoded(reading.read(path, reading.TEXT))
    except OSError as error:
        raise PresetError(Problem(f"cannot read the question: {error.strerror}", Location(shown))) from error
    except UnicodeDecodeError as error:
        what = f"cannot read the question: byte 0x{error.object[error.start]:02x} is not UTF-8"
        raise PresetError(Problem(what, Location(shown), todo="save it as UTF-8")) from error
    read = parse_python if path.endswith(".py") else parse
    return read(text, name_of(path), topic_of(path), shown)


def parse(text: str, name: str, topic: str, shown: str) -> Question:
    """Parse the text of a question in Cypher; see `read_question`."""
    lines = text.replace("\r\n", "\n").split("\n")
    top = next((i for i, line in enumerate(lines) if not line.startswith("//")), len(lines))
    header = _Header(shown, "// ")
    header.entries([line[2:] for line in lines[:top]])
    body = lines[top:]
    cut = next((i for i, line in enumerate(body) if line.strip() == "// :graph"), None)
    statement = "\n".join(body[:cut]).strip().rstrip(";").strip()
    graph = None if cut is None else "\n".join(body[cut + 1 :]).strip().rstrip(";").strip()
    if not statement:
        header.wrong(top, "the question has no statement", "Cypher below the header")
    if graph == "":
        header.wrong(top + (cut or 0), "':graph' has no statement", "Cypher below it")
    return header.question(name, topic, top, statement, graph)


def parse_python(text: str, name: str, topic: str, shown: str) -> Question:
    """Parse the text of a question in Python, which is not imported for that; see `read_question`."""
    docstring = _DOCSTRING.match(text)
    lines = (docstring[1] if docstring else "").split("\n")
    header = _Header(shown)
    header.entries([*lines, *EVERYWHERE])
    return header.question(name, topic, len(lines))


class _Header:
    """Reads the lines of a header and collects every problem."""

    def __init__(self, shown: str, mark: str = "") -> None:
        self.shown, self.mark = shown, mark
        self.keys = _KEYS if mark else (*_KEYS, "short")
        self.problems: list[Problem] = []
        self.title = ""
        self.titles: dict[str, str] = {}
        self.words = {"about": "", "asked": "", "short": ""}
        self.lists: dict[str, list[str]] = {"key": [], "table": [], "tags": []}
        self.parameters: list[Parameter] = []
        self.returns: list[tuple[str, Type]] = []
        self.order: list[tuple[str, bool]] = []
        self.drawing: Kind | None = None
        self.examples: list[dict[str, Any]] = []

    def question(
        self, name: str, topic: str, lines: int, statement: str = "", graph: str | None = None
    ) -> Question:
        """Return the question when nothing is wrong.

        Raises:
            PresetError: with every problem found.
        """
        self.finish(lines)
        if self.problems:
            raise PresetError(
                *sorted(self.problems, key=lambda problem: problem.where or Location(self.shown))
            )
        return Question(
            name,
            topic,
            self.shown,
            Title(self.title, self.titles),
            self.words["about"],
            tuple(self.parameters),
            tuple(self.returns),
            tuple(self.lists["key"]),
            tuple(self.order),
            tuple(self.lists["table"]),
            tuple(self.lists["tags"]),
            statement,
            graph,
            tuple(tuple(values.items()) for values in self.examples),
            tuple(part.strip() for part in self.words["asked"].split(";") if part.strip()),
            self.drawing,
        )

    def wrong(self, line: int, what: str, expected: str = "", near: str | None = None) -> None:
        self.problems.append(Problem(what, Location(self.shown, line + 1), expected, near))

    def entries(self, lines: list[str]) -> None:
        entries: list[tuple[int, str, str]] = []
        for number, line in enumerate(lines):
            content = line.strip()
            if number == 0:
                self.title = content
            elif content.startswith(":"):
                key, _, value = content[1:].partition(" ")
                entries.append((number, key, value.strip()))
            elif content and entries:
                at, key, value = entries[-1]
                entries[-1] = (at, key, f"{value} {content}")
            elif content:
                self.wrong(
                    number,
                    f"'{content[:40]}' belongs to no key",
                    f"a line that starts with '{self.mark}:key'",
                )
        for number, key, value in sorted(entries, key=lambda entry: entry[1] == "example"):
            if other := _TITLE.fullmatch(key):
                self.titles[other[1]] = value
            elif key not in self.keys:
                self.wrong(
                    number,
                    f"unknown key ':{key}'",
                    f"one of {', '.join(':' + k for k in (self.keys[0], 'title-LANG', *self.keys[1:]))}",
                    nearest(key, self.keys),
                )
            elif key in self.words:
                self.words[key] = value
            elif key in self.lists:
                self.lists[key] = [part.strip() for part in value.split(",")]
            else:
                getattr(self, f"_{key}")(number, value)

    def _param(self, line: int, text: str) -> None:
        name, _, rest = text.partition(" ")
        declaration = _DECLARED.match(rest.strip())
        kind, rest = (declaration[1], (declaration[2] or "").strip()) if declaration else (rest.strip(), "")
        default, said = None, rest.startswith("=")
        try:
            declared = parse_type(kind)
            if said:
                default, end = json.JSONDecoder().raw_decode(rest[1:].strip())
                rest = rest[1:].strip()[end:].strip()
                if declared.base == "date" and default is not None:
                    default = date.fromisoformat(str(default))
                if not declared.fits(default):
                    self.wrong(line, f"the default of '{name}' does not fit {kind}")
        except ValueError as error:
            self.wrong(line, f"parameter '{name}': {error}", _EXAMPLE)
            return
        if not _NAME.fullmatch(name) or not rest:
            self.wrong(line, f"parameter '{name}' needs a snake_case name and a description")
        if any(name == other.name for other in self.parameters):
            self.wrong(line, f"parameter '{name}' is declared twice")
        needs, may = (not said and declared.optional is optional for optional in (False, True))
        self.parameters.append(Parameter(name, declared, default, needs, rest, may))

    def _returns(self, line: int, text: str) -> None:
        for part in text.split(","):
            name, _, kind = part.strip().partition(" ")
            if not _NAME.fullmatch(name) or any(name == other for other, _ in self.returns):
                self.wrong(line, f"column '{name}' needs a snake_case name of its own")
            try:
                self.returns.append((name, parse_type(kind.strip())))
            except ValueError as error:
                self.wrong(line, f"column '{name}': {error}")

    def _order(self, line: int, text: str) -> None:
        for part in text.split(","):
            name, _, way = part.strip().partition(" ")
            if way.strip() not in ("", "asc", "desc"):
                self.wrong(line, f"'{way}' is no direction", "asc or desc")
            self.order.append((name, way.strip() == "desc"))

    def _example(self, line: int, text: str) -> None:
        words = text.split()
        known = {p.option: p for p in self.parameters}
        values = {}
        for option, word in zip_longest(words[::2], words[1::2]):
            if option not in known or word is None:
                fault = "has no value" if option in known else "is no parameter"
                near = None if option in known else nearest(option, known)
                self.wrong(line, f"'{option}' {fault}", "for example: --as-of 2024-10-18", near)
                continue
            try:
                values[known[option].name] = known[option].type.read(word, known[option].name)
            except CallError as error:
                self.wrong(line, error.problems[0].what, error.problems[0].expected)
        self.examples.append(values)

    def _drawing(self, line: int, text: str) -> None:
        self.drawing = next((kind for kind in KINDS if kind == text), None)
        if self.drawing is None:
            self.wrong(
                line, f"there is no drawing '{text[:40]}'", f"one of {', '.join(KINDS)}", nearest(text, KINDS)
            )

    def finish(self, top: int) -> None:
        columns = [name for name, _ in self.returns]
        if not self.title or self.title.startswith(":"):
            self.wrong(0, "the first line is not a title", "a question in plain words")
        given = {"returns": self.returns, "key": self.lists["key"], "order": self.order}
        for key, value in {"about": self.words["about"], **given}.items():
            if not value:
                self.wrong(max(top - 1, 0), f"':{key}' is missing", f"a line '{self.mark}:{key} ...'")
        for name in (*self.lists["key"], *(name for name, _ in self.order), *self.lists["table"]):
            if columns and name not in columns:
                self.wrong(
                    max(top - 1, 0),
                    f"'{name}' is no returned column",
                    f"one of {', '.join(columns)}",
                    nearest(name, columns),
                )
