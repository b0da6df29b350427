"""Corrections without a word on what was wrong, and articles that are taken for papers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.curate.check.rule import Corpus, rule
from kg.errors import Problem
from kg.model.derived import taken_back_by
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document


def corrects(corpus: Corpus, claim: Claim, others: Iterable[Claim]) -> bool:
    """Return whether a claim stands in a correction of a document that prints one of some others."""
    wrong = {
        document
        for cited in claim.cited
        if isinstance(correction := corpus.fact(cited.document), Document)
        for document in correction.corrects
    }
    return any(cited.document in wrong for other in others for cited in other.cited)


@rule(
    "corrects-nothing",
    "warning",
    "A document corrects another, but no claim in it says what was wrong. Add a claim of stance retracts that"
    " answers the claim of the corrected document, or of stance comments where no claim is taken back.",
)
def corrects_nothing(corpus: Corpus) -> Iterator[Problem]:
    """Find corrections that answer no claim of what they correct."""
    answered = {
        (document, wrong)
        for item in corpus.claims
        for name in (*item.fact.answers, *taken_back_by(item.fact))
        if isinstance(other := corpus.fact(name), Claim)
        for document in {cited.document for cited in item.fact.cited}
        for wrong in {cited.document for cited in other.cited}
    }
    for item in corpus.of(Document):
        for index, wrong in enumerate(item.fact.corrects):
            if (item.id, wrong) not in answered:
                yield Problem(
                    f"document '{item.id}' corrects '{wrong}', but no claim in it says what was wrong",
                    item.place("corrects", index),
                    "a claim that answers one of the corrected document",
                    todo="add a claim of stance retracts that answers it, or take the link out",
                )


@rule(
    "stated-in-article",
    "warning",
    "A claim is stated in an article, so that the article itself would be its root. An outlet's own words"
    " have the outlet as speaker: name it, or the paper that the article tells of.",
)
def stated_in_article(corpus: Corpus) -> Iterator[Problem]:
    """Find claims that take an article for a paper that speaks for itself."""
    for item in corpus.claims:
        paper = corpus.fact(item.fact.stated_in) if item.fact.stated_in else None
        if isinstance(paper, Document) and paper.kind == "article":
            yield Problem(
                f"claim '{item.id}' is stated in '{paper.id}', which is an article",
                item.place("stated_in"),
                "the paper, picture or list that states it",
                todo="name the speaker, or the document that the article tells of",
            )
