"""The language of a text by its letters and commonest words, with a margin over every other one."""

from __future__ import annotations

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

from kg.language.plain import plain
from kg.language.reading import Language, languages

UNKNOWN = "und"
"""Code of a language that nobody has said (ISO 639-2)."""
_OTHERS = Path(__file__).with_name("others.json")
"""The commonest words of languages that kg does not read, so that none of them is taken for another."""
_LONGEST = 20_000
"""Characters that are looked at."""
_WORD = re.compile(r"[^\W\d_]+")
_OWN = 0.7
"""Share of all letters that must be of the alphabet."""
_STRANGE = 0.01
"""Share of the letters of its script that may not be of the alphabet, as in names."""
_SHARE = 0.08
"""Share of words that must be among the commonest."""
_MARGIN = 3
"""How many times as many words must be of it alone as of any other alone."""
_WORDS = 4
"""Words below which nothing is said."""
_LEAST = 2
"""Different commonest words that must occur."""


def language_of(text: str) -> str | None:
    """Return the language that a text is certainly in; None for a short, mixed or unread one.

    Example:
        >>> language_of("Das ist nicht der Fall, und es wird auch nicht so."), language_of("It is not so.")
        ('de', 'en')
        >>> language_of("Росія не отримувала від Ірану ракет, і це підтверджено.")
        'uk'
        >>> language_of("Русия не е получавала ракети от Иран.")
    """
    words = Counter(_WORD.findall(plain(text[:_LONGEST]).text.casefold()))
    letters = Counter(letter for word, times in words.items() for letter in word * times)
    fitting = [code for code, language in languages().items() if _spelled(letters, language)]
    for code in fitting:
        if languages()[code].script_alone or _clear(words, code):
            return code
    return None


def unread(code: str | None) -> str:
    """Return in words why a text is not read; empty where its language has a file.

    Example:
        >>> unread("en"), unread("ar"), unread("und")
        ('', "kg does not read the language 'ar'", 'the language of the text is not known')
    """
    if code in languages():
        return ""
    known = code not in (None, UNKNOWN)
    return f"kg does not read the language '{code}'" if known else "the language of the text is not known"


def _spelled(letters: Counter[str], language: Language) -> bool:
    """Return whether the letters of a text are those of a language."""
    if not language.alphabet or not letters:
        return False
    own = re.compile(f"[{language.alphabet}]")
    inside = sum(times for letter, times in letters.items() if own.match(letter))
    latin = bool(own.match("a"))
    script = sum(times for letter, times in letters.items() if (letter < "\u0250") == latin)
    return inside >= _OWN * letters.total() and script - inside <= _STRANGE * script


def _clear(words: Counter[str], code: str) -> bool:
    """Return whether the commonest words say one language and no other."""
    known = _known()
    hits = {word for word in known[code] if word in words}
    share = sum(words[word] for word in hits) / max(1, words.total())
    if words.total() < _WORDS or len(hits) < _LEAST or share < _SHARE:
        return False
    for other, commonest in known.items():
        alone = sum(words[word] for word in known[code] - commonest)
        against = sum(words[word] for word in commonest - known[code])
        if other != code and alone < max(1, _MARGIN * against):
            return False
    return True


@cache
def _known() -> dict[str, frozenset[str]]:
    others = json.loads(_OTHERS.read_text("utf-8"))
    known = {code: language.stopwords for code, language in languages().items()} | others
    return {code: frozenset(words) for code, words in known.items()}
