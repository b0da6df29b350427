"""What a valid fact and the facts that it names cannot mean together, at hand or looked up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import permutations
from typing import Any, NamedTuple

from kg.errors import with_article
from kg.model.kinds import Fact, registry
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.model.stances import side_of

Lookup = Mapping[str, Any]
"""Facts by id, or as much of them as is asked for here: their class, `part_of`, `about`, and of documents
`published`, `recorded`, `held` and `originals`."""


class Fault(NamedTuple):
    """What is wrong with a fact, and the path of the field to mend."""

    path: tuple[str | int, ...]
    what: str
    expected: str
    todo: str
    code: str


def faults(fact: Fact, known: Lookup) -> Iterator[Fault]:
    """Yield what does not fit between a fact and others; what we took back need not fit.

    Args:
        fact: a valid fact.
        known: the others; what is not there is no fault of these.
    """
    if getattr(fact, "withdrawn", None):
        return
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
        if published is not None and said.last is not None and said.last > published.last and not said.marked:
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
        if source is not None and source.KIND in _silent():
            index = claim.speakers.index(voice) if voice in claim.speakers else None
            yield Fault(
                ("speaker",) if index is None else ("speakers", index),
                f"claim '{claim.id}' is said by '{voice}', but {with_article(source.KIND)} does not speak",
                "who speaks for it, or 'unknown'",
                "name its crew, owner or operator, as the text does",
                "silent-speaker",
            )


@cache
def _silent() -> frozenset[str]:
    """Return the kinds of actors that do not speak."""
    return frozenset(n for n, kind in registry().items() if "Actor" in kind.LABELS and not kind.VOICE)


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


def _stated_nowhere(claim: Claim, known: Lookup) -> Iterator[Fault]:
    """Find citations in what we do not hold: there a document can only speak for itself, or is held back."""
    for index, citation in enumerate(claim.cited):
        held = getattr(known.get(citation.document), "held", True)
        if held:
            continue
        if citation.span:
            yield Fault(
                ("cited", index, "paragraph"),
                f"claim '{claim.id}' cites words of '{citation.document}', which we do not hold",
                "a page, region or timecode",
                "cite who tells of it, or add file and sha256 to the document",
                "cites-not-held",
            )
        elif claim.stated_in != citation.document and not claim.held_back:
            yield Fault(
                ("cited", index, "document"),
                f"claim '{claim.id}' cites '{citation.document}', which we do not hold, without being"
                " stated in it",
                f"stated_in: {citation.document}",
                "say that the document itself states it, or cite who tells of it",
                "cites-not-held",
            )


def _stated_too_late(claim: Claim, known: Lookup) -> Iterator[Fault]:
    """Find claims that were known before the document in which they are said to stand."""
    paper = known.get(claim.stated_in or "")
    printed = [known.get(citation.document) for citation in claim.cited]
    for field in ("published", "recorded"):
        own = getattr(paper, field, None)
        days = [span.first for document in printed if (span := getattr(document, field, None)) is not None]
        if own is not None and None not in days and days and own.first and own.first > min(days):
            yield Fault(
                ("stated_in",),
                f"claim '{claim.id}' was {field} on {min(days)}, before '{claim.stated_in}', in which it"
                f" stands, on {own.first}",
                f"a document {field} by {min(days)}",
                "correct the day: of a leaked paper it is the day from which it was known",
                "stated-before-document",
            )


def _said_of_what_was_said(claim: Claim, known: Lookup) -> Iterator[Fault]:
    """Find what is wrong with a claim about a claim or a document."""
    about = known.get(claim.about)
    if about is None or about.KIND not in (Claim.KIND, Document.KIND):
        return
    if claim.answers and side_of(claim.stance) in ("against", "doubt"):
        yield Fault(
            ("answers",),
            f"claim '{claim.id}' {claim.stance.replace('-', ' ')} that something was said or is real, and"
            " answers a claim, which would deny or doubt the event, too",
            "answers only with a claim about the event",
            "take answers out, or add a second claim about the event",
            "answers-what-was-said",
        )
    if claim.id == min(circle := _circle(claim, known, _about)):
        yield Fault(
            ("about",),
            f"claims are about each other in a circle: {' -> '.join([*circle, claim.id])}",
            "a claim that is about an event, weapon type, actor or document in the end",
            "correct about in one of them",
            "about-circle",
        )


def _about(fact: Any) -> tuple[str, ...]:
    about = getattr(fact, "about", None)
    return (about,) if about else ()


def _originals(document: Any) -> tuple[str, ...]:
    return getattr(document, "originals", ())


def _circle(fact: Any, known: Lookup, onward: Callable[[Any], tuple[str, ...]]) -> list[str]:
    """Return the ids on a way from a fact back to itself, or of the empty way `['']`."""
    ways = {other: [fact.id] for other in onward(fact)}
    for name in (todo := list(ways)):
        if name == fact.id:
            return ways[name]
        for other in onward(known.get(name)):
            if other not in ways:
                ways[other] = [*ways[name], name]
                todo.append(other)
    return [""]


def _printed_again(document: Document, known: Lookup) -> Iterator[Fault]:
    """Find circles of documents, and originals that appeared later."""
    circle = _circle(document, known, _originals)
    if document.id == min(circle):
        field = next(name for name in _ORIGINALS if getattr(document, name))
        yield Fault(
            (field,),
            "documents print each other again, translate or correct each other in a circle:"
            f" {' -> '.join([*circle, document.id])}",
            "a chain that ends at the original",
            "take reprint_of, translates or corrects out of the original",
            "reprint-circle",
        )
    if len(circle) > 1:
        return
    for field, says in _ORIGINALS.items():
        value = getattr(document, field)
        for index, name in enumerate(value if isinstance(value, list) else filter(None, [value])):
            original = getattr(known.get(name), "published", None)
            last = document.published.last
            if original and last and last < original.first:
                yield Fault(
                    (field, index) if isinstance(value, list) else (field,),
                    f"document '{document.id}' of {last} {says.format(name)}, which appeared only on"
                    f" {original.first}",
                    f"a document that appeared by {last}",
                    "correct a day, or turn the two round",
                    "reprint-before-original",
                )


_ORIGINALS = {
    "reprint_of": "prints '{}' again",
    "translates": "translates '{}'",
    "corrects": "corrects '{}'",
}
"""The fields that name an earlier document, and what they say of it."""

_FINDERS: dict[str, tuple[tuple[str, Callable[[Any, Lookup], Iterator[Fault]]], ...]] = {
    Claim.KIND: (
        ("cited", _said_too_late),
        ("voices", _cannot_speak),
        ("firsthand", _seen_by_nobody),
        ("speakers", _speaks_twice),
        ("cited", _stated_nowhere),
        ("stated_in", _stated_too_late),
        ("about", _said_of_what_was_said),
    ),
    Document.KIND: (("originals", _printed_again),),
}
"""What is looked for, by kind and by the field that must be filled."""

_WAITING = {Claim.KIND: "speakers", Document.KIND: "originals"}
"""The field by which a fact asks for facts that it does not name, by kind."""
