"""What a flow shows of each shipment: how many at least and at most, by what is counted, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.model import table
from kg.picture.subject import Figure, Subject

FROM, TO = table.types("supplier", "sender"), table.types("recipient", "host")
"""Edges from who supplies or sends, and to who receives or hosts."""
MOVES = tuple(label for label, k in table.kinds().items() if {*FROM} & {*k.edges} and {*TO} & {*k.edges})
"""Kinds of what moves from somebody to somebody."""

GOODS = table.types("goods")
AMOUNTS = frozenset({"count", "mass-tonnes", "mass-kg", "mass-g"})
"""Measures that say how much moved; a range or a price does not, nor does a rate."""


class Amount(NamedTuple):
    """The bounds of what some claims say of one shipment: from the least to the greatest, never their middle.

    Attributes:
        low: least lower bound; None when a claim gives none.
        high: greatest upper bound; None when a claim gives none.
        low_open: whether `low` is excluded.
        high_open: whether `high` is excluded.
        unit: what is counted.
        basis: mode and stage, the same for all the claims.
        claims: ids of the claims.
        words: the bounds in words, where all claims use the same ones; else empty.
    """

    low: float | None
    high: float | None
    low_open: bool
    high_open: bool
    unit: str
    basis: str
    claims: tuple[str, ...]
    words: str = ""


class Transfer(NamedTuple):
    """One shipment, from one supplier to one recipient, with one amount or none."""

    event: str
    supplier: str
    recipient: str
    types: tuple[str, ...]
    amount: Amount | None
    claims: tuple[str, ...]


def hull(figures: Sequence[tuple[str, Figure]]) -> Amount:
    """Return the bounds within which all figures lie; a bound that one of them leaves open stays open.

    Args:
        figures: claim and figure, at least one; all of one unit, mode and stage.

    Example:
        >>> up_to = Figure(None, 9, False, False, "shells", "up to 9 shells", "", "flow")
        >>> hull([("a", up_to), ("b", up_to._replace(low=2, high=4))])[:2]
        (None, 9)
    """
    lows = [f.low for _, f in figures]
    highs = [f.high for _, f in figures]
    low = None if None in lows else min(v for v in lows if v is not None)
    high = None if None in highs else max(v for v in highs if v is not None)
    low_open = low is not None and all(f.low_open for _, f in figures if f.low == low)
    high_open = high is not None and all(f.high_open for _, f in figures if f.high == high)
    first = figures[0][1]
    words = first.words if len({f.words for _, f in figures}) == 1 else ""
    return Amount(
        low, high, low_open, high_open, first.unit, first.basis, tuple(claim for claim, _ in figures), words
    )


def amounts(subject: Subject, event: str) -> list[Amount]:
    """Return what claims say of how many: one amount for each unit, mode and stage.

    Claims that only expect a number count where none asserts one; what denies, doubts or is taken back does
    not.
    """
    said = subject.claims_on(event)
    by_unit: dict[tuple[str, str], list[tuple[str, Figure]]] = {}
    for side in ("for", "ahead"):
        known = set(by_unit)
        for claim in said:
            figure = subject.figure(claim)
            if (
                figure
                and figure.measure in AMOUNTS
                and not figure.rate
                and subject.side(claim) == side
                and (figure.unit, figure.basis) not in known
            ):
                by_unit.setdefault((figure.unit, figure.basis), []).append((claim, figure))
    return [hull(by_unit[key]) for key in sorted(by_unit)]


def transfers(subject: Subject) -> list[Transfer]:
    """Return the shipments and deployments of an answer; one without a supplier or recipient is left out.

    An answer without any has those that its claims are about.
    """
    events = subject.of_kind(*MOVES)
    events = events or sorted(
        {e for c in subject.of_kind("Claim") for e in subject.ends(c, "ABOUT") if subject.kinds[e] in MOVES}
    )
    moves = []
    for event in events:
        types = tuple(subject.ends(event, *GOODS))
        claims = tuple(subject.claims_on(event))
        every: Sequence[Amount | None] = amounts(subject, event) or [None]
        for supplier in subject.starts(event, *FROM):
            for recipient in subject.ends(event, *TO):
                moves += [Transfer(event, supplier, recipient, types, amount, claims) for amount in every]
    return moves
