"""What a flow shows of each shipment: how many at least and at most, by what is counted, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from kg.model import table
from kg.model.derived import derived_names
from kg.model.link_roles import GIVING, TAKING
from kg.model.weighing import UNKNOWN
from kg.picture.figure import Figure
from kg.picture.subject import Subject

FROM, TO = table.types(*GIVING), table.types(*TAKING)
"""Edges from who supplies, sends or pays, and to who receives, hosts or is paid."""
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
    whole: bool = True
    """Whether only whole numbers make sense."""
    of: str = ""
    """Of what sort they are, where the claims on the event count several: one may be a part of the other."""


class Transfer(NamedTuple):
    """One shipment or payment, with one amount or none.

    Attributes:
        event: its id.
        suppliers: ids of all who give together; none where no text names any.
        recipients: ids of all who take together.
        types: ids of the weapon types.
        amount: how many.
        claims: ids of the claims on it.
    """

    event: str
    suppliers: tuple[str, ...]
    recipients: tuple[str, ...]
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
    claims, whole = tuple(claim for claim, _ in figures), first.measure == "count"
    return Amount(low, high, low_open, high_open, first.unit, first.basis, claims, words, whole)


def amounts(subject: Subject, event: str) -> list[Amount]:
    """Return what claims say of how many: one amount for each unit, sort, mode and stage.

    Claims that only expect a number count where none asserts one; what denies, doubts or is taken back does
    not.
    """
    said = subject.claims_on(event)
    by_unit: dict[tuple[str, str, str], list[tuple[str, Figure]]] = {}
    for side in ("for", "ahead"):
        known = set(by_unit)
        for claim in said:
            figure, sort = subject.figure(claim), str(subject.properties(claim).get("of") or "")
            if (
                figure
                and figure.measure in AMOUNTS
                and not figure.rate
                and subject.side(claim) == side
                and (figure.unit, sort, figure.basis) not in known
            ):
                by_unit.setdefault((figure.unit, sort, figure.basis), []).append((claim, figure))
    several = len({sort for _, sort, _ in by_unit}) > 1
    return [
        hull(by_unit[key])._replace(of=subject.name(key[1]) if several and key[1] else "")
        for key in sorted(by_unit)
    ]


def transfers(subject: Subject) -> list[Transfer]:
    """Return what moved in an answer: a row for each event and amount, however many give or take together.

    One of which the facts do not say who gives or takes, not even that it is unknown, is left out.
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
        givers, takers = tuple(subject.starts(event, *FROM)), tuple(subject.ends(event, *TO))
        if (givers or _unknown(subject, event, FROM)) and (takers or _unknown(subject, event, TO)):
            moves += [Transfer(event, givers, takers, types, amount, claims) for amount in every]
    return moves


def _unknown(subject: Subject, event: str, side: Sequence[str]) -> bool:
    """Return whether the facts say that no text names who stands on a side of an event."""
    fields = table.kinds()[subject.kinds[event]].together
    ids = (derived_names(field)[0] for field, key in fields.items() if key.split(".")[1] in side)
    return any(subject.properties(event).get(name) == UNKNOWN for name in ids)
