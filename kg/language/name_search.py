"""Finding things by name: over all names and spellings, with typos, umlauts and other scripts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, NamedTuple
from unicodedata import category

from rapidfuzz import fuzz

from kg.language.codes import found
from kg.language.fold import is_latin, plain_words, squeezed, tokens
from kg.language.name_forms import named_by, without_titles
from kg.model import OWNED
from kg.model.schemes import codes_of
from kg.model.table import general

LEAST = 70.0
"""No hit has a score below this."""
_TITLED = 0.93
"""What a name counts of which a title was left off."""
_CASE = 96.0
"""How alike a name and a case of it are."""
_STRANGE = 50
"""Words less alike than this are no spellings of one."""
_SURE = ("same", "in another case")
"""How the reasons begin for which a name is taken for a thing."""
_IN_NAMES = " -.,'\u2019"
"""Signs that names are written with or without."""
_APART = 5
"""By how much the next thing must fit less."""
_FEW = 4
"""Letters that a name among other words must have."""


class Name(NamedTuple):
    """A thing of the graph and what it is called.

    It has an id, labels from general to special, names, the main one first, and the codes that registers and
    makers gave it, as `kg.model.schemes.codes_of` returns them.
    """

    id: str
    labels: tuple[str, ...]
    names: tuple[str, ...]
    codes: tuple[str, ...] = ()


class Hit(NamedTuple):
    """A thing that a name fits: the spelling that came closest, a score up to 100, and why it fits."""

    id: str
    kind: str
    name: str
    matched: str
    score: int
    why: str


def read_names(things: Iterable[Sequence[Any]], cited: Iterable[Sequence[Any]] = ()) -> list[Name]:
    """Return names from rows of a store.

    Args:
        things: labels, id, identifiers, serial number, marking, name, and further spellings (texts or lists
            of them).
        cited: id and a name that a cited text equates with it.
    """
    also: dict[str, list[str]] = {}
    for id, name in cited:
        also.setdefault(id, []).append(name)
    names = []
    for labels, id, identifiers, serial, marking, *spellings in things:
        flat = [
            text
            for one in (*spellings, also.get(id))
            for text in (one if isinstance(one, list) else [one])
            if text
        ]
        own = tuple(sorted(set(labels) - {OWNED}, key=_general))
        codes = codes_of(identifiers, serial, marking)
        names.append(Name(id, own, tuple(dict.fromkeys(flat)) or (id,), codes))
    return sorted(names)


def _general(label: str) -> tuple[bool, str]:
    return label not in general(), label


def search(text: str, names: Iterable[Name], *, kind: str | None = None, least: float = LEAST) -> list[Hit]:
    """Return what a name fits, best first; empty when nothing comes near.

    Args:
        text: a name, part of one, an id, or a code; in names typos, titles, other words and the endings of a
            case do no harm, but lower the score.
        names: what there is.
        kind: only nodes with this label.
        least: the lowest score to return, 0 to 100.

    Example:
        >>> putin = Name("putin", ("Actor", "Person"), ("Vladimir Putin", "Владимир Путин"))
        >>> there = [putin, Name("kn-23", ("WeaponType",), ("KN-23",))]
        >>> [(hit.id, hit.why) for hit in search("Путин", there)], search("kn23", there)[0].score
        ([('putin', 'same in other letters')], 100)
        >>> [(hit.score, hit.why) for hit in search("President Putin", there)]
        [(93, 'same, but for the title')]
    """
    asked = [_asked(text)]
    bare = without_titles(text)
    if bare and bare != text:
        asked.append(_asked(bare)._replace(share=_TITLED, also=", but for the title"))
    asked = [one for one in asked if one.squeezed]
    hits = []
    for name in names if asked else ():
        if kind is None or kind in name.labels:
            person = "Person" in name.labels
            spellings = map(_spelling, (*name.names, name.id))
            fits = (_fit(one, spelling, person) for spelling in spellings for one in asked)
            score, why, matched = found(text, name.codes) or max(fits, key=itemgetter(0))
            if score >= least:
                hits.append(Hit(name.id, name.labels[-1], name.names[0], matched, int(score), why))
    return sorted(hits, key=lambda hit: (-hit.score, len(hit.matched), hit.id))


def sure(text: str, hits: Sequence[Hit]) -> Hit | None:
    """Return the one thing that a name can mean; None when it is spelled otherwise or another comes near.

    Args:
        text: the name; signs that no name has and this one does not, such as `;`, are another spelling.
        hits: what it fits, the best first, as `search` returns it.

    Example:
        >>> there = [Name("kr", ("State",), ("South Korea", "Seoul")), Name("seoul", ("Place",), ("Seoul",))]
        >>> [hit and hit.id for name in ("south korea", "Seoul", "Korea")
        ...  for hit in [sure(name, search(name, there))]]
        ['kr', None, None]
    """
    if not hits or not hits[0].why.startswith(_SURE):
        return None
    best = hits[0]
    is_alone = len(hits) == 1 or best.score - hits[1].score >= _APART
    strange = {c for c in text if category(c)[0] not in "LMN" and c not in _IN_NAMES} - set(best.matched)
    return best if is_alone and not strange else None


def near(text: str, names: Iterable[Name], *, kind: str | None = None) -> Hit | None:
    """Return what a name that fits nothing may have meant, or None when nothing sounds like it.

    Example:
        >>> there = [Name("seoul", ("Place",), ("Seoul",)), Name("kirby", ("Person",), ("John Kirby",))]
        >>> near("Scholz", there), near("Jonn Kyrbi", there).id
        (None, 'kirby')
    """
    from kg.errors import nearest

    hits = search(text, names, kind=kind, least=50)
    return next((hit for hit in hits if nearest(squeezed(text), [squeezed(hit.matched)])), None)


class _Asked(NamedTuple):
    """A name that is looked for: how much a fit of it counts and what is said of it."""

    text: str
    squeezed: str
    words: list[tuple[str, ...]]
    share: float = 1.0
    also: str = ""


def _asked(text: str) -> _Asked:
    words = [tuple(dict.fromkeys(map(squeezed, named_by(word)))) for word in plain_words(text)]
    return _Asked(text, squeezed(text), [word for word in words if word[0]] or [(squeezed(text),)])


class _Spelling(NamedTuple):
    """A spelling of a name, and how it is compared."""

    text: str
    squeezed: str
    parts: list[str]


@lru_cache(50_000)  # a graph's names stay the same
def _spelling(text: str) -> _Spelling:
    return _Spelling(text, squeezed(text), tokens(text))


def _fit(asked: _Asked, spelling: _Spelling, person: bool) -> tuple[float, str, str]:
    """Return how well a spelling fits, from 0 to 100, why, and the spelling."""
    score, why = _score(asked, spelling, person)
    return score * asked.share, why + asked.also, spelling.text


def _score(asked: _Asked, spelling: _Spelling, person: bool) -> tuple[float, str]:
    if asked.text.casefold() == spelling.text.casefold():
        return 100, "same"
    if asked.squeezed == spelling.squeezed:
        same = is_latin(asked.text) == is_latin(spelling.text)
        return (100, "same without accents and marks") if same else (97, "same in other letters")
    best = [max((_alike(word, part) for part in spelling.parts), default=0.0) for word in asked.words]
    return max(
        _as_a_whole(asked, spelling, best),
        _as_a_part(asked, spelling, best),
        _with_more(asked, spelling.parts, person),
        key=itemgetter(0),
    )


def _as_a_whole(asked: _Asked, spelling: _Spelling, best: list[float]) -> tuple[float, str]:
    """Rate the words as all of the spelling, mistyped, in another order or in a case."""
    parts, score = spelling.parts, fuzz.ratio(asked.squeezed, spelling.squeezed)
    if len(parts) == len(best):
        if min(best) >= _CASE and _all_in(parts, asked):
            why = "same in another order" if min(best) == 100 else "in another case"
            return sum(best) / len(best), why
        words = [word[0] for word in asked.words]
        score = max(score, fuzz.ratio(" ".join(sorted(words)), " ".join(sorted(parts))))
        if any(max(fuzz.ratio(word, part) for part in parts) < _STRANGE for word in words):
            return 0.0, ""  # another one of the family
    return score * 0.97, "spelled differently"


def _as_a_part(asked: _Asked, spelling: _Spelling, best: list[float]) -> tuple[float, str]:
    """Rate the words as some of the spelling."""
    share = min(1.0, len(asked.squeezed) / max(1, len(spelling.squeezed)))
    score = min(best) and sum(best) / len(best) * (0.82 + 0.14 * share)
    return score, "part of the name" if min(best) >= 100 else "part of the name, spelled differently"


def _with_more(asked: _Asked, parts: list[str], person: bool) -> tuple[float, str]:
    """Rate the spelling as some of the words.

    One name alone says too little of a person: another of the family may be meant.
    """
    held = sum(map(len, parts))
    alone = person and len(parts) == 1
    if alone or held < _FEW or len(parts) >= len(asked.words) or not _all_in(parts, asked):
        return 0.0, ""
    return LEAST + (90 - LEAST) * min(1.0, held / len(asked.squeezed)), "the name, with other words"


def _all_in(parts: list[str], asked: _Asked) -> bool:
    return all(any(part in word for word in asked.words) for part in parts)


@lru_cache(50_000)  # most words stand in many names
def _alike(word: tuple[str, ...], part: str) -> float:
    """Return how alike a folded word, in one of the cases that it may be, and a folded part are, 0 to 100.

    A word that begins the other counts as alike; very different words count nothing.
    """
    if word[0] == part:
        return 100.0
    if part in word:
        return _CASE
    if len(word[0]) >= 3 and part.startswith(word[0]):
        return 92.0
    least = 75 if min(len(word[0]), len(part)) > 3 else 99
    return max(fuzz.ratio(one, part, score_cutoff=least) for one in word)
