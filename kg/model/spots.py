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
    """
    if own.get("paragraph") is not None:
        yield "claim.paragraph", {"paragraph": own["paragraph"]}
    if own.get("page") is not None:
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


def spot_text(page: int | None, region: Sequence[float] | None, timecode: str | None) -> str | None:
    """Return a place in what is no text in English, None where there is none."""
    return spot_words({"page": page, "region": region, "timecode": timecode}) or None
