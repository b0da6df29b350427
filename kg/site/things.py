"""The dossiers of actors, weapon types, places and topics.

What they are, what is said of them, and what they say.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kg.picture.looks import EVENTS
from kg.site.claims import Cards
from kg.site.drawings import Picture
from kg.site.events import basis
from kg.site.material import Material
from kg.site.tables import event_rows
from kg.site.ties import ties
from kg.site.view import Page
from kg.site.words import Words


def thing_page(
    material: Material, w: Words, cards: Cards, fact: Any, pictures: Iterable[Picture], viewer: str
) -> Page:
    """Return the page of an actor, weapon type, place or topic."""
    m, id_ = material, fact.id
    about, said = m.about.get(id_, []), m.said_by.get(id_, [])
    mentioned = [c for c in m.mentioned.get(id_, []) if c.about != id_]
    members = [e.start for e in m.index.into.get(id_, ()) if e.type == "PART_OF"]
    by_members = [c for member in sorted(set(members)) for c in m.said_by.get(member, [])]
    topic = [c for c in m.of_kind("claim") if c.topic == id_] if type(fact).KIND == "topic" else []
    counts = [
        ("site.counts.said", said),
        ("site.counts.about", about),
        ("site.counts.mentions", mentioned),
        ("n.claims", topic),
    ]
    briefs = [(w("site.says"), said), (w("site.says.members"), by_members), (w("site.topic.claims"), topic)]
    briefs.append((w("site.located") if type(fact).KIND == "place" else w("site.mentions"), mentioned))
    judgements = [m.facts[e.start] for e in m.index.into.get(id_, ()) if e.type == "JUDGES"]
    documents = [m.facts[e.start] for e in m.index.into.get(id_, ()) if e.type == "PUBLISHED_BY"]
    names = [(a.name, a.document, a.paragraph) for a in getattr(fact, "aliases", [])] + [
        (n, "", 0) for n in getattr(fact, "known_as", [])
    ]
    title = fact.name_de if type(fact).KIND == "topic" and w.language == "de" else fact.name
    kind = m.kind(id_)
    words = w.either("kind", kind) + (f" · {fact.kind}" if hasattr(fact, "kind") else "")
    lines = [w(key, n=len(claims)) for key, claims in counts if claims]
    values = {
        "kind": kind,
        "kind_words": words,
        "lead": getattr(fact, "description", None) or "",
        "counts": lines,
        "ties": ties(m, w, fact),
        "names": names,
        "pictures": list(pictures),
        "viewer": viewer,
        "event_groups": _events(m, w, id_),
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
        f"{words}. {'; '.join(lines)}",
        values,
        basis(m, [id_, *members], claims),
    )


def _events(material: Material, w: Words, id_: str) -> list[tuple[str, Any]]:
    """Return the events that a fact is tied to, grouped by how."""
    m = material
    near = [(e.type, e.end) for e in m.index.out.get(id_, ())] + [
        (e.type, e.start) for e in m.index.into.get(id_, ())
    ]
    pairs = [
        (kind, other)
        for kind, other in near
        if m.kind(other) in EVENTS and kind not in ("CLAIMED_BY", "DENIED_BY", "QUESTIONED_BY")
    ]
    is_weapon = m.kind(id_) == "WeaponType"
    groups: dict[str, list[str]] = {}
    for kind, other in pairs:
        if kind == "DELIVERED":
            key = "site.supplied"
        elif kind == "RECEIVED_BY":
            key = "site.received"
        elif m.kind(id_) == "Place":
            key = "site.here"
        elif m.kind(other) == "Use":
            key = "site.uses"
        elif m.kind(other) == "Finding":
            key = "site.findings"
        elif is_weapon and m.kind(other) == "Shipment":
            key = "site.shipments"
        else:
            key = "site.other.events"
        groups.setdefault(key, []).append(other)
    order = (
        "site.supplied",
        "site.received",
        "site.shipments",
        "site.uses",
        "site.findings",
        "site.here",
        "site.other.events",
    )
    return [(w(key), event_rows(m, w, groups[key])) for key in order if key in groups]
