"""Papers, corrections and claims about claims that cannot be, each with its place and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model.kinds.claim import Claim
from kg.sources.seeds import load
from tests.bad_seeds.right import BASE, CLAIM, Wrong

PAPER = """\
documents:
- id: contract
  title: A contract
  published: 2024-01-04
  recorded: 2024-01-31
  language: de
  kind: leaked-paper
"""
OTHER = CLAIM.replace("id: c1", "id: c2")
CITED = CLAIM[CLAIM.index("{document") : -1]


def told(wrong: Wrong, *changes: tuple[str, str], more: str = PAPER) -> list[str]:
    """Return the problems of the right claim, which stands in c.yaml, after some changes."""
    text = CLAIM
    for old, new in changes:
        assert text.count(old) == 1
        text = text.replace(old, new)
    return wrong(base=BASE, more=more, c=text)


@pytest.mark.parametrize(
    "cited",
    [
        "{document: contract, page: 14}",
        "{document: contract, timecode: '00:01:23'}",
        "{document: contract, region: [0, 50, 100, 50]}",
        CITED,
        CITED.replace("paragraph", "page: 2, paragraph"),
    ],
)
def test_what_a_paper_states_is_cited_by_page_region_or_moment(cited: str, tmp_path: Path) -> None:
    text = CLAIM.replace("speaker: unknown", "speaker: unknown\n  stated_in: contract").replace(CITED, cited)
    for name, facts in {"base": BASE, "paper": PAPER, "claim": text}.items():
        (tmp_path / f"{name}.yaml").write_text(facts, encoding="utf-8")
    (claim,) = load(tmp_path).of(Claim)
    assert claim.fact.origins == ("contract",)


@pytest.mark.parametrize(
    ("cited", "problem"),
    [
        (
            "{document: d1}",
            "cited.0.paragraph: is missing; in what is no text, give page, region or timecode",
        ),
        ("{document: d1, paragraph: 3, page: 2}", "cited.0.start: is missing"),
        (
            "{document: d1, region: [50, 0, 60, 10]}",
            "cited.0.region: reaches beyond the picture: left, top, width and height are percent",
        ),
    ],
)
def test_a_place_in_a_document_is_whole(wrong: Wrong, cited: str, problem: str) -> None:
    (said,) = told(wrong, (CITED, cited))
    assert said.startswith("c.yaml:11:")
    assert problem in said


@pytest.mark.parametrize("cited", ["{document: d1, page: 0}", "{document: d1, timecode: 83}"])
def test_a_page_and_a_timecode_are_what_they_are_called(wrong: Wrong, cited: str) -> None:
    (said,) = told(wrong, (CITED, cited))
    assert said.startswith("c.yaml:11:")


def test_nobody_speaks_where_a_paper_does(wrong: Wrong) -> None:
    assert told(wrong, ("speaker: unknown", "speaker: kp\n  stated_in: contract")) == [
        "c.yaml:5:12: claim 'c1': speaker: what a document itself says has no speaker; write unknown, or take"
        " stated_in out"
    ]


def test_of_what_we_do_not_hold_only_what_it_states_itself_is_cited(wrong: Wrong) -> None:
    assert told(wrong, (CITED, "{document: contract, page: 14}")) == [
        "c.yaml:11:16: claim 'c1' cites 'contract', which we do not hold, without being stated in it;"
        " expected stated_in: contract; say that the document itself states it, or cite who tells of it"
    ]
    stated = ("speaker: unknown", "speaker: unknown\n  stated_in: contract")
    assert told(wrong, stated, (CITED, CITED.replace("d1", "contract"))) == [
        "c.yaml:12:37: claim 'c1' cites words of 'contract', which we do not hold; expected a page, region or"
        " timecode; cite who tells of it, or add file and sha256 to the document"
    ]


@pytest.mark.parametrize(
    ("day", "was"), [("published: 2024-01-06", "published"), ("recorded: 2024-02-02", "recorded")]
)
def test_a_paper_is_known_before_what_stands_in_it(wrong: Wrong, day: str, was: str) -> None:
    field, value = day.split(": ")
    old = {"published": "2024-01-04", "recorded": "2024-01-31"}[field]
    paper = PAPER.replace(f"{field}: {old}", day)
    (said,) = told(wrong, ("speaker: unknown", "speaker: unknown\n  stated_in: contract"), more=paper)
    assert said.startswith("c.yaml:6:14: ")
    assert f"was {was} on" in said
    assert f"on {value};" in said


@pytest.mark.parametrize("left_out", ["file", "sha256", "outlet"])
def test_what_we_hold_is_held_whole_and_has_a_publisher(wrong: Wrong, left_out: str) -> None:
    base = "".join(line for line in BASE.splitlines(keepends=True) if not line.startswith(f"  {left_out}:"))
    (said,) = wrong(base=base, c=CLAIM)
    assert f"document 'd1': {left_out}: is missing" in said


def test_claims_about_each_other(wrong: Wrong) -> None:
    assert told(wrong, ("about: kp", "about: c1")) == [
        "c.yaml:7:10: claim 'c1': about: 'c1' refers to itself"
    ]
    one, other = CLAIM.replace("about: kp", "about: c2"), OTHER.replace("about: kp", "about: c1")
    assert wrong(base=BASE, c=one, d=other) == [
        "c.yaml:7:10: claims are about each other in a circle: c1 -> c2 -> c1; expected a claim that"
        " is about an event, weapon type, actor or document in the end; correct about in one of them"
    ]


def test_a_doubt_of_what_was_said_answers_nothing_else(wrong: Wrong) -> None:
    one = CLAIM.replace("stance: asserts", "stance: doubts").replace(
        "about: kp", "about: c2\n  answers: [c2]"
    )
    (said,) = wrong(base=BASE, c=one, d=OTHER)
    assert said.startswith("c.yaml:8:12: claim 'c1' doubts that something was said or is real")


def test_documents_correct_each_other(wrong: Wrong) -> None:
    one = BASE[BASE.index("- id: d1") :]
    two = "documents:\n" + "".join(
        one.replace("d1", id).replace("a" * 64, letter * 64) + f"  {field}\n"
        for id, letter, field in (("d2", "b", "corrects: [d3]"), ("d3", "c", "translates: d2"))
    )
    (said,) = wrong(base=BASE, d=two)
    assert said.startswith("d.yaml:10:")
    assert "in a circle: d2 -> d3 -> d2" in said
