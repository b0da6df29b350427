"""Who looked at what: reviews that are missing, old, one's own or without the text, and marks too lax."""

from __future__ import annotations

from collections.abc import Iterator

from kg.curate.check.rule import Corpus, rule
from kg.curate.proven import unproven
from kg.errors import Problem
from kg.model.kinds.document import Document
from kg.model.review import (
    ACCEPTED,
    MARKS,
    Reviewable,
    Status,
    content_hash,
    entered,
    same_person,
    status_of,
    strictest,
    usual_mark,
)
from kg.sources.located import Located

EXPECTED = "'accepted' by somebody who did not enter it"


@rule(
    "unreviewed-claim",
    "error",
    "Nobody who did not enter the claim has accepted it as it is. Look at it with 'kg review'.",
    only_gate=True,
)
def unreviewed_claim(corpus: Corpus) -> Iterator[Problem]:
    """Find claims that are drafts, but for those of which one's own review says more."""
    for item in corpus.claims:
        if status_of(item.fact) is Status.DRAFT and not _own(item.fact):
            found = {review.verdict for review in item.fact.reviews}
            said = f"was found to be '{', '.join(sorted(found))}'" if found else "was not reviewed"
            yield Problem(
                f"claim '{item.id}' {said}",
                item.place("id"),
                EXPECTED,
                todo=f"'kg review {item.id}' shows it",
            )


@rule(
    "disputed-review",
    "warning",
    "Reviews of the claim or document as it is now differ. Talk about it; whoever thinks otherwise then"
    " reviews it again.",
    gate=True,
)
def disputed_review(corpus: Corpus) -> Iterator[Problem]:
    """Find claims and documents of which reviewers say different things."""
    for item in _reviewable(corpus):
        if status_of(item.fact) is Status.DISPUTED:
            yield Problem(
                f"reviews of {type(item.fact).KIND} '{item.id}' differ",
                item.place("reviews"),
                "one finding of all",
                todo=f"settle it, and let one of them run 'kg review {item.id}' again",
            )


@rule(
    "stale-review",
    "note",
    "The claim or document was changed since it was reviewed, or the review is of something else. Look at it"
    " again with 'kg review'.",
    gate=True,
)
def stale_review(corpus: Corpus) -> Iterator[Problem]:
    """Find reviews of what is not there, unless another one is of what is."""
    stale = [item for item in _reviewable(corpus) if status_of(item.fact) is Status.STALE]
    others = {content_hash(item.fact): item.id for item in _reviewable(corpus)} if stale else {}
    for item in stale:
        last = max(item.fact.reviews, key=lambda review: review.on)
        copied = others.get(last.of)
        what = (
            f"is a review of '{copied}'" if copied else "is of what stood there before, or of something else"
        )
        yield Problem(
            f"the review of {type(item.fact).KIND} '{item.id}' by {last.by} on {last.on} {what}",
            item.place("reviews", item.fact.reviews.index(last), "of"),
            f"SHA-256 {content_hash(item.fact)}",
            todo=f"'kg review {item.id}' shows it as it is now",
        )


@rule(
    "own-review",
    "error",
    "Whoever entered the claim or document reviewed it: such a review counts for nothing. Let somebody else"
    " look at it.",
)
def own_review(corpus: Corpus) -> Iterator[Problem]:
    """Find reviews by whoever entered the fact."""
    for item in _reviewable(corpus):
        for index in _own(item.fact):
            by = item.fact.reviews[index].by
            yield Problem(
                f"'{by}' entered {type(item.fact).KIND} '{item.id}' and reviewed it",
                item.place("reviews", index, "by"),
                "another reviewer",
                todo="take the review out, and let somebody else look at it",
            )


@rule(
    "review-without-text",
    "error",
    "The claim was accepted, and its words cannot be compared with the text: it is not at hand, or says"
    " something else. Name the folder of the texts with --sources, or mend the citation.",
    only_gate=True,
)
def review_without_text(corpus: Corpus) -> Iterator[Problem]:
    """Find accepted claims whose words no text at hand proves."""
    for item in corpus.claims:
        if any(review.verdict == ACCEPTED for review in item.fact.reviews):
            for index, state in unproven(item.fact.cited, corpus.text):
                document = item.fact.cited[index].document
                what = "is not at hand" if state == "unverifiable" else "does not have the words"
                yield Problem(
                    f"claim '{item.id}' was accepted, but the text of '{document}' {what}",
                    item.place("cited", index),
                    "the cited words in a text at hand",
                    todo="name the folder of the texts with --sources"
                    if state == "unverifiable"
                    else "'kg verify' says where they are now",
                )
                break


@rule(
    "mark-too-low",
    "warning",
    "The mark of a claim lets more people see it than that of its document. The stricter one counts;"
    " write it, or take the mark of the claim out.",
    gate=True,
)
def mark_too_low(corpus: Corpus) -> Iterator[Problem]:
    """Compare the mark of each claim with those of its documents."""
    for item in corpus.claims:
        mark = item.fact.mark
        papers = [corpus.by_id[place.document].fact for place in item.fact.cited] if mark else []
        least = strictest(paper.mark or usual_mark() for paper in papers if isinstance(paper, Document))
        if mark and MARKS.index(mark) < MARKS.index(least):
            yield Problem(
                f"claim '{item.id}' is marked {mark}, and a document that prints it {least}",
                item.place("mark"),
                f"{least}, or no mark",
                todo="write it, or take the mark out",
            )


@rule(
    "review-of-nothing",
    "warning",
    "A review beside an import is of a fact that the import has no more. Take it out.",
)
def review_of_nothing(corpus: Corpus) -> Iterator[Problem]:
    """Tell what the reading of reviews beside imports found."""
    yield from corpus.every.unmatched


def _reviewable(corpus: Corpus) -> Iterator[Located[Reviewable]]:
    for item in corpus.located:
        if isinstance(item.fact, Reviewable) and (item.fact.reviews or item.fact.mark):
            yield item  # type: ignore[misc]  # as just asked


def _own(fact: Reviewable) -> list[int]:
    """Return which reviews are by whoever entered the fact."""
    return [i for i, review in enumerate(fact.reviews) if same_person(review.by, entered(fact))]
