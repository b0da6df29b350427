"""The day on which something was said, and what it was read from."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from kg.curate.candidates import Candidate
from kg.curate.drafts.sentence import Sentence
from kg.curate.drafts.speaking import Speaking, idle

_MOST_WORDS = 1
"""Words that say something, between a word of reporting and the day behind it: "told reporters on Friday"."""
_HEARERS = ("news-outlet", "news-agency")
"""Organizations that are told what they print."""


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


def said(sentence: Sentence, speaker: Speaking, language: str, published: date) -> Said:
    """Return the day beside a word of reporting; without one only that it was said by the publication.

    A day counts where it stands behind that word, or at the beginning of the sentence; any other may be that
    of what is told.

    Args:
        sentence: with its candidates.
        speaker: who speaks, by which word.
        language: of the text, ISO 639.
        published: last day of publication meant.
    """
    for day in sentence.of("day"):
        if day.from_ is None or day.to is None or day.to > published or speaker.sort == "hearsay":
            continue
        if _behind(sentence, speaker, day, language) or _first(sentence, speaker, day, language):
            text = str(day.from_) if day.from_ == day.to else f"{day.from_}/{day.to}"
            printed = sentence.between(day.start, day.end)
            inferred = "" if any(c.isdigit() for c in printed) else f"'{printed}' in a text of {published}"
            return Said(text, inferred, True, f"said: '{printed}'")
    others = " and ".join(f"'{sentence.between(day.start, day.end)}'" for day in sentence.of("day"))
    also = f"; the sentence has {others}, too" if others else ""
    return Said(f"../{published}", "", False, f"said: by the day of publication{also}")


def _behind(sentence: Sentence, speaker: Speaking, day: Candidate, language: str) -> bool:
    """Return whether a day stands behind the word of reporting, with little but the speaker between.

    Between may stand whom somebody told it, too: "told the Harbour Post on Friday".
    """
    start = begin = sentence.start + speaker.end
    for name in sentence.of("name"):
        if start <= name.start and name.end <= day.start and name.ids:
            heard = getattr(sentence.facts[name.ids[0]], "kind", None) in _HEARERS
            near = {word.casefold() for word in sentence.between(start, name.start).split()} <= idle(language)
            if name.ids == (speaker.speaker,) or (heard and near):
                begin = name.end
    gap = sentence.between(begin, day.start)
    gap = gap if begin == start else gap.removeprefix(",")
    if day.start < start or re.search(r"[\d,]", gap):
        return False
    return sum(word.casefold() not in idle(language) for word in gap.split()) <= _MOST_WORDS


def _first(sentence: Sentence, speaker: Speaking, day: Candidate, language: str) -> bool:
    """Return whether a day begins the sentence, with nothing before the word of reporting but who speaks."""
    before = sentence.between(sentence.start, day.start).split()
    if day.start > sentence.start + speaker.start or not {word.casefold() for word in before} <= idle(
        language
    ):
        return False
    gap = sentence.between(day.end, sentence.start + speaker.start)
    return gap.count(",") <= 1 and not any(c.isdigit() for c in gap)
