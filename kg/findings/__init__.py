"""Findings: the sentence that states the answer to a question, made from its rows.

The sentences are words of the interface: `finding.QUESTION` is the one of a question, with places for what
the rows say (`kg.findings.template`, `kg.findings.measures`); `finding.QUESTION.VALUE` is the one for a
switch that is on or a word that was chosen, and `.0` is told when there are no rows. A question without a
sentence of its own gets that of the first shape of rows that fits (`SHAPES`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.findings.held_back import rules
from kg.findings.measures import Measures, Names, Row, Rows, nameless
from kg.findings.measures import cut as cut
from kg.findings.template import filled
from kg.language import ENGLISH
from kg.language.directions import joined
from kg.language.interface import languages, table
from kg.language.interface.words import Words
from kg.language.title import Title

if TYPE_CHECKING:
    from kg.questions.header import Parameter
    from kg.questions.result import Result

SHAPES: Mapping[str, frozenset[str]] = {
    "shape.figures": frozenset({"figure", "speaker", "unit"}),
    "shape.claims": frozenset({"claim", "speaker", "stance"}),
    "shape.stances": frozenset({"claim", "stance"}),
    "shape.events": frozenset({"event", "denied", "questioned"}),
    "shape.names": frozenset({"name"}),
    "shape.rows": frozenset(),
}
"""The sentences for any question whose rows have these columns; the first that fits is told."""
_PART = re.compile(r"\{\+(\w+)\}")


def finding(result: Result, names: Names = nameless, language: str = ENGLISH) -> str:
    """Return the sentence that states an answer.

    Args:
        result: the whole answer.
        names: what knows the names of ids; without it an id stands for itself.
        language: of the sentence.

    Raises:
        CallError: there are no words of that language.

    Example:
        >>> from kg.questions.result import Column, Result
        >>> columns = (Column("name", "str"),)
        >>> finding(Result("Who?", columns, [("Kim",)])), finding(Result("Who?", columns, []))
        ('One answer: Kim.', 'Nobody and nothing in these texts answers this.')
    """
    return _told(result, _rows(result), names, Words(language))


def narrowed(told: str, parts: Sequence[str], w: Words) -> str:
    """Return a sentence that says first what it is narrowed to."""
    about = joined(parts)
    return w("finding.about", about=about[:1].upper() + about[1:], finding=told) if about else told


def every(result: Result, names: Names = nameless, language: str = ENGLISH) -> Title:
    """Return the sentence that states an answer in a language, with what it is in the others."""
    rows = _rows(result)
    said = {code: _told(result, rows, names, Words(code)) for code in languages()}
    return Title(said[language], said)


def _rows(result: Result) -> Rows:
    return Rows((column.name for column in result.columns), result.rows)


def _told(result: Result, rows: Rows, names: Names, w: Words) -> str:
    if result.of_nothing:
        return w("finding.of-nothing")
    told = sentence(_key(result), rows, w, result.parameters, names)
    if result.cut and result.rows:
        told = w("finding.cut", finding=told)
    return narrowed(told, list(_about(result, names, w)), w)


def sentence(
    key: str,
    rows: Rows | Sequence[Row],
    w: Words,
    parameters: Mapping[str, Any] | None = None,
    names: Names = nameless,
) -> str:
    """Return the sentence of a key of the interface, `finding.` left out, filled from rows.

    Raises:
        KeyError: nobody wrote it, or it asks for what the rows do not have.
    """
    words = table(w.language)
    text = _PART.sub(lambda part: words[f"finding.part.{part[1]}"], words[f"finding.{key}"])
    found = rows if isinstance(rows, Rows) else Rows.of(rows)
    return filled(text, Measures(found, parameters or {}, w, names), w)


def chips(parameters: Mapping[str, Any], names: Names, w: Words) -> tuple[str, ...]:
    """Return what was asked with, a few words for each parameter that has a value.

    Example:
        >>> chips({"topic": "shells", "members": False, "as_of": None}, nameless, Words())
        ('topic: shells',)
    """
    return tuple(
        joined((w.either("param", name).replace("_", " "), _value(name, value, names, w)), ": ")
        for name, value in parameters.items()
        if value not in (None, False, [])
    )


def _key(result: Result) -> str:
    words, key = table(ENGLISH), result.question
    if f"finding.{key}" not in words:
        columns = {column.name for column in result.columns}
        key = next(shape for shape, needed in SHAPES.items() if needed <= columns)
    if not result.rows:
        return f"{key}.0"
    ways = (f"{key}.{name if value is True else value}" for name, value in result.parameters.items())
    return next((way for way in ways if f"finding.{way}" in words), key)


def _about(result: Result, names: Names, w: Words) -> Iterator[str]:
    """Yield what the answer is narrowed to."""
    for parameter in sorted(_parameters(result), key=lambda p: (p.name == "as_of", p.type.base == "date")):
        value, kind = result.parameters.get(parameter.name), parameter.type
        if value in (None, []) or isinstance(value, bool) or (value == parameter.default and not kind.label):
            continue
        if "Claim" in kind.labels or f"finding.{result.question}.{value}" in table(ENGLISH):
            continue
        told = _value(parameter.name, value, names, w)
        own = f"finding.about.{parameter.name}"
        if own in table(w.language):
            yield w(own, value=told)
        else:
            yield told if kind.label and not kind.name else w("finding.about.only", value=told)
    if collection := result.parameters.get("collection"):
        yield w("finding.about.collection", value=_value("collection", collection, names, w))
    yield from rules(result.parameters.get("mark"), bool(result.parameters.get("reviewed")), w)


def _parameters(result: Result) -> tuple[Parameter, ...]:
    from kg.questions import library

    return library.question(result.question).parameters if result.question else ()


def _value(name: str, value: Any, names: Names, w: Words) -> str:
    """Say the value of a parameter: an id by its name, a word of the facts in the language."""
    if isinstance(value, list):
        return joined(_value(name, one, names, w) for one in value)
    if isinstance(value, date):
        return w.day(value.isoformat())
    if isinstance(value, int) and not isinstance(value, bool):
        return w.number(value)
    text = str(value)
    told = Title(names(text)).said(w.language)
    families = (name, f"value.{name}", f"finding.{name}", "value")
    return cut(told or next((said for f in families if (said := w.either(f, text, ""))), text))
