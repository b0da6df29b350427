"""A preset as the saved scripts that answer it in Neo4j Browser.

The Browser shows rows and pictures of a script only when it is a single statement: a script of several, and
every `:param` is one, is run to the end and answered with a tick per statement. So each preset becomes three
scripts, run one after the other: its parameters, its rows, its picture. Parameters stay set until the page is
loaded again, so what a link opens has the values written into the statement.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from kg.errors import with_article
from kg.formats.neo4j_browser.literals import literal
from kg.questions.header import Parameter, Question
from kg.questions.statement_text import quiet

WIDTH = 100
"""Characters of a comment line."""
TAKES = {"date": "a day as date('2024-10-13')", "bool": "true or false"}
"""How values of types that people may not know in Cypher are written."""


@dataclass(frozen=True)
class Script:
    """One saved script.

    Attributes:
        folder: the folder it lies in, named after the topic.
        file: the name of its file.
        step: `parameters`, `rows` or `picture`.
        name: what the list of saved scripts shows; of its first 30 characters as much as fits.
        remarks: what it gives or takes, a line each.
        body: what is run: `:param` lines or one statement.
        ready: what a link opens: the statement with the defaults written in; empty for parameters.
    """

    folder: str
    file: str
    step: str
    name: str
    remarks: tuple[str, ...]
    body: str
    ready: str = ""

    @property
    def text(self) -> str:
        """The whole script: its name as first comment line, where Browser 5 looks for it, remarks, body."""
        return "\n".join([f"// {self.name}", *(f"// {line}" for line in self.remarks), self.body]) + "\n"

    @property
    def query(self) -> str:
        """What the newer Browser saves: it refuses a comment before `:param`, and keeps the name apart."""
        return self.body if self.step == "parameters" else self.text


def scripts_of(preset: Question) -> list[Script]:
    """Return the scripts of a preset in the order in which they are run.

    Args:
        preset: any preset, with or without parameters and picture.

    Returns:
        One to three scripts: parameters with their defaults, rows, picture. A parameter without a default has
        the value of the preset's example, or no line: the Browser asks for it by name when it is missing.
    """
    parts = []
    given = [
        p._replace(default=preset.needed.get(p.name, p.default))
        for p in preset.parameters
        if not p.required or p.name in preset.needed
    ]
    if given:
        lines = [f"{p.name}: {_help(p)}" for p in preset.parameters]
        parts.append(
            (
                "parameters",
                f"set {', '.join(p.name for p in given)}",
                lines,
                "\n".join(map(_param, given)),
                "",
            )
        )
    statements = [
        ("rows", preset.title, preset.about, preset.statement),
        ("picture", "the same as a picture", preset.title, preset.graph),
    ]
    for step, name, remark, statement in statements:
        if statement is not None:
            parts.append(
                (step, name, [remark], f"{statement};", f"// {preset.title}\n{filled(statement, given)};")
            )
    return [
        Script(
            preset.topic.capitalize(),
            f"{preset.name}-{number}-{step}.cypher",
            step,
            f"{preset.name} {number}: {name}",
            _wrap(lines),
            body,
            ready,
        )
        for number, (step, name, lines, body, ready) in enumerate(parts, 1)
    ]


def filled(statement: str, parameters: Iterable[Parameter]) -> str:
    """Return a statement with parameters replaced by their defaults; texts and comments stay as they are.

    Example:
        >>> from kg.questions.types import parse_type
        >>> parameter = Parameter("a", parse_type("str"), "x", False, "")
        >>> filled("MATCH (n {id: $a}) WHERE n.b = '$a' RETURN n", [parameter])
        "MATCH (n {id: 'x'}) WHERE n.b = '$a' RETURN n"
    """
    values = {p.name: literal(p.default) for p in parameters}
    parts, last = [], 0
    for match in re.finditer(r"\$(\w+)", quiet(statement)):
        if match[1] in values:
            parts += [statement[last : match.start()], values[match[1]]]
            last = match.end()
    return "".join([*parts, statement[last:]])


def _param(parameter: Parameter) -> str:
    """Return the line that sets a parameter to its default."""
    return f":param {parameter.name} => {literal(parameter.default)};"


def _help(parameter: Parameter) -> str:
    kind = parameter.type
    what = (
        f"{with_article(kind.name)} that occurs"
        if kind.name
        else f"the id of {with_article(kind.label)}"
        if kind.label
        else TAKES.get(kind.text.rstrip("?"), "")
    )
    hints = [what, "null for none" if kind.optional else ""]
    shown = "; ".join(hint for hint in hints if hint)
    return f"{parameter.help} ({shown})" if shown else parameter.help


def _wrap(lines: list[str]) -> tuple[str, ...]:
    return tuple(
        part
        for line in lines
        for part in textwrap.wrap(line, WIDTH, break_long_words=False, break_on_hyphens=False)
    )
