"""The table of stances: every row is whole, and nothing else in the program lists stances."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import kg
from kg import paths
from kg.analysis.world import Claim
from kg.language import ENGLISH
from kg.language.interface import table
from kg.model.derived import DERIVED, DERIVED_PROPERTIES
from kg.model.kinds import registry
from kg.model.stances import PLAIN, SHORTCUTS, SIDES, STANCES, firmness, interface_words, side_of
from kg.picture.out.page.assets import own

CODE = Path(kg.__file__).parent
TABLE = CODE / "model" / "stances.py"
TEXTS = sorted(
    path
    for path in (*CODE.rglob("*"), *Path(paths.presets()).rglob("*.cypher"))
    if path.suffix in (".py", ".js", ".json", ".css", ".html", ".cypher") and path != TABLE
)


@pytest.mark.parametrize("word", STANCES)
def test_a_stance_is_whole(word: str) -> None:
    stance = STANCES[word]
    assert stance.side in SIDES
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", word)
    assert {"en", "de"} <= stance.words.keys()
    assert all(text.strip() for wording in stance.words.values() for text in wording)
    assert stance.view
    assert stance.sign
    assert stance.badge == "" or f'name === "{stance.badge}"' in own("js/pen.js")


def test_sides_say_which_shortcut_stands_for_a_claim() -> None:
    sides = [side for shortcut in SHORTCUTS.values() for side in shortcut.sides]
    assert len(set(sides)) == len(sides)
    assert set(SIDES) - set(sides) == {"aside", "back"}
    assert SHORTCUTS.keys() < DERIVED.keys()
    assert DERIVED["CLAIMED_BY"] == "a claim that asserts or expects the event, and its speaker"
    assert "side" in DERIVED_PROPERTIES


def test_the_nine_stances_have_the_sides_that_answers_rest_on() -> None:
    assert {word: stance.side for word, stance in STANCES.items()} == {
        "asserts": "for",
        "expects": "ahead",
        "denies": "against",
        "doubts": "doubt",
        "cannot-confirm": "doubt",
        "concerned": "aside",
        "comments": "aside",
        "no-comment": "aside",
        "retracts": "back",
    }
    assert sorted(STANCES, key=firmness) == [
        "asserts",
        "denies",
        "expects",
        "doubts",
        "cannot-confirm",
        "concerned",
        "comments",
        "no-comment",
        "retracts",
    ]
    assert PLAIN == "asserts"


def test_facts_claims_and_drawings_take_exactly_the_words_of_the_table() -> None:
    schema = registry()["claim"].model_json_schema()
    assert schema["properties"]["stance"]["enum"] == list(STANCES)
    claim = Claim("c", "cannot-confirm", None, "e", "t", (None, None))
    assert claim.side == side_of("cannot-confirm") == "doubt"
    assert claim._replace(stance="denies").side == "against"
    assert side_of("likes") is side_of(["denies"]) is side_of(None) is None


def test_a_language_without_words_for_a_stance_has_the_english_ones() -> None:
    assert interface_words("fr") == {}
    assert table("fr").items() >= interface_words(ENGLISH).items()
    assert interface_words("de").keys() == interface_words(ENGLISH).keys()


def _spoken(path: Path) -> list[str]:
    """Return the stances that a file names as values: texts of their own, keys of words and class names."""
    text = path.read_text("utf-8")
    any_ = "|".join(STANCES)
    if path.suffix == ".py":
        return [
            node.value
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in STANCES
        ]
    if path.suffix == ".cypher":
        alone = re.findall(rf"\w+\.stance (?:=|<>) '({any_})'", text)
        quoted = re.findall(rf"'({any_})'", text)
        return quoted if len(quoted) != len(alone) or len(set(alone)) > 1 else []
    if path.suffix in (".js", ".json"):  # a key or value of its own, or the end of a key of words
        return re.findall(rf"""["'.]({any_})(?=["'.])""", re.sub(r"^\s*//.*$", "", text, flags=re.M))
    return re.findall(rf"""["'.]({any_})(?=["'\s,{{.:])""", text)


@pytest.mark.parametrize("path", [pytest.param(p, id=p.name) for p in TEXTS])
def test_nothing_else_lists_stances(path: Path) -> None:
    """Ask for the side, or walk the table; in a preset one stance may stand alone where it is asked for."""
    assert _spoken(path) == []
