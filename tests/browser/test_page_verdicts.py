"""What a verdict depends on is told by our page in a real browser, on the day of the slider."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.analysis.marking import marks
from kg.analysis.reading import world_of
from kg.picture.contents import Seen, draw_graph
from kg.picture.out.page import render
from tests.drawing.verdicts import BEFORE, verdicts

from .chrome import Page
from .page_desk import View

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    graph = verdicts()
    world = world_of(graph)
    path = tmp_path_factory.mktemp("verdicts") / "view.html"
    drawing = draw_graph(Seen(graph, world, marks(world), None))
    path.write_text(render([drawing], title="Verdicts", context=graph, world=world), encoding="utf-8")
    return path


@pytest.fixture
def verdict(file: Path, open_page: Callable[[Path], Page]) -> View:
    return View(open_page(file), file)


def test_the_card_of_an_event_tells_figures_parts_sides_and_silence(verdict: View) -> None:
    verdict.at("s=f:dispatch")
    card = verdict.card()
    assert "The figures, one by one" in card
    assert "3,000 soldiers" in card
    assert "doubtful: one root, and not undoubted" in card
    for heading in (
        "Denied in part: a part of it is denied, not the whole (1)",
        "Doubted or denied in one respect only, not the event itself (1)",
        "Answers, and who was asked and did not answer (2)",
        "Asserted (3)",
        "Asked, no answer (1)",
        "Said, and since taken back: no longer counted",
    ):
        assert heading in card
    assert "no longer counted (" not in card
    assert "North Korea and Russia" in card
    verdict.clean()


def test_before_the_retraction_the_claim_counts(verdict: View) -> None:
    verdict.at(f"s=f:dispatch&day={BEFORE}")
    card = verdict.card()
    assert "Asserted (4)" in card
    assert "9 soldiers" in card
    assert "taken back since" not in card


def test_what_is_planned_says_so_wherever_it_is_named(verdict: View) -> None:
    verdict.at("s=f:kp")
    assert "Instructors (planned, expected)" in verdict.card()
    verdict.at("s=f:plan&lang=de")
    card = verdict.card()
    assert "Instructors (geplant, erwartet)" in card
    assert "geplant: dass es geschehen ist, sagt niemand" in card
    verdict.at("s=f:register")
    assert "Country" in verdict.card()
    assert "Russia" in verdict.card()
    assert "monitoring body" in verdict.card()
    verdict.at("s=f:again")
    assert "Reprint of" in verdict.card()


def test_a_claim_says_its_side_its_measure_and_what_became_of_it(verdict: View) -> None:
    verdict.at("s=f:how-many")
    assert "about how many only" in verdict.card()
    verdict.at("s=f:three")
    assert "of: Rockets" in verdict.card()
    assert "How this figure stands" in verdict.card()
    verdict.at("s=f:seen")
    assert "at first hand" in verdict.card()
    verdict.at("s=f:together")
    assert "a joint statement: one root" in verdict.card()
    verdict.at("s=f:wrong")
    assert "Taken back by its own speaker." in verdict.card()
    assert "How this figure stands" not in verdict.card()
