"""What a page says of itself: JSON-LD first, then OpenGraph, meta tags, `<time>` and `<html lang>`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from email.utils import parsedate
from typing import TYPE_CHECKING

from kg.sources.originals.archives import addresses
from kg.sources.originals.derived import Said, Says
from kg.sources.originals.json_ld import said as said_in_json
from kg.sources.originals.lines import line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_META = {
    "title": ("og:title", "twitter:title", "dc.title", "parsely-title"),
    "outlet": ("og:site_name", "application-name", "dc.publisher", "citation_journal_title"),
    "author": ("author", "article:author", "dc.creator", "parsely-author", "byl", "sailthru.author"),
    "published": (
        "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date",
        "dc.date.issued", "dcterms.date", "pubdate", "publishdate", "publish-date", "parsely-pub-date",
        "sailthru.date", "citation_publication_date", "mediator_published_time",
    ),
    "language": ("og:locale", "content-language", "dc.language", "language"),
    "url": ("og:url", "parsely-link"),
}  # fmt: skip
"""Names of meta tags, the best first."""


def says(page: HtmlElement, uri: str | None = None) -> Says:
    """Return what a page says of itself.

    Args:
        page: its root.
        uri: the address that it was fetched from, where that is known.

    Example:
        >>> from lxml.html import document_fromstring
        >>> says(document_fromstring("<html lang='de-AT'><title>Wien</title>")).language
        Said(value='de', where='html lang')
    """
    found: dict[str, list[Said[str]]] = {key: [] for key in _META}
    for source in (_of_language(page), said_in_json(page), _of_meta(page), _of_tags(page)):
        for key, said in source:
            if plain := line(said.value):
                found[key].append(Said(plain, said.where))
    url, archived = addresses([*found["url"], *([Said(uri, "WARC")] if uri else [])])
    return Says(
        title=next(iter(found["title"]), None),
        outlet=next(iter(found["outlet"]), None),
        author=next(_authors(found["author"]), None),
        published=next(_days(found["published"]), None),
        language=next(_languages(found["language"]), None),
        url=url,
        archived=archived,
    )


def day(text: str) -> date | None:
    """Return the day that a date begins with, as it is written: no time zone is changed.

    Example:
        >>> day("2022-11-09T23:30:00+03:00"), day("Wed, 09 Nov 2022 23:30:00 GMT"), day("9 hours ago")
        (datetime.date(2022, 11, 9), datetime.date(2022, 11, 9), None)
    """
    written = re.match(r"(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)(?!\d)", text.strip())
    parts = written.groups() if written else (parsedate(text) or ())[:3]
    try:
        return date(*map(int, parts)) if parts else None
    except (TypeError, ValueError):
        return None


def headline(page: HtmlElement) -> Said[str]:
    """Return the headline of a page: the longest h1 or h2 that its title has in it, else the title.

    A title without such a heading loses the name of the site at its end.
    """
    title = next((line(each.text_content()) for each in page.iter("title")), "")
    heads = [
        Said(head, str(each.tag)) for each in page.iter("h1", "h2") if (head := line(each.text_content()))
    ]
    named = [
        each
        for each in heads
        if 2 * len(each.value) >= len(title) > 0 and letters(each.value) in letters(title)
    ]
    if named:
        return max(named, key=lambda each: (each.where == "h1", len(each.value)))
    first = next((each for each in heads if each.where == "h1"), Said("", "h1"))
    if not title:
        return first
    cut = re.sub(r"\s+[-|–—·:]+\s+[^-|–—·]{1,30}$", "", title)
    return Said(cut if 2 * len(cut) >= len(title) else title, "title")


def letters(text: str) -> str:
    """Return the letters and digits of a text, to see whether two say the same.

    Example:
        >>> letters("‘Arms’ - Part 2")
        'armspart2'
    """
    return "".join(filter(str.isalnum, text.casefold()))


def _days(found: Iterable[Said[str]]) -> Iterator[Said[date]]:
    return (Said(read, each.where) for each in found if (read := day(each.value)))


def _authors(found: Iterable[Said[str]]) -> Iterator[Said[str]]:
    for value, where in found:
        name = re.sub(r"^(?:by|von|par|por|автор:?)\s+", "", value, flags=re.I)
        if name and "://" not in name:
            yield Said(name, where)


def _languages(found: Iterable[Said[str]]) -> Iterator[Said[str]]:
    for each in found:
        code = re.match(r"([A-Za-z]{2,3})(?:$|[-_,])", each.value)
        if code:
            yield Said(code[1].lower(), each.where)


def _of_meta(page: HtmlElement) -> Iterator[tuple[str, Said[str]]]:
    tags: dict[str, str] = {}
    for each in page.iter("meta"):
        name = (
            each.get("property") or each.get("name") or each.get("itemprop") or each.get("http-equiv") or ""
        )
        tags.setdefault(name.strip().lower(), each.get("content") or "")
    for key, names in _META.items():
        yield from (
            (key, Said(tags[name], name if ":" in name else f"meta {name}")) for name in names if name in tags
        )


def _of_language(page: HtmlElement) -> Iterator[tuple[str, Said[str]]]:
    root = next(page.iter("html"), page)
    named = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    yield "language", Said(str(named), "html lang")


def _of_tags(page: HtmlElement) -> Iterator[tuple[str, Said[str]]]:
    for each in page.iter("link"):
        if (each.get("rel") or "").lower() == "canonical":
            yield "url", Said(each.get("href") or "", "canonical")
    yield "title", headline(page)
    times = [each for each in page.iter("time") if each.get("datetime")]
    marked = [
        each
        for each in times
        if each.get("pubdate") is not None or "datePublished" in each.get("itemprop", "")
    ]
    inside = [each for each in times if next(each.iterancestors("article"), None) is not None]
    for each in (
        marked or inside[:1] or (times if len({day(t.get("datetime") or "") for t in times}) == 1 else [])
    ):
        yield "published", Said(each.get("datetime") or "", "time")
    for each in page.iterfind(".//*[@itemprop]"):
        names = (each.get("itemprop") or "").split()
        if "datePublished" in names:
            yield (
                "published",
                Said(
                    each.get("content") or each.get("datetime") or each.text_content(),
                    "itemprop datePublished",
                ),
            )
        if "author" in names or each.get("rel") == "author":
            yield "author", Said(each.get("content") or each.text_content(), "itemprop author")
