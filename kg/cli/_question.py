"""A question in words: what it means, and asking back when that is not clear."""

from __future__ import annotations

import sys
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import click

from kg.errors import CallError, Problem, nearest
from kg.questions import library

if TYPE_CHECKING:
    from kg.questions.words.understanding import Understanding
    from kg.store import Store

NEAREST = 3
"""Questions that are named when none fits."""
SHOWN = 6
"""Questions that are named at most when several fit."""


def in_words(args: Sequence[str]) -> int:
    """Return how many words of a call are a question: 0 when they are a preset, or one that was mistyped.

    Raises:
        CallError: the one word is no preset and comes near one.
    """
    count = next((i for i, word in enumerate(args) if word.startswith("-") and len(word) > 1), len(args))
    if args[0] in library.files():
        return 0
    one = " ".join(args[:count]).split()
    if len(one) <= 1 and (not one or nearest(args[0], library.files()) or len(args[0]) > 100):
        library.question(args[0])
    return max(count, 1)


def understood(question: str, store: Store, given: Collection[str] = ()) -> Understanding:
    """Return what a question means; says it on standard error, with the words that were not used.

    Args:
        question: in words.
        store: where the graph is.
        given: names of parameters that options give.

    Raises:
        CallError: nothing fits, or it is not clear what is meant and nobody can be asked.
    """
    from kg.questions.names import names_for, values_of
    from kg.questions.words.questions import LONGEST, answer, fitting, understand

    if len(question) > LONGEST:
        raise CallError(Problem(f"the question has {len(question):,} letters", expected=f"at most {LONGEST}"))
    rated = understand(
        question, library.every(), names_for(store, question), values_of(store, library.every())
    )
    chosen = answer(rated, given)
    if chosen is None:
        best = fitting(rated)
        if not best:
            raise _nothing(question, rated)
        chosen = _asked_back(question, best, given)
    click.echo(f"understood: {chosen.called(given)}", err=True)
    if chosen.lost:
        click.echo(_not_used(chosen), err=True)
    return chosen


def _nothing(question: str, rated: Sequence[Understanding]) -> CallError:
    """Return the error that names the nearest questions."""
    if len(question.split()) <= 1:
        expected = "one of those that 'kg presets' lists"
        return CallError(
            Problem(
                f"there is no question '{question.strip()[:80]}', and no question fits that word",
                expected=expected,
            )
        )
    error = CallError(
        Problem(
            f"no question fits '{question[:80]}'",
            expected="words of a question that 'kg presets' lists",
            todo="the nearest are:",
        )
    )
    for near in _nearest(question, rated):
        error.add_note(near)
    return error


def _nearest(question: str, rated: Sequence[Understanding]) -> list[str]:
    from rapidfuzz import fuzz, process

    titles = {preset.name: preset.title for preset in library.every()}
    names = [u.preset.name for u in rated[:NEAREST]]
    others = process.extract(question, titles, scorer=fuzz.token_set_ratio, limit=len(titles))
    names += [name for _, _, name in others if name not in names]
    return [f"  kg ask {name}  ({titles[name]})" for name in names[:NEAREST]]


def _not_used(meant: Understanding) -> str:
    unsure = [word for word in meant.unsure if word not in meant.unused]
    said = {"not used": meant.unused, "perhaps meant otherwise": unsure}
    return "; ".join(f"{what}: {', '.join(words)}" for what, words in said.items() if words)


def _asked_back(question: str, best: Sequence[Understanding], given: Collection[str]) -> Understanding:
    """Let the person choose on a terminal; elsewhere say what could be meant.

    Raises:
        CallError: nobody can be asked.
    """
    whole = [u for u in best if u.whole(given)]
    best = whole if len(whole) > 1 else best
    shown = best[:SHOWN]
    lines = [
        f"{u.called(given)}\n     {u.preset.title} ({u.score:.2f}: {', '.join(u.why)})"
        + (f"\n     {_not_used(u)}" if u.lost else "")
        for u in shown
    ]
    if sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty():
        click.echo(f"'{question}' may mean:", err=True)
        for number, line in enumerate(lines, 1):
            click.echo(f"  {number}. {line}", err=True)
        return shown[click.prompt("which one", type=click.IntRange(1, len(shown)), err=True) - 1]
    equally, unsure = f"fits {len(best)} questions equally", "fits no question with all its words for certain"
    fault = equally if len(whole) > 1 else unsure
    error = CallError(Problem(f"'{question[:80]}' {fault}", expected="one of these"))
    for line in lines:
        error.add_note(f"  kg ask {line}")
    if len(best) > len(shown):
        error.add_note(f"  and {len(best) - len(shown)} more; say what you want to know of it")
    raise error
