"""The bytes of one original, from a file or from a record of a web archive."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from kg.errors import CallError, Location, Problem


@dataclass(frozen=True)
class Payload:
    """What a format reads.

    Attributes:
        name: the file, or the record in it, as messages name it.
        raw: its bytes.
        encoding: the one that a person named; wins over what the file says.
        charset: the one that the server named.
        uri: the address that the bytes came from.
    """

    name: str
    raw: bytes
    encoding: str | None = None
    charset: str | None = None
    uri: str | None = None

    @property
    def sha256(self) -> str:
        """The hash of the bytes."""
        return sha256(self.raw).hexdigest()

    def wrong(self, what: str, todo: str, *, line: int = 0, expected: str = "") -> CallError:
        """Return the error that says what is wrong with it and what to do."""
        return CallError(Problem(what, Location(self.name, line), expected, todo=todo))
