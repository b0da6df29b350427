"""As known on a day: the world, or the facts, as they could be known from what was published by then."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
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
    withdrawal is itself a claim that is not visible yet. A claim about a claim or document that is not
    visible is not visible either. A judgement is ours, not the world's: it counts for every `as_of`, and from
    the day of its decision for `recorded_by`.

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
    documents_left = {
        i: d._replace(corrects=tuple(c for c in d.corrects if c not in gone)) if d.corrects else d
        for i, d in world.documents.items()
        if i not in gone
    }
    shrunk = replace(
        world,
        printed_in=printed,
        documents=documents_left,
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
    return without_claims(shrunk, world.claims.keys() - printed.keys(), gone)


def without_claims(world: World, gone: Collection[str], documents: Collection[str] = ()) -> World:
    """Return the world without some claims and what starts or ends at them; documents and actors stay.

    Args:
        world: all claims.
        gone: claims.
        documents: that are gone, too: claims about them go, as claims about claims go with these.
    """
    gone = orphaned(world, gone, documents)
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


def orphaned(
    world: World,
    gone: Collection[str],
    documents: Collection[str] = (),
    about: Mapping[str, Collection[str]] | None = None,
) -> frozenset[str]:
    """Return claims and, at any remove, the claims about them or about documents that are gone.

    Args:
        world: all claims.
        gone: claims.
        documents: that are gone.
        about: the claims about each thing; worked out when not given.
    """
    if about is None:
        known: dict[str, list[str]] = {}
        for one in world.claims.values():
            if one.about in world.claims or one.about in documents:
                known.setdefault(one.about, []).append(one.id)
        about = known
    every = {*gone}
    todo = [*gone, *documents] if about else []
    while todo:
        for claim in about.get(todo.pop(), ()):
            if claim not in every:
                every.add(claim)
                todo.append(claim)
    return frozenset(every)


def _trimmed(pairs: Any, gone: Collection[str]) -> dict[str, tuple[str, ...]]:
    return {
        one: left
        for one, others in pairs.items()
        if one not in gone and (left := tuple(o for o in others if o not in gone))
    }


def publication_days(world: World) -> list[date]:
    """Return the days on which something of the world was published, in order.

    A document counts that prints a claim, is spoken of, corrects, or is corrected or printed again.
    """
    counting = {d for documents in world.printed_in.values() for d in documents}
    counting |= {claim.about for claim in world.claims.values()}
    for id_, document in world.documents.items():
        counting.update(filter(None, (document.reprint_of, *document.corrects)))
        if document.corrects:
            counting.add(id_)
    return sorted({document.published for id_, document in world.documents.items() if id_ in counting})


def cut_facts(
    facts: Iterable[Fact], as_of: date | None = None, recorded_by: date | None = None
) -> list[Fact]:
    """Return the facts of which a graph for that day is built: the same cut as `cut`, on curated facts.

    Visible documents, visible claims with their visible citations, and every other fact that these name,
    at any remove; an event or a source of which nothing visible speaks is not among them. A judgement stays
    where both of which it judges do. What we took back is not among them.
    """
    from kg.analysis.subset import trimmed  # pydantic, which no question needs
    from kg.model.review import live

    by_id: dict[str, Any] = {fact.id: fact for fact in live(facts)}
    shown = {
        id_
        for id_, fact in by_id.items()
        if type(fact).KIND == "document"
        and (as_of is None or fact.published.last <= as_of)
        and (recorded_by is None or fact.recorded.last <= recorded_by)
    }
    cited = {
        id_: places
        for id_, fact in by_id.items()
        if type(fact).KIND == "claim" and (places := [c for c in fact.cited if c.document in shown])
    }
    return trimmed(
        by_id, cited, shown, lambda judged: recorded_by is None or judged.decided.last <= recorded_by
    )
