"""Pages and how they are rendered.

Templates that escape everything, and the few functions that they may call.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined

from kg.site.addresses import relative
from kg.site.claims import SIGNS
from kg.site.material import Material
from kg.site.words import Words

POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:;"
    " form-action 'self' file:; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
"""Own files only. Some browsers do not count a file on the disk as `'self'`, so `file:` stands beside it; a page from a
server may not load files from the disk in any browser, whatever its policy says."""
NAV = (
    ("events.html", "nav.events"),
    ("actors.html", "nav.actors"),
    ("weapons.html", "nav.weapons"),
    ("documents.html", "nav.documents"),
    ("questions.html", "nav.questions"),
    ("changes.html", "nav.changes"),
    ("explore.html", "nav.explore"),
    ("about.html", "nav.about"),
)


class Page(NamedTuple):
    """One page before it is rendered.

    Attributes:
        path: in the site.
        template: name of its template.
        title: heading and name.
        description: one sentence for those who find it in a search engine.
        values: what the template shows.
        basis: ids of the facts that it rests on.
    """

    path: str
    template: str
    title: str
    description: str
    values: Mapping[str, Any]
    basis: tuple[str, ...] = ()


class View:
    """What templates may ask for, as seen from one page."""

    def __init__(self, material: Material, here: str) -> None:
        """Look from a page."""
        self._material, self._here = material, here

    def link(self, id_: str) -> str:
        """Return the relative address of a fact, empty when it has none."""
        return self._material.addresses.link(self._here, id_) if id_ else ""

    def rel(self, path: str) -> str:
        """Return the relative address of a file of the site."""
        return relative(self._here, path)

    def name(self, id_: str) -> str:
        """Return the words for a fact."""
        return self._material.name(id_)

    def absolute(self, path: str) -> str:
        """Return the absolute address of a page, empty when nobody knows where the site will stand."""
        base = self._material.options.base_url
        return base + ("" if path == "index.html" else path) if base else ""

    @staticmethod
    def sign(word: str) -> str:
        """Return the mark of a stance or status."""
        return SIGNS.get(word, "")

    @staticmethod
    def css(word: str) -> str:
        """Return a word as the name of a class: only letters and hyphens."""
        return re.sub(r"[^a-z-]+", "-", word.lower())[:40]

    @staticmethod
    def short(text: str, most: int = 200) -> str:
        """Return a text on one line, cut at a word."""
        line = " ".join(text.split())
        return line if len(line) <= most else f"{line[: most - 2].rpartition(' ')[0] or line[: most - 2]} …"


class Renderer:
    """Renders pages of one site in one language."""

    def __init__(self, material: Material, w: Words, title: str) -> None:
        """Load the templates."""
        self._material = material
        self._env = Environment(
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            loader=PackageLoader("kg.site", "templates"),
            auto_reload=False,
        )
        self._env.globals.update(w=w, material=material, policy=POLICY, nav=NAV, site_title=title)

    def __call__(self, page: Page, cite: Any = None) -> bytes:
        """Return the bytes of a page."""
        template = self._env.get_template(page.template)
        text = template.render(
            v=View(self._material, page.path),
            path=page.path,
            title=page.title,
            description=page.description,
            cite=cite,
            **page.values,
        )
        return (text.strip() + "\n").encode("utf-8", "replace")
