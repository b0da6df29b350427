"""The day on which something was said, and what it was read from."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from kg.curate.drafts.sentence import Sentence

_NEAR = 40
"""Characters between a word of reporting and the day of the speech."""


class Said(NamedTuple):
    """A day of speech.

    Attributes:
        text: as a claim has it.
        inferred: why, where the printed words do not say it all; empty where they do.
        exact: the sentence names it.
        why: for the person.
    """

    text: str
    inferred: str
    exact: bool
    why: str


def said(sentence: Sentence, start: int, end: int, published: date) -> Said:
    """Return the day beside a word of reporting; without one only that it was said by the publication.

    Args:
        sentence: with its candidates.
        start: where the word of reporting stands in the sentence.
        end: one past its last character.
        published: last day of publication meant.
    """
    for day in sentence.of("day"):
        first, last = day.start - sentence.start, day.end - sentence.start
        gap = sentence.text[last:start] if last <= start else sentence.text[end:first]
        if day.from_ is None or day.to is None or day.to > published or len(gap) > _NEAR:
            continue
        text = str(day.from_) if day.from_ == day.to else f"{day.from_}/{day.to}"
        printed = sentence.text[first:last]
        inferred = "" if any(c.isdigit() for c in printed) else f"'{printed}' in a text of {published}"
        return Said(text, inferred, True, f"said: '{printed}'")
    others = " and ".join(f"'{sentence.between(day.start, day.end)}'" for day in sentence.of("day"))
    also = f"; {others} stands there, too" if others else ""
    return Said(f"../{published}", "", False, f"said: by the day of publication{also}")
