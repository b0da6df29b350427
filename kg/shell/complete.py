"""What can stand where the cursor is: labels, edges, properties, parameters, presets and their values.

Only values are read from a store; all else is pure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.formats import formats
from kg.questions.header import Question
from kg.questions.statement_text import quiet

FORMATS = tuple(formats("answer"))
COMMANDS = {
    ":ask": "answer a preset: :ask index as_of=2024-10-18",
    ":explain": "print how the engine would run a statement",
    ":format": f"how to print: {', '.join(FORMATS)}",
    ":help": "list the commands",
    ":limit": "the most rows to print; 0 for all",
    ":param": "set a parameter: :param day=2024-10-18",
    ":params": "list the parameters; ':params clear' forgets them",
    ":presets": "list the questions, or those of one topic",
    ":quit": "leave, as does Ctrl-D",
    ":timeout": "the longest that a statement may run, in seconds",
}
"""Every command and what it does."""
KEYWORDS = (
    "AND",
    "AS",
    "ASC",
    "BY",
    "CALL",
    "CASE",
    "CONTAINS",
    "COUNT",
    "DESC",
    "DISTINCT",
    "ELSE",
    "END",
    "ENDS",
    "EXISTS",
    "IN",
    "IS",
    "LIMIT",
    "MATCH",
    "NOT",
    "NULL",
    "OPTIONAL",
    "OR",
    "ORDER",
    "RETURN",
    "SKIP",
    "STARTS",
    "THEN",
    "UNION",
    "UNWIND",
    "WHEN",
    "WHERE",
    "WITH",
    "collect(",
    "count(",
    "labels(",
    "properties(",
    "size(",
    "type(",
)


class Vocabulary(NamedTuple):
    """What the graph has: property names by label, and by edge type."""

    labels: Mapping[str, Sequence[str]]
    edges: Mapping[str, Sequence[str]]


class Candidate(NamedTuple):
    """A word that fits, how many characters before the cursor it replaces, and what it means."""

    word: str
    replaces: int
    meaning: str = ""


Values = Callable[[Question, str, str], Iterable[tuple[str, str]]]
"""Gives the values that a preset's parameter can take, and what they stand for.

It takes the question, the parameter, and the beginning of the value.
"""


def candidates(
    before: str,
    names: Vocabulary,
    presets: Mapping[str, str],
    parameters: Iterable[str],
    read: Callable[[str], Question],
    values: Values,
) -> list[Candidate]:
    """Return what can be typed next.

    Args:
        before: everything typed so far, up to the cursor.
        names: what the graph has.
        presets: titles by name.
        parameters: the names that have a value.
        read: reads a preset by name.
        values: the values of a preset's parameter.

    Example:
        >>> names = Vocabulary({"Claim": ("id", "stance")}, {"SAID_BY": ("key",)})
        >>> [c.word for c in candidates("MATCH (c:Claim {st", names, {}, (), None, None)]
        ['stance']
    """
    if before.lstrip().startswith(":"):
        return _of_command(before.lstrip(), presets, parameters, read, values)
    if not quiet(before + "|").endswith("|"):  # inside quotes or a comment
        return []
    for pattern, known in _places(before, names, parameters):
        match = re.search(pattern, before, re.S)
        if match:
            return _beginning(match[match.lastindex or 0], known(match))
    word = re.search(r"(?:^|[\s(])([A-Za-z]+)$", before)
    return _beginning(word[1], dict.fromkeys(KEYWORDS, "")) if word else []


Known = Callable[[re.Match[str]], Mapping[str, str]]


def _places(before: str, names: Vocabulary, parameters: Iterable[str]) -> list[tuple[str, Known]]:
    """Return what stands before the cursor, and what then may follow, the most special first."""
    owner = {**names.labels, **names.edges}

    def of_variable(match: re.Match[str]) -> Mapping[str, str]:
        said = re.findall(rf"[(\[]\s*{match[1]}\s*:\s*(\w+)", before)
        names = [name for label in said for name in owner.get(label, ())]
        return dict.fromkeys(
            names or sorted({name for own in owner.values() for name in own}), said[-1] if said else ""
        )

    return [
        (r"\$(\w*)$", lambda match: dict.fromkeys(parameters, "parameter")),
        (
            r"[(\[]\s*\w*\s*:\s*(\w+)[^(){}\[\]]*\{(?:[^{}]*,)?\s*(\w*)$",
            lambda match: dict.fromkeys(owner.get(match[1], ()), match[1]),
        ),
        (r"\[\s*\w*\s*:\s*(?:\w+\s*\|\s*)*(\w*)$", lambda match: dict.fromkeys(names.edges, "edge")),
        (r"\(\s*\w*\s*(?::\s*\w+\s*)*:\s*(\w*)$", lambda match: dict.fromkeys(names.labels, "label")),
        (r"\b(?:WHERE|AND|OR|NOT|WHEN)\s+\w+:(\w*)$", lambda match: dict.fromkeys(names.labels, "label")),
        (r"\b([A-Za-z_]\w*)\.(\w*)$", of_variable),
    ]


def _of_command(
    before: str,
    presets: Mapping[str, str],
    parameters: Iterable[str],
    read: Callable[[str], Question],
    values: Values,
) -> list[Candidate]:
    command, blank, rest = before.partition(" ")
    if not blank:
        return _beginning(command, COMMANDS)
    word = rest.rpartition(" ")[2]
    if command == ":format":
        return _beginning(rest, dict.fromkeys(FORMATS, ""))
    if command == ":param":
        return _beginning(rest, dict.fromkeys(parameters, "parameter"))
    if command != ":ask":
        return []
    name = rest.split(" ")[0]
    if " " not in rest:
        return _beginning(name, presets)
    if name not in presets:
        return []
    preset = read(name)
    parameter, equals, start = word.partition("=")
    if not equals:
        return _beginning(word, {f"{p.name}=": p.help for p in preset.parameters})
    return [Candidate(value, len(start), meaning) for value, meaning in values(preset, parameter, start)]


def _beginning(word: str, known: Mapping[str, str]) -> list[Candidate]:
    """Return the known words that begin like the one before the cursor, whatever its case."""
    return [
        Candidate(name, len(word), meaning)
        for name, meaning in known.items()
        if name.lower().startswith(word.lower()) and name != word
    ]
