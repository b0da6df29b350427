from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.picture.drawing import Drawing
from kg.picture.metrics import plain
from kg.picture.out.pyvis import render
from kg.questions.drawings import Kind

from .chrome import Page
from .page_desk import Corpus
from .payloads import KINDS, PAYLOADS, drawing

pytestmark = pytest.mark.browser

Open = Callable[[Path], Page]
PIXELS = (
    "const c = document.querySelector('#picture canvas'); const d = c.getContext('2d').getImageData(0, 0,"
    " c.width, c.height).data;let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 0; return n;"
)
READY = (
    "const done = arguments[0]; (function look() { window.kgDrawn ? done(true) : setTimeout(look, 20); })()"
)


@pytest.mark.parametrize("number", range(4))
def test_every_drawing_opens_from_the_disk_asks_for_nothing_and_complains_about_nothing(
    number: int, drawn: Corpus, open_page: Open, tmp_path: Path
) -> None:
    target = tmp_path / "x.html"
    target.write_text(render(drawn.drawings[number]), encoding="utf-8")
    page = open_page(target)
    assert page.driver.execute_async_script(READY)
    assert page.js(PIXELS) > 5_000
    assert page.requests() == [target.as_uri()]
    assert page.complaints() == []
    assert drawn.drawings[number].caption in page.text("caption")


@pytest.fixture
def network(drawn: Corpus, open_page: Open, tmp_path: Path) -> Page:
    target = tmp_path / "network.html"
    target.write_text(render(drawn.drawings[3]), encoding="utf-8")
    page = open_page(target)
    assert page.driver.execute_async_script(READY)
    return page


def test_nothing_moves_by_itself(network: Page) -> None:
    places = "return JSON.stringify(kgNetwork.getPositions())"
    before = network.js(places)
    network.driver.execute_async_script("setTimeout(arguments[0], 400)")
    assert network.js(places) == before


def test_a_double_click_opens_a_cluster_and_closes_it_again(network: Page) -> None:
    hidden = "return Object.values(kgNetwork.body.nodes).filter((n) => n.options.hidden).length"
    lines = "return Object.values(kgNetwork.body.edges).filter((e) => e.options.hidden).length"
    before = network.js(hidden), network.js(lines)
    find = "const cluster = kgNetwork.body.data.nodes.get().find((n) => n.members && !n.hidden);"
    twice = (
        find
        + "kgNetwork.emit ? 0 : 0; kgNetwork.body.emitter.emit('doubleClick', {nodes: [cluster.id], edges:"
        " []}); return cluster.members.length"
    )
    count = network.js(twice)
    assert network.js(hidden) == before[0] - count
    assert network.js(lines) != before[1]
    assert network.js(twice) == count
    assert (network.js(hidden), network.js(lines)) == before
    assert network.complaints() == []


def test_a_click_tells_the_whole_name(network: Page) -> None:
    network.js(
        "const node = kgNetwork.body.data.nodes.get().find((n) => n.full);"
        " kgNetwork.body.emitter.emit('click', {nodes: [node.id], edges: []})"
    )
    assert network.text("told")


def hostile(kind: Kind) -> Drawing:
    """Return the drawings of all payloads as one."""
    nodes, edges, texts = [], [], []
    for number, payload in enumerate(PAYLOADS):
        one = drawing(payload, number, kind)
        ids = {node.id: f"{number} {node.id}" for node in one.nodes}
        nodes += [
            n._replace(id=ids[n.id], y=n.y + 300 * number, members=tuple(ids[m] for m in n.members))
            for n in one.nodes
        ]
        edges += [
            e._replace(
                id=f"{number} {e.id}",
                start=ids[e.start],
                end=ids[e.end],
                path=tuple((x, y + 300 * number) for x, y in e.path),
            )
            for e in one.edges
        ]
        texts += [t._replace(y=t.y + 300 * number) for t in one.texts]
    everything = " ".join(PAYLOADS)
    return Drawing(
        kind,
        everything,
        everything,
        tuple(nodes),
        tuple(edges),
        tuple(texts),
        box=(-60, -80, 700, 300 * len(PAYLOADS)),
    )


@pytest.mark.parametrize("kind", KINDS)
def test_payloads_in_every_field_are_shown_as_text_and_never_run(
    kind: Kind, open_page: Open, tmp_path: Path
) -> None:
    assert len(PAYLOADS) >= 40
    target = tmp_path / "hostile.html"
    made = hostile(kind)
    target.write_text(render(made), encoding="utf-8")
    page = open_page(target)
    assert page.driver.execute_async_script(READY)
    told = page.js(
        "return kgNetwork.body.data.nodes.get().map((node) => { kgNetwork.body.emitter.emit('click', {nodes:"
        " [node.id], edges: []}); return document.getElementById('told').textContent; });"
    )
    shown = " ".join(told)
    for payload in PAYLOADS:
        assert payload.replace("\n", " ") in shown or plain(payload) in shown, payload
    for scale in (0.2, 1.0):
        page.js(
            "kgNetwork.moveTo({position: {x: 300, y: 2000}, scale: arguments[0]}); kgNetwork.redraw()", scale
        )
    assert page.js("return window.ran") == []
    assert page.js("return document.scripts.length") == 3
    assert (
        page.js(
            "return document.querySelectorAll('img, iframe, object, embed, form, base, math, h1 b').length"
        )
        == 0
    )
    assert page.js("return document.querySelector('h1').textContent") == plain(made.title)
    assert page.requests() == [target.as_uri()]
    assert page.complaints() == []
