"""The head of a preset file: what it may say, and every way of getting it wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.errors import PresetError
from kg.questions.drawings import KINDS
from kg.questions.header import Question
from kg.questions.parse import parse, read_question

GOOD = """\
// Who said what on a topic?
// :title-de Wer sagte was zu einem Thema?
// :about   One row per claim.
//          A second line goes on with the first.
// :param   topic id<Topic> = "shells"   topic of the claims
// :param   as_of date? = null   only what was known by this day
// :param   unit str   what is counted
// :returns claim str, said date
// :key     claim
// :order   said desc, claim
// :table   claim
// :tags    claims, headline-1
MATCH (c:Claim) RETURN c.id AS claim, c.said AS said
ORDER BY said DESC, claim;
// :graph
MATCH p = (c:Claim)-[:SAID_BY]->(:Actor)
RETURN p;
"""


def read(text: str) -> Question:
    return parse(text, "who-said", "claims", "cypher/claims/who-said.cypher")


def wrong(text: str) -> list[str]:
    with pytest.raises(PresetError) as caught:
        read(text)
    return [str(problem).removeprefix("cypher/claims/who-said.cypher:") for problem in caught.value.problems]


def test_reads_everything() -> None:
    preset = read(GOOD)
    assert (preset.name, preset.topic, preset.file) == ("who-said", "claims", "cypher/claims/who-said.cypher")
    assert preset.title == "Who said what on a topic?"
    assert preset.title.said("de") == "Wer sagte was zu einem Thema?"
    assert preset.about == "One row per claim. A second line goes on with the first."
    assert [(p.name, p.type.text, p.default, p.required, p.help) for p in preset.parameters] == [
        ("topic", "id<Topic>", "shells", False, "topic of the claims"),
        ("as_of", "date?", None, False, "only what was known by this day"),
        ("unit", "str", None, True, "what is counted"),
    ]
    assert [(name, kind.text) for name, kind in preset.returns] == [("claim", "str"), ("said", "date")]
    assert (preset.key, preset.order) == (("claim",), (("said", True), ("claim", False)))
    assert (preset.table, preset.tags) == (("claim",), ("claims", "headline-1"))
    assert (
        preset.statement == "MATCH (c:Claim) RETURN c.id AS claim, c.said AS said\nORDER BY said DESC, claim"
    )
    assert preset.graph == "MATCH p = (c:Claim)-[:SAID_BY]->(:Actor)\nRETURN p"


def test_finds_a_parameter_by_name() -> None:
    parameter = read(GOOD).parameter("as_of")
    assert parameter is not None
    assert parameter.option == "--as-of"
    assert read(GOOD).parameter("of_as") is None


EXAMPLE = GOOD.replace("// :returns", "// :example --unit soldiers --as-of 2024-10-13\n// :returns")


def test_an_example_gives_values_as_on_the_command_line() -> None:
    preset = read(EXAMPLE)
    assert preset.example == (("unit", "soldiers"), ("as_of", date(2024, 10, 13)))
    assert preset.needed == {"unit": "soldiers"}
    assert preset.call == "kg ask who-said --as-of 2024-10-13 --unit soldiers"


def test_without_example_the_call_has_the_defaults_and_what_must_be_given() -> None:
    assert read(GOOD).call == "kg ask who-said --topic shells --unit STR"
    assert read(GOOD).needed == {}


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "--unit",
            "--unot",
            "8: '--unot' is no parameter; expected for example: --as-of 2024-10-18; did you mean '--unit'?",
        ),
        (
            " --as-of 2024-10-13",
            " --as-of",
            "8: '--as-of' has no value; expected for example: --as-of 2024-10-18",
        ),
        ("2024-10-13", "soon", "8: 'soon' does not fit --as-of; expected a day as YYYY-MM-DD"),
    ],
)
def test_an_example_that_does_not_fit(old: str, new: str, problem: str) -> None:
    assert wrong(EXAMPLE.replace(old, new)) == [problem]


def test_line_ends_of_windows_change_nothing() -> None:
    assert read(GOOD.replace("\n", "\r\n")) == read(GOOD)


def test_the_graph_part_may_be_absent() -> None:
    assert read(GOOD.partition("// :graph")[0]).graph is None


def test_a_default_day_is_a_day() -> None:
    preset = read(GOOD.replace("as_of date? = null", 'as_of date = "2024-10-11"'))
    assert preset.parameters[1].default == date(2024, 10, 11)


@pytest.mark.parametrize(
    ("old", "new", "problems"),
    [
        (
            "// Who said what on a topic?\n",
            "",
            ["1: the first line is not a title; expected a question in plain words"],
        ),
        (
            "// Who said what on a topic?\n",
            "\n",
            [
                "1: the first line is not a title; expected a question in plain words",
                "1: ':about' is missing; expected a line '// :about ...'",
                "1: ':returns' is missing; expected a line '// :returns ...'",
                "1: ':key' is missing; expected a line '// :key ...'",
                "1: ':order' is missing; expected a line '// :order ...'",
            ],
        ),
        (
            "// :title-de",
            "// just words\n// :title-de",
            ["2: 'just words' belongs to no key; expected a line that starts with '// :key'"],
        ),
        (
            "// :tags ",
            "// :tgas ",
            [
                "12: unknown key ':tgas'; expected one of :about, :title-LANG, :asked, :param, :example,"
                " :returns, :key, :order, :table, :drawing, :tags; did you mean 'tags'?"
            ],
        ),
        (
            "// :tags ",
            "// :drawing figurs\n// :tags ",
            [
                f"12: there is no drawing 'figurs'; expected one of {', '.join(KINDS)};"
                " did you mean 'figures'?"
            ],
        ),
        ("// :key     claim\n", "", ["11: ':key' is missing; expected a line '// :key ...'"]),
        (
            "// :key     claim",
            "// :key     clam",
            ["12: 'clam' is no returned column; expected one of claim, said; did you mean 'claim'?"],
        ),
        (
            "said desc, claim",
            "sayd desc, claim",
            ["12: 'sayd' is no returned column; expected one of claim, said; did you mean 'said'?"],
        ),
        (
            "// :table   claim",
            "// :table   x",
            ["12: 'x' is no returned column; expected one of claim, said"],
        ),
        ("said desc, claim", "said down, claim", ["10: 'down' is no direction; expected asc or desc"]),
        (
            "claim str, said date",
            "claim str, said day",
            [
                (
                    "8: column 'said': 'day' is no type; use str, int, float, bool, date, span, id<Label>,"
                    " value<Label.property>, choice<one|other> or list<str>, with ? for null"
                ),
                "12: 'said' is no returned column; expected one of claim",
            ],
        ),
        (
            "claim str, said date",
            "claim str, said date, Claim str",
            ["8: column 'Claim' needs a snake_case name of its own"],
        ),
        (
            "claim str, said date",
            "claim str, said date, said str",
            ["8: column 'said' needs a snake_case name of its own"],
        ),
        (
            "unit str   what",
            "unit text   what",
            [
                "7: parameter 'unit': 'text' is no type; use str, int, float, bool, date, span, id<Label>,"
                " value<Label.property>, choice<one|other> or list<str>, with ? for null; expected for"
                " example: topic id<Topic>"
                "? = null  topic of the claims"
            ],
        ),
        (
            '"shells"',
            "shells",
            [
                "5: parameter 'topic': Expecting value: line 1 column 1 (char 0); "
                "expected for example: topic id<Topic>? = null  topic of the claims"
            ],
        ),
        ('"shells"', "5", ["5: the default of 'topic' does not fit id<Topic>"]),
        (
            "date? = null",
            'date? = "2024-02-30"',
            [
                "6: parameter 'as_of': day is out of range for month; "
                "expected for example: topic id<Topic>? = null  topic of the claims"
            ],
        ),
        (
            "date? = null",
            "date? = 5",
            [
                "6: parameter 'as_of': Invalid isoformat string: '5'; "
                "expected for example: topic id<Topic>? = null  topic of the claims"
            ],
        ),
        (
            "unit str   what is counted",
            "unit str",
            ["7: parameter 'unit' needs a snake_case name and a description"],
        ),
        ("unit str", "Unit str", ["7: parameter 'Unit' needs a snake_case name and a description"]),
        ("unit str", "topic str", ["7: parameter 'topic' is declared twice"]),
        (
            "MATCH p = (c:Claim)-[:SAID_BY]->(:Actor)\nRETURN p;\n",
            "",
            ["15: ':graph' has no statement; expected Cypher below it"],
        ),
    ],
)
def test_says_what_is_wrong(old: str, new: str, problems: list[str]) -> None:
    assert GOOD.count(old) == 1
    assert wrong(GOOD.replace(old, new)) == problems


def test_a_file_without_statement() -> None:
    head = GOOD.partition("MATCH")[0]
    assert wrong(head) == ["13: the question has no statement; expected Cypher below the header"]


def test_an_empty_file_lacks_everything_at_once() -> None:
    assert len(wrong("")) == 6


def test_all_problems_at_once_in_the_order_of_lines() -> None:
    text = (
        GOOD.replace("// Who", "// :Who")
        .replace("// :about  ", "// :abuot  ")
        .replace("unit str", "Unit str")
    )
    assert [problem.partition(":")[0] for problem in wrong(text.replace("desc", "down"))] == [
        "1",
        "3",
        "7",
        "10",
        "12",
    ]


def test_a_file_is_named_after_itself(tmp_path: Path) -> None:
    file = tmp_path / "claims" / "who-said.cypher"
    file.parent.mkdir()
    file.write_text(GOOD, encoding="utf-8-sig")
    preset = read_question(str(file), "shown")
    assert (preset.name, preset.topic, preset.file) == ("who-said", "claims", "shown")


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(PresetError) as caught:
        read_question(str(tmp_path / "none.cypher"), "none.cypher")
    assert str(caught.value) == "none.cypher: cannot read the question: No such file or directory"


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    file = tmp_path / "x.cypher"
    file.write_bytes("// Größe?\n".encode("latin-1"))
    with pytest.raises(PresetError) as caught:
        read_question(str(file), "x.cypher")
    assert str(caught.value) == "x.cypher: cannot read the question: byte 0xf6 is not UTF-8; save it as UTF-8"
