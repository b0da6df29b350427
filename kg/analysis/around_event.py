"""One event alone: what is said about it, its parts and what it is a part of, and what that rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kg.analysis.subset import trimmed, with_chains
from kg.model.kinds import links
from kg.model.review import live

if TYPE_CHECKING:
    from kg.model.kinds import Fact


def of_event(facts: Iterable[Fact], event: str) -> list[Fact]:
    """Return the facts of which the graph of one event is built.

    These are the claims about it, about its parts and about the larger events that it is a part of; what
    passes these on, answers them or speaks of them or of their documents; every chain to its end; and all
    that these name. Where the event and its parts stand is the same as in the whole graph. What is said of
    other events is there only as far as it belongs to that.

    Args:
        facts: all facts, or all those around the event.
        event: its id.

    Example:
        >>> of_event([], "kp-troops-dispatch-2024")
        []
    """
    by_id: dict[str, Any] = {fact.id: fact for fact in live(facts)}
    claims = {i: f for i, f in by_id.items() if type(f).KIND == "claim"}
    speaking: dict[str, list[str]] = {}
    for i, claim in claims.items():
        for other in {*claim.relays, *claim.answers, claim.about}:
            speaking.setdefault(other, []).append(i)
    cited: dict[str, list[Any]] = {}
    papers: set[str] = set()
    todo = [*_larger(by_id, event), *_parts(by_id, event)]
    while todo:
        before = cited.keys() | papers
        heard = {i: claims[i].cited for other in todo for i in speaking.get(other, ())}
        cited = with_chains(
            claims, {**cited, **heard}, lambda claim: (*claim.relays, *claim.answers, claim.about)
        )
        papers = _with_others(by_id, {c.document for places in cited.values() for c in places})
        todo = [*((cited.keys() | papers) - before)]
    return trimmed(by_id, cited, papers)


def _larger(by_id: Mapping[str, Any], event: str) -> list[str]:
    """Return an event and those that it is a part of."""
    found: list[str] = []
    here: str | None = event
    while here is not None and here in by_id and here not in found:
        found.append(here)
        here = getattr(by_id[here], "within_event", None)
    return found


def _parts(by_id: Mapping[str, Any], event: str) -> set[str]:
    """Return the parts of an event, at any remove."""
    inside: dict[str, list[str]] = {}
    for i, fact in by_id.items():
        if whole := getattr(fact, "within_event", None):
            inside.setdefault(whole, []).append(i)
    found, todo = set[str](), [event]
    while todo:
        new = {*inside.get(todo.pop(), ())} - found - {event}
        found |= new
        todo += new
    return found


def _with_others(by_id: Mapping[str, Any], papers: set[str]) -> set[str]:
    """Return documents with those that they print again, translate or correct."""
    found, todo = set(papers), [*papers]
    while todo:
        fact = by_id[todo.pop()]
        kind: type[Fact] = type(fact)
        for name, link in links(kind).items():
            value = getattr(fact, name) if link.to == ("Document",) else None
            for other in value if isinstance(value, list) else [value] if value else []:
                if other in by_id and other not in found:
                    found.add(other)
                    todo.append(other)
    return found
