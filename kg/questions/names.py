"""The names that a graph holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from kg.errors import CallError, Problem, nearest
from kg.language.directions import quoted_apart
from kg.language.name_search import Hit, Name, read_names, search, sure
from kg.model import OWNED
from kg.store import statements

if TYPE_CHECKING:
    from kg.questions.header import Question
    from kg.store import Store

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_MOST_IDS = 20
_LONGEST = 200
"""Letters of a name that are looked for."""


def names_of(store: Store) -> list[Name]:
    """Return every thing but the claims, with all its names and spellings.

    Raises:
        StoreError: the store cannot answer.
    """
    return read_names(store.query(statements.NAMES, {}).rows, store.query(statements.CITED_NAMES, {}).rows)


def sure_id(store: Store, value: str, labels: Iterable[str] = ()) -> str | None:
    """Return the id of the one thing that is called so for certain; None when nothing is, or several may be.

    Args:
        store: where the graph lives.
        value: a name, in any spelling, script or case; no longer than names are.
        labels: only nodes with one of these; all when empty.

    Raises:
        StoreError: the store cannot answer.
    """
    hit = sure(value, _called(store, value, labels)) if len(value) <= _LONGEST else None
    return hit and hit.id


def understood(value: str, id: str) -> str:
    """Return the words for a name that was taken for a thing.

    Example:
        >>> understood("North Korea", "kp")
        "understood 'North Korea' as kp"
    """
    return quoted_apart(str(Problem(f"understood '{value}' as {id}")))


def collection_id(given: str, names: Iterable[Name], told: Callable[[str], None]) -> str:
    """Return the id of a collection that is given by it, or by a name that only it has.

    Args:
        given: what the caller wrote.
        names: of all things, or of the collections alone.
        told: hears how a name was understood.

    Raises:
        CallError: there is no such collection.
    """
    known = [name for name in names if "Collection" in name.labels]
    if any(given == name.id for name in known):
        return given
    hits = search(given[:_LONGEST], known)
    if len(given) <= _LONGEST and (hit := sure(given, hits)):
        told(understood(given, hit.id))
        return hit.id
    ids = [name.id for name in known]
    raise CallError(
        Problem(
            f"--collection: there is no collection '{given[:80]}'",
            expected=f"one of {', '.join(ids)}" if ids else "facts that declare one",
            nearest=hits[0].id if hits else nearest(given, ids),
        )
    )


def _called(store: Store, value: str, labels: Iterable[str]) -> list[Hit]:
    """Return what a name fits among the nodes with one of these labels, the best first."""
    wanted = set(labels)
    names = [name for name in names_of(store) if not wanted or wanted & set(name.labels)]
    return search(value[:_LONGEST], names)


def nearest_id(store: Store, value: str, labels: Iterable[str] = ()) -> str | None:
    """Return the id that somebody may have meant: of what is called so, else one spelled alike; or None.

    Args:
        store: where the graph lives.
        value: what was given for an id.
        labels: only nodes with one of these; all when empty.

    Raises:
        StoreError: the store cannot answer.
    """
    if hits := _called(store, value, labels):
        return hits[0].id
    wanted = set(labels)
    rows = (
        store.query(statements.ALL_IDS, {}).rows
        if not wanted
        else [row for label in sorted(wanted) for row in store.query(statements.IDS, {"label": label}).rows]
    )
    return nearest(value, [row[0] for row in rows])


def names_for(store: Store, question: str) -> list[Name]:
    """Return every thing that a question may name.

    This is what `names_of` returns but for collections, of which no question asks, and the claims whose ids
    the question holds.

    Raises:
        StoreError: the store cannot answer.
    """
    names = [name for name in names_of(store) if "Collection" not in name.labels]
    held = {name.id for name in names}
    for id in sorted(set(_ID.findall(question)) - held)[:_MOST_IDS]:
        rows = store.query(statements.SHOW_NODE, {"id": id}).rows
        names += [Name(id, tuple(label for label in row[0] if label != OWNED), (id,)) for row in rows]
    return names


def values_of(store: Store, presets: Iterable[Question]) -> dict[str, list[str]]:
    """Return the words that properties hold which parameters of presets take, by `Label.property`.

    Raises:
        StoreError: the store cannot answer.
    """
    from kg.questions.allowed import allowed

    asked = {
        f"{p.type.label}.{p.type.name}": p for preset in presets for p in preset.parameters if p.type.name
    }
    return {name: [choice.value for choice in allowed(parameter, store)] for name, parameter in asked.items()}
