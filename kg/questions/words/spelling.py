"""Mistyped words of questions; imported only when a question holds a word that nobody knows."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

from kg.questions.words.synonyms import vocabulary

ALIKE = 0.8
"""Share of letters that must stay when a word is mended."""


def nearest_word(word: str, names: Iterable[str]) -> str | None:
    """Return the word of questions that a mistyped one comes nearest to.

    It is None when none is near, or a name is nearer.

    Example:
        >>> nearest_word("sorced", []), nearest_word("xylophon", [])
        ('sourced', None)
    """
    near = [other for other in vocabulary() if other[0] == word[0]]
    best = process.extractOne(word, near, scorer=OSA.normalized_similarity, score_cutoff=ALIKE)
    if best is None or process.extractOne(
        word, list(names), scorer=OSA.normalized_similarity, score_cutoff=best[1]
    ):
        return None
    nearest: str = best[0]
    return (
        None if nearest in (f"un{word}", word.removeprefix("un")) else nearest
    )  # that would turn the meaning round
