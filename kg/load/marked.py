"""How many claims and documents of a store are not for everybody."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from kg.store import statements

if TYPE_CHECKING:
    from kg.store import Store


def marked(store: Store) -> tuple[int, int]:
    """Return how many claims and how many documents are marked stricter than clear.

    A claim is marked as strictly as the documents that print it, a document without a mark as KG_MARK says.

    Raises:
        CallError: KG_MARK holds no mark.
        StoreError: the store cannot answer.
    """
    from kg.model.review import MARKS, usual_mark

    given = {"usual": usual_mark(), "free": MARKS[0]}
    found = {row for statement in statements.MARKED for row in store.query(statement, given).rows}
    kinds = Counter(kind for _, kind in found)
    return kinds["claim"], kinds["document"]
