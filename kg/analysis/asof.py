"""As known on a day: the world, or the facts, as they could be known from what was published by then."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.analysis.world import World

if TYPE_CHECKING:
    from kg.model.kinds import Fact


def cut(world: World, as_of: date | None = None, recorded_by: date | None = None) -> World:
    """Return the world as known on a day.

    A document is visible when it was published on or before `as_of` and entered this graph on or before
    `recorded_by`; a claim is visible when a visible document prints it, so from the publication day of its
    first citation. A relay or answer is visible when both its ends are: a claim whose relayed claim is not
    printed yet is a root on that day. What is withdrawn later still stands on the days before, because the
    withdrawal is itself a claim that is not visible yet. A judgement is ours, not the world's: it counts for
    every `as_of`, and from the day of its decision for `recorded_by`.

    Args:
        world: all that is known.
        as_of: day of knowledge; None for no limit.
        recorded_by: day by which the documents were entered; None for no limit.

    Source:
        Valid time against transaction time in bitemporal databases (Snodgrass, Developing Time-Oriented
        Database Applications in SQL, 2000); here publication is what makes a claim knowable.

    Example:
        >>> from kg.analysis.world import small_world
        >>> from datetime import date
        >>> [len(cut(small_world("a b"), date(2024, 10, day)).claims) for day in (10, 11)]
        [0, 2]
    """
    if as_of is None and recorded_by is None:
        return world
    kept = {
        id_
        for id_, document in world.documents.items()
        if (as_of is None or document.published <= as_of)
        and (recorded_by is None or document.recorded <= recorded_by)
    }
    if recorded_by is not None:
        world = replace(world, same=tuple(judged for judged in world.same if judged.decided <= recorded_by))
    return without_documents(world, world.documents.keys() - kept)


def without_documents(world: World, gone: Collection[str]) -> World:
    """Return the world without some documents: their citations, and the claims that nothing else prints."""
    if not gone:
        return world
    printed = {}
    for claim, documents in world.printed_in.items():
        left = tuple(d for d in documents if d not in gone)
        if left:
            printed[claim] = left
    shrunk = replace(
        world,
        printed_in=printed,
        documents={i: d for i, d in world.documents.items() if i not in gone},
        differing={
            c: kept
            for c, places in world.differing.items()
            if c in printed and (kept := tuple(p for p in places if p.document not in gone))
        },
        paragraphs={
            c: tuple(p for p in places if p[0] not in gone)
            for c, places in world.paragraphs.items()
            if c in printed
        },
    )
    return without_claims(shrunk, world.claims.keys() - printed.keys())


def without_claims(world: World, gone: Collection[str]) -> World:
    """Return the world without some claims and what starts or ends at them; documents and actors stay."""
    if not gone:
        return world
    return replace(
        world,
        claims={i: c for i, c in world.claims.items() if i not in gone},
        printed_in={i: d for i, d in world.printed_in.items() if i not in gone},
        relays=_trimmed(world.relays, gone),
        answers=_trimmed(world.answers, gone),
        differing={i: p for i, p in world.differing.items() if i not in gone},
        paragraphs={i: p for i, p in world.paragraphs.items() if i not in gone},
    )


def _trimmed(pairs: Any, gone: Collection[str]) -> dict[str, tuple[str, ...]]:
    return {
        one: left
        for one, others in pairs.items()
        if one not in gone and (left := tuple(o for o in others if o not in gone))
    }


def publication_days(world: World) -> list[date]:
    """Return the days on which something of the world was published, in order."""
    return sorted(
        {world.documents[d].published for documents in world.printed_in.values() for d in documents}
    )


def cut_facts(
    facts: Iterable[Fact], as_of: date | None = None, recorded_by: date | None = None
) -> list[Fact]:
    """Return the facts of which a graph for that day is built: the same cut as `cut`, on curated facts.

    Visible documents, visible claims with their visible citations, and every other fact that these name,
    at any remove; an event or a source of which nothing visible speaks is not among them. A judgement stays
    where both of which it judges do.
    """
    by_id: dict[str, Any] = {fact.id: fact for fact in facts}
    shown = {
        id_
        for id_, fact in by_id.items()
        if type(fact).KIND == "document"
        and (as_of is None or fact.published.last <= as_of)
        and (recorded_by is None or fact.recorded.last <= recorded_by)
    }
    claims = {
        id_: fact
        for id_, fact in by_id.items()
        if type(fact).KIND == "claim" and any(c.document in shown for c in fact.cited)
    }
    kept: dict[str, Any] = {
        id_: claim.model_copy(
            update={
                "cited": [c for c in claim.cited if c.document in shown],
                "relays": [r for r in claim.relays if r in claims],
                "answers": [a for a in claim.answers if a in claims],
            }
        )
        for id_, claim in claims.items()
    }
    left = closed(kept, by_id, shown)
    ids = {fact.id for fact in left}
    judged = {
        id_: fact.model_copy(update={"cited": [c for c in fact.cited if c.document in shown]})
        for id_, fact in by_id.items()
        if type(fact).KIND == "judgement"
        and ids.issuperset(fact.between)
        and (recorded_by is None or fact.decided.last <= recorded_by)
    }
    return closed(kept | judged, by_id, shown) if judged else left


def closed(kept: dict[str, Any], by_id: dict[str, Any], documents: Collection[str]) -> list[Fact]:
    """Return some facts and all that they name, at any remove; places in other documents are left out."""
    todo = [*kept, *documents]
    kept = {**kept, **{d: _printed_by_then(by_id[d], documents) for d in documents}}
    while todo:
        fact = kept[todo.pop()]
        for other in _names(fact):
            if other not in kept:
                named = by_id[other]
                if getattr(named, "aliases", None):
                    named = named.model_copy(
                        update={"aliases": [a for a in named.aliases if a.document in documents]}
                    )
                kept[other] = named
                todo.append(other)
    return [kept[i] for i in by_id if i in kept]


def _printed_by_then(document: Any, documents: Collection[str]) -> Any:
    """Return a document without an original that is not there: it is no reprint as far as is known."""
    unseen = document.reprint_of is not None and document.reprint_of not in documents
    return document.model_copy(update={"reprint_of": None}) if unseen else document


def _names(fact: Fact) -> Iterator[str]:
    """Yield the id of every fact that a fact names."""
    from kg.model.convert import shape

    plan = shape(type(fact))
    for field in plan.links:
        value = getattr(fact, field)
        yield from value if isinstance(value, list) else [value] if value else []
    for field, tie in plan.ties.items():
        yield from (getattr(item, tie.TARGET) for item in getattr(fact, field))
