"""Articles, numbers of things and headings: one way to write them, wherever a message has one."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import kg
from kg.errors import agreed, article, number_of, several
from kg.formats.table import fit
from kg.formats.text import width
from kg.questions.result import Column, Result

CODE = Path(kg.__file__).parent
BY_HAND = re.compile(r"'s' if |\"s\" if |== 1 else '|== 1 else \"[a-z]* ?\"\}|\(s\)[ \".,]")
"""How a plural looks that is built in its place."""


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("organization", "an"),
        ("agreement", "an"),
        ("unnamed_source", "an"),
        ("unidentified source", "an"),
        ("event", "an"),
        ("X-ray", "an"),
        ("hour", "an"),
        ("unit", "a"),
        ("use", "a"),
        ("university", "a"),
        ("European state", "a"),
        ("one-off", "a"),
        ("weapon_type", "a"),
        ("state", "a"),
    ],
)
def test_the_article_goes_with_the_sound(word: str, expected: str) -> None:
    assert article(word) == expected


@pytest.mark.parametrize(
    ("number", "one", "many", "expected"),
    [
        (1, "fact", "", "1 fact"),
        (0, "fact", "", "0 facts"),
        (2, "file", "", "2 files"),
        (12_345, "row", "", "12,345 rows"),
        (1, "query", "", "1 query"),
        (3, "query", "", "3 queries"),
        (2, "day", "", "2 days"),
        (2, "match", "", "2 matches"),
        (2, "person", "people", "2 people"),
        (1, "claim falls", "claims fall", "1 claim falls"),
        (7, "claim falls", "claims fall", "7 claims fall"),
    ],
)
def test_a_word_goes_with_its_number(number: int, one: str, many: str, expected: str) -> None:
    assert number_of(number, one, many) == expected
    assert number_of(number, one, many).endswith(agreed(number, one, many or several(one)))


def test_no_message_builds_a_plural_by_itself() -> None:
    for path in sorted([*CODE.rglob("*.py"), *CODE.rglob("*.html")]):
        if path.name != "errors.py":
            found = [line for line in path.read_text("utf-8").split("\n") if BY_HAND.search(line)]
            assert found == [], path


def test_no_message_counts_with_a_fixed_plural() -> None:
    """A number of what is counted stands before its word only through `number_of`."""
    for path in sorted(CODE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                for value, then in zip(node.values, node.values[1:], strict=False):
                    told = isinstance(then, ast.Constant) and re.match(r" ([a-z]+s)\b", str(then.value))
                    if told and _counts(value) and told[1] not in ("is", "was", "has"):
                        assert _more_than_one(path.name, told[1]), (path, node.lineno, told[1])


def _counts(value: ast.expr) -> bool:
    """Return whether a place in a text holds the length of something."""
    inner = value.value if isinstance(value, ast.FormattedValue) else value
    return isinstance(inner, ast.Call) and isinstance(inner.func, ast.Name) and inner.func.id == "len"


def _more_than_one(file: str, word: str) -> bool:
    """Return whether it is known that there are several: a list of those is below."""
    return (file, word) in {
        ("cite.py", "times"),  # twice has its own word
        ("_question.py", "letters"),  # more than are allowed
        ("_question.py", "questions"),  # when it is not clear which
        ("questions.py", "characters"),  # more than are allowed
        ("offered.py", "characters"),  # more than are allowed
        ("passages.py", "paragraphs"),  # more than are given at once
        ("questions.py", "rows"),  # more than are shown
        ("_output.py", "rows"),  # more than are shown
        ("figures.py", "words"),  # more than may be copied
        ("voices.py", "claims"),  # one has its own sentence
        ("run.py", "statements"),  # none has its own sentence, one is right
        ("perspective.py", "claims"),  # one needs no firmest
        ("echoes.py", "reports"),  # one is no echo
        ("duplicates.py", "claims"),  # more than are compared
    }


@pytest.mark.parametrize("columns", [40, 47, 60, 72, 80, 100])
def test_no_heading_is_wider_than_its_rule(columns: int) -> None:
    """Long headings above short cells, beside cells that take all the room."""
    long = "a text of many words that wants all the room there is, and then some more of it " * 2
    heads = ("independent_roots_at_least", "first_published_on", "what", "counted_by_the_speaker_alone")
    kinds = ("int", "date", "str", "int?")
    for take in range(1, len(heads) + 1):
        shown = tuple(Column(n, k) for n, k in zip(heads[:take], kinds, strict=False))
        result = Result("What?", shown, [(1, "x", long, 2)[:take], (100, "y", "z", 30)[:take]])
        lines = fit(result, columns).split("\n")
        rules = [i for i, line in enumerate(lines) if re.fullmatch(r"-+(  -+)*", line)]
        assert all(width(line) <= columns for line in lines)
        for rule in rules:
            head = lines[lines.index("") + 1 : rule]
            ends = [0, *(m.end() for m in re.finditer("-+", lines[rule]))]
            for line in head:
                assert width(line) <= len(lines[rule])
                for end in ends[1:-1]:
                    assert line[end : end + 2].strip() == "", "a heading reaches into the gap"
            words = " ".join(" ".join(head).split())
            assert all(part in words for name in heads[:take] for part in name.split("_"))
