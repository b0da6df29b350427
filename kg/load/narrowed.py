"""A store narrowed to a part of a graph: one collection, or what may be shared, or both.

It is a graph of its own, so that roots, chains and verdicts are those of the part, whatever is asked and in
whichever store the whole graph lives, and nothing that reads it can tell what is held back. A collection is
kept until the whole graph changes: in a file beside the default store, else as long as the process lives.
What holds facts back is in no file.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from kg.errors import Problem, StoreError
from kg.load.keeping import fill, fingerprint_in, part_of, parts
from kg.model.sharing import Only
from kg.store import Store, is_server, statements
from kg.store.embedded.store import EmbeddedStore

if TYPE_CHECKING:
    from kg.load.seeds import Plan

Key = tuple[Only, str]
"""What a store is narrowed to, and the mark of documents that have none."""
_of_places: dict[str, dict[Key, tuple[str, EmbeddedStore]]] = {}
_of_stores: WeakKeyDictionary[Store, dict[Key, tuple[str, EmbeddedStore]]] = WeakKeyDictionary()


def narrowed(
    whole: Store,
    only: Only,
    told: Callable[[str], None],
    carry_out: Callable[[Plan], None],
    *,
    beside: bool = False,
) -> Store:
    """Return the store of a part.

    Args:
        whole: the store that holds all; it stays open.
        only: what to narrow it to; a collection by its id, or a name that only it has; an event by its id.
        told: gets remarks on the store.
        carry_out: loads what is missing.
        beside: keep a collection in a file beside that of the whole store.

    Raises:
        CallError: there is no such collection, mark or event.
        StoreError: the store cannot be read, or holds only a part of what was to be loaded.
    """
    if only.collection is not None:
        only = only._replace(collection=_id(whole, only.collection, told))
    if only.holds_back:
        from kg.analysis.holding_back import checked_mark

        checked_mark(only.mark)
    loaded = whole.fingerprint()
    if loaded is None:
        raise StoreError(Problem(f"the load into {whole.name} was cut off", todo="run 'kg load' again"))
    if whole.collection == only.collection and not only.holds_back and only.event is None:
        return whole

    def load(opened: Store) -> None:
        if opened.fingerprint() != part_of(loaded, only.collection or ""):
            carry_out(_plan(whole, only, opened, loaded))

    store = (
        beside
        and not (only.holds_back or only.event)
        and _in_file(whole.name, only.collection or "", loaded, told, load)
    ) or _in_memory(whole, only, loaded, load)
    store.collection, store.held_back = parts(store.fingerprint() or "")[1:]
    return store


def _in_file(
    name: str, collection: str, loaded: str, told: Callable[[str], None], load: Callable[[Store], None]
) -> EmbeddedStore | None:
    """Return the file of a collection beside the default store; None when it cannot be kept there."""
    stem, ending = os.path.splitext(name)
    usual = EmbeddedStore(place := f"{stem}.{collection}{ending}")
    if fingerprint_in(usual) == part_of(loaded, collection):
        return usual
    usual.close()
    try:
        return usual if fill(place, told, load) else None
    except StoreError:
        return None


def _in_memory(whole: Store, only: Only, loaded: str, load: Callable[[Store], None]) -> EmbeddedStore:
    """Return the graph of a part in memory, made once for each state of a store."""
    usual = ""
    if only.holds_back:
        from kg.model.review import usual_mark

        usual = usual_mark()
    in_place = is_server(whole.name) or (only.holds_back and whole.name != "memory")
    held = _of_places.setdefault(whole.name, {}) if in_place else _of_stores.setdefault(whole, {})
    key = only, usual
    if key not in held or held[key][0] != loaded:
        made = EmbeddedStore(None)
        load(made)
        held[key] = loaded, made
    return held[key][1]


def _plan(whole: Store, only: Only, opened: Store, loaded: str) -> Plan:
    from kg.load.part import part
    from kg.load.seeds import plan_facts
    from kg.model.convert import facts_of
    from kg.store.excerpt import facts_around, facts_around_event

    if only.event is not None:
        facts = facts_around_event(whole, only.event)
    elif only.collection is None:
        facts = facts_of(whole.read())
    else:
        ids = (id for (id,) in whole.query(statements.COLLECTED, {"id": only.collection}).rows)
        facts = facts_around(whole, ids)
    facts, held = part(facts, only)
    fingerprint = part_of(parts(loaded).whole, only.collection or "", held or whole.held_back)
    return plan_facts(facts, opened, fingerprint)


def _id(whole: Store, given: str, told: Callable[[str], None]) -> str:
    """Return the id of a collection that is given by it or by name."""
    if whole.query(statements.HAS_ID, {"id": given, "label": "Collection"}).rows:
        return given
    from kg.questions.names import collection_id, names_of

    return collection_id(given, names_of(whole), told)
