"""Facts in the words of schema.org, for search engines, pages and other programs.

Source: https://schema.org
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kg.model import day_text
from kg.model.base import Fact, links
from kg.model.identifier import Identifier
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.model.span import Span

Refer = Callable[[str], Any]
"""Returns how another fact is named: by its address alone, or with its name."""

_ROLES = {"event": "Event", "goods": "Product", "place": "Place", "claim": "Claim", "topic": "DefinedTerm"}
_VOICES = {"state": "Country", "organization": "Organization", "person": "Person"}
_DOCUMENTS = {
    "article": "Article",
    "report": "Report",
    "dataset": "Dataset",
    "post": "SocialMediaPosting",
    "video": "VideoObject",
    "satellite-image": "ImageObject",
    "leaked-paper": "DigitalDocument",
}
_TERMS: Mapping[str, Mapping[str, str]] = {
    "": {
        "name": "name",
        "name_de": "alternateName",
        "known_as": "alternateName",
        "description": "description",
    },
    "claim": {
        "paraphrase": "text",
        "speaker": "author",
        "speakers": "author",
        "about": "about",
        "mentions": "mentions",
        "relays": "isBasedOn",
        "place": "spatialCoverage",
        "when": "temporalCoverage",
        "topic": "keywords",
    },
    "document": {
        "title": "name",
        "outlet": "publisher",
        "language": "inLanguage",
        "url": "url",
        "archive": "archivedAt",
        "translates": "translationOfWork",
        "reprint_of": "isBasedOn",
        "collection": "isPartOf",
    },
    "event": {"places": "location", "within_event": "superEvent"},
    "goods": {"made_by": "manufacturer", "country": "countryOfOrigin", "serial": "serialNumber"},
    "place": {"within": "containedInPlace"},
}
"""Under which word a field stands: of any fact, and of those of one role."""
_DAYS = {
    "said": ("datePublished",),
    "published": ("datePublished",),
    "period": ("startDate", "endDate"),
}
"""Under which words a span stands: its day, or its first and last."""


def type_of(fact: Fact) -> str:
    """Return what a fact is; empty for what schema.org has no word for.

    Example:
        >>> from kg.model.kinds.state import State
        >>> type_of(State(id="kp", name="North Korea"))
        'Country'
    """
    role = type(fact).ROLE
    if isinstance(fact, Document):
        return _DOCUMENTS.get(fact.kind, "CreativeWork")
    return _VOICES.get(type(fact).VOICE, "Thing") if role == "actor" else _ROLES.get(role, "")


def thing(fact: Fact, by_id: Mapping[str, Any], refer: Refer) -> tuple[dict[str, Any], set[str]]:
    """Return a fact as a thing of schema.org, and the fields of it that are told whole.

    Args:
        fact: of a kind for which schema.org has a word.
        by_id: the facts that it names.
        refer: names those.

    Returns:
        The thing without its address; what is unknown is left out.

    Example:
        >>> from kg.model.kinds.topic import Topic
        >>> thing(Topic(id="shells", name="Shells", description="How many?"), {}, str)[0]
        {'@type': 'DefinedTerm', 'name': 'Shells', 'description': 'How many?'}
    """
    told: dict[str, list[Any]] = {}
    carried: set[str] = set()
    for field, term in {**_TERMS[""], **_TERMS.get(type(fact).ROLE, {})}.items():
        linked = field in links(type(fact))
        for each in _each(fact, field):
            told.setdefault(term, []).append(refer(each) if linked else getattr(each, "text", each))
        carried.add(field)
    for field, terms in _DAYS.items():
        if isinstance(span := getattr(fact, field, None), Span):
            days = _days(span, len(terms))
            told |= {term: [day] for term, day in zip(terms, days, strict=False) if day}
            carried |= {field} if days else set()
    for term, value in _more(fact, by_id, refer, carried):
        told.setdefault(term, []).append(value)
    return {"@type": type_of(fact), **{term: _one_or_all(values) for term, values in told.items()}}, carried


def _each(fact: Fact, field: str) -> list[Any]:
    """Return the values of a field: none, one or several."""
    value = getattr(fact, field, None)
    return value if isinstance(value, list) else [value] if value else []


def _days(span: Span, ends: int) -> list[str]:
    """Return the days of a plain span as ISO 8601 has them, empty for an open end; nothing of any other."""
    parts = span.text.split("/")
    if day_text.worded(span.text) or len(parts) > ends:
        return []
    return [day.replace("..", "") for day in (*parts, parts[-1])][:ends]


def _more(fact: Fact, by_id: Mapping[str, Any], refer: Refer, carried: set[str]) -> Iterator[tuple[str, Any]]:
    """Yield what stands under no single field, and note which fields it tells."""
    for one in getattr(fact, "aliases", ()):
        yield "alternateName", one.name
    for one in getattr(fact, "identifiers", ()):
        yield "identifier", str(one)
        if isinstance(one, Identifier) and one.address:
            yield "sameAs", one.address
    for one in getattr(fact, "part_of", ()):
        yield "memberOf", refer(one.actor)
    if (north := getattr(fact, "latitude", None)) is not None:
        yield "geo", {"@type": "GeoCoordinates", "latitude": north, "longitude": fact.longitude}  # type: ignore[attr-defined]  # a point is whole
    if type(fact).ROLE == "event":
        for field in sorted(links(type(fact)).keys() - _TERMS["event"].keys()):
            yield from (("about", refer(each)) for each in _each(fact, field))
    if isinstance(fact, Claim):
        papers = sorted({cited.document for cited in fact.cited}, key=lambda id: (by_id[id].day, id))
        yield "firstAppearance", refer(papers[0])
        yield from (("appearance", refer(paper)) for paper in papers)
    carried |= {"identifiers", "latitude", "longitude"}


def _one_or_all(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values
