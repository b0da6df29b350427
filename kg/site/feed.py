"""What search engines and feed readers want, where the site knows its own address: sitemap and Atom feed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from kg.language.directions import isolated, joined, led
from kg.language.interface.words import Words
from kg.site.material import Material
from kg.site.overview import DayStep, Line
from kg.site.overview import lines as lines_of

MOST = 30
"""The most days in the feed."""


def sitemap(base: str, pages: Iterable[str]) -> bytes:
    """Return the sitemap of some pages.

    Example:
        >>> sitemap("https://example.org/kg/", ["index.html", "event/a.html"]).decode().count("<loc>https://example.org/kg/")
        2
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ]
    lines += [
        f"<url><loc>{_text(base + ('' if path == 'index.html' else path))}</loc></url>"
        for path in sorted(pages)
    ]
    return "\n".join([*lines, "</urlset>", ""]).encode()


def feed(material: Material, w: Words, title: str, days: Sequence[DayStep]) -> bytes:
    """Return an Atom feed with one entry for each day on which something was published, the newest first."""
    base = material.options.base_url
    updated = f"{material.day}T00:00:00Z"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{w.language}">',
        f"<title>{_text(title)}</title>",
        f"<id>{_text(base)}</id>",
        f"<updated>{updated}</updated>",
        f"<author><name>{_text(title)}</name></author>",
        f'<link rel="self" href={quoteattr(base + "feed.xml")}/>',
        f"<link href={quoteattr(base)}/>",
    ]
    for day, documents, changes in list(reversed(days))[:MOST]:
        address = f"{base}changes.html#d{day}"
        said = [f"{w('changes.documents')} {joined((material.name(d) for d in documents), '; ')}."]
        said += [_change(material, w, change) for change in lines_of(material, w, changes)]
        lines += [
            "<entry>",
            f"<title>{day}: {_text(w('n.changes', n=len(changes)))}</title>",
            f"<id>{_text(address)}</id>",
            f"<link href={quoteattr(address)}/>",
            f"<updated>{day}T00:00:00Z</updated>",
            f'<content type="text">{_text(chr(10).join(said))}</content>',
            "</entry>",
        ]
    return "\n".join([*lines, "</feed>", ""]).encode()


def _change(material: Material, w: Words, change: Line) -> str:
    ahead = material.ahead(change.event, w)
    name = isolated(material.name(change.event)) + (f" ({ahead})" if ahead else "")
    return led(change.said(name))


def _text(text: str) -> str:
    """Return a text without what XML cannot hold."""
    return escape(
        "".join(
            c
            for c in text
            if c in "\n\t" or (c >= " " and not "\ud800" <= c <= "\udfff" and c not in "\ufffe\uffff")
        )
    )
