"""Which parameter of a preset a named thing, a day or a word of a question fills."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kg.language.fold import fold, split
from kg.questions.header import Parameter, Question
from kg.questions.words.days import Day
from kg.questions.words.mentions import Mention, NamedThings
from kg.questions.words.synonyms import folded, meaning, stop_words

_GIVER = re.compile(r"supplier|sender|seller|source|origin|giver|from\b|maker|producer")
_TAKER = re.compile(r"recipient|receiver|host|buyer|target|against|taker|\bto\b")
_SINCE = re.compile(r"since|after|from|start|begin|first|earlier")
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
        strength: the sum of how well the named things fit, 1 for each that fits wholly.
    """

    parameters: dict[str, str]
    places: dict[int, str]
    strength: float


def fill(
    preset: Question,
    words: Sequence[str],
    mentions: Sequence[Mention],
    named_days: Sequence[Day],
    names: NamedThings,
    values: Values,
) -> Filled:
    """Return which parameters of a preset a question fills.

    Args:
        preset: what may be asked.
        words: the folded words of the question.
        mentions: things that it names.
        named_days: days that it names.
        names: the names of the graph, for things that are named by some words only.
        values: what properties hold, for parameters that take one of them.
    """
    parameters: dict[str, str] = {}
    places: dict[int, str] = {}
    strength = 0.0
    open_ = [p for p in preset.parameters if p.type.label and not p.type.name]
    for mention in sorted(mentions, key=lambda m: _role(words, m, alone=True) is None):
        fitting = [p for p in open_ if p.name not in parameters and mention.thing(*p.type.labels)]
        if fitting and not {thing.id for thing, _ in mention.things} & set(parameters.values()):
            slot = _chosen(fitting, _role(words, mention))
            named = mention.thing(*slot.type.labels)
            assert named is not None
            parameters[slot.name] = named[0].id
            places |= dict.fromkeys(range(mention.start, mention.end), slot.option)
            strength += named[1]
    for slot in open_:
        if slot.name not in parameters and slot.type.label in LOOSE:
            left = [word if i not in places else "" for i, word in enumerate(words)]
            if near := names.loose(left, slot.type.label, LOOSE[slot.type.label]):
                parameters[slot.name] = near[0].id
                places |= dict.fromkeys(near[1], slot.option)
                strength += 0.7
    strength += 0.7 * _values(preset, words, values, parameters, places)
    _days(preset, named_days, parameters)
    _plain(preset, words, parameters, places)
    return Filled(
        dict(sorted(parameters.items(), key=lambda item: [p.name for p in preset.parameters].index(item[0]))),
        places,
        strength,
    )


def _role(words: Sequence[str], mention: Mention, alone: bool = False) -> str | None:
    """Return whether a thing stands as a giver or a taker.

    The word before it says so, or else the verb of the question.
    """
    before = [word for word in words[max(0, mention.start - 2) : mention.start] if word not in folded("the")][
        -1:
    ]
    if before and before[0] in folded("giver"):
        return "giver"
    if before and before[0] in folded("taker"):
        return "taker"
    if alone:
        return None
    meant = {meaning(word) for word in words if word not in stop_words()}
    asks_who = words[0] in folded("who") and mention.start > 1  # "who supplies X" asks for the giver
    if meaning("receive") in meant or (asks_who and meant & {meaning("shipment"), meaning("rearm")}):
        return "taker"
    return "giver" if meaning("shipment") in meant else None


def _chosen(fitting: Sequence[Parameter], role: str | None) -> Parameter:
    wanted = {"giver": _GIVER, "taker": _TAKER}.get(role or "")
    return next((p for p in fitting if wanted and wanted.search(p.name.replace("_", " "))), fitting[0])


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


def _alike(one: str, other: str) -> bool:
    """Return whether two words are one but for the number."""
    return one.removesuffix("s") == other.removesuffix("s")


def _days(preset: Question, named_days: Sequence[Day], parameters: dict[str, str]) -> None:
    """Give each day to the parameter that means the same side of time."""
    slots = [p for p in preset.parameters if p.type.base == "date"]
    for day in named_days:
        side = [
            p
            for p in slots
            if bool(_SINCE.search(p.name)) == (day.side == "since") and p.name not in parameters
        ]
        if side:
            parameters[side[0].name] = day.day.isoformat()


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
