"""Every check finds what it is for, in the right line, and nothing in a corpus that is right."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg import paths
from kg.curate.check.catalogue import every, markdown
from kg.curate.check.rule import rule
from kg.curate.check.rules import rules
from kg.curate.check.rules.chains import circles
from kg.curate.check.run import check
from tests.cli import corpus as small
from tests.cli.tools import ROOT, run
from tests.curate.broken import BREAK, POST, break_it, claim, judge
from tests.curate.conftest import write


def test_every_check_has_a_case() -> None:
    assert sorted(BREAK) == sorted(every())


def test_a_right_corpus_gives_notes_at_most(tmp_path: Path) -> None:
    checked = check(write(tmp_path / "seeds", small.facts()))
    assert [(f.rule, str(f.problem)) for f in checked.findings if f.level != "note"] == []
    assert (checked.facts, checked.files) == (18, 3)


@pytest.mark.parametrize("name", [name for name, change in BREAK.items() if change])
def test_finds_what_it_is_for(tmp_path: Path, name: str) -> None:
    facts = small.facts()
    break_it(facts, name)
    checked = check(write(tmp_path / "seeds", facts), gate=every()[name].only_gate)
    own = [f for f in checked.findings if f.rule == name]
    assert own, [(f.rule, str(f.problem)) for f in checked.findings]
    for finding in own:
        assert finding.level == every()[name].level
        assert finding.problem.where is not None
        assert finding.problem.where.line > 1
        if finding.problem.what.startswith(f"{name}: "):  # a row of a query, which says what is wrong
            assert every()[name].about.partition("? ")[2].rstrip(".") in finding.problem.what
            assert not finding.problem.expected
        else:
            assert finding.problem.expected


def test_a_finding_points_at_the_field(tmp_path: Path) -> None:
    facts = small.facts()
    break_it(facts, "vague-word")
    folder = write(tmp_path / "seeds", facts)
    (finding,) = (f for f in check(folder).findings if f.rule == "vague-word")
    where = finding.problem.where
    assert where is not None
    line = (folder / POST).read_text("utf-8").split("\n")[where.line - 1]
    assert line[where.column - 1 :].startswith('"dozens"')
    assert finding.problem.expected == "vague: dozens"


def test_long_loops_and_tangles_end(tmp_path: Path) -> None:
    facts = small.facts()
    base = claim(facts, "pilot-howitzers")
    names = [f"c{i}" for i in range(300)]
    facts[POST]["claims"] += [
        {
            **base,
            "id": name,
            "paraphrase": f"Number {name}.",
            "relays": [names[(i + 1) % 300], names[(i + 7) % 300]],
        }
        for i, name in enumerate(names)
    ]
    assert any(f.rule == "relay-loop" for f in check(write(tmp_path / "seeds", facts)).findings)
    tangle = {str(i): [str(j) for j in range(60) if j != i] for i in range(60)}
    assert circles(tangle)
    assert circles({"a": ["a"]}) == [["a"]]
    assert circles({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}) == []


def test_unnamed_source_may_turn_out_to_be_somebody(tmp_path: Path) -> None:
    facts = small.facts()
    judge(facts, ("pilot", "same", "post"), ("aa", "not-same", "post"), ("aa", "unsure", "howitzer"))
    warnings = [
        f.problem.what
        for f in check(write(tmp_path / "seeds", facts)).findings
        if f.rule == "judgement-across"
    ]
    assert warnings == ["judgement 'j2' is about a state and a weapon type"]


def test_docs_list_every_check() -> None:
    assert (ROOT / "docs" / "checks.md").read_text("utf-8") == markdown(), (
        "run: kg check --list > docs/checks.md"
    )
    assert run("check", "--list").done() == markdown()


def test_two_checks_cannot_have_one_id() -> None:
    assert rules()
    with pytest.raises(TypeError, match="two checks are called 'relay-loop'"):
        rule("relay-loop", "error", "")(lambda corpus: iter(()))


def test_the_corpus_has_no_error() -> None:
    checked = check(paths.seeds())
    assert [str(f.problem) for f in checked.findings if f.level == "error"] == []
