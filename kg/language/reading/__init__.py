"""What reading a language needs, as data: one JSON file a language beside this module.

A new file is a new language: the code that reads texts and questions knows no word of any. Whatever a file
leaves out is not read in that language.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from kg.language import ENGLISH
from kg.language.plain import plain

HERE = Path(__file__).parent
"""Where the files are; `importlib.resources` would cost a question a third of its start."""
_NUMBERS: Mapping[str, int] = MappingProxyType({})
_SHARES: Mapping[str, float] = MappingProxyType({})
_WORDS: Mapping[str, str] = MappingProxyType({})
_LISTS: Mapping[str, Sequence[str]] = MappingProxyType({})


class Language(NamedTuple):
    """The words of one language. Those of texts and days are regular expressions; case never matters.

    Attributes:
        stopwords: its commonest words, by which it is recognised.
        abbreviations: words whose full stop ends no sentence.
        before_ordinals: words after which a number with a full stop is an ordinal.
        endings: endings that do not change what a word means, each with how many letters must stay.
        name_forms: endings that a word of a name takes in a sentence, by those that belong together; the
            first is the one of the name itself.
        titles: what stands with a name and is no part of it.
        months: twelve names, other spellings after `|`.
        weekdays: seven names, other spellings after `|`.
        relative_days: what names a day by another one.
        ordinal: what may follow the number of a day.
        of_month: what may stand between a day and its month.
        day_to: what stands between the first and the last of some days.
        day_and: what stands between two days that are both meant.
        day_or: what stands between two days of which one is meant.
        day_between: what stands before the first and the last of some days.
        about_days: what stands before a day that is only about right, and before nothing else.
        seasons: four names from spring on, other spellings after `|`.
        quarters: four names, other spellings after `|`.
        part_of: what stands before a month of which a part is meant, joined to it.
        clock: what stands between a day and a time.
        known: what stands before the last day of publication meant.
        until: what stands before the last day meant.
        since: what stands before the first day meant.
        before: what stands before the day after the last one meant.
        after: what stands before the day before the first one meant.
        on: what stands before a day that is meant itself.
        the: definite articles.
        end_of: what stands before a month or year of which the last day is meant.
        numbers: what `kg.language.number_lexicon` reads numbers with.
        reporting: words that tell of speaking.
        told: words that tell what a speaker does with a claim, by the heading of the stance in English and
            lower case; none for the plain one, which any other word of reporting has.
        turns: words beside one of those that turn it around, such as "not".
        conjunctions: words between two things that one name may hold.
        who: words that ask for a giver.
        of_state: what the name of a state loses, and what it gains, as an adjective.
        directions: words before a thing that say how it stands to what is asked, by the English word.
        passive: words by which the one who acts is named after "by", if at all.
        stop: words that say nothing about which question is meant.
        phrases: several words that mean one: a pattern of whole words in folded text, and what stands
            for it.
        meanings: words with one meaning, by its English name.
    """

    stopwords: Sequence[str] = ()
    abbreviations: Sequence[str] = ()
    before_ordinals: Sequence[str] = ()
    endings: Mapping[str, int] = _NUMBERS
    name_forms: Sequence[Sequence[str]] = ()
    titles: Sequence[str] = ()
    months: Sequence[str] = ()
    weekdays: Sequence[str] = ()
    relative_days: Sequence[str] = ()
    ordinal: Sequence[str] = ()
    of_month: Sequence[str] = ()
    day_to: Sequence[str] = ()
    day_and: Sequence[str] = ()
    day_or: Sequence[str] = ()
    day_between: Sequence[str] = ()
    about_days: Sequence[str] = ()
    seasons: Sequence[str] = ()
    quarters: Sequence[str] = ()
    part_of: Sequence[str] = ()
    clock: Sequence[str] = ()
    known: Sequence[str] = ()
    until: Sequence[str] = ()
    since: Sequence[str] = ()
    before: Sequence[str] = ()
    after: Sequence[str] = ()
    on: Sequence[str] = ()
    the: Sequence[str] = ()
    end_of: Sequence[str] = ()
    numbers: Mapping[str, Any] = MappingProxyType({})
    reporting: Sequence[str] = ()
    told: Mapping[str, Sequence[str]] = _LISTS
    turns: Sequence[str] = ()
    conjunctions: Sequence[str] = ()
    who: Sequence[str] = ()
    of_state: Mapping[str, str] = _WORDS
    directions: Mapping[str, str] = _WORDS
    passive: Sequence[str] = ()
    stop: str = ""
    phrases: Sequence[tuple[str, str]] = ()
    meanings: Mapping[str, str] = _WORDS


@cache
def languages() -> dict[str, Language]:
    """Return every language by its ISO 639 code, English first.

    Raises:
        TypeError: a file has a field that is not known.

    Example:
        >>> languages()["de"].weekdays[0], languages()["en"].months[9]
        ('montag', 'october|oct')
    """
    files = sorted(HERE.glob("*.json"), key=lambda file: (file.stem != ENGLISH, file.stem))
    return {file.stem: Language(**json.loads(file.read_text("utf-8"))) for file in files}


@cache
def every(field: str) -> tuple[str, ...]:
    """Return what all languages list in a field, each word once.

    Example:
        >>> every("who")
        ('who', 'wer')
    """
    return tuple(dict.fromkeys(word for one in languages().values() for word in getattr(one, field)))


def any_of(field: str) -> str:
    """Return a pattern of what any language lists in a field, the longest first.

    It fits nothing when there is none.

    Example:
        >>> any_of("end_of")
        '(?:end of|ende)'
    """
    return either(sorted(every(field), key=len, reverse=True))


def either(patterns: Iterable[str]) -> str:
    """Return a pattern of what one of several fits, empty ones left out; it fits nothing when there is none.

    Example:
        >>> either(["a", "", "b"]), either([])
        ('(?:a|b)', '(?!)')
    """
    fitting = list(filter(None, patterns))
    return f"(?:{'|'.join(fitting)})" if fitting else "(?!)"


def language_of(text: str) -> str | None:
    """Return the language whose commonest words a text uses most, or None when it uses none.

    Example:
        >>> language_of("Das ist nicht der Fall, und es wird auch nicht so."), language_of("It is not so.")
        ('de', 'en')
    """
    words = plain(text).text.casefold().split()
    scores = {
        code: sum(word in language.stopwords for word in words) for code, language in languages().items()
    }
    best = max(scores, key=lambda code: scores[code])
    return best if scores[best] else None
