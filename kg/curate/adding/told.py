"""What is said about a document that was added: each value, and from where it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from kg.curate.adding.plan import NEW_KIND, Addition
from kg.errors import number_of
from kg.formats.text import visible

_WIDTH = 10


def told(addition: Addition, shown: Callable[[Path], str]) -> Iterator[str]:
    """Yield the lines that say what was taken from where.

    Args:
        addition: what was added.
        shown: how a path is printed.
    """
    for name, (value, where) in addition.taken:
        yield _row(name, f"{value}  ({where})")
        if name == "outlet" and addition.organization:
            called = addition.organization["name"]
            yield _row("", f"new organization '{called}', taken for a {NEW_KIND}: correct it if it is none")
    made = addition.document.original
    if made and made.warc:
        yield _row("record", f"{made.warc.record}, {made.warc.uri}, {made.warc.date}")
    yield _row("text", _text(addition, shown))
    yield from (_row("note", note) for note in addition.notes)


def _text(addition: Addition, shown: Callable[[Path], str]) -> str:
    lines, made = addition.derived.lines, addition.document.original
    count = number_of(len(lines), "page" if addition.document.paged else "paragraph")
    if made is None:
        return f"{shown(addition.text)}: {count}; it lies there already and stays as it is"
    return f"{shown(addition.text)}: {count}, by the rule {made.rule} with {made.tool}"


def _row(name: str, words: str) -> str:
    return f"  {name:<{_WIDTH}} {visible(words)}"


def numbered(addition: Addition) -> Iterator[str]:
    """Yield the paragraphs of a text, each behind its number."""
    lines = addition.derived.lines
    width = len(str(len(lines)))
    for number, line in enumerate(lines, 1):
        yield f"{number:>{width}}  {visible(line)}"
