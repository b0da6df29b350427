"""What was loaded into a database, for as long as no transaction was committed after it.

The server tells the number of the last transaction in the bookmark of any transaction. The seal names the
number that its own transaction gets: when a later look finds another one, somebody has written since.
"""

from __future__ import annotations

import base64

import neo4j

from kg.store import statements

_DATABASE = 19
"""Bytes in a bookmark before the number: a list of one, whose first is the id of the database."""
_WIDTHS = {0xC8: 1, 0xC9: 2, 0xCA: 4, 0xCB: 8}
"""Bytes of a number by what stands before it; a small number stands for itself."""


def last_transaction(bookmark: str) -> tuple[str, int] | None:
    """Return the database and the number of a transaction; None for a bookmark of another form.

    Example:
        >>> last_transaction("FB:kcwQdvpGlb1zQbWR4YPskQs8XckBM5A=")
        ('76fa4695bd7341b591e183ec910b3c5d', 307)
        >>> last_transaction("neo4j:bookmark:v1:tx307")
    """
    try:
        told = base64.b64decode(bookmark.removeprefix("FB:"), validate=True)
    except ValueError:
        return None
    number = told[_DATABASE:-1]
    if not bookmark.startswith("FB:") or told[:3] != b"\x91\xcc\x10" or told[-1:] != b"\x90" or not number:
        return None
    width = _WIDTHS.get(number[0], 0)
    if len(number) != width + 1 or (not width and number[0] > 127):
        return None
    return told[3:_DATABASE].hex(), int.from_bytes(number[1:] if width else number, "big")


def _told(session: neo4j.Session, ahead: int = 0) -> str | None:
    """Return the last transaction of a session as text, or one that comes after it."""
    bookmarks = [last_transaction(bookmark) for bookmark in session.last_bookmarks().raw_values]
    if len(bookmarks) != 1 or bookmarks[0] is None:
        return None
    database, number = bookmarks[0]
    return f"{database} {number + ahead}"


def write(session: neo4j.Session, seal: str) -> None:
    """Seal what the database holds now; a server whose bookmarks say nothing gets no seal that holds."""
    session.execute_write(lambda work: work.run(statements.SEAL, {"seal": seal, "at": ""}).consume())
    if at := _told(session, ahead=1):
        session.execute_write(lambda work: work.run(statements.SEAL, {"seal": seal, "at": at}).consume())


def read(session: neo4j.Session) -> str | None:
    """Return the seal; None when there is none, or something was committed since."""
    rows = session.execute_write(lambda work: work.run(statements.SEALED).values())
    seal, at = rows[0] if rows else (None, None)
    return seal if seal and at and at == _told(session) else None
