"""A Neo4j database, through the official driver; 5.26 LTS and newer, clusters and Aura included."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Any, LiteralString, Self

import neo4j

from kg.errors import Problem, StoreError
from kg.store import statements
from kg.store.batches import batches
from kg.store.changes import Changes
from kg.store.neo4j import free_statements, sealing
from kg.store.neo4j.batch_queue import Pipe
from kg.store.neo4j.explained import ADDRESS, explained, would_write
from kg.store.neo4j.values import value_of
from kg.store.protocol import Progress
from kg.store.values import Answer, Element, Limits, distinct, elements_in
from kg.version import __version__

if TYPE_CHECKING:
    from kg.model.rows import Graph
    from kg.model.sharing import HeldBack

BATCH = 10_000
"""The most rows in one transaction; large ones are cut by bytes before."""

logging.getLogger("neo4j").addHandler(logging.NullHandler())  # what it warns of reaches people as our errors


class Neo4jStore:
    """A graph in one database of a Neo4j server or cluster.

    Reads run in read access mode with managed transactions, so that a cluster routes them to followers and
    refuses writes. A load that is cut off can be run again: it writes only what is still missing.
    """

    def __init__(
        self, driver: neo4j.Driver, name: str, database: str | None = None, timeout: float | None = None
    ) -> None:
        """Keep a driver; see `open`."""
        self._driver = driver
        self.name = name
        self.collection = ""
        self.held_back: HeldBack | None = None
        self._database = database
        self._timeout = timeout
        self._met = False
        self._indexed: set[str] = set()

    @classmethod
    def open(
        cls, uri: str, user: str, password: str, database: str | None = None, *, timeout: float | None = None
    ) -> Self:
        """Prepare a driver; the first statement finds out whether the server is there.

        Args:
            uri: `neo4j://`, `neo4j+s://`, `bolt://` or `bolt+s://` address.
            user: user name.
            password: kept in the driver only, never shown.
            database: name of the database; None for the user's home database.
            timeout: seconds after which the server ends a reading statement; None for the server's own limit.

        Raises:
            StoreError: the driver does not know such an address.
        """
        name = f"{uri.partition('?')[0]}{'/' + database if database else ''}"
        with explained(name):
            driver = neo4j.GraphDatabase.driver(
                uri,
                auth=(user, password),
                user_agent=f"kg/{__version__}",
                connection_timeout=10.0,
                max_transaction_retry_time=15.0,
                notifications_min_severity="OFF",
            )
        return cls(driver, name, database, timeout)

    def _few(self) -> neo4j.Session:
        """Return a session that asks for a few rows at a time: nobody knows how large they are."""
        return self._session(neo4j.READ_ACCESS, rows=100)

    def _session(
        self, mode: str, order: neo4j.api.BookmarkManager | None = None, rows: int = 5000
    ) -> neo4j.Session:
        if not self._met:  # an absent server is reported at once; a managed transaction would retry first
            try:
                self._driver.verify_connectivity()
            except (ValueError, OSError) as error:
                raise StoreError(
                    Problem(f"'{self.name}' is no address that can be reached: {error}", expected=ADDRESS)
                ) from error
            self._met = True
        return self._driver.session(
            database=self._database, default_access_mode=mode, fetch_size=rows, bookmark_manager=order
        )

    def query(self, cypher: str, parameters: Mapping[str, Any]) -> Answer:
        """Run a reading statement in read access mode."""

        @neo4j.unit_of_work(timeout=self._timeout)
        def work(transaction: neo4j.ManagedTransaction) -> Answer:
            plan = transaction.run(_trusted(f"EXPLAIN {cypher}"), dict(parameters)).consume()
            if plan.query_type not in (None, "r"):
                raise StoreError(would_write(self.name))
            result = transaction.run(_trusted(cypher), dict(parameters))
            records = [record.values() for record in result]  # ends of edges may stand in later records
            return Answer(tuple(result.keys()), [tuple(map(value_of, record)) for record in records])

        with explained(self.name), self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(work)

    def free(self, cypher: str, parameters: Mapping[str, Any], limits: Limits) -> Answer:
        """Run a statement that somebody wrote, in read access mode and after a look at the server's plan."""
        with explained(self.name):
            return free_statements.free(self._few, _result, self.name, cypher, parameters, limits)

    def plan(self, cypher: str, parameters: Mapping[str, Any]) -> str:
        """Return the server's plan."""
        with explained(self.name):
            return free_statements.plan(self._few, _result, self.name, cypher, parameters)

    def elements(self, cypher: str, parameters: Mapping[str, Any]) -> list[Element]:
        """Return the distinct nodes and edges in the rows."""
        rows = self.query(cypher, parameters).rows
        return distinct(element for row in rows for element in elements_in([*row]))

    def read(self) -> Graph:
        """Return every row that we loaded."""
        from kg.store.read_rows import graph_of

        return graph_of(self.query(statements.ALL_NODES, {}).rows, self.query(statements.ALL_EDGES, {}).rows)

    def scan_nodes(self) -> Iterator[tuple[Sequence[str], dict[str, Any]]]:
        """Yield labels and properties of our nodes as the server sends them."""
        return ((row[0], value_of(row[1])) for row in self._scan(statements.ALL_NODES))

    def scan_edges(self) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
        """Yield type, ends and properties of our edges as the server sends them."""
        return ((row[0], row[1], row[2], value_of(row[3])) for row in self._scan(statements.ALL_EDGES))

    def _scan(self, statement: str) -> Iterator[list[Any]]:
        with explained(self.name), self._session(neo4j.READ_ACCESS) as session:
            for record in session.run(_trusted(statement)):
                yield record.values()

    def load(
        self,
        parts: Iterable[Changes],
        fingerprint: str,
        progress: Progress = lambda rows: None,
        *,
        fresh: bool = False,
        seal: str = "",
    ) -> None:
        """Apply changes that come in parts, each batch in a transaction of its own."""
        again = "try again; the load goes on where it stopped"
        with explained(self.name, again), self._session(neo4j.WRITE_ACCESS) as session:
            self._index(session, statements.UNIQUE if fresh else statements.constraints())
            session.execute_write(_run, statements.MARK_LOADING, {"fingerprint": fingerprint})
            self._write_parts(parts, progress, fresh)
            if fresh:  # of all rows at once, which costs the server less than row by row
                self._index(session, statements.lookups())
            session.execute_write(
                _run, statements.MARK_LOADED, {"fingerprint": fingerprint, "version": __version__}
            )
            if seal:
                sealing.write(session, seal)

    def seal(self, seal: str) -> None:
        """Remember what the database holds, beside the number of its last transaction."""
        with explained(self.name), self._session(neo4j.WRITE_ACCESS) as session:
            sealing.write(session, seal)

    def sealed(self) -> str | None:
        """Return what the database is sealed with; the leader of a cluster is asked."""
        with explained(self.name), self._session(neo4j.WRITE_ACCESS) as session:
            return sealing.read(session)

    def _index(self, session: neo4j.Session, wanted: Iterable[str]) -> None:
        """Make constraints and indexes, each once for a store that was opened."""
        if new := [statement for statement in wanted if statement not in self._indexed]:
            for statement in new:
                session.run(_trusted(statement)).consume()
            session.run(statements.AWAIT_INDEXES).consume()
            self._indexed.update(new)

    def _write_parts(self, parts: Iterable[Changes], progress: Progress, fresh: bool) -> None:
        """Write batches, and pack the next ones while the server works on the last.

        Only rows that are new to an empty database are written by two transactions at a time: they cannot
        meet.
        """
        with ExitStack() as stack:
            order = (
                neo4j.GraphDatabase.bookmark_manager()
            )  # each transaction sees what the others have committed
            sessions = [
                stack.enter_context(self._session(neo4j.WRITE_ACCESS, order))
                for _ in range(2 if fresh else 1)
            ]
            pipe = stack.enter_context(Pipe([partial(_write, session) for session in sessions], progress))
            sort = ""
            for part in parts:
                now = next((name for name, rows in vars(part).items() if rows), "")
                if now != sort:
                    pipe.drain()
                    sort = now
                for statement, rows in batches(part, BATCH, fresh=fresh):
                    pipe.write(statement, rows)
            pipe.drain()

    def fingerprint(self) -> str | None:
        """Return the fingerprint of the last whole load, None when there is none or it was cut off."""
        rows = self.query(statements.FINGERPRINT, {}).rows
        return rows[0][0] if rows else None

    def foreign(self) -> int:
        """Return how many nodes of others the database holds."""
        return int(self.query(statements.FOREIGN, {}).rows[0][0])

    def database(self) -> str:
        """Return the name of the database, the home database by its real name."""
        return str(self.query(statements.DATABASE, {}).rows[0][0])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the driver."""
        self._driver.close()


def _trusted(statement: str) -> LiteralString:
    """Vouch for a statement: it comes from a preset file or `statements`, its values are parameters."""
    return statement


def _result(transaction: neo4j.Transaction, statement: str, parameters: Mapping[str, Any]) -> neo4j.Result:
    return transaction.run(_trusted(statement), dict(parameters))


def _write(session: neo4j.Session, statement: str, parameters: dict[str, Any]) -> None:
    session.execute_write(_run, statement, parameters)


def _run(transaction: neo4j.ManagedTransaction, statement: str, parameters: dict[str, Any]) -> None:
    transaction.run(_trusted(statement), parameters).consume()
