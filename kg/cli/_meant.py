"""Names in a call, where an id is wanted: what they mean, of which standard error tells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kg.cli._common import note
from kg.questions.run import with_ids

if TYPE_CHECKING:
    from kg.questions.header import Question
    from kg.store import Store


def node_id(store: Store, given: str) -> str | None:
    """Return the id of a node by its id or name, of which standard error tells; None when there is none.

    Raises:
        StoreError: the store cannot answer.
    """
    from kg.questions.unknown_ids import id_of

    id = id_of(store, given)
    if id not in (None, given):
        _told(given, str(id))
    return id


def values_meant(question: Question, store: Store, values: Mapping[str, str]) -> dict[str, str]:
    """Return values of a call with ids for names, of which standard error tells.

    Raises:
        CallError: a value is neither; see `kg.questions.run.with_ids`.
    """
    meant = with_ids(question, store, values)
    for name, value in values.items():
        if meant[name] != value:
            _told(value, meant[name])
    return meant


def _told(given: str, id: str) -> None:
    from kg.questions.names import understood  # heavy, and mostly an id is given

    note(understood(given, id))
