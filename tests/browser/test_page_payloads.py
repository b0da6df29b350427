"""Hostile texts in every field of every drawing and fact of a page: shown as text, never run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from kg.language.title import Title
from kg.model.rows import EdgeRow, Graph, NodeRow
from kg.picture.drawing import Drawing
from kg.picture.metrics import plain
from kg.picture.out.page import render
from tests.campaign.fields import injected
from tests.campaign.table import counted

from .chrome import Page
from .page_desk import View
from .payloads import KINDS, PAYLOADS, drawing, facts

pytestmark = pytest.mark.browser

USE = """
const [number, everyClick] = arguments, { app } = kgPage, cards = [], tables = [];
const text = (id) => document.getElementById(id).textContent;
for (const facet of kgPage.filter.off.values()) facet.clear();
app.draw(number);
document.getElementById("more-facets").open = true;
for (const id of everyClick ? app.scene.id : app.scene.id.slice(2, 3)) {
  app.select("n:" + id);
  cards.push(text("card"));
}
if (everyClick) for (const node of app.scene.members.keys()) { app.pick(node); app.toggle(node); }
const keys = [...app.scene.elabel.keys()];
keys.forEach((i) => app.edgeLine(i));
for (const which of everyClick ? ["claims", "shapes", "lines"] : ["shapes"]) {
  app.setTable({ which });
  app.show("table");
  tables.push(text("table"));
}
const lines = [...document.querySelectorAll("#table tbody .link")];
if (everyClick) lines.forEach((one) => { one.click(); cards.push(text("card")); });
app.show("picture");
const legend = text("facets");
const toggles = () => [...document.querySelectorAll("#facets .toggle")];
toggles().slice(0, everyClick ? 6 : 0).forEach((_, i) => toggles()[i]?.click());
document.querySelector("#facets .all")?.click();
const search = document.getElementById("search");
search.value = everyClick ? app.scene.title.slice(0, 50) : "";
if (everyClick) search.dispatchEvent(new Event("input"));
const found = text("found");
if (everyClick) [...document.querySelectorAll("#card button")].slice(0, 4).forEach((one) => one.click());
const svg = everyClick ? kgPage.svg() : "<svg";
if (everyClick) { kgPage.csv(); kgPage.write(); }
const option = document.getElementById("drawing").selectedOptions[0].textContent;
return { cards, tables, legend, found, svg, title: text("title"), caption: text("caption"), option };
"""


def hostile() -> tuple[list[Drawing], Graph]:
    nodes: dict[str, NodeRow] = {}
    edges: dict[tuple[str, str, str, str], EdgeRow] = {}
    drawings = []
    for n, payload in enumerate(PAYLOADS):
        own, links = facts(payload, n)
        nodes |= {node.id: node for node in own}
        edges |= {edge.identity: edge for edge in links}
        drawings += [drawing(payload, n, kind) for kind in KINDS]
    return drawings, Graph(nodes, edges)


@pytest.mark.campaign
def test_at_least_forty_payloads_in_every_field_of_every_drawing_are_shown_as_text(
    driver: Any, tmp_path: Path
) -> None:
    with counted("page") as (count, _):
        count.ok(times=_shown_as_text(driver, tmp_path))


def _shown_as_text(driver: Any, tmp_path: Path) -> int:
    """Look at every drawing of the page, and return how many texts it holds that must not become more."""
    assert len(set(PAYLOADS)) >= 40
    drawings, graph = hostile()
    everything = "\n".join(PAYLOADS)
    path = tmp_path / "hostile.html"
    path.write_text(
        render(drawings, title=Title(everything, {"de": everything}), context=graph), encoding="utf-8"
    )
    page = Page(driver)
    page.size(700, 500)
    page.theme("light")
    view = View(page, path).at()
    for number, one in enumerate(drawings):
        payload = one.title
        every_click = number // 4 % 4 == number % 4  # every click, in one of the four kinds in turn
        seen = view.js(USE, number, every_click)
        for where in ("title", "caption", "legend"):
            assert payload in seen[where], (where, payload)
        assert seen["option"].startswith(payload[:250])
        assert all(payload in card or payload[:400] in card for card in seen["cards"]), payload
        assert len(seen["cards"]) > len(one.nodes) or not every_click
        assert all(payload in table for table in seen["tables"]), payload
        assert plain(payload)[:40].strip("…") == "" or seen["svg"].startswith("<svg")
        assert seen["found"] or not every_click
    assert view.js("return window.ran") == []
    assert view.js("return document.querySelector('.brand').textContent") == everything
    scripts = view.js("return [...document.scripts].map((one) => one.id)")
    assert scripts == ["shown", "known", "viewer", "", ""], "the packed parts, what opens them, the viewer"
    assert (
        view.js(
            "return document.querySelectorAll('img, iframe, object, embed, form, base, math, h1 b, #card"
            " script, table script, svg script').length"
        )
        == 0
    )
    assert (
        view.js(
            "return [...document.querySelectorAll('a[href]')].filter((a) =>"
            " !/^(https?:|#)/.test(a.getAttribute('href'))).length"
        )
        == 0
    )
    assert page.complaints() == []
    assert page.requests() == [path.as_uri()]
    return injected((drawings, [*graph.nodes.values()], [*graph.edges.values()]), set(PAYLOADS))
