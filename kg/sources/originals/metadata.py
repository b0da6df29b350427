"""What a page says of itself: JSON-LD first, then OpenGraph, meta tags, `<time>` and `<html lang>`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from email.utils import parsedate
from typing import TYPE_CHECKING, Any

from kg.sources.originals.archives import addresses
from kg.sources.originals.derived import Said, Says
from kg.sources.originals.lines import line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_OF_AN_ARTICLE = ("Article", "Posting", "Report")
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
    for source in (_of_json(page), _of_meta(page), _of_tags(page)):
        for key, said in source:
            if plain := line(said.value):
                found[key].append(Said(plain, said.where))
    url, archived = addresses([*found["url"], *([Said(uri, "WARC")] if uri else [])])
    return Says(
        title=next(iter(found["title"]), None),
        outlet=next(iter(found["outlet"]), None),
        author=next((each for each in found["author"] if "://" not in each.value), None),
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


def _days(found: Iterable[Said[str]]) -> Iterator[Said[date]]:
    return (Said(read, each.where) for each in found if (read := day(each.value)))


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


def _of_tags(page: HtmlElement) -> Iterator[tuple[str, Said[str]]]:
    yield "language", Said(next(page.iter("html")).get("lang") or "", "html lang")
    for each in page.iter("link"):
        if (each.get("rel") or "").lower() == "canonical":
            yield "url", Said(each.get("href") or "", "canonical")
    for tag in ("h1", "title"):
        for each in page.iter(tag):
            yield "title", Said(each.text_content(), tag)
            break
    times = [each for each in page.iter("time") if each.get("datetime")]
    marked = [
        each
        for each in times
        if each.get("pubdate") is not None or "datePublished" in each.get("itemprop", "")
    ]
    inside = [each for each in times if any(each.iterancestors("article"))]
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


def _of_json(page: HtmlElement) -> Iterator[tuple[str, Said[str]]]:
    for thing in _things(page):
        names = {
            "title": _name(thing.get("headline")),
            "outlet": _name(thing.get("publisher")),
            "author": _name(thing.get("author")),
            "published": _name(thing.get("datePublished")),
            "language": _name(thing.get("inLanguage")),
            "url": _name(thing.get("mainEntityOfPage")) or _name(thing.get("url")),
        }
        words = {
            "title": "headline",
            "outlet": "publisher",
            "published": "datePublished",
            "language": "inLanguage",
        }
        yield from ((key, Said(value, f"JSON-LD {words.get(key, key)}")) for key, value in names.items())


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
