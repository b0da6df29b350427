"""Codes that registers and makers give to things: found whole, and never because another one is like it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from kg.language.fold import in_latin
from kg.model.schemes import MARKING, SCHEMES

_PIECE = 0.95
"""What a code counts that is one of several in a marking."""
_NUMBER = ("", "no", "nr", "number", "nummer")
"""What may follow the name of a register before a code of it."""
_TELLING = 6
"""Figures that tell a code from a number or a year in a sentence."""


def found(text: str, codes: Iterable[str]) -> tuple[float, str, str] | None:
    """Return how well a text fits the best of some codes, why, and that code; None where it is none of them.

    Args:
        text: a code as people write it, with or without what it is.
        codes: as `kg.model.schemes.codes_of` returns them.

    Example:
        >>> found("IMO 9074729", ["imo: 9074729"]), found("imo no. 9074729", ["imo: 9074729"])[0]
        ((100.0, 'same IMO number', 'IMO number 9074729'), 100.0)
        >>> found("IMO 2041999", ["imo-company: 2041999"])[1]
        'same IMO company number'
        >>> found("И002", ["marking: Герань И002"]), found("9074728", ["imo: 9074729"])
        ((95.0, 'same as a part of the marking', 'marking Герань И002'), None)
    """
    asked = _bare(text)
    fits = (_fit(asked, *code.split(": ", 1)) for code in codes if asked)
    return max((fit for fit in fits if fit), default=None)


def _fit(asked: str, name: str, value: str) -> tuple[float, str, str] | None:
    bare = _bare(value)
    word = _words(name)[0]
    before = asked.removesuffix(bare) if asked.endswith(bare) else None
    if before is not None and (not before or before in _before(name)):
        return 100.0, f"same {word}", f"{word} {value}"
    pieces = (
        [_bare(piece) for piece in value.split() if any(map(str.isdigit, piece))] if name == MARKING else []
    )
    return (100 * _PIECE, f"same as a part of the {word}", f"{word} {value}") if asked in pieces else None


def in_sentences(codes: Iterable[str]) -> Iterator[str]:
    """Yield how sentences may name a thing by its codes; a short number only behind what it is.

    Example:
        >>> list(in_sentences(["serial: 0017"])), next(in_sentences(["tail: EP-PUS"]))
        (['serial 0017', 'serial number 0017', 'Seriennummer 0017'], 'EP-PUS')
    """
    for code in codes:
        name, value = code.split(": ", 1)
        bare = _bare(value)
        if len(bare) >= _TELLING or not bare.isdigit():
            yield value
        yield from (f"{word} {value}" for word in dict.fromkeys((name, *_words(name))))


@cache
def _words(name: str) -> Sequence[str]:
    """Return what a code of some register is called in each language, English first."""
    from kg.language.interface import languages
    from kg.language.interface.words import Words

    said = [Words(code) for code in languages()]
    names = [w.either("value.scheme", name, "") for w in said]
    if names[0]:
        return names
    english, *others = (w.either("prop", name, name) for w in said)
    return english[:1].lower() + english[1:], *others


@cache
def _before(name: str) -> frozenset[str]:
    scheme = SCHEMES.get(name)
    words = (name, *_words(name), *([scheme.prefix] if scheme and scheme.prefix else []))
    return frozenset(_bare(f"{word}{more}") for word in words for more in _NUMBER)


def _bare(text: str) -> str:
    """Return the letters and figures of a code in small Latin letters; nothing else about it is the same."""
    return "".join(filter(str.isalnum, in_latin(unicodedata.normalize("NFKC", text))))
