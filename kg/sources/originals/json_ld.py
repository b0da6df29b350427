"""The articles that the JSON-LD of a page describes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from kg.sources.originals.derived import Said

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_OF_AN_ARTICLE = ("Article", "Posting", "Report")
"""How the names of the types of articles end, as in NewsArticle."""
_KEYS = {
    "title": ("headline",),
    "outlet": ("publisher",),
    "author": ("author", "creator"),
    "published": ("datePublished",),
    "language": ("inLanguage",),
    "url": ("mainEntityOfPage", "url"),
}


def said(page: HtmlElement) -> Iterator[tuple[str, Said[str]]]:
    """Return what the articles in a page say of themselves: the field of `Says`, the value and where it is.

    Example:
        >>> from lxml.html import document_fromstring
        >>> ld = '{"@type": "NewsArticle", "author": [{"name": "A"}, {"name": "B"}]}'
        >>> list(said(document_fromstring(f'<script type="application/ld+json">{ld}</script>')))
        [('author', Said(value='A, B', where='JSON-LD author'))]
    """
    for thing in _things(page):
        for field, keys in _KEYS.items():
            for key in keys:
                if name := _name(thing.get(key)):
                    yield field, Said(name, f"JSON-LD {key}")


def _things(page: HtmlElement) -> Iterator[dict[str, Any]]:
    """Return the articles that the JSON-LD of a page describes."""
    for script in page.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        try:
            todo = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while todo:
            thing = todo.pop(0)
            if isinstance(thing, list):
                todo.extend(thing)
            elif isinstance(thing, dict):
                todo.extend(each for each in (thing.get("@graph"), thing.get("mainEntity")) if each)
                types = thing.get("@type")
                if any(
                    str(each).endswith(_OF_AN_ARTICLE)
                    for each in (types if isinstance(types, list) else [types])
                ):
                    yield thing


def _name(value: Any) -> str:
    """Return a value of JSON-LD as text: the name or id of a thing, several with commas."""
    if isinstance(value, list):
        return ", ".join(name for each in value if (name := _name(each)))
    if isinstance(value, dict):
        return _name(value.get("name") or value.get("@id"))
    return value if isinstance(value, str) else ""
