"""Pages and how they are rendered.

The templates escape everything, and may call only a few functions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined

from kg.analysis.independence import Roots
from kg.formats import citing as cite
from kg.language import ENGLISH
from kg.language.interface.words import Words
from kg.model.kinds.claim import Claim
from kg.model.kinds.document import Document
from kg.model.kinds.event import Event
from kg.model.stances import side_of
from kg.picture.words import dots
from kg.site.addresses import relative
from kg.site.claims import SIGNS
from kg.site.material import Material

POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:;"
    " form-action 'self' file:; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
)
"""Own files only. Some browsers do not count a file on the disk as `'self'`, so `file:` stands beside it; a
page from a server may not load files from the disk in any browser, whatever its policy says."""
LOST = "404.html"
"""The page for addresses that do not exist."""
NAV = (
    ("events.html", "nav.events"),
    ("actors.html", "nav.actors"),
    ("weapons.html", "nav.weapons"),
    ("documents.html", "nav.documents"),
    ("questions.html", "nav.questions"),
    ("changes.html", "nav.changes"),
    ("how-we-count.html", "nav.how"),
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
    values: Mapping[str, object]
    basis: tuple[str, ...] = ()


class View:
    """What templates may ask for, as seen from one page."""

    def __init__(self, material: Material, here: str, w: Words) -> None:
        """Look from a page."""
        self._material, self._here, self._w = material, here, w

    def link(self, id_: str) -> str:
        """Return the relative address of a fact, empty when it has none."""
        return self._material.addresses.link(self._here, id_) if id_ else ""

    def rel(self, path: str) -> str:
        """Return the relative address of a file of the site.

        The page for addresses that do not exist is shown below any of them, so that its own are whole.
        """
        base = self._material.options.base_url
        return base + path if base and self._here == LOST else relative(self._here, path)

    def name(self, id_: str) -> str:
        """Return the words for a fact."""
        return self._material.name(id_)

    def lang(self, id_: str) -> str:
        """Return the language of the words for a fact; empty for a mere name, and for that of the page."""
        fact, language = self._material.facts.get(id_), self._w.language
        ours = isinstance(fact, Event | Claim | Document) and not getattr(fact, f"name_{language}", None)
        return ENGLISH if ours and language != ENGLISH else ""

    def ahead(self, id_: str) -> str:
        """Say that an event has not happened; empty for one that is said to have, and for anything else."""
        return self._material.ahead(id_, self._w)

    def absolute(self, path: str) -> str:
        """Return the absolute address of a page, empty when nobody knows where the site will stand."""
        return self._material.options.address(path)

    def dots(self, roots: Roots) -> tuple[str, str]:
        """Return the independent roots as dots, and as words for those who do not see these."""
        least, most, w = roots.least, roots.most, self._w
        told = w("n.roots", n=least) if least == most else w("roots", min=least, max=most)
        return dots(least, most), told

    def cited(self, claim: str) -> tuple[str, str, str]:
        """Return how a claim is cited (text, BibTeX, CSL-JSON), each document that prints it as one work."""
        m = self._material
        fact, page = m.claims[claim], m.addresses.page(claim)
        who = f" {self._w('and')} ".join(map(m.name, fact.voices)) or self._w("nobody")
        told = f"{who}: {fact.paraphrase}"
        entries = cite.claim(fact, m.facts, told, self._material.options.base_url + page)
        return "\n".join(map(cite.plain, entries)), cite.bibtex(entries), cite.csl(entries)

    @staticmethod
    def sign(word: str) -> str:
        """Return the mark of a stance or status."""
        return SIGNS.get(word, "")

    @staticmethod
    def css(word: str) -> str:
        """Return the class of a word: of a stance its side, else itself, only letters and hyphens."""
        if side := side_of(word):
            return f"side-{side}"
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
        self._material, self._w = material, w
        self._env = Environment(
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            loader=PackageLoader("kg.site", "templates"),
            auto_reload=False,
        )
        self._env.globals.update(w=w, material=material, policy=POLICY, nav=NAV, site_title=title)
        self._env.globals.update(publication=material.options.publication)

    def __call__(self, page: Page, cite: object, told: Mapping[str, object]) -> bytes:
        """Return the bytes of a page.

        Args:
            page: what is shown.
            cite: how to cite it; None when it rests on no fact.
            told: `open_graph`, `linked_data` and `cited_as`, what other programs read of it.
        """
        template = self._env.get_template(page.template)
        text = template.render(
            v=View(self._material, page.path, self._w),
            path=page.path,
            title=page.title,
            description=page.description,
            cite=cite,
            **told,
            **page.values,
        )
        return (text.strip() + "\n").encode("utf-8", "replace")
