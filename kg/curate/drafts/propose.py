"""Proposals from a text: the sentences that say how many, name somebody and tell of speaking."""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from kg.curate.drafts.draft import Draft, Proposal
from kg.curate.drafts.fill import Filler
from kg.curate.drafts.folder import Folder
from kg.curate.drafts.gained import gained
from kg.curate.drafts.ids import unlike
from kg.curate.drafts.sentence import read
from kg.errors import number_of
from kg.language.guess import unread
from kg.language.known_names import KnownNames
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.sources.located import Seeds

MOST = 60
"""Proposals of a long text: as many as a person would look at."""
_FEWEST = 10
"""Proposals of a short text that are not cut."""


@dataclass(frozen=True)
class Written:
    """What was proposed.

    Attributes:
        file: where the drafts are.
        new: drafts that were added.
        left_out: sentences that would make further ones.
        known: sentences that a claim cites already, or of which there is a draft, open or decided.
        notes: plain sentences for the person.
    """

    file: Path
    new: int
    left_out: int
    known: int
    notes: tuple[str, ...]


class _Found(NamedTuple):
    sentences: int
    proposals: list[Proposal]


def proposals(
    document: Document, paragraphs: Sequence[str], seeds: Seeds, *, most: int | None = None
) -> list[Proposal]:
    """Return the claims that the sentences of a text seem to hold, the most useful first.

    Sentences that a claim cites already are left out.

    Args:
        document: the document; its text is `paragraphs`.
        paragraphs: its non-empty lines in NFC.
        seeds: the facts so far, by whose names it is read.
        most: how many; when absent `MOST`, and for a short text half as many as it has sentences.
    """
    found = _found(document, paragraphs, seeds)
    return _fresh(document, found.proposals, seeds)[: _limit(found.sentences, most)]


def write_drafts(
    corpus_folder: str | os.PathLike[str],
    document: Document,
    paragraphs: Sequence[str],
    seeds: Seeds,
    *,
    most: int | None = None,
    by: str = "kg add",
) -> Written:
    """Propose claims and add those that are new to `drafts/<document>.yaml` of a corpus.

    What was rejected or accepted once is not proposed again; an open draft gains what it lacks.

    Args:
        corpus_folder: the folder of the corpus, in which `drafts/` is.
        document: the document; its text is `paragraphs`.
        paragraphs: its non-empty lines in NFC.
        seeds: the facts so far, by whose names it is read; the document need not be among them.
        most: how many drafts may be open; when absent `MOST`, and for a short text half as many as it has
            sentences.
        by: who proposes.
    """
    folder = Folder(Path(corpus_folder) / "drafts")
    found = _found(document, paragraphs, seeds)
    there = folder.drafts(document.id)
    filled = _fill_in(folder, there, found.proposals)
    fresh = _fresh(document, found.proposals, seeds, {draft.proposal.key for draft in there})
    waiting = sum(draft.state == "open" for draft in there)
    room = max(0, _limit(found.sentences, most) - waiting)
    taken = {*(fact.id for fact in seeds.facts), *(str(draft.claim.get("id")) for draft in folder.drafts())}
    added = folder.add(document.id, by, _with_ids(fresh[:room], taken))
    left = len(fresh) - len(added)
    known = len(found.proposals) - len(fresh)
    notes = _notes(document, found.sentences, len(added), known)
    if filled:
        notes.append(f"{number_of(filled, 'open draft')} gained what the facts tell now")
    if left:
        more = number_of(left, "sentence was", "sentences were")
        every = f"'kg draft propose {document.id} --most {waiting + len(fresh)}'"
        notes.append(f"{more} left out, of less use; {every} takes them in")
    return Written(folder.file(document.id), len(added), left, known, tuple(notes))


def _found(document: Document, paragraphs: Sequence[str], seeds: Seeds) -> _Found:
    """Read a text; return how many sentences it has and every proposal, the most useful first."""
    filler = Filler(document, seeds)
    sentences = list(
        read(paragraphs, KnownNames(seeds.facts), filler.facts, document.language, document.published.last)
    )
    made: dict[tuple[str, str], Proposal] = {}
    for sentence in sentences:
        if proposal := filler.proposal(sentence):
            made.setdefault(proposal.key, proposal)
    return _Found(len(sentences), sorted(made.values(), key=lambda one: -one.score))


def _fill_in(folder: Folder, there: Sequence[Draft], made: Sequence[Proposal]) -> int:
    """Give open drafts what they lack and today's reading has; return how many gained something."""
    today = {one.key: one for one in made}
    more = [
        (draft, one)
        for draft in there
        if draft.state == "open" and draft.proposal.key in today
        if (one := gained(draft.proposal, today[draft.proposal.key]))
    ]
    for draft, proposal in more:
        folder.change(draft, proposal=proposal)
    return len(more)


def _fresh(
    document: Document, made: Sequence[Proposal], seeds: Seeds, keys: Collection[tuple[str, str]] = ()
) -> list[Proposal]:
    """Return the proposals of which there is no draft and whose sentence no claim cites."""
    cited = [
        citation.span
        for item in seeds.of(Claim)
        for citation in item.fact.cited
        if citation.document == document.id and citation.span
    ]

    def is_cited(proposal: Proposal) -> bool:
        place = proposal.claim["cited"][0]
        return any(
            span.paragraph == place["paragraph"] and span.start < place["end"] and place["start"] < span.end
            for span in cited
        )

    return [one for one in made if one.key not in keys and not is_cited(one)]


def _limit(sentences: int, most: int | None) -> int:
    return min(MOST, max(_FEWEST, sentences // 2)) if most is None else most


def _with_ids(made: Sequence[Proposal], taken: set[str]) -> list[Proposal]:
    """Return proposals whose ids nothing else has."""
    named = []
    for one in made:
        name = unlike(one.claim["id"], taken)
        taken.add(name)
        named.append(replace(one, claim={**one.claim, "id": name}))
    return named


def _notes(document: Document, sentences: int, added: int, known: int) -> list[str]:
    if why := unread(document.language):
        return [f"{why}: no drafts"]
    drafts = number_of(added, "draft") if added else "no new drafts"
    notes = [f"{drafts} of {number_of(sentences, 'sentence')}"]
    if known:
        notes.append(
            f"{number_of(known, 'sentence is', 'sentences are')} cited by claims or in drafts already"
        )
    return notes
