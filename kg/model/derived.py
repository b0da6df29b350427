"""What is derived from facts on their way into a graph: properties of claims, and edges for people.

None of it is a fact: it is left out on the way back.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from kg.model.stances import SHORTCUTS, STANCES, rule_of, shortcut_of, side_of
from kg.model.weighing import JOINT, TAKEN_BACK, corrected_from, takes_back

ROOTED, HELD = "ROOTED_IN", "LAST_HELD_IN"
CHAINS: dict[str, str] = {
    ROOTED: "a chain of relays to a claim that relays nothing, from `known_from` to before `until`",
    HELD: "the last claim of a chain that speaks for it, where what that relays does not, on such days",
}
"""Edges from a claim to the ends of its chains: no question walks them, and none cuts them off."""
DERIVED: dict[str, str] = {
    **{edge: rule_of(edge) for edge in SHORTCUTS},
    "SAME_AS": "a judgement that both are the same; gone when the judgement is deleted",
    **CHAINS,
}
"""Edges from an event to the actors that speak about it, between facts judged to be the same, and from claims
to the ends of their chains: shortcuts for people and questions, never counted as sources."""
RELAYS_FROM = "relays_from"
"""The property for the first day on which anything that a claim relays was known.

Before that day, and without the property, a claim is a root.
"""
DERIVED_PROPERTIES: dict[str, str] = {
    "caption": "text",
    "said": "day",
    "side": "text",
    "root": "truth",
    "known_from": "day",
    RELAYS_FROM: "day",
    TAKEN_BACK: "day",
    "speaker_id": "text",
    "speaker_name": "text",
    "how_many": "text",
}
"""Node properties that are computed on the way in and left out on the way back, and what they hold."""
_SHORTCUT: dict[str, str] = {
    "claim": "text",
    "said": "day",
    "stance": "text",
    "relayed": "truth",
    "low": "decimal",
    "high": "decimal",
    "rule": "text",
}
_CHAIN: dict[str, str] = {
    "hops": "whole",
    "known_from": "day",
    "until": "day",
    "through": "list",
    "tellers": "list",
    "rule": "text",
}
DERIVED_EDGES: dict[str, dict[str, str]] = {
    **dict.fromkeys(SHORTCUTS, _SHORTCUT),
    "SAME_AS": {"judgement": "text", "by": "text", "decided": "day", "rule": "text"},
    **dict.fromkeys(CHAINS, _CHAIN),
}
"""What the edges of `DERIVED` carry beside their key, and what it holds."""


def derived_names(field: str) -> tuple[str, str]:
    """Return what the two derived properties are called of a field that names all who do something together.

    Example:
        >>> derived_names("supplier")
        ('supplier_id', 'supplier_name')
    """
    return f"{field}_id", f"{field}_name"


def claim_properties(claim: Any, by_id: Mapping[str, Any]) -> dict[str, Any]:
    """Return what presets read off a claim without following edges; every value is derived."""
    stance, relays, origins = claim.stance, claim.relays, claim.origins
    extras: dict[str, Any] = {"said": claim.said.last, "side": side_of(stance), "root": not relays}
    known = _known_from(claim, by_id)
    if known is not None:
        extras["known_from"] = known
    relayed = [
        day for other in relays if other in by_id and (day := _known_from(by_id[other], by_id)) is not None
    ]
    if relayed:
        extras[RELAYS_FROM] = min(relayed)
    if origins:
        extras["speaker_id"] = origins[0] if len(origins) == 1 else JOINT.join(sorted(origins))
        if name := claim.spoken_by(by_id):
            extras["speaker_name"] = name
    if claim.quantity:
        extras["how_many"] = claim.quantity.words()
    return extras


def _known_from(claim: Any, by_id: Mapping[str, Any]) -> date | None:
    first: date | None = None
    for citation in claim.cited:
        paper = by_id.get(citation.document)
        if paper is not None and (first is None or paper.published.first < first):
            first = paper.published.first
    return first


def retracted(by_id: Mapping[str, Any]) -> dict[str, date]:
    """Return for each claim that is taken back the day on which that was first known.

    Its own speakers take it back, or corrections of all that had printed it by then.
    """
    days: dict[str, list[date]] = {}
    corrections: dict[str, list[tuple[str, date]]] = {}
    for fact in by_id.values():
        for other in taken_back_by(fact):
            claim = by_id.get(other)
            if claim is None or type(claim).KIND != "claim":
                continue
            corrections.setdefault(other, []).extend(corrected_by(fact, by_id))
            known = _known_from(fact, by_id), _known_from(claim, by_id)
            if takes_back(fact.origins, claim.origins) and known[0] is not None and known[1] is not None:
                days.setdefault(other, []).append(max(known[0], known[1]))
    for other, corrected in corrections.items():
        cited = {c.document for c in by_id[other].cited}
        printed = ((day, copies(d, by_id)) for d in cited if (day := published(d, by_id)) is not None)
        if corrected and (day := corrected_from(printed, corrected)) is not None:
            days.setdefault(other, []).append(day)
    return {other: min(known) for other, known in days.items()}


def taken_back_by(fact: Any) -> tuple[str, ...]:
    """Return what a retraction answers or is about: claims that it takes back, if it can."""
    if type(fact).KIND != "claim" or side_of(fact.stance) != "back":
        return ()
    return tuple(dict.fromkeys((*fact.answers, fact.about)))


def corrected_by(claim: Any, documents: Mapping[str, Any]) -> list[tuple[str, date]]:
    """Return the documents that are corrected where a claim is printed, with the days of the corrections."""
    return [
        (wrong, day)
        for document in {c.document for c in claim.cited}
        if document in documents and (day := published(document, documents)) is not None
        for wrong in documents[document].corrects
    ]


def copies(document: str, documents: Mapping[str, Any]) -> tuple[str, ...]:
    """Return a document and what it prints again or translates, at any remove."""
    met = {document: None}
    while (other := getattr(documents.get(document), "copy_of", None)) and other not in met:
        met[document := other] = None
    return tuple(met)


def published(document: str, documents: Mapping[str, Any]) -> date | None:
    """Return the day on which a document appeared, None where it is not known."""
    span = getattr(documents.get(document), "published", None)
    day: date | None = span and span.first
    return day


_SHORTCUTS = {stance: shortcut_of(stance) for stance in STANCES}


def shortcuts(fact: Any, by_id: Mapping[str, Any]) -> list[tuple[str, str, str, dict[str, Any]]]:
    """Return the edges of `DERIVED` that a fact brings: type, start, end and properties.

    Args:
        fact: any fact.
        by_id: at least the event that it is about.
    """
    kind_of_fact = type(fact).KIND
    if kind_of_fact == "judgement" and fact.verdict == "same":
        own = {
            "key": fact.id,
            "judgement": fact.id,
            "by": fact.by,
            "decided": fact.decided.last,
            "rule": DERIVED["SAME_AS"],
        }
        return [("SAME_AS", fact.between[0], fact.between[1], own)]
    if kind_of_fact != "claim" or (kind := _SHORTCUTS[fact.stance]) is None:
        return []
    about = by_id.get(fact.about)
    if about is None or "Event" not in type(about).LABELS:
        return []
    properties: dict[str, Any] = {
        "key": fact.id,
        "claim": fact.id,
        "said": fact.said.last,
        "stance": fact.stance,
        "rule": DERIVED[kind],
        "relayed": bool(fact.relays),
    }
    if fact.quantity:
        for name, bound in (("low", fact.quantity.low), ("high", fact.quantity.high)):
            if bound is not None:
                properties[name] = bound
    return [(kind, fact.about, voice, properties) for voice in fact.voices]
