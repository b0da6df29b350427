"""Finding things by name: over all names and spellings, with typos, umlauts and other scripts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from kg.language.fold import is_latin, squeezed, tokens
from kg.model import OWNED
from kg.model.table import general

LEAST = 70.0
"""No hit has a score below this."""


class Name(NamedTuple):
    """A thing of the graph and what it is called.

    It has an id, labels from general to special, and names, the main one first.
    """

    id: str
    labels: tuple[str, ...]
    names: tuple[str, ...]


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
        things: labels, id, name, and further spellings (texts or lists of them).
        cited: id and a name that a cited text equates with it.
    """
    also: dict[str, list[str]] = {}
    for id, name in cited:
        also.setdefault(id, []).append(name)
    names = []
    for labels, id, *spellings in things:
        flat = [
            text
            for one in (*spellings, also.get(id))
            for text in (one if isinstance(one, list) else [one])
            if text
        ]
        names.append(
            Name(id, tuple(sorted(set(labels) - {OWNED}, key=_general)), tuple(dict.fromkeys(flat)) or (id,))
        )
    return sorted(names)


def _general(label: str) -> tuple[bool, str]:
    return label not in general(), label


def search(text: str, names: Iterable[Name], *, kind: str | None = None, least: float = LEAST) -> list[Hit]:
    """Return what a name fits, best first; empty when nothing comes near.

    Args:
        text: a name, part of one, or an id; typos do no harm.
        names: what there is.
        kind: only nodes with this label.
        least: the lowest score to return, 0 to 100.

    Example:
        >>> putin = Name("putin", ("Actor", "Person"), ("Vladimir Putin", "Владимир Путин"))
        >>> there = [putin, Name("kn-23", ("WeaponType",), ("KN-23",))]
        >>> [(hit.id, hit.why) for hit in search("Путин", there)], search("kn23", there)[0].score
        ([('putin', 'same in other letters')], 100)
    """
    asked = squeezed(text)
    if not asked:
        return []
    words = tokens(text)
    hits = []
    for name in names:
        if kind is None or kind in name.labels:
            score, matched, why = max(
                (_fit(text, asked, words, spelling) for spelling in (*name.names, name.id)), key=itemgetter(0)
            )
            if score >= least:
                hits.append(Hit(name.id, name.labels[-1], name.names[0], matched, int(score), why))
    return sorted(hits, key=lambda hit: (-hit.score, len(hit.matched), hit.id))


def _fit(text: str, asked: str, words: list[str], spelling: str) -> tuple[float, str, str]:
    """Return how well a spelling fits, from 0 to 100, the spelling, and why."""
    if text.casefold() == spelling.casefold():
        return 100, spelling, "same"
    other = squeezed(spelling)
    if asked == other:
        same = is_latin(text) == is_latin(spelling)
        return (
            100 if same else 97,
            spelling,
            "same without accents and marks" if same else "same in other letters",
        )
    from rapidfuzz import fuzz

    parts = tokens(spelling)
    full_score = fuzz.ratio(asked, other)
    if len(parts) == len(words) > 1:
        full_score = max(full_score, fuzz.ratio(" ".join(sorted(words)), " ".join(sorted(parts))))
    best = [max((_alike(word, part) for part in parts), default=0.0) for word in words]
    share = min(1.0, len(asked) / max(1, len(other)))
    inside = min(best) and sum(best) / len(best) * (0.82 + 0.14 * share)
    if inside > full_score * 0.97:
        return (
            inside,
            spelling,
            "part of the name" if min(best) >= 100 else "part of the name, spelled differently",
        )
    return full_score * 0.97, spelling, "spelled differently"


def _alike(word: str, part: str) -> float:
    """Return how alike two folded words are, 0 to 100.

    A word that begins the other counts as alike; very different words count nothing.
    """
    from rapidfuzz import fuzz

    if word == part:
        return 100.0
    if len(word) >= 3 and part.startswith(word):
        return 92.0
    alike = fuzz.ratio(word, part)
    return alike if alike >= (75 if min(len(word), len(part)) > 3 else 99) else 0.0
