"""Our page in a real browser: the reader's steps, two days beside each other, the way in a large picture."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from kg.analysis.asof import publication_days
from kg.picture.contents import see

from .page_desk import CHAIN, NETWORK, Corpus, View

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STEP = "return [history.state && history.state.step, document.getElementById('undo').ariaDisabled]"
BOX = (
    "const b = document.querySelector(arguments[0]).getBoundingClientRect();"
    " return [b.left, b.top, b.right, b.bottom]"
)


def gone(view: View, way: str) -> None:
    """Go one step in the history of the browser and wait for it."""
    view.driver.execute_async_script(
        "const done = arguments[1]; addEventListener('hashchange', () => setTimeout(done, 250),"
        " { once: true }); history[arguments[0]]()",
        way,
    )


def step(view: View, script: str, *arguments: Any) -> str:
    """Do something as a reader does and return the address afterwards."""
    view.js(script, *arguments)
    return view.state()


def test_undo_and_back_take_back_each_step_of_the_reader(view: View) -> None:
    from selenium.webdriver.common.keys import Keys

    view.at(f"d={NETWORK}")
    begin = view.state()
    assert view.js(STEP) == [0, "true"]
    group = view.js("return kgPage.app.scene.id[[...kgPage.app.scene.members.keys()][0]]")
    states = [
        begin,
        step(view, "kgPage.app.select('f:kp')"),
        step(view, "document.querySelector('#card .more').click()"),
        step(view, "document.querySelector('#facets .toggle[data-key=Organization]').click()"),
        step(view, "kgPage.app.toggle(kgPage.app.scene.id.indexOf(arguments[0]))", group),
        step(view, "document.getElementById('day-before').click()"),
        step(view, "document.getElementById('compare').click()"),
    ]
    assert len(set(states)) == len(states)
    assert "with=kp" in states[2]
    assert "off=kind" in states[3]
    assert "open=" in states[4]
    assert "day=" in states[5]
    assert "vs=" in states[6]
    assert view.js(STEP) == [6, "false"]
    view.js("document.getElementById('canvas').focus()")
    view.keys("u")
    view.driver.execute_async_script("setTimeout(arguments[0], 300)")
    assert view.state() == states[5]
    assert not view.js("return document.querySelector('.two')")
    view.keys(Keys.CONTROL, "z", held=True)
    view.driver.execute_async_script("setTimeout(arguments[0], 300)")
    assert view.state() == states[4]
    for back in (3, 2, 1, 0):
        gone(view, "back")
        assert view.state() == states[back], "the browser's own Back does the same"
    assert view.js("return kgPage.app.scene.added === undefined")
    assert view.js(STEP) == [0, "true"]
    for forward in (1, 2):
        gone(view, "forward")
        assert view.state() == states[forward]
    assert view.js("return kgPage.app.scene.added.size") > 0
    assert "dotted frame" in view.page.text("caption")
    view.clean()


def test_dragging_the_picture_or_the_slider_is_no_heap_of_steps(view: View) -> None:
    from selenium.webdriver.common.keys import Keys

    view.at(f"d={CHAIN}")
    for zoom in (1.1, 1.2, 1.3):
        view.js(
            "const c = kgPage.app.layers.cam; kgPage.app.look({ ...c, k: c.k * arguments[0] });"
            " kgPage.write()",
            zoom,
        )
    assert view.js(STEP) == [0, "true"]
    assert "at=" in view.state()
    view.js(
        "const s = document.getElementById('day'), go = (type) => s.dispatchEvent(new Event(type));"
        " go('pointerdown'); for (const at of [2, 1, 0]) { s.value = at; go('input'); kgPage.write(); }"
        " go('change')"
    )
    assert view.js(STEP)[0] == 1
    view.js("document.getElementById('day').focus()")
    days = view.js("return [...document.querySelectorAll('.ticks span')].length")
    for place in range(1, days):
        view.keys(Keys.ARROW_RIGHT)
        assert view.js("return Number(document.getElementById('day').value)") == place, (
            "from publication to publication"
        )
    named = view.js(
        "return [...document.querySelectorAll('.ticks span')].filter((s) => s.textContent).map((s) => {"
        " const b = s.getBoundingClientRect(); return [b.left, b.right]; })"
    )
    assert len(named) >= 2
    assert all(left >= right for (_, right), (left, _) in itertools.pairwise(named))


def test_two_days_stand_beside_each_other_with_what_changed(view: View, drawn: Corpus) -> None:
    early = publication_days(drawn.seen.world)[1]
    known = set(see(drawn.store, early).world.claims)
    for number in (CHAIN, NETWORK):
        view.at(f"d={number}&vs={early}")
        left, right = view.js(BOX, "#then"), view.js(BOX, "#stage")
        assert left[2] <= right[0]
        assert left[1] == right[1]
        told = dict(
            view.js(
                "return kgPage.tableRows('claims').filter((r) => r.on).map((r) =>"
                " [r.cells.claim, r.cells.what])"
            )
        )
        listed = view.js("return [...document.querySelectorAll('#card .what')].map((e) => e.textContent)")
        assert sorted(listed) == sorted(what for claim, what in told.items() if claim not in known)
        view.click("#card .claim")
        assert view.js("return kgPage.app.selected").startswith("f:")
    view.page.size(600, 900)
    view.rest()
    left, right = view.js(BOX, "#then"), view.js(BOX, "#stage")
    assert left[3] <= right[1], "one below the other where there is little room"
    view.click("#compare")
    assert "vs=" not in view.state()
    assert view.js("return document.getElementById('then').hidden")
    view.clean()


def test_a_large_network_opens_readable_with_its_whole_beside_it(view: View) -> None:
    for width in (1400, 390):
        view.page.size(width, 844)
        view.at(f"d={NETWORK}")
        assert view.js("return kgPage.app.layers.cam.k") * 13 >= 9
        view.driver.execute_async_script(
            "const done = arguments[0]; (function look() { if (document.getElementById('map').hidden)"
            " setTimeout(look, 20); else done(); })()"
        )
        before = view.js("const { x, y } = kgPage.app.layers.cam; return [x, y]")
        view.js(
            "const m = document.getElementById('map'), b = m.getBoundingClientRect(), go = (type, x, y) =>"
            " m.dispatchEvent(new PointerEvent(type, { pointerId: 1, bubbles: true, clientX:"
            " b.left + x, clientY: b.top + y }));"
            " m.setPointerCapture = () => {}; go('pointerdown', 20, 20); go('pointermove', 5, 5);"
            " go('lostpointercapture', 5, 5);"
        )
        after = view.js("const { x, y } = kgPage.app.layers.cam; return [x, y]")
        assert after[0] < before[0]
        assert after[1] < before[1]
        canvas, buttons = view.js(BOX, "#canvas"), view.js(BOX, ".zoom")
        assert buttons[1] >= canvas[3], "buttons cover nothing of the drawing"
        view.js("kgPage.app.fit()")
        view.rest()
        assert view.js("return document.getElementById('map').hidden")
    view.clean()


def test_lines_that_share_a_trunk_are_counted_and_unfold(view: View) -> None:
    view.at(f"d={NETWORK}")
    view.js("kgPage.app.fit()")
    view.rest()
    shown = "return kgPage.tableRows('lines').filter((row) => row.on).length"
    lines, bundles = (
        view.js(shown),
        view.js("return kgPage.app.scene.bundles.map((b) => [b.key, b.edges.length])"),
    )
    assert bundles
    assert all(n >= 3 for _, n in bundles)
    assert str(sum(n for _, n in bundles)) in view.page.text("caption")
    counted = view.js(
        "return kgPage.labels().filter((l) => /^\\d+$/.test(l.lines[0])).map((l) => Number(l.lines[0]))"
    )
    assert counted
    assert set(counted) <= {n for _, n in bundles}
    bare = view.js(  # a trunk whose middle no shape covers
        "const s = kgPage.app.scene; return s.bundles.findIndex(({ x, y }) => [...s.x].every((_, i) =>"
        " !s.on[i] || Math.abs(s.x[i] - x) > s.w[i] / 2 + 8 || Math.abs(s.y[i] - y) > s.h[i] / 2 + 8));"
    )
    key = bundles[bare][0]
    view.js(f"const {{ x, y }} = kgPage.app.scene.bundles[{bare}]; kgPage.app.look({{ x, y, k: 1.2 }});")
    view.rest()
    view.js(
        "const c = document.getElementById('canvas'), b = c.getBoundingClientRect(), at ="
        " { pointerId: 1, bubbles: true, clientX: b.left + b.width / 2, clientY: b.top +"
        " b.height / 2 }; c.setPointerCapture = () => {};"
        " c.dispatchEvent(new PointerEvent('pointerdown', at));"
        " c.dispatchEvent(new PointerEvent('pointerup', at));"
    )
    assert key not in view.js("return kgPage.app.scene.bundles.map((b) => b.key)")
    assert "lines=" in view.state()
    assert view.js(shown) == lines, "no line is lost"
    view.clean()


def test_labels_of_boxes_stay_inside_of_them_when_the_picture_is_small(view: View) -> None:
    view.page.size(1200, 800)
    for number in (CHAIN, NETWORK):
        view.at(f"d={number}")
        for zoom in (0.25, 0.35, 0.5, 0.65):
            view.js("kgPage.app.look({ ...kgPage.app.layers.cam, k: arguments[0] })", zoom)
            view.rest()
            wide = view.js(
                "const { scene, layers } = kgPage.app; return kgPage.labels().filter((l) => l.inside &&"
                " ['box', 'cluster', 'gap'].includes(scene.shape[l.i]) && l.width >"
                " scene.w[l.i] * layers.cam.k + 1).map((l) => l.lines)"
            )
            assert wide == [], (number, zoom)
