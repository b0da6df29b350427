"""A preset as the saved scripts that answer it in Neo4j Browser.

Each is one statement with the values of its parameters in a block at its top, so that it works wherever it
is pasted. `:param` will not do: the Browser takes it for a statement of its own, and a script of several
statements is run to the end and answered with a tick per statement, without rows or picture.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kg.errors import with_article
from kg.formats.neo4j_browser.literals import literal
from kg.questions.header import Parameter, Question
from kg.questions.statement_text import quiet

WIDTH = 100
"""Characters of a comment line."""
BLOCK = "param"
"""What the parameters of a script are called in it."""
TAKES = {"date": "a day as date('2024-10-13')", "bool": "true or false"}
"""How values of types that people may not know in Cypher are written."""


@dataclass(frozen=True)
class Script:
    """One saved script.

    Attributes:
        folder: the folder it lies in, named after the topic.
        file: the name of its file.
        step: `rows` or `picture`.
        name: what the list of saved scripts shows; of its first 30 characters as much as fits.
        remarks: what it gives, a line each.
        body: what is run: one statement.
        ready: what a link opens: the same under the question; empty without a link.
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


def scripts_of(preset: Question) -> list[Script]:
    """Return the scripts of a preset: its rows, and its picture if it has one.

    Args:
        preset: any preset, with or without parameters and picture.
    """
    values = {p.name: p.default for p in preset.parameters if not p.required} | preset.needed
    parts = [
        ("rows", preset.title, preset.about, preset.statement, [name for name, _ in preset.returns]),
        ("picture", "the same as a picture", preset.title, preset.graph, columns(preset.graph or "")),
    ]
    return [
        Script(
            preset.topic.capitalize(),
            f"{preset.name}-{number}-{step}.cypher",
            step,
            f"{preset.name} {number}: {name}",
            tuple(textwrap.wrap(remark, WIDTH, break_long_words=False, break_on_hyphens=False)),
            body := f"{pasted(statement, preset, given, values)};",
            f"// {preset.title}\n{body}",
        )
        for number, (step, name, remark, statement, given) in enumerate(parts, 1)
        if statement
    ]


def pasted(statement: str, preset: Question, returned: Iterable[str], values: Mapping[str, Any]) -> str:
    """Return a statement with its parameters in a block at the top; texts and comments stay as they are.

    What is imported as `CALL (param)` is known everywhere below, whatever a `WITH` keeps;
    the order that rows have in it is lost outside.

    Args:
        statement: rows or picture of the preset.
        preset: whose parameters it takes.
        returned: the columns.
        values: by name; a parameter without one stays one, and the Browser asks for it.
    """
    if not preset.parameters:
        return statement
    lines = []
    for number, parameter in enumerate(preset.parameters, 1):
        name, comma = parameter.name, "," if number < len(preset.parameters) else ""
        value = literal(values[name]) if name in values else f"${name}"
        lines.append(f"  {name}: {value}{comma} // {_help(parameter)}")
    names = "|".join(parameter.name for parameter in preset.parameters)
    parts, last = [], 0
    for match in re.finditer(rf"\$(?=(?:{names})\b)", quiet(statement)):
        parts += [statement[last : match.start()], f"{BLOCK}."]
        last = match.end()
    inner = "".join([*parts, statement[last:]])
    block = "\n".join(["WITH {", *lines, f"}} AS {BLOCK}"])
    given = f"{block}\nCALL ({BLOCK}) {{\n{inner}\n}}\nRETURN {', '.join(returned)}"
    order = [f"{name} DESC" if down else name for name, down in preset.order if statement == preset.statement]
    return f"{given}\nORDER BY {', '.join(order)}" if order else given


def columns(statement: str) -> list[str]:
    """Return the names of what a statement returns last.

    Example:
        >>> columns("MATCH p = (c)--() RETURN DISTINCT p, [(c)-[r]->(a) | [r, a]] AS said LIMIT 3")
        ['p', 'said']
    """
    last = re.split(r"\bRETURN\b(?:\s+DISTINCT\b)?", quiet(statement))[-1]
    last = re.split(r"\b(?:ORDER\s+BY|SKIP|LIMIT)\b", last)[0]
    while (flat := re.sub(r"\[[^][]*\]|\([^()]*\)|\{[^{}]*\}", "", last)) != last:
        last = flat
    return [part.split()[-1] for part in last.split(",") if part.split()]


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
