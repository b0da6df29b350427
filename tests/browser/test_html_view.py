from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.export.html import Scene, write
from kg.facts import registry
from kg.rows import EdgeRow, Graph, NodeRow, rows_of

from .conftest import Page

pytestmark = pytest.mark.browser

Open = Callable[[Path], Page]
DIGEST = "0" * 64


def cited(paragraph: int, **more: Any) -> dict[str, Any]:
    return {"document": "paper", "paragraph": paragraph, "start": 5, "end": 40, "sha256": DIGEST, **more}


FACTS: dict[str, list[dict[str, Any]]] = {
    "topic": [{"id": "troops", "name": "Troops", "name_de": "Truppen", "description": "How many."}],
    "state": [{"id": "kp", "name": "North Korea", "known_as": ["DPRK"]}, {"id": "ru", "name": "Russia"}],
    "organization": [
        {
            "id": "nis",
            "name": "Intelligence service",
            "kind": "intelligence",
            "part_of": [{"actor": "kp", "role": "guest"}],
        },
        {"id": "daily", "name": "A daily", "kind": "news-outlet"},
    ],
    "unnamed_source": [{"id": "insider", "name": "An insider", "wording": "eine Quelle"}],
    "weapon_type": [{"id": "shells", "name": "Artillery shells", "calibre_mm": 152}],
    "document": [
        {
            "id": "paper",
            "title": "Article of a day",
            "outlet": "daily",
            "published": "2024-10-13",
            "recorded": "2024-11-01",
            "language": "de",
            "file": "a.txt",
            "sha256": DIGEST,
            "url": "https://example.org/a",
        }
    ],
    "deployment": [
        {"id": "dispatch", "name": "Dispatch of troops", "sender": "kp", "host": "ru", "period": "2024-10"}
    ],
    "shipment": [
        {
            "id": "ship",
            "name": "Shells to Russia",
            "supplier": "kp",
            "recipient": "ru",
            "goods": "artillery shells",
            "weapon_types": ["shells"],
            "means": ["rail"],
        }
    ],
    "claim": [
        {
            "id": "insider-says",
            "topic": "troops",
            "stance": "asserts",
            "speaker": "insider",
            "said": "2024-10-11",
            "about": "dispatch",
            "paraphrase": "Thousands are in training.",
            "cited": [cited(4)],
            "hedge": "likely",
            "quantity": {"vague": "thousands", "unit": "soldiers", "mode": "stock", "wording": "Tausende"},
        },
        {
            "id": "nis-says",
            "topic": "troops",
            "stance": "asserts",
            "speaker": "nis",
            "said": "2024-10-12",
            "about": "dispatch",
            "paraphrase": "The service repeats the insider.",
            "relays": ["insider-says"],
            "cited": [cited(5, wording="mehrere tausend")],
        },
        {
            "id": "nis-again",
            "topic": "troops",
            "stance": "asserts",
            "speaker": "nis",
            "said": "2024-10-14",
            "about": "dispatch",
            "paraphrase": "The service says it again.",
            "cited": [cited(6)],
        },
        {
            "id": "ru-denies",
            "topic": "troops",
            "stance": "denies",
            "speaker": "ru",
            "said": "../2024-10-13",
            "about": "dispatch",
            "paraphrase": "Russia calls it false.",
            "answers": ["nis-says"],
            "cited": [cited(7)],
        },
        {
            "id": "nobody-says",
            "topic": "troops",
            "stance": "asserts",
            "speaker": "unknown",
            "attribution": "dem Vernehmen nach",
            "said": "2024-10-13",
            "about": "ship",
            "paraphrase": "Five million shells.",
            "cited": [cited(8)],
            "quantity": {
                "high": 5000000,
                "unit": "shells",
                "mode": "cumulative",
                "wording": "bis zu 5 Millionen",
            },
        },
    ],
}


@pytest.fixture(scope="module")
def graph() -> Graph:
    kinds = registry()
    return rows_of([kinds[kind].model_validate(fact) for kind, facts in FACTS.items() for fact in facts])


def scene(graph: Graph, *types: str, title: str = "Who says it") -> Scene:
    edges = [edge for edge in graph.edges.values() if edge.type in types]
    ids = dict.fromkeys(end for edge in edges for end in (edge.start, edge.end))
    return Scene(title, [graph.nodes[i] for i in ids], edges, note="Read the lines from the speaker.")


SAYING = ("CLAIMED_BY", "DENIED_BY", "QUESTIONED_BY")
SHIPPING = ("DELIVERED", "RECEIVED_BY", "OF_TYPE")


@pytest.fixture
def page(graph: Graph, open_page: Open, tmp_path: Path) -> Page:
    scenes = [scene(graph, *SAYING), scene(graph, *SHIPPING, title="Who ships")]
    write(tmp_path / "view.html", scenes, title="A title", subtitle="A subtitle", context=graph)
    return open_page(tmp_path / "view.html")


def click(page: Page, fact: str) -> None:
    """Click with the mouse on a node of the picture."""
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.by import By

    x, y = page.js(
        "const node = kgView.scene.nodes.find((n) => n.fact === arguments[0]);"
        "const at = kgView.network.canvasToDOM(kgView.network.getPosition(node.id));"
        "const box = document.querySelector('#picture canvas').getBoundingClientRect();"
        "return [at.x - box.width / 2, at.y - box.height / 2];",
        fact,
    )
    canvas = page.driver.find_element(By.CSS_SELECTOR, "#picture canvas")
    ActionChains(page.driver).move_to_element_with_offset(canvas, round(x), round(y)).click().perform()


def drawn_pixels(page: Page) -> int:
    return int(
        page.js(
            "const c = document.querySelector('#picture canvas');"
            "const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
            "let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 0; return n;"
        )
    )


def visible(page: Page) -> set[str]:
    """Ids of the nodes that the picture shows."""
    return set(
        page.js(
            "const body = kgView.network.body;"
            "return kgView.scene.nodes.filter((n) => !body.nodes[n.id].options.hidden).map((n) => n.fact);"
        )
    )


def test_it_opens_from_the_disk_asks_for_nothing_and_complains_about_nothing(
    page: Page, tmp_path: Path
) -> None:
    assert page.requests() == [(tmp_path / "view.html").as_uri()]
    assert page.complaints() == []
    assert page.driver.title == "A title"
    assert drawn_pixels(page) > 2000


def test_no_two_labels_overlap(page: Page) -> None:
    boxes = page.js(
        "return kgView.scene.nodes.map((n) =>"
        "  [n.x - n.box[0] / 2, n.y + n.box[2] - n.box[1] / 2, n.box[0], n.box[1]])"
    )
    for i, (x, y, w, h) in enumerate(boxes):
        for x2, y2, w2, h2 in boxes[i + 1 :]:
            assert x + w <= x2 or x2 + w2 <= x or y + h <= y2 or y2 + h2 <= y


def test_nothing_moves_by_itself(page: Page) -> None:
    places = "return JSON.stringify(kgView.network.getPositions())"
    before = page.js(places)
    page.driver.execute_async_script("setTimeout(arguments[0], 400)")
    assert page.js(places) == before


def test_a_click_on_an_event_lists_its_claims_by_stance_and_day(page: Page) -> None:
    click(page, "dispatch")
    panel = page.text("panel")
    assert "Deployment, as alleged" in panel
    assert "Asserted (3)" in panel
    assert "Denied (1)" in panel
    days = [panel.index(day) for day in ("2024-10-11", "2024-10-12", "2024-10-14")]
    assert days == sorted(days)


def test_a_click_on_an_actor_lists_what_it_said(page: Page) -> None:
    click(page, "nis")
    assert "What it said (2)" in page.text("panel")
    assert "The service says it again." in page.text("panel")


def test_a_label_is_clickable_like_its_node(page: Page) -> None:
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.by import By

    x, y = page.js(
        "const n = kgView.scene.nodes.find((n) => n.fact === 'insider');"
        "const far = n.box[2] + Math.sign(n.box[2]) * (n.box[1] / 2 - 5);"
        "const at = kgView.network.canvasToDOM({x: n.x, y: n.y + far});"
        "const box = document.querySelector('#picture canvas').getBoundingClientRect();"
        "return [at.x - box.width / 2, at.y - box.height / 2];"
    )
    canvas = page.driver.find_element(By.CSS_SELECTOR, "#picture canvas")
    ActionChains(page.driver).move_to_element_with_offset(canvas, round(x), round(y)).click().perform()
    assert "An insider" in page.text("panel")


def test_a_click_on_a_line_shows_its_claim_with_its_place_in_print(page: Page) -> None:
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.by import By

    x, y = page.js(
        "const edge = kgView.scene.edges.find((e) => e.claim === 'ru-denies');"
        "const p = kgView.network.getPositions(), a = p[edge.from], b = p[edge.to];"
        "const at = kgView.network.canvasToDOM({x: (a.x + b.x) / 2, y: (a.y + b.y) / 2});"
        "const box = document.querySelector('#picture canvas').getBoundingClientRect();"
        "return [at.x - box.width / 2, at.y - box.height / 2];"
    )
    canvas = page.driver.find_element(By.CSS_SELECTOR, "#picture canvas")
    ActionChains(page.driver).move_to_element_with_offset(canvas, round(x), round(y)).click().perform()
    panel = page.text("panel")
    for words in (
        "denies",
        "Russia calls it false.",
        "by 2024-10-13",
        "paragraph 7, characters 5 to 40",
        "A daily",
        "published 2024-10-13",
        "Article of a day",
        "Answers (1)",
    ):
        assert words in panel


def test_a_relayed_claim_is_one_click_away_and_back_returns(page: Page) -> None:
    page.js("kgView.show('nis-says')")
    assert "Passes on (1)" in page.text("panel")
    assert "printed “mehrere tausend”" in page.text("panel")
    page.js("document.querySelector('#panel .card').click()")
    panel = page.text("panel")
    assert "Thousands are in training." in panel
    assert "thousands of soldiers" in panel
    assert "printed: “Tausende”" in panel
    assert "likely" in panel
    assert "ends here" in panel
    page.js("document.querySelector('#panel .back').click()")
    assert "The service repeats the insider." in page.text("panel")


def test_a_shipment_shows_supplier_recipient_goods_and_that_nobody_is_named(page: Page) -> None:
    page.js("kgView.draw(1); kgView.show('ship')")
    panel = page.text("panel")
    for words in (
        "North Korea",
        "Russia",
        "artillery shells",
        "rail",
        "up to 5,000,000 shells",
        "bis zu 5 Millionen",
        "nobody named",
        "dem Vernehmen nach",
    ):
        assert words in panel


def test_the_menu_switches_pictures(page: Page) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.select import Select

    Select(page.driver.find_element(By.ID, "scene")).select_by_visible_text("Who ships")
    assert visible(page) == {"kp", "ru", "ship", "shells"}
    assert drawn_pixels(page) > 1000
    assert page.complaints() == []


def test_the_legend_hides_and_shows_stances_and_kinds(page: Page) -> None:
    everything = {"dispatch", "insider", "nis", "ru"}
    assert visible(page) == everything
    press = "document.querySelector(`#legend button[data-key='${arguments[0]}']`).click()"
    page.js(press, "denies")
    assert visible(page) == everything - {"ru"}
    assert "Russia calls it false." not in page.text("rows")
    assert "3 of 4 claims" in page.text("count")
    page.js(press, "UnnamedSource")
    assert visible(page) == {"dispatch", "nis"}
    page.js(press, "denies")
    page.js(press, "UnnamedSource")
    assert visible(page) == everything
    assert "Russia calls it false." in page.text("rows")


def test_search_finds_a_node_by_another_spelling_and_shows_it(page: Page) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    page.js("kgView.draw(1)")
    page.driver.find_element(By.ID, "search").send_keys("dprk", Keys.ENTER)
    assert "North Korea" in page.text("panel")
    box = "const s = document.getElementById('search');"
    page.js(box + "s.value = 'zzz'; s.dispatchEvent(new Event('input'))")
    assert "Not in this picture" in page.text("found")


def test_the_table_holds_every_claim_of_the_picture(page: Page, graph: Graph) -> None:
    rows = page.text("rows")
    for claim in ("insider-says", "nis-says", "nis-again", "ru-denies"):
        assert graph.nodes[claim].properties["paraphrase"] in rows
    assert "4 claims" in page.text("count")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_follows_the_theme_and_fits_a_phone(page: Page, theme: str) -> None:
    page.theme(theme)
    page.size(400, 800)
    page.driver.refresh()
    assert page.js("return document.documentElement.scrollWidth") <= 400
    paper = page.js("return getComputedStyle(document.querySelector('.stage')).backgroundColor")
    assert paper == ("rgb(255, 255, 255)" if theme == "light" else "rgb(20, 24, 29)")
    assert drawn_pixels(page) > 1000
    assert page.complaints() == []


def test_an_empty_result_says_so(open_page: Open, tmp_path: Path) -> None:
    write(tmp_path / "empty.html", [Scene("Nothing", [], [])], title="Empty")
    page = open_page(tmp_path / "empty.html")
    assert page.js("return document.getElementById('empty').checkVisibility()")
    assert page.complaints() == []


RUN = "window.ran.push(1)"
PAYLOADS = [
    f"<script>{RUN}</script>",
    f"</script><script>{RUN}</script>",
    f"</SCRIPT ><script>{RUN}</script>",
    f"--></script><script>{RUN}</script>",
    f"<!--<script>{RUN}</script>",
    f"]]><script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f"<img src='x' onerror='{RUN}'>",
    f'"><img src=x onerror="{RUN}">',
    f"'><img src=x onerror='{RUN}'>",
    f"<svg onload={RUN}>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x dur=1s>",
    f"<math><mtext></table><mglyph><style><img src=x onerror={RUN}>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'>",
    f"<iframe src=javascript:{RUN}>",
    f"<object data=javascript:{RUN}>",
    f"<embed src=javascript:{RUN}>",
    f"<a href=javascript:{RUN}>x</a>",
    f"javascript:{RUN}",
    f"JaVaScRiPt:{RUN}//http://",
    f"data:text/html,<script>{RUN}</script>",
    f"<body onload={RUN}>",
    f"<details open ontoggle={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    "<style>@import 'http://x.invalid/a.css';</style>",
    "<link rel=stylesheet href=http://x.invalid/>",
    "<meta http-equiv=refresh content='0;url=http://x.invalid/'>",
    "<base href=http://x.invalid/>",
    "<form action=http://x.invalid/><input>",
    f"</title><script>{RUN}</script>",
    f"</textarea><script>{RUN}</script>",
    f"'-{RUN}-'",
    f'"-{RUN}-"',
    f"\\';{RUN}//",
    f"`${{{RUN}}}`",
    "{{7*7}} ${7*7} <%= 7*7 %> {% raw %} #{7*7}",
    "\u202egnp.exe\u202c \u2066iso\u2069 \u200f\u200b\ufeff",
    "\u2028\u2029\x85 line ends",
    "__proto__",
    "constructor",
    "&lt;b&gt; &amp; &#60;script&#62;",
    "<b>bold</b> <i>multi</i> *md* _md_",
    "é ü ß ж 한 🚀 " + "x" * 300,
    f'https://x.invalid/"onclick={RUN}',
    "%3Cscript%3E",
]


def hostile(graph: Graph, payload: str) -> Graph:
    """Return the graph with a payload in every id, label, edge type and text of its rows."""
    kept = {"stance", "said", "how_many"} if payload == "__proto__" else {"stance"}

    def poison(value: Any, key: str) -> Any:
        if isinstance(value, str):
            return value if key in kept else payload
        return [payload] if isinstance(value, list) else value

    ids = {old: f"{payload} {number}" if number else payload for number, old in enumerate(graph.nodes)}
    nodes = {
        ids[n.id]: NodeRow(
            ids[n.id],
            n.labels,
            {k: poison(v, k) for k, v in n.properties.items()} | {"id": ids[n.id], payload: payload},
        )
        for n in graph.nodes.values()
    }
    stranger = NodeRow(f"stranger {payload}", (payload,), {"name": payload, "note": payload})
    nodes[stranger.id] = stranger
    rows = [
        EdgeRow(
            e.type,
            ids[e.start],
            ids[e.end],
            payload + e.key,
            {k: ids.get(v, payload) if k == "claim" else poison(v, k) for k, v in e.properties.items()},
        )
        for e in graph.edges.values()
    ]
    rows.append(EdgeRow(payload, stranger.id, ids["dispatch"], "", {payload: payload, "stance": payload}))
    return Graph(nodes, {row.identity: row for row in rows})


def test_at_least_forty_payloads_are_shown_as_text_and_never_run(
    graph: Graph, open_page: Open, tmp_path: Path
) -> None:
    assert len(PAYLOADS) >= 40
    scenes = []
    nodes: dict[str, NodeRow] = {}
    edges: dict[tuple[str, str, str, str], EdgeRow] = {}
    for payload in PAYLOADS:
        bad = hostile(graph, payload)
        scenes.append(Scene(payload, list(bad.nodes.values()), list(bad.edges.values()), note=payload))
        nodes |= bad.nodes
        edges |= bad.edges
    everything = "\n".join(PAYLOADS)
    target = write(
        tmp_path / "hostile.html", scenes, title=everything, subtitle=everything, context=Graph(nodes, edges)
    )
    page = open_page(target)
    for number, payload in enumerate(PAYLOADS):
        found = page.js(
            """
            const shown = [];
            kgView.draw(arguments[0]);
            const scene = kgView.scene;
            for (const node of scene.nodes) {
              kgView.show(node.fact);
              shown.push(document.getElementById("panel").textContent);
            }
            const text = (id) => document.getElementById(id).textContent;
            const seen = [shown, text("rows"), text("note"), text("lines") + text("kinds"),
              document.getElementById("scene").selectedOptions[0].textContent];
            const buttons = [...document.querySelectorAll("#panel button")].slice(0, 5);
            buttons.push(...document.querySelectorAll("#legend button"));
            buttons.forEach((button) => button.click());
            const pointer = {canvas: {x: 1e9, y: 1e9}};
            for (const edge of new Map(scene.edges.map((edge) => [edge.line, edge])).values()) {
              kgView.network.emit("click", {nodes: [], edges: [edge.id], pointer});
            }
            document.getElementById("search").value = "a";
            document.getElementById("search").dispatchEvent(new Event("input"));
            return seen;
            """,
            number,
        )
        panels, table, note, legend, option = found
        assert all(payload in panel for panel in panels), payload
        assert payload in note
        assert payload in option
        assert payload in legend
        assert payload in table
    assert page.js("return window.ran") == []
    assert page.js("return document.querySelector('h1').textContent") == everything
    assert page.js("return document.scripts.length") == 3
    strangers = "img, iframe, object, embed, form, base, math, h1 b"
    assert page.js("return document.querySelectorAll(arguments[0]).length", strangers) == 0
    assert page.complaints() == []
    assert page.requests() == [target.as_uri()]
