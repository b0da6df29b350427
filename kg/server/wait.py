"""Ask a server a real query, once or until it answers."""

from __future__ import annotations

import time
from collections.abc import Callable

from neo4j import GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from kg.errors import Problem, StoreError
from kg.server.base import Progress


def answers(uri: str, user: str, password: str, timeout: float = 2.0) -> bool:
    """Say whether the server at a bolt address answers `RETURN 1`.

    Args:
        uri: bolt address.
        user: who asks.
        password: their password.
        timeout: seconds for the connection.

    Raises:
        StoreError: it answers, and refuses the password.
    """
    try:
        with (
            GraphDatabase.driver(uri, auth=(user, password), connection_timeout=timeout) as driver,
            driver.session() as session,
        ):
            return bool(session.run("RETURN 1 AS one").single(strict=True)["one"] == 1)
    except AuthError:
        raise StoreError(
            Problem(
                f"{uri} refuses the password in its password file: it was changed by other means",
                todo="write the new password into that file, or begin anew: kg neo4j start --fresh",
                code="password",
            )
        ) from None
    except (DriverError, Neo4jError, OSError):
        return False


def until_ready(
    ask: Callable[[], bool], alive: Callable[[], bool], timeout: float, progress: Progress, name: str
) -> bool:
    """Ask again and again until the server answers.

    Args:
        ask: one question; True when it was answered.
        alive: whether the process still lives.
        timeout: seconds to go on.
        progress: told every five seconds how long it has taken.
        name: what is waited for, in the progress text.

    Returns:
        True when it answered; False when it ended or the time was up.
    """
    begin = time.monotonic()
    told = 0
    while (spent := time.monotonic() - begin) < timeout:
        if ask():
            return True
        if not alive():
            time.sleep(0.3)  # between fork and exec a process has no command line to know it by: look twice
            if not alive():
                return False
        if spent >= told:
            progress(f"waiting for {name}, {spent:.0f} s of at most {timeout:.0f}")
            told += 5
        time.sleep(0.2)
    return False
