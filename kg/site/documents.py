"""The dossier of a document: what it is, and its claims paragraph by paragraph."""

from __future__ import annotations

from collections import defaultdict

from kg.language.directions import joined
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
    paragraphs: dict[int, list[tuple[Card, PrintedPlace]]] = defaultdict(list)
    for claim in claims:
        card = cards(claim.id)
        for place in card.places:
            if place.document == id_:
                paragraphs[place.paragraph].append((card, place))
    for group in paragraphs.values():
        group.sort(key=lambda pair: (pair[1].start, pair[1].end, pair[0].id))
    path = m.addresses.pages[id_]
    outlet = m.name(fact.outlet)
    values = {
        "fact": fact,
        "ties": ties(m, w, fact),
        "folder": beside(path),
        "paragraphs": sorted(paragraphs.items()),
        "opening": w(
            "document.opening",
            n=len(claims),
            speakers=w("n.speakers", n=len({voice for c in claims for voice in c.voices})),
            relays=sum(bool(c.relays) for c in claims),
        ),
        "coverage": _coverage(m, w, fact, paragraphs),
    }
    head = joined([w.value("kind", fact.kind), outlet, w.span(fact.published)])
    told = f"{head}; {w('n.claims', n=len(claims))}"
    speakers = [voice for c in claims for voice in c.voices]
    return Page(
        path,
        "document.html",
        fact.title,
        told,
        values,
        tuple(sorted({id_, fact.outlet, *speakers, *(c.id for c in claims)} & m.facts.keys())),
    )


def _coverage(
    material: Material,
    w: Words,
    fact: Document,
    paragraphs: dict[int, list[tuple[Card, PrintedPlace]]],
) -> list[str]:
    lines = [w("document.n.paragraphs", n=len(paragraphs))]
    cited: dict[int, set[int]] = {number: set() for number in paragraphs}
    for number, group in paragraphs.items():
        for _, place in group:
            cited[number].update(range(place.start, min(place.end, place.start + 100_000)))
    count = sum(map(len, cited.values()))
    held = texts.read(material.options.sources, fact.file) if material.options.sources else None
    if held is None or held.paragraphs is None or held.sha256 != fact.sha256:
        return [*lines, w("document.n.characters", n=count)]
    proved = [place.state == "verified" for group in paragraphs.values() for _, place in group]
    return [
        *lines,
        w("document.n.share", n=count, all=sum(map(len, held.paragraphs))),
        w("document.n.proved", n=sum(proved), citations=w("n.citations", n=len(proved))),
    ]
