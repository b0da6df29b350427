"""The words at a cited place, for formats that pass them on where the reader asks for it."""

from __future__ import annotations

from collections.abc import Callable

from kg.errors import CallError, Problem
from kg.formats.annotating import Place
from kg.formats.leaving import Loss
from kg.sources import texts


def quotes(wanted: str, loss: Loss) -> Callable[[Place], str | None]:
    """Return what looks up the words at a place; None for all when they are not wanted.

    Args:
        wanted: "yes" or "no".
        loss: takes note of places whose words are not at hand, or not those that were cited.

    Raises:
        CallError: it is neither, or no texts are at hand.
    """
    if wanted not in ("yes", "no"):
        raise CallError(Problem(f"--quotes: '{wanted[:80]}' is neither yes nor no", expected="yes or no"))
    if wanted == "no":
        return lambda place: None
    folder = texts.folder(None)
    if folder is None:
        todo = "name the folder of the texts in KG_SOURCES, or leave --quotes out"
        raise CallError(Problem("--quotes: no texts are at hand", todo=todo))
    known: dict[str, texts.DocumentText | None] = {}

    def words(place: Place) -> str | None:
        if (span := place.cited.span) is None:
            return None
        document = place.document
        if document.id not in known:
            known[document.id] = texts.read(folder, document.file)
        found = texts.quote_in(known[document.id], *span)
        if found.state != "verified":
            loss.cut("the words at a place, which are not at hand", place.path)
            return None
        return found.text

    return words
