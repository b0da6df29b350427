"""From seeds to a store: check, compare, write only what differs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import Place, Problem, SeedError, StoreError
from kg.store.base import Changes, Progress, Store, changes_between

if TYPE_CHECKING:
    from kg.facts import Fact
    from kg.rows import Graph


@dataclass(frozen=True)
class Plan:
    """What a load would do, before it does it."""

    store: Store
    changes: Changes
    fingerprint: str
    up_to_date: bool

    def run(self, progress: Progress = lambda rows: None) -> None:
        """Do it; nothing is written when the store is up to date already."""
        if self.changes or not self.up_to_date:
            self.store.write(self.changes, self.fingerprint, progress)


def plan_seeds(folder: Path, store: Store, *, beside: str | None = None) -> Plan:
    """Compare the seeds with a store.

    Args:
        folder: where the seed files are.
        store: where the graph shall be.
        beside: the name of a database that may hold nodes of others.

    Raises:
        SeedError: the seeds are wrong; the store is not touched.
        StoreError: the store cannot be read, or holds nodes of others.
    """
    from kg.fingerprint import fingerprint
    from kg.seeds import load

    before = fingerprint(folder)  # a file that changes meanwhile makes the store stale, not wrong
    return plan_facts(load(folder).facts, store, before, beside=beside)


def plan_file(file: str, store: Store, *, beside: str | None = None) -> Plan:
    """Compare a file of `kg export jsonl` with a store; `-` reads standard input; see `plan_seeds`."""
    import sys

    from kg.export.jsonl import read

    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        raise SeedError(Problem(f"cannot read {file}: {error.strerror}", todo="check that it exists and may be read")) from error
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise SeedError(Problem("not UTF-8", Place(file, line), todo="save the file as UTF-8")) from error
    facts = read(text.split("\n"), "standard input" if file == "-" else file).facts
    return plan_facts(facts, store, f"file:{sha256(raw).hexdigest()}", beside=beside)


def plan_facts(facts: Iterable[Fact], store: Store, fingerprint: str, *, beside: str | None = None) -> Plan:
    """Compare facts with a store; see `plan_seeds`."""
    from kg.rows import rows_of

    return plan_graph(rows_of(facts), store, fingerprint, beside=beside)


def plan_graph(wanted: Graph, store: Store, fingerprint: str, *, beside: str | None = None) -> Plan:
    """Compare rows with a store; see `plan_seeds`."""
    foreign = store.foreign()
    if foreign and beside != store.database():
        what = f"{store.name} holds {foreign:,} nodes that did not come from here"
        todo = f"use another database, or load next to them with --beside {store.database()}"
        raise StoreError(Problem(what, expected="an empty database or one of ours", nearest=None, todo=todo))
    changes = changes_between(store.read(), wanted)
    return Plan(store, changes, fingerprint, store.fingerprint() == fingerprint)
