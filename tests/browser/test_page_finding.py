"""The head of a picture: finding, question, what was asked with, and the day that it is of."""

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


def test_the_finding_leads_and_goes_with_day_language_and_picture(
    open_page: Callable[[Path], Page], drawn: Corpus, tmp_path: Path
) -> None:
    def chain(seen: Any) -> Any:
        values = {"as_of": str(seen.as_of)} if seen.as_of else {}
        return draw_preset(library.question("who-sourced"), drawn.store, seen, values)

    pictures = [in_every_form(draw, drawn.seen) for draw in (chain, draw_graph)]
    days = each_day(drawn.seen, [lambda then: in_every_form(chain, then), None])
    path = tmp_path / "finding.html"
    seen = drawn.seen
    page = render(pictures, title="Findings", by_day=days, context=seen.graph, world=seen.world)
    path.write_text(page, encoding="utf-8")
    view = View(open_page(path), path).at()
    head = (
        "return ['question', 'title', 'asked', 'of-day'].map((id) => document.getElementById(id).textContent)"
    )
    name = "return kgPage.fileName()"

    question, title, asked, day = view.js(head)
    assert question == "Who sourced the claims on a topic, and through which chain?"
    assert title.startswith("Troop numbers: Six roots, four of them with a speaker")
    assert (asked, day, view.js("return document.title")) == ("topic: Troop numbers", "", title)
    assert view.js(name) == "troop-numbers-six-roots-four-of-them-with-a-speaker-who-is-named-or"
    assert title in view.js("return kgPage.svg()").replace("&amp;", "&")

    view.click("#language")
    question, title, asked, _ = view.js(head)
    assert question.startswith("Wer steht hinter den Behauptungen")
    assert title.startswith("Truppenzahlen: Sechs Wurzeln, vier davon")
    assert asked == "Thema: Truppenzahlen"
    view.click("#language")

    for room in (1400, 390):
        view.page.size(room, 844)
        view.js("kgPage.app.setDay('2024-10-13')")
        view.rest()
        assert view.js(head)[1].startswith("Troop numbers, as known on 13 Oct 2024: One root, with a speaker")
        view.js("kgPage.app.setDay(null)")
        view.rest()

    view.js("kgPage.app.draw(1); kgPage.app.setDay('2024-10-13')")
    view.rest()
    question, title, asked, day = view.js(head)
    assert (question, asked) == ("The whole network", "")
    assert title == str(pictures[1].finding)
    assert day == "The sentence is of what was known on 29 May 2025."
    view.clean()
