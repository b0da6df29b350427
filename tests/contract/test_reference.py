"""`cypher/README.md` says what the headers say."""

from __future__ import annotations

import os
import re
from pathlib import Path

from kg import paths
from kg.language.title import Title
from kg.questions import library
from kg.questions.parse import parse
from kg.questions.reference import markdown

PAGE = Path(paths.presets(), "README.md")


def test_the_reference_is_fresh() -> None:
    """KG_UPDATE_DOCS=1 writes it anew."""
    wanted = markdown(library.every())
    if os.environ.get("KG_UPDATE_DOCS"):
        PAGE.write_text(wanted, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == wanted, (
        "run the tests with KG_UPDATE_DOCS=1 and look at what changed"
    )


def test_a_changed_header_makes_it_stale() -> None:
    presets = library.every()
    for change in (
        {"title": Title(presets[0].title, {"de": "Anders?"})},
        {"about": "One row per nothing."},
        {"parameters": presets[0].parameters[:1]},
        {"returns": presets[0].returns[:1]},
    ):
        assert markdown([presets[0]._replace(**change), *presets[1:]]) != PAGE.read_text(encoding="utf-8")


def test_every_question_stands_there_with_all_it_takes_and_gives() -> None:
    text = PAGE.read_text(encoding="utf-8")
    parts = dict(
        zip(re.findall(r"^### (\S+)$", text, re.M), re.split(r"^### \S+$", text, flags=re.M)[1:], strict=True)
    )
    assert parts.keys() == library.files().keys()
    for preset in library.every():
        part = parts[preset.name]
        assert preset.title in part
        assert preset.title.said("de") in part
        assert preset.call in part
        assert all(f"`{p.option}`" in part and p.help in part for p in preset.parameters)
        assert all(f"`{name} {kind.text}`" in part for name, kind in preset.returns)


def test_words_of_a_header_are_never_markup() -> None:
    text = """\
// Is a|b <i>so</i>?
// :about One row per *thing*.
// :param x date = "2001-01-01"   on | this day
// :returns a int
// :key a
// :order a
RETURN 1 AS a, $x AS b
"""
    page = markdown([parse(text, "x", "tests", "x.cypher")])
    part = page.split("### x")[1]
    assert "<i>" not in part
    assert "Is a&#124;b &lt;i>so&lt;/i>?" in part
    assert "| `--x` | `date` | `2001-01-01` | on &#124; this day |" in part
    assert "&#42;thing&#42;" in part
