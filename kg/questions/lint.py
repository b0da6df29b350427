"""What can be said about a question without a store.

This is about its names, parameters, columns and order, and about the common subset.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from kg.errors import Location, Problem, nearest
from kg.model import OWNED, WITHDRAWN, table
from kg.model.derived import DERIVED
from kg.questions.fit import WITH
from kg.questions.header import Question
from kg.questions.statement_text import quiet

_TEXT = "''"
"""What stands for a quoted text while a statement is looked at."""
_WRITES = re.compile(
    r"\b(CREATE|MERGE|DELETE|DETACH|SET|REMOVE|DROP|FOREACH|LOAD\s+CSV|GRANT|DENY|REVOKE)\b", re.I
)
_MISSING = (
    (re.compile(r"\bCOLLECT\s*\{", re.I), "COLLECT { } subqueries", "collect(...) after WITH"),
    (
        re.compile(r"\bduration\.(inDays|between|inMonths|inSeconds)", re.I),
        "duration functions",
        "comparison of dates",
    ),
    (
        re.compile(r"\([^()]*:\s*\w+\s*[|&!]\s*\w+|:\s*!\w+"),
        "label expressions with | & !",
        "WHERE n:A OR n:B",
    ),
    (re.compile(r"\)\s*\{\d*,?\d*\}|\)\s*[+*]\s*[(\-]"), "quantified path patterns", "-[:TYPE*0..12]->"),
    (
        re.compile(r"\([^()]*\bWHERE\b[^()]*\)\s*[-<]", re.I),
        "WHERE inside a node pattern",
        "WHERE after MATCH",
    ),
    (re.compile(r"\bIN\s+TRANSACTIONS\b", re.I), "CALL ... IN TRANSACTIONS", "one reading statement"),
    (re.compile(r"\bCALL\s+\w+(\.\w+)+", re.I), "procedures", "plain clauses"),
)
"""What the embedded engine or Neo4j lacks: pattern, what it is, what to write instead."""


def _last_return(statement: str) -> tuple[str, str]:
    """Return what follows the last RETURN: the columns, and the terms of ORDER BY.

    Each is empty when it is absent.
    """
    text = re.split(r"\bRETURN\b", quiet(statement, _TEXT), flags=re.I)
    parts = re.split(r"\bORDER\s+BY\b", text[-1] if len(text) > 1 else "", maxsplit=1, flags=re.I)
    columns, order = (
        re.split(r"\b(?:LIMIT|SKIP)\b", part, flags=re.I)[0].strip() for part in (*parts, "")[:2]
    )
    return columns, order


def columns_of(statement: str) -> list[str]:
    """Return the names of the columns that the last RETURN gives; none without a RETURN."""
    body = re.sub(r"^DISTINCT\b", "", _last_return(statement)[0], flags=re.I)
    return [_alias(part) for part in _split(body)] if body else []


def _split(text: str) -> Iterator[str]:
    depth, last = 0, 0
    for i, char in enumerate(text):
        depth += (char in "([{") - (char in ")]}")
        if char == "," and depth == 0:
            yield text[last:i]
            last = i + 1
    yield text[last:]


def _alias(part: str) -> str:
    words = re.split(r"\s+AS\s+", part.strip(), flags=re.I)
    return words[-1].strip()


def outside_subset(statement: str) -> Iterator[Problem]:
    """Yield what a statement uses that not both stores have: what it is, and what to write instead."""
    text = quiet(statement, _TEXT)
    for pattern, what, instead in _MISSING:
        if pattern.search(text):
            yield Problem(what, expected=instead)


@cache
def known_names() -> tuple[frozenset[str], frozenset[str]]:
    """Return the labels and the edge types that a graph can have."""
    labels = {label for kind in table.kinds().values() for label in kind.labels}
    return frozenset({*labels, WITHDRAWN, OWNED}), frozenset({*table.edges(), *DERIVED})


def unknown_names(statement: str) -> Iterator[Problem]:
    """Yield the labels, edges and properties of a statement that no graph of ours has, with the nearest."""
    text = quiet(statement, _TEXT)
    known = dict(zip(("label", "edge", "property"), (*known_names(), table.property_names()), strict=True))
    for sort, name in dict.fromkeys(_names_in(text)):
        if name not in known[sort]:
            yield Problem(f"no {sort} is called '{name[:80]}'", nearest=nearest(name, sorted(known[sort])))


def _names_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield the names that a statement asks for: what sort of name, and the name."""
    for body in re.findall(r"\(\s*\w*\s*((?::\s*\w+)+)", text):
        yield from (("label", name) for name in re.findall(r"\w+", body))
    for body in re.findall(r"-\s*\[\s*\w*\s*:\s*([\w|:! ]+)", text):
        yield from (("edge", name) for name in re.findall(r"[^\W\d]\w*", body))
    variables = set(re.findall(r"[(\[]\s*([^\W\d]\w*)\s*[:)\]{*]", text))
    for owner, label in re.findall(r"(?<=[\s,])([^\W\d]\w*):([A-Z]\w*)", text):
        if owner in variables:
            yield "label", label
    for owner, name in re.findall(r"(?<![\w.$])([^\W\d]\w*)\.([^\W\d]\w*)(?!\w*\s*\()", text):
        if owner in variables:
            yield "property", name
    for body in re.findall(r"[(\[][\w\s:|]*\w\s*\{([^{}]*)\}\s*[)\]]", text):
        yield from (("property", name) for name in re.findall(r"(\w+)\s*:", body))


def problems_in(question: Question) -> list[Problem]:
    """Return everything that is wrong with a question, without asking it."""
    problems = list(_declared(question))
    if question.in_cypher:
        problems = [*_one(question, question.statement), *problems, *_returned(question)]
    if question.graph is not None:
        problems += _one(question, question.graph)
    place = Location(question.file)
    return [Problem(p.what, place, p.expected, p.nearest, p.todo) for p in problems]


def _one(question: Question, statement: str) -> Iterator[Problem]:
    text = quiet(statement, _TEXT)
    write = _WRITES.search(text)
    if write:
        yield Problem(f"'{write[0]}' writes", expected="a statement that only reads")
    if ";" in text:
        yield Problem("more than one statement", expected="one statement, and one more below // :graph")
    for problem in outside_subset(statement):
        yield problem._replace(what=f"{problem.what} are not in the common subset of both stores")
    yield from unknown_names(statement)
    used = set(re.findall(r"\$(\w+)", text))
    for name in sorted(used - {p.name for p in question.parameters}):
        yield Problem(f"${name} is used but not declared", expected="a line '// :param'")
    absent = {p.name for p in question.parameters if p.type.optional and (p.of_corpus or p.default is None)}
    for line in WITH.finditer(statement):
        if line[1] not in absent:
            yield Problem(
                f"'// :with {line[1]}': the parameter cannot be absent",
                expected="a parameter whose default is null",
                nearest=nearest(line[1], absent),
            )


def _declared(question: Question) -> Iterator[Problem]:
    used = set(re.findall(r"\$(\w+)", quiet(question.statement, _TEXT)))
    for parameter in question.parameters:
        if question.in_cypher and parameter.name not in used:
            yield Problem(f"parameter '{parameter.name}' is declared but not used")
        if parameter.required and parameter.name not in question.needed:
            yield Problem(
                f"parameter '{parameter.name}' has no default",
                expected=f"a value for it: '// :example {parameter.option} ...'",
            )
        for label in parameter.type.labels:
            if label not in known_names()[0]:
                yield Problem(f"no label is called '{label}'", nearest=nearest(label, known_names()[0]))
        if parameter.type.name and parameter.type.name not in table.property_names():
            yield Problem(
                f"no property is called '{parameter.type.name}'",
                nearest=nearest(parameter.type.name, table.property_names()),
            )
    missing = set(question.key) - {name for name, _ in question.order}
    if missing:
        yield Problem(
            f"':order' leaves rows in any order: {', '.join(sorted(missing))} of ':key' is not in it",
            expected="every key column in ':order'",
        )


def _returned(question: Question) -> Iterator[Problem]:
    declared = [name for name, _ in question.returns]
    returned = columns_of(question.statement)
    if declared != returned:
        yield Problem(
            f"':returns' declares {', '.join(declared)}, the statement returns"
            f" {', '.join(returned) or 'nothing'}"
        )
    ordered = _last_return(question.statement)[1]
    terms = [" ".join(t.split()) for t in _split(ordered)] if ordered else []
    wanted = [f"{name} DESC" if down else name for name, down in question.order]
    if [re.sub(" desc$", " DESC", re.sub(" asc$", "", t, flags=re.I), flags=re.I) for t in terms] != wanted:
        yield Problem(
            f"':order' is {', '.join(wanted)}, ORDER BY is {', '.join(terms) or 'absent'}",
            expected="the same",
        )
