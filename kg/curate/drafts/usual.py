"""What claims of the corpus have in common, to fill in what a sentence does not say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

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
    """Return how the figures of an event are meant, else those of a unit; None where they differ."""
    figures = [(claim.about, claim.quantity) for claim in claims if claim.quantity]
    return usual(q.mode for about, q in figures if about == event and event) or usual(
        q.mode for _, q in figures if unit and q.unit == unit
    )


def topic_of(
    claims: Iterable[Claim], topics: Iterable[str], event: str | None, unit: str | None
) -> str | None:
    """Return under which topic claims about an event are read, else those of a unit, else the only one."""
    kept = list(claims)
    only = list(topics)
    return (
        usual(claim.topic for claim in kept if event and claim.about == event)
        or usual(claim.topic for claim in kept if unit and claim.quantity and claim.quantity.unit == unit)
        or (only[0] if len(only) == 1 else None)
    )
