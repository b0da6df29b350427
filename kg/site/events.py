"""The dossier of an event: how things stand, who says what, through whom, and what does not fit together."""

from __future__ import annotations

from collections.abc import Iterable

from kg.analysis.status import Standing
from kg.language.directions import isolated
from kg.language.interface.words import Words
from kg.model import table
from kg.model.kinds.claim import Claim
from kg.model.kinds.event import Event
from kg.model.stances import STANCES
from kg.site.claims import Cards
from kg.site.drawings import Picture
from kg.site.material import Material
from kg.site.tables import Part, Table, event_rows, plain_table
from kg.site.ties import ties
from kg.site.view import Page


def event_page(
    material: Material, w: Words, cards: Cards, fact: Event, pictures: Iterable[Picture], viewer: str
) -> Page:
    """Return the page of an event."""
    m, id_ = material, fact.id
    claims = m.about.get(id_, [])
    standing, support = m.standing.get(id_), m.roots.get(id_)
    groups = [(stance, cards.every(c for c in claims if c.stance == stance)) for stance in STANCES]
    pairs = m.pairs.get(id_, [])
    parts = [e.start for e in m.index.into.get(id_, ()) if e.type in table.types("part")]
    documents = {c.document for claim in claims for c in claim.cited}
    values = {
        "fact": fact,
        "kind": m.kind(id_),
        "standing": standing,
        "support": support,
        "grade": _grade(standing, w),
        "cards": cards.every(claims),
        "counts": ", ".join(f"{len(g)} {w.either('stance', s)}" for s, g in groups if g),
        "groups": [(s, g) for s, g in groups if g],
        "ties": ties(m, w, fact),
        "pictures": list(pictures),
        "viewer": viewer,
        "parts": event_rows(m, w, parts),
        "contradictions": [
            (cards(p.one), cards(p.other), p.rule) for p in pairs if p.verdict == "contradicts"
        ],
        "disputes": [(cards(p.one), cards(p.other), p.rule) for p in pairs if p.verdict == "dispute"],
        "drift": drift_table(m, w, id_),
        "steps": steps_table(m, w, cards, id_),
        "history": m.history.get(id_, []),
        "echoes": [
            (cards(e.root), [(cards.voice(c).name, d) for c, d in e.reports])
            for e in m.echoes.get(id_, [])
            if e.root
        ],
        "documents": sorted((m.documents[d] for d in documents), key=lambda d: (d.published.text, d.id)),
    }
    status = w.either("status", standing.status) if standing else w("site.no.claim")
    told = (
        f"{w.kind(m.kind(id_))}: {status}; {w('n.claims', n=len(claims))}. {isolated(fact.description or '')}"
    )
    return Page(
        m.addresses.pages[id_], "event.html", fact.name, told, values, basis(m, [id_, *parts], claims)
    )


def basis(material: Material, facts: Iterable[str], claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the facts that a page rests on.

    These are the facts shown, their claims with all that these relay, the speakers and the documents.
    """
    reached, todo = set(facts), [c.id for c in claims]
    while todo:
        claim = material.claims[todo.pop()]
        if claim.id not in reached:
            reached |= {claim.id, *(c.document for c in claim.cited), *filter(None, [claim.speaker])}
            todo.extend(claim.relays)
    return tuple(sorted(i for i in reached if i in material.facts))


def _grade(standing: Standing | None, w: Words) -> str:
    if standing is None:
        return ""
    return w("status.no") if standing.credibility is None else w("status.credibility", n=standing.credibility)


def drift_table(material: Material, w: Words, id_: str) -> Table | None:
    """Return what was told otherwise on the way, None when nothing was."""
    rows = []
    for change in material.drift.get(id_, []):
        where = change.document or ""
        place = f", {w('claim.paragraph', paragraph=change.paragraph)}" if change.paragraph else ""
        rows.append(
            (
                Part(material.name(change.told), change.told),
                w.either("facet", change.facet),
                w.either("direction", change.direction),
                change.before,
                change.after,
                Part(isolated(material.name(where)) + place, where) if where else Part(""),
                change.rule + (f" ({isolated(change.note)})" if change.note else ""),
            )
        )
    heads = [
        w(f"drift.{name}") for name in ("told", "facet", "direction", "before", "after", "where", "rule")
    ]
    return plain_table(w("site.drift"), heads, rows) if rows else None


def steps_table(material: Material, w: Words, cards: Cards, id_: str) -> Table | None:
    """Return how the figures moved, None when there are fewer than two."""
    steps = material.steps.get(id_, [])
    if len(steps) < 2:
        return None
    rows = [
        (
            str(s.published),
            Part(w.quantity(material.claims[s.claim].quantity), s.claim),
            cards.voice(s.claim).name,
            s.kind,
            w.either("move", s.move),
            w.either("move", s.revision) if s.revision else "",
        )
        for s in steps
    ]
    heads = [
        w("step.published"),
        w("step.figure"),
        w("col.speaker"),
        w("step.kind"),
        w("step.move"),
        w("step.revision"),
    ]
    return plain_table(w("site.timeline"), heads, rows)
