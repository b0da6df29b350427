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

HERE = Path(__file__).parent
"""Where the files are; `importlib.resources` would cost a question a third of its start."""
_NUMBERS: Mapping[str, int] = MappingProxyType({})
_WORDS: Mapping[str, str] = MappingProxyType({})
_LISTS: Mapping[str, Sequence[str]] = MappingProxyType({})


class Language(NamedTuple):
    """The words of one language. Those of texts and days are regular expressions; case never matters.

    Attributes:
        stopwords: its commonest words, by which it is recognised.
        alphabet: its small letters, as in the brackets of a regular expression.
        script_alone: whether no other language is written in these letters.
        abbreviations: words whose full stop ends no sentence.
        before_ordinals: words after which a number with a full stop is an ordinal.
        endings: endings that do not change what a word means, each with how many letters must stay.
        name_forms: endings that a word of a name takes in a sentence, by those that belong together; the
            first is the one of the name itself.
        titles: what stands with a name and is no part of it.
        months: twelve names, other spellings after `|`.
        weekdays: seven names, other spellings after `|`.
        ordinal: what may follow the number of a day.
        of_month: what may stand between a day and its month.
        day_to: what stands between the first and the last of some days.
        day_and: what stands between two days that are both meant.
        day_or: what stands between two days of which one is meant.
        day_between: what stands before the first and the last of some days.
        about_days: what stands before a day that is only about right, and before nothing else.
        seasons: four names from spring on, other spellings after `|`.
        quarters: four names, other spellings after `|`.
        part_of: what stands before a month or year of which a part is meant, with the blank or hyphen.
        clock: what stands between a day and a time.
        halves: the two halves of a year, other spellings after `|`.
        day_forms: further forms of days; see `kg.language.day_patterns`.
        day_start: what must hold before a day, if it is not as in most languages.
        day_end: what must hold after a day, likewise.
        day_order: "dmy" or "ymd" if days in digits are always written so; empty if not.
        day_to_written_on: what stands between the first and the last of some days without blanks.
        day_and_written_on: what stands between two that are both meant, likewise.
        capital_days: whether months and weekdays are written with capitals.
        capital_nouns: whether all nouns are.
        time_of_day: what may follow a weekday.
        relative: what hangs on the day of publication, by what it means: "day-1" for yesterday.
        last: what stands before the last weekday of a name.
        next: what stands before the next one.
        year_name: what stands before a year and says that it is one.
        year_word: what stands after a year and says that it is one.
        year_before: what stands before a year and before no number of things.
        year_in: what stands before a year, but before other numbers as well.
        month_before: what stands before a month that is named without day and year.
        weekday_before: what stands before a weekday that is a day.
        unread_before: what stands before something that is no day, or not the one it looks like.
        unread_before_month_day: likewise, before a month with the number of a day after it.
        unread_after: what stands after something that is no day.
        future: words of a sentence that speaks of what is to come.
        doubtful: words of a sentence after which a day may be past or to come.
        deadline: what stands before the last day of something, which may be past or to come.
        clause_words: what begins a clause without a comma before it.
        known: what stands before the last day of publication meant.
        until: what stands before the last day meant.
        since: what stands before the first day meant.
        before: what stands before the day after the last one meant.
        after: what stands before the day before the first one meant.
        on: what stands before a day that is meant itself.
        the: definite articles.
        end_of: what stands before a month or year of which the last day is meant.
        beside_figures: words beside a figure that do not change it.
        numbers: what `kg.language.number_lexicon` reads numbers with.
        reporting: words that tell of speaking.
        name_links: small words inside a name.
        name_before: what stands before a name and says that it is one, beside titles.
        small_words: words that often begin a sentence and no name.
        not_names: words with a capital that are no names.
        noun_endings: endings of nouns, where all nouns have capitals.
        new_names: what is a name by its form, where there are no capitals.
        told: words that tell what a speaker does, by the heading of the stance in English and small letters;
            by `turned` what turns them around ("not"), by `spoken by` words of reporting before who speaks
            ("according to"), by `hearsay` those beside which nobody speaks ("reportedly").
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
    alphabet: str = ""
    script_alone: bool = False
    abbreviations: Sequence[str] = ()
    before_ordinals: Sequence[str] = ()
    endings: Mapping[str, int] = _NUMBERS
    name_forms: Sequence[Sequence[str]] = ()
    titles: Sequence[str] = ()
    months: Sequence[str] = ()
    weekdays: Sequence[str] = ()
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
    halves: Sequence[str] = ()
    day_forms: Sequence[str] = ()
    day_start: str = ""
    day_end: str = ""
    day_order: str = ""
    day_to_written_on: Sequence[str] = ()
    day_and_written_on: Sequence[str] = ()
    capital_days: bool = False
    capital_nouns: bool = False
    time_of_day: str = ""
    relative: Mapping[str, Sequence[str]] = _LISTS
    last: Sequence[str] = ()
    next: Sequence[str] = ()
    year_name: Sequence[str] = ()
    year_word: Sequence[str] = ()
    year_before: Sequence[str] = ()
    year_in: Sequence[str] = ()
    month_before: Sequence[str] = ()
    weekday_before: Sequence[str] = ()
    unread_before: Sequence[str] = ()
    unread_before_month_day: Sequence[str] = ()
    unread_after: Sequence[str] = ()
    future: Sequence[str] = ()
    doubtful: Sequence[str] = ()
    deadline: Sequence[str] = ()
    clause_words: Sequence[str] = ()
    known: Sequence[str] = ()
    until: Sequence[str] = ()
    since: Sequence[str] = ()
    before: Sequence[str] = ()
    after: Sequence[str] = ()
    on: Sequence[str] = ()
    the: Sequence[str] = ()
    end_of: Sequence[str] = ()
    beside_figures: Sequence[str] = ()
    numbers: Mapping[str, Any] = MappingProxyType({})
    reporting: Sequence[str] = ()
    name_links: Sequence[str] = ()
    name_before: Sequence[str] = ()
    small_words: Sequence[str] = ()
    not_names: Sequence[str] = ()
    noun_endings: Sequence[str] = ()
    new_names: Sequence[str] = ()
    told: Mapping[str, Sequence[str]] = _LISTS
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
