"""How far the claims of a corpus have come: what is left to look at, and counts by document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kg.model.kinds.claim import Claim
from kg.model.review import Reviewable, Status, content_hash, entered, same_person, status_of
from kg.sources.located import Located, Seeds

OPEN = (Status.DRAFT, Status.STALE, Status.DISPUTED)
"""What waits for somebody to look at it."""


def left(facts: Seeds, by: str, document: str | None = None) -> list[Located[Claim]]:
    """Return the claims that somebody may look at, in the order of files and lines.

    These are the drafts, the stale and the disputed ones but for those that they entered themselves, or of
    which they have said what they found.

    Args:
        facts: the corpus.
        by: the reviewer.
        document: id of the document that cites them; all when None.
    """
    return [
        item
        for item in facts.of(Claim)
        if (document is None or any(place.document == document for place in item.fact.cited))
        and status_of(item.fact) in OPEN
        and not same_person(by, entered(item.fact))
        and not _has_said(item.fact, by)
    ]


def _has_said(fact: Reviewable, by: str) -> bool:
    own = [review for review in fact.reviews if same_person(by, review.by)]
    return bool(own) and any(review.of == content_hash(fact) for review in own)


def sample(claims: Iterable[Located[Claim]], size: int) -> list[Located[Claim]]:
    """Return some claims that stand for all: the same ones for the same facts, and nobody chose them.

    Args:
        claims: all of them.
        size: how many; all where there are no more.
    """
    return sorted(claims, key=lambda item: content_hash(item.fact))[:size]


def counts(facts: Seeds) -> dict[str, Counter[Status]]:
    """Return for each document how many claims that it printed first have come how far.

    Only documents that print claims are there, in the order of the claims.
    """
    found: dict[str, Counter[Status]] = {}
    for item in facts.of(Claim):
        found.setdefault(item.fact.cited[0].document, Counter())[status_of(item.fact)] += 1
    return found
