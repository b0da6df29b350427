"""What is said about a document that was added: each value, and from where it is."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

from kg.curate.adding.plan import NEW_KIND, Addition
from kg.errors import number_of
from kg.formats.text import visible

_WIDTH = 10
_NARROWEST = 40


def told(addition: Addition, shown: Callable[[Path], str], columns: int = 80) -> Iterator[str]:
    """Yield the lines that say what was taken from where.

    Args:
        addition: what was added.
        shown: how a path is printed.
        columns: of the terminal; a word that is longer stays whole.
    """
    for name, words in _told(addition, shown):
        first = f"  {name:<{_WIDTH}} "
        yield from textwrap.wrap(
            visible(words),
            max(columns, _NARROWEST),
            initial_indent=first,
            subsequent_indent=" " * len(first),
            break_long_words=False,
            break_on_hyphens=False,
        )


def _told(addition: Addition, shown: Callable[[Path], str]) -> Iterator[tuple[str, str]]:
    for name, (value, where) in addition.taken:
        yield name, f"{value}  ({where})"
        if name == "outlet" and addition.organization:
            called = addition.organization["name"]
            yield "", f"new organization '{called}', taken for a {NEW_KIND}: correct it if it is none"
    made = addition.document.original
    if made and made.warc:
        yield "record", f"{made.warc.record}, {made.warc.uri}, {made.warc.date}"
    yield "text", _text(addition, shown)
    yield from (("note", note) for note in addition.notes)


def _text(addition: Addition, shown: Callable[[Path], str]) -> str:
    lines, made = addition.derived.lines, addition.document.original
    count = number_of(len(lines), "page" if addition.document.paged else "paragraph")
    if made is None:
        return f"{shown(addition.text)}: {count}; it lies there already and stays as it is"
    return f"{shown(addition.text)}: {count}, by the rule {made.rule} with {made.tool}"


def numbered(addition: Addition) -> Iterator[str]:
    """Yield the paragraphs of a text, each behind its number."""
    lines = addition.derived.lines
    width = len(str(len(lines)))
    for number, line in enumerate(lines, 1):
        yield f"{number:>{width}}  {visible(line)}"
