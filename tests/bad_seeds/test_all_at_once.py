"""Every fault of a run is reported at once, in order."""

from __future__ import annotations

from pathlib import Path

from kg.sources.seeds import load
from tests.bad_seeds.right import BASE, CLAIM, Wrong


def test_the_base_of_these_tests_is_right(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(BASE + CLAIM, encoding="utf-8")
    assert [fact.id for fact in load(tmp_path).facts] == ["kp", "ru", "paper", "shells", "seoul", "d1", "c1"]


def test_all_problems_of_a_run_in_the_order_of_file_and_line(wrong: Wrong) -> None:
    problems = wrong(
        z="states:\n- {id: zz, name: 5}\n",
        a="states:\n- {id: aa, nam: x}\n- {id: ab, name: y, part_of: [{actor: nobody}]}\n",
        m="states:\n\t- x\n",
        b=b"\xff",
        e="",
        base=BASE.replace("published: 2024-01-05", "published: 2024-13-05").replace(
            "outlet: paper", "outlet: papr"
        ),
        c=CLAIM.replace("stance: asserts", "stance: claims").replace("low: 5", "low: 50"),
    )
    assert [problem.partition("; ")[0] for problem in problems] == [
        "a.yaml:2:12: unknown field 'nam' in state 'aa'",
        "a.yaml:2:3: state 'aa' lacks the field 'name'",
        "a.yaml:3:39: state 'ab' names an unknown 'nobody' in 'actor'",
        "b.yaml:1:1: byte 0xff is not UTF-8",
        "base.yaml:13:11: document 'd1' names an unknown 'papr' in 'outlet'",
        "base.yaml:14:14: document 'd1': published: '2024-13-05' is not a day of the calendar",
        "c.yaml:4:11: 'claims' is no known word for 'stance' in claim 'c1'",
        "c.yaml:8:19: claim 'c1': quantity.low: 50 is above the upper bound 9",
        "e.yaml:1:1: the file is empty",
        "m.yaml:2:1: a tab where YAML wants spaces",
        "z.yaml:2:18: 5 does not fit 'name' in state 'zz'",
    ]


def test_a_field_that_is_missing_because_it_is_misspelled_is_told_behind_that(wrong: Wrong) -> None:
    claim = CLAIM.replace("stance:", "stanse:").replace("topic:", "x:")
    said = [problem.partition(" in ")[0].partition("; ")[0] for problem in wrong(a=BASE + claim)]
    own = [line for line in said if "field" in line and "a.yaml" in line]
    assert [line.partition(": ")[2] for line in own] == [
        "claim 'c1' lacks the field 'topic'",
        "unknown field 'x'",
        "unknown field 'stanse'",
        "claim 'c1' lacks the field 'stance'",
    ]


def test_lines_sort_as_numbers(wrong: Wrong) -> None:
    problems = wrong(a="states:\n" + "".join(f"- {{id: s{i}}}\n" for i in range(12)))
    assert [problem.split(":")[1] for problem in problems] == [str(line) for line in range(2, 14)]


def test_many_unknown_references_are_reported_in_reasonable_time(wrong: Wrong) -> None:
    people = "".join(f"- {{id: p{i}, name: P, part_of: [{{actor: nobody-{i}}}]}}\n" for i in range(300))
    assert len(wrong(a="people:\n" + people)) == 300


def test_an_id_that_was_changed_where_it_is_defined_is_one_problem_there(wrong: Wrong) -> None:
    states = "states:\n- {id: dprk-staat, name: Nordkorea}\n"
    units = "organizations:\n" + "".join(
        f"- {{id: unit-{n}, name: Unit {n}, kind: military, part_of: [{{actor: dprk-state}}]}}\n"
        for n in range(5)
    )
    (one,) = wrong(a=states, b=units)
    assert one.startswith(
        "a.yaml:2:8: 'dprk-state' is named in 5 places but defined nowhere, and nothing names 'dprk-staat';"
        " did you mean 'dprk-state'? give it its old id again, or change the places: b.yaml:2:"
    )
    assert one.endswith(" and 2 more")
    (one,) = wrong(b=units, a="states:\n- {id: xx, name: Other}\n")
    assert one.startswith("b.yaml:2:")
    assert "named in 5 places but defined nowhere; expected" in one
    assert len(wrong(b="\n".join(units.split("\n")[:3]), a="states:\n- {id: xx, name: Other}\n")) == 2
