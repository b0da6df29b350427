"""A store of one collection alone, in which every question finds only what its documents tell.

It is a graph of its own, so that roots, chains and verdicts are those of the collection, whatever is asked
and in whichever store the whole graph lives. It is kept until the whole graph changes: in a file beside the
default store, else as long as the process lives.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from kg.errors import Problem, StoreError
from kg.load.keeping import fill, fingerprint_in, mark
from kg.store import Store, is_server, statements
from kg.store.embedded.store import EmbeddedStore

if TYPE_CHECKING:
    from kg.load.seeds import Plan

_of_servers: dict[str, dict[str, EmbeddedStore]] = {}
_of_stores: WeakKeyDictionary[Store, dict[str, EmbeddedStore]] = WeakKeyDictionary()


def narrowed(
    whole: Store,
    collection: str,
    told: Callable[[str], None],
    carry_out: Callable[[Plan], None],
    *,
    beside: bool = False,
) -> Store:
    """Return the store of one collection.

    Args:
        whole: the store that holds all; it stays open.
        collection: its id, or a name that only it has.
        told: gets remarks on the store.
        carry_out: loads what is missing.
        beside: keep it in a file beside that of the whole store.

    Raises:
        CallError: there is no such collection.
        StoreError: the store cannot be read, or holds only a part of what was to be loaded.
    """
    collection, loaded = _id(whole, collection, told), whole.fingerprint()
    if loaded is None:
        raise StoreError(Problem(f"the load into {whole.name} was cut off", todo="run 'kg load' again"))
    if whole.collection == collection:
        return whole
    wanted = mark(loaded, collection)

    def load(opened: Store) -> None:
        if opened.fingerprint() != wanted:
            carry_out(_plan(whole, collection, opened, wanted))

    store = (beside and _in_file(whole.name, collection, wanted, told, load)) or _in_memory(
        whole, collection, wanted, load
    )
    store.collection = collection
    return store


def _in_file(
    name: str, collection: str, wanted: str, told: Callable[[str], None], load: Callable[[Store], None]
) -> EmbeddedStore | None:
    """Return the file of a collection beside the default store; None when it cannot be kept there."""
    stem, ending = os.path.splitext(name)
    usual = EmbeddedStore(place := f"{stem}.{collection}{ending}")
    if fingerprint_in(usual) == wanted:
        return usual
    usual.close()
    try:
        return usual if fill(place, told, load) else None
    except StoreError:
        return None


def _in_memory(whole: Store, collection: str, wanted: str, load: Callable[[Store], None]) -> EmbeddedStore:
    """Return the graph of a collection in memory, made once for each state of a store."""
    of_server = is_server(whole.name)
    held = _of_servers.setdefault(whole.name, {}) if of_server else _of_stores.setdefault(whole, {})
    if collection not in held or held[collection].fingerprint() != wanted:
        made = EmbeddedStore(None)
        load(made)
        held[collection] = made
    return held[collection]


def _plan(whole: Store, collection: str, opened: Store, wanted: str) -> Plan:
    from kg.analysis.collections import of_collection
    from kg.load.excerpt import facts_around
    from kg.load.seeds import plan_facts

    ids = (id for (id,) in whole.query(statements.COLLECTED, {"id": collection}).rows)
    return plan_facts(of_collection(facts_around(whole, ids), collection), opened, wanted)


def _id(whole: Store, given: str, told: Callable[[str], None]) -> str:
    """Return the id of a collection that is given by it or by name."""
    if whole.query(statements.HAS_ID, {"id": given, "label": "Collection"}).rows:
        return given
    from kg.questions.names import collection_id, names_of

    return collection_id(given, names_of(whole), told)
