"""What readability takes for the article of a page, and how much text is where. Part of `html-blocks-1`."""

from __future__ import annotations

import logging
from copy import deepcopy
from typing import TYPE_CHECKING

from kg.sources.originals.blocks import NO_TEXT

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACE = "data-kg-place"
_ATTRIBUTES = frozenset("class id itemprop href hidden style".split())
"""What readability goes by."""


def kept(page: _Element) -> set[_Element]:
    """Return the elements that readability takes for the article."""
    from lxml.html import document_fromstring
    from readability import Document
    from readability.readability import Unparseable

    places = [each for each in page.iter() if isinstance(each.tag, str)]
    copy = deepcopy(page)
    for number, each in enumerate(each for each in copy.iter() if isinstance(each.tag, str)):
        # the page as a whole may be hidden until a program shows it
        known = {name: _printable(each.attrib[name]) for name in _ATTRIBUTES if name in each.attrib}
        each.attrib.clear()
        each.attrib.update({**(known if each.tag not in ("html", "body") else {}), _PLACE: str(number)})
    logging.getLogger("readability").setLevel(logging.CRITICAL)
    try:
        chosen = document_fromstring(f"<div>{Document(copy).summary(html_partial=True)}</div>")
    except (Unparseable, ValueError):
        return set()
    return {places[int(place)] for each in chosen.iter() if (place := each.get(_PLACE))}


def _printable(value: str | bytes) -> str:
    """Return a value without the control characters that a parser lets in and refuses to be given."""
    return "".join(filter(str.isprintable, str(value)))


def letters(page: _Element, taken: set[_Element]) -> dict[_Element, tuple[int, int, int]]:
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
            (own if element in taken else 0) + sum(each[2] for each in within),
        )
    return counted
