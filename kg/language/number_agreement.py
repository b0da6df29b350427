"""What several languages agree on in a text whose language is not known."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace

from kg.language.number_lexicon import words_of
from kg.language.number_patterns import patterns
from kg.language.number_readings import Reading, readings
from kg.language.reading import languages

_BEFORE = re.compile(r"(?:([^\W\d_][\w’'-]*)\s+)?([^\W\d_][\w’'-]*)\s+$")
"""The last two words before a number."""


def scripts(text: str) -> list[str]:
    """Return the languages whose letters stand in a text; those with no counters when it has no letters.

    Example:
        >>> scripts("около 300"), scripts("300 발"), scripts("3.000")
        (['ru', 'uk'], ['ko'], ['en', 'de', 'fr', 'ru', 'uk'])
    """
    used = {_script(char) for char in set(text) if char.isalpha()}
    known = {code: words_of(code) for code in languages() if words_of(code).ones}
    return [
        code
        for code, words in known.items()
        if (_script(languages()[code].stopwords[0][0]) in used if used else not words.counters)
    ]


def _script(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0]


def agreed(text: str) -> list[Reading]:
    """Return what the languages whose letters stand in a text read there, where they agree.

    A language whose words stand beside a number counts more than one that knows none of them. A number
    beside words that none of them knows is not read: they may say "more than" in a further language.

    Returns:
        What is read and, not `known`, what is not understood.

    Example:
        >>> [r.form.known for r in agreed("plus de 300 soldats") + agreed("más de 300 soldados")]
        [True, False]
    """
    read = {code: readings(text, code) for code in scripts(text)}
    every = [(one, code) for code, own in read.items() for one in own]
    kept: list[Reading] = []
    for one, code in sorted(every, key=lambda pair: _rank(pair[0])):
        if kept and one.form.start < kept[-1].form.end:
            continue
        span = one.form.start, one.form.end
        rivals = [r for r, _ in every if r is not one and r.form.start < span[1] and span[0] < r.form.end]
        backing = any(r.backed for r in (one, *rivals))
        if backing and not one.backed:
            continue
        same = [r for r in rivals if (r.backed or not backing) and (r.form.start, r.form.end) == span]
        agree = all(r.said == one.said for r in same) and (_plain(one) or _same_digits(one, read))
        sure = one.form.own or one.per is not None or _framed(text, one, code if one.backed else None)
        kept.append(one if agree and sure else one._replace(form=replace(one.form, known=False)))
    return kept


def _framed(text: str, read: Reading, code: str | None) -> bool:
    """Return whether the words before a number are no hedges of a language that is not known."""
    before = _BEFORE.search(text[max(0, read.form.start - 60) : read.form.start])
    if not before:
        return True
    words = [word for word in before.groups() if word]
    return code is not None and all(
        patterns(code).opener.fullmatch(word) or word[0].isupper() for word in words
    )


def _plain(read: Reading) -> bool:
    return all(n.plain for n in read.form.numerals)


def _same_digits(one: Reading, read: Mapping[str, list[Reading]]) -> bool:
    """Return whether every language reads the numbers of a form alike."""
    values = {(n.start, n.value) for n in one.form.numerals}
    others = [
        {(n.start, n.value) for r in own if r.form.known for n in r.form.numerals} for own in read.values()
    ]
    return all(values <= other for other in others)


def _rank(read: Reading) -> tuple[object, ...]:
    form = read.form
    return form.start, -form.end, not form.known, read.unit is None, read.per is None
