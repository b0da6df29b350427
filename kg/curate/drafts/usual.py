"""What claims of the corpus have in common, to fill in what a sentence does not say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from kg.model.kinds.claim import Claim


def usual(values: Iterable[str | None]) -> str | None:
    """Return the value that two of three have, None where no value is as common.

    Example:
        >>> usual(["flow", "flow", "stock"]), usual(["flow", "stock"]), usual([])
        ('flow', None, None)
    """
    counted = Counter(value for value in values if value)
    if not counted:
        return None
    best, number = min(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return best if number * 3 >= counted.total() * 2 else None


def mode_of(claims: Iterable[Claim], event: str | None, unit: str | None) -> str | None:
    """Return how the figures of an event are meant, else those of a unit if all are meant so."""
    figures = [(claim.about, claim.quantity) for claim in claims if claim.quantity]
    alike = {q.mode for _, q in figures if unit and q.unit == unit}
    return usual(q.mode for about, q in figures if event and about == event) or (
        alike.pop() if len(alike) == 1 else None
    )


def topic_of(claims: Iterable[Claim], topics: Collection[str], event: str | None) -> str | None:
    """Return under which topic claims about an event are read, else the only one that there is."""
    known = usual(claim.topic for claim in claims if event and claim.about == event)
    return known or (next(iter(topics)) if len(topics) == 1 else None)
