"""What other programs read of a page: Open Graph, the icon, the share picture and robots.txt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from xml.sax.saxutils import escape

from kg.language.interface.words import Words
from kg.picture.metrics import plain, text_width, wrap
from kg.picture.out.typeset import typeset
from kg.site.linked_data import cited_as, linked_data
from kg.site.material import Material
from kg.site.view import Page

ICON, SHARE = "site/icon.svg", "site/share.png"
WIDE, HIGH = 1200, 630
"""Pixels of the share picture: the size that social networks ask for."""
_SIDE = 80.0


def icon() -> bytes:
    """Return the icon of a site: who says (a dot), through whom (an arrow), of whom (a ring)."""
    return (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        b'<rect width="32" height="32" rx="6" fill="#1f2a37"/>'
        b'<circle cx="8" cy="16" r="4" fill="#f4efe6"/>'
        b'<path d="M13 16h6m-3-3 3 3-3 3" fill="none" stroke="#f4efe6" stroke-width="2"/>'
        b'<circle cx="24.5" cy="16" r="3.5" fill="none" stroke="#f4efe6" stroke-width="2"/></svg>\n'
    )


def can_share() -> bool:
    """Return whether the library that makes the share picture is installed."""
    return find_spec("typst") is not None


def share_picture(title: str, lines: Sequence[str], publisher: str, language: str) -> bytes:
    """Return the picture that stands beside a shared link.

    Args:
        title: of the site.
        lines: what it holds, a short line each.
        publisher: who publishes; empty when nobody says.
        language: of the words.

    Raises:
        ExportError: the library for it cannot read it.
    """
    parts = [f'<rect width="{WIDE}" height="{HIGH}" fill="#f7f4ee"/>']
    parts.append(f'<rect width="{WIDE}" height="14" fill="#1f2a37"/>')
    y = 150.0

    def put(text: str, size: float, colour: str, bold: bool = False) -> None:
        weight = ' font-weight="bold"' if bold else ""
        parts.append(
            f'<text x="{_SIDE}" y="{y}" font-size="{size}" fill="{colour}"{weight}>{escape(text)}</text>'
        )

    for line in wrap(plain(title, 200), WIDE - 2 * _SIDE, 3, 60.0, bold=True):
        put(line, 60, "#1f2a37", True)
        y += 72
    y += 10
    for text in lines:
        size = min(34.0, 34.0 * (WIDE - 2 * _SIDE) / max(1.0, text_width(text, 34.0)))
        put(text, size, "#4a4a4a")
        y += 50
    y = HIGH - 50
    put(plain(publisher, 90), 28, "#4a4a4a")
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE}" height="{HIGH}"'
        f' font-family="sans-serif">{"".join(parts)}</svg>'
    )
    return typeset(svg, "png", title=title, language=language)


def read_by_programs(page: Page, m: Material, w: Words, title: str, *, picture: bool) -> dict[str, object]:
    """Return what the head of a page says to programs: `open_graph`, `linked_data` and `cited_as`.

    Args:
        page: the page.
        m: the facts.
        w: the words.
        title: name of the site.
        picture: whether there is a share picture.
    """
    base, address = m.options.base_url, m.options.address(page.path)
    return {
        "open_graph": open_graph(page, w, title, address, base, picture),
        "linked_data": linked_data(page, m, w, title, address),
        "cited_as": cited_as(page, m, w, title, address),
    }


def open_graph(page: Page, w: Words, title: str, address: str, base: str, picture: bool) -> Mapping[str, str]:
    """Return the properties of Open Graph of a page.

    Args:
        page: the page.
        w: the words.
        title: name of the site.
        address: absolute address of the page; empty when nobody knows.
        base: absolute address of the site; empty when nobody knows.
        picture: whether there is a share picture.

    Source: https://ogp.me
    """
    told = {
        "og:type": "website" if page.path == "index.html" else "article",
        "og:site_name": title,
        "og:title": page.title,
        "og:description": page.description,
        "og:locale": w("locale"),
        "og:url": address,
    }
    if base and picture:
        told |= {
            "og:image": base + SHARE,
            "og:image:width": str(WIDE),
            "og:image:height": str(HIGH),
            "og:image:alt": title,
        }
    return {name: value for name, value in told.items() if value}


def robots(base: str) -> bytes:
    """Return what robots may read: everything, and where the list of pages is.

    Example:
        >>> robots("https://example.org/kg/").decode().splitlines()[-1]
        'Sitemap: https://example.org/kg/sitemap.xml'
    """
    sitemap = f"Sitemap: {base}sitemap.xml\n" if base else ""
    return f"User-agent: *\nAllow: /\n{sitemap}".encode()
