"""The article of a page, and what stands beside it. Part of `html-blocks-1`.

readability finds where the article is; what it cuts out of the middle of one, as lists with links and short
paragraphs, comes back, and what sites put between the paragraphs goes by its names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.sources.originals.blocks import BLOCKS, blocks
from kg.sources.originals.chosen import kept, letters
from kg.sources.originals.names import is_named

if TYPE_CHECKING:
    from lxml.etree import _Element

_BESIDE = frozenset("nav form menu dialog".split())
_PERHAPS = frozenset("aside footer".split())
"""Beside an article unless readability keeps them; the footer of a quotation says whose it is."""
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SENTENCES = frozenset("p li td th dd dt blockquote figcaption h1 h2 h3 h4 h5 h6 pre".split())
_LEAST = 200
"""Characters of an article; where readability finds fewer, the whole page counts as one."""
_MOST, _HALF, _SOME, _CLEAN, _MANY, _SMALL = 0.8, 0.5, 0.3, 0.6, 0.7, 0.2


class Article:
    """Which elements of a page belong to its article.

    Attributes:
        page: the root of the page as it was parsed.
        frame: the element that holds the article.
        letters: for each element, how many characters are in it, in links in it, and kept by readability.
    """

    def __init__(self, page: _Element) -> None:
        """Find the article."""
        self.page = page
        self._kept = kept(page)
        self.letters = letters(page, self._kept)
        if self.letters[page][2] < _LEAST:
            beside = {each for part in page.iter(*_PERHAPS) for each in part.iter()}
            self._kept = {each for each in page.iter() if isinstance(each.tag, str)} - beside
            self.letters = letters(page, self._kept)
        middle = self._deepest()
        self._middle = set(middle.iter())
        self.frame = self._around(middle)

    def lines(self) -> list[str]:
        """Return the lines of the article."""
        return blocks(self.page, self._wanted, self.dropped)

    def _wanted(self, block: _Element) -> bool:
        whole = self.frame.tag not in ("body", "html")
        return block in self._kept or (whole and (block is self.frame or self.frame in block.iterancestors()))

    def dropped(self, element: _Element) -> bool:
        """Return whether an element stands beside the article, or among its paragraphs as a stranger."""
        if element.tag in ("html", "body"):
            return False
        if _is_hidden(element):
            return True
        inside, linked, taken = self.letters[element]
        whole = self.letters[self.page][2]
        if taken > _HALF * whole:
            return False
        tag = element.tag
        if tag in _BESIDE or (tag in _PERHAPS and not taken and not _in_quotation(element)):
            return True
        if tag not in BLOCKS and any(each.tag in _SENTENCES for each in element.iterancestors()):
            return False
        if tag == "time" or (taken < _SMALL * whole and is_named(element)):
            return True
        links = _MOST if element in self._middle else _MANY
        return tag in BLOCKS - _SENTENCES and not taken and linked > links * inside

    def _deepest(self) -> _Element:
        """Return the deepest element with most of what was kept."""
        frame, all_of_it = self.page, self.letters[self.page][2]
        deeper: _Element | None = self.page
        while deeper is not None:
            frame = deeper
            deeper = next((each for each in frame if self._kept_in(each) >= _MOST * max(all_of_it, 1)), None)
        return frame

    def _around(self, frame: _Element) -> _Element:
        """Return the article or main part around an element, else what holds little beside the article."""
        for around in (frame, *frame.iterancestors()):
            if around.tag in ("article", "main") and self._share(around) >= _SOME:
                return around
        for around in frame.iterancestors():
            if frame.tag not in _SENTENCES and (around.tag == "body" or self._share(around) < _CLEAN):
                break
            frame = around
        return frame

    def _share(self, element: _Element) -> float:
        return self.letters[element][2] / max(self.letters[element][0], 1)

    def _kept_in(self, element: _Element) -> int:
        return self.letters[element][2] if element in self.letters else 0


def _is_hidden(element: _Element) -> bool:
    shown = element.get("hidden") is None and element.get("aria-hidden") != "true"
    return not shown or _UNSEEN.search(element.get("style") or "") is not None


def _in_quotation(element: _Element) -> bool:
    return next(element.iterancestors("blockquote"), None) is not None
