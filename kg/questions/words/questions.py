"""Matching a question to presets and their parameters: by words, without a model.

The score of a preset runs to 1. `SAID` of it is the share of the question that the preset explains: its
words, weighed by how few presets have them, and the things it names, if the preset takes them. The rest is
how near the question comes to the one wording of the preset that it comes nearest to: its title in any
language, or one of `:asked`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

from kg.language.fold import fold, is_latin, split
from kg.language.name_search import Name
from kg.questions.header import Question
from kg.questions.words.days import Day, days
from kg.questions.words.mentions import Mention, NamedThings
from kg.questions.words.slots import Filled, Values, fill
from kg.questions.words.synonyms import content, joined, known, meaning, stop_words

SAID = 0.5
"""Share of the score that says how much of the question is explained."""
LEAST = 0.4
"""Below this a preset does not fit."""
EQUAL = 0.02
"""Presets whose scores differ by less fit equally well."""
LONGEST = 500
"""Characters of a question at most."""
_WEIGHTS = (
    ("title", 1.0),
    ("name", 1.0),
    ("asked", 0.9),
    ("tags", 0.6),
    ("columns", 0.25),
    ("parameters", 0.25),
)
"""What a word of a preset weighs, by where it stands."""
_THING = 2.0
"""What a named thing weighs, beside words that weigh up to about 4."""
_UNKNOWN = 2.0
"""What a word weighs that no preset has."""
_UNFILLED = 0.9
"""Factor when a preset needs to be told one thing and the question names none."""
_UNSURE = 0.8
"""Factor when the question names nothing and at least half of its words say nothing to the preset."""


class Understanding(NamedTuple):
    """What a question may mean.

    Attributes:
        preset: what would be asked.
        parameters: parameters as on the command line.
        score: 0 to 1.
        why: the words of the question that the preset explains, each with what it was taken for.
        unused: the words that it does not explain.
    """

    preset: Question
    parameters: Mapping[str, str]
    score: float
    why: tuple[str, ...]
    unused: tuple[str, ...]

    @property
    def call(self) -> str:
        """The words after `kg ask` that ask the same."""
        from shlex import quote

        options = (f" --{name.replace('_', '-')} {quote(value)}" for name, value in self.parameters.items())
        return self.preset.name + "".join(options)


class _Page(NamedTuple):
    """What a preset says about itself: the meanings of its words with their weight, and its wordings."""

    words: Mapping[str, float]
    wordings: frozenset[frozenset[str]]


def understand(
    question: str, presets: Iterable[Question], names: Iterable[Name] = (), values: Values | None = None
) -> list[Understanding]:
    """Return what a question may mean, best first; presets with a score of 0 are left out.

    Args:
        question: in any language that is read; words may be mistyped.
        presets: what can be asked.
        names: the things of the graph, so that parameters can be filled; without them only days are.
        values: the words that properties hold, by `Label.property`; see `kg.questions.names.values_of`.

    Example:
        >>> from kg.questions import library
        >>> first = understand("Wer steht hinter den Zahlen?", library.every())[0]
        >>> first.preset.name
        'who-sourced'
    """
    presets = list(presets)
    named_days, rest = days(question[:LONGEST])
    words = split(joined(fold(rest)))
    pages = {preset.name: _page(preset) for preset in presets}
    weigh = _Weights(pages.values())
    graph = NamedThings(names, is_latin(rest))
    words = weigh.corrected(words, graph.words)
    mentions = graph.mentions(words)
    rated = []
    for preset in presets:
        filled = fill(preset, words, mentions, named_days, graph, values or {})
        rated.append(_rate(preset, pages[preset.name], words, mentions, named_days, filled, weigh))
    return sorted(
        (u for u in rated if u.score > 0), key=lambda u: (-u.score, _headline(u.preset), u.preset.name)
    )


def _headline(preset: Question) -> str:
    """Return what puts the questions that matter most before others that fit as well."""
    return next((tag for tag in preset.tags if tag.startswith("headline-")), "~")


def fitting(rated: Sequence[Understanding]) -> list[Understanding]:
    """Return the best of what a question may mean: none, one, or several that fit equally well."""
    return [u for u in rated if u.score >= LEAST and u.score > rated[0].score - EQUAL]


class _Weights:
    """How much a word tells: the fewer presets have it, the more."""

    def __init__(self, pages: Iterable[_Page]) -> None:
        pages = list(pages)
        counts: dict[str, int] = {}
        for page in pages:
            for word, weight in page.words.items():
                if weight > 0.8:
                    counts[word] = counts.get(word, 0) + 1
        self.of = {word: log(1 + len(pages) / count) for word, count in counts.items()}
        self.all = {word for page in pages for word in page.words}

    def __call__(self, word: str) -> float:
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


def _page(preset: Question) -> _Page:
    titles = (preset.title, *preset.title.others.values())
    wordings = (*titles, *preset.asked)
    texts = {
        "title": titles,
        "name": (preset.name,),
        "asked": preset.asked,
        "tags": (*preset.tags, preset.topic),
        "columns": tuple(name.replace("_", " ") for name, _ in preset.returns),
        "parameters": tuple(text for p in preset.parameters for text in (p.name.replace("_", " "), p.help)),
    }
    weights: dict[str, float] = {}
    for part, weight in _WEIGHTS:
        for text in texts[part]:
            for word in content(text):
                weights.setdefault(meaning(word), weight)
    return _Page(
        weights, frozenset(words for text in wordings if (words := frozenset(map(meaning, content(text)))))
    )


def _rate(
    preset: Question,
    page: _Page,
    words: Sequence[str],
    mentions: Sequence[Mention],
    named_days: Sequence[Day],
    filled: Filled,
    weigh: _Weights,
) -> Understanding:
    """Return how well a preset fits a question that fills its parameters so."""
    total, got = _THING * len(set(filled.places.values())), _THING * filled.strength
    why, unused = [], []
    said: set[str] = set()
    idle = _idle(
        words, mentions, filled, weigh
    )  # a thing that the preset does not take weighs as a thing, not by its words
    total += _THING * len(idle)
    left = {place for mention in idle for place in range(mention.start, mention.end)}
    for place, word in enumerate(words):
        meant = meaning(word)
        if place in filled.places or word in stop_words():
            continue
        if place in left:
            unused.append(word)
            continue
        if meant in weigh.all:  # a word that no preset has tells none from the others
            said.add(meant)
        total += weigh(meant)
        if meant in page.words:
            got += weigh(meant) * page.words[meant]
            why.append(word)
        else:
            unused.append(word)
    for day in named_days:
        total += _THING
        used = day.day.isoformat() in filled.parameters.values()
        got += _THING * used
        (why if used else unused).append(day.words.strip())
    kinds = (
        part
        for p in preset.parameters
        if p.name in filled.parameters
        for part in re.findall("[A-Z][a-z]+", p.type.label)
    )
    slots = {meaning(part.lower()) for part in kinds}
    slots |= {meaning(words[place]) for place in filled.places}
    near = max((_near(wording, said, slots, weigh) for wording in page.wordings), default=0.0)
    score = SAID * min(1.0, got / total) + (1 - SAID) * near if total and (why or filled.places) else 0.0
    if any(p.required and p.name not in filled.parameters for p in preset.parameters):
        score *= _UNFILLED
    if not filled.places and len(unused) >= len(why):
        score *= _UNSURE
    taken = [
        f"{_words(words, filled.places, option)} = {option}"
        for option in dict.fromkeys(filled.places.values())
    ]
    return Understanding(preset, filled.parameters, round(score, 3), (*why, *taken), tuple(unused))


def _idle(
    words: Sequence[str], mentions: Sequence[Mention], filled: Filled, weigh: _Weights
) -> list[Mention]:
    """Return the named things that fill nothing and have no word that any preset has."""
    spans = ((mention, range(mention.start, mention.end)) for mention in mentions)
    return [
        mention
        for mention, span in spans
        if not filled.places.keys() & set(span)
        and not any(meaning(words[place]) in weigh.all for place in span)
    ]


def _near(wording: frozenset[str], said: set[str], slots: set[str], weigh: _Weights) -> float:
    """Return how near a question comes to a wording: what they share of both.

    A named thing stands for its kind.
    """
    asked = sum(map(weigh, said))
    of_wording = sum(map(weigh, wording))
    both = sum(map(weigh, wording & said))
    filled = sum(map(weigh, (wording & slots) - said))
    return 0.0 if not both else 2 * (both + filled) / (asked + filled + of_wording)


def _words(words: Sequence[str], places: Mapping[int, str], option: str) -> str:
    return " ".join(words[place] for place in sorted(places) if places[place] == option)
