"""The words that numbers in one language are made of, as its file has them, and the patterns made of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from kg.language.reading import either, languages
from kg.model.currencies import SIGNS

_NUMBERS: Mapping[str, float] = MappingProxyType({})
_LISTS: Mapping[str, Sequence[str]] = MappingProxyType({})
_WORDS: Mapping[str, str] = MappingProxyType({})
SIGN = "|".join(map(re.escape, sorted(SIGNS, key=len, reverse=True)))
"""What stands beside a sum of money."""


class NumberWords(NamedTuple):
    """What the file of a language says of numbers; all words are regular expressions, case never matters.

    Attributes:
        decimal: the mark before a fraction in digits.
        thousands: the mark between thousands in digits, beside the blank and the apostrophe.
        join: what stands between the words of one number.
        glued: number words are written as one.
        mixed: digits go on after a scale ("1만 3000").
        sums: bare digits after a scale are added to it ("2 тыс. 400").
        twenties: what takes the numbers up to nineteen after it (French 60 and 80).
        ones_before_tens: what joins the ones that stand before the tens.
        ones: number words and what they stand for.
        rounds: number words that are only about right ("une vingtaine").
        scales: words that multiply what stands before them.
        money_scales: further scales beside the sign of a currency.
        fractions: what stands before a scale, and the share of it that is meant.
        halves: what adds one half to the number before it.
        alone: scales that stand for one of them without a number before.
        alone_hedged: scales that do so only after a hedge.
        articles: number words that are no part of a longer number ("a").
        doubtful: number words that are other words as well; they count only beside a unit.
        hedges: what stands before a number, by what it does to the bounds; `unclear` gives nothing.
        hedges_after: what stands after a number or after what it counts, likewise.
        negations: what turns the hedge after it round.
        denials: what says, further ahead in the clause, that a bound was not reached or passed.
        but: what joins a lower bound to an upper one.
        pairs: what stands before each number of a range, and its kind: between, from or change.
        to: what stands between the two numbers of a range.
        changes: words of a change: from one number to another is then no range.
        results: hedges that name the result of a change.
        unsure: what stands between two numbers of which the second is uncertain.
        endings: what an inflected number in digits ends in.
        strong: what a number forms a word with after a hyphen.
        vague: vague words by their name in the one table of bounds.
        per: what a rate is given for, as it stands after a number or what it counts.
        per_before: the same, as it stands anywhere before the number.
        per_any: what stands before a thing that a rate is given for.
        units: what is counted: the noun, and the unit as the facts spell it.
        unit_ones: the same for nouns in singular; the next word is no noun.
        counters: words that must follow a number, with the unit that they say, if any.
        counter_end: what may follow such a word.
        unit_before: what is counted stands before the number.
        modifiers: a word that may stand between a number and what it counts.
        no_modifiers: words that never do.
        partitive: what stands between a number and the things of which some are meant.
        of_total: what stands between a number and the total that it is a part of.
        identifiers: words after which a number is a name.
        names: words with a capital letter after which a number belongs to a name although a noun follows.
        openers: words with which a sentence may begin before a number that belongs to no name.
        not_after: what stands before a number that is no figure: shares, times, dates.
        not_before: what stands after a number that is no figure.
        spans: units of time.
        span_before: what stands before a time that names a day.
        span_after: what stands after one.
        nouns_capital: every noun has a capital letter.
    """

    decimal: str = "."
    thousands: str = ""
    join: str = " "
    glued: bool = False
    mixed: bool = False
    sums: bool = False
    twenties: Sequence[int] = ()
    ones_before_tens: str = ""
    ones: Mapping[str, float] = _NUMBERS
    rounds: Mapping[str, float] = _NUMBERS
    scales: Mapping[str, float] = _NUMBERS
    money_scales: Mapping[str, float] = _NUMBERS
    fractions: Mapping[str, float] = _NUMBERS
    halves: Sequence[str] = ()
    alone: Sequence[str] = ()
    alone_hedged: Sequence[str] = ()
    articles: Sequence[str] = ()
    doubtful: Sequence[str] = ()
    hedges: Mapping[str, Sequence[str]] = _LISTS
    hedges_after: Mapping[str, Sequence[str]] = _LISTS
    negations: Sequence[str] = ()
    denials: Sequence[str] = ()
    but: Sequence[str] = ()
    pairs: Sequence[tuple[str, str, str]] = ()
    to: Sequence[str] = ()
    changes: Sequence[str] = ()
    results: Sequence[str] = ()
    unsure: Sequence[str] = ()
    endings: Sequence[str] = ()
    strong: Sequence[str] = ()
    vague: Mapping[str, Sequence[str]] = _LISTS
    per: Mapping[str, Sequence[str]] = _LISTS
    per_before: Mapping[str, Sequence[str]] = _LISTS
    per_any: Sequence[str] = ()
    units: Mapping[str, str] = _WORDS
    unit_ones: Mapping[str, str] = _WORDS
    counters: Mapping[str, str] = _WORDS
    counter_end: str = ""
    unit_before: bool = False
    modifiers: str = r"[\w-]+"
    no_modifiers: Sequence[str] = ()
    partitive: Sequence[str] = ()
    of_total: Sequence[str] = ()
    identifiers: Sequence[str] = ()
    names: Sequence[str] = ()
    openers: Sequence[str] = ()
    not_after: Sequence[str] = ()
    not_before: Sequence[str] = ()
    spans: Sequence[str] = ()
    span_before: Sequence[str] = ()
    span_after: Sequence[str] = ()
    nouns_capital: bool = False


class Finder[T]:
    """Which of several patterns fits at a place, the longest match first, and what it stands for.

    Example:
        >>> finder = Finder({"two": 2, "twenty": 20})
        >>> finder.at("twenty ships", 0), finder.at("twosome", 0)
        ((20, 6), None)
    """

    def __init__(self, meant: Iterable[tuple[str, T]] | Mapping[str, T], end: str = r"(?!\w)") -> None:
        """Compile the patterns; `end` is what must hold after each."""
        pairs = list(meant.items() if isinstance(meant, Mapping) else meant)
        self._each = [(re.compile(f"(?:{pattern}){end}", re.I), value) for pattern, value in pairs]
        self.pattern = re.compile(either(f"(?:{pattern}){end}" for pattern, _ in pairs), re.I)

    def at(self, text: str, at: int) -> tuple[T, int] | None:
        """Return what stands at a place and where it ends."""
        if not self.pattern.match(text, at):
            return None
        found = ((value, match.end()) for each, value in self._each if (match := each.match(text, at)))
        return max(found, key=lambda one: one[1])

    def before(self, text: str) -> T | None:
        """Return what the last of the patterns in a text stands for."""
        last = max((match.start() for match in self.pattern.finditer(text)), default=None)
        found = None if last is None else self.at(text, last)
        return found[0] if found else None


@cache
def words_of(code: str) -> NumberWords:
    """Return what the file of a language says of numbers, by its code.

    Raises:
        TypeError: the file has a field that is not known.

    Example:
        >>> words_of("de").decimal, words_of("fr").rounds["une vingtaine"]
        (',', 20)
    """
    return NumberWords(**languages()[code].numbers)


@cache
def spelled(code: str) -> Mapping[str, int]:
    """Return the whole numbers below a hundred that a language writes in one word that is never inflected.

    Example:
        >>> spelled("de")["zwölf"], "an?" in spelled("en")
        (12, False)
    """
    ones = words_of(code).ones.items()
    return {word: int(value) for word, value in ones if word.isalpha() and value == int(value) < 100}


def listed(lists: Mapping[str, Sequence[str]]) -> Iterable[tuple[str, str]]:
    """Yield each pattern of several lists with the name of its list."""
    return ((pattern, name) for name, patterns in lists.items() for pattern in patterns)
