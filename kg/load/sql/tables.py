"""The tables of an analysis: each is one SELECT of a file under `sql/`, made when another one needs it.

A file `NAME.sql` makes the table `NAME`. Where a file `NAME.again.sql` stands beside it, that makes the next
state of the table from the last one, until nothing changes: what a recursive statement would do, in words
that every engine has. Tables that are made again of other ones have a prefix before their names: what is
other in them are files of such names, and all that rests on these is made of the same files as before.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from kg import paths
from kg.load.sql import base, packed

AGAIN = ".again"
AGAIN_WITH = ("world_", "unhedged_")
"""Before the names of tables that are made again of other ones, by the same files."""
_READ = re.compile(r"(?<!DISTINCT )\b((?:FROM|JOIN)\s+)([a-z_]+)\b")


class Engine(Protocol):
    """What runs SQL."""

    def make(self, name: str, select: str) -> None:
        """Make the table of a name with the rows of a SELECT."""

    def renew(self, name: str, select: str) -> bool:
        """Replace a table by the rows of a SELECT that reads it; return whether any was not there before."""

    def drop(self, name: str) -> None:
        """Remove a table, and give back what it takes."""

    def rows(self, select: str) -> Iterator[tuple[Any, ...]]:
        """Yield rows, never all of them at once."""


@cache
def files() -> Mapping[str, str]:
    """Return what makes each table, by name: of the files, and what they start with."""
    found = sorted(Path(paths.sql()).rglob("*.sql"))
    return {**base.selects(), **packed.selects()} | {
        path.name.removesuffix(".sql"): path.read_text("utf-8") for path in found
    }


def read_by(select: str) -> list[str]:
    """Return the names of the tables that a SELECT reads, in its order.

    Example:
        >>> read_by("SELECT DISTINCT r.claim FROM relay r JOIN claim c ON c.id = r.other")
        ['relay', 'claim']
    """
    return [name for _, name in _READ.findall(select)]


class Tables:
    """Makes tables and all that they need, each once."""

    def __init__(
        self,
        engine: Engine,
        known: Collection[str],
        meant: Mapping[str, str] | None = None,
        told: Collection[str] = (),
    ) -> None:
        """Start with some tables.

        Args:
            engine: runs the statements.
            known: tables that are there.
            meant: which file makes a table whose name stands for one of several.
            told: the files whose rows will be asked for, where these are all: a table goes as soon as none of
                them needs it any more. By default all tables stay.
        """
        self._engine = engine
        self._known = {*known}
        self._made: dict[str, frozenset[str]] = {}
        self._meant = dict(meant or {})
        self._varied: dict[str, bool] = {}
        self._waiting = self._readers(told)

    def need(self, name: str) -> None:
        """Make a table if it is not there."""
        if name in self._known or name in self._made:
            return
        self._made[name] = frozenset({name})  # what reads itself in its next state is no circle
        select = self._ready(name)
        self._made[name] = self._rests_on(name)
        self._engine.make(name, select)
        again = self._text(name, AGAIN)
        while again and self._engine.renew(name, again):
            pass
        self._let_go(name)

    def make(self, name: str, select: str) -> None:
        """Make a table that no file makes; one of this name goes before, with all that rests on it."""
        for other in [other for other, under in self._made.items() if name in under]:
            self._engine.drop(other)
            del self._made[other]
        self._engine.make(name, select)
        self._made[name] = frozenset({name})

    def rows(self, name: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a file in its order, without making a table of it.

        What they need is made when this is called. Rows are best begun when no other ones need anything more:
        as long as some are read, an engine keeps what was dropped since.
        """
        return self._engine.rows(self._ready(name))

    def asked(self, select: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a SELECT from tables that are there."""
        return self._engine.rows(select)

    def _ready(self, name: str) -> str:
        """Return what makes a table, once all that it and its next states read is there."""
        text = self._text(name)
        if not text:
            raise KeyError(name)
        for other in self._reads(name):
            self.need(other)
        return text

    def _reads(self, name: str) -> list[str]:
        """Return the tables that what makes a table and its next states reads, without itself."""
        read = dict.fromkeys(read_by(self._text(name) + self._text(name, AGAIN)))
        return [other for other in read if other != name]

    def _readers(self, told: Collection[str]) -> dict[str, set[str]]:
        """Return for each table on which the rows of some files rest what reads it."""
        found: dict[str, set[str]] = {}
        todo = [*told]
        for name in todo:
            for other in self._reads(name):
                if other not in found and other not in self._known:
                    todo.append(other)
                found.setdefault(other, set()).add(name)
        return found

    def _let_go(self, name: str) -> None:
        """Drop what was there for a table that is made now, and for no other one to come."""
        for other in self._reads(name):
            waiting = self._waiting.get(other)
            if waiting is None:
                continue
            waiting.discard(name)
            if not waiting and other in self._made and self._text(other):
                self._engine.drop(other)
                del self._made[other]

    def _rests_on(self, name: str) -> frozenset[str]:
        """Return the tables on which one rests at any remove, and itself; those that were there left out."""
        return frozenset({name}).union(*(self._made.get(other, ()) for other in self._reads(name)))

    def _text(self, name: str, state: str = "") -> str:
        """Return what makes a table or its next state, empty where nothing does."""
        file = self._meant.get(name, name)
        prefix = next((p for p in AGAIN_WITH if file.startswith(p)), "")
        if not prefix or file in files():
            return files().get(file + state, "")
        text = self._text(file.removeprefix(prefix), state)
        return _READ.sub(lambda read: read[1] + self._other(prefix, read[2]), text)

    def _other(self, prefix: str, name: str) -> str:
        return f"{prefix}{name}" if self._varies(prefix, name) else name

    def _varies(self, prefix: str, name: str) -> bool:
        """Return whether a table, or one on which it rests, has a file of its own with a prefix."""
        other = f"{prefix}{name}"
        if other not in self._varied:
            self._varied[other] = other in files() or other in self._meant
            if any(self._varies(prefix, one) for one in self._reads(name)):
                self._varied[other] = True
        return self._varied[other]
