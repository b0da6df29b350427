"""What presets say about themselves, and how much each of their words tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

from kg.questions.header import Question
from kg.questions.words.synonyms import content, known, meaning, stop_words

_WEIGHTS = (
    ("title", 1.0),
    ("name", 1.0),
    ("asked", 0.9),
    ("tags", 0.6),
    ("columns", 0.25),
    ("parameters", 0.25),
)
"""What a word of a preset weighs, by where it stands."""
OWN = 0.6
"""What the own words of a preset weigh at least."""
_UNKNOWN = 2.0
"""What a word weighs that no preset has."""


class Page(NamedTuple):
    """What a preset says about itself: the meanings of its words with their weight, and its wordings.

    Its own words are those of its name, its titles, its wordings and its tags.
    """

    words: Mapping[str, float]
    wordings: frozenset[frozenset[str]]

    @property
    def own(self) -> frozenset[str]:
        """The meanings of its own words."""
        return frozenset(word for word, weight in self.words.items() if weight >= OWN)

    @classmethod
    def of(cls, preset: Question) -> Page:
        """Read the page of a preset off its header."""
        titles = (preset.title, *preset.title.others.values())
        wordings = (*titles, *preset.asked)
        texts = {
            "title": titles,
            "name": (preset.name,),
            "asked": preset.asked,
            "tags": (*preset.tags, preset.topic),
            "columns": tuple(name.replace("_", " ") for name, _ in preset.returns),
            "parameters": tuple(p.name.replace("_", " ") for p in preset.parameters),
        }
        weights: dict[str, float] = {}
        for part, weight in _WEIGHTS:
            for text in texts[part]:
                for word in content(text):
                    weights.setdefault(meaning(word), weight)
        return cls(
            weights,
            frozenset(words for text in wordings if (words := frozenset(map(meaning, content(text))))),
        )


class Weights:
    """How much a word tells: the fewer presets have it, the more."""

    def __init__(self, pages: Iterable[Page]) -> None:
        """Count the words of all presets."""
        pages = list(pages)
        counts: dict[str, int] = {}
        for page in pages:
            for word, weight in page.words.items():
                if weight > 0.8:
                    counts[word] = counts.get(word, 0) + 1
        self.of = {word: log(1 + len(pages) / count) for word, count in counts.items()}
        self.all = {word for page in pages for word in page.words}

    def __call__(self, word: str) -> float:
        """Return what a meaning weighs."""
        return self.of.get(word, _UNKNOWN)

    def corrected(self, words: Sequence[str], names: set[str]) -> list[str]:
        """Return words with those replaced that nobody knows and that come near a word of the questions."""
        odd = [
            w
            for w in words
            if len(w) > 3
            and w.isalpha()
            and w not in stop_words()
            and w not in names
            and not known(w)
            and meaning(w) not in self.all
        ]
        if not odd:
            return list(words)
        from kg.questions.words.spelling import nearest_word

        mended = {word: nearest_word(word, names) or word for word in odd}
        return [mended.get(word, word) for word in words]
