"""Proving citations: each span against its hash, each text against the hash of its file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.curate.corpus import Cite, citations, documents
from kg.curate.moved import Moved
from kg.curate.phrases import Spot
from kg.errors import Problem
from kg.model.citation import TextSpan
from kg.model.kinds.document import Document
from kg.sources import texts
from kg.sources.located import Located, Seeds
from kg.sources.texts import DocumentText


@dataclass(frozen=True)
class Verified:
    """What was proved.

    Attributes:
        verified: citations whose span has the hash.
        unverifiable: citations whose text is not at hand.
        no_text: citations of a page, region or moment in what is no text: there is nothing to hash.
        wrong: one problem per citation whose span has another hash, at its file and line.
        changed: one problem per document whose file has another hash.
        absent: documents whose text is not at hand.
        not_held: documents of which we hold no text.
        texts: how many texts are as recorded.
    """

    verified: int
    unverifiable: int
    no_text: int
    wrong: tuple[Problem, ...]
    changed: tuple[Problem, ...]
    absent: tuple[str, ...]
    not_held: tuple[str, ...]
    texts: int

    @property
    def citations(self) -> int:
        """How many citations there are."""
        return self.verified + self.unverifiable + self.no_text + len(self.wrong)


def verify(seeds: Seeds, source: Path | None) -> Verified:
    """Check every citation of the seeds against the texts.

    Args:
        seeds: the facts.
        source: folder of the texts; without it nothing can be verified.
    """
    known = documents(seeds)
    not_held = tuple(name for name, item in known.items() if not item.fact.held)
    held = {name: texts.read(source, item.fact.file) for name, item in known.items() if item.fact.held}
    counts = {"verified": 0, "unverifiable": 0, "no text": 0}
    wrong = []
    for cite in citations(seeds):
        span = cite.span
        state = texts.quote_in(held.get(cite.citation.document), *(span or [None] * 4)).state
        if span and state == "wrong":
            wrong.append((cite, span))
        else:
            counts[state] += 1
    moved = Moved([(cite.citation.document, span) for cite, span in wrong], held)
    changed = tuple(
        _changed(known[name], text)
        for name, text in held.items()
        if text and text.sha256 != known[name].fact.sha256
    )
    absent = tuple(name for name, text in held.items() if text is None)
    return Verified(
        counts["verified"],
        counts["unverifiable"],
        counts["no text"],
        tuple(_wrong(cite, span, moved, known) for cite, span in wrong),
        changed,
        absent,
        not_held,
        len(held) - len(absent) - len(changed),
    )


def _changed(item: Located[Document], text: DocumentText) -> Problem:
    what = f"the text {item.fact.file} of document '{item.fact.id}' is not the one that was cited"
    if text.paragraphs is None:
        what += " (it is not UTF-8)"
    todo = "bring the text back; if the new one is right, check each citation and record its hash"
    return Problem(
        what,
        item.place("sha256"),
        f"SHA-256 {item.fact.sha256}, not {text.sha256}",
        todo=todo,
        code="changed-text",
    )


def _wrong(cite: Cite, span: TextSpan, moved: Moved, known: dict[str, Located[Document]]) -> Problem:
    document = cite.citation.document
    paged = known[document].fact.paged
    where = Spot(span.paragraph, span.start, span.end).words(paged)
    what = (
        f"{cite.kind.replace('_', ' ')} '{cite.fact}': {where} of '{document}' does not have the hash"
        " that was cited"
    )
    todo = moved.told(document, span, paged)
    return Problem(what, cite.place, f"SHA-256 {span.sha256}", todo=todo, code="wrong-citation")
