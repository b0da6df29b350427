"""What a valid fact and the facts that it names cannot mean together, at hand or looked up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import permutations
from typing import Any, NamedTuple

from kg.errors import with_article
from kg.model.kinds import Fact, registry
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document

Lookup = Mapping[str, Any]
"""Facts by id, or as much of them as is asked for here: their class, `published`, `part_of`, `reprint_of`."""


class Fault(NamedTuple):
    """What is wrong with a fact, and the path of the field to mend."""

    path: tuple[str | int, ...]
    what: str
    expected: str
    todo: str
    code: str


def faults(fact: Fact, known: Lookup) -> Iterator[Fault]:
    """Yield what does not fit between a fact and others.

    Args:
        fact: a valid fact.
        known: the others; what is not there is no fault of these.
    """
    for asked, find in _FINDERS.get(type(fact).KIND, ()):
        if getattr(fact, asked):
            yield from find(fact, known)


def waits(fact: Fact) -> bool:
    """Return whether a fact may be at odds with others that it does not name itself.

    Then every fact must be known before `faults` can tell.
    """
    field = _WAITING.get(type(fact).KIND)
    return field is not None and bool(getattr(fact, field))


def _said_too_late(claim: Claim, known: Lookup) -> Iterator[Fault]:
    for index, citation in enumerate(claim.cited):
        published = getattr(known.get(citation.document), "published", None)
        said = citation.said or claim.said
        if published is not None and said.last is not None and said.last > published.last:
            yield Fault(
                ("cited", index, "said") if citation.said else ("said",),
                f"claim '{claim.id}' was said on {said.last} but document '{citation.document}' that cites it"
                f" appeared on {published.last}",
                "a day on or before publication",
                "correct the day or the citation",
                "said-after-publication",
            )


def _cannot_speak(claim: Claim, known: Lookup) -> Iterator[Fault]:
    for voice in claim.voices:
        source = known.get(voice)
        if source is not None and "Actor" in source.LABELS and not registry()[source.KIND].VOICE:
            index = claim.speakers.index(voice) if voice in claim.speakers else None
            yield Fault(
                ("speaker",) if index is None else ("speakers", index),
                f"claim '{claim.id}' is said by '{voice}', but {with_article(source.KIND)} does not speak",
                "who speaks for it, or 'unknown'",
                "name its crew, owner or operator, as the text does",
                "silent-speaker",
            )


def _seen_by_nobody(claim: Claim, known: Lookup) -> Iterator[Fault]:
    for voice in claim.voices:
        source = known.get(voice)
        if source is not None and registry()[source.KIND].VOICE == "unnamed":
            yield Fault(
                ("firsthand",),
                f"claim '{claim.id}' is firsthand, but its speaker '{voice}' is an unnamed source, which"
                " nobody can ask what it saw",
                "a speaker with a name",
                "take firsthand out, or name who saw it",
                "firsthand-unnamed",
            )


def _speaks_twice(claim: Claim, known: Lookup) -> Iterator[Fault]:
    for (_, whole), (index, part) in permutations(enumerate(claim.speakers), 2):
        way = _way_up(part, whole, claim, known)
        if way:
            yield Fault(
                ("speakers", index),
                f"claim '{claim.id}' has '{part}' and '{whole}' speak together, but one is part of the other"
                f" ({' -> '.join(way)})",
                "speakers of whom none belongs to another",
                "keep the one that the text names",
                "joint-within",
            )


def _way_up(part: str, whole: str, claim: Claim, known: Lookup) -> list[str]:
    """Return the ids from a part up to the whole as memberships have it on the day of speech, or nothing."""
    ways = {part: [part]}
    for name in (todo := [part]):
        for above in getattr(known.get(name), "part_of", ()):
            if above.actor not in ways and _holds(above, claim):
                ways[above.actor] = [*ways[name], above.actor]
                todo.append(above.actor)
    return ways.get(whole, [])


def _holds(membership: Any, claim: Claim) -> bool:
    """Return whether a membership may hold on the day of speech; days that are not given rule nothing out."""
    since = membership.since and membership.since.first
    until = membership.until and membership.until.last
    first, last = claim.said.first, claim.said.last
    return not ((since and last and since > last) or (until and first and until < first))


def _printed_again(document: Document, known: Lookup) -> Iterator[Fault]:
    chain, other = {document.id: None}, document.reprint_of
    while other is not None and other not in chain:
        chain[other] = None
        other = getattr(known.get(other), "reprint_of", None)
    original = getattr(known.get(document.reprint_of or ""), "published", None)
    if other == document.id:
        if document.id == min(chain):
            yield Fault(
                ("reprint_of",),
                f"documents print each other again in a circle: {' -> '.join([*chain, document.id])}",
                "a chain that ends at the original",
                "take reprint_of out of the original",
                "reprint-circle",
            )
    elif original and document.published.last and document.published.last < original.first:
        yield Fault(
            ("reprint_of",),
            f"document '{document.id}' of {document.published.last} prints '{document.reprint_of}' again,"
            f" which appeared only on {original.first}",
            f"a document that appeared by {document.published.last}",
            "correct a day, or turn the two round",
            "reprint-before-original",
        )


_FINDERS: dict[str, tuple[tuple[str, Callable[[Any, Lookup], Iterator[Fault]]], ...]] = {
    Claim.KIND: (
        ("cited", _said_too_late),
        ("voices", _cannot_speak),
        ("firsthand", _seen_by_nobody),
        ("speakers", _speaks_twice),
    ),
    Document.KIND: (("reprint_of", _printed_again),),
}
"""What is looked for, by kind and by the field that must be filled."""

_WAITING = {Claim.KIND: "speakers", Document.KIND: "reprint_of"}
"""The field by which a fact asks for facts that it does not name, by kind."""
