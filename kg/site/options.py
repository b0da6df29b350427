"""What a site is built with, and what comes out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kg.language import ENGLISH
from kg.site.publication import NOBODY, Publication


class Options(NamedTuple):
    """How a site is built.

    Attributes:
        language: of the interface; the facts stay English paraphrases.
        as_of: only what was published on or before this day; None for everything.
        base_url: absolute address under which the site will stand, with a slash at the end; empty when nobody
            knows. With it the site gets a sitemap, a feed and canonical addresses; all other links are
            relative in any case.
        title: name of the site; empty for the one of the language.
        sources: folder of the documents' texts, to show the quoted spans; None for none.
        publication: who publishes, and under what terms.
    """

    language: str = ENGLISH
    as_of: date | None = None
    base_url: str = ""
    title: str = ""
    sources: Path | None = None
    publication: Publication = NOBODY

    def address(self, path: str) -> str:
        """Return the absolute address of a page, empty when nobody knows where the site will stand.

        Example:
            >>> Options(base_url="https://example.org/").address("a.html"), Options().address("a.html")
            ('https://example.org/a.html', '')
        """
        return self.base_url + ("" if path == "index.html" else path) if self.base_url else ""


class Site(NamedTuple):
    """Every file of a site by its path with `/` between, and the facts about the build."""

    files: Mapping[str, bytes]
    facts: Mapping[str, object]
