"""Facts in a store of their own."""

from __future__ import annotations

from collections.abc import Iterable

from kg.load.seeds import plan_facts
from kg.model.kinds import Fact
from kg.store import Store, connect


def store_of(facts: Iterable[Fact]) -> Store:
    """Return a store in memory that holds some facts."""
    store = connect("memory")
    plan_facts(facts, store, "test").run()
    return store
