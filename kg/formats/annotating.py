"""The place of a citation as a selector of the W3C: words by position and hash, a page, a region, a moment.

Source: Web Annotation Data Model, W3C Recommendation of 23 February 2017.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from kg.formats.leaving import Loss
from kg.formats.triples import PREFIXES, Statement, Writer, literal, part
from kg.model.base import Fact, ties
from kg.model.citation import Citation, CitedName

if TYPE_CHECKING:
    from kg.model.kinds.document import Document

_PDF = "http://tools.ietf.org/rfc/rfc3778"
_MEDIA = "http://www.w3.org/TR/media-frags/"
TERMS: Mapping[str, Any] = {
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "SpecificResource": "oa:SpecificResource",
    "TextualBody": "oa:TextualBody",
    "FragmentSelector": "oa:FragmentSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "ParagraphSelector": "kg:ParagraphSelector",
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "refinedBy": {"@id": "oa:refinedBy", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "describing": "oa:describing",
    "linking": "oa:linking",
    "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
    "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"},
    "exact": "oa:exact",
    "value": "rdf:value",
    "conformsTo": {"@id": "dcterms:conformsTo", "@type": "@id"},
    "language": "dc:language",
    "via": {"@id": "oa:via", "@type": "@id"},
    "paragraph": "kg:paragraph",
    "sha256": "kg:sha256",
}
"""What the words mean, as in the context of the W3C, and the three that are ours."""
VOCABULARIES = {name: PREFIXES[name] for name in ("kg", "oa", "rdf", "xsd", "dcterms")} | {
    "dc": "http://purl.org/dc/elements/1.1/"
}
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
"""The context of the W3C."""
OURS = ("ParagraphSelector", "paragraph", "sha256")
"""Words that the context of the W3C does not have."""


class Place(NamedTuple):
    """Where a document prints something of a fact."""

    path: str
    """Name of the citation below the base of addresses."""
    cited: Citation | CitedName
    document: Document


def places(fact: Fact, by_id: Mapping[str, Any]) -> Iterator[Place]:
    """Yield the places that a fact cites, whatever it cites them for.

    Args:
        fact: any fact.
        by_id: at least its documents.
    """
    for name, tie in ties(type(fact)).items():
        if issubclass(tie, (Citation, CitedName)):
            for position, cited in enumerate(getattr(fact, name), 1):
                yield Place(part(fact.id, name, position), cited, by_id[cited.document])


def selectors(cited: Citation | CitedName, *, paged: bool, quote: str | None = None) -> list[dict[str, Any]]:
    """Return the selectors of a place, each of which finds it.

    Args:
        cited: the citation.
        paged: whether each paragraph of the text is a page.
        quote: the words that stand there; None where they are not at hand or not to be passed on.

    Returns:
        One that goes from page or paragraph to the characters, whose hash proves them; with `quote` also the
        words themselves.

    Example:
        >>> cited = Citation(document="a", paragraph=14, start=0, end=9, sha256="0" * 64)
        >>> chosen = selectors(cited, paged=True)[0]
        >>> chosen["value"], chosen["refinedBy"]["end"], selectors(cited, paged=False)[0]["paragraph"]
        ('page=14', 9, 14)
    """
    page, region, timecode = (getattr(cited, name, None) for name in ("page", "region", "timecode"))
    span = cited.span
    steps: list[dict[str, Any]] = []
    if span and paged:
        page = span.paragraph
    if page is not None:
        steps.append({"type": "FragmentSelector", "conformsTo": _PDF, "value": f"page={page}"})
    if span and not paged:
        steps.append({"type": "ParagraphSelector", "paragraph": span.paragraph})
    media = [f"t={timecode}"] if timecode else []
    media += [f"xywh=percent:{','.join(f'{share:g}' for share in region)}"] if region else []
    if media:
        steps.append({"type": "FragmentSelector", "conformsTo": _MEDIA, "value": "&".join(media)})
    if span:
        place = {"start": span.start, "end": span.end, "sha256": span.sha256}
        steps.append({"type": "TextPositionSelector", **place})
    for outer, inner in zip(reversed(steps[:-1]), reversed(steps[1:]), strict=True):
        outer["refinedBy"] = inner
    words = [{"type": "TextQuoteSelector", "exact": quote}] if quote else []
    return [*steps[:1], *words]


def annotation(fact: Fact, place: Place, base: str, source: Any, quote: str | None) -> dict[str, Any]:
    """Return a place as an annotation: what we say of it, for which fact, and where it is.

    Args:
        fact: whose place it is.
        place: the citation.
        base: what addresses begin with.
        source: names the text, or describes it.
        quote: the words that stand there; None where they are not to be passed on.
    """
    said = getattr(place.cited, "name", fact.caption)
    words = {"type": "TextualBody", "value": said, "language": "en", "purpose": "describing"}
    return {
        "id": base + part(place.path, "annotation"),
        "type": "Annotation",
        "motivation": "linking",
        "body": [words, {"type": "SpecificResource", "source": base + fact.id, "purpose": "linking"}],
        "target": {
            "id": base + place.path,
            "type": "SpecificResource",
            "source": source,
            "selector": selectors(place.cited, paged=place.document.paged, quote=quote),
        },
    }


def cut_places(fact: Fact, loss: Loss) -> None:
    """Note a fact of which a document prints something that annotations have no place for."""
    for cited in getattr(fact, "cited", ()):
        for name in ("wording", "said", "when", "quantity", "note"):
            if getattr(cited, name):
                loss.cut(f"'{name}' as a document has it", fact.id)


def stated(written: Writer, place: Place) -> Iterator[Statement]:
    """Yield a place as statements of RDF."""
    me = written.address(place.path)
    yield Statement(me, "a", "oa:SpecificResource")
    yield Statement(me, "oa:hasSource", written.address(place.document.id))
    for selector in selectors(place.cited, paged=place.document.paged):
        yield from _stated(written, me, "selector", place.path, selector)


def _stated(
    written: Writer, owner: str, word: str, above: str, told: Mapping[str, Any]
) -> Iterator[Statement]:
    path = part(above, word)
    me = written.address(path)
    yield Statement(owner, TERMS[word]["@id"], me)
    for own, value in told.items():
        if isinstance(value, dict):
            yield from _stated(written, me, own, path, value)
        elif own == "type":
            yield Statement(me, "a", TERMS[value])
        elif isinstance(term := TERMS[own], str):
            yield Statement(me, term, literal(value))
        else:
            typed = f"<{value}>" if term["@type"] == "@id" else f'"{value}"^^{term["@type"]}'
            yield Statement(me, term["@id"], typed)
