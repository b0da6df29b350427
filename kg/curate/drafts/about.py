"""Which known event a sentence is about: the one whose names and actors stand in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import log
from typing import Any

from kg.curate.drafts.sentence import Sentence
from kg.language.fold import plain_words, stem
from kg.language.reading import every, languages
from kg.sources.references import references

_CLEARLY = 1.3
"""By how much the best event must be ahead of the next one to be proposed without a question."""
_FEWEST = 2
"""Names and words of an event that must stand in the sentence."""
_RARER = 0.9
"""How much more they must say in a corpus of many events, of which several share most names."""
_SHOWN = 3
"""Events that are offered where none is clear."""


@dataclass(frozen=True)
class Events:
    """The events of a corpus, by what tells of them.

    Attributes:
        marks: by the id of each event, the ids that it names and the stems of its name.
        weight: what each of those says; what many events share says little.
        begins: first day of each event, where one is given.
        actors: the actors among the ids that each event names.
    """

    marks: Mapping[str, frozenset[str]]
    weight: Mapping[str, float]
    begins: Mapping[str, date]
    actors: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> Events:
        """Collect what tells of each event."""
        events = [fact for fact in facts.values() if type(fact).ROLE == "event"]
        marks = {fact.id: _marks(fact) for fact in events}
        shared = Counter(mark for some in marks.values() for mark in some)
        begins = {fact.id: fact.period.first for fact in events if fact.period and fact.period.first}
        named = {fact.id for fact in facts.values() if type(fact).ROLE == "actor"}
        actors = {event: some & named for event, some in marks.items()}
        return cls(marks, {mark: 1 + log(len(marks) / n) for mark, n in shared.items()}, begins, actors)

    def about(self, sentence: Sentence, published: date) -> tuple[str | None, str]:
        """Return the event that a sentence is about, None where none is clear, and the reason.

        Args:
            sentence: with its candidates.
            published: when the text appeared; it speaks of no later event.
        """
        unnamed = {*sentence.ids, *_stems(sentence.unnamed)}
        printed = {*sentence.ids, *_stems(sentence.text)}
        ranked = sorted(
            (
                (-sum(self.weight[mark] for mark in marks & printed), event)
                for event, marks in self.marks.items()
                if len(marks & unnamed) >= _FEWEST and self.begins.get(event, published) <= published
            ),
        )
        least = _FEWEST + _RARER * log(max(1, len(self.marks)))
        clear = [(-weight, event) for weight, event in ranked if -weight >= least]
        if not clear:
            return None, "about: which event? None that is known stands clearly in the sentence"
        alone = len(clear) == 1 or clear[0][0] >= clear[1][0] * _CLEARLY
        actors = self.actors[clear[0][1]]
        if not alone or (actors and not actors & unnamed):
            offered = " or ".join(event for _, event in clear[:_SHOWN])
            return None, f"about: {offered}, or another event?"
        return clear[0][1], "about: its names and actors stand in the sentence"


def _marks(fact: Any) -> frozenset[str]:
    """Return what tells of an event: the facts that it names, and the words of its own name."""
    named = {other for _, other, _ in references(type(fact), fact)}
    names = " ".join(str(value) for field, value in fact if field.partition("_")[0] == "name" and value)
    return frozenset({*named, *_stems(names)})


def _stems(text: str) -> set[str]:
    """Return what the words of a text have in common with their other forms, marked as words."""
    return {f"~{stem(word)}" for word in plain_words(text) if len(word) > 3} - _idle()


@cache
def _idle() -> frozenset[str]:
    words = (*every("stopwords"), *" ".join(one.stop for one in languages().values()).split())
    return frozenset(f"~{stem(word)}" for word in words)
