"""What a verdict depends on is shown: stages, figures, facets, joint statements, what was taken back."""

from __future__ import annotations

import re

import pytest

from kg.model.convert import facts_of
from kg.site import Options
from tests.drawing.verdicts import BEFORE, verdicts
from tests.site.conftest import Built, built
from tests.site.reading import dangling

pytestmark = pytest.mark.xdist_group("site")


@pytest.fixture(scope="module")
def site() -> Built:
    return built(facts_of(verdicts()))


@pytest.fixture(scope="module")
def german() -> Built:
    return built(facts_of(verdicts()), Options(language="de"))


@pytest.fixture(scope="module")
def earlier() -> Built:
    return built(facts_of(verdicts()), Options(as_of=BEFORE))


def text(site: Built, path: str) -> str:
    return site.pages[path].text


def section(site: Built, path: str, name: str) -> str:
    """Return the section of a page with a heading, as text without marks."""
    page = site.files[path].decode()
    found = re.search(rf'<section aria-labelledby="h-{name}">(.*?)</section>', page, re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split()) if found else ""


def test_every_list_of_events_says_what_is_only_planned(site: Built, german: Built) -> None:
    assert "Instructors" in text(site, "events.html")
    for path in ("events.html", "actor/kp.html"):
        rows = [
            row
            for row in re.findall(r"<tr>.*?</tr>", site.files[path].decode(), re.DOTALL)
            if "Instructors" in row
        ]
        assert rows
        assert all(">planned</td>" in row and "</span> expected</span>" in row for row in rows), path
    assert (
        'Instructors</bdi></a> <span class="ahead">(planned, expected)</span>'
        in site.files["search.html"].decode()
    )
    assert "Stage, as alleged: planned" in text(site, "event/plan.html")
    assert "(geplant, erwartet)" in text(german, "actor/isw.html")
    assert "geplant: dass es geschehen ist, sagt niemand" in text(german, "event/plan.html")


def test_a_figure_has_its_own_standing(site: Built, german: Built) -> None:
    figures = section(site, "event/dispatch.html", "figures")
    assert "3,000 soldiers of: Rockets, moved" in figures
    assert "unconfirmed" in figures
    assert "A spokesman" in figures
    assert "9 soldiers" not in figures, "it was taken back"
    assert "unbestätigt" in section(german, "event/dispatch.html", "figures")
    assert section(site, "event/plan.html", "figures") == ""


def test_denied_in_part_and_doubts_of_a_facet_stand_apart(site: Built, german: Built) -> None:
    path = "event/dispatch.html"
    assert "not-the-part in words." in section(site, path, "in-part")
    assert "how-many in words." in section(site, path, "facets")
    assert "about how many only" in section(site, path, "facets")
    assert "Zum Teil bestritten" in section(german, path, "in-part")
    assert "nur zur Frage, wie viele" in section(german, path, "cannot-confirm")
    assert "zum Teil bestritten" in text(german, path)
    assert section(site, path, "denies") == ""


def test_who_was_asked_stands_beside_the_answers(site: Built) -> None:
    replies = section(site, "event/dispatch.html", "replies")
    assert "Russia ∅ gives no comment" in replies
    assert "how-many in words." in replies
    assert "retracts" not in replies


def test_what_was_taken_back_is_never_counted(site: Built, earlier: Built) -> None:
    path = "event/dispatch.html"
    assert "wrong in words." in section(site, path, "gone")
    assert "wrong in words." not in section(site, path, "asserts")
    assert "Taken back by its own speaker." in section(site, path, "gone")
    assert "Asserted: 3" in text(site, path)
    assert "Speaks in 2 claims" in text(site, "actor/isw.html"), "the retraction and what is about the plan"
    assert section(earlier, path, "gone") == ""
    assert "wrong in words." in section(earlier, path, "asserts")
    assert "9 soldiers" in section(earlier, path, "figures")
    assert "Asserted: 4" in text(earlier, path)


def test_a_joint_statement_names_both_and_has_no_page_of_its_own(site: Built) -> None:
    assert "North Korea and Russia" in section(site, "event/dispatch.html", "asserts")
    assert "a joint statement: one root" in text(site, "event/dispatch.html")
    for actor in ("kp", "ru"):
        assert "together in words." in text(site, f"actor/{actor}.html")
    assert dangling(site.files, site.pages) == []
    assert [path for path in site.files if "kp_2b" in path or "kp+" in path] == []
    rows = site.files["data/claims.csv"].decode()
    assert "together,asserts,kp+ru,North Korea and Russia," in rows


def test_first_hand_country_and_register_are_said(site: Built, german: Built) -> None:
    assert "at first hand" in section(site, "event/dispatch.html", "asserts")
    assert "aus erster Hand" in text(german, "event/dispatch.html")
    page = " ".join(text(site, "actor/register.html").split())
    assert "Country Russia" in page
    assert "Gathers what others reported Yes" in page or "Gathers what others reported yes" in page
    assert "monitoring body" in page
    assert "Überwachungsstelle" in text(german, "actor/register.html")
    assert "Reprint of An article" in " ".join(text(site, "document/again.html").split())
    assert "Nachgedruckt in A reprint" in " ".join(text(german, "document/paper.html").split())
    assert "Based here A register" in " ".join(text(site, "actor/ru.html").split())


def test_an_event_says_why_it_stands_as_it_does(site: Built, german: Built) -> None:
    why = section(site, "event/dispatch.html", "account")
    for words in (
        "Counts in the least number",
        "A spokesman: under its own name. claim",
        "Speaks against it Russia: denies a part of it (Its first wave); denied in part. claim",
        "A daily: cannot confirm a facet only (how many), not the event. claim",
        "Left out 2 remarks around it, by which nobody vouches for anything. claim claim",
        "A think tank: taken back. claim",
    ):
        assert words in why
    told = section(german, "event/dispatch.html", "account")
    for words in (
        "Zählt in der Mindestzahl",
        "A spokesman: unter eigenem Namen. Behauptung",
        "Russia bestreitet: einen Teil davon (Its first wave); zum Teil bestritten.",
        "A daily kann nicht bestätigen: nur eine Seite davon (wie viele), nicht das Ereignis.",
        "A think tank: zurückgenommen.",
    ):
        assert words in told
