"""Names that no fact has: capitalised words that neither the sentence nor the language asks to be so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kg.language.plain import plain
from kg.language.reading import Language, either, languages
from kg.language.sentences import sentences

_WORD = re.compile(r"[^\W\d_](?:[\w-]|(?<=[\u0400-\u04ff])['’ʼ](?=[\u0400-\u04ff]))*|\d+")
_OPENS = re.compile(r"(?:\A|[.!?…:•*|]|[\"“”„«»‹‘(\[—–-])\s*[\"“”„«‹‘(\[]*\Z")
_INITIAL = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]?")
_CODE = re.compile(r"(?=[^\W\d_]*[A-ZА-ЯІЇЄҐ])[^\W\d_]{1,8}-?\d{1,4}[^\W\d_]{0,2}")
_HEADLINE = 0.6
"""Share of capitalised words from which on capitals tell nothing."""


class Run(NamedTuple):
    """Words that stand together: places of the first and the last, and whether a sentence begins there."""

    start: int
    end: int
    words: tuple[str, ...]
    opens: bool


def new_names(text: str, code: str, known: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """Return where a text has what looks like a name, in order.

    A single word at the start of a sentence is none, nor is a month, a title, or a noun of a language that
    writes all nouns with capitals.

    Args:
        text: one paragraph.
        code: its language; it must have a file.
        known: places of the names that are known; nothing that touches one is new.

    Example:
        >>> text = "Yesterday the Orlan Works sent Anna Weber to Berlin. Nobody in October."
        >>> [text[a:b] for a, b in new_names(text, "en")]
        ['Orlan Works', 'Anna Weber', 'Berlin']
        >>> new_names("Die Regierung kaufte Granaten.", "de")
        []
    """
    printed, language = plain(text), languages()[code]
    found = {span for run in _runs(printed.text, language) if (span := _as_name(run, printed.text, code))}
    found |= {match.span() for match in _written(code).finditer(printed.text)}
    places = sorted(printed.span(*span) for span in found)
    return [(a, b) for a, b in places if not any(a < end and start < b for start, end in known)]


def _runs(text: str, language: Language) -> Iterator[Run]:
    """Yield the capitalised words that stand together; none of a headline."""
    begins = {start for start, _ in sentences(text)}
    for start, end in sentences(text):
        if not language.capital_nouns and _is_headline(text[start:end]):
            continue
        run: list[re.Match[str]] = []
        for word in _WORD.finditer(text, start, end):
            gap = text[run[-1].end() : word.start()] if run else ""
            if run and not _goes_on(run, word, gap, language):
                yield _run(run, text, begins)
                run = []
            if word[0][0].isupper() or (run and (word[0].isdigit() or _linked(run, word, language))):
                run.append(word)
        if run:
            yield _run(run, text, begins)


def _goes_on(run: list[re.Match[str]], word: re.Match[str], gap: str, language: Language) -> bool:
    joined = gap in (" ", "\u00a0") or (gap in (". ", ".") and len(run[-1][0]) == 1)
    if word[0].isdigit():
        return gap == "-" and len(word[0]) <= 4
    return joined and (word[0][0].isupper() or _linked(run, word, language))


def _linked(run: list[re.Match[str]], word: re.Match[str], language: Language) -> bool:
    return word[0] in language.name_links and len(run[-1][0]) > 1


def _run(run: list[re.Match[str]], text: str, begins: set[int]) -> Run:
    while len(run) > 1 and run[-1][0][0].islower():
        run = run[:-1]
    start, end = run[0].start(), run[-1].end()
    opens = start in begins or bool(_OPENS.search(text, max(0, start - 8), start))
    return Run(start, end, tuple(word[0] for word in run), opens)


def _as_name(run: Run, text: str, code: str) -> tuple[int, int] | None:
    """Return the place of the name in a run, without titles and small words before it."""
    language, words = languages()[code], list(run.words)
    told = _told(code).search(text, max(0, run.start - 40), run.start)
    start, titled = run.start, told is not None and (told[0][0].isupper() or not language.capital_nouns)
    opens = run.opens
    while words and _no_name(words[0], code):
        titled = titled or bool(_titles(code).fullmatch(words[0]))
        start = text.index(words[0], start) + len(words[0])
        start += len(text[start : run.end]) - len(text[start : run.end].lstrip(" \u00a0'’.-"))
        words, opens = words[1:], False
        while words and words[0][0].islower():
            start = text.index(words[0], start) + len(words[0]) + 1
            words = words[1:]
    while words and _no_name(words[-1], code):
        words = words[:-1]
    if not words:
        return None
    end = start
    for word in words:
        end = text.index(word, end) + len(word)
    name = text[start:end]
    telling = len(words) > 1 or len(words[0]) > 2 or name.isupper()
    if not telling or len(name) < 2 or _INITIAL.fullmatch(name):
        return None
    if _CODE.fullmatch(name) or (name.isupper() and len(name) > 1 and not opens):
        return start, end
    if language.capital_nouns and not titled:
        noun = _nouns(code)
        several = len(words) > 1 and not any(noun.fullmatch(word) for word in words)
        return (start, end) if several and not re.search(r"\d\s*\Z", text[:start]) else None
    return (start, end) if len(words) > 1 or not opens or titled else None


def _is_headline(sentence: str) -> bool:
    if sentence.rstrip('"”»’)')[-1:] in ".!?…":
        return False
    long = [word[0] for word in _WORD.finditer(sentence) if len(word[0]) > 3]
    upper = sum(word[0].isupper() for word in long)
    return len(long) > 3 and upper > _HEADLINE * len(long)


def _no_name(word: str, code: str) -> bool:
    return bool(_titles(code).fullmatch(word) or _ordinary(code).fullmatch(word))


@cache
def _titles(code: str) -> re.Pattern[str]:
    return re.compile(either(_with_names(languages()[code])), re.I)


def _with_names(language: Language) -> list[str]:
    """Return the titles that are no articles."""
    return [one for one in language.titles if not any(re.fullmatch(one, word) for word in language.the)]


@cache
def _ordinary(code: str) -> re.Pattern[str]:
    """Words that are no names although they have a capital: of days, and those that begin sentences."""
    language = languages()[code]
    names = (*language.months, *language.weekdays, *language.seasons, *language.not_names)
    small = (*language.stopwords, *language.stop.split(), *language.small_words)
    relative = (word for words in language.relative.values() for word in words)
    return re.compile(either((*names, *map(re.escape, small), *relative)), re.I)


@cache
def _told(code: str) -> re.Pattern[str]:
    """What stands before a name and says that it is one."""
    language = languages()[code]
    return re.compile(rf"(?<!\w){either((*_with_names(language), *language.name_before))}\s[\"“„«]?\Z", re.I)


@cache
def _nouns(code: str) -> re.Pattern[str]:
    return re.compile(rf"\w+{either(languages()[code].noun_endings)}", re.I)


@cache
def _written(code: str) -> re.Pattern[str]:
    return re.compile(either(languages()[code].new_names))
