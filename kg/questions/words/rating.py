"""How well a preset fits a question.

The score of a preset runs to 1. `SAID` of it is the share of the question that the preset explains: its
words, weighed by how few presets have them, and the things it names, if the preset takes them. The rest is
how near the question comes to the one wording of the preset that it comes nearest to: its title in any
language, or one of `:asked`.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from kg.questions.header import Question
from kg.questions.words.days import Day
from kg.questions.words.mentions import Mention, kinds
from kg.questions.words.pages import Page, Weights
from kg.questions.words.slots import Filled
from kg.questions.words.synonyms import meaning, stop_words
from kg.questions.words.understanding import Understanding

SAID = 0.5
"""Share of the score that says how much of the question is explained."""
NOT = meaning("never")
"""What turns the meaning of a question round."""
_TOLD = {meaning("say"), meaning("number")}
"""What every answer tells anyhow, if it has a column of that name."""
_THING = 2.0
"""What a named thing weighs, beside words that weigh up to about 4."""
_UNFILLED = 0.9
"""Factor when a preset needs to be told one thing and the question names none."""
_UNSURE = 0.7
"""Factor when the question names nothing and at least half of its words say nothing to the preset."""


def rate(
    preset: Question,
    page: Page,
    words: tuple[str, ...],
    mentions: Sequence[Mention],
    named_days: Sequence[Day],
    filled: Filled,
    weigh: Weights,
    means: Collection[int],
) -> Understanding:
    """Return how well a preset fits a question that fills its parameters so."""
    total, got = _THING * len(set(filled.places.values())), _THING * filled.strength
    why: list[str] = []
    unused: list[str] = []
    unsure = list(filled.loose)
    said: set[str] = set()
    idle = _idle(
        words, mentions, filled, page
    )  # a thing that the preset does not take weighs as a thing, not by its words
    total += _THING * len(idle)
    left = {place for mention in idle for place in range(mention.start, mention.end)}
    parts = (
        part
        for p in preset.parameters
        if p.name in filled.parameters
        for part in re.findall("[A-Z][a-z]+", p.type.label)
    )
    slots = {meaning(part.lower()) for part in parts}
    for place, word in enumerate(words):
        meant = meaning(word)
        if place in filled.places or word in stop_words():
            continue
        if place in left or place in means:
            unused.append(word)
            continue
        if meant in weigh.all:  # a word that no preset has tells none from the others
            said.add(meant)
        total += weigh(meant)
        if meant in page.words:
            got += weigh(meant) * page.words[meant]
            why.append(word)
            if meant not in page.own | slots | kinds() | _TOLD:
                unsure.append(word)
        elif meant not in slots:
            unused.append(word)
    for day in named_days:
        total += _THING
        used = day.day.isoformat() in filled.parameters.values()
        got += _THING * used
        (why if used else unused).append(day.words.strip())
    slots |= {meaning(words[place]) for place in filled.places}
    near = max(
        (_near(w, said, slots, weigh) for w in page.wordings if (NOT in w) == (NOT in said)), default=0.0
    )
    denied = [word for word in words if meaning(word) == NOT]
    if len(denied) > 1 or (denied and not any(NOT in w and w <= said | slots for w in page.wordings)):
        unsure += denied  # half of a negation says something else
    score = SAID * min(1.0, got / total) + (1 - SAID) * near if total and (why or filled.places) else 0.0
    if any(p.required and p.name not in filled.parameters for p in preset.parameters):
        score *= _UNFILLED
    if not filled.places and len(unused) >= len(why):
        score *= _UNSURE
    taken = [
        f"{_words(words, filled.places, option)} = {option}"
        for option in dict.fromkeys(filled.places.values())
    ]
    return Understanding(
        preset, filled.parameters, round(score, 3), near, (*why, *taken), tuple(unused), tuple(unsure)
    )


def _idle(words: Sequence[str], mentions: Sequence[Mention], filled: Filled, page: Page) -> list[Mention]:
    """Return the named things that fill nothing and are not what the preset is about anyway."""
    spans = ((mention, range(mention.start, mention.end)) for mention in mentions)
    return [
        mention
        for mention, span in spans
        if not filled.places.keys() & set(span)
        and not _kind_of_neighbour(mention, mentions, filled)
        and not all(meaning(words[p]) in page.own or words[p] in stop_words() for p in span)
    ]


def _kind_of_neighbour(mention: Mention, mentions: Sequence[Mention], filled: Filled) -> bool:
    """Return whether words only say what kind of thing their neighbour is, as in "the Hwasong-11 missile"."""
    labels = {label for thing, _ in mention.things for label in thing.labels} - {"Actor"}
    return any(
        other.thing(*labels)
        and other.start in filled.places
        and mention.start in (other.end, other.start - 1)
        for other in mentions
        if labels
    )


def _near(wording: frozenset[str], said: set[str], slots: set[str], weigh: Weights) -> float:
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
