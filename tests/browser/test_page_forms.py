"""The forms of a picture in a real browser: the language is switched, the room becomes that of a phone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.picture.contents import draw_graph, draw_preset, each_day
from kg.picture.forms import in_every_form
from kg.picture.out.page import render
from kg.questions import library

from .chrome import Page
from .page_desk import Corpus, View

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SCENE = (
    "const s = kgPage.app.scene; return { lang: s.lang, narrow: !!s.narrow, width: s.box[2] - s.box[0],"
    " zoom: kgPage.app.layers.cam.k, words: [...s.label, ...s.texts.map((one) => one.words)].join('\\n') }"
)
"""What the picture is that is on the screen."""


@pytest.fixture
def forms(drawn: Corpus, tmp_path: Path, open_page: Callable[[Path], Page]) -> View:
    """A page with a chain in every form, also as known on each day, and the network in every form."""

    def chain(seen: Any) -> Any:
        return draw_preset(library.question("who-sourced"), drawn.store, seen)

    pictures = [in_every_form(draw, drawn.seen) for draw in (chain, draw_graph)]
    days = each_day(drawn.seen, [lambda then: in_every_form(chain, then), None])
    assert days[0]
    path = tmp_path / "forms.html"
    seen = drawn.seen
    page = render(pictures, title="Forms", by_day=days, context=seen.graph, world=seen.world)
    path.write_text(page, encoding="utf-8")
    return View(open_page(path), path)


def scene(view: View) -> Any:
    view.rest()
    return view.js(SCENE)


def test_language_and_room_choose_the_form(forms: View) -> None:
    view = forms.at()
    wide = scene(view)
    assert (wide["lang"], wide["narrow"]) == ("en", False)
    assert "nobody named" in wide["words"]
    assert "niemand" not in wide["words"]

    view.click("#language")
    german = scene(view)
    assert (german["lang"], german["narrow"]) == ("de", False)
    assert "niemand genannt" in german["words"]
    assert "Südkoreanischer Geheimdienst" in german["words"]
    assert "nobody" not in german["words"]
    assert "„" in view.page.text("caption") or "Wurzel" in view.page.text("caption")

    view.page.size(390, 844)
    thin = scene(view)
    assert (thin["lang"], thin["narrow"], thin["width"]) == ("de", True, 360)
    assert 13 * thin["zoom"] >= 9
    assert not view.js("return document.documentElement.scrollWidth > innerWidth")
    chosen = "kgPage.app.select('f:' + kgPage.app.scene.fact.find((one) => one)); return kgPage.app.selected"
    before = view.js(chosen)
    view.click("#language")
    english = scene(view)
    assert (english["lang"], english["narrow"], view.js("return kgPage.app.selected")) == ("en", True, before)
    assert "niemand" not in english["words"]

    count = "return kgPage.app.scene.on.reduce((sum, one) => sum + one, 0)"
    later = view.js(count)
    view.js("kgPage.app.setDay('2024-10-13')")
    then = scene(view)
    assert (then["lang"], then["narrow"], 0 < view.js(count) < later) == ("en", True, True)
    assert view.js("return kgPage.app.scene.on.every(Boolean)"), "the day has rows of its own, without gaps"
    view.js("kgPage.app.setDay(null)")
    assert scene(view)["narrow"]

    view.js("kgPage.app.draw(1)")
    net = scene(view)
    assert (net["lang"], net["narrow"], net["width"]) == ("en", True, 360)
    view.page.size(1400, 900)
    assert not scene(view)["narrow"]
    places = "return [...kgPage.app.scene.x].join()"
    here = view.js(places)
    view.click("#language")
    assert (scene(view)["lang"], view.js(places)) == ("de", here), "nothing moves with the language"
    view.clean()


def test_a_phone_opens_the_narrow_form(forms: View) -> None:
    forms.page.size(390, 844)
    opened = scene(forms.at("lang=de"))
    assert (opened["lang"], opened["narrow"], opened["width"]) == ("de", True, 360)
    forms.clean()
