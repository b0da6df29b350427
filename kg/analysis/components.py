"""The connected components of a world: what is said in one has no bearing on what another is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kg.analysis.groups import Groups
from kg.analysis.world import Document, World


def components(world: World) -> Iterator[World]:
    """Yield worlds that have no claim and no event in common, and together every claim.

    Claims are in one world with what they are about, pass on or answer, and with the claims about a document
    that prints or says them, or from which that is copied; an event is with the larger one of which it is a
    part. So where an event stands on any day is the same as in the whole. What goes over all of a graph, such
    as a bound on how much is compared, is not.

    Args:
        world: all that is known.

    Yields:
        Each component with the documents and actors that its claims name, at any remove. An event of which
        nobody speaks is in none.

    Source:
        Connected components (Hopcroft and Tarjan, Algorithm 447, 1973), by union-find.

    Example:
        >>> from dataclasses import replace
        >>> from kg.analysis.world import small_world
        >>> two = small_world("a b c", {"c": ("b",)})
        >>> apart = {**two.claims, "a": two.claims["a"]._replace(about="another")}
        >>> [[*part.claims] for part in components(replace(two, claims=apart))]
        [['a'], ['b', 'c']]
    """
    groups = _tied(world)
    parts = groups.split(world.claims)
    if len(parts) < 2:
        yield world
        return
    things: dict[str, list[str]] = {}
    for thing in world.things:
        things.setdefault(groups.find(thing), []).append(thing)
    for ids in parts:
        documents = _only(world.documents, sorted(_papers(world, ids)))
        yield replace(
            world,
            claims=_only(world.claims, ids),
            printed_in=_only(world.printed_in, ids),
            relays=_only(world.relays, ids),
            answers=_only(world.answers, ids),
            differing=_only(world.differing, ids),
            paragraphs=_only(world.paragraphs, ids),
            things=_only(world.things, things.get(groups.find(ids[0]), ())),
            documents=documents,
            actors=_only(world.actors, _actors(world, ids, documents)),
        )


def own_days(part: World, days: Sequence[date]) -> list[int]:
    """Return the numbers of the days, which are in order, on which more of a component is known than before.

    Example:
        >>> from datetime import timedelta
        >>> from kg.analysis.world import small_world
        >>> (document,) = small_world("a").documents.values()
        >>> own_days(small_world("a"), [document.published + timedelta(days=n) for n in (-2, -1, 1, 2)])
        [2]
    """
    first = {bisect_left(days, document.published) for document in part.documents.values()}
    return sorted(first - {len(days)})


def _tied(world: World) -> Groups:
    """Return the groups of claims and things that have a bearing on each other."""
    groups = Groups()
    spoken_of = {claim.about for claim in world.claims.values()} & world.documents.keys()
    for id_, claim in world.claims.items():
        groups.unite(id_, (claim.about, *world.relays.get(id_, ()), *world.answers.get(id_, ())))
        if spoken_of:
            groups.unite(id_, spoken_of & _papers(world, [id_]))
    for id_, thing in world.things.items():
        if thing.within is not None:
            groups.unite(id_, [thing.within])
    return groups


def _papers(world: World, claims: Iterable[str]) -> set[str]:
    """Return the documents that print or say some claims or are spoken of in them, and what these copy."""
    named = {
        document
        for claim in claims
        for document in (*world.printed_in[claim], world.claims[claim].speaker, world.claims[claim].about)
        if document in world.documents
    }
    return {copied for document in named if document for copied in world.copied(document)}


def _actors(world: World, claims: Iterable[str], documents: Mapping[str, Document]) -> list[str]:
    """Return who speaks in some claims or publishes some documents, these, and all they ever belong to."""
    said = [world.claims[claim] for claim in claims]
    outlets = (document.outlet for document in documents.values())
    todo = [*documents, *outlets, *(one.speaker for one in said), *(s for one in said for s in one.speakers)]
    found: set[str] = set()
    while todo:
        actor = todo.pop()
        if actor is not None and actor in world.actors and actor not in found:
            found.add(actor)
            todo += [member.actor for member in world.actors[actor].part_of]
    return sorted(found)


def _only[V](known: Mapping[str, V], ids: Iterable[str]) -> dict[str, V]:
    return {id_: known[id_] for id_ in ids if id_ in known}
