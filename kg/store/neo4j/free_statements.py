"""Free statements on a Neo4j server.

They are looked at before they run, cut off after some rows, and answered in our types.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import neo4j
from neo4j import exceptions

from kg.errors import Location, Problem, StatementError, StoreError
from kg.store import statements
from kg.store.neo4j import growth, guard
from kg.store.neo4j.values import ends_in, value_of, weight
from kg.store.refusals import megabytes, too_long, too_much
from kg.store.values import Answer, Limits
from kg.system.deadline import within

LATE = 5.0
"""Seconds that a server may take to end a statement whose time is up."""
Run = Callable[[neo4j.Transaction, str, Mapping[str, Any]], neo4j.Result]
"""Runs a statement in a transaction."""

UNREADABLE = ("Neo.ClientError.Statement.", "Neo.ClientError.Procedure.")
"""Beginnings of the codes for a statement that cannot be read or run as it is written."""
NOT_OURS = ("AccessMode", "ExternalResourceFailed", "ProcedureCallFailed")
"""Ends of codes that look like these and say something else."""


def free(
    session: Callable[[], neo4j.Session],
    run: Run,
    name: str,
    cypher: str,
    parameters: Mapping[str, Any],
    limits: Limits,
) -> Answer:
    """Run a free statement, once; see `Store.free`.

    Args:
        session: opens one in read access mode.
        run: runs a statement.
        name: how messages call the store.
        cypher: the statement.
        parameters: its values.
        limits: rows and seconds; memory bounds the answer here, the server bounds its own.
    """

    def work(transaction: neo4j.Transaction) -> Answer:
        summary = run(transaction, f"EXPLAIN\n{cypher}", parameters).consume()
        refused = guard.problem(summary.plan, summary.query_type, name)
        if refused:
            raise StoreError(refused)
        result = run(transaction, cypher, parameters)
        columns, rows, more, held = tuple(result.keys()), list[list[Any]](), False, 0
        for record in result:
            more = bool(limits.rows) and len(rows) == limits.rows
            if more:
                break
            rows.append(record.values())
            held += weight(rows[-1])
            if held > limits.memory:
                raise StoreError(too_much(name, megabytes(limits.memory)))
        result.consume()
        ends = {end for row in rows for end in ends_in(row)}
        id_pairs = run(transaction, statements.OUR_IDS, {"ids": sorted(ends)}).values() if ends else []
        ids = {theirs: str(ours) for theirs, ours in id_pairs if ours is not None}
        return Answer(columns, [tuple(value_of(value, ids) for value in row) for row in rows], more)

    return _bounded(session, work, name, cypher, parameters, limits.seconds)


def plan(
    session: Callable[[], neo4j.Session], run: Run, name: str, cypher: str, parameters: Mapping[str, Any]
) -> str:
    """Return the server's plan of a statement; see `Store.plan`."""

    def work(transaction: neo4j.Transaction) -> str:
        return guard.tree(run(transaction, f"EXPLAIN\n{cypher}", parameters).consume().plan or {})

    return _bounded(session, work, name, cypher, parameters, Limits().seconds)


def _bounded[T](
    session: Callable[[], neo4j.Session],
    work: Callable[[neo4j.Transaction], T],
    name: str,
    cypher: str,
    parameters: Mapping[str, Any],
    seconds: float,
) -> T:
    """Return what a transaction gives, or say why it gives nothing.

    The server looks at its clock between two rows only, so that we look at ours as well; a transaction that
    is not waited for any longer ends with the connection.
    """
    refused = growth.problem(cypher, parameters, name)
    if refused:
        raise StoreError(refused)

    def ask() -> T:
        with (
            session() as opened,
            unreadable(name, seconds),
            opened.begin_transaction(timeout=seconds) as transaction,
        ):
            return work(transaction)

    done = within(seconds + LATE, ask)
    if done is None:
        raise StoreError(too_long(name, seconds))
    return done


@contextmanager
def unreadable(name: str, seconds: float) -> Iterator[None]:
    """Turn what the server says of a statement that it cannot read or end into an error of ours."""
    try:
        yield
    except (exceptions.ServiceUnavailable, exceptions.SessionExpired) as error:
        what = f"{name}: the server ended, or cut the connection, while it ran the statement"
        raise StoreError(
            Problem(what, todo="narrow the question; 'kg neo4j start' starts a server of ours again")
        ) from error
    except exceptions.ClientError as error:
        code = error.code or ""
        if "TransactionTimedOut" in code:
            raise StoreError(too_long(name, seconds)) from error
        if code.startswith(UNREADABLE) and not code.endswith(NOT_OURS):
            raise statement_error(error.message or code) from error
        raise


def statement_error(message: str) -> StatementError:
    """Return what the server said of a statement that it cannot read.

    Lines and columns are those of the statement, without the EXPLAIN above it.

    Example:
        >>> print(statement_error("Invalid input 'RETRUN': expected ... (line 3, column 1 (offset: 16))"))
        statement:2:1: invalid input 'RETRUN': expected ...
    """
    place = re.search(r"\(line (\d+), column (\d+) \(offset: \d+\)\)", message)
    line, column = (int(place[1]) - 1, int(place[2])) if place else (0, 0)
    first = re.sub(
        r"\s*\(line \d+, column \d+ \(offset: \d+\)\)",
        "",
        message.splitlines()[0] if message else "it cannot be read",
    )
    return StatementError(
        Problem(first[:1].lower() + first[1:], Location("statement", line, column)), line, column
    )
