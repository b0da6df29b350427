"""The article of a page, and what stands beside it. Part of `html-blocks-1`.

readability finds where the article is; what it cuts out of the middle of one, as lists with links and short
paragraphs, comes back, and what sites put between the paragraphs goes by its names.
"""

from __future__ import annotations

import logging
import re
from copy import deepcopy
from typing import TYPE_CHECKING

from kg.sources.originals.blocks import BLOCKS, NO_TEXT, blocks

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACE = "data-kg-place"
_BESIDE = frozenset("nav form menu dialog".split())
_PERHAPS = frozenset("aside footer".split())
"""Beside an article unless readability keeps them; the footer of a quotation says whose it is."""
_NAMES = (
    "ad|ads|adv|advert|advertisement|advertising|banner|breadcrumbs?|comments?|consent|cookies?|disqus|donate|gdpr"
    "|login|menu|modal|most-read|nav|navbar|navigation|newsletter|outbrain|pagination|paywall|popular|popup|promo"
    "|recommended|related|share|sharing|sidebar|skip|social|sponsor|sponsored|subscribe|taboola|tags|teasers?"
    "|toolbar|trending|wm-ipp(?:-base|-print)?"
)
_DAYS = "date|datetime|pubdate|published|timestamp"
_NAMED = re.compile(rf"(?:^|[\s_-])(?:{_NAMES}|{_DAYS})(?:$|[\s_-])", re.I)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_SENTENCES = frozenset("p li td th dd dt blockquote figcaption h1 h2 h3 h4 h5 h6 pre".split())
_MOST, _HALF, _SOME = 0.8, 0.5, 0.3


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
        self._kept = _kept(page)
        self.letters = _letters(page, self._kept)
        self.frame = self._frame()

    def lines(self) -> list[str]:
        """Return the lines of the article."""
        return blocks(self.page, self._wanted, self.dropped)

    def _wanted(self, block: _Element) -> bool:
        whole = self.frame.tag not in ("body", "html")
        return block in self._kept or (whole and (block is self.frame or self.frame in block.iterancestors()))

    def dropped(self, element: _Element) -> bool:
        """Return whether an element stands beside the article, or among its paragraphs as a stranger."""
        if element.get("hidden") is not None or _UNSEEN.search(element.get("style") or ""):
            return True
        letters, linked, kept = self.letters[element]
        if kept > _HALF * self.letters[self.page][2]:
            return False
        tag = element.tag
        if tag in _BESIDE or (tag in _PERHAPS and not kept and not any(element.iterancestors("blockquote"))):
            return True
        inside = tag not in BLOCKS and any(each.tag in _SENTENCES for each in element.iterancestors())
        if inside:
            return False
        if tag == "time" or _NAMED.search(f"{element.get('class', '')} {element.get('id', '')}"):
            return True
        return tag in BLOCKS and not kept and linked > _HALF * letters

    def _frame(self) -> _Element:
        """Return the deepest element with most of what was kept, or the article or main part around it."""
        frame, all_of_it = self.page, self.letters[self.page][2]
        deeper: _Element | None = self.page
        while deeper is not None:
            frame = deeper
            deeper = next((each for each in frame if self._kept_in(each) >= _MOST * max(all_of_it, 1)), None)
        for around in (frame, *frame.iterancestors()):
            body = around.tag in ("article", "main") or "articleBody" in (around.get("itemprop") or "")
            if body and self.letters[around][2] >= _SOME * self.letters[around][0]:
                return around
        return next((each for each in (frame, *frame.iterancestors()) if each.tag not in _SENTENCES), frame)

    def _kept_in(self, element: _Element) -> int:
        return self.letters[element][2] if element in self.letters else 0


def _kept(page: _Element) -> set[_Element]:
    """Return the elements that readability takes for the article."""
    from lxml.html import fragment_fromstring
    from readability import Document
    from readability.readability import Unparseable

    places = [each for each in page.iter() if isinstance(each.tag, str)]
    copy = deepcopy(page)
    for number, each in enumerate(each for each in copy.iter() if isinstance(each.tag, str)):
        each.set(_PLACE, str(number))
    logging.getLogger("readability").setLevel(logging.CRITICAL)
    try:
        chosen = fragment_fromstring(Document(copy).summary(html_partial=True), create_parent=True)
    except (Unparseable, ValueError):
        return set()
    return {places[int(place)] for each in chosen.iter() if (place := each.get(_PLACE))}


def _letters(page: _Element, kept: set[_Element]) -> dict[_Element, tuple[int, int, int]]:
    """Count the characters in each element: all, those in links, those directly in what is kept."""
    counted: dict[_Element, tuple[int, int, int]] = {}
    for element in reversed([each for each in page.iter() if isinstance(each.tag, str)]):
        own = len((element.text or "").strip()) + sum(len((child.tail or "").strip()) for child in element)
        if element.tag in NO_TEXT:
            counted[element] = (0, 0, 0)
            continue
        within = [counted[child] for child in element if child in counted]
        letters = own + sum(each[0] for each in within)
        linked = letters if element.tag == "a" else sum(each[1] for each in within)
        counted[element] = (
            letters,
            linked,
            (own if element in kept else 0) + sum(each[2] for each in within),
        )
    return counted
