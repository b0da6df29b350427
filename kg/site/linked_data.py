"""What a page is to search engines and reference managers: schema.org, Highwire and Dublin Core.

Source: https://schema.org; DCMI Metadata Terms, Dublin Core.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from kg.formats.citing import document as entry_of
from kg.formats.schema_org import thing, type_of
from kg.language import ENGLISH
from kg.language.interface.words import Words
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.site.addresses import relative
from kg.site.material import Material
from kg.site.view import Page


def linked_data(page: Page, m: Material, w: Words, title: str, address: str) -> str:
    """Return what a page is in the words of schema.org, as JSON that is safe inside of HTML.

    The start page is a data set, the page of a document is about that document, any other cites the
    documents that it rests on. The claims that stand on a page are parts of it, each by who made it.

    Args:
        page: the page.
        m: the facts.
        w: the words.
        title: name of the site.
        address: absolute address of the page; empty when nobody knows.
    """
    own, base = m.options.publication, m.options.base_url
    publisher = own.publisher and _kept(
        {"@type": "Organization", "name": own.publisher.name, "url": own.publisher.url}
    )
    site = _kept({"@type": "WebSite", "name": title, "url": base, "publisher": publisher})
    shared = {
        "@context": "https://schema.org",
        "name": page.title,
        "description": page.description,
        "inLanguage": w.language,
        "url": address,
        "license": (own.licence.address or own.licence.name) if own.licence else "",
        "publisher": publisher,
        "creditText": own.byline,
        "dateModified": str(m.day or ""),
    }
    if page.path == "index.html":
        files = {"data/facts.jsonl": "application/x-ndjson", "data/claims.csv": "text/csv"}
        told: dict[str, object] = {
            **shared,
            "@type": "Dataset",
            "includedInDataCatalog": site,
            "distribution": [
                {"@type": "DataDownload", "encodingFormat": form, "contentUrl": base + path}
                for path, form in files.items()
            ],
        }
    else:
        about = _document_of(page, m)
        cited = [] if about else [m.documents[i] for i in page.basis if i in m.documents]
        told = {
            **shared,
            "@type": "WebPage",
            "isPartOf": site,
            "about": about and _work(m, page, about),
            "citation": [_work(m, page, document) for document in cited],
            "hasPart": [_claim(m, page, claim) for claim in m.on_page.get(page.path, ())],
        }
    text = json.dumps(_kept(told), ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def cited_as(page: Page, m: Material, w: Words, title: str, address: str) -> Mapping[str, str]:
    """Return by name what reference managers read of a page; nothing for one that rests on no fact.

    The page of a document says how to cite that document, any other how to cite itself.

    Args:
        page: the page.
        m: the facts.
        w: the words.
        title: name of the site.
        address: absolute address of the page; empty when nobody knows.
    """
    if not page.basis:
        return {}
    if about := _document_of(page, m):
        entry = entry_of(about, m.facts)
        told: dict[str, str | None] = {
            "citation_title": entry.title,
            "citation_publisher": entry.publisher,
            "citation_publication_date": entry.day.strftime("%Y/%m/%d"),
            "citation_language": entry.language,
            "citation_public_url": entry.url,
        }
    else:
        own = m.options.publication
        told = {
            "DC.title": page.title,
            "DC.creator": own.byline,
            "DC.publisher": own.publisher.name if own.publisher else title,
            "DC.date": str(m.day or ""),
            "DC.language": w.language,
            "DC.identifier": address,
            "DC.rights": (own.licence.address or own.licence.name) if own.licence else "",
            "DC.type": "Text",
        }
    return {name: value for name, value in told.items() if value}


def _document_of(page: Page, m: Material) -> Document | None:
    """Return the document whose page it is."""
    own = (m.documents[i] for i in page.basis if i in m.documents and m.addresses.pages.get(i) == page.path)
    return next(own, None) if page.template == "document.html" else None


def _address(m: Material, page: Page, id_: str) -> str:
    """Return the address of a fact, as seen from the page where nobody knows where the site will stand."""
    there = m.addresses.page(id_)
    return m.options.address(there) or (relative(page.path, there) if there else "")


def _claim(m: Material, page: Page, claim: Claim) -> Mapping[str, object]:
    """Return a claim that stands on a page: its words, who made it and when, and on what it rests."""

    def refer(id_: str) -> Mapping[str, object]:
        fact, there = m.facts[id_], _address(m, page, id_)
        if isinstance(fact, Claim | Document) and there:
            return {"@id": there}
        return _kept({"@type": type_of(fact), "name": m.name(id_), "url": there})

    told: dict[str, Any] = thing(claim, m.facts, refer)[0]
    return {"@id": _address(m, page, claim.id), **told, "inLanguage": ENGLISH}


def _work(m: Material, page: Page, fact: Document) -> Mapping[str, object]:
    """Return a document as a work; its title is ours and stands in brackets."""

    def refer(id_: str) -> Mapping[str, object]:
        return {"@type": type_of(m.facts[id_]), "name": m.name(id_)}

    told = thing(fact, m.facts, refer)[0]
    return _kept({"@id": _address(m, page, fact.id), **told, "name": entry_of(fact, m.facts).title})


def _kept(told: Mapping[str, object]) -> Mapping[str, object]:
    return {key: value for key, value in told.items() if value}
