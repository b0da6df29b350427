"""Matching a question to presets and their parameters: by words, without a model.

A question is answered only when nothing of it is lost: each word that says something is a word of the preset,
or names a thing, a day or a value that fills a parameter; a thing fills one that takes the direction in which
it stands (`kg.questions.words.directions`); and no other preset comes as near. Anything else is offered.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from kg.language.fold import fold, is_latin, split
from kg.language.name_search import Name
from kg.questions.header import Question
from kg.questions.words.days import days
from kg.questions.words.mentions import NamedThings, apart
from kg.questions.words.pages import Page, Weights
from kg.questions.words.rating import rate
from kg.questions.words.slots import Values, by_value, fill
from kg.questions.words.synonyms import joined
from kg.questions.words.understanding import Understanding

LEAST = 0.4
"""Below this a preset does not fit."""
SURE = 0.5
"""Below this nothing is answered without asking back."""
NEARER = 0.15
"""When another preset is so much nearer to the question in its wording, that one may be meant."""
OFFERED = 0.3
"""Presets whose scores differ by less from the best are offered with it."""
EQUAL = 0.04
"""Presets whose scores differ by less fit nearly as well."""
LONGEST = 500
"""Characters of a question at most."""


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
    asked = split(joined(fold(rest)))
    pages = {preset.name: Page.of(preset) for preset in presets}
    weigh = Weights(pages.values())
    graph = NamedThings(names, is_latin(rest))
    words = tuple(weigh.corrected(asked, graph.words))
    spans = graph.spans(words)
    means = by_value(words, values or {})
    rated = []
    for preset in presets:
        mentions = apart(spans, sorted({label for p in preset.parameters for label in p.type.labels}))
        page = pages[preset.name]
        filled = fill(preset, words, mentions, named_days, graph, values or {}, page.own)
        rated.append(rate(preset, page, words, mentions, named_days, filled, weigh, means))
    return sorted(
        (u for u in rated if u.score > 0), key=lambda u: (-u.score, _headline(u.preset), u.preset.name)
    )


def _headline(preset: Question) -> str:
    """Return what puts the questions that matter most before others that fit as well."""
    return next((tag for tag in preset.tags if tag.startswith("headline-")), "~")


def fitting(rated: Sequence[Understanding]) -> list[Understanding]:
    """Return what a question may mean, to choose from: the best and what comes near it, or nothing."""
    return [u for u in rated if u.score >= LEAST and u.score > rated[0].score - OFFERED]


def answer(rated: Sequence[Understanding], given: Collection[str] = ()) -> Understanding | None:
    """Return what a question means; None when more than one thing may be meant, or nothing takes all of it.

    Args:
        rated: what it may mean, best first.
        given: names of parameters that are told otherwise.
    """
    whole = [u for u in rated if u.score > max(SURE, rated[0].score - EQUAL) and u.whole(given)]
    nearest = max((u.near for u in rated), default=0.0)
    return whole[0] if len(whole) == 1 and whole[0].near > nearest - NEARER else None
