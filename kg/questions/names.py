"""The names that a graph holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.errors import nearest
from kg.language.name_search import Name, read_names, search
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


def nearest_id(store: Store, value: str, labels: Iterable[str] = ()) -> str | None:
    """Return the id that somebody may have meant: of what is called so, else one spelled alike; or None.

    Args:
        store: where the graph lives.
        value: what was given for an id.
        labels: only nodes with one of these; all when empty.

    Raises:
        StoreError: the store cannot answer.
    """
    wanted = set(labels)
    names = [name for name in names_of(store) if not wanted or wanted & set(name.labels)]
    hits = search(value[:_LONGEST], names)
    if hits:
        return hits[0].id
    rows = (
        store.query(statements.ALL_IDS, {}).rows
        if not wanted
        else [row for label in sorted(wanted) for row in store.query(statements.IDS, {"label": label}).rows]
    )
    return nearest(value, [row[0] for row in rows])


def names_for(store: Store, question: str) -> list[Name]:
    """Return every thing that a question may name.

    This is what `names_of` returns, and the claims whose ids the question holds.

    Raises:
        StoreError: the store cannot answer.
    """
    names = names_of(store)
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
