"""The words of the interface: whole in every language that we ship, and none left over."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest

import kg
from kg.analysis.account import account
from kg.analysis.figure_status import figure_status
from kg.analysis.status import status
from kg.analysis.votes import Ballots
from kg.language import ENGLISH
from kg.language.interface import declared, languages, own_words, table
from kg.language.interface.patterns import forms
from kg.language.interface.words import Words, titled
from kg.model.kinds import registry
from kg.model.stances import STANCES
from kg.model.weighing import WHOLE
from kg.picture.out.page.assets import words as page_words
from kg.questions import library
from tests.analysis.graphs import world as random_world

SHIPPED = {"en", "de"}
FAMILIES = tuple(
    f"{family}."
    for family in (
        "about.reading account basis bound caption change col count data.what direction drawing "
        "drift edge extra facet finding flow.column grade head hedge how kind language list matrix mode "
        "loss month move name nav nothing number param per plural preset.topic prop search season "
        "site.contradictions stage stance status step table unit vague value whole why"
    ).split()
)
"""Beginnings of keys of which the end comes from facts or is put together."""


def places(text: str) -> list[str]:
    """Return the places of a text that values are put into."""
    return sorted(re.findall(r"\{(\w+)\}", text))


def test_nothing_is_missing_in_the_languages_that_we_ship() -> None:
    assert set(languages()) >= SHIPPED
    every = set().union(*(table(code) for code in languages()))
    every = {
        key
        for key in every
        if not key.startswith("plural.") and key.rpartition(".")[2] not in forms(table(ENGLISH))
    }
    said = {code: own_words(code).keys() | declared(code).keys() for code in SHIPPED}
    assert {code: sorted(every - said[code]) for code in SHIPPED} == {code: [] for code in SHIPPED}


@pytest.mark.parametrize("language", languages())
def test_every_word_has_the_places_of_the_english_one(language: str) -> None:
    english = own_words(ENGLISH)
    for key, text in own_words(language).items():
        assert text == text.strip() != "", key
        if key in english:
            assert places(text) == places(english[key]), key
    for fits in forms(table(language)).values():
        assert not fits.search("words")


def test_no_word_is_left_over() -> None:
    folder = Path(kg.__file__).parent
    files = [
        f
        for part in ("language", "model", "picture", "findings", "site", "cli", "api")
        for f in (folder / part).rglob("*")
    ]
    code = "".join(f.read_text("utf-8") for f in files if f.suffix in (".py", ".html", ".js"))
    held = set(re.findall(r"""["'`]([\w.-]+)["'`]""", code))
    ends = tuple(f".{form}" for form in forms(table(ENGLISH)))
    bases = {
        key: next((key.removesuffix(end) for end in ends if key.endswith(end)), key)
        for key in own_words(ENGLISH)
    }
    assert [key for key, base in bases.items() if base not in held and not key.startswith(FAMILIES)] == []


_WORDS = ("document.n.characters", "document.n.share", "how.groups", "roots", "site.echo")
SEVERAL = {*_WORDS, "held.claims", "held.documents"} | {
    f"finding.event.{key}" for key in ("numbers", "numbers.many", "others")
}
"""Words about what is never one alone: the characters of a place, nodes of a group, reports of an echo."""


@pytest.mark.parametrize("code", languages())
def test_what_is_counted_has_words_for_one(code: str) -> None:
    """A noun in the plural after a number needs another form after 1, in every language."""
    words = own_words(code)
    counted = {
        key
        for key, text in own_words(ENGLISH).items()
        if " " not in key and re.search(r"\{(n|all|roots|groups)\} ([a-z]+ )?[a-z]{2,}s\b", text)
    }
    assert {key for key in counted if f"{key}.1" not in words} <= SEVERAL
    assert {key for key in own_words(ENGLISH) if key.endswith(".1")} == {
        key for key in words if key.endswith(".1")
    }
    w = Words(code)
    for key in (key for key in words if key.endswith(".1") and key.removesuffix(".1") in words):
        assert w(key.removesuffix(".1"), n=1) == words[key]
        assert w(key.removesuffix(".1"), n=2) != words[key]


def test_the_page_holds_its_own_words_and_none_of_the_site() -> None:
    keys = page_words().keys()
    assert {"skip.table", "n.claims", "n.claims.1", "kind.Claim.one", "edge.SENT.in", "plural.1"} <= keys
    assert not [key for key in keys if key.startswith(("site.", "nav.", "list.", "caption.", "param."))]
    assert all(len(row) == len(languages()) for row in page_words().values())


def test_what_a_language_lacks_is_said_in_english(one_more: None) -> None:
    w = Words("zz")
    assert (w("find"), w("nobody"), w.either("status", "disputed")) == ("zzz", "nobody named", "disputed")
    assert (w.number(1234567), w.number(0.25, "g")) == ("1 234 567", "0·25")
    assert [w("n.claims", n=n) for n in (0, 1, 21, 5)] == ["0 zz", "1 z", "21 z", "5 zz"]
    assert titled("find").others["zz"] == "zzz"
    assert page_words()["find"] == ["Find", "Suchen", "zzz"]
    assert page_words()["nobody"][-1] is None


@pytest.fixture
def one_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language with a few words of its own."""
    own = {
        "language.name": "Zz",
        "find": "zzz",
        "number.group": " ",
        "number.decimal": "·",
        "plural.1": "1$",
        "n.claims": "{n} zz",
        "n.claims.1": "{n} z",
    }
    from kg.language import interface
    from kg.picture.out.page import assets

    codes, words = languages(), own_words
    for module in (interface, assets):
        monkeypatch.setattr(module, "languages", lambda: (*codes, "zz"))
        monkeypatch.setattr(module, "own_words", lambda code: own if code == "zz" else words(code))
    for module_ in ("words", "known"):
        monkeypatch.setattr(f"kg.language.interface.{module_}.languages", lambda: (*codes, "zz"))
    monkeypatch.setattr("kg.language.interface.known.table", table.__wrapped__)
    monkeypatch.setattr("tests.language.test_interface.page_words", page_words.__wrapped__)


def test_every_value_of_a_property_has_words() -> None:
    missing = {
        f"{kind}.{name}": value
        for kind, model in registry().items()
        if kind != "claim"
        for name, field in model.model_fields.items()
        if name != "inferred"
        for value in chosen(field.annotation)
        if Words().value(name, value) == value
        and f"value.{name}.{value}" not in table(ENGLISH)
        and f"{name}.{value}" not in table(ENGLISH)
    }
    assert missing == {}
    for facet in set(get_args(registry()["claim"].model_fields["facet"].annotation)) - {WHOLE}:
        assert f"facet.of.{facet}" in own_words("de")


def chosen(annotation: Any) -> set[str]:
    """Return the words that a type allows, at any depth."""
    if get_origin(annotation) is Literal:
        return {value for value in get_args(annotation) if isinstance(value, str)}
    return {value for part in get_args(annotation) for value in chosen(part)}


GRADES = ("", "confirmed", "probably true", "possibly true", "doubtful", "improbable")


def worded(rule: str) -> str:
    """Return a reason with the word of its step instead of the digit: readers get no bare digit."""
    return re.sub(r"(?<=; )([1-5]): ", lambda digit: f"{GRADES[int(digit[1])]}: ", rule)


@pytest.mark.parametrize("seed", range(120))
def test_every_reason_of_a_status_is_said_in_german(seed: int) -> None:
    world = random_world(seed)
    german = "; ".join(table("de")[key] for key in table("de") if key.startswith(("why.", "stage.")))
    known = set(re.findall(r"[^\W\d_]+", german))
    rules = {row.rule for row in status(world)} | {row.rule for row in figure_status(world)}
    for rule in sorted(rules):
        assert Words().reason(rule) == worded(rule)
        told = Words("de").reason(rule)
        assert set(re.findall(r"[^\W\d_]+", told)) <= known, rule
        assert told != rule


@pytest.mark.parametrize(
    ("rule", "german"),
    [
        (
            "asserted only by an outlet in its own voice and those who presuppose it, denied in part",
            "nur behauptet von einem Medium mit eigener Stimme und denen, die es voraussetzen,"
            " zum Teil bestritten",
        ),
        ("planned: that it happened nobody says", "geplant: dass es geschehen ist, sagt niemand"),
        (
            "asserted and denied; cannot be judged; 2 with a figure that excludes it",
            "behauptet und bestritten; nicht zu beurteilen; 2 mit einer Zahl, die diese ausschließt",
        ),
        ("a rule that nobody translated", "a rule that nobody translated"),
    ],
)
def test_reasons_that_are_put_together_are_said_piece_by_piece(rule: str, german: str) -> None:
    assert Words("de").reason(rule) == german
    assert Words().reason(rule) == rule


@pytest.mark.parametrize("seed", range(60))
def test_every_sentence_of_an_account_is_said_in_german(seed: int) -> None:
    ballots = Ballots(random_world(seed))
    events = [e for e in ballots.subjects() if e in ballots.world.things and ballots.world.things[e].event]
    for sentence in (s for event in events for s in account(ballots, event)):
        assert f"account.{sentence.said.form}" in own_words("de"), sentence.text
        assert f"account.part.{sentence.part}" in own_words("de") or sentence.part in ("verdict", "grade")
        assert Words().saying(*sentence.said) == worded(sentence.text)
        assert Words("de").saying(*sentence.said) != sentence.text


def test_every_column_of_a_question_has_a_head_in_every_language() -> None:
    columns = {name for question in library.every() for name, _ in question.returns} - STANCES.keys()
    for code in SHIPPED:
        heads = {key.removeprefix("head.") for key in own_words(code) if key.startswith("head.")}
        assert (sorted(columns - heads), sorted(heads - columns)) == ([], [])
