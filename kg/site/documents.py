"""The dossier of a document: what it is, and its claims paragraph by paragraph."""

from __future__ import annotations

from collections import defaultdict

from kg.language.directions import isolated, joined
from kg.language.interface.words import Words
from kg.model.kinds.document import Document
from kg.site.claims import Card, Cards, PrintedPlace
from kg.site.drawings import beside
from kg.site.material import Material
from kg.site.ties import ties
from kg.site.view import Page
from kg.sources import texts


def document_page(material: Material, w: Words, cards: Cards, fact: Document) -> Page:
    """Return the page of a document."""
    m, id_ = material, fact.id
    claims = m.printed.get(id_, [])
    spots: dict[tuple[int, str], list[tuple[Card, PrintedPlace]]] = defaultdict(list)
    for claim in claims:
        card = cards(claim.id)
        for place in card.places:
            if place.document == id_:
                number = place.span.paragraph if place.span else 0
                spots[number, "" if number else place.spot].append((card, place))
    for group in spots.values():
        group.sort(key=lambda pair: (pair[1].span or (), pair[0].id))
    path = m.addresses.pages[id_]
    outlet = m.name(fact.outlet) or w("document.outlet.unknown")
    values = {
        "fact": fact,
        "ties": ties(m, w, fact),
        "folder": beside(path),
        "made": _made(w, fact),
        "spots": [
            (f"p{number}" if number else f"p0-{index}", group[0][1].spot, group)
            for index, ((number, _), group) in enumerate(sorted(spots.items()))
        ],
        "beside": [
            (title, every)
            for title, some in (
                (w("document.states"), [c for c in m.states.get(id_, []) if c not in claims]),
                (w("document.about"), m.about.get(id_, [])),
            )
            if (every := cards.every(some))
        ],
        "opening": w(
            "document.opening",
            n=len(claims),
            speakers=w("n.speakers", n=len({voice for c in claims for voice in c.origins})),
            relays=sum(bool(c.relays) for c in claims),
        ),
        "coverage": _coverage(m, w, fact, [place for group in spots.values() for _, place in group]),
    }
    head = joined([w.value("kind", fact.kind), outlet, w.span(fact.published)])
    told = f"{head}; {w('n.claims', n=len(claims))}"
    also = [*m.states.get(id_, []), *m.about.get(id_, [])]
    speakers = [voice for c in (*claims, *also) for voice in c.origins]
    return Page(
        path,
        "document.html",
        fact.title,
        told,
        values,
        tuple(
            sorted({id_, fact.outlet or id_, *speakers, *(c.id for c in (*claims, *also))} & m.facts.keys())
        ),
    )


def _made(w: Words, fact: Document) -> list[str]:
    """Say from what file the text was made; nothing where that is not recorded."""
    made = fact.original
    if made is None:
        return []
    of = {"file": isolated(made.file), "type": made.media_type, "tool": made.tool, "rule": made.rule}
    lines = [w("document.made", **of), w("document.made.proof", sha256=made.sha256)]
    if made.warc:
        lines.append(w("document.made.record", **made.warc.model_dump(exclude={"payload_digest"})))
    return lines


def _coverage(material: Material, w: Words, fact: Document, places: list[PrintedPlace]) -> list[str]:
    cited: dict[int, set[int]] = defaultdict(set)
    for place in places:
        if place.span:
            start, end = place.span.start, place.span.end
            cited[place.span.paragraph].update(range(start, min(end, start + 100_000)))
    elsewhere = sum(place.span is None for place in places)
    lines = [
        "" if fact.held else w("document.not.held"),
        w("document.n.elsewhere", n=elsewhere) if elsewhere else "",
        w("document.n.paragraphs", n=len(cited)) if cited or not elsewhere else "",
    ]
    lines = [line for line in lines if line]
    if not cited and (elsewhere or not fact.held):
        return lines
    count = sum(map(len, cited.values()))
    held = texts.read(material.options.sources, fact.file) if material.options.sources else None
    if held is None or held.paragraphs is None or held.sha256 != fact.sha256:
        return [*lines, w("document.n.characters", n=count)]
    proved = [place.state == "verified" for place in places if place.span]
    return [
        *lines,
        w("document.n.share", n=count, all=sum(map(len, held.paragraphs))),
        w("document.n.proved", n=sum(proved), citations=w("n.citations", n=len(proved))),
    ]
