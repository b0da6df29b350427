"""The world of a store, or of rows that were read from one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.analysis import tables
from kg.analysis.worded import Worded
from kg.analysis.world import (
    OPEN,
    Actor,
    Claim,
    Document,
    Figure,
    Member,
    Same,
    Span,
    Thing,
    Variant,
    World,
)
from kg.model.bounds import bounds_in_words
from kg.model.day_text import worded
from kg.model.table import kinds
from kg.model.weighing import JOINT, LEAKED, OWN_VOICE, SHOWING, WHOLE, paper_name

if TYPE_CHECKING:
    from kg.analysis.tables import Reader, Table
    from kg.model.rows import Graph
    from kg.store import Store


def read_world(store: Store) -> World:
    """Read all that the analyses need.

    Time and memory grow with the number of claims; equal ids share one string and equal days one date.

    Raises:
        StoreError: the store cannot be read.
    """
    return _world(tables.of_store(store))


def world_of(graph: Graph) -> World:
    """Return the world of rows that were read already; equal to what `read_world` reads of their store."""
    return _world(tables.of_graph(graph))


def _world(read: Reader) -> World:
    known: dict[Any, Any] = {}

    def rows(table: Table) -> Iterable[tuple[Any, ...]]:
        same = known.setdefault
        for row in read(table):
            yield tuple(same(v, v) if v.__class__ is str or v.__class__ is date else v for v in row)

    about = dict(rows(tables.SUBJECTS))
    topic = dict(rows(tables.TOPICS_OF))
    figures = {row[0]: figure_of(row[1:]) for row in rows(tables.FIGURES)}
    texts = {id_: (said, when) for id_, said, when in rows(tables.WORDED)}
    claims = {
        id_: Claim(
            id_,
            stance,
            speaker,
            about[id_],
            topic[id_],
            (first, last) if id_ not in texts else span_of(first, last, texts[id_][0]),
            hedge,
            OPEN
            if since is None and until is None
            else (since, until)
            if id_ not in texts
            else span_of(since, until, texts[id_][1]),
            attribution,
            figures.get(id_),
            facet or WHOLE,
            bool(firsthand),
        )
        for (
            id_,
            stance,
            hedge,
            first,
            last,
            since,
            until,
            attribution,
            speaker,
            facet,
            firsthand,
        ) in rows(tables.CLAIMS)
        if id_ in about and id_ in topic
    }
    about_ids = {*about.values()}
    del about, topic, figures, texts
    outlet, copied = dict(rows(tables.OUTLETS)), {a: b for t in tables.COPIES for a, b in rows(t)}
    corrects = _grouped(sorted((one, other) for one, other in rows(tables.CORRECTIONS)))
    papers = list(rows(tables.DOCUMENTS))
    actors = _actors(rows(tables.ACTORS), rows(tables.MEMBERS))
    printed_in, paragraphs = _printed(rows(tables.PRINTED), claims)
    spoken = {c.speaker for c in claims.values() if c.speaker is not None}
    for id_ in (*spoken,):
        while (id_ := copied.get(id_, "")) and id_ not in spoken:
            spoken.add(id_)
    for id_, _, _, title, kind, _ in papers:
        if id_ in spoken:
            actors[id_] = _document_actor(title, kind, outlet.get(id_), actors)
    joint = {speaker for speaker in spoken if JOINT in speaker}
    return World(
        claims=dict(sorted(claims.items())),
        printed_in=printed_in,
        relays=_grouped((c, told) for c, told in sorted(rows(tables.RELAYS))),
        answers=_grouped((c, told) for c, told in sorted(rows(tables.ANSWERS))),
        actors=actors | {speaker: joint_actor(speaker, actors) for speaker in sorted(joint)},
        things={
            **_things(rows(tables.THINGS), rows(tables.PARTS), rows(tables.TYPES)),
            **{id_: Thing(name, event=False) for id_, name in rows(tables.SPOKEN)},
            **{row[0]: Thing(row[3], event=False) for row in papers if row[0] in about_ids},
        },
        documents={
            id_: Document(
                published, recorded, outlet.get(id_), copied.get(id_), corrects.get(id_, ()), file is not None
            )
            for id_, published, recorded, _, _, file in papers
        },
        differing=_differing(rows(tables.DIFFERING)),
        topics=frozenset(row[0] for row in rows(tables.TOPICS)),
        paragraphs=paragraphs,
        same=tuple(sorted(Same(*row) for table in tables.SAME for row in rows(table))),
    )


def _grouped[V](pairs: Iterable[tuple[str, V]]) -> dict[str, tuple[V, ...]]:
    """Turn pairs that are sorted by their first into one tuple per first; tuples of one are shared."""
    groups: dict[str, tuple[V, ...]] = {}
    single: dict[V, tuple[V, ...]] = {}
    for one, other in pairs:
        before = groups.get(one)
        groups[one] = (*before, other) if before else single.setdefault(other, (other,))
    return groups


def _printed(
    citations: Iterable[tuple[Any, ...]], claims: Mapping[str, Claim]
) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[tuple[str, int], ...]]]:
    """Return where each claim is printed, and the paragraphs of those with a figure."""
    rows = sorted((claim, document, paragraph or 0) for claim, document, paragraph in citations)
    figures = {claim for claim, _, _ in rows if claim in claims and claims[claim].figure is not None}
    return (
        _grouped((claim, document) for claim, document, _ in rows),
        _grouped(
            (claim, (document, paragraph))
            for claim, document, paragraph in rows
            if claim in figures and paragraph
        ),
    )


def _actors(actors: Iterable[tuple[Any, ...]], members: Iterable[tuple[Any, ...]]) -> dict[str, Actor]:
    above: dict[str, list[Member]] = {}
    for id_, other, since, until in members:
        above.setdefault(id_, []).append(Member(other, since, until))
    return {
        id_: Actor(
            name,
            next((kinds()[label].voice for label in labels if label in kinds()), "organization"),
            tuple(sorted(above.get(id_, ()), key=str)),
            kind in OWN_VOICE,
            bool(compiles),
        )
        for id_, name, labels, kind, compiles in actors
    }


def _document_actor(title: str, kind: str | None, outlet: str | None, actors: Mapping[str, Actor]) -> Actor:
    """Return the actor that a document is which says something itself: it speaks for its publisher.

    A leaked paper does not: who published it did not write it. A text has the voice of its publisher, such as
    that of an outlet, which witnesses nothing; a video or picture shows something whoever publishes it.
    """
    publisher = actors.get(outlet) if outlet is not None and kind != LEAKED else None
    if publisher is None or outlet is None:
        return Actor(paper_name(title), "document")
    text = kind not in SHOWING
    own_voice, compiles = text and publisher.own_voice, text and publisher.compiles
    return Actor(paper_name(title), "document", (Member(outlet),), own_voice, compiles)


def joint_actor(speaker: str, actors: Mapping[str, Actor]) -> Actor:
    """Return the actor that several who speak together make: its members are those who speak.

    Args:
        speaker: their ids with `+` between, sorted.
        actors: where their names are.

    Example:
        >>> joint_actor("kp+ru", {"kp": Actor("North Korea", "state"), "ru": Actor("Russia", "state")}).name
        'North Korea and Russia'
    """
    members = speaker.split(JOINT)
    names = (actors[member].name if member in actors else member for member in members)
    return Actor(" and ".join(names), "joint", tuple(Member(member) for member in members))


def _things(
    things: Iterable[tuple[Any, ...]], parts: Iterable[tuple[Any, ...]], types: Iterable[tuple[Any, ...]]
) -> dict[str, Thing]:
    within = dict(parts)
    of = _grouped((event, weapon) for event, weapon in sorted(types))
    return {
        id_: Thing(
            name, "Event" in labels, span_of(first, last, text), within.get(id_), stage, of.get(id_, ())
        )
        for id_, name, labels, first, last, text, stage in things
    }


def _differing(rows: Iterable[tuple[Any, ...]]) -> dict[str, tuple[Variant, ...]]:
    by_claim: dict[str, list[Variant]] = {}
    for claim, document, paragraph, start, wording, note, *rest in rows:
        (said_text, *said_span), (when_text, *when_span), figure = rest[:3], rest[3:6], rest[6:]
        said = span_of(said_span[0], said_span[1], said_text) if said_text is not None else None
        when = span_of(when_span[0], when_span[1], when_text) if when_text is not None else None
        number = figure_of((*figure[:11], "", *figure[11:])) if figure[6] is not None else None
        by_claim.setdefault(claim, []).append(
            Variant(document, paragraph or 0, start or 0, wording, said, when, number, note)
        )
    return {
        claim: tuple(sorted(places, key=lambda p: (p.document, p.paragraph or 0, p.start or 0)))
        for claim, places in sorted(by_claim.items())
    }


def span_of(first: date | None, last: date | None, text: str | None) -> Span:
    """Return a span, with its text where the ends do not tell all."""
    return Worded((first, last), text) if text and worded(text) else (first, last)


def figure_of(row: Iterable[Any]) -> Figure:
    """Return a figure of its columns; it is put into words where these are not among them."""
    low, high, low_open, high_open, approximate, *rest = row
    vague, unit, measure, mode, stage, wording, words, *more = rest
    sides = (low, high, bool(low_open), bool(high_open))
    figure = Figure(
        *sides, bool(approximate), vague, unit, measure, mode, stage, wording or "", words or "", *more
    )
    if words:
        return figure
    told = bounds_in_words(
        *sides, unit=figure.counted, vague=vague, approximate=bool(approximate), whole=figure.whole
    )
    return figure._replace(words=told)
