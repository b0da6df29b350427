"""The world of one event, read from a store that may hold a million claims on others."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from kg.analysis import tables
from kg.analysis.around_event import of_event
from kg.analysis.asof import cut, publication_days
from kg.analysis.reading import world_of
from kg.analysis.world import World
from kg.model.convert import rows_of
from kg.store import statements
from kg.store.excerpt import facts_around, facts_around_event

if TYPE_CHECKING:
    from kg.store import Store

DAYS = tables.Nodes(("Document",), ("id", "published_to", "recorded_to"))
SPEAKING = ["CITED_IN", "ABOUT", "CORRECTS", "REPRINT_OF", "TRANSLATES"]
"""Edges to a document of what makes its publication count."""
CORRECTING = ["CORRECTS"]
"""Those from it."""


def read_event(store: Store, event: str) -> World:
    """Read what the analyses need of an event, its parts and what these rest on, and no more.

    What is asked about that event has the same answer as in the whole world. Time and memory grow with what
    concerns the event; see `kg.analysis.around_event.of_event`.

    Raises:
        CallError: there is no such event.
        StoreError: the store cannot be read.
    """
    return world_of(rows_of(of_event(facts_around_event(store, event), event)))


def last_day(store: Store, as_of: date | None = None, recorded_by: date | None = None) -> date | None:
    """Return the last of the `publication_days` of a store, of which little is read; None without any.

    Args:
        store: where the graph lives.
        as_of: day of knowledge; None for no limit.
        recorded_by: day by which documents were entered; None for no limit.

    Raises:
        StoreError: the store cannot be read.
    """
    known: list[tuple[date, str]] = sorted(
        (
            (published, id_)
            for id_, published, recorded in tables.of_store(store)(DAYS)
            if (as_of is None or published <= as_of) and (recorded_by is None or recorded <= recorded_by)
        ),
        reverse=True,
    )
    start, many = 0, 1  # the first counts, as good as always
    while some := known[start : start + many]:
        near = _beside(store, [id_ for _, id_ in some])
        for published, id_ in some:
            if id_ in near:
                world = world_of(rows_of(facts_around(store, {id_, *near[id_]})))
                if published in publication_days(cut(world, as_of, recorded_by)):
                    return published
        start, many = start + many, min(10 * many, 1_000)
    return None


def _beside(store: Store, documents: list[str]) -> Mapping[str, set[str]]:
    """Return for each document by which something may count what that is; others are left out."""
    near: dict[str, set[str]] = {}
    for _, one, other, _ in store.query(statements.TIES_TO, {"ids": documents, "types": SPEAKING}).rows:
        near.setdefault(other, set()).add(one)
    for _, one, other, _ in store.query(statements.TIES_FROM, {"ids": documents, "types": CORRECTING}).rows:
        near.setdefault(one, set()).add(other)
    return near
