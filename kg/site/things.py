"""The dossiers of actors, weapon types, places and topics.

They say what these are, what is said of them, and what they say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.language.directions import joined
from kg.language.interface.words import Words
from kg.model import table
from kg.model.day_text import end_of
from kg.model.kinds import Fact
from kg.model.kinds.claim import Claim
from kg.model.kinds.place import Place
from kg.model.link_roles import ACTED_ON, ACTING, HELPING
from kg.model.stances import STANCES
from kg.site.claims import Cards
from kg.site.drawings import Picture
from kg.site.events import basis
from kg.site.material import Material
from kg.site.tables import EventRow, event_rows
from kg.site.ties import ties
from kg.site.view import Page

_SIDES = {"supplier": "site.supplied", "recipient": "site.received"}
"""Headings for events by the part that somebody has in them."""
_NAMED = frozenset(ACTING + ACTED_ON + HELPING) - {*_SIDES, "sender", "host", "user", "target"}
"""Parts in an event that its heading says in the words of the edge."""


def thing_page(material: Material, w: Words, cards: Cards, fact: Fact, pictures: Iterable[Picture]) -> Page:
    """Return the page of an actor, weapon type, place or topic."""
    m, id_ = material, fact.id
    about, said = m.about.get(id_, []), m.said_by.get(id_, [])
    mentioned = [c for c in m.mentioned.get(id_, []) if c.about != id_]
    members = sorted({e.start for e in m.index.into.get(id_, ()) if e.type in table.types("member")})
    by_members = _by_members(m, id_, members)
    topic = m.on_topic.get(id_, [])
    counts = [
        ("site.counts.about", about),
        ("site.counts.mentions", mentioned),
        ("n.claims", topic),
    ]
    title, events = m.name(id_), _events(m, w, id_)
    opening = _opening(m, w, said, events)
    briefs = [(w("site.says", name=title), said), (w("site.says.members"), by_members)]
    briefs.append((w("site.topic.claims"), topic))
    briefs.append((w("site.located") if isinstance(fact, Place) else w("site.mentions"), mentioned))
    judgements = [m.facts[e.start] for e in m.index.into.get(id_, ()) if e.type == "JUDGES"]
    documents = [
        m.documents[e.start] for e in m.index.into.get(id_, ()) if e.type in table.types("publisher")
    ]
    names = [
        (a.name, a.document, w.spot(dict(a) | a.derived(m.documents[a.document])))
        for a in getattr(fact, "aliases", [])
    ]
    met = {title, *(name for name, *_ in names)}
    names += [(name, "", "") for name in getattr(fact, "names", ()) if name not in met]
    kind = m.kind(id_)
    words = w.kind(kind) + (f" · {w.value('kind', fact.kind)}" if hasattr(fact, "kind") else "")
    lines = [w(key, n=len(live)) for key, claims in counts if (live := m.live(claims))]
    values = {
        "unnamed": m.voice(id_) == "unnamed",
        "kind_words": words,
        "opening": opening,
        "lead": getattr(fact, "description", None) or "",
        "counts": lines,
        "ties": ties(m, w, fact),
        "names": names,
        "pictures": list(pictures),
        "event_groups": events,
        "cards": cards.every(about),
        "brief_groups": [(heading, cards.every(claims)) for heading, claims in briefs if claims],
        "judgements": judgements,
        "documents": sorted(documents, key=lambda d: (d.published.text, d.id)),
        "note": getattr(fact, "note", None) or "",
    }
    claims = [*about, *said, *mentioned, *by_members, *topic]
    return Page(
        m.addresses.pages[id_],
        "thing.html",
        title,
        " ".join([f"{words}.", *opening, "; ".join(lines)]),
        values,
        basis(m, [id_, *members], claims),
    )


def _opening(
    material: Material, w: Words, said: Iterable[Claim], events: Iterable[tuple[str, Iterable[EventRow]]]
) -> list[str]:
    """Return in a sentence each when and how somebody speaks, and how the events stand with a part of it."""
    told = []
    if live := material.live(said):
        stances = Counter(c.stance for c in live)
        heads = {s: w.either("stance", f"{s}.head", s) for s in STANCES}
        counted = ", ".join(f"{heads[s]} ({w.number(stances[s])})" for s in STANCES if stances[s])
        ends = sorted((str(c.said.last), end_of(c.said.text, str(c.said.last))) for c in live if c.said.last)
        days = [text for _, text in ends]
        period = "/".join(dict.fromkeys((days[0], days[-1]))) if days else ""
        told.append(w("thing.speaks", n=len(live), what=joined([w.day(period), counted], ": ")))
    rows = {row.id: row.status for _, group in events for row in group if row.status}
    if rows:
        stands = Counter(rows.values())
        counted = ", ".join(f"{w.either('status', s)} ({w.number(n)})" for s, n in stands.most_common())
        told.append(w("thing.events", n=len(rows), what=counted))
    return told


def _by_members(m: Material, id_: str, members: Iterable[str]) -> list[Claim]:
    """Return what those say who belong to an actor, while they do."""
    said = [c for member in members for c in m.said_by.get(member, []) if m.belongs(member, id_, c)]
    return [*{c.id: c for c in said}.values()]


def _events(material: Material, w: Words, id_: str) -> list[tuple[str, list[EventRow]]]:
    """Return the events that a fact is tied to, grouped by how."""
    m = material
    near = [("out", e.type, e.end) for e in m.index.out.get(id_, ())]
    near += [("in", e.type, e.start) for e in m.index.into.get(id_, ())]
    groups: dict[tuple[int, str], list[str]] = {}
    for way, edge, other in near:
        if edge in table.edges() and m.kind(other) in table.labels("event"):
            groups.setdefault(_group(m, w, id_, way, edge, other), []).append(other)
    return [(heading, event_rows(m, w, groups[rank, heading])) for rank, heading in sorted(groups)]


def _group(m: Material, w: Words, id_: str, way: str, edge: str, event: str) -> tuple[int, str]:
    """Return under which heading an event stands, and the place of this heading among the others."""
    role, kinds = table.edges()[edge].role, table.kinds()
    if role in _SIDES:
        return list(_SIDES).index(role), w(_SIDES[role])
    if m.kind(id_) in table.labels("place"):
        return 998, w("site.here")
    if role in _NAMED:
        return 30 + list(table.edges()).index(edge), w(f"edge.{edge}.{way}")
    if kinds[m.kind(event)].own_list:
        return 10 + list(kinds).index(m.kind(event)), w(f"kind.{m.kind(event)}.many")
    return (999, w("site.other.events")) if role else (1000, w(f"edge.{edge}.{way}"))
