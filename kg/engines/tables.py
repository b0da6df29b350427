"""The tables of an analysis: each is one SELECT of a file under `sql/`, made when another one needs it.

A file `NAME.sql` makes the table `NAME`. Where a file `NAME.again.sql` stands beside it, that makes the next
state of the table from the last one, until nothing changes: what a recursive statement would do, in words
that every engine has.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from kg import paths

AGAIN = ".again"
_WORD = re.compile(r"\b(?:FROM|JOIN)\s+([a-z_]+)")


class Engine(Protocol):
    """What runs SQL."""

    def make(self, name: str, select: str) -> None:
        """Make or replace the table of a name with the rows of a SELECT, which may read the one before."""

    def differs(self, name: str, select: str) -> bool:
        """Return whether a SELECT gives rows that a table does not have."""

    def rows(self, select: str) -> Iterator[tuple[Any, ...]]:
        """Yield rows, never all of them at once."""


@cache
def files() -> Mapping[str, str]:
    """Return the text of every file by its name without the folder and `.sql`."""
    return {path.name.removesuffix(".sql"): path.read_text("utf-8") for path in Path(paths.sql()).rglob("*.sql")}


class Tables:
    """Makes tables and all that they need, each once.

    Args:
        engine: runs them.
        known: tables that are there.
        meant: which file makes a table whose name stands for one of several.
    """

    def __init__(self, engine: Engine, known: Mapping[str, Callable[[], None] | None], meant: Mapping[str, str]) -> None:
        self._engine = engine
        self._made = set(known)
        self._meant = meant

    def need(self, name: str) -> None:
        """Make a table if it is not there."""
        if name in self._made:
            return
        self._made.add(name)
        file = self._meant.get(name, name)
        self._needed_by(files()[file], name)
        self._engine.make(name, files()[file])
        again = files().get(file + AGAIN)
        if again is None:
            return
        self._needed_by(again, name)
        while self._engine.differs(name, again):
            self._engine.make(name, again)

    def _needed_by(self, text: str, name: str) -> None:
        for other in _WORD.findall(text):
            if other != name and (other in files() or other in self._meant):
                self.need(other)

    def rows(self, name: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a file in its order, without making a table of it."""
        self._needed_by(files()[name], name)
        return self._engine.rows(files()[name])
