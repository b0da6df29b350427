"""Our page in a real browser, used: legend and search, by mouse, by keyboard, and without eyes."""

from __future__ import annotations

import pytest

from kg.model.stances import PLAIN, STANCES

from .page_desk import CHAIN, EVENT, FIGURES, FLOW, NETWORK, Corpus, View, axe

pytestmark = pytest.mark.browser


# Filters and search


def test_every_entry_of_the_legend_hides_something_and_brings_it_back(view: View) -> None:
    for number in (CHAIN, NETWORK):
        view.at(f"d={number}")
        view.js("document.getElementById('more-facets').open = true")
        keys = view.js(
            "return [...document.querySelectorAll('#facets .toggle')].map((b) => [b.dataset.facet,"
            " b.dataset.key])"
        )
        assert {"stance", "kind", "topic", "document", "language"} <= {facet for facet, _ in keys}
        look = (
            "const s = kgPage.app.scene; return [s.on.reduce((a, b) => a + b, 0), s.eon.reduce((a, b) => a +"
            " b, 0), kgPage.tableRows('claims').filter((r) => r.on).length]"
        )
        before = view.js(look)
        several: dict[str, int] = {}
        for facet, key in keys:
            several[facet] = several.get(facet, 0) + 1
            if several[facet] > 2:
                continue
            press = (
                "[...document.querySelectorAll('#facets .toggle')].find((b) => b.dataset.facet ==="
                " arguments[0] && b.dataset.key === arguments[1]).click()"
            )
            view.js(press, facet, key)
            after = view.js(look)
            assert after != before, (facet, key)
            assert all(now <= then for now, then in zip(after, before, strict=True)), (facet, key)
            view.js(press, facet, key)
            assert view.js(look) == before, (facet, key)
    view.clean()


def test_hiding_a_stance_takes_its_claims_out_of_picture_and_table(view: View, drawn: Corpus) -> None:
    view.at(f"d={FIGURES}")
    every = {i: drawn.seen.world.claims[i].stance for i in view.claims()}
    stance = next(word for word in STANCES if word != PLAIN and word in every.values())
    hidden = {claim for claim, own in every.items() if own == stance}
    view.click(f"#facets .toggle[data-facet=stance][data-key={stance}]")
    assert not hidden & set(view.claims())
    assert not hidden & view.shapes()
    assert "off=stance" in view.state()
    view.click("#facets .all")
    assert hidden <= set(view.claims())


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("Nordkorea", "kp"),
        ("dprk", "kp"),
        ("noth korea", "kp"),
        ("북한", "kp"),
        ("Pjongjang", "kp"),
        ("zelenksy", "zelensky"),
        ("KN23", "kn-23"),
        ("hwasng 11", "hwasong-11"),
    ],
)
def test_search_forgives_typing_errors_and_knows_other_names(view: View, typed: str, wanted: str) -> None:
    if view.driver.current_url.partition("#")[0] != view.path.as_uri():
        view.at(f"d={NETWORK}")
    assert wanted in view.js("return kgPage.search(arguments[0])", typed)[:3]


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


# Without mouse or eyes


def test_the_keyboard_alone_reaches_everything_and_shows_where_it_is(view: View) -> None:
    from selenium.webdriver.common.keys import Keys

    view.at(f"d={CHAIN}")
    reached: set[str] = set()
    for _ in range(70):
        view.keys(Keys.TAB)
        name, style, width = view.js(
            "const e = document.activeElement, s = getComputedStyle(e); return [e.id || e.className,"
            " s.outlineStyle, s.outlineWidth]"
        )
        assert name == "" or (style != "none" and width != "0px"), name
        if name in reached and name == "skip":
            break
        reached.add(name)
    assert {
        "skip",
        "drawing",
        "search",
        "language",
        "theme",
        "show-picture",
        "show-table",
        "canvas",
        "closer",
        "farther",
        "fit",
        "day",
        "save-png",
        "save-svg",
        "print",
        "link",
    } <= reached
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
        ("light", 1400, f"d={CHAIN}&s=f:isw-troops-arrived-2024-10-12"),
        ("dark", 1400, f"d={NETWORK}&vs=2024-10-13"),
        ("light", 375, f"d={FIGURES}&vs=2024-10-13"),
        ("dark", 375, f"d={FLOW}&view=table"),
        ("light", 1400, f"d={EVENT}&view=table&rows=lines"),
    ):
        view.page.theme(theme)
        view.page.size(width, 900)
        view.at(state)
        view.js(
            "for (const d of document.querySelectorAll('details')) d.open = true; const s ="
            " document.getElementById('search'); s.value = 'korea'; s.dispatchEvent(new Event('input'))"
        )
        view.driver.execute_cdp_cmd("Runtime.evaluate", {"expression": script})
        violations = view.driver.execute_async_script(
            "const done = arguments[0]; axe.run(document).then((r) => done(r.violations.map((v) => [v.id,"
            " v.help, v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + n.failureSummary.slice(0,"
            " 200))])))"
        )
        assert violations == [], (theme, width, state)


# Copying


def test_a_button_that_copied_gets_its_own_word_back_however_often_it_is_clicked(view: View) -> None:
    view.at()
    view.js(
        "window.ends = []; const wait = window.setTimeout; window.wait = wait;"
        " navigator.clipboard.writeText = () => Promise.resolve();"
        " window.setTimeout = (f, ms, ...more) => ms === 1500 ? ends.push(f) : wait(f, ms, ...more)"
    )
    label = "return document.getElementById('link').textContent"
    before = view.js(label)
    view.click("#link")
    copied = view.js(label)
    assert copied != before
    view.click("#link")
    assert view.js(label) == copied
    view.js("for (const end of ends.splice(0)) end()")
    assert view.js(label) == before
    view.click("#link")
    view.click("#language")
    other = view.js(label)
    assert other not in (before, copied)
    view.js("for (const end of ends.splice(0)) end()")
    assert view.js(label) == other
    view.click("#language")
    view.js("window.setTimeout = wait")
    assert view.js(label) == before
    view.clean()
