"""What is held back of a graph or left out of it, in words: how much, and by which rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kg.language import ENGLISH
from kg.language.interface import languages
from kg.language.interface.words import Words
from kg.language.title import Title
from kg.model.sharing import FEW, HeldBack


def told(held: HeldBack, w: Words) -> str:
    """Return the statement of what is held back; a small count is not told.

    Example:
        >>> print(told(HeldBack(4, 1, "green"), Words()))
        held back: 4 claims, fewer than 3 documents (marked stricter than green, or withdrawn)
        >>> print(told(HeldBack(0, 0, None, True), Words("de")))
        zurückgehalten: nichts (nicht geprüft, oder zurückgezogen)
    """
    counts = (("held.claims", held.claims), ("held.documents", held.documents))
    what = [w(key, n=w.number(n) if n >= FEW else w("held.few", n=FEW)) for key, n in counts if n]
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


def options_of(held: HeldBack | None) -> list[str]:
    """Return the options of a command that hold back the same.

    Example:
        >>> options_of(HeldBack(7, 4, "green", True)), options_of(None)
        (['--mark green', '--reviewed'], [])
    """
    if held is None:
        return []
    return [*([f"--mark {held.mark}"] if held.mark else []), *(["--reviewed"] if held.reviewed else [])]


def with_statement(title: str, held: HeldBack | None) -> str:
    """Return a title with the statement of what is held back, in each language, if anything may be."""
    return title if held is None else _with(title, lambda w: told(held, w))


def with_event(title: str, name: str | None) -> str:
    """Return a title that says of which event alone a picture tells, in each language, if of one alone."""
    return title if name is None else _with(title, lambda w: w("title.event", name=name))


def _with(title: str, more: Callable[[Words], str]) -> str:
    name = Title(title)
    every = {code: f"{name.said(code)} ({more(Words(code))})" for code in languages()}
    return Title(every[ENGLISH], every)
