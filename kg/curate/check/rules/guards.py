"""What a document promises about itself: how many claims and roots it has at least."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kg.curate.check.rule import Corpus, rule
from kg.errors import Problem
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document


@rule(
    "too-few-claims",
    "error",
    "Fewer claims cite a document than its 'minimum_claims'. Bring the lost ones back, or lower the minimum.",
)
def too_few_claims(corpus: Corpus) -> Iterator[Problem]:
    """Compare the claims of each document with the least that it declares."""
    yield from _below(corpus, "minimum_claims", "is cited by {} claims", roots=False)


@rule(
    "too-few-roots",
    "error",
    "Fewer roots cite a document than its 'minimum_roots'. Bring the lost ones back, or lower the minimum.",
)
def too_few_roots(corpus: Corpus) -> Iterator[Problem]:
    """Compare the roots of each document with the least that it declares."""
    yield from _below(corpus, "minimum_roots", "has {} roots (claims that relay nothing)", roots=True)


def counts(corpus: Corpus, roots: bool) -> Counter[str]:
    """Return how many claims, or only roots, cite each document."""
    citing: Counter[str] = Counter()
    for item in corpus.every.of(Claim):  # what was withdrawn is not lost
        if not roots or not item.fact.relays:
            citing.update({citation.document for citation in item.fact.cited})
    return citing


def _below(corpus: Corpus, field: str, says: str, roots: bool) -> Iterator[Problem]:
    citing = counts(corpus, roots)
    for item in corpus.of(Document):
        least = getattr(item.fact, field)
        if citing[item.id] < least:
            what = f"document '{item.id}' {says.format(citing[item.id])}"
            yield Problem(
                what,
                item.place(field),
                f"at least {least}",
                todo="bring the lost claims back, or lower the minimum",
            )
