"""Our page in a real browser without a network: the corpus drawn four ways, each control used."""

from __future__ import annotations

import base64
import csv
import io
import json
import os
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from kg.analysis.asof import cut, publication_days
from kg.analysis.roots import roots
from kg.analysis.status import status
from kg.drawing.model import Drawing
from kg.export.page import Assets, render, script, style
from kg.presets import library
from kg.presets.run import run
from kg.views import see
from tests.page import test_render as small

from .conftest import Page
from .page_desk import DISPATCH, Corpus, View, axe, corpus, drawn_as_known

pytestmark = pytest.mark.browser
CHAIN, FIGURES, FLOW, NETWORK, EVENT = range(5)
PAPER = (
    "const c = document.getElementById('still'), d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data, n = new Map();"
    "for (let i = 0; i < d.length; i += 4) { const k = d[i] << 16 | d[i + 1] << 8 | d[i + 2]; n.set(k, (n.get(k) ?? 0) + 1); }"
    "const [k] = [...n].sort((a, b) => b[1] - a[1])[0]; return [k >> 16, (k >> 8) & 255, k & 255];"
)
"""The colour that covers most of the picture."""
GOLDEN = Path(__file__).parent.parent / "golden" / "page"


@pytest.fixture(scope="module")
def drawn() -> Iterator[Corpus]:
    with corpus() as made:
        yield made


@pytest.fixture(scope="module")
def built(drawn: Corpus, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "view.html"
    text = render(
        drawn.drawings, title="Who says who armed whom?", title_de="Wer sagt, wer wen bewaffnet?", context=drawn.seen.whole, world=drawn.seen.world,
        by_day=drawn.by_day,
    )  # fmt: skip
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def view(driver: Any, built: Path) -> View:
    """The page in a light window of 1400 by 900, not opened yet."""
    page = Page(driver)
    page.size(1400, 900)
    page.theme("light")
    return View(page, built)


# What it is


def test_each_picture_opens_from_the_disk_asks_for_nothing_and_is_drawn(view: View, drawn: Corpus) -> None:
    for number, drawing in enumerate(drawn.drawings):
        view.at(f"d={number}")
        view.clean()
        assert view.js("return kgPage.app.scene.count") == len(drawing.nodes)
        assert view.js("return kgPage.app.scene.edges") == len(drawing.edges)
        assert view.page.text("title") == drawing.title
        assert drawing.caption[:60] in view.page.text("caption")
        colours = view.js(
            "const c = document.getElementById('still'), d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data, seen = new Set();"
            "for (let i = 0; i < d.length; i += 4) seen.add(d[i] << 16 | d[i + 1] << 8 | d[i + 2]); return seen.size;"
        )
        assert colours > 20
    marks = view.js("return performance.getEntriesByType('mark').map((m) => m.name)")
    assert {"kg:start", "kg:unpacked", "kg:first", "kg:facts", "kg:ready", "kg:exact"} <= set(marks)


def test_no_two_labels_overlap_in_any_picture_at_any_zoom(view: View) -> None:
    view.at()
    for number in range(4):
        view.js("kgPage.app.draw(arguments[0])", number)
        for zoom in (0.25, 0.6, 1, 2.2):
            view.js("const { cam } = kgPage.app.layers; kgPage.app.layers.move({ x: cam.x, y: cam.y, k: arguments[0] })", zoom)
            view.rest()
            boxes = view.js("return kgPage.labels().map((one) => one.box)")
            assert boxes or zoom in (0.25, 2.2)
            for i, (left, top, right, bottom) in enumerate(boxes):
                for other in boxes[i + 1 :]:
                    assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_the_menu_switches_pictures(view: View, drawn: Corpus) -> None:
    from selenium.webdriver.support.select import Select

    view.at()
    Select(view.driver.find_element("id", "drawing")).select_by_visible_text(drawn.drawings[FLOW].title)
    view.rest()
    assert view.page.text("title") == drawn.drawings[FLOW].title
    assert "d=2" in view.state()


# Filters and search


def test_every_entry_of_the_legend_hides_something_and_brings_it_back(view: View) -> None:
    for number in (CHAIN, NETWORK):
        view.at(f"d={number}")
        view.js("document.getElementById('more-facets').open = true")
        keys = view.js("return [...document.querySelectorAll('#facets .toggle')].map((b) => [b.dataset.facet, b.dataset.key])")
        assert {"stance", "kind", "topic", "document", "language"} <= {facet for facet, _ in keys}
        look = "const s = kgPage.app.scene; return [s.on.reduce((a, b) => a + b, 0), s.eon.reduce((a, b) => a + b, 0), kgPage.tableRows('claims').filter((r) => r.on).length]"
        before = view.js(look)
        several: dict[str, int] = {}
        for facet, key in keys:
            several[facet] = several.get(facet, 0) + 1
            if several[facet] > 2:
                continue
            press = "[...document.querySelectorAll('#facets .toggle')].find((b) => b.dataset.facet === arguments[0] && b.dataset.key === arguments[1]).click()"
            view.js(press, facet, key)
            after = view.js(look)
            assert after != before, (facet, key)
            assert all(now <= then for now, then in zip(after, before, strict=True)), (facet, key)
            view.js(press, facet, key)
            assert view.js(look) == before, (facet, key)
    view.clean()


def test_hiding_a_stance_takes_its_claims_out_of_picture_and_table(view: View, drawn: Corpus) -> None:
    view.at(f"d={FIGURES}")
    denials = {i for i in view.claims() if drawn.seen.world.claims[i].stance == "denies"}
    assert denials
    view.click("#facets .toggle[data-facet=stance][data-key=denies]")
    assert not denials & set(view.claims())
    assert not denials & view.shapes()
    assert "off=stance" in view.state()
    view.click("#facets .all")
    assert denials <= set(view.claims())


@pytest.mark.parametrize(
    ("typed", "found"),
    [("Nordkorea", "kp"), ("dprk", "kp"), ("noth korea", "kp"), ("북한", "kp"), ("Pjongjang", "kp"), ("zelenksy", "zelensky"), ("KN23", "kn-23"), ("hwasng 11", "hwasong-11")],
)
def test_search_forgives_typing_errors_and_knows_other_names(view: View, typed: str, found: str) -> None:
    if view.driver.current_url.partition("#")[0] != view.path.as_uri():
        view.at(f"d={NETWORK}")
    assert found in view.js("return kgPage.search(arguments[0])", typed)[:3]


def test_search_by_keyboard_goes_to_what_was_found(view: View) -> None:
    from selenium.webdriver.common.keys import Keys

    view.at(f"d={CHAIN}")
    view.driver.find_element("id", "search").send_keys("noth korea")
    assert view.js("return document.getElementById('search').getAttribute('aria-expanded')") == "true"
    view.keys(Keys.ARROW_DOWN, Keys.ARROW_UP, Keys.ENTER)
    view.rest()
    assert "North Korea" in view.card()
    box = view.driver.find_element("id", "search")
    box.clear()
    box.send_keys("zzzzzz")
    assert "Nothing of that name" in view.page.text("found")
    view.clean()


# Days


def ten_days(days: list[date]) -> list[date]:
    one = timedelta(1)
    chosen = {days[0] - one, *days, *(day + one for day in days), *(day - one for day in days[1:])}
    return sorted(day for day in chosen if day <= days[-1])[:12]


def test_the_slider_equals_as_of_on_ten_days(view: View, drawn: Corpus) -> None:
    preset = library.preset("timeline")
    days = ten_days(publication_days(drawn.seen.world))
    assert len(days) >= 10
    view.at(f"d={EVENT}")
    for day in days:
        value = view.js("const s = document.getElementById('day'); s.value = kgPage.app.valueAt(arguments[0]); s.dispatchEvent(new Event('input')); return document.getElementById('day-text').textContent", str(day))
        assert value.startswith(str(day))
        answer = run(preset, drawn.store, {"event": DISPATCH, "as_of": str(day)})
        assert sorted(view.claims()) == sorted(row[-1] for row in answer.rows), day
        known = cut(drawn.seen.world, day)
        told = view.js("return Object.fromEntries(kgPage.facts.ids.map((id) => [id, kgPage.marksOf(id, kgPage.filter.day)]))")
        for row in status(known):
            if row.event in told:
                assert (told[row.event]["status"], told[row.event]["credibility"], told[row.event]["rule"]) == (row.status, row.credibility, row.rule), (day, row.event)
        for support in roots(known):
            if support.subject in told:
                own = told[support.subject]
                assert (own["min"], own["max"], own["reports"]) == (support.roots.least, support.roots.most, len(support.reports)), day
        spoken = {c.about for c in known.claims.values()}
        assert not [i for i, marks in told.items() if "status" in marks and i not in spoken], day
        chains = view.js("return kgPage.app.scene.claims.flat().filter((c) => kgPage.claimKnown(c)).map((c) => [kgPage.facts.ids[c], kgPage.chains(kgPage.facts.ids[c])])")
        for claim, found in chains:
            assert {path[-1] for path in found} <= set(known.claims), (day, claim)


def test_the_slider_hides_what_a_picture_made_as_of_that_day_does_not_hold(view: View, drawn: Corpus) -> None:
    view.at()
    for day in publication_days(drawn.seen.world)[:-1]:
        then = drawn_as_known(drawn.store, see(drawn.store, day))
        for number in (CHAIN, FIGURES, EVENT):
            view.js("kgPage.app.draw(arguments[0]); kgPage.app.setDay(arguments[1])", number, str(day))
            shown = view.js("const s = kgPage.app.scene; return s.id.filter((id, i) => s.on[i] && s.kindOf[i] === 'Claim')")
            assert sorted(shown) == sorted(node.id for node in then[number].nodes if node.kind == "Claim"), (day, number)


def test_a_picture_made_for_each_day_is_the_one_that_the_slider_shows(view: View, drawn: Corpus) -> None:
    view.at(f"d={FLOW}")
    days = publication_days(drawn.seen.world)[:-1]
    assert list(drawn.by_day[FLOW]) == days
    for day in days:
        then = drawn_as_known(drawn.store, see(drawn.store, day))[FLOW]
        assert drawn.by_day[FLOW][day] == then, "as 'kg view --as-of' draws it"
        view.js("kgPage.app.setDay(arguments[0])", str(day))
        assert view.js("return kgPage.app.scene.id") == [node.id for node in then.nodes]
        assert view.js("return kgPage.app.scene.high") == [round(edge.high, 2) for edge in then.edges]
        assert view.page.text("caption") == then.caption
    view.clean()


def test_the_buttons_go_from_publication_to_publication(view: View, drawn: Corpus) -> None:
    days = publication_days(drawn.seen.world)
    view.at(f"d={CHAIN}")
    for day in reversed(days[:-1]):
        view.click("#day-before")
        assert view.js("return kgPage.filter.day") == str(day)
    view.click("#day-after")
    assert view.js("return kgPage.filter.day") == str(days[1])


def test_a_status_told_by_an_outline_is_that_of_the_day(view: View, drawn: Corpus) -> None:
    view.at(f"d={NETWORK}")
    days = publication_days(drawn.seen.world)
    early = {row.event: row.status for row in status(cut(drawn.seen.world, days[0]))}
    view.js("kgPage.app.setDay(arguments[0])", str(days[0]))
    drawn_as = dict(view.js("const s = kgPage.app.scene; return s.fact.map((f, i) => [f, s.style[i], s.on[i]]).filter(([f, style, on]) => on && style).map(([f, style]) => [f, style])"))
    told = {event: style for event, style in drawn_as.items() if event in early}
    assert told
    assert all(early[event] == style for event, style in told.items())


# Cards


def test_a_claim_card_says_who_how_many_when_through_whom_and_where(view: View) -> None:
    view.at(f"d={CHAIN}")
    view.click_at("isw-troops-arrived-2024-10-12")
    card = view.card()
    for words in (
        "Institute for the Study of War", "several thousand soldiers", "mehrere tausend", "2,000 to 10,000 (excluded)", "2024-10-12", "The Washington Post",
        "Washington Post's source in Ukrainian military intelligence", "disputed", "asserted and denied", "paragraph 4, characters 147 to 400", "published 2024-10-13",
        "says that it is so", "An echo", "Not in the text, resolved by us",
    ):  # fmt: skip
        assert words in card, words
    assert view.js("return document.querySelectorAll('#card blockquote').length") == 0
    assert view.js("return document.querySelectorAll('#card .hops li').length") == 3
    view.js("document.querySelector('#card .hops button').click()")
    assert "The Washington Post" in view.js("return document.querySelector('#card h2').textContent + document.querySelector('#card dd').textContent")
    view.js("[...document.querySelectorAll('#card .bar button')][0].click()")
    assert "Institute for the Study of War" in view.card()
    view.clean()


def test_a_missing_speaker_is_a_gap_and_says_so(view: View) -> None:
    view.at(f"d={CHAIN}")
    gap = view.js("const s = kgPage.app.scene; return s.id[s.kindOf.indexOf('Gap')]")
    view.click_at(gap)
    assert "neither names nor describes" in view.card()


def test_an_event_card_lists_claims_by_stance_and_the_status_with_its_reason(view: View) -> None:
    view.at(f"d={NETWORK}&s=f:{DISPATCH}")
    card = view.card()
    for words in ("Deployment, as alleged", "disputed", "Admiralty credibility", "independent roots", "Asserted (", "Denied (2)", "Not confirmed (1)"):
        assert words in card, words


def test_hovering_shows_the_neighbourhood(view: View) -> None:
    view.at(f"d={CHAIN}")
    inked = "const c = document.getElementById('live'), d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data; let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 0; return n;"
    assert view.js(inked) == 0
    view.hover("isw-troops-arrived-2024-10-12")
    assert view.js(inked) > 1000
    assert "ISW" in view.page.text("whisper")
    view.js("document.getElementById('canvas').dispatchEvent(new PointerEvent('pointerleave'))")
    assert view.js(inked) == 0
    assert view.page.text("whisper") == ""


def test_a_group_opens_on_click_and_closes_again(view: View) -> None:
    view.at(f"d={NETWORK}")
    cluster, member = view.js("const s = kgPage.app.scene, [i, inside] = [...s.members][0]; return [s.id[i], s.id[inside[0]]]")
    assert member not in view.shapes()
    view.js("kgPage.app.layers.move({ x: 0, y: 0, k: 0.4 })")
    view.rest()
    view.click_at(cluster)
    view.rest()
    assert member in view.shapes()
    assert urlencode({"open": cluster}) in view.state()
    view.js("[...document.querySelectorAll('#card button')].find((b) => b.textContent.includes('Close this group')).click()")
    assert member not in view.shapes()
    view.js("kgPage.app.select('f:' + arguments[0])", member)
    assert member in view.shapes(), "what is selected is shown"


# Table


def test_the_table_equals_the_answer_as_json(view: View, drawn: Corpus) -> None:
    view.at(f"d={EVENT}&view=table")
    answer = run(library.preset("timeline"), drawn.store, {"event": DISPATCH})
    rows = {row["claim"]: row for row in view.js("return kgPage.tableRows('claims').map((row) => row.cells)")}
    assert set(rows) == {row["claim"] for row in answer.dicts()}
    for row in answer.dicts():
        told = rows[row["claim"]]
        assert told["what"] == row["what"]
        assert told["figure"].partition(" (“")[0] == (row["figure"] or "")
        assert told["published"] == str(row["published"])
        assert told["said"].endswith(str(row["said"]))
        assert told["stance"] == row["stance"].replace("-", " ")
        assert told["speaker"] == row["speaker"] or (row["speaker"] is None and told["speaker"].startswith("nobody named"))
    shown = view.js("return [...document.querySelectorAll('#table tbody tr')].map((tr) => [...tr.cells].map((td) => td.textContent))")
    assert shown == view.js("return kgPage.tableRows('claims').map((row) => Object.values(row.cells))")


def test_the_table_holds_every_shape_and_line_of_every_picture(view: View, drawn: Corpus) -> None:
    view.at("view=table")
    for number, drawing in enumerate(drawn.drawings):
        view.js("kgPage.app.draw(arguments[0])", number)
        shapes = view.js("return kgPage.tableRows('shapes').map((row) => row.cells)")
        assert [row["id"] for row in shapes] == [node.id for node in drawing.nodes]
        assert [row["claims"].split() for row in shapes] == [list(node.claims) for node in drawing.nodes]
        lines = view.js("return kgPage.tableRows('lines').map((row) => row.cells)")
        names = {node["id"]: node["name"] for node in shapes}
        assert [(row["from"], row["to"]) for row in lines] == [(names[e.start], names[e.end]) for e in drawing.edges]
        assert [row["claims"].split() for row in lines] == [list(e.claims) for e in drawing.edges]
        assert [row["derived"] == "yes" for row in lines] == [e.derived for e in drawing.edges]


def test_the_table_sorts_and_is_copied_as_csv(view: View) -> None:
    view.at(f"d={NETWORK}&view=table")
    view.click("#table th.c-figure button")
    view.click("#table th.c-figure button")
    assert view.js("return document.querySelector('#table th.c-figure').getAttribute('aria-sort')") == "descending"
    first = view.js("return document.querySelector('#table tbody td.c-figure').textContent")
    assert "5,000,000" in first or "9,000,000" in first or "millio" in first.lower()
    rows = list(csv.DictReader(io.StringIO(view.js("return kgPage.csv()"))))
    told = view.js("return kgPage.tableRows('claims').length")
    assert len(rows) == told
    assert rows[0]["figure"] == first
    view.js("navigator.clipboard.writeText = (words) => { window.copied = words; return Promise.resolve(); }; document.getElementById('copy-json').click()")
    assert [row["claim"] for row in json.loads(view.js("return window.copied"))] == [row["claim"] for row in rows]
    view.click("#table .rest")
    assert view.js("return document.querySelectorAll('#table tbody tr').length") == told
    view.clean()


# State, languages, themes


def test_a_link_restores_what_was_seen(view: View) -> None:
    view.at(f"d={NETWORK}")
    view.js(
        "const { app } = kgPage; app.layers.move({ x: 40, y: -30, k: 0.8 }); app.moved = true; app.switchOff('kind', 'Person', true);"
        "app.setDay('2024-10-13'); app.select('f:kp'); app.setTable({ which: 'lines', sort: 'to', down: true }); app.show('table');"
        "document.getElementById('language').click(); document.getElementById('theme').click();"
    )
    state = view.state()
    look = (
        "const { app, filter } = kgPage, { cam } = app.layers; return [app.number, app.selected, filter.day, [...filter.off.get('kind')], app.view, app.table,"
        "cam.x, cam.y, cam.k, document.documentElement.lang, document.documentElement.dataset.theme, kgPage.app.scene.on.join(''),"
        "document.getElementById('card').textContent, document.getElementById('table').textContent]"
    )
    before = view.js(look)
    assert view.at(state).js(look) == before
    assert view.state() == state
    view.at("s=f:nobody&d=99&day=never&off=x:y&off=kind:&at=a,b,c&open=%00&theme=<b>&lang=xx&rows=q&sort=__proto__")
    view.clean()
    assert view.js("return kgPage.app.number") == EVENT, "the last one there is"


def test_german_says_everything_in_german(view: View) -> None:
    view.at(f"d={CHAIN}&s=f:isw-troops-arrived-2024-10-12")
    view.click("#language")
    assert view.js("return document.documentElement.lang") == "de"
    assert view.driver.title == "Wer sagt, wer wen bewaffnet?"
    assert view.page.text("title") == library.preset("who-sourced").title_de
    for words in ("behauptet", "Gesagt von", "mehrere tausend Soldaten", "2.000 bis 10.000 (ausgeschlossen)", "umstritten", "behauptet und bestritten", "Absatz 4, Zeichen 147 bis 400"):
        assert words in view.card(), words
    english = view.js("return [...document.querySelectorAll('button, summary, label, th')].map((e) => e.textContent).filter((w) => /\\b(Table|Picture|Legend|Copy|Print|Find|Whole)\\b/.test(w))")
    assert english == []
    view.click("#language")
    assert "asserts" in view.card()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_follows_the_theme_and_fits_a_phone(view: View, theme: str) -> None:
    view.page.theme(theme)
    view.page.size(375, 800)
    for number in range(4):
        view.at(f"d={number}")
        assert view.js("return document.documentElement.scrollWidth") <= 375
    view.js("kgPage.app.show('table')")
    assert view.js("return document.documentElement.scrollWidth") <= 375
    view.js("kgPage.app.show('picture')")
    view.rest()
    assert view.js(PAPER) == ([255, 255, 255] if theme == "light" else [20, 24, 29])
    view.clean()


# Out of the page


def test_svg_and_png_are_made_in_the_page(view: View, drawn: Corpus) -> None:
    for number, drawing in enumerate(drawn.drawings):
        view.at(f"d={number}")
        text = view.js("return kgPage.svg()")
        tree = ElementTree.fromstring(text)
        words = " ".join("".join(node.itertext()) for node in tree.iter("{http://www.w3.org/2000/svg}text"))
        assert drawing.title in words
        assert "Rests on" in words
        assert "<script" not in text
        assert text.count("<path") + text.count("<rect") >= len(drawing.nodes) // 2
    size = view.driver.execute_async_script("const done = arguments[0]; kgPage.png().then(async (blob) => { const b = await createImageBitmap(blob); done([blob.type, b.width, b.height]); })")
    assert size[0] == "image/png"
    assert size[1] > 800
    view.click("#save-svg")
    view.click("#save-png")
    view.clean()


def test_print_shows_the_whole_picture_on_white_paper_without_controls(view: View, drawn: Corpus) -> None:
    view.page.theme("dark")
    view.at(f"d={FIGURES}")
    view.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        view.js("dispatchEvent(new Event('beforeprint'))")
        assert view.js("return getComputedStyle(document.querySelector('header')).display") == "none"
        assert view.js("return getComputedStyle(document.querySelector('.save')).display") == "none"
        words = view.js("return document.querySelector('#stage .printed').textContent")
        assert all(text.text in words for text in drawn.drawings[FIGURES].texts), "the whole picture, not what was on the screen"
        assert view.js("return document.querySelector('#stage .printed rect').getAttribute('fill')") == "#ffffff"
        assert view.js("return document.querySelector('#stage .printed').getBoundingClientRect().width <= innerWidth")
        assert view.js("return document.getElementById('caption').checkVisibility()")
        view.js("dispatchEvent(new Event('afterprint'))")
        assert view.js("return document.querySelectorAll('.printed').length") == 0
    finally:
        view.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    printed = base64.b64decode(view.driver.execute_cdp_cmd("Page.printToPDF", {})["data"])
    assert printed.startswith(b"%PDF")


def test_spans_are_quoted_where_the_texts_were_at_hand_and_a_wrong_one_says_so(view: View, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(small.TEXT, encoding="utf-8")
    view.path = tmp_path / "quoted.html"
    view.path.write_text(render([small.drawing()], title="Quoted", context=small.graph(), sources=tmp_path), encoding="utf-8")
    view.at()
    assert "for your own use, not for publishing" in view.card()
    view.js("kgPage.app.select('f:first')")
    assert view.js("return document.querySelector('#card blockquote').textContent") == small.SPAN
    view.js("kgPage.app.select('f:second')")
    assert view.js("return document.querySelectorAll('#card blockquote').length") == 0
    assert "does not say this here" in view.card()
    view.clean()


def test_pages_in_a_folder_share_script_and_style(view: View, drawn: Corpus, tmp_path: Path) -> None:
    for name, text in (("page.js", script()), ("page.css", style())):
        (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")
    view.path = tmp_path / "deep" / "view.html"
    view.path.parent.mkdir()
    view.path.write_text(render(drawn.drawings[:1], title="Shared", assets=Assets("../page.js", "../page.css")), encoding="utf-8")
    view.at()
    assert view.page.complaints() == []
    assert {Path(url).name for url in view.page.requests()} == {"view.html", "page.js", "page.css"}
    assert view.js("return getComputedStyle(document.querySelector('.stage')).position") == "relative"


# Without mouse or eyes


def test_the_keyboard_alone_reaches_everything_and_shows_where_it_is(view: View) -> None:
    from selenium.webdriver.common.keys import Keys

    view.at(f"d={CHAIN}")
    reached: set[str] = set()
    for _ in range(70):
        view.keys(Keys.TAB)
        name, style, width = view.js("const e = document.activeElement, s = getComputedStyle(e); return [e.id || e.className, s.outlineStyle, s.outlineWidth]")
        assert name == "" or (style != "none" and width != "0px"), name
        if name in reached and name == "skip":
            break
        reached.add(name)
    assert {"skip", "drawing", "search", "language", "theme", "show-picture", "show-table", "canvas", "closer", "farther", "fit", "day", "save-png", "save-svg", "print", "link"} <= reached
    assert any("toggle" in name for name in reached)
    view.js("document.getElementById('canvas').focus()")
    view.keys(Keys.ARROW_RIGHT)
    first = view.js("return kgPage.app.selected")
    assert first.startswith("n:")
    assert view.page.text("live-region")
    view.keys(Keys.ARROW_DOWN)
    assert view.js("return kgPage.app.selected") != first
    view.keys(Keys.ENTER)
    assert view.js("return document.activeElement.tagName") == "H2"
    view.js("document.getElementById('canvas').focus()")
    before = view.js("return kgPage.app.layers.cam.k")
    view.keys("+")
    assert view.js("return kgPage.app.layers.cam.k") > before
    view.keys("-", "0")
    view.js("const k = kgPage.app.layers.cam; window.was = k.x")
    view.keys(Keys.SHIFT, Keys.ARROW_LEFT, held=True)
    assert view.js("return kgPage.app.layers.cam.x !== window.was")
    view.keys(Keys.ESCAPE)
    assert view.js("return kgPage.app.selected") == ""
    view.js("document.getElementById('skip').focus()")
    view.keys(Keys.ENTER)
    assert view.js("return document.activeElement.id") == "table"
    view.clean()


def test_axe_finds_no_violation(view: View) -> None:
    script = axe()
    for theme, width, state in (
        ("light", 1400, f"d={CHAIN}&s=f:isw-troops-arrived-2024-10-12"), ("dark", 1400, f"d={NETWORK}&s=f:{DISPATCH}"), ("light", 375, f"d={FIGURES}"),
        ("dark", 375, f"d={FLOW}&view=table"), ("light", 1400, f"d={EVENT}&view=table&rows=lines"),
    ):  # fmt: skip
        view.page.theme(theme)
        view.page.size(width, 900)
        view.at(state)
        view.js("for (const d of document.querySelectorAll('details')) d.open = true; const s = document.getElementById('search'); s.value = 'korea'; s.dispatchEvent(new Event('input'))")
        view.driver.execute_cdp_cmd("Runtime.evaluate", {"expression": script})
        found = view.driver.execute_async_script("const done = arguments[0]; axe.run(document).then((r) => done(r.violations.map((v) => [v.id, v.help, v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + n.failureSummary.slice(0, 200))])))")
        assert found == [], (theme, width, state)


# Pictures


@pytest.mark.parametrize(
    ("name", "theme", "width", "state"),
    [("chain", "light", 1400, "d=0"), ("figures", "dark", 1400, "d=1"), ("flow", "light", 1400, "d=2"), ("network-phone", "light", 375, "d=3"), ("card", "light", 1400, "d=0&s=f:isw-troops-arrived-2024-10-12")],
)
def test_it_looks_as_it_did(view: View, name: str, theme: str, width: int, state: str) -> None:
    view.page.theme(theme)
    view.page.size(width, 900)
    view.at(state)
    now, golden = view.picture(), GOLDEN / f"{name}.png"
    if os.environ.get("KG_UPDATE_GOLDEN"):
        GOLDEN.mkdir(parents=True, exist_ok=True)
        golden.write_bytes(now)
    far = cells_apart(view, now, golden.read_bytes())
    assert far is not None, "another size"
    assert far < 0.06, f"{far:.3f} of the cells differ from {golden.name}"


CELLS = """
const done = arguments[2], load = (data) => new Promise((ok) => { const i = new Image(); i.onload = () => ok(i); i.src = "data:image/png;base64," + data; });
Promise.all([load(arguments[0]), load(arguments[1])]).then(([a, b]) => {
  if (Math.abs(a.width - b.width) > 2 || Math.abs(a.height - b.height) > 2) return done(null);
  const read = (image) => { const c = new OffscreenCanvas(28, 18), p = c.getContext("2d"); p.imageSmoothingQuality = "high"; p.drawImage(image, 0, 0, 28, 18); return p.getImageData(0, 0, 28, 18).data; };
  const x = read(a), y = read(b); let far = 0;
  for (let i = 0; i < x.length; i += 4) far += Math.abs(x[i] - y[i]) + Math.abs(x[i + 1] - y[i + 1]) + Math.abs(x[i + 2] - y[i + 2]) > 60;
  done(far / (28 * 18));
});
"""


def cells_apart(view: View, one: bytes, other: bytes) -> float | None:
    """Return which share of 28 by 18 cells differs in its mean colour; other fonts move letters, not cells."""
    view.driver.get("about:blank")
    found: float | None = view.driver.execute_async_script(CELLS, *(base64.b64encode(image).decode() for image in (one, other)))
    return found


# Empty, too much


def test_an_empty_answer_says_so(view: View, tmp_path: Path) -> None:
    view.path = tmp_path / "empty.html"
    view.path.write_text(render([Drawing("network", "Nothing", "No claim fits.", (), ())], title="Empty"), encoding="utf-8")
    view.at()
    assert "the answer is empty" in view.page.text("note")
    assert view.js("return document.getElementById('note').checkVisibility()")
    view.js("kgPage.app.show('table')")
    view.clean()


def test_too_much_says_how_much_is_left_out_and_how_to_narrow_it(view: View, drawn: Corpus, tmp_path: Path) -> None:
    view.path = tmp_path / "much.html"
    view.path.write_text(render([drawn.drawings[CHAIN]._replace(left_out=12345)], title="Much"), encoding="utf-8")
    view.at()
    note = view.page.text("note")
    assert "12,345 more" in note
    assert "one event, topic or actor" in note
    view.clean()


def test_without_facts_the_page_still_shows_what_is_drawn(view: View, drawn: Corpus, tmp_path: Path) -> None:
    view.path = tmp_path / "bare.html"
    view.path.write_text(render(drawn.drawings, title="Bare"), encoding="utf-8")
    view.at(f"d={NETWORK}")
    view.js("kgPage.app.pick(0, { toggle: false }); kgPage.app.show('table'); kgPage.app.setTable({ which: 'shapes' })")
    assert view.js("return document.querySelectorAll('#table tbody tr').length") > 100
    view.clean()
