"""The blocks of a page as lines: one block element one line, a table row `a | b`. Part of `html-blocks-1`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from kg.sources.originals.lines import line

if TYPE_CHECKING:
    from lxml.etree import _Element

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li main menu nav ol p pre section summary"
    " table tbody tfoot thead tr ul".split()
)
NO_TEXT = frozenset(
    "audio button canvas datalist head iframe input link math meta noscript object option script select style"
    " svg template textarea title video rp rt".split()
)
_CELLS = frozenset(("td", "th"))
_ENDS = re.compile(r"[.!?…:;\"'”’»)\]。！？]\s*$")
"""What ends a sentence or a part of one, so that the next line in the page is a new one."""
Take = Callable[["_Element"], bool]


def blocks(root: _Element, wanted: Take, dropped: Take) -> list[str]:
    """Return the lines of a page.

    Args:
        root: where to begin.
        wanted: whether the text that stands directly in a block element is taken.
        dropped: whether an element is left out with all that is in it.

    Example:
        >>> from lxml.html import fromstring
        >>> page = fromstring("<div>One<p>two<br><br>three</p><table><tr><td>a<td>b</table></div>")
        >>> blocks(page, lambda e: True, lambda e: False)
        ['One', 'two', 'three', 'a | b']
    """
    return _Lines(wanted, dropped).read(root)


class _Lines:
    def __init__(self, wanted: Take, dropped: Take) -> None:
        self.wanted, self.dropped = wanted, dropped
        self.lines: list[str] = []
        self.now: list[str] = []
        self.open: list[_Element] = []
        """The block elements that are open, the innermost last."""
        self.row: _Element | None = None
        self.breaks = 0

    def read(self, root: _Element) -> list[str]:
        from lxml import etree

        walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event in ("comment", "pi"):
                self.text(element.tail if element is not root else None)
                continue
            tag = str(element.tag)
            out = tag in NO_TEXT or self.dropped(element)
            if event == "start":
                if out:
                    walk.skip_subtree()
                else:
                    self.begin(element, tag)
                    self.text(element.text)
                continue
            if not out:
                self.end(element, tag)
            if element is not root:
                self.text(element.tail)
        self.flush()
        return self.lines

    def begin(self, element: _Element, tag: str) -> None:
        if tag in _CELLS and self.row is not None:
            if element.getprevious() is not None:
                self.now.append(" | ")
            return
        if tag == "br":
            self.breaks += 1
        elif (tag in BLOCKS or tag in _CELLS) and self.row is None:
            self.flush()
            self.open.append(element)
            if tag == "tr" and _of_data(element):
                self.row = element
        elif tag in BLOCKS:
            self.now.append(" ")

    def end(self, element: _Element, tag: str) -> None:
        if element is self.row:
            self.row = None
        if self.row is not None:
            if tag in BLOCKS:
                self.now.append(" ")
        elif self.open and self.open[-1] is element:
            self.flush()
            self.open.pop()

    def text(self, text: str | None) -> None:
        if not text:
            return
        if text.strip() and self.breaks:
            if self.row is None and (self.breaks > 1 or _ENDS.search("".join(self.now[-5:]))):
                self.flush()
            self.now.append(" ")
            self.breaks = 0
        if self.open and self.open[-1].tag == "pre":
            first, *more = text.split("\n")
            self.now.append(first)
            for each in more:
                self.flush()
                self.now.append(each)
        else:
            self.now.append(text)

    def flush(self) -> None:
        found = line("".join(self.now))
        self.now.clear()
        self.breaks = 0
        if found.strip("| ") and (not self.open or self.wanted(self.open[-1])):
            self.lines.append(found)


def _of_data(row: _Element) -> bool:
    """Return whether a table row holds data, not the layout of a page: no cell has several blocks."""
    for cell in row:
        inside = [each for each in cell.iterdescendants() if each.tag in BLOCKS]
        if (
            any(each.tag == "table" for each in inside)
            or sum(each.tag in ("p", "div", "h1", "h2") for each in inside) > 1
        ):
            return False
    return True
