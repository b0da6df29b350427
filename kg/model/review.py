"""Who may see a fact, who entered it, who looked at it since, and whether we took it back.

A review is bound to what was reviewed by its hash, so that it says nothing of what was changed since. How far
a fact has come is never written down: `status_of` works it out.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, Field, StringConstraints, WithJsonSchema

from kg.corpus import MARKS as MARKS
from kg.corpus import open_corpus
from kg.errors import CallError, Problem, nearest
from kg.model.base import Fact, FieldError, LongText, Sha256
from kg.model.characters import NEVER
from kg.model.parts import Entry, Part

ACCEPTED = "accepted"
VERDICTS = (ACCEPTED, "needs-work", "rejected")
MARK_GIVEN = "KG_MARK"
"""The environment variable with the mark of documents that have none."""

if TYPE_CHECKING:
    Mark = str
    Verdict = str
else:
    Mark = Literal[MARKS]
    Verdict = Literal[VERDICTS]


def _day(value: Any) -> Any:
    with suppress(ValueError):
        if isinstance(value, str) and len(value) == len("2026-12-01"):
            return date.fromisoformat(value)
    if isinstance(value, date):
        return value
    raise FieldError(f"{str(value)[:40]!r} is no day", expected="a day such as 2026-12-01")


Curator = Annotated[
    str,
    StringConstraints(min_length=1, max_length=100, strip_whitespace=True, pattern=rf"^[^:\n\t{NEVER}]+$"),
]
"""Somebody who works on the facts, by name or initials, or the import that wrote them; without a colon."""
Day = Annotated[
    date,
    BeforeValidator(_day),
    WithJsonSchema({"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}),
]


class Review(Entry):
    """What one person found when comparing a fact with its source.

    Example:
        >>> str(Review(by="mk", on="2026-12-01", of="0" * 64, verdict="accepted"))[:24]
        'mk: 2026-12-01: 00000000'
    """

    by: Curator
    """Who looked, by name or initials, without a colon."""
    on: Day
    """The day, such as 2026-12-01."""
    of: Sha256
    """SHA-256 of what was looked at; `kg review` writes it."""
    verdict: Verdict = Field(description=f"What they found: {', '.join(VERDICTS)}.")


class Withdrawal(Part):
    """That we took a fact back; a speaker who takes back what they said is a claim that retracts."""

    by: Curator
    """Who took it back, by name or initials, without a colon."""
    on: Day
    """The day, such as 2026-12-01."""
    why: LongText
    """Why, in English."""


class Reviewable(Fact):
    """A fact that people look at before it leaves."""

    mark: Mark | None = Field(
        default=None, description=f"With whom it may be shared (TLP 2.0): {', '.join(MARKS)}."
    )
    entered_by: Curator | None = None
    """Who entered it, by name or initials or which import, without a colon; no review of theirs counts."""
    reviews: list[Review] = Field(default_factory=list)
    """Who compared it with its source, when, and what they found."""
    withdrawn: Withdrawal | None = None
    """That we took it back, who did, when and why; it stays, and no question counts it."""
    internal: LongText | None = Field(default=None, exclude=True)
    """A remark among curators; it never leaves the file that it is written in."""


FIELDS = tuple(name for name in Reviewable.model_fields if name not in Fact.model_fields)
"""The fields that it adds."""
BESIDE = ("reviews", "withdrawn", "internal")
"""Fields that a review is not about: what came of it, and what is said among curators."""


class Status(StrEnum):
    """How far a fact has come."""

    DRAFT = "draft"
    """Nobody has accepted it."""
    REVIEWED = "reviewed"
    """Somebody who did not enter it accepted it as it is, and nobody said otherwise."""
    STALE = "stale"
    """It was changed since it was reviewed."""
    DISPUTED = "disputed"
    """Reviews of it as it is differ."""
    WITHDRAWN = "withdrawn"
    """We took it back."""


def live[F: Fact](facts: Iterable[F]) -> Iterator[F]:
    """Yield the facts that we did not take back.

    Example:
        >>> from kg.model.kinds.state import State
        >>> [fact.id for fact in live([State(id="kp", name="North Korea")])]
        ['kp']
    """
    return (fact for fact in facts if not getattr(fact, "withdrawn", None))


def content_hash(fact: Fact) -> str:
    """Return the SHA-256 of what a fact says: its kind and the fields of its exported line.

    Without reviews, withdrawal and internal remark, and without what is taken from other facts for readers
    (the name of a speaker). A field with the value that it has anyway counts like one that is not written.

    Returns:
        64 hexadecimal digits, of the JSON in UTF-8 with sorted keys and no blanks.

    Example:
        >>> from kg.model.kinds.state import State
        >>> content_hash(State(id="kp", name="North Korea"))[:8]
        '522154b2'
    """
    fields = fact.model_dump(mode="json", exclude=set(BESIDE), exclude_defaults=True)
    text = json.dumps(
        {"type": type(fact).KIND, **fields}, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(text.encode()).hexdigest()


def entered(fact: Fact) -> str | None:
    """Return who entered a fact, None where nobody wrote that down."""
    by: str | None = getattr(fact, "entered_by", None)
    return by


def same_person(one: str, other: str | None) -> bool:
    """Return whether two names are of one person, however they are written.

    Example:
        >>> same_person("MK", "mk"), same_person("mk", None)
        (True, False)
    """
    return other is not None and one.strip().casefold() == other.strip().casefold()


def status_of(fact: Fact) -> Status:
    """Return how far a fact has come; a kind that has no reviews is a draft for ever.

    Of several reviews of one person the last one counts.

    Example:
        >>> from kg.model.kinds.state import State
        >>> status_of(State(id="kp", name="North Korea")).value
        'draft'
    """
    if getattr(fact, "withdrawn", None):
        return Status.WITHDRAWN
    reviews: list[Review] = getattr(fact, "reviews", [])
    if not reviews:
        return Status.DRAFT
    now = content_hash(fact)
    valid = [review for review in reviews if review.of == now]
    if not valid:
        return Status.STALE
    others = [review for review in valid if not same_person(review.by, entered(fact))]
    last = {review.by.casefold(): review.verdict for review in sorted(others, key=lambda review: review.on)}
    verdicts = set(last.values())
    if len(verdicts) > 1:
        return Status.DISPUTED
    return Status.REVIEWED if verdicts == {ACCEPTED} else Status.DRAFT


def strictest(marks: Iterable[str | None]) -> str:
    """Return the strictest of some marks; clear where there is none.

    Example:
        >>> strictest(["green", None, "amber"]), strictest([])
        ('amber', 'clear')
    """
    return max((mark for mark in marks if mark), key=MARKS.index, default=MARKS[0])


def usual_mark() -> str:
    """Return the mark of documents that have none: that of KG_MARK, else that of the corpus that is open.

    Raises:
        CallError: KG_MARK holds something else.
    """
    given = os.environ.get(MARK_GIVEN) or open_corpus().mark
    if given not in MARKS:
        what = f"{MARK_GIVEN} is '{given[:80]}', which is no mark"
        close = nearest(given.lower().removeprefix("tlp:"), MARKS)
        raise CallError(Problem(what, expected=f"one of {', '.join(MARKS)}", nearest=close))
    return given


def effective_mark(fact: Fact, facts: Mapping[str, Any], usual: str = "") -> str:
    """Return with whom a fact may be shared: the strictest of its own mark and those of its documents.

    Args:
        fact: a document, a claim, or any other fact that cites documents or none.
        facts: by id, with at least those documents.
        usual: the mark of documents that have none; looked up when empty.

    Raises:
        CallError: KG_MARK holds something that is no mark.

    Example:
        >>> from kg.model.kinds.state import State
        >>> effective_mark(State(id="kp", name="North Korea"), {})
        'clear'
    """
    own: str | None = getattr(fact, "mark", None)
    if type(fact).KIND == "document":
        return own or usual or usual_mark()
    cited = {citation.document for citation in getattr(fact, "cited", ())}
    papers = (facts.get(name) for name in sorted({*cited, getattr(fact, "stated_in", None)} - {None}))
    return strictest([own, *(getattr(paper, "mark", None) or usual or usual_mark() for paper in papers)])
