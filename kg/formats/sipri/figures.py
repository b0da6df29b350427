"""Figures of claims in cells: the bounds, and a number where SIPRI's columns mean just that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from kg.model.bounds import singular
from kg.model.quantity import MONEY, Quantity

_FLOWS = ("flow", "cumulative")


def figure(quantity: Quantity | None) -> list[str]:
    """Return the cells of a figure: bounds, what it measures, whether it is approximate, and its words.

    An excluded bound has `>` or `<` before it; there is no number between the two.

    Example:
        >>> figure(Quantity(low=60, low_open=True, unit="guns", mode="flow", wording="over 60"))
        ['>60', '', 'guns', 'count', '', 'flow', '', '', 'over 60']
    """
    if quantity is None:
        return [""] * 9
    low, high = quantity.low, quantity.high
    return [
        "" if low is None else f"{'>' * quantity.low_open}{low}",
        "" if high is None else f"{'<' * quantity.high_open}{high}",
        (quantity.currency or "") if quantity.measure == MONEY else quantity.unit,
        quantity.measure,
        quantity.per or "",
        quantity.mode,
        quantity.stage or "",
        "yes" if quantity.approximate else "",
        quantity.wording,
    ]


def number(claim: Any, event: Any, facts: Mapping[str, Any]) -> tuple[str, str]:
    """Return the number for SIPRI's column and its question mark; empty unless exactly so many are meant.

    It must count the weapons themselves: its unit is a word in the name of their type or a wider one.
    """
    quantity = claim.quantity
    if quantity is None or quantity.low is None or quantity.low != quantity.high:
        return "", ""
    plain = quantity.whole and quantity.mode in _FLOWS and quantity.total is None
    types = [quantity.of] if quantity.of in facts else event.weapon_types
    words = {word for one in types for word in _words(one, facts)}
    if not plain or not {quantity.unit, singular(quantity.unit)} & words:
        return "", ""
    unsure = quantity.approximate or claim.hedge != "plain"
    return str(quantity.low), "?" if unsure else ""


def _words(weapon: str | None, facts: Mapping[str, Any]) -> Iterator[str]:
    """Yield the words in the names of a weapon type and of those above it, in small letters."""
    seen: set[str] = set()
    while weapon is not None and weapon in facts and weapon not in seen:
        seen.add(weapon)
        for name in facts[weapon].names:
            yield from name.casefold().split()
        weapon = getattr(facts[weapon], "subtype_of", None)
