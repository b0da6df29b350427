from __future__ import annotations

from typing import Any

import pytest

from kg.picture.drawing import Drawing, Node
from kg.picture.kinds.chain import MOST, chain
from kg.picture.layout.layers import apart, arrange, longest

from .tools import claim, faults, marked, number, subject_of, world


def node(drawing: Drawing, id_: str) -> Node:
    return next(n for n in drawing.nodes if n.id == id_)


@pytest.fixture(scope="module")
def told() -> Drawing:
    """An insider says it, a think tank retells it, a daily retells that; a number on nobody's word.

    A denial.
    """
    graph = world(
        claim("root", "insider", quantity=number(2000)),
        claim("tank", "isw", relays=["root"], said="2024-10-12"),
        claim("print", "daily", relays=["tank"], said="2024-10-13"),
        claim("loose", None, quantity=number(3000), attribution="dem Vernehmen nach", said="../2024-10-13"),
        claim("denial", "ru", "denies", answers=["root"], document="late"),
    )
    return chain(subject_of(graph, marks=marked(graph)))


def test_roots_are_left_relays_between_and_the_article_right(told: Drawing) -> None:
    x = [node(told, id_).x for id_ in ("gap:loose", "root", "tank", "print", "paper")]
    assert x == sorted(x)
    assert len(set(x)) == 5
    assert node(told, "root").x == node(told, "loose").x == node(told, "denial").x
    assert faults(told) == []


def test_a_claim_names_its_speaker_its_day_and_its_figure_as_printed(told: Drawing) -> None:
    assert node(told, "root").label == (
        "An insider",
        "at least 2,000 soldiers (“rund",
        "2000”, de)",
        "11 Oct 2024",
    )
    assert node(told, "denial").label[-1] == "denies, 11 Oct 2024"
    assert node(told, "paper").label == ("A daily", "13 Oct 2024")


def test_nobody_named_is_a_gap_before_the_claim_and_looks_unsourced(told: Drawing) -> None:
    gap, loose = node(told, "gap:loose"), node(told, "loose")
    assert (gap.shape, gap.fact, gap.claims) == ("gap", "", ("loose",))
    assert loose.label[0] == "“dem Vernehmen nach” (de)"
    assert (loose.style, node(told, "root").style) == ("unsourced", "asserts")
    assert [(e.start, e.end, e.style) for e in told.edges if e.type == ""] == [("gap:loose", "loose", "gap")]
    assert sum(n.shape == "gap" for n in told.nodes) == 1


def test_a_claim_is_tied_to_a_document_only_where_nobody_retells_it(told: Drawing) -> None:
    printed = {(e.start, e.end) for e in told.edges if e.type == "CITED_IN"}
    assert printed == {("print", "paper"), ("loose", "paper"), ("denial", "late")}


def test_long_lines_keep_off_the_claims_that_they_pass(told: Drawing) -> None:
    line = next(e for e in told.edges if (e.start, e.end) == ("loose", "paper"))
    assert len(line.path) == 1 + 3 * 5
    for x, y in line.path[1:-1]:
        for other in told.nodes:
            if other.id not in ("loose", "paper"):
                assert abs(x - other.x) > other.width / 2 - 1 or abs(y - other.y) > other.height / 2


def test_the_caption_cites_every_document_and_the_day(told: Drawing) -> None:
    assert "Rests on: A daily, 13 Oct 2024; A daily, 20 Oct 2024." in told.caption
    assert told.caption.endswith("As known from all that was published by 20 Oct 2024.")


def test_the_caption_says_the_day_asked_for() -> None:
    assert chain(subject_of(world(claim("a", "ru")), as_of="2024-10-13")).caption.endswith(
        "As known on 13 Oct 2024."
    )


def test_what_an_answer_relays_is_drawn_to_the_end_even_when_the_answer_does_not_hold_it() -> None:
    graph = world(claim("root", "insider"), claim("tank", "isw", relays=["root"]))
    subject = subject_of(graph)
    subject.nodes = {"tank": graph.nodes["tank"]}
    assert {n.id for n in chain(subject).nodes} == {"root", "tank", "paper"}


def test_claims_that_relay_each_other_are_drawn() -> None:
    drawing = chain(subject_of(world(claim("a", "ru", relays=["b"]), claim("b", "isw", relays=["a"]))))
    assert faults(drawing) == []
    assert {(e.start, e.end) for e in drawing.edges if e.type == "RELAYS"} == {("a", "b"), ("b", "a")}


def test_too_many_claims_are_left_out_and_the_caption_says_so() -> None:
    drawing = chain(subject_of(world(*(claim(f"c{i:04}", "ru") for i in range(MOST + 40)))))
    assert drawing.left_out == 40
    assert "40 more did not fit" in drawing.caption
    assert sum(n.kind == "Claim" for n in drawing.nodes) == MOST


def test_a_long_chain_is_cut_in_the_middle_and_ends_at_its_root() -> None:
    told = (claim(f"c{i:04}", "ru", relays=[f"c{i - 1:04}"] if i else []) for i in range(MOST + 40))
    drawing = chain(subject_of(world(*told)))
    assert drawing.left_out == 39
    cut = node(drawing, "cut:c0040")
    assert cut.label == ("…", "39 more between")
    assert cut.fact == "c0039"
    assert {(e.start, e.end) for e in drawing.edges if cut.id in (e.start, e.end)} == {
        ("c0000", cut.id),
        (cut.id, "c0040"),
    }
    assert node(drawing, "c0000").x < cut.x < node(drawing, "c0040").x
    assert faults(drawing) == []


def test_nothing_gives_a_drawing_that_says_so() -> None:
    drawing = chain(subject_of(world()))
    assert drawing.nodes == ()
    assert "No claim fits." in drawing.caption
    assert any("Nothing to draw" in text.text for text in drawing.texts)


def test_an_empty_answer_of_a_preset_says_so(ask: Any) -> None:
    for kind in ("chain", "flow", "figures", "network"):
        assert ask("who-sourced", kind, as_of="1999-01-01").texts[0].text == "Nothing to draw."


def test_few_lines_cross() -> None:
    columns = [["a", "b", "c"], ["x", "y", "z"]]
    placed = arrange(columns, dict.fromkeys("abcxyz", 20.0), [("a", "z"), ("b", "y"), ("c", "x")])
    assert placed.y["a"] < placed.y["b"] < placed.y["c"]
    assert placed.y["z"] < placed.y["y"] < placed.y["x"]


def test_columns_keep_their_distances() -> None:
    placed = apart([5.0, 5.0, 5.0], [10.0, 10.0])
    assert placed == [-5.0, 5.0, 15.0]


def test_the_longest_way_decides_the_column() -> None:
    assert longest(["a", "b", "c", "d"], {"a": ["b", "d"], "b": ["c"], "c": ["d"], "d": []}) == {
        "a": 3,
        "b": 2,
        "c": 1,
        "d": 0,
    }
    assert set(longest(["a", "b"], {"a": ["b"], "b": ["a"]})) == {"a", "b"}
