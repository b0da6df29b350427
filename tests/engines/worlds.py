"""Random worlds, many in one, as the tables that the analyses in SQL start with."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import duckdb
import pyarrow as pa

from kg.analysis.world import Actor, Member, Thing, World
from kg.load.sql.duck import Duck
from kg.load.sql.tables import read_by
from kg.model.weighing import HELD_BACK
from tests.analysis import graphs

COLUMNS = {
    "claim": "id stance side hedge speaker about topic said_from:d said_to:d said_text said_time when_from:d"
    " when_to:d when_text facet firsthand:b attribution",
    "place": "claim document paragraph:i",
    "relay": "claim other",
    "answer": "claim other",
    "actor": "id name voice own_voice:b compiles:b",
    "member": "actor larger since:d until:d",
    "joint": "speaker member",
    "thing": "id name event:b within stage ahead:b period_from:d period_to:d period_text",
    "thing_of": "event weapon",
    "topic": "id",
    "figure": "claim low:f high:f low_open:b high_open:b approximate:b vague unit measure mode stage wording"
    " how_many sort currency total:f per",
    "document": "id published:d recorded:d outlet copy_of held:b",
    "variant": "claim document paragraph:i begins:i wording note printed_said_text printed_said_from:d"
    " printed_said_to:d printed_when_text printed_when_from:d printed_when_to:d low:f high:f low_open:b"
    " high_open:b approximate:b vague unit measure mode stage printed_wording sort currency total:f per",
    "correction": "document wrong",
    "same": "one other id decided:d",
}
"""By table; `:d` is a day, `:b` true or false, `:i` a whole number, `:f` a number, all else text."""
SINCE = graphs.DAY + timedelta(days=2)
"""From when on some belong to an organization that worlds have in common."""
TYPES = {"": pa.string(), "d": pa.date32(), "b": pa.bool_(), "i": pa.int64(), "f": pa.float64()}


def world(seed: int) -> World:
    """Return a random world; in each third of them some claims are held back."""
    made, rng = graphs.world(seed), random.Random(seed)
    if seed % 3:
        return made
    claims = {
        i: c._replace(speaker=None, attribution=HELD_BACK, firsthand=False) if rng.random() < 0.25 else c
        for i, c in made.claims.items()
    }
    return replace(made, claims=claims)


def beside_each_other(worlds: Iterable[World]) -> World:
    """Return worlds as one in which nothing of one has to do with another."""
    parts: dict[str, Any] = {name: {} for name in World.__slots__} | {"same": [], "topics": frozenset()}
    for number, one in enumerate(worlds):
        for name, own in _renamed(one, f"w{number:03}").items():
            parts[name] = parts[name] | own if name != "same" else [*parts[name], *own]
    parts |= {"claims": dict(sorted(parts["claims"].items())), "same": tuple(sorted(parts["same"]))}
    return World(**parts)


def joined(w: World) -> World:
    """Return these worlds with topics, a larger event and a larger organization in common."""
    claims = {i: c._replace(topic=c.topic[-2:]) for i, c in w.claims.items()}
    things = {i: t._replace(within="top") if i.endswith("e0") else t for i, t in w.things.items()}
    actors = {
        i: a._replace(part_of=(*a.part_of, Member("league", SINCE))) if i.endswith("o0") else a
        for i, a in w.actors.items()
    }
    return replace(
        w,
        claims=claims,
        things={**things, "top": Thing("top")},
        actors={**actors, "league": Actor("league", "organization")},
        topics=frozenset(c.topic for c in claims.values()),
    )


def _renamed(one: World, prefix: str) -> dict[str, Any]:
    """Return the parts of a world with something before each id."""

    def new(id_: Any) -> Any:
        return id_ and "+".join(prefix + part for part in id_.split("+"))

    def every(ids: Iterable[str]) -> tuple[str, ...]:
        return tuple(map(new, ids))

    claims = {
        i: c._replace(id=new(i), speaker=new(c.speaker), about=new(c.about), topic=new(c.topic))
        for i, c in one.claims.items()
    }
    actors = {
        i: a._replace(name=prefix + a.name, part_of=tuple(m._replace(actor=new(m.actor)) for m in a.part_of))
        for i, a in one.actors.items()
    }
    papers = {
        i: d._replace(outlet=new(d.outlet), reprint_of=new(d.reprint_of), corrects=every(d.corrects))
        for i, d in one.documents.items()
    }
    things = {i: t._replace(within=new(t.within)) for i, t in one.things.items()}
    links = {
        name: {new(i): every(ids) for i, ids in getattr(one, name).items()}
        for name in ("printed_in", "relays", "answers")
    }
    named: dict[str, dict[str, Any]] = {
        "claims": claims,
        "actors": actors,
        "documents": papers,
        "things": things,
    }
    same = [s._replace(one=new(s.one), other=new(s.other), id=prefix + s.id) for s in one.same]
    return {
        **links,
        **{name: {new(i): fact for i, fact in own.items()} for name, own in named.items()},
        "paragraphs": {new(i): tuple((new(d), n) for d, n in p) for i, p in one.paragraphs.items()},
        "topics": frozenset(every(one.topics)),
        "same": same,
    }


def _rows(w: World) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    yield (
        "claim",
        [
            (
                *(
                    c.id,
                    c.stance,
                    c.side,
                    c.hedge,
                    c.speaker,
                    c.about,
                    c.topic,
                    *c.said,
                    None,
                    None,
                    *c.when,
                    None,
                ),
                *(c.facet, c.firsthand, c.attribution),
            )
            for c in w.claims.values()
        ],
    )
    yield "figure", [(c.id, *c.figure) for c in w.claims.values() if c.figure is not None]
    places = {i: w.paragraphs.get(i) or [(d, 0) for d in documents] for i, documents in w.printed_in.items()}
    yield "place", [(i, *place) for i, every in places.items() for place in every]
    for table, pairs in (("relay", w.relays), ("answer", w.answers)):
        yield table, [(one, other) for one, others in pairs.items() for other in others]
    yield "actor", [(i, a.name, a.kind, a.own_voice, a.compiles) for i, a in w.actors.items()]
    yield "member", [(i, m.actor, m.since, m.until) for i, a in w.actors.items() for m in a.part_of]
    joint = {c.speaker: c.speakers for c in w.claims.values() if c.speaker and len(c.speakers) > 1}
    yield "joint", [(speaker, member) for speaker, members in joint.items() for member in members]
    yield (
        "thing",
        [(i, t.name, t.event, t.within, t.stage, t.ahead, *t.period, None) for i, t in w.things.items()],
    )
    yield "topic", [(i,) for i in sorted(w.topics)]
    yield "thing_of", [(i, weapon) for i, t in w.things.items() for weapon in t.of]
    yield (
        "document",
        [(i, d.published, d.recorded, d.outlet, d.reprint_of, d.held) for i, d in w.documents.items()],
    )
    yield "correction", [(i, wrong) for i, d in w.documents.items() for wrong in d.corrects]
    yield "variant", []  # of the random worlds none; those of facts have some
    yield "same", [tuple(s) for s in w.same]


class Watched(Duck):
    """Knows how often each table was made, which are left, and what is read for an answer or made by hand."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        super().__init__(connection)
        self.made, self.left, self.shown = Counter[str](), set[str](), set[str]()

    def make(self, name: str, select: str) -> None:
        super().make(name, select)
        self.made[name] += 1
        self.left.add(name)
        self.shown |= set() if read_by(select) else {name}

    def rows(self, select: str) -> Iterator[tuple[Any, ...]]:
        self.shown |= {*read_by(select)}
        return super().rows(select)

    def drop(self, name: str) -> None:
        super().drop(name)
        self.left.remove(name)


def in_tables(w: World) -> Watched:
    """Return an engine with the tables of a world."""
    connection = duckdb.connect()
    for name, rows in _rows(w):
        fields = [
            (column.partition(":")[0], TYPES[column.partition(":")[2]]) for column in COLUMNS[name].split()
        ]
        columns = zip(*rows, strict=True) if rows else ([] for _ in fields)
        arrays = [pa.array(values, type_) for values, (_, type_) in zip(columns, fields, strict=True)]
        shown = pa.table(arrays, names=[column for column, _ in fields])
        connection.register("shown", shown)
        connection.execute(f"CREATE TABLE {name} AS SELECT * FROM shown")
        connection.unregister("shown")
    return Watched(connection)
