"""A store's graph as a `World`, with a few statements that each read one kind of row."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.analysis.world import OPEN, Actor, Claim, Document, Figure, Member, Printed, Span, Thing, World
from kg.store import statements

if TYPE_CHECKING:
    from kg.store import Store

_KINDS = {"State": "state", "Person": "person", "UnnamedSource": "unnamed"}


def read_world(store: Store) -> World:
    """Read all that the analyses need.

    Time and memory grow with the number of claims; equal ids share one string and equal days one date.

    Raises:
        StoreError: the store cannot be read.
    """
    known: dict[Any, Any] = {}

    def rows(statement: str) -> Iterable[tuple[Any, ...]]:
        same = known.setdefault
        for row in store.query(statement, {}).rows:
            yield tuple(same(v, v) if v.__class__ is str or v.__class__ is date else v for v in row)

    speaker = dict(rows(statements.WORLD_SPEAKERS))
    about = dict(rows(statements.WORLD_SUBJECTS))
    topic = dict(rows(statements.WORLD_TOPICS))
    figures = {row[0]: _figure(row[1:]) for row in rows(statements.WORLD_FIGURES)}
    claims = {
        id_: Claim(
            id_,
            stance,
            speaker.get(id_),
            about[id_],
            topic[id_],
            (first, last),
            hedge,
            OPEN if since is None and until is None else (since, until),
            attribution,
            figures.get(id_),
        )
        for id_, stance, hedge, first, last, since, until, attribution in rows(statements.WORLD_CLAIMS)
        if id_ in about and id_ in topic
    }
    del speaker, about, topic, figures
    return World(
        claims=dict(sorted(claims.items())),
        printed_in=_grouped(sorted(rows(statements.WORLD_PRINTED))),
        relays=_grouped(sorted(rows(statements.WORLD_RELAYS))),
        answers=_grouped(sorted(rows(statements.WORLD_ANSWERS))),
        actors=_actors(rows(statements.WORLD_ACTORS), rows(statements.WORLD_MEMBERS)),
        things=_things(rows(statements.WORLD_THINGS), rows(statements.WORLD_PARTS)),
        documents={row[0]: Document(*row[1:]) for row in rows(statements.WORLD_DOCUMENTS)},
        differing=_differing(rows(statements.WORLD_DIFFERING)),
        topics=frozenset(row[0] for row in store.query(statements.IDS, {"label": "Topic"}).rows),
    )


def _grouped(pairs: Iterable[tuple[Any, ...]]) -> dict[str, tuple[str, ...]]:
    """Turn pairs that are sorted by their first into one tuple per first; tuples of one are shared."""
    found: dict[str, tuple[str, ...]] = {}
    single: dict[str, tuple[str, ...]] = {}
    for one, other in pairs:
        before = found.get(one)
        found[one] = (*before, other) if before else single.setdefault(other, (other,))
    return found


def _actors(actors: Iterable[tuple[Any, ...]], members: Iterable[tuple[Any, ...]]) -> dict[str, Actor]:
    above: dict[str, list[Member]] = {}
    for id_, other, since, until in members:
        above.setdefault(id_, []).append(Member(other, since, until))
    return {
        id_: Actor(
            name,
            next((_KINDS[label] for label in labels if label in _KINDS), "organization"),
            tuple(sorted(above.get(id_, ()), key=str)),
        )
        for id_, name, labels in actors
    }


def _things(things: Iterable[tuple[Any, ...]], parts: Iterable[tuple[Any, ...]]) -> dict[str, Thing]:
    within = dict(parts)
    return {
        id_: Thing(name, "Event" in labels, (first, last), within.get(id_))
        for id_, name, labels, first, last in things
    }


def _differing(rows: Iterable[tuple[Any, ...]]) -> dict[str, tuple[Printed, ...]]:
    found: dict[str, list[Printed]] = {}
    for (
        claim,
        document,
        paragraph,
        start,
        wording,
        note,
        said_text,
        said_from,
        said_to,
        when_text,
        since,
        until,
        *figure,
    ) in rows:
        said: Span | None = (said_from, said_to) if said_text is not None else None
        when: Span | None = (since, until) if when_text is not None else None
        number = _figure((*figure, "")) if figure[6] is not None else None
        found.setdefault(claim, []).append(
            Printed(document, paragraph, start, wording, said, when, number, note)
        )
    return {claim: tuple(sorted(places, key=lambda p: p[:3])) for claim, places in sorted(found.items())}


def _figure(row: Iterable[Any]) -> Figure:
    low, high, low_open, high_open, approximate, vague, unit, measure, mode, stage, wording, words = row
    return Figure(
        low,
        high,
        bool(low_open),
        bool(high_open),
        bool(approximate),
        vague,
        unit,
        measure,
        mode,
        stage,
        wording or "",
        words or wording or "",
    )
