"""The names that a graph holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.language.name_search import Name, read_names
from kg.model import OWNED
from kg.store import statements

if TYPE_CHECKING:
    from kg.questions.header import Question
    from kg.store import Store

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
_MOST_IDS = 20


def names_of(store: Store) -> list[Name]:
    """Return every thing but the claims, with all its names and spellings.

    Raises:
        StoreError: the store cannot answer.
    """
    return read_names(store.query(statements.NAMES, {}).rows, store.query(statements.CITED_NAMES, {}).rows)


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
