"""The facts of a part of a graph, and how many of them are held back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.model.sharing import HeldBack, Only

if TYPE_CHECKING:
    from kg.model.kinds import Fact


def part(facts: Iterable[Fact], only: Only) -> tuple[list[Fact], HeldBack | None]:
    """Return the facts of a part, and the statement of what is held back of it, if anything may be.

    Marks count as in the whole: a claim that another collection prints, too, has the marks of both.

    Args:
        facts: with all documents that the claims of the part cite.
        only: the part; its collection by id.

    Raises:
        CallError: there is no such mark.
    """
    every = [*facts]
    left = every
    if only.collection is not None:
        from kg.analysis.collections import of_collection

        left = of_collection(every, only.collection)
    if only.event is not None:
        from kg.analysis.around_event import of_event

        left = of_event(left, only.event)
    if not only.holds_back:
        return left, None
    from kg.analysis.holding_back import held_back

    shared = held_back(left, only.mark, only.reviewed, every)
    return shared.facts, shared.statement
