"""A claim for the person who reviews it, in a terminal of 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from kg.curate.drafts.show import COLUMNS, cited_words
from kg.formats.text import visible
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.model.review import Reviewable, content_hash, effective_mark, status_of
from kg.sources.texts import DocumentText

TextOf = Callable[[str], DocumentText | None]


def shown(
    fact: Reviewable,
    facts: Mapping[str, Any],
    text_of: TextOf,
    heading: Callable[[str], str] = str,
) -> str:
    """Return a claim or document as text: who says what, the printed words in context, and what was found.

    Args:
        fact: what is reviewed.
        facts: all by id.
        text_of: gives the text of a document, None where it is not at hand.
        heading: gives a heading its look.
    """
    lines = [heading(f"{type(fact).KIND} {fact.id} ({status_of(fact)})"), ""]
    said = _claim(fact, facts) if isinstance(fact, Claim) else _document(fact)
    lines += [line for name, words in said if words for line in _wrapped(name, words)]
    if isinstance(fact, Claim):
        for place in fact.cited:
            document = facts.get(place.document)
            paged = getattr(document, "paged", False)
            lines += ["", f"{place.document}{f', {place.spot}' if place.spot else ''}"]
            if place.span:
                own = {name: getattr(place, name) for name in ("paragraph", "start", "end", "sha256")}
                lines += cited_words(own, text_of(place.document), paged)
    now = content_hash(fact)
    lines += [""] * bool(fact.reviews)
    lines += [
        f"{review.on}  {visible(review.by)}: {review.verdict}{'' if review.of == now else ' (changed since)'}"
        for review in fact.reviews
    ]
    return "\n".join(lines)


def _claim(claim: Claim, facts: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what a claim says, name by name; the words are empty where it does not say it."""

    def called(name: str | None) -> str:
        return str(facts[name].caption) if name is not None and name in facts else name or ""

    yield "who", claim.spoken_by(facts) or claim.attribution or "unknown: the text names nobody"
    yield "does", claim.stance.replace("-", " ") + (f" ({claim.facet} only)" * (claim.facet != "whole"))
    yield "what", claim.paraphrase
    yield "about", f"{called(claim.about)} ({claim.about})"
    yield "said", claim.said.text
    yield "how many", claim.quantity.words() if claim.quantity else ""
    yield "printed as", claim.quantity.wording if claim.quantity else ""
    yield "when", claim.when.text if claim.when else ""
    yield "where", called(claim.place)
    yield "hedge", claim.hedge * (claim.hedge != "plain")
    yield "firsthand", "yes" * claim.firsthand
    for name in claim.relays:
        yield "passes on", f"{called(name)} ({name})"
    for name in claim.answers:
        yield "answers", f"{called(name)} ({name})"
    for facet, why in claim.inferred.items():
        yield "inferred", f"{facet}: {why}"
    yield "note", claim.note or ""
    yield "mark", effective_mark(claim, facts) if claim.mark else ""
    yield "entered by", claim.entered_by or ""
    yield "internal", claim.internal or ""


def _document(fact: Reviewable) -> Iterator[tuple[str, str]]:
    if isinstance(fact, Document):
        yield "title", fact.title
        yield "outlet", fact.outlet or "unknown"
        yield "published", fact.published.text
        yield "language", fact.language
        yield "kind", fact.kind
        yield "address", fact.url or ""
        yield "made from", f"{fact.original.file}, by rule {fact.original.rule}" if fact.original else ""
        yield "mark", fact.mark or ""
        yield "entered by", fact.entered_by or ""
        yield "internal", fact.internal or ""


def _wrapped(name: str, words: str) -> list[str]:
    return textwrap.wrap(
        visible(words),
        COLUMNS,
        initial_indent=f"{name:>10}  ",
        subsequent_indent=" " * 12,
        break_on_hyphens=False,
    )
