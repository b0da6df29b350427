"""What is held back of a graph, in words: how much, and by which rule."""

from __future__ import annotations

from collections.abc import Iterator

from kg.language.interface.words import Words
from kg.model.sharing import FEW, HeldBack


def told(held: HeldBack, w: Words) -> str:
    """Return the statement of what is held back; a small count is not told.

    Example:
        >>> print(told(HeldBack(4, 1, "green"), Words()))
        held back: 4 claims, fewer than 3 documents (marked stricter than green, or withdrawn)
        >>> print(told(HeldBack(0, 0, None, True), Words("de")))
        zurückgehalten: nichts (nicht geprüft, oder zurückgezogen)
    """
    counts = (("claims", held.claims), ("documents", held.documents))
    what = [
        w(f"held.{name}", n=w.number(n)) if n >= FEW else w(f"held.{name}.few", n=FEW)
        for name, n in counts
        if n
    ]
    why = [w("held.marked", mark=held.mark)] if held.mark else []
    why += [w("held.unreviewed")] if held.reviewed else []
    return w(
        "held.back", what=", ".join(what) or w("held.nothing"), why=", ".join([*why, w("held.withdrawn")])
    )


def rules(mark: str | None, reviewed: bool, w: Words) -> Iterator[str]:
    """Yield what an answer from what may be shared is narrowed to.

    Example:
        >>> [*rules("green", True, Words())]
        ['marked green at most', 'only what was reviewed']
    """
    if mark:
        yield w("finding.about.mark", value=mark)
    if reviewed:
        yield w("finding.about.reviewed")
