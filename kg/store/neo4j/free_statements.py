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
from kg.store.neo4j import guard
from kg.store.neo4j.values import ends_in, value_of
from kg.store.values import Answer, Limits

Run = Callable[[neo4j.ManagedTransaction, str, Mapping[str, Any]], neo4j.Result]
"""Runs a statement in a transaction."""

UNREADABLE = ("Neo.ClientError.Statement.", "Neo.ClientError.Procedure.")
"""Beginnings of the codes for a statement that cannot be read or run as it is written."""
NOT_OURS = ("AccessMode", "ExternalResourceFailed", "ProcedureCallFailed")
"""Ends of codes that look like these and say something else."""


def free(
    session: neo4j.Session,
    run: Run,
    name: str,
    cypher: str,
    parameters: Mapping[str, Any],
    limits: Limits,
) -> Answer:
    """Run a free statement in a session that is in read access mode; see `Store.free`.

    Args:
        session: in read access mode.
        run: runs a statement.
        name: how messages call the store.
        cypher: the statement.
        parameters: its values.
        limits: rows and seconds; memory is the server's own affair.
    """

    @neo4j.unit_of_work(timeout=limits.seconds)
    def work(transaction: neo4j.ManagedTransaction) -> Answer:
        summary = run(transaction, f"EXPLAIN\n{cypher}", parameters).consume()
        refused = guard.problem(summary.plan, summary.query_type, name)
        if refused:
            raise StoreError(refused)
        result = run(transaction, cypher, parameters)
        columns, rows, more = tuple(result.keys()), list[list[Any]](), False
        for record in result:
            more = bool(limits.rows) and len(rows) == limits.rows
            if more:
                break
            rows.append(record.values())
        result.consume()
        ends = {end for row in rows for end in ends_in(row)}
        id_pairs = run(transaction, statements.OUR_IDS, {"ids": sorted(ends)}).values() if ends else []
        ids = {theirs: str(ours) for theirs, ours in id_pairs if ours is not None}
        return Answer(columns, [tuple(value_of(value, ids) for value in row) for row in rows], more)

    with unreadable():
        return session.execute_read(work)


def plan(session: neo4j.Session, run: Run, cypher: str, parameters: Mapping[str, Any]) -> str:
    """Return the server's plan of a statement; see `Store.plan`."""
    with unreadable():
        summary = session.execute_read(
            lambda transaction: run(transaction, f"EXPLAIN\n{cypher}", parameters).consume()
        )
    return guard.tree(summary.plan or {})


@contextmanager
def unreadable() -> Iterator[None]:
    """Turn what the server says of a statement that it cannot read into an error with its place."""
    try:
        yield
    except exceptions.ClientError as error:
        code = error.code or ""
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
