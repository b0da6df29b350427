"""Asking a question of tables: the same columns and rows as from a store, whatever engine works them out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from kg.errors import CallError, Problem
from kg.load.sql.answers import ANSWERS
from kg.load.sql.base import view, views
from kg.load.sql.by_day import by_day
from kg.load.sql.tables import Engine, Tables
from kg.questions.from_world import shaped
from kg.questions.header import Question
from kg.questions.result import Result

NARROWING = ("topic", "event", "actor")
"""What a question in SQL cannot be narrowed to: it answers for the whole graph."""


class Opened(Engine, Protocol):
    """An engine with the tables of a folder as views."""


def asked(question: Question, engine: Opened, parameters: Mapping[str, Any]) -> Result:
    """Answer a question.

    Args:
        question: one of `ANSWERS`.
        engine: with the tables.
        parameters: a value for each parameter of the question.

    Raises:
        CallError: only Python answers that.
    """
    refuse_narrow(question, parameters)
    own = ANSWERS[question.name]
    known = {view(name) for name in views()}
    limits = by_day(engine, parameters["as_of"], parameters["recorded_by"])
    tables = Tables(engine, known | limits.made, {**own.meant(parameters), **limits.meant})
    return shaped(question, parameters, own.answer(tables, parameters))


def narrow(question: Question, parameters: Mapping[str, Any]) -> list[str]:
    """Return the options that are given and that only Python understands."""
    defaults = {p.name: p for p in question.parameters}
    own = ANSWERS[question.name]
    given = [name for name in (*NARROWING, *own.whole) if parameters.get(name) not in (None, False)]
    but = [name for name, value in own.but.items() if value in (parameters.get(name) or ())]
    return [
        *(defaults[name].option for name in given),
        *(f"{defaults[name].option} {own.but[name]}" for name in but),
    ]


def refuse_narrow(question: Question, parameters: Mapping[str, Any]) -> None:
    """Refuse what only Python answers.

    Raises:
        CallError: with the options.
    """
    if given := narrow(question, parameters):
        what = f"{', '.join(given)} of '{question.name}' is not offered by this engine"
        raise CallError(Problem(what, todo="leave it out, or ask a store with '--engine python'"))
