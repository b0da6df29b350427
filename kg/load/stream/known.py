"""What facts look up while they are checked and become rows.

They need the names of speakers and to whom these belong, the days and originals of documents, and the
kinds of all else.
"""

from __future__ import annotations

import pickle
import sqlite3
from dataclasses import dataclass, fields
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

from kg.model.kinds import Fact, registry

IN_MEMORY = 200_000
"""How many facts are kept in memory; the rest is on disk."""


@dataclass(frozen=True, slots=True)
class Days:
    """The ends of a span."""

    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Above:
    """A larger actor, and the days of belonging to it."""

    actor: str
    since: Days | None
    until: Days | None


@dataclass(frozen=True, slots=True)
class Light:
    """As much of a fact as others need: its class tells kind and labels."""

    KIND: ClassVar[str] = ""
    LABELS: ClassVar[tuple[str, ...]] = ()
    caption: str
    part_of: tuple[Above, ...] = ()
    published: Days | None = None
    recorded: Days | None = None
    held: bool = True
    paged: bool = False
    copy_of: str | None = None
    corrects: tuple[str, ...] = ()
    originals: tuple[str, ...] = ()
    about: str | None = None

    @property
    def told(self) -> tuple[Any, ...]:
        """The values, as they are given to make it anew."""
        return tuple(getattr(self, name) for name in _TOLD)


_TOLD = tuple(field.name for field in fields(Light))


@cache
def _light(kind: str) -> type[Light]:
    return type(
        f"Light{kind.title()}", (Light,), {"__slots__": (), "KIND": kind, "LABELS": registry()[kind].LABELS}
    )


def _days(span: Any) -> Days | None:
    return Days(span.first, span.last) if span else None


@cache
def _had(kind: str) -> tuple[str, ...]:
    """Return what facts of a kind have of what is remembered."""
    model = registry()[kind]
    had = (name for name in _TOLD if name in model.model_fields or hasattr(model, name))
    return tuple(name for name in had if name != "about")  # which is remembered of claims only


def light(fact: Any) -> Light:
    """Return what is remembered of a fact."""
    own = {name: getattr(fact, name) for name in _had(fact.KIND)}
    for name in ("published", "recorded"):
        if name in own:
            own[name] = _days(own[name])
    if above := own.get("part_of"):
        own["part_of"] = tuple(Above(m.actor, _days(m.since), _days(m.until)) for m in above)
    if "corrects" in own:
        own["corrects"] = tuple(own["corrects"])
    return _light(fact.KIND)(**own)


def light_claim(about: str | None) -> Light:
    """Return what is remembered of a claim that is about a claim, or that such a claim is about."""
    return _light("claim")("", about=about)


class Known(dict[str, Any]):
    """All facts but claims, by id: in memory as long as they are few, else in a scratch database as well.

    Example:
        >>> from kg.model.kinds.state import State
        >>> known = Known(Path("nowhere"))
        >>> known.add(State(id="kp", name="North Korea"))
        >>> known["kp"].caption, "ru" in known
        ('North Korea', False)
    """

    def __init__(self, path: Path, limit: int = IN_MEMORY) -> None:
        """Start empty; the database is made when more than `limit` facts came."""
        self._path, self._limit = path, limit
        self._new: list[tuple[str, Light]] = []
        self._disk: sqlite3.Connection | None = None

    @property
    def whole(self) -> bool:
        """Whether all of it is in memory."""
        return self._disk is None

    def add(self, fact: Fact) -> None:
        """Remember a fact; of two with one id the first counts."""
        if fact.id not in self:
            kept = light(fact)
            self._keep(fact.id, kept)
            self._new.append((fact.id, kept))

    def _keep(self, id: str, light: Light) -> None:
        if len(self) >= self._limit:
            self._spill()
        self[id] = light

    def _spill(self) -> None:
        """Write what is new to disk and start again with an empty memory."""
        if self._disk is None:
            self._disk = sqlite3.connect(self._path, isolation_level=None)
            self._disk.execute("PRAGMA journal_mode = OFF")
            self._disk.execute("PRAGMA synchronous = OFF")
            self._disk.execute("CREATE TABLE facts (id TEXT PRIMARY KEY, kind TEXT, told BLOB) WITHOUT ROWID")
            self.__class__ = _Spilled  # as long as nothing is on disk, it is looked up as in any dictionary
        self._disk.execute("BEGIN")
        rows = ((id, kept.KIND, pickle.dumps(kept.told)) for id, kept in self._new)
        self._disk.executemany("INSERT INTO facts VALUES (?, ?, ?)", rows)
        self._disk.execute("COMMIT")
        self._new = []
        self.clear()

    def close(self) -> None:
        """Delete the database; calling twice is fine."""
        if self._disk is not None:
            self._disk.close()
            self._disk = None
            self.__class__ = Known
            self._path.unlink(missing_ok=True)


class _Spilled(Known):
    """The same when a part of it is on disk."""

    def get(self, id: str, default: Any = None) -> Any:
        """Return what is known of a fact, or the default."""
        known = super().get(id)
        if known is None and self._disk is not None:
            row = self._disk.execute("SELECT kind, told FROM facts WHERE id = ?", (id,)).fetchone()
            if row is not None:
                known = _light(row[0])(*pickle.loads(row[1]))
                self._keep(id, known)
        return default if known is None else known

    def __getitem__(self, id: str) -> Any:
        """Return what is known of a fact.

        Raises:
            KeyError: nothing is.
        """
        known = self.get(id)
        if known is None:
            raise KeyError(id)
        return known

    def __contains__(self, id: object) -> bool:
        """Return whether anything is known of a fact."""
        return isinstance(id, str) and self.get(id) is not None
