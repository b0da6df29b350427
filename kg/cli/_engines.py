"""What works out the rows of a question: Python from a store, or SQL from tables, here or on a cluster."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from kg.cli._common import one_of
from kg.errors import CallError, Problem
from kg.questions.engines import ABOVE, DUCKDB, ENGINES, IN_SQL, PYTHON, SPARK, at_least

if TYPE_CHECKING:
    from kg.questions.header import Question
    from kg.questions.result import Streamed
    from kg.store import Store


class By(NamedTuple):
    """What is to work out the rows; nothing was said by default."""

    engine: str | None = None
    folder: str | None = None
    """Of `kg export parquet`."""
    master: str | None = None
    """Address of a cluster."""
    memory: str | None = None
    """The most that DuckDB, or the driver of Spark, may take."""


OF_STORE = By()


def engine_options(command: click.Command) -> click.Command:
    """Add `--engine`, `--parquet`, `--memory` and `--master`; the command gets them as `by`."""
    made = command.callback
    assert made is not None

    @wraps(made)
    def told(
        *args: Any,
        engine: str | None,
        parquet: str | None,
        master: str | None,
        memory: str | None,
        **rest: Any,
    ) -> Any:
        return made(*args, by=_checked(By(engine, parquet, master, memory)), **rest)

    command.callback = told
    words = (
        "What works out the rows, which are the same.  [default: python; duckdb for a large store]",
        "Read the tables that 'kg export parquet' wrote there, and no store.",
        "Cluster of --engine spark, for example spark://HOST:7077 or local[4].",
        "The most that DuckDB, which sorts the rest on disk, or the driver of Spark may take, such as 4GB."
        "  [default: 8 tenths of all; for Spark what it is set to]",
    )
    command = click.option("--memory", metavar="SIZE", help=words[3])(command)
    command = click.option("--master", metavar="URL", help=words[2])(command)
    command = click.option("--parquet", metavar="DIR", help=words[1])(command)
    return click.option("--engine", **one_of(*ENGINES), help=words[0])(command)


def _checked(by: By) -> By:
    """Return what is to work out the rows, or say what does not go together.

    Raises:
        CallError: it does not.
    """
    if by.engine is None and by.folder is not None:
        by = by._replace(engine=DUCKDB)
    if by.engine == PYTHON and by.folder is not None:
        raise CallError(Problem("--engine python reads a store", todo="leave --parquet out, or take duckdb"))
    if by.engine == SPARK and (by.folder is None or by.master is None):
        what = "--engine spark needs --parquet DIR and --master URL"
        raise CallError(Problem(what, todo="write the tables with 'kg export parquet DIR'"))
    if by.engine != SPARK and by.master is not None:
        raise CallError(Problem("--master is for --engine spark"))
    if by.engine == PYTHON and by.memory is not None:
        raise CallError(Problem("--memory is for --engine duckdb and spark"))
    return by


def refuse_unanswered(question: Question, by: By) -> None:
    """Refuse to have SQL answer what only Python answers.

    Raises:
        CallError: with what SQL answers.
    """
    if by.engine in (DUCKDB, SPARK) and question.name not in IN_SQL:
        what = f"SQL does not answer '{question.name}' as Python does"
        raise CallError(Problem(what, expected=f"one of {', '.join(IN_SQL)}", todo="leave --engine out"))


def large(question: Question, store: Store, values: Mapping[str, Any]) -> bool:
    """Return whether a store is too large for Python, and SQL answers the question."""
    from importlib.util import find_spec

    from kg.questions.from_world import of_one_event

    if question.name not in IN_SQL or of_one_event(question.name, values):
        return False
    return find_spec("duckdb") is not None and at_least(store, ABOVE)


@contextmanager
def from_folder(question: Question, by: By, values: Mapping[str, Any]) -> Iterator[Streamed]:
    """Answer a question from tables of a folder; its rows come while the block runs.

    Raises:
        CallError: a parameter is wrong, only Python answers it, or the engine is not installed.
        SeedError: the folder is not whole, or of another version.
        StoreError: the run ended.
    """
    from kg.load.sql.asking import asked
    from kg.load.sql.folder import in_duckdb, in_spark
    from kg.questions.run import bind

    parameters = bind(question, values)
    assert by.folder is not None
    opening = (
        in_spark(by.folder, by.master or "", by.memory)
        if by.engine == SPARK
        else in_duckdb(by.folder, memory=by.memory)
    )
    with opening as engine:
        yield asked(question, engine, parameters)


@contextmanager
def from_store(question: Question, store: Store, values: Mapping[str, Any], by: By) -> Iterator[Streamed]:
    """Answer a question in SQL from what a store holds; its rows come while the block runs.

    Raises:
        CallError: a parameter is wrong, or DuckDB is not installed.
        StoreError: the store cannot be read, or memory or disk is not enough.
    """
    from kg.load.sql.asking import asked
    from kg.load.sql.folder import in_duckdb
    from kg.questions.run import bind, with_ids, worked_out_streamed

    parameters = bind(question, values, store)
    meant = with_ids(question, store, parameters)
    with in_duckdb(None, store, by.memory) as engine:
        yield worked_out_streamed(asked(question, engine, meant), store, parameters)
