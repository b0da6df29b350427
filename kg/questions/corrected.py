"""The note of an answer that names claims which only a corrected document prints."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kg.model.weighing import corrected_from
from kg.questions.judged import sentences
from kg.questions.result import Result, texts_in
from kg.store.statements import CORRECTED, CORRECTIONS

if TYPE_CHECKING:
    from kg.store import Store

FEW = 10
"""Claims that a note names."""


def any_corrected(store: Store) -> bool:
    """Return whether any document corrects another.

    Raises:
        StoreError: the store cannot answer.
    """
    return bool(store.query(CORRECTIONS, {}).rows[0][0])


def corrections_noted(result: Result, store: Store) -> Result:
    """Return an answer with a note on the claims in it that were printed only in corrected documents.

    A claim is named from the day on which all was corrected that had printed it; with `as_of` only what was
    published by then counts.

    Args:
        result: the answer; one without rows stays as it is.
        store: where the documents are; it is asked once, and again where a document corrects another.

    Raises:
        StoreError: the store cannot answer.
    """
    if not result.rows or not any_corrected(store):
        return result
    until: date = result.parameters.get("as_of") or date.max
    printed: dict[str, dict[str, date]] = {}
    corrections: dict[str, dict[tuple[str, date], str]] = {}
    for claim, document, first, day, correction in store.query(
        CORRECTED, {"ids": sorted({*texts_in(result.rows)})}
    ).rows:
        if first <= until:
            printed.setdefault(claim, {})[document] = first
        if day is not None and day <= until:
            corrections.setdefault(claim, {})[document, day] = correction
    found = {
        claim: (day, sorted({by for (_, when), by in wrong.items() if when <= day}))
        for claim, wrong in sorted(corrections.items())
        if claim in printed
        and (day := corrected_from(((first, (d,)) for d, first in printed[claim].items()), wrong.keys()))
        is not None
    }
    notes = [
        f"{c} is printed only in what {' and '.join(by)} corrects ({day})" for c, (day, by) in found.items()
    ]
    more = (
        f"and {len(notes) - FEW} more claims that only corrected documents print" if len(notes) > FEW else ""
    )
    return result._replace(note=sentences([result.note, *notes[:FEW], more])) if notes else result
