"""Printed words of a figure that can be read to the last one, so that they may be held against it."""

from __future__ import annotations

import re
from functools import cache

from kg.language.number_lexicon import listed, words_of
from kg.language.numbers import Number, numbers
from kg.language.plain import plain
from kg.language.reading import languages
from kg.language.scripts import in_any_script

_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[^\s\w.,;:()\"“”„«»'’-]")


def read_whole(words: str, code: str | None) -> list[Number] | None:
    """Return the figures in a wording; None where a word is left that might change what they mean.

    Args:
        words: what a document prints.
        code: its language; without a file of that language nothing is read.

    Example:
        >>> [n.bounds for n in read_whole("at least 300 North Korean soldiers", "en") or ()]
        [(300, None, False, False)]
        >>> read_whole("half of the 300 soldiers", "en"), read_whole("300 سرباز", "fa")
        (None, None)
    """
    if code not in languages():
        return None
    found = numbers(words, code)
    rest, at = "", 0
    for number in found:
        rest, at = f"{rest}{words[at : number.start]} · ", number.end
    left = _neutral(code).sub(" ", plain(rest + words[at:]).text)
    changing = (m for m in _TOKEN.finditer(left) if m[0] != "·" and not _is_name(m, code))
    return None if any(changing) else found


def _is_name(token: re.Match[str], code: str) -> bool:
    """Return whether a word that is left is a name, which changes no figure."""
    word = token[0]
    return (
        not languages()[code].capital_nouns
        and token.start() > 0
        and len(word) > 1
        and word[0].isupper()
        and not word.isupper()
        and word.isalpha()
    )


@cache
def _neutral(code: str) -> re.Pattern[str]:
    """Words that change no figure: what is counted, per what, and adjectives of that."""
    language, own = languages()[code], words_of(code)
    per = (pattern for pattern, _ in (*listed(own.per), *listed(own.per_before)))
    counted = (*own.units, *own.unit_ones, *own.counters)
    return re.compile(in_any_script((*counted, *per, *language.the, *language.beside_figures)), re.I)
