"""Paragraphs of a document, as many as fit into an answer."""

from __future__ import annotations

import os
from collections import defaultdict
from pathlib import Path

from kg.curate.corpus import citations
from kg.curate.corpus import document as document_of
from kg.curate.drafts.folder import folder_of
from kg.curate.held import held_text, paragraphs_of
from kg.errors import CallError, Problem
from kg.mcp.answers import Paragraph, Passage
from kg.sources.seeds import load

MOST = 40_000
"""Characters of paragraphs in one answer; a longer paragraph comes alone and is cut."""


def passage(
    seeds: str | os.PathLike[str], sources: Path | None, document: str, first: int, last: int
) -> Passage:
    """Return paragraphs of a document, with the claims and drafts that cite each.

    Args:
        seeds: the folder of the facts.
        sources: folder of the texts.
        document: id of the document.
        first: first paragraph, counted from 1.
        last: last paragraph; the end of the text when it is beyond.

    Raises:
        CallError: there is no such document, or its text is not at hand, another one, or shorter.
    """
    facts = load(seeds)
    fact = document_of(facts, document).fact
    texts = paragraphs_of(fact, held_text(fact, sources))
    if not first <= min(last, len(texts)):
        what = f"'{document}' has no paragraphs {first:,} to {last:,}"
        raise CallError(Problem(what, expected=f"paragraphs of 1 to {len(texts):,}"))
    claims: dict[int, list[str]] = defaultdict(list)
    for cite in citations(facts):
        if cite.citation.document == document and cite.span and cite.fact not in claims[cite.span.paragraph]:
            claims[cite.span.paragraph].append(cite.fact)
    drafts: dict[int, list[int]] = defaultdict(list)
    for draft in folder_of(seeds).drafts(document):
        for number in draft.paragraphs:
            drafts[number].append(draft.number)
    kept: list[Paragraph] = []
    room = MOST
    for number in range(first, min(last, len(texts)) + 1):
        text = texts[number - 1]
        if kept and len(text) > room:
            break
        room -= len(text)
        kept.append(Paragraph(number=number, text=text[:MOST], claims=claims[number], drafts=drafts[number]))
    return Passage(
        document=document,
        title=fact.title,
        outlet=fact.outlet,
        published=fact.published.text,
        language=fact.language,
        total=len(texts),
        paragraphs=kept,
        notes=_notes(kept, min(last, len(texts)), texts),
    )


def _notes(kept: list[Paragraph], last: int, texts: tuple[str, ...]) -> list[str]:
    notes = []
    if kept[-1].number < last:
        notes.append(f"read on with first {kept[-1].number + 1}; the text has {len(texts):,} paragraphs")
    if (length := len(texts[kept[0].number - 1])) > MOST:
        notes.append(f"paragraph {kept[0].number} is cut: it has {length:,} characters")
    return notes
