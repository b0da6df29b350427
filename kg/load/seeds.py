"""From seeds to a store: check, compare, write only what differs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.load.held import refuse_foreign, seal_of, sealed_again
from kg.model.sharing import ALL, Only
from kg.store.changes import Changes, changes_between
from kg.store.protocol import Progress, Store

if TYPE_CHECKING:
    from kg.load.stream.plan import FilePlan
    from kg.model.kinds import Fact
    from kg.model.rows import Graph


@dataclass(frozen=True)
class Plan:
    """What a load would do, before it does it."""

    store: Store
    changes: Changes
    fingerprint: str
    up_to_date: bool
    seal: str = ""
    """What the store remembers of seeds and rules; empty for what is not loaded by a person."""

    def run(self, progress: Progress = lambda rows: None) -> None:
        """Do it; nothing is written when the store is up to date already."""
        if self.changes or not self.up_to_date:
            self.store.load([self.changes], self.fingerprint, progress, seal=self.seal)
        elif self.seal:
            sealed_again(self.store, self.seal)

    def first(self, sort: str, most: int) -> list[str]:
        """Return the first ids of the nodes that are `added`, `changed` or `removed`."""
        rows = {"added": self.changes.added_nodes, "changed": self.changes.changed_nodes}
        return [row.id for row in rows[sort][:most]] if sort in rows else self.changes.removed_nodes[:most]


def plan_seeds(
    folder: str | os.PathLike[str],
    store: Store,
    *,
    beside: str | None = None,
    only: Only = ALL,
    told: Callable[[str], None] = lambda note: None,
) -> Plan:
    """Compare the seeds, or a part of them, with a store.

    Args:
        folder: where the seed files are.
        store: where the graph shall be.
        beside: the name of a database that may hold nodes of others.
        only: the part to load alone.
        told: hears how a name was understood.

    Raises:
        CallError: there is no such collection or mark.
        SeedError: the seeds are wrong; the store is not touched.
        StoreError: the store cannot be read, or holds nodes of others.
    """
    from kg.sources.fingerprint import fingerprint
    from kg.sources.seeds import load

    before = fingerprint(folder)  # a file that changes meanwhile makes the store stale, not wrong
    seal = seal_of(before, beside) if only == ALL else ""
    if seal and store.sealed() == seal:
        return Plan(store, Changes([], [], [], [], [], []), before, True, seal)
    facts = load(folder).facts
    if only.collection is not None:
        from kg.language.name_search import Name
        from kg.questions.names import collection_id

        names = (Name(f.id, f.LABELS, (f.caption, f.called("de"))) for f in facts)
        only = only._replace(collection=collection_id(only.collection, names, told))
    if only != ALL:
        from kg.load.keeping import part_of
        from kg.load.part import part

        facts, held = part(facts, only)
        before = part_of(before, only.collection or "", held)
    return plan_facts(facts, store, before, beside=beside, seal=seal)


def plan_file(
    file: str, store: Store, *, beside: str | None = None, told: Callable[[int], None] = lambda size: None
) -> FilePlan:
    """Compare a file of `kg export jsonl`, packed or not and of any size, with a store.

    Args:
        file: path, or `-` for standard input; or a folder of `kg export parquet`.
        store: where the graph shall be.
        beside: the name of a database that may hold nodes of others.
        told: called with the bytes of the file read since the last call.

    Raises:
        SeedError: the file is wrong, with the first hundred problems by line; the store is not touched.
        StoreError: the store cannot be read, or holds nodes of others.
    """
    from kg.load.parquet.reading import source_of
    from kg.load.stream.plan import FilePlan

    return FilePlan.made(file, store, told, source_of, beside)


def plan_facts(
    facts: Iterable[Fact], store: Store, fingerprint: str, *, beside: str | None = None, seal: str = ""
) -> Plan:
    """Compare facts with a store; see `plan_seeds`."""
    from kg.model.convert import rows_of

    return plan_graph(rows_of(facts), store, fingerprint, beside=beside, seal=seal)


def plan_graph(
    wanted: Graph, store: Store, fingerprint: str, *, beside: str | None = None, seal: str = ""
) -> Plan:
    """Compare rows with a store; see `plan_seeds`."""
    refuse_foreign(store, beside)
    changes = changes_between(store.read(), wanted)
    return Plan(store, changes, fingerprint, store.fingerprint() == fingerprint, seal)
