"""What a document promises about itself: how many claims and roots it has at least."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kg.curate.check.rules import Corpus, rule
from kg.errors import Problem


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
    found: Counter[str] = Counter()
    for item in corpus.claims:
        claim = corpus.fact(item.fact.id)
        if not roots or not claim.relays:
            found.update({citation.document for citation in claim.cited})
    return found


def _below(corpus: Corpus, field: str, says: str, roots: bool) -> Iterator[Problem]:
    found = counts(corpus, roots)
    for item in corpus.of_kind("document"):
        least = getattr(item.fact, field)
        if found[item.fact.id] < least:
            what = f"document '{item.fact.id}' {says.format(found[item.fact.id])}"
            yield Problem(
                what,
                item.place(field),
                f"at least {least}",
                todo="bring the lost claims back, or lower the minimum",
            )
