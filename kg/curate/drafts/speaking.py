"""Who speaks in a sentence: the known name at the word of reporting, else the printed words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, NamedTuple

from kg.curate.candidates import Candidate
from kg.curate.drafts.sentence import Sentence
from kg.curate.drafts.stance_told import told
from kg.language.plain import plain
from kg.language.reading import either, languages
from kg.model.weighing import UNKNOWN

type Sort = Literal["verb", "spoken by", "hearsay"]

_MORE = r"^[»”“\"’]?(?:,[^,]{1,120},|\s?\([^)]*\)[»”“\"]?)?\s*"
"""What says more about a name, directly behind it: "Kirby, a spokesman, said"."""
_WORDS_BEFORE, _WORDS_AFTER = 4, 3
"""Printed words kept of a speaker who is not known."""


class Speaking(NamedTuple):
    """Who speaks, by which word.

    Attributes:
        start: first character of the word in the sentence, counted from 0.
        end: one past the last.
        sort: of the word.
        speaker: an id, or `unknown`.
        attribution: the printed words that stand for a speaker who is not known.
        why: for the person.
    """

    start: int
    end: int
    sort: Sort
    speaker: str
    attribution: str
    why: str


def speaking(sentence: Sentence, language: str) -> Speaking | None:
    """Return who speaks in a sentence; None when no word tells of speaking.

    A name counts only where it stands as who speaks does: in doubt the speaker is unknown.
    """
    words = sorted({*_words(sentence, language)}, key=lambda word: (word[2] == "hearsay", word[0], -word[1]))
    if not words:
        return None
    pairs = [
        (sort == "verb", abs(name.start - sentence.start - start), start, end, sort, name)
        for start, end, sort in words
        for name in sentence.of("name")
        if _speaks(sentence, start, end, sort, name, language)
    ]
    if pairs:
        *_, start, end, sort, name = min(pairs, key=lambda pair: pair[:4])
        printed = sentence.between(name.start, name.end)
        return Speaking(
            start, end, sort, name.ids[0], "", f"speaker: '{printed}' stands at '{sentence.text[start:end]}'"
        )
    start, end, sort = words[0]
    printed = sentence.text[start:end]
    attribution = printed if sort == "hearsay" else _attribution(sentence.text, start, end, language)
    return Speaking(
        start,
        end,
        sort,
        UNKNOWN,
        attribution,
        f"speaker: no known name stands at '{printed}'; is it one of yours?",
    )


def _words(sentence: Sentence, language: str) -> Iterator[tuple[int, int, Sort]]:
    """Yield every word of reporting, and of what tells a stance: its place in the sentence, and its sort."""
    inside = [(one.start, one.end) for one in sentence.of("name")]
    for one in sentence.of("reporting"):
        if not any(a <= one.start and one.end <= b for a, b in inside):  # "United States" says nothing
            start, end = one.start - sentence.start, one.end - sentence.start
            yield (
                start,
                end,
                "hearsay" if _pattern(language, "hearsay").fullmatch(sentence.text, start, end) else "verb",
            )
    for match in _pattern(language, "spoken by").finditer(sentence.text):
        yield *match.span(), "spoken by"
    for words in told(sentence.text, language):
        yield words.start, words.end, "verb"


def _speaks(sentence: Sentence, start: int, end: int, sort: Sort, name: Candidate, language: str) -> bool:
    """Return whether a name stands at a word of reporting as who speaks does."""
    fact = sentence.facts[name.ids[0]] if len(name.ids) == 1 else None
    if sort == "hearsay" or fact is None or getattr(type(fact), "VOICE", "") in ("", "unnamed"):
        return False  # an unnamed source is one of another text, as a rule
    text, first, last = sentence.text, name.start - sentence.start, name.end - sentence.start
    printed = text[first:last]
    if sort == "spoken by":
        return first >= end and _is_title(text[end:first], language) and not _possessive(text, printed, last)
    if not _as_known(printed, fact):
        return False
    if type(fact).VOICE == "person" and _enclosed(text, first, last, start, end):
        return True
    if last <= start:
        small = re.sub(_MORE, " ", text[last:start], count=1).split()
        return {*small} <= idle(language) and len(small) <= 2 and not _depends(text[:first], language)
    if first < end or not _is_title(text[end:first], language) or _has_subject(sentence, start, language):
        return False
    behind = text[last:].lstrip(' »”“"')
    day_next = any(0 <= day.start - name.end <= 5 for day in sentence.of("day"))
    quoted = re.search(r"[,»”“\"!?]\s*$", text[:start]) is not None
    return quoted or day_next or behind[:1] in tuple(",.:;")


def _has_subject(sentence: Sentence, start: int, language: str) -> bool:
    """Return whether the clause of a verb has words before it: in "a pilot told Kirby" Kirby listens."""
    begin = max((match.end() for match in re.finditer(r"[,;:–—!?»”“\"]", sentence.text[:start])), default=0)
    clause = sentence.text[begin:start]
    for day in sentence.of("day"):
        clause = clause.replace(sentence.between(day.start, day.end), " ")
    return not {word.casefold() for word in re.findall(r"[\w’'-]+", clause)} <= idle(language)


def _enclosed(text: str, first: int, last: int, start: int, end: int) -> bool:
    """Return whether a person stands between commas beside a verb: "the spokesman, John Kirby, said"."""
    if not (text[:first].rstrip().endswith(",") and text[last:].lstrip().startswith(",")):
        return False
    gap = text[last:start] if last <= start else text[end:first]
    return gap.count(",") == 1 and len(gap) <= 100


def _is_title(gap: str, language: str) -> bool:
    """Return whether nothing but a title or small words stand between a word and the name of who speaks."""
    if re.search(r"[,;:.]", re.sub(r"\w\.", "", gap)):
        return False
    left = _pattern(language, "titles").sub(" ", gap)
    return len(left.split()) <= 2 and not any(word[:1].isupper() for word in left.split())


def _depends(before: str, language: str) -> bool:
    """Return whether a name hangs on what stands before it: "a source in Kyiv", "die Quelle der Zeitung"."""
    words = re.findall(r"[\w’'-]+", re.split(r"[,;:.–—]", before)[-1])[-3:]
    known = languages()[language]
    while words and words[-1].casefold() in known.the:
        if len(words) > 1 and words[-2][:1].isupper():
            return True
        words.pop()
    return bool(words) and words[-1].casefold() in {
        word for some in known.directions.values() for word in some.split()
    }


def _possessive(text: str, printed: str, last: int) -> bool:
    """Return whether a name only tells whose the one is who speaks: "according to Kirby's aide"."""
    return printed[-1:] in ("’", "'") or printed[-2:] in ("’s", "'s") or text[last : last + 1] in ("’", "'")


def _as_known(printed: str, fact: Any) -> bool:
    """Return whether a name is printed without an ending: one that has an ending is not who speaks."""
    known = (*fact.names, *(name.split()[-1] for name in fact.names), *fact.codes)
    return _key(printed) in {_key(name) for name in known}


def _key(name: str) -> str:
    return re.sub(r"[\s\u00a0‐‑-]+", " ", plain(name).text).casefold()


def _attribution(text: str, start: int, end: int, language: str) -> str:
    """Return the few printed words around a word of reporting that stand for who speaks."""
    clause = [w for w in re.split(r"[,;:–—]\s|[«»„“”\"]", text[:start])[-1].split() if re.search(r"\w", w)]
    who = next((n for n, word in enumerate(clause) if word.casefold() in languages()[language].who), 0)
    if who:  # "a pilot who asked not to be named said"
        return " ".join(clause[:who][-_WORDS_BEFORE:])
    before = clause[-_WORDS_BEFORE:]
    after = re.split(r"[,;:–—.]", text[end:])[0].split()[:_WORDS_AFTER] if not before else []
    while after and after[-1].islower() and after[-1] in idle(language):
        after.pop()
    return " ".join([*before, text[start:end], *after])


@cache
def idle(language: str) -> frozenset[str]:
    """Return what may stand between a name and its verb: "Kirby has also said", not "US officials said"."""
    known = languages()[language]
    return frozenset((*known.stopwords, *known.stop.split(), *known.the))


@cache
def _pattern(language: str, sort: str) -> re.Pattern[str]:
    """Return what finds titles, or the words of a sort, in a language."""
    known = languages().get(language)
    words = () if known is None else known.titles if sort == "titles" else known.told.get(sort, ())
    return re.compile(rf"(?<!\w){either(sorted(words, key=len, reverse=True))}(?!\w)", re.I)
