"""The note of an answer that names what is judged to be the same: the judgement never goes unread."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from kg.questions.result import Result, texts_in
from kg.store.statements import JUDGED

if TYPE_CHECKING:
    from kg.store import Store

APART = "this answer lists them apart"
ONCE = "they count once among independent roots and as one thing in figures, and are listed apart"


def any_judged(store: Store) -> bool:
    """Return whether any two are judged the same.

    Raises:
        StoreError: the store cannot answer.
    """
    return bool(store.query(JUDGED, {}).rows)


def noted(result: Result, store: Store, does: str = APART) -> Result:
    """Return an answer with a note for each judgement on what its rows or parameters name.

    Rows name a fact by its id or its name. A judgement that was decided after the day of `recorded_by` is not
    known yet; `as_of` is a day of the world and hides none.

    Args:
        result: the answer; one without rows stays as it is.
        store: where the judgements are; it is asked once.
        does: what the answer does with the two.

    Raises:
        StoreError: the store cannot answer.
    """
    judged = store.query(JUDGED, {}).rows if result.rows else []
    if not judged:
        return result
    shown = {*texts_in(result.rows), *texts_in(dict(result.parameters))}
    by = result.parameters.get("recorded_by")
    notes = [
        f"{one_name} and {other_name} are judged the same (judgement {judgement}); {does}"
        for one, one_name, other, other_name, judgement, decided in judged
        if not shown.isdisjoint((one, one_name, other, other_name)) and _known(decided, by)
    ]
    return result._replace(note=sentences([result.note, *notes]))


def _known(decided: date, by: date | None) -> bool:
    return by is None or decided <= by


def sentences(notes: Iterable[str]) -> str:
    """Return notes as one."""
    return "; ".join(note for note in notes if note)
