"""What a verdict depends on is in the drawings: stages, joint speakers, sides, and what was taken back."""

from __future__ import annotations

from datetime import date

import pytest

from kg.analysis.asof import cut_facts
from kg.model.convert import facts_of, rows_of
from kg.picture.drawing import Drawing
from kg.picture.kinds.chain import chain
from kg.picture.kinds.figures import figures
from kg.picture.kinds.flow import flow
from kg.picture.kinds.network import network
from kg.picture.subject import Subject

from .tools import faults, marked, subject_of
from .verdicts import BEFORE, verdicts


def subject(as_of: date | None = None, language: str = "en") -> Subject:
    graph = rows_of(cut_facts(facts_of(verdicts()), as_of)) if as_of else verdicts()
    return subject_of(graph, marks=marked(graph), as_of=str(as_of or ""), language=language)


def label(drawing: Drawing, node: str) -> str:
    return "\n".join(next(n for n in drawing.nodes if n.fact == node).label)


def told(drawing: Drawing) -> str:
    return "\n".join(text.text for text in drawing.texts)


@pytest.mark.parametrize(("language", "words"), [("en", "planned, expected"), ("de", "geplant, erwartet")])
def test_what_is_only_planned_says_so_in_every_drawing(language: str, words: str) -> None:
    one = subject(language=language)
    for draw in (network, flow):
        drawing = draw(one)
        assert faults(drawing) == []
        assert words in label(drawing, "plan"), draw.__name__
        assert words not in label(drawing, "dispatch")
        assert next(n for n in drawing.nodes if n.fact == "plan").style == "expected"


def test_both_speakers_of_a_joint_statement_have_its_lines() -> None:
    drawing = network(subject())
    spoken = {(e.type, e.start, e.end) for e in drawing.edges if "together" in e.claims}
    assert {("SAID_BY", "together", "kp"), ("SAID_BY", "together", "ru")} <= spoken
    assert {("CLAIMED_BY", "dispatch", "kp"), ("CLAIMED_BY", "dispatch", "ru")} <= spoken
    assert "North Korea and Russia" in label(chain(subject()), "together")
    assert "North Korea und Russia" in label(chain(subject(language="de")), "together")


def test_what_was_taken_back_counts_for_nothing_and_looks_so_from_that_day_on() -> None:
    now, then = subject(), subject(BEFORE)
    assert "wrong" not in {c for e in network(now).edges if e.derived for c in e.claims}
    assert "wrong" in {c for e in network(then).edges if e.derived for c in e.claims}
    assert "wrong" not in now.claims_on("dispatch")
    assert "wrong" in then.claims_on("dispatch")
    for draw in (network, figures, chain):
        style = {
            draw_of: next(n.style for n in draw(one).nodes if n.id == "wrong")
            for draw_of, one in (("now", now), ("then", then))
        }
        assert style == {"now": "taken-back", "then": "asserts"}, draw.__name__
    assert "taken back" in told(figures(now))
    assert "zurückgenommen" in told(figures(subject(language="de")))
    assert "taken back" not in told(figures(then))


def test_a_row_says_of_which_side_only_it_speaks() -> None:
    assert "cannot confirm · about how many only" in told(figures(subject()))
    assert "nur zur Frage, wie viele" in told(figures(subject(language="de")))
