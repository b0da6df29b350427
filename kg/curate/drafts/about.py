"""Which known event a sentence is about: the one whose names and actors stand in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from math import log
from typing import Any

from kg.curate.drafts.sentence import Sentence
from kg.language.fold import plain_words, stem
from kg.language.reading import every, languages
from kg.sources.references import references

_CLEARLY = 1.3
"""By how much the best event must be ahead of the next one to be proposed without a question."""
_LEAST = 5.0
"""What an event must reach: two names that few events share, or more that many do."""
_NEARBY = 0.25
_SHOWN = 3
"""Events that are offered where none is clear."""


@dataclass(frozen=True)
class Events:
    """The events of a corpus, by what tells of them.

    Attributes:
        marks: by the id of each event, the ids that it names and the stems of its names.
        weight: what each of those says; what many events share says little.
    """

    marks: Mapping[str, frozenset[str]]
    weight: Mapping[str, float]

    @classmethod
    def of(cls, facts: Mapping[str, Any]) -> Events:
        """Collect what tells of each event."""
        marks = {fact.id: _marks(fact) for fact in facts.values() if type(fact).ROLE == "event"}
        shared = Counter(mark for some in marks.values() for mark in some)
        return cls(marks, {mark: 1 + log(len(marks) / n) for mark, n in shared.items()})

    def about(self, sentence: Sentence, nearby: frozenset[str] = frozenset()) -> tuple[str | None, str]:
        """Return the event that a sentence is about, None where none is clear, and the reason.

        Args:
            sentence: with its candidates.
            nearby: ids that the paragraph names besides; they count little.
        """
        stems = {*map(stem, plain_words(sentence.text))}
        here = {*sentence.ids, *(f"~{word}" for word in stems)}
        ranked = sorted(
            (
                (
                    round(
                        sum(self.weight[m] * (1 if m in here else 0.5) for m in marks & {*here, *nearby}), 3
                    ),
                    e,
                )
                for e, marks in self.marks.items()
                if marks & here
            ),
            key=lambda pair: (-pair[0], pair[1]),
        )
        if not ranked or not ranked[0][0]:
            return None, "about: which event? None that is known stands clearly in the sentence"
        best, *others = ranked
        if others and best[0] < others[0][0] * _CLEARLY:
            offered = " or ".join(event for weight, event in ranked[:_SHOWN] if weight)
            return None, f"about: {offered}, or another event?"
        return best[1], "about: its names and actors stand in the sentence"

    def _weight(self, here: frozenset[str], nearby: frozenset[str]) -> float:
        """Return what marks say that stand in the sentence, and a little for those of its paragraph."""
        if len(here) < 2 or sum(self.weight[mark] for mark in here) < _LEAST:
            return 0  # a single word is no event
        return round(sum(self.weight[m] for m in here) + _NEARBY * sum(self.weight[m] for m in nearby), 3)


def _marks(fact: Any) -> frozenset[str]:
    named = {other for _, other, _ in references(type(fact), fact)}
    idle = {*every("stopwords"), *" ".join(one.stop for one in languages().values()).split()}
    names = (value for field, value in fact if field.partition("_")[0] == "name" and value)
    words = {stem(word) for name in names for word in plain_words(name) if len(word) > 3 and word not in idle}
    return frozenset({*named, *(f"~{word}" for word in words)})
