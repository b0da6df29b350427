"""Every question has a sentence for its answer in both languages, whose numbers are those of the rows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from random import Random
from typing import Any

import pytest

from kg.findings import every, finding, sentence
from kg.findings.figures import spread
from kg.findings.template import Group, Parts, Place, read
from kg.language.interface import own_words
from kg.language.interface.words import Words
from kg.language.title import Title
from kg.model.stances import STANCES, side_of
from kg.questions import library
from kg.questions.header import Question
from kg.questions.result import Column, Result
from kg.questions.run import bind

QUESTIONS = [pytest.param(q, id=q.name) for q in library.every()]
LANGUAGES = ("en", "de")
NAMES = ("Anna", "Bela", "Chen", "Dora")
FIGURES = ("3,000 soldiers", "tens of thousands of soldiers", "up to 5,000,000 shells", "at least 1 missile")
KNOWN = {
    "stance": tuple(STANCES),
    "status": ("supported", "disputed", "denied", "unconfirmed", "expected", "unknown"),
    "view": ("so", "not so", "open", "expected"),
    "stage": ("wanted", "planned", "delivered", "expected"),
    "precision": ("before", "day"),
    "change": ("figure added", "raised", "lowered", "another unit"),
    "why": ("vague word", "no lower bound", "no upper bound", "approximate"),
    "part": ("in min", "only in max", "against"),
    "role": ("supplied", "used", "received"),
    "means": ("rail", "ship"),
    "facet": ("who", "when"),
    "move": ("up", "down", "first"),
}
"""What columns hold of which sentences count the values."""


def value(random: Random, name: str, kind: str) -> Any:
    """Return something that a column may hold."""
    if kind.endswith("?") and random.random() < 0.3:
        return None
    bare = kind.removesuffix("?")
    if bare.startswith("list"):
        return [value(random, name, bare[5:-1]) for _ in range(random.choice((0, 1, 2, 6)))]
    if "figure" in name and bare == "str":
        return random.choice(FIGURES)
    if bare.startswith("choice"):
        return random.choice(bare[7:-1].split("|"))
    if bare == "str":
        return random.choice(KNOWN.get(name, NAMES))
    if bare == "span":
        return "2024-10-13"
    return {
        "int": random.choice((0, 0, 1, 3, 14)),
        "float": random.choice((0, 3, 1.8)),
        "date": date(2024, 10, 13),
        "bool": random.random() < 0.5,
    }[bare]


def result_of(question: Question, random: Random, count: int, **parameters: Any) -> Result:
    """Return an answer with rows by chance."""
    columns = tuple(Column(name, kind.text) for name, kind in question.returns)
    rows = [tuple(value(random, c.name, c.type) for c in columns) for _ in range(count)]
    needed = {
        p.name: "2024-10-13" if p.type.base == "date" else "anna" for p in question.parameters if p.required
    }
    return Result(
        question.title, columns, rows, bind(question, {**needed, **parameters}), question=question.name
    )


def told(result: Result, language: str) -> str:
    """Return the sentence without what it is narrowed to."""
    text = finding(result, language=language)
    for parameter in library.question(result.question).parameters:
        ids = parameter.type.label and "Claim" not in parameter.type.labels
        if (ids and parameter.default) or (parameter.required and "Claim" not in parameter.type.labels):
            return text.partition(": ")[2]
    return text


def cells_of(rows: Iterable[dict[str, Any]], column: str) -> list[Any]:
    """Return what a column says, lists taken apart."""
    held = (row[column] for row in rows)
    return [c for cell in held for c in (cell if isinstance(cell, list) else [cell]) if c not in (None, "")]


def template(question: str, language: str) -> str:
    """Return the sentence of a question with its places."""
    words = own_words(language)
    return re.sub(r"\{\+(\w+)\}", lambda part: words[f"finding.part.{part[1]}"], words[f"finding.{question}"])


def numbers(text: str, language: str) -> Counter[str]:
    """Return the numbers of two and more that a sentence names, in digits."""
    words = {own_words(language)[f"finding.number.{n}"]: str(n) for n in range(2, 13)}
    found = re.findall(rf"\d+|(?<![^\W\d_])(?:{'|'.join(words)})(?=mal\b|\b)", text.lower())
    return Counter(words.get(word, word) for word in found if word not in ("0", "1"))


def places(parts: Parts) -> set[str]:
    """Return the measures of a sentence that are numbers."""
    found = {p.measure for p in parts if isinstance(p, Place)}
    for group in (p for p in parts if isinstance(p, Group)):
        found |= {measure for inner in group.parts for measure in places(inner)}
    return {m for m in found if m.split()[0] in ("count", "distinct", "sum", "max", "often")}


def counted(measure: str, rows: list[dict[str, Any]]) -> int:
    """Count what a measure counts, in another way than the code does."""
    name, *rest = measure.split()
    column = rest.pop(0) if name != "count" else ""
    left = [row for row in rows if all(_holds(row, condition) for condition in rest)]
    cells = cells_of(left, column) if column else []
    if name == "count":
        return len(left)
    if name == "distinct":
        return len(dict.fromkeys(map(str, cells)))
    if name == "often":
        return max((cells.count(cell) for cell in cells), default=0)
    if name == "sum":
        return sum(cells)
    return max((_size(row[column]) for row in left), default=0)


def _size(cell: Any) -> int:
    return len(cell) if isinstance(cell, list) else cell or 0


def _holds(row: dict[str, Any], condition: str) -> bool:
    if condition[0] in "+!":
        return (row[condition[1:]] in (None, "", 0, [], False)) == (condition[0] == "!")
    name, sign, wanted = re.split(r"([=~>])", condition, maxsplit=1)
    held = row[name] if isinstance(row[name], list) else [row[name]]
    if sign == ">":
        return _size(row[name]) > int(wanted)
    if sign == "~":
        return side_of(row[name]) == wanted
    return any(str(cell) in [word.replace("_", " ") for word in wanted.split("|")] for cell in held)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("question", QUESTIONS)
def test_it_has_a_sentence_and_one_for_no_rows(question: Question, language: str) -> None:
    words = own_words(language)
    assert {f"finding.{question.name}", f"finding.{question.name}.0"} <= words.keys()
    nothing = finding(result_of(question, Random(0), 0), language=language)
    assert nothing.endswith(words[f"finding.{question.name}.0"])


@pytest.mark.parametrize("question", QUESTIONS)
def test_its_numbers_are_those_of_the_rows(question: Question) -> None:
    for seed in range(40):
        random = Random(seed)
        result = result_of(question, random, random.choice((1, 1, 2, 5, 30)))
        said = {}
        for language in LANGUAGES:
            text, w = told(result, language), Words(language)
            assert (text[-1:], text[:1]) == (".", text[:1].upper()), text
            assert not re.search(r"[{}<>#*|]|  |\.\.|None| [,;.:]|[,;:] ?[,;:.]", text), text
            assert question.title.said(language) not in text
            for column in (c.name for c in result.columns if "figure" in c.name and "str" in c.type):
                text = text.replace(spread(cells_of(result.dicts(), column), w) or "\0", "")
            text = text.replace(w.day("2024-10-13"), "").replace(w("list.more", n=1), "")
            text = re.sub(r" (and|und) \d+ (more|weitere)\b", "", text)
            said[language] = numbers(text, language)
            parts = template(question.name, language)
            right = {str(counted(measure, result.dicts())) for measure in places(read(parts))}
            right |= {*numbers(re.sub(r"\{[^}]*\}", "", parts), language)}
            assert {*said[language]} <= right, (text, said[language], right)
        assert said["en"] == said["de"], (told(result, "en"), told(result, "de"))


@pytest.mark.parametrize("question", QUESTIONS)
def test_any_switch_has_a_sentence(question: Question) -> None:
    for parameter in question.parameters:
        for chosen in parameter.type.words if not parameter.type.item else ():
            given = chosen == "true" if parameter.type.base == "bool" else chosen
            result = result_of(question, Random(1), 3, **{parameter.name: given})
            if (question.name, chosen) == ("roots", "claim"):  # its names are those of speakers
                names = (c._replace(name="speaker" if c.name == "name" else c.name) for c in result.columns)
                result = result._replace(columns=tuple(names))
            assert all(finding(result, language=language).endswith(".") for language in LANGUAGES)


def test_names_of_any_script_and_length_stay_apart() -> None:
    columns = (Column("name", "str"), Column("claims", "int"))
    rows = [("علي " * 200, 3), ("김" * 400, 3), ("<b>{x}|#", 3)]
    text = finding(Result("Who?", columns, rows))
    assert len(text) < 300
    assert text.count("\u2068") == text.count("\u2069") == 1
    assert "and 1 more" in text


def test_it_says_what_it_is_narrowed_to_and_when_a_part_was_left_out() -> None:
    question = library.question("denied-or-doubted")
    result = result_of(question, Random(0), 2, topic="shells", as_of="2024-10-13")
    names = {"shells": Title("Shells", {"de": "Granaten"})}
    both = every(result._replace(cut=True), lambda text: names.get(text, ""))
    assert both.startswith("Shells, as known on 13 Oct 2024: ")
    assert both.endswith("Only a part was compared.")
    assert both.said("de").startswith("Granaten, Stand vom 13. Okt. 2024: ")


def test_a_question_without_a_sentence_gets_that_of_its_shape() -> None:
    columns = (Column("claim", "str"), Column("speaker", "str?"), Column("stance", "str"))
    rows = [("a", "Anna", "denies"), ("b", "Anna", "asserts"), ("c", None, "asserts")]
    assert (
        finding(Result("?", columns, rows))
        == "Three claims by one speaker, one by nobody who is named; one denies something."
    )
    assert finding(Result("?", (Column("x", "int"),), [(1,)])) == "One row answers this."
    assert (
        sentence("shape.claims.0", [], Words("de"))
        == "In diesen Texten sagt niemand etwas, das darauf antwortet."
    )


def test_the_only_one_is_not_told_as_one_of_several() -> None:
    question = next(q for q in library.every() if q.name == "ledger")
    columns = tuple(Column(name, kind.text) for name, kind in question.returns)
    own: dict[str, Any] = {"stage": "delivered", "denied": 1, "questioned": 0}
    row = tuple(own.get(column.name) for column in columns)
    one, two = (Result("Who?", columns, [row] * n, {}, question="ledger") for n in (1, 2))
    assert finding(one) == "One alleged shipment: it is said to be delivered; it is denied."
    assert finding(one, language="de") == (
        "Eine Lieferung, laut Behauptung: sie soll geliefert sein; sie wird bestritten."
    )
    assert finding(two) == "Two alleged shipments: all are said to be delivered; two are denied."
