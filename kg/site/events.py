"""The dossier of an event: how things stand, who says what, through whom, and what does not fit together."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from kg.analysis.account import account
from kg.analysis.contradictions import Pair
from kg.analysis.drift import DATED, PRINTED, Change
from kg.analysis.status import Standing
from kg.findings.box import known, not_known
from kg.findings.event import evidence, sentences, told
from kg.language import ENGLISH
from kg.language.directions import isolated, joined, led
from kg.language.interface.words import Words
from kg.model import table
from kg.model.kinds.claim import Claim
from kg.model.kinds.event import Event
from kg.model.spots import on_page
from kg.model.stances import NO_ANSWER, STANCES, side_of
from kg.picture.words import dots
from kg.site.claims import Card, Cards, Shown
from kg.site.drawings import Picture
from kg.site.material import Material
from kg.site.tables import Part, Table, bounds_of, event_rows, plain_table
from kg.site.ties import ties, unknown
from kg.site.view import Page

FEW_TOLD = 5
"""Claims that the box of an event names."""
VOTES = ("for", "ahead", "against", "doubt")
"""Sides of claims that the box of an event names."""


def event_page(
    material: Material, w: Words, cards: Cards, fact: Event, pictures: Iterable[Picture], viewer: str
) -> Page:
    """Return the page of an event."""
    m, id_ = material, fact.id
    claims = m.about.get(id_, [])
    standing, support = m.standing.get(id_), m.roots.get(id_)
    live = m.live(claims)
    bearing = _bearing(m, w, cards, id_, standing)
    groups = [(stance, cards.every(c for c in live if c.stance == stance)) for stance in STANCES]
    parts = [e.start for e in m.index.into.get(id_, ()) if e.type in table.types("part")]
    documents = {c.document for claim in claims for c in claim.cited}
    values = {
        "fact": fact,
        "kind": m.kind(id_),
        "standing": standing,
        "support": support,
        **_findings(m, w, cards, fact),
        "claims": claims_table(m, w, cards, claims),
        "stage": w.value("stage", fact.stage or ""),
        "counted": len(live),
        "counts": ", ".join(f"{w.either('stance', f'{s}.head', s)}: {g.all}" for s, g in groups if g),
        "groups": [
            *((s, w.either("stance", f"{s}.head", s), g) for s, g in groups if g),
            *([("gone", w("event.taken.back"), gone)] if (gone := _taken_back(m, cards, claims)) else []),
        ],
        "bearing": bearing,
        "account": _account(m, w, id_) if standing else [],
        "figures": figures_table(m, w, cards, id_),
        "ties": ties(m, w, fact),
        "pictures": list(pictures),
        "viewer": viewer,
        "parts": event_rows(m, w, parts),
        "pairs": [
            (w(f"site.contradictions.{key}"), m.compared.all[id_, word], [_briefs(cards, p) for p in some])
            for key, word in (("figures", "contradicts"), ("disputes", "dispute"))
            if (some := m.compared.first.get((id_, word)))
        ],
        "drift": drift_table(m, w, cards, id_),
        "steps": steps_table(m, w, cards, id_),
        "history": m.history.get(id_, []),
        "echoes": [
            (cards(e.root), [(cards.names(c), d) for c, d in e.reports])
            for e in m.echoes.get(id_, [])
            if e.root
        ],
        "documents": sorted((m.documents[d] for d in documents), key=lambda d: (d.published.text, d.id)),
    }
    status = w.either("status", standing.status) if standing else w("site.no.claim")
    shown = [*claims, *(m.claims[card.id] for _, _, group in bearing for card in group)]
    told = (
        f"{w.kind(m.kind(id_))}: {status}; {w('n.claims', n=len(live))}. {isolated(fact.description or '')}"
    )
    return Page(
        m.addresses.pages[id_], "event.html", m.name(id_), told, values, basis(m, [id_, *parts], shown)
    )


def _briefs(cards: Cards, pair: Pair) -> tuple[Card, Card, str]:
    return cards(pair.one), cards(pair.other), pair.rule


def basis(material: Material, facts: Iterable[str], claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return the facts that a page rests on.

    These are the facts shown, their claims with all that these relay, the speakers and the documents.
    """
    reached, todo = set(facts), [c.id for c in claims]
    while todo:
        claim = material.claims[todo.pop()]
        if claim.id not in reached:
            reached |= {claim.id, *(c.document for c in claim.cited), *claim.voices}
            todo.extend(claim.relays)
    return tuple(sorted(i for i in reached if i in material.facts))


def _findings(material: Material, w: Words, cards: Cards, fact: Event) -> dict[str, object]:
    """Return the three sentences about an event, and what is known of it, said, and not known."""
    m, id_ = material, fact.id
    if id_ not in m.world.things:
        return {"found": (), "known": (), "told": (), "more_told": 0, "unknown": ()}
    gathered = evidence(m.world, id_, m.ballots, m.figures.get(id_, []), m.name)
    roots = [c for c in m.live(m.about.get(id_, ())) if not c.relays and side_of(c.stance) in VOTES]
    return {
        "found": sentences(m.world, id_, w, gathered),
        "known": known(gathered, w) or [w("finding.event.known.none")],
        "told": cards.every(roots[:FEW_TOLD]),
        "more_told": max(0, len(roots) - FEW_TOLD),
        "unknown": not_known(
            gathered,
            w,
            m.kind(id_),
            bool(fact.places or any(c.place for c in m.about[id_])),
            [w(key) for key in unknown(m, fact)],
        ),
    }


def claims_table(material: Material, w: Words, cards: Cards, claims: Iterable[Claim]) -> Table | None:
    """Return the claims about something as a table, None when there are none."""
    rows = []
    for claim in claims:
        card = cards(claim.id)
        ends = {voice: None for chain in card.chains for voice in chain[-1].voices}
        outlets = {place.outlet: place for place in card.places}
        rows.append(
            (
                [Part(voice.name, voice.id, looks="" if voice.id else "nobody") for voice in card.voices],
                [
                    Part(claim.stance, mark=w.either("stance", claim.stance)),
                    *([Part(w("extra.taken-back"), looks="wrong")] if card.taken_back else []),
                ],
                [Part(card.what, claim.id)],
                [Part(card.figure)],
                [Part(card.said, looks="date")],
                [Part(voice.name, voice.id, looks="" if voice.id else "nobody") for voice in ends],
                [Part(place.outlet_name, place.document) for place in outlets.values()],
            )
        )
    heads = ("claim.by", "col.stance", "col.what", "col.figure", "col.said", "claim.back.to", "claim.cited")
    return plain_table(w("event.claims"), [w(key) for key in heads], rows) if rows else None


def _taken_back(material: Material, cards: Cards, claims: Iterable[Claim]) -> Shown:
    return cards.every(claim for claim in claims if claim.id in material.taken_back)


def _bearing(
    material: Material, w: Words, cards: Cards, id_: str, standing: Standing | None
) -> list[tuple[str, str, Shown]]:
    """Return what bears on an event beside the claims about it, and what speaks against a side of it only.

    Each with a name for its place on the page, and a heading.
    """
    if standing is None:
        return []
    replies = [
        claim.id
        for claim in material.live(material.about.get(id_, ()))
        if claim.stance == NO_ANSWER or (claim.answers and side_of(claim.stance) != "back")
    ]
    found = [
        ("in-part", "event.in.part", standing.in_part),
        ("facets", "event.facets", standing.facets),
        ("elsewhere", "event.elsewhere", standing.from_elsewhere(material.world)),
        ("replies", "event.replies", replies),
    ]
    return [
        (name, w(key), cards.every(material.claims[claim] for claim in claims))
        for name, key, claims in found
        if claims
    ]


def _account(material: Material, w: Words, id_: str) -> list[tuple[str, list[tuple[str, tuple[str, ...]]]]]:
    """Return the sentences that say why an event stands as it does, each with its claims, by what they do.

    The verdict itself and its rule stand at the head of the page.
    """
    told = [s for s in account(material.ballots, id_) if s.part not in ("verdict", "grade")]
    return [
        (w(f"account.part.{part}"), [(w.saying(*s.said), s.claims) for s in group])
        for part, group in groupby(told, key=lambda s: s.part)
    ]


def figures_table(material: Material, w: Words, cards: Cards, id_: str) -> Table | None:
    """Return how each figure of an event stands, None without figures."""
    rows = []
    for row in material.figures.get(id_, []):
        first = cards(row.claims[0])
        rows.append(
            (
                Part(first.figure, first.id),
                first.counts,
                Part(row.status, mark=w(f"status.{row.status}")),
                "" if row.credibility is None else Part(w(f"grade.{row.credibility}"), looks="grade"),
                Part(dots(row.roots.least, row.roots.most), bounds_of(row.roots, w), looks="dots"),
                joined(dict.fromkeys(cards.names(claim) for claim in row.claims)),
                w.reason(row.rule),
            )
        )
    heads = [
        *(w(key) for key in ("step.figure", "step.kind", "col.status", "site.credibility")),
        *(w(key) for key in ("site.roots.head", "col.speaker", "prop.why")),
    ]
    return plain_table(w("event.figures"), heads, rows) if rows else None


def drift_table(material: Material, w: Words, cards: Cards, id_: str) -> Table | None:
    """Return what was told otherwise on the way, None when nothing was."""
    rows = []
    for change in material.drift.get(id_, []):
        where = change.document or ""
        before, after = _tellings(change, material, w, cards)
        cited = {"paragraph": change.paragraph or None}
        spot = w.spot(cited | on_page(cited, bool(where) and material.documents[where].paged))
        place = f", {spot}" if spot else ""
        rows.append(
            (
                Part(material.name(change.told), change.told),
                w.either("facet", change.facet),
                w.either("direction", change.direction),
                before,
                after,
                Part(led(isolated(material.name(where)) + place), where) if where else Part(""),
                Part(change.rule + (f" ({isolated(change.note)})" if change.note else ""), lang=ENGLISH),
            )
        )
    heads = [
        w(f"drift.{name}") for name in ("told", "facet", "direction", "before", "after", "where", "rule")
    ]
    return plain_table(w("site.drift"), heads, rows) if rows else None


def _tellings(change: Change, material: Material, w: Words, cards: Cards) -> list[str]:
    """Say both sides of a change: days and figures in words, with those that were printed."""
    texts, claims = (change.before, change.after), (change.source, change.told)
    if change.facet in DATED:
        return [w.day(text) for text in texts]
    if change.facet == "stage":
        return [w.basis(text) for text in texts]
    if change.facet not in PRINTED:
        return [*texts]
    languages = [cards.printed_in(material.claims[claim]) for claim in claims]
    if change.document:
        languages[1] = material.documents[change.document].language
    return [
        w.gloss(told(figure, w), figure.wording, language) if figure else w("number.none")
        for figure, language in zip(change.figures, languages, strict=True)
    ]


def steps_table(material: Material, w: Words, cards: Cards, id_: str) -> Table | None:
    """Return how the figures moved, None when there are fewer than two."""
    steps = material.steps.get(id_, [])
    if len(steps) < 2:
        return None
    rows = [
        (
            Part(str(s.published), looks="date"),
            Part(w.quantity(material.claims[s.claim].quantity), s.claim),
            cards.names(s.claim),
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
