"""The note of an answer without rows from a graph that holds no claim: nothing was asked in vain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.questions.judged import sentences
from kg.questions.result import Result
from kg.store.statements import ANY_CLAIM

if TYPE_CHECKING:
    from kg.store import Store

NONE = "there are no claims here yet; 'kg add' and 'kg draft next' lead to some"


def emptiness_noted(result: Result, store: Store) -> Result:
    """Return an answer that says so when it has no rows because there is no claim at all.

    Raises:
        StoreError: the store cannot answer.
    """
    if result.rows or store.query(ANY_CLAIM, {}).rows:
        return result
    return result._replace(of_nothing=True, note=sentences([result.note, NONE]))
