"""Which stance a sentence tells of, by the words that each language lists for it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.language import ENGLISH
from kg.language.reading import either, languages
from kg.model.stances import PLAIN, STANCES

_BESIDE = 20
"""Characters before and after a word within which another one turns it around."""


class Told(NamedTuple):
    """Words that tell a stance.

    Attributes:
        stance: the stance.
        start: first character of the words, counted from 0.
        end: one past the last.
        turned: a word such as "not" beside them may turn them around.
    """

    stance: str
    start: int
    end: int
    turned: bool = False


def told(sentence: str, language: str) -> list[Told]:
    """Return the words that tell another stance than the plain one, in order; long ones hide what is inside.

    Args:
        sentence: the text.
        language: its code, ISO 639; a language that lists no words gives nothing.

    Example:
        >>> [one.stance for one in told("Moscow denied it, Seoul could not confirm it.", "en")]
        ['denies', 'cannot-confirm']
        >>> told("Moscow did not deny it.", "en")[0].turned
        True
    """
    found: list[Told] = []
    for stance, words in _patterns(language).items():
        for match in words.finditer(sentence):
            beside = sentence[max(0, match.start() - _BESIDE) : match.start()]
            after = sentence[match.end() : match.end() + _BESIDE]
            turned = bool(_turning(language, "$").search(beside) or _turning(language, "^").match(after))
            found.append(Told(stance, *match.span(), turned))
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Told] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif one.end - one.start > kept[-1].end - kept[-1].start:
            kept[-1] = one
    return kept


def stance_of(sentence: str, language: str, start: int, end: int) -> tuple[str | None, str]:
    """Return the stance of a sentence, None where it cannot be told, and the reason in a sentence.

    Args:
        sentence: the text.
        language: its code, ISO 639.
        start: where the word of reporting stands by which somebody speaks.
        end: one past its last character.
    """
    if not _patterns(language):
        return None, f"stance: kg knows no words of stances in the language '{language}'"
    words = told(sentence, language)
    if not words:
        return PLAIN, f"stance: '{sentence[start:end]}' tells no other"
    nearest = min(words, key=lambda one: (max(one.start - end, start - one.end, 0), one.start))
    printed = sentence[nearest.start : nearest.end]
    if nearest.turned:
        return None, f"stance: a word beside '{printed}' turns it around; which one is it?"
    if len({one.stance for one in words}) > 1:
        others = " and ".join(f"'{sentence[one.start : one.end]}'" for one in words if one != nearest)
        return nearest.stance, f"stance: '{printed}' is nearest, but {others} stands there, too"
    return nearest.stance, f"stance: '{printed}'"


@cache
def _patterns(language: str) -> dict[str, re.Pattern[str]]:
    """Return by stance what finds its words in a language."""
    known = languages().get(language)
    listed = known.told if known else {}
    found = {word: listed.get(row.words[ENGLISH].heading.casefold(), ()) for word, row in STANCES.items()}
    return {
        word: re.compile(rf"(?<!\w){either(sorted(some, key=len, reverse=True))}(?!\w)", re.I)
        for word, some in found.items()
        if some
    }


@cache
def _turning(language: str, side: str) -> re.Pattern[str]:
    """Return what finds a word that turns another around, with at most one word between."""
    words = rf"(?<!\w){either(languages()[language].told.get('turned', ()))}(?!\w)"
    return re.compile(rf"{words}\W+(?:\w+\W+)?$" if side == "$" else rf"\W+(?:\w+\W+)?{words}", re.I)
