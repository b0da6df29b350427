"""Proposals from a text: the sentences that say how many, name somebody and tell of speaking."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.curate.drafts.draft import Proposal
from kg.model.kinds.document import Document
from kg.sources.seeds import Seeds

MOST = 60
"""Proposals of a long text: as many as a person would look at."""


@dataclass(frozen=True)
class Written:
    """What was proposed.

    Attributes:
        file: where the drafts are.
        new: drafts that were added.
        left_out: sentences that would make further ones.
        known: sentences that a claim cites already, or whose draft was decided or is open.
        notes: plain sentences for the person.
    """

    file: Path
    new: int
    left_out: int
    known: int
    notes: tuple[str, ...]


def proposals(
    document: Document, paragraphs: Sequence[str], seeds: Seeds, *, most: int | None = None
) -> list[Proposal]:
    """Return the claims that the sentences of a text seem to hold, the most useful first.

    Args:
        document: the document; its text is `paragraphs`.
        paragraphs: its non-empty lines in NFC.
        seeds: the facts so far, by whose names it is read.
        most: how many; `MOST` for a long text and fewer for a short one when absent.
    """
    raise NotImplementedError


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

    Args:
        corpus_folder: the folder of the corpus, in which `drafts/` is.
        document: the document; its text is `paragraphs`.
        paragraphs: its non-empty lines in NFC.
        seeds: the facts so far, by whose names it is read; the document need not be among them.
        most: how many; `MOST` for a long text and fewer for a short one when absent.
        by: who proposes.
    """
    raise NotImplementedError
