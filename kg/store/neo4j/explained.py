"""What the driver and the server say, in words that a person can act on."""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from neo4j import exceptions

from kg.errors import Problem, StoreError
from kg.store.refusals import too_much
from kg.system.full_disk import is_full, refused

AGAIN = "try again"
ADDRESS = "neo4j://, neo4j+s://, bolt:// or bolt+s://, a host and perhaps a port"


@contextmanager
def explained(name: str, again: str = AGAIN) -> Iterator[None]:
    """Turn what driver and server say into what a person can act on; the password is never part of it.

    Args:
        name: how messages call the store.
        again: what to do about what may be gone the next time.
    """
    try:
        yield
    except exceptions.AuthError as error:
        raise StoreError(
            Problem(f"{name} refuses user name or password", todo="set NEO4J_USERNAME and NEO4J_PASSWORD")
        ) from error
    except exceptions.ServiceUnavailable as error:
        if _is_tls(error):
            todo = (
                "write bolt+s:// or neo4j+s:// for a server with TLS (+ssc when it signs itself), bolt:// for"
                " one without"
            )
            raise StoreError(
                Problem(f"{name}: the server and the address disagree about TLS", todo=todo)
            ) from error
        todo = "start the server ('kg neo4j start' or 'docker compose up'), or correct NEO4J_URI or --store"
        raise StoreError(Problem(f"no Neo4j answers at {name}", todo=todo)) from error
    except exceptions.ConfigurationError as error:
        raise StoreError(
            Problem(f"'{name}' is no address that the driver knows", expected=ADDRESS)
        ) from error
    except exceptions.Neo4jError as error:
        if is_full(error):
            raise StoreError(refused(f"{name} cannot write", error, "")) from error
        raise StoreError(_problem(name, error, again)) from error
    except exceptions.DriverError as error:
        raise StoreError(Problem(f"lost the connection to {name}: {error}", todo=again)) from error


def _is_tls(error: BaseException) -> bool:
    """Return whether a connection failed because one side spoke TLS and the other did not."""
    chain: BaseException | None = error
    while chain is not None:
        if isinstance(chain, ssl.SSLError):
            return True
        chain = chain.__cause__ or chain.__context__
    return "handshake" in str(error).lower() or "TLS" in str(error)


def would_write(name: str) -> Problem:
    """Return what is said to a statement that would write."""
    return Problem(
        f"{name}: the statement would write, and presets only read", todo="use a statement that only reads"
    )


def _problem(name: str, error: exceptions.Neo4jError, again: str) -> Problem:
    code, said = error.code or "", next(iter((error.message or "").splitlines()), "")
    if code.endswith("OutOfMemoryError"):
        bound = re.search(r"limit ([\d.]+) MiB", said)
        return too_much(name, f"{float(bound[1]):,.0f} MB" if bound else "")
    if not isinstance(error, exceptions.ClientError):
        return Problem(f"{name} failed: {code}: {said}", todo=again)
    if "TransactionTimedOut" in code:
        return Problem(
            f"{name}: the statement took longer than allowed", todo="narrow the question, or raise --timeout"
        )
    if "DatabaseNotFound" in code:
        return Problem(f"{name}: there is no such database", todo="set NEO4J_DATABASE to one that exists")
    if "ReadOnly" in code:
        return Problem(f"{name} is read-only", todo="load into a database that can be written")
    if "AccessMode" in code:
        return would_write(name)
    if "Forbidden" in code:
        return Problem(
            f"{name} does not allow this user to do that",
            todo="ask for the rights, or use another user or database",
        )
    return Problem(f"{name} refused: {code}: {said}", todo="check the statement")
