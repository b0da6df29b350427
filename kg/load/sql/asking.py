"""Asking a question of tables: the same columns and rows as from a store, whatever engine works them out."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Protocol

from kg.load.sql.answers import ANSWERS
from kg.load.sql.base import view, views
from kg.load.sql.by_day import by_day
from kg.load.sql.narrowed import asks, cut, tell
from kg.load.sql.tables import Engine, Tables
from kg.questions.from_world import shaped
from kg.questions.header import Question
from kg.questions.result import Streamed


class Opened(Engine, Protocol):
    """An engine with the tables of a folder as views."""


def asked(question: Question, engine: Opened, parameters: Mapping[str, Any]) -> Streamed:
    """Answer a question; the engine must stay open until the rows are read.

    Args:
        question: one of `ANSWERS`.
        engine: with the tables.
        parameters: a value for each parameter of the question.

    Raises:
        CallError: it is narrowed to what is not in the graph.
    """
    own, known = ANSWERS[question.name], {view(name) for name in views()}
    tables = prepared(question.name, engine, known, parameters, own.told(parameters))
    return shaped(question, parameters, own.answer(tables, parameters))


def prepared(
    name: str,
    engine: Engine,
    known: Collection[str],
    parameters: Mapping[str, Any],
    told: Collection[str] = (),
) -> Tables:
    """Return the tables of a question, cut to the day and to what it is narrowed to.

    Args:
        name: of the question.
        engine: with tables.
        known: their names.
        parameters: values of the question; those that are not there say nothing.
        told: the files whose rows will be asked for, see `kg.load.sql.tables.Tables`.

    Raises:
        CallError: it is narrowed to what is not in the graph.
    """
    own = ANSWERS[name]
    limits = by_day(engine, parameters.get("as_of"), parameters.get("recorded_by"))
    meant = {**own.meant(parameters), **limits.meant}
    if not asks(parameters):
        return Tables(engine, {*known} | limits.made, {**meant, "among": "every_one"}, told)
    tables = Tables(engine, {*known} | limits.made, cut(meant, own.cut(parameters)), told)
    tell(tables, parameters)
    return tables
