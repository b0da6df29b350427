"""Where in a document something stands, in words: a paragraph, a page, a region or a moment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Part = tuple[str, dict[str, Any]]
"""Key of the interface word, and the values that it takes."""


def spot_parts(own: Mapping[str, Any]) -> Iterator[Part]:
    """Yield the parts of a place from the properties of its citation, the widest first.

    Example:
        >>> list(spot_parts({"page": 14, "timecode": None}))
        [('claim.page', {'page': 14})]
        >>> list(spot_parts({"paragraph": 14, "on_page": 14}))
        [('claim.page', {'page': 14})]
    """
    if own.get("on_page") is not None:
        yield "claim.page", {"page": own["on_page"]}
    elif own.get("paragraph") is not None:
        yield "claim.paragraph", {"paragraph": own["paragraph"]}
    if own.get("page") not in (None, own.get("on_page")):
        yield "claim.page", {"page": own["page"]}
    if own.get("region") is not None:
        yield "claim.region", {"region": " ".join(f"{share:g}" for share in own["region"])}
    if own.get("timecode") is not None:
        yield "claim.timecode", {"timecode": own["timecode"]}


_ENGLISH = {
    "claim.paragraph": "paragraph {paragraph}",
    "claim.page": "page {page}",
    "claim.region": "region {region} %",
    "claim.timecode": "{timecode}",
}


def spot_words(own: Mapping[str, Any]) -> str:
    """Return a place in English.

    Example:
        >>> spot_words({"paragraph": 4}), spot_words({"page": 14}), spot_words({"timecode": "0:01:23"})
        ('paragraph 4', 'page 14', '0:01:23')
    """
    return ", ".join(_ENGLISH[key].format(**values) for key, values in spot_parts(own))


PLACED = {"spot": "text", "on_page": "whole"}
"""What `on_page` may return, and what it holds."""


def on_page(own: Mapping[str, Any], paged: bool) -> dict[str, Any]:
    """Return what a place still needs to be worded, once its document is known.

    Args:
        own: properties of the place, as the seeds give them.
        paged: whether each paragraph of the document is a page.

    Returns:
        `on_page` where each paragraph of the document is a page, and `spot`, the place in English, where it
        is no paragraph of a text.

    Example:
        >>> on_page({"paragraph": 14}, True)
        {'on_page': 14, 'spot': 'page 14'}
        >>> on_page({"paragraph": 14}, False), on_page({"timecode": "0:01:23"}, False)
        ({}, {'spot': '0:01:23'})
    """
    if not paged and own.get("page") is own.get("region") is own.get("timecode") is None:
        return {}
    extra = {"on_page": own["paragraph"]} if paged and own.get("paragraph") is not None else {}
    words = spot_words({**own, "paragraph": None, **extra})
    return extra | ({"spot": words} if words else {})


def paragraph_words(number: int, paged: bool) -> str:
    """Return a paragraph in English, as the page that it is where each one is a page.

    Example:
        >>> paragraph_words(14, False), paragraph_words(14, True)
        ('paragraph 14', 'page 14')
    """
    return spot_words({"page" if paged else "paragraph": number})


def spot_text(page: int | None, region: Sequence[float] | None, timecode: str | None) -> str | None:
    """Return a place in what is no text in English, None where there is none."""
    if page is None and region is None and timecode is None:
        return None
    return spot_words({"page": page, "region": region, "timecode": timecode}) or None
