"""Sentences with places for what rows say: `{count denies>0: One denies|# deny} it<, on {last said}>.`.

A place in braces holds a measure of `kg.findings.measures`; after a colon come the forms of the words that
follow its number, the one after 1 first, with `#` for the number. What stands between `<` and `>` is told
only when every measure directly in it is more than none; with ` // ` between its parts it is a list of those
that are, joined by commas and an "and", and what is around a list of which nothing is left is not told
either. In the form of one, `(one~it)` is the first word of several and the other where one is all there is.
All is as the interface has it: a language is one file of words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from kg.language.interface.patterns import forms_of
from kg.language.interface.words import Words

_TOKEN = re.compile(r"\{([^{}]*)\}|([<>])|( // )|((?:(?! // )[^{}<>])+)")
Measure = Callable[[str], int | str]
"""Returns what a measure finds: a number, words, or whether something is so."""
_ONE = re.compile(r"\(([^()~]*)~([^()~]*)\)")


class All(int):
    """A number of those that are all there are."""


class Place(NamedTuple):
    """A place for a measure, with the forms of the words after its number."""

    measure: str
    forms: tuple[str, ...]


class Group(NamedTuple):
    """What may be left out: one part, or a list of several."""

    parts: tuple[Parts, ...]


Parts = tuple[str | Place | Group, ...]


@lru_cache(maxsize=1024)
def read(text: str) -> Parts:
    """Read a sentence with places.

    Raises:
        ValueError: `<` and `>` are not in pairs.

    Example:
        >>> read("{count: One|# of them}")
        (Place(measure='count', forms=('One', '# of them')),)
    """
    tokens = list(_TOKEN.finditer(text))
    if "".join(token[0] for token in tokens) != text:
        raise ValueError(f"braces are not in pairs: {text}")
    rest = iter(tokens)
    (parts,) = _parts(rest, text, closes=False)
    return parts


def _parts(tokens: Iterator[re.Match[str]], text: str, *, closes: bool) -> tuple[Parts, ...]:
    every: list[list[str | Place | Group]] = [[]]
    for token in tokens:
        if token[1] is not None:
            measure, _, forms = token[1].partition(": ")
            every[-1].append(Place(measure, tuple(forms.split("|")) if forms else ()))
        elif token[2] == "<":
            every[-1].append(Group(_parts(tokens, text, closes=True)))
        elif token[2] == ">":
            if not closes:
                raise ValueError(f"'>' without '<': {text}")
            return tuple(map(tuple, every))
        elif token[3] and closes:
            every.append([])
        else:
            every[-1].append(token[0])
    if closes:
        raise ValueError(f"'<' without '>': {text}")
    return tuple(map(tuple, every))


def filled(text: str, measure: Measure, w: Words) -> str:
    """Return a sentence with what the measures find.

    Example:
        >>> found = {"count": 3, "no": 0, "who": "Kim"}
        >>> filled("{count: One is|# are} so<: <{no: one|#} not // {who} too>>.", found.__getitem__, Words())
        'Three are so: Kim too.'
    """
    told = "".join(
        _placed(part, measure(part.measure), w) if isinstance(part, Place) else _said(part, measure, w) or ""
        for part in read(text)
    )
    told = told.replace("  ", " ")
    return told[:1].upper() + told[1:]


def _said(part: str | Group, measure: Measure, w: Words) -> str | None:
    """Return what a part says; None where it is to be left out."""
    if isinstance(part, str):
        return part
    told = [told for parts in part.parts if (told := _part(parts, measure, w)) is not None]
    if len(told) < 2:
        return told[0] if told else None
    return f" {w('and')} ".join((", ".join(told[:-1]), told[-1]))


def _part(parts: Parts, measure: Measure, w: Words) -> str | None:
    """Return what one part of a group says; None where one of its measures finds nothing."""
    told = []
    for part in parts:
        if isinstance(part, Place):
            if not (found := measure(part.measure)):
                return None
            told.append(_placed(part, found, w))
            continue
        words = _said(part, measure, w)
        if words is None and isinstance(part, Group) and len(part.parts) > 1:
            return None
        told.append(words or "")
    return "".join(told)


def _placed(place: Place, found: int | str, w: Words) -> str:
    """Return what stands in a place: a number in words where it has forms, else in digits."""
    if isinstance(found, str):
        return found
    if isinstance(found, bool) or not place.forms:
        return "" if isinstance(found, bool) else w.number(found)
    number = w.either("finding.number", str(found), "")
    form = _form(place.forms, found, w)
    alone = isinstance(found, All) and found == 1
    form = _ONE.sub(lambda words: words[2 if alone else 1], form)
    form = form.replace("*", w("finding.all") if isinstance(found, All) else "#")
    return (form.replace("#-", number) if number else form).replace("#", number or w.number(found))


def _form(words: tuple[str, ...], n: int, w: Words) -> str:
    """Return the one of several forms that follows a number, the one after any other number last."""
    fits = forms_of(w.language).values()
    place = next((i for i, pattern in enumerate(fits) if pattern.search(str(n))), -1)
    return words[min(place, len(words) - 1)]
