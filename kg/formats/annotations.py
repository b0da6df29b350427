"""Citations as annotations of the W3C, which programs for reading and annotating take.

Source: Web Annotation Data Model, W3C Recommendation of 23 February 2017.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kg.formats.annotating import CONTEXT, OURS, TERMS, annotation, cut_places, places
from kg.formats.json import with_list
from kg.formats.leaving import Exported, Loss
from kg.formats.quoting import quotes as words_at
from kg.formats.triples import PREFIXES, checked
from kg.model.kinds.document import Document

if TYPE_CHECKING:
    from kg.model.kinds import Fact

FORMAT = "annotations"
OF = "facts"
ENDINGS = (".annotations.jsonld",)
ABOUT = "The cited places as Web Annotations of the W3C (JSON-LD)."
OPTIONS = {"base": ("urn:kg-arms:", "Begins every address."), "quotes": ("no", "'yes' adds the cited words.")}

PAPER = {"title": "dcterms:title", "language": "language", "url": "via", "sha256": "sha256"}
"""What is told of a document as the source of a place, and under which words."""
CITING = ("cited", "aliases", "paraphrase", "why")
"""What is told of a fact."""


def render(facts: Sequence[Fact], *, base: str = "urn:kg-arms:", quotes: str = "no") -> Exported:
    """Write every cited place as an annotation of the W3C, on one page of annotations.

    A place is found by paragraph or page and the position of its characters, and proven by their hash. The
    words themselves are somebody's text: they are added only where asked for, from the texts at hand.

    \b
    Example:
      kg export annotations --output places.annotations.jsonld
    """
    by_id, loss = {fact.id: fact for fact in facts}, Loss()
    begins, words = checked(base), words_at(quotes, loss)
    items, held = [], set()
    for fact in facts:
        for place in places(fact, by_id):
            source = {"id": begins + place.document.id, **_paper(place.document)}
            items.append(annotation(fact, place, begins, source, words(place)))
            held |= {fact.id, place.document.id}
        cut_places(fact, loss)
    for fact in facts:
        if fact.id not in held:
            loss.leave_out("no place is cited for it", fact.id)
        else:
            loss.cut_fields(fact, PAPER if isinstance(fact, Document) else CITING)
    page = {
        "@context": [CONTEXT, {"kg": PREFIXES["kg"], **{word: TERMS[word] for word in OURS}}],
        "id": f"{begins}_annotations",
        "type": "AnnotationPage",
        "startIndex": 0,
    }
    return Exported("".join(with_list(page, "items", items)), loss)


def _paper(document: Document) -> dict[str, Any]:
    """Return what the text of a document is: in what language, taken from where, with which hash."""
    told = {word: getattr(document, field) for field, word in PAPER.items()}
    return {"type": "Text", **{word: value for word, value in told.items() if value}}
