"""Addresses of copies in web archives, told apart from the address of the page itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.sources.originals.derived import Said

_COPY = re.compile(
    r"https?://(?:web\.archive\.org/web/\d{4,14}[a-z_]*"
    r"|archive\.(?:today|is|ph|md|li|vn|fo)/(?:o/\w+|[\d.-]{8,}))/(?P<page>https?:.+)",
    re.I,
)
_SHORT = re.compile(r"https?://archive\.(?:today|is|ph|md|li|vn|fo)/\w+$", re.I)


def addresses(found: Iterable[Said[str]]) -> tuple[Said[str] | None, Said[str] | None]:
    """Return the first address of a page among those found, and the first of a copy in an archive.

    Example:
        >>> addresses([Said("https://web.archive.org/web/20221109110400/https://a.org/b", "canonical")])[0]
        Said(value='https://a.org/b', where='canonical')
    """
    pages: list[Said[str]] = []
    copies: list[Said[str]] = []
    for url, where in found:
        copy = _COPY.match(url)
        if copy or _SHORT.match(url):
            copies.append(Said(url, where))
        if copy or (re.match(r"https?://[^\s/]+", url, re.I) and not _SHORT.match(url)):
            pages.append(Said(copy["page"] if copy else url, where))
    return next(iter(pages), None), next(iter(copies), None)
