"""From a store to every file of the site, each handed over when it is made; no clock is read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from hashlib import sha256
from importlib import resources
from itertools import chain
from typing import NamedTuple

from kg.formats import citing as cite
from kg.formats import csv, json
from kg.formats.text import BOM
from kg.language.interface.words import Words
from kg.model.kinds.document import Document
from kg.model.kinds.event import Event
from kg.picture.contents import draw_graph
from kg.picture.credit import Credit
from kg.picture.drawing import Drawing
from kg.picture.forms import in_every_form
from kg.picture.out.page import Assets, render
from kg.picture.out.page.assets import own, script, style
from kg.picture.out.page.days import every as every_day
from kg.site import feed, overview
from kg.site.addresses import relative
from kg.site.claims import Cards
from kg.site.documents import document_page
from kg.site.downloads import claims_table
from kg.site.drawings import Picture, beside, of_fact, picture, wanted
from kg.site.events import event_page
from kg.site.exports import Download, downloads_page, exports
from kg.site.how_we_count import how_page
from kg.site.index import index_file, search_script
from kg.site.material import Material
from kg.site.options import Options, Site
from kg.site.presets import Answer, every, preset_page
from kg.site.published import Published
from kg.site.reading import arranged, published
from kg.site.sharing import ICON, SHARE, can_share, icon, read_by_programs, robots, share_picture
from kg.site.things import thing_page
from kg.site.view import LOST, Page, Renderer
from kg.store import Store
from kg.system.memory import give_back
from kg.version import __version__

DATA = (
    ("data/facts.jsonl", "about.data.jsonl"),
    ("data/claims.csv", "about.data.claims"),
    ("kg-site.json", "about.data.manifest"),
)
VIEWER = ("site/viewer.js", "site/viewer.css")
FEW = 4
"""Events of which fewer claims speak are whole in their drawings; their pages have no viewer."""
Progress = Callable[[str], None]


class PageCitation(NamedTuple):
    """How a page is cited, and what it rests on."""

    text: str
    bibtex: str
    csl: str
    facts: int
    day: str
    sha256: str


def build(store: Store, options: Options = Options(), told: Progress = lambda what: None) -> Site:  # noqa: B008  # a plain tuple
    """Make every file of the site.

    Args:
        store: whose facts are published; it is read, never written.
        options: how.
        told: is told what is being made.

    Returns:
        The files by path, and the facts about the build. Equal facts and options give equal bytes.

    Raises:
        StoreError: the store cannot be read.
    """
    made = build_from(published(store, options), told)
    return made._replace(files=dict(sorted(made.files.items())))


def build_from(
    known: Published, told: Progress = lambda what: None, files: MutableMapping[str, bytes] | None = None
) -> Site:
    """Make every file from facts that were read already; see `build`.

    Args:
        known: the facts.
        told: is told what is being made.
        files: takes each file when it is made, such as `Spool`; by default they are kept in memory.
    """
    files = {} if files is None else files
    told("downloads")  # before anything else is in memory
    give_back()
    downloads = [*exports(known, files)]
    told("answers")
    with arranged(known) as material:
        return _Builder(material, told, files, downloads, known.inputs).site()


class _Builder:
    def __init__(
        self,
        material: Material,
        told: Progress,
        files: MutableMapping[str, bytes],
        downloads: list[Download],
        inputs: str,
    ) -> None:
        self.m, self.told, self.files = material, told, files
        self.downloads, self.inputs = downloads, inputs
        self.w = Words(material.options.language)
        own = material.options.publication
        self.title = material.options.title or self.w("site.title")
        self.publisher = own.publisher.name if own.publisher else ""
        self.shared = bool(material.options.base_url) and can_share()
        self.cards = Cards(material, self.w)
        self.renderer = Renderer(material, self.w, self.title)
        self.history = every_day(material.world, material.days)

    def site(self) -> Site:
        m, w = self.m, self.w
        self.told("questions")
        answers: dict[str, Answer] = {}
        drawn: list[Drawing] = []
        for answer in every(m):
            drawings = [answer.drawing] if answer.drawing else []
            pictures = self._pictures(drawings, beside(answer.path), headed=not answer.finding)
            title = answer.preset.title.said(w.language)
            self._page(preset_page(m, w, answer, pictures, self._viewer(drawings, answer.path, title)))
            if (found := answer.result) is not None:
                rows_csv = chain([BOM], csv.pieces(found, found.rows))
                self._data(answer.path, {"rows.csv": rows_csv, "rows.json": json.pieces(found, found.rows)})
            if any(t.startswith("headline-") for t in answer.preset.tags):
                drawn += drawings
            answers[answer.preset.name] = answer.remembered()
        self.told("dossiers")
        self._dossiers()
        self.told("overview")
        network = in_every_form(draw_graph, m.seen)
        pictures = self._pictures([network] if network.nodes else [], "index")
        self.files["explore.html"] = self._render([network, *drawn], "explore.html", self.title, "index.html")
        days, explore = overview.steps(m), "explore.html" if network.nodes else ""
        for page in (
            overview.start_page(m, w, self.title, answers, pictures, explore, days),
            overview.changes_page(m, w, days),
            *overview.list_pages(m, w, answers),
            overview.search_page(m, w, answers),
            overview.about_page(m, w),
            downloads_page(m, w, [(path, w(key)) for path, key in DATA], self.downloads),
            how_page(m, w, self.cards),
            Page(LOST, LOST, w("lost.title"), w("lost.lead"), {}),
        ):
            self._page(page)
        self.files["site/index.js"], self.files["site/search.js"] = (
            index_file(m, w, answers),
            search_script(w),
        )
        self.files["site/site.css"] = (own("css/base.css") + "\n" + own_style()).encode()
        self.files[VIEWER[0]], self.files[VIEWER[1]] = script().encode(), style().encode()
        self._downloads()
        self.files[ICON], self.files["robots.txt"] = icon(), robots(m.options.base_url)
        if self.shared:
            held = overview.numbers(m, w)
            lines = [f"{w.number(n)} {words}" for n, words in (*held[:2], held[3])]
            self.files[SHARE] = share_picture(self.title, lines, self.publisher, w.language)
        if m.options.base_url:
            self.files["sitemap.xml"] = feed.sitemap(
                m.options.base_url,
                [p for p in self.files if p.endswith(".html") and "/view" not in p and p != LOST],
            )
            self.files["feed.xml"] = feed.feed(m, w, self.title, days)
        return Site(self.files, self._facts())

    def _dossiers(self) -> None:
        m, w = self.m, self.w
        for id_, path in m.addresses.pages.items():
            fact = m.facts[id_]
            if isinstance(fact, Document):
                self._page(document_page(m, w, self.cards, fact))
                entry = cite.document(fact, m.facts)
                self._data(path, {"cite.bib": [cite.bibtex([entry])], "cite.json": [cite.csl([entry])]})
                continue
            much = isinstance(fact, Event) and len(m.about.get(id_, ())) >= FEW
            kinds = wanted(m, id_) if not path.startswith("topic/") else ()
            drawings = of_fact(m, id_, kinds, translated=much)
            pictures = self._pictures(drawings, beside(path))
            if isinstance(fact, Event):
                viewer = self._viewer(drawings, path, m.name(id_)) if much else ""
                self._page(event_page(m, w, self.cards, fact, pictures, viewer))
            else:
                self._page(thing_page(m, w, self.cards, fact, pictures))

    def _page(self, page: Page) -> None:
        cited = self._citation(page) if page.basis else None
        told = read_by_programs(page, self.m, self.w, self.title, picture=self.shared)
        self.files[page.path] = self.renderer(page, cited, told)

    def _pictures(self, drawings: list[Drawing], folder: str, *, headed: bool = True) -> list[Picture]:
        credit = self._credit(f"{folder}.html")
        return [picture(drawing, folder, self.w, self.files, credit, headed=headed) for drawing in drawings]

    def _credit(self, path: str) -> Credit:
        return Credit(self.publisher, self.m.options.address(path))

    def _viewer(self, drawings: list[Drawing], path: str, title: str) -> str:
        """Make the page with the viewer beside a page, and return its path.

        The path is empty when there is nothing to see.
        """
        if not drawings:
            return ""
        there = f"{beside(path)}/view.html"
        self.files[there] = self._render(drawings, there, title, path)
        return there

    def _render(self, drawings: list[Drawing], there: str, title: str, back: str) -> bytes:
        options = self.m.options
        return render(
            drawings,
            title=title,
            context=self.m.seen.graph,
            as_of=options.as_of,
            language=self.w.language,
            sources=options.sources,
            assets=Assets(*(relative(there, name) for name in VIEWER)),
            history=self.history,
            home=(relative(there, back), self.w("site.back")),
            credit=self._credit(there),
        ).encode("utf-8", "replace")

    def _data(self, path: str, files: Mapping[str, Iterable[str]]) -> None:
        for name, pieces in files.items():  # one at a time: rows are long
            self.files[f"{beside(path)}/{name}"] = b"".join(p.encode("utf-8", "replace") for p in pieces)

    def _downloads(self) -> None:
        self.files["data/facts.jsonl"] = "".join(line + "\n" for line in self.m.lines).encode()
        self.files["data/claims.csv"] = (BOM + csv.render(claims_table(self.m))).encode("utf-8", "replace")

    def _citation(self, page: Page) -> PageCitation | None:
        """Return how to cite a page: with the hash of the facts that it rests on."""
        m, w = self.m, self.w
        days = [m.documents[i].day for i in page.basis if i in m.documents]
        day = m.options.as_of or (max(days) if days else m.day)
        if day is None:
            return None
        lines = sorted(m.line_of[i] for i in page.basis)
        digest = sha256("".join(line + "\n" for line in lines).encode()).hexdigest()
        address = m.options.base_url + page.path if m.options.base_url else ""
        text = w(
            "cite.text",
            title=page.title,
            site=self.title,
            day=day,
            hash=digest[:16],
            address=f", {address}" if address else f", {page.path}",
        )
        entry = cite.Entry(
            page.path.removesuffix(".html").replace("/", ":"),
            "webpage",
            page.title,
            self.publisher or self.title,
            day,
            address,
            w.language,
            f"{page.path}; facts sha256 {digest}",
        )
        return PageCitation(
            text,
            cite.bibtex([entry]),
            cite.csl([entry]),
            len(lines),
            str(max(days)) if days else str(day),
            digest,
        )

    def _facts(self) -> dict[str, object]:
        m = self.m
        return {
            "corpus_sha256": m.corpus_hash,
            "day": str(m.day or ""),
            "as_of": str(m.options.as_of or ""),
            "collection": m.store.collection,
            **({"held_back": m.store.held_back.record} if m.store.held_back else {}),
            "language": m.options.language,
            "base_url": m.options.base_url,
            "inputs": self.inputs,
            "facts": len(m.facts),
            "pages": sum(p.endswith(".html") for p in self.files),
            "kg": __version__,
        }


def own_style() -> str:
    """Return the site's own style, which stands on that of the viewer."""
    return (resources.files("kg.site") / "site.css").read_text("utf-8").replace("\r\n", "\n")
