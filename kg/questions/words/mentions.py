"""Which things of the graph a question names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from kg.language.codes import in_sentences
from kg.language.fold import fold, is_latin, split, stem, tokens
from kg.language.name_search import Name
from kg.language.reading import any_of
from kg.questions.words.synonyms import common, joined, known, meaning, of_state, stop_words

LONGEST = 12
"""Words of a name that a question can hold at most."""
ALIKE = 0.8
"""Share of letters that must stay in a mistyped name."""


@cache
def kinds() -> frozenset[str]:
    """What a kind of thing is called names no thing, though the broadest weapon type is called "weapons"."""
    return frozenset(
        map(
            meaning,
            (
                "weapon",
                "event",
                "document",
                "actor",
                "place",
                "person",
                "claim",
                "topic",
                "shipment",
                "source",
            ),
        )
    )


_ASIDE = re.compile(r"[(:]")
"""What only qualifies a name begins so."""


@cache
def _apart() -> re.Pattern[str]:
    """What stands between two things of which either may be named alone."""
    return re.compile(rf"\b{any_of('conjunctions')}\b|[,/]")


class Mention(NamedTuple):
    """The words from `start` up to `end` of a question, and the things that they name, each with how well."""

    start: int
    end: int
    things: tuple[tuple[Name, float], ...]

    def thing(self, *labels: str) -> tuple[Name, float] | None:
        """Return the thing with one of the labels that is named best, and how well; None without one."""
        fitting = (pair for pair in self.things if set(labels) & set(pair[0].labels))
        return max(fitting, key=lambda pair: pair[1], default=None)


class NamedThings:
    """The names of a graph, ready to be found in questions.

    Example:
        >>> names = NamedThings([Name("kp", ("Actor", "State"), ("North Korea", "Nordkorea"))])
        >>> words = "what did nordkoreas army say".split()
        >>> [(m.start, m.end, m.things[0][0].id) for m in names.mentions(words)]
        [(2, 3, 'kp')]
    """

    def __init__(self, names: Iterable[Name], latin_only: bool = True) -> None:
        """Index names; spellings in other scripts only when the question holds any."""
        self.names = list(names)
        self._keys: dict[str, dict[str, tuple[Name, float]]] = {}
        self._codes: set[str] = set()
        self._held: dict[str, tuple[list[tuple[Name, frozenset[str]]], Mapping[str, float]]] = {}
        for name in self.names:
            for spelling in (name.id, *name.names):
                if not latin_only or is_latin(spelling):
                    self._index(name, spelling)
            for code in map(fold, in_sentences(name.codes)):
                self._key(name, code, 1.0)
                self._codes.add("".join(split(joined(code))))
        self.words = {
            word
            for name in self.names
            for spelling in name.names
            if not latin_only or is_latin(spelling)
            for word in tokens(spelling)
        }

    def _index(self, name: Name, spelling: str) -> None:
        folded = fold(spelling)
        self._key(name, folded, 1.0)
        main = _ASIDE.split(folded)[0]
        parts = [part for part in _apart().split(main) if part.strip()]
        if len(parts) > 1 or main != folded:
            for part in parts[: 1 if "Event" in name.labels else None]:
                if "Actor" not in name.labels or not all(
                    map(known, split(part))
                ):  # "independent" of "independent and critical observers"
                    self._key(name, part, 0.9)
        if "State" in name.labels:
            for adjective in of_state(folded):
                self._put(name, split(adjective), 0.95)
        if "Person" in name.labels and spelling != name.id:
            for word in split(folded):
                if len(word) > 3:
                    self._key(name, word, 0.85)

    def _key(self, name: Name, folded: str, quality: float) -> None:
        self._put(name, split(joined(folded)), quality)

    def _put(self, name: Name, words: Sequence[str], quality: float) -> None:
        for key in {"".join(words), "".join(map(stem, words))}:
            if len(key) > 1:
                held = self._keys.setdefault(key, {})
                if name.id not in held or held[name.id][1] < quality:
                    held[name.id] = (name, quality)

    def mentions(self, words: Sequence[str]) -> list[Mention]:
        """Return what the folded words of a question name, in order: the longest names, no word twice."""
        return apart(self.spans(words))

    def spans(self, words: Sequence[str]) -> list[Mention]:
        """Return every run of words that names something, the longest first; mistyped ones last."""
        found = [mention for span in _runs(words, LONGEST) if (mention := self._named(words, *span))]
        covered = {place for mention in found for place in range(mention.start, mention.end)}
        guesses = (span for span in _runs(words, 3) if not covered & set(range(*span)))
        return found + [mention for span in guesses if (mention := self._guessed(words, *span))]

    def _named(self, words: Sequence[str], start: int, end: int) -> Mention | None:
        part = words[start:end]
        if (part[0] in stop_words() and part[-1] in stop_words()) or all(
            meaning(word) in kinds() for word in part
        ):
            return None
        for key in ("".join(part), "".join(map(stem, part))):
            if held := self._keys.get(key):
                return _mention(start, end, held, 1.0)
        return None

    def _guessed(self, words: Sequence[str], start: int, end: int) -> Mention | None:
        """Find a mistyped name: at least one word must be one that neither names nor questions have."""
        part = words[start:end]
        odd = [
            word
            for word in part
            if len(word) > 3 and word not in self.words and word not in stop_words() and not known(word)
        ]
        if (
            not odd
            or any(word not in odd and word not in self.words for word in part)
            or part[0] in stop_words()
            or part[-1] in stop_words()
        ):
            return None
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        key = "".join(part)
        candidates = [
            k for k in self._keys if k not in self._codes and abs(len(k) - len(key)) <= 3 and k[0] == key[0]
        ]
        best = process.extractOne(key, candidates, scorer=OSA.normalized_similarity, score_cutoff=ALIKE)
        return _mention(start, end, self._keys[best[0]], best[1] * 0.95) if best else None

    def loose(
        self, words: Sequence[str], label: str, least: int, share: float = 0.0
    ) -> tuple[Name, set[int]] | None:
        """Return the thing whose name shares most with the words of a question, and which words.

        It is None when several share as much.

        Args:
            words: the folded words of a question.
            label: only things with this label.
            least: how many words must be shared unless the whole name is.
            share: how much of the words of the name must be shared.
        """
        asked: dict[str, int] = {}
        for place, word in enumerate(words):
            if word not in stop_words():
                asked.setdefault(meaning(word), place)
        bags, spread = self._bags(label)
        rated = (
            (_shared(bag, asked, spread, least), name, bag)
            for name, bag in bags
            if len(bag & asked.keys()) >= share * len(bag)
        )
        ranked = sorted((one for one in rated if one[0] > 0), key=lambda item: (-item[0], item[1]))
        best = next(iter(ranked), None)
        if best is None:
            return None
        rival = next((score for score, name, _ in ranked if name.id != best[1].id), 0.0)
        return (best[1], {asked[word] for word in best[2] & asked.keys()}) if rival < best[0] * 0.8 else None

    def _bags(self, label: str) -> tuple[list[tuple[Name, frozenset[str]]], Mapping[str, float]]:
        """Return the words of each name of the things with a label, and how much each word tells."""
        if label not in self._held:
            things = [name for name in self.names if label in name.labels]
            bags = [
                (name, bag)
                for name in things
                for text in name.names
                if is_latin(text) and (bag := _bag(text))
            ]
            self._held[label] = bags, _spread(bag for _, bag in bags)
        return self._held[label]


def apart(spans: Iterable[Mention], labels: Sequence[str] = ()) -> list[Mention]:
    """Return those of several mentions that share no word, in order: first what has one of the labels."""
    taken: set[int] = set()
    chosen: list[Mention] = []
    for mention in sorted(spans, key=lambda m: m.thing(*labels) is None):
        if not taken & set(range(mention.start, mention.end)):
            chosen.append(mention)
            taken |= set(range(mention.start, mention.end))
    return sorted(chosen, key=lambda mention: mention.start)


def _runs(words: Sequence[str], longest: int) -> Iterator[tuple[int, int]]:
    """Return the start and end of every run of words, the longest first."""
    for size in range(min(longest, len(words)), 0, -1):
        for start in range(len(words) - size + 1):
            yield start, start + size


def _mention(start: int, end: int, held: Mapping[str, tuple[Name, float]], factor: float) -> Mention:
    return Mention(start, end, tuple(sorted((name, quality * factor) for name, quality in held.values())))


def _bag(text: str) -> frozenset[str]:
    """Return what the words of a name mean.

    It is None when a single one of several is left, for that names something else.
    """
    words = split(joined(fold(text)))
    bag = frozenset(meaning(word) for word in words if word not in stop_words())
    return bag if len(bag) > 1 or len(words) == 1 else frozenset()


def _spread(bags: Iterable[frozenset[str]]) -> dict[str, float]:
    """Return how much each word tells: the fewer names have it, the more."""
    counts: dict[str, int] = {}
    for bag in bags:
        for word in bag:
            counts[word] = counts.get(word, 0) + 1
    return {word: 1 / count for word, count in counts.items()}


def _shared(bag: frozenset[str], asked: Mapping[str, int], spread: Mapping[str, float], least: int) -> float:
    both = bag & asked.keys()
    if both != bag and (len(both) < least or all(map(common, both))):
        return 0.0
    return sum(spread[word] for word in both) * len(both) / (len(bag) + len(both)) if both else 0.0
