"""Who speaks in a sentence: the known name at the word of reporting, else the printed words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.curate.candidates import Candidate
from kg.curate.drafts.sentence import Sentence
from kg.curate.drafts.stance_told import told
from kg.model.weighing import UNKNOWN

_NEAR = 45
"""Characters between a word of reporting and who speaks."""
_APART = re.compile(r",[^,]{1,120},|\([^)]*\)|[«»„“”\"]")
"""What may stand between a name and its verb and says more about it, and quotation marks."""
_WORDS_BEFORE, _WORDS_AFTER = 4, 3
"""Printed words kept of a speaker who is not known."""


class Speaking(NamedTuple):
    """Who speaks, by which word.

    Attributes:
        start: first character of the word in the sentence, counted from 0.
        end: one past the last.
        speaker: an id, or `unknown`.
        attribution: the printed words that stand for a speaker who is not known.
        why: for the person.
    """

    start: int
    end: int
    speaker: str
    attribution: str
    why: str


def speaking(sentence: Sentence, language: str) -> Speaking | None:
    """Return who speaks in a sentence; None when no word tells of speaking."""
    verbs = sorted({*_verbs(sentence, language)})
    if not verbs:
        return None
    pairs = [
        (distance, start, end, name)
        for start, end in verbs
        for name in sentence.of("name")
        if (distance := _distance(sentence, start, end, name)) is not None
    ]
    if pairs:
        _, start, end, name = min(pairs, key=lambda pair: (pair[0], pair[1]))
        word = sentence.text[start:end]
        return Speaking(start, end, name.ids[0], "", f"speaker: '{name.words}' stands at '{word}'")
    start, end = verbs[0]
    words = _attribution(sentence.text, start, end)
    return Speaking(
        start,
        end,
        UNKNOWN,
        words,
        f"speaker: no known name stands at '{sentence.text[start:end]}'; is it one?",
    )


def _verbs(sentence: Sentence, language: str) -> Iterator[tuple[int, int]]:
    """Yield the place of every word of reporting, and of what tells a stance, in the sentence."""
    inside = [(one.start, one.end) for one in sentence.of("name")]
    for one in sentence.of("reporting"):
        if not any(a <= one.start and one.end <= b for a, b in inside):  # "United States" says nothing
            yield one.start - sentence.start, one.end - sentence.start
    for words in told(sentence.text, language):
        yield words.start, words.end


def _distance(sentence: Sentence, start: int, end: int, name: Candidate) -> int | None:
    """Return how far a name is from a word of reporting; None when it cannot be who speaks."""
    if len(name.ids) != 1 or not getattr(type(sentence.facts[name.ids[0]]), "VOICE", ""):
        return None
    if type(sentence.facts[name.ids[0]]).VOICE == "unnamed":  # of another text, as a rule
        return None
    first, last = name.start - sentence.start, name.end - sentence.start
    before = last <= start
    if not before and first < end:
        return len(sentence.text) if first <= start and last <= end else 0
    gap = sentence.text[last:start] if before else sentence.text[end:first]
    plain = _APART.sub(" ", gap)
    if len(plain) > _NEAR or re.search(r"[;:]|\d", plain) or any(_big(word) for word in plain.split()):
        return None
    return len(plain) + (10 if before and "," in plain else 0) + (0 if before else 2)


def _big(word: str) -> bool:
    """Return whether a word may be a name: in "Russian Ministry said" it is not Russia that speaks."""
    return word[:1].isupper() and len(word) > 2


def _attribution(text: str, start: int, end: int) -> str:
    """Return the few printed words around a word of reporting that stand for who speaks."""
    clause = re.split(r"[,;:–—]\s|[«»„“”\"]", text[:start])[-1].split()
    before = clause[-_WORDS_BEFORE:]
    after = re.split(r"[,;:–—.]", text[end:])[0].split()[:_WORDS_AFTER] if not before else []
    return " ".join([*before, text[start:end], *after])
