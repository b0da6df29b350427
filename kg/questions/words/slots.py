"""Which parameter of a preset a named thing, a day or a word of a question fills."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from kg.language.fold import fold, split
from kg.questions.header import Parameter, Question
from kg.questions.words.days import Day
from kg.questions.words.directions import AGENT, BARE, SPEAKERS, acts, direction, opposite, side, taken, tells
from kg.questions.words.mentions import Mention, NamedThings
from kg.questions.words.synonyms import folded, meaning

_SINCE = re.compile(r"since|after|from|start|begin|first|earlier")
MEMBERS = "members"
"""The parameter by which who belongs to an actor counts as well; a state speaks through its members."""
TELLING = ("actors", "analyses", "claims", "documents", "quality", "sources")
"""Topics of questions about what was told, in which "by" a day is the day of the telling; elsewhere it may be
the day of an event."""
Values = Mapping[str, Sequence[str]]
"""The words that a property holds, by `Label.property`."""
LOOSE = {"Topic": 9, "Document": 2, "Event": 2}
"""Labels whose nodes may be named by some of the words of their name, and by how many unless by all."""


class Filled(NamedTuple):
    """What a question says for a preset.

    It has values by parameter, what each word was taken for, and which mentions fitted.

    Attributes:
        parameters: values as on the command line.
        places: places of the words used, with the parameter that they fill.
        loose: words that may name what the preset need not be told.
        strength: the sum of how well the named things fit, 1 for each that fits wholly.
    """

    parameters: dict[str, str]
    places: dict[int, str]
    strength: float
    loose: tuple[str, ...] = ()


def fill(
    preset: Question,
    words: tuple[str, ...],
    mentions: Sequence[Mention],
    named_days: Sequence[Day],
    names: NamedThings,
    values: Values,
    own: Collection[str] = (),
) -> Filled:
    """Return which parameters of a preset a question fills.

    Args:
        preset: what may be asked.
        words: the folded words of the question.
        mentions: things that it names.
        named_days: days that it names.
        names: the names of the graph, for things that are named by some words only.
        values: what properties hold, for parameters that take one of them.
        own: what the words of the preset mean, which name no thing loosely.
    """
    parameters: dict[str, str] = {}
    places: dict[int, str] = {}
    strength = _named(preset, words, mentions, parameters, places)
    loose: list[str] = []
    for slot in preset.parameters:
        if slot.name not in parameters and not slot.type.name and slot.type.label in LOOSE:
            left = ["" if i in places or meaning(word) in own else word for i, word in enumerate(words)]
            near = names.loose(left, slot.type.label, LOOSE[slot.type.label], 0.0 if slot.required else 0.5)
            close = {place for m in mentions for place in range(m.start, m.end)}
            if near and not near[1] <= close:  # nothing is named loosely by what names something closely
                loose += [words[place] for place in sorted(near[1]) if not slot.required]
                parameters[slot.name] = near[0].id
                places |= dict.fromkeys(near[1], slot.option)
                strength += 0.7
    strength += 0.7 * _values(preset, words, values, parameters, places)
    _days(preset, named_days, parameters)
    _choices(preset, words, parameters, places)
    _plain(preset, words, parameters, places)
    return Filled(
        dict(sorted(parameters.items(), key=lambda item: [p.name for p in preset.parameters].index(item[0]))),
        places,
        strength,
        tuple(loose),
    )


def _named(
    preset: Question,
    words: tuple[str, ...],
    mentions: Sequence[Mention],
    parameters: dict[str, str],
    places: dict[int, str],
) -> float:
    """Fill what takes a thing with the things named, those with a direction first, and return how well."""
    strength = 0.0
    stands = {mention: direction(words, mention.start) for mention in mentions}
    for mention in sorted(mentions, key=lambda m: BARE in stands[m]):
        slots = [
            p
            for p in preset.parameters
            if not p.type.name
            and p.name not in parameters
            and (thing := mention.thing(*p.type.labels))
            and not (side(p) and SPEAKERS & set(thing[0].labels))
        ]
        slot = _chosen(preset, slots, stands[mention], words, mention, parameters)
        named = slot and mention.thing(*slot.type.labels)
        if slot and named and named[0].id not in parameters.values():
            parameters[slot.name] = named[0].id
            places |= dict.fromkeys(range(mention.start, mention.end), slot.option)
            strength += named[1]
            for other in preset.parameters:
                if other.name == MEMBERS and "State" in named[0].labels:
                    parameters[other.name] = "true"
    return strength


def _chosen(
    preset: Question,
    slots: Sequence[Parameter],
    stands: frozenset[str],
    words: tuple[str, ...],
    mention: Mention,
    parameters: Mapping[str, str],
) -> Parameter | None:
    """Return which of the parameters a thing fills that stands so in the question; None when none does."""
    for slot in slots:
        if stands & taken(preset, slot):
            return slot
    sides = [slot for slot in slots if side(slot)]
    if stands.isdisjoint((AGENT, BARE)) or not sides or tells(words):
        return None
    acting = acts(words)
    if BARE in stands and words[0] in folded("who") and mention.start > 1:
        acting = opposite(acting)  # "who supplies X" asks for the giver
    elif BARE in stands and folded("passive") & set(words[1:]):
        acting = None
    if all(side(p) != acting for p in sides) and any(
        p.name in parameters and side(p) for p in preset.parameters
    ):
        acting = None  # the one who acts is named already: "what did X give Y"
    elif acting:
        sides = [slot for slot in sides if side(slot) == acting]
    return sides[0] if len(sides) == 1 else None


def _values(
    preset: Question, words: Sequence[str], values: Values, parameters: dict[str, str], places: dict[int, str]
) -> int:
    """Fill what takes a word of a property, and return how many were filled.

    The value is the word that the question holds, the longest first.
    """
    before = len(parameters)
    for parameter in (p for p in preset.parameters if p.type.name):
        for value in sorted(
            values.get(f"{parameter.type.label}.{parameter.type.name}", ()),
            key=lambda value: (-len(value), value),
        ):
            held = split(fold(value))
            spans = (range(start, start + len(held)) for start in range(len(words) - len(held) + 1))
            span = next(
                (
                    s
                    for s in spans
                    if not places.keys() & set(s)
                    and all(_alike(words[i], part) for i, part in zip(s, held, strict=True))
                ),
                None,
            )
            if held and span is not None:
                parameters[parameter.name] = value
                places |= dict.fromkeys(span, parameter.option)
                break
    return len(parameters) - before


def by_value(words: tuple[str, ...], values: Values) -> set[int]:
    """Return the places of words that name a value by which something is done, as in "by ship"."""
    held = {fold(value) for some in values.values() for value in some}
    return {
        place
        for place, word in enumerate(words)
        if place
        and not direction(words, place).isdisjoint((AGENT, "via"))
        and any(_alike(word, v) for v in held)
    }


def _alike(one: str, other: str) -> bool:
    """Return whether two words are one but for the number."""
    return one.removesuffix("s") == other.removesuffix("s")


def _days(preset: Question, named_days: Sequence[Day], parameters: dict[str, str]) -> None:
    """Give each day to the parameter that means the same side of time."""
    slots = [p for p in preset.parameters if p.type.base == "date"]
    for day in named_days:
        fitting = [
            p
            for p in slots
            if bool(_SINCE.search(p.name)) == (day.side == "since") and p.name not in parameters
        ]
        told = day.side in ("known", "since") or (day.side == "until" and preset.topic in TELLING)
        if fitting and told:
            parameters[fitting[0].name] = day.day.isoformat()


def _choices(
    preset: Question, words: Sequence[str], parameters: dict[str, str], places: dict[int, str]
) -> None:
    """Choose the word that the question holds, where nothing is chosen otherwise."""
    for parameter in preset.parameters:
        if parameter.type.base != "bool" and parameter.default is None:
            for place, word in enumerate(words):
                if word in parameter.type.words and place not in places:
                    parameters[parameter.name] = word
                    places[place] = parameter.option
                    break


def _plain(
    preset: Question, words: Sequence[str], parameters: dict[str, str], places: dict[int, str]
) -> None:
    """Set a truth value whose name the question holds."""
    for parameter in preset.parameters:
        if parameter.type.base == "bool" and parameter.default is False:
            wanted = {meaning(part) for part in parameter.name.split("_")}
            for place, word in enumerate(words):
                if place not in places and meaning(word) in wanted:
                    parameters[parameter.name] = "true"
                    places[place] = parameter.option
