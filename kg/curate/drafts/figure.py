"""The figure that a sentence gives, as the fields of a quantity."""

from __future__ import annotations

from typing import Any

from kg.curate.candidates import Candidate
from kg.curate.drafts.sentence import Sentence
from kg.model.bounds import MEASURED
from kg.model.currencies import CURRENCIES

_SMALL = 10
"""A number below it that counts nothing known is mostly a manner of speaking: "the two", "several media".

A single one is an article as often as not.
"""


def figure(sentence: Sentence, units: frozenset[str]) -> Candidate | None:
    """Return the figure that a claim would carry; None when the sentence has none.

    Args:
        sentence: with its candidates.
        units: what figures of the corpus count, which goes before anything else that is counted.
    """
    said = [
        one
        for one in sentence.of("number")
        if (one.unit and _size(one) > 1) or ((one.low or 0) if one.vague else _size(one)) >= _SMALL
    ]
    return max(said, key=lambda one: (carries(one, units), _size(one), -one.start), default=None)


def carries(one: Candidate, units: frozenset[str]) -> int:
    """Return how much a figure carries: 3 of what the corpus counts, 2 of other things and money, else 0."""
    measure = MEASURED.get(one.unit or "", "")
    return 0 if not one.unit or measure.startswith("duration") else 3 if one.unit in units else 2


def quantity(sentence: Sentence, one: Candidate, mode: str | None) -> dict[str, Any]:
    """Return a figure as the fields of a quantity; without the mode where nothing tells it."""
    wording = sentence.between(one.start, one.end)
    fields: dict[str, Any] = {"vague": one.vague} if one.vague else {}
    if not one.vague:
        fields = {name: bound for name in ("low", "high") if (bound := getattr(one, name)) is not None}
        fields |= {m: True for m in ("low_open", "high_open", "approximate") if getattr(one, m)}
    fields |= {"per": one.per} if one.per else {}
    if one.unit and one.unit.upper() in CURRENCIES:
        fields |= {"measure": "money", "currency": one.unit.upper()}
    elif one.unit:
        fields |= {"measure": MEASURED[one.unit]} if one.unit in MEASURED else {"unit": one.unit}
    return {**fields, **({"mode": mode} if mode else {}), "wording": wording}


def _size(one: Candidate) -> float:
    return max(one.low or 0, one.high or 0)
