"""The page words a place in a document as the program does, in each language."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kg.language.interface import languages
from kg.language.interface.words import Words
from kg.picture.out.page import assets

pytestmark = [pytest.mark.browser, pytest.mark.slow]

SPOTS: list[dict[str, Any]] = [
    {"paragraph": 4},
    {"paragraph": 14, "on_page": 14, "spot": "page 14"},
    {"page": 2, "region": [10, 20, 30, 40]},
    {"paragraph": 4, "page": 2},
    {"timecode": "0:01:23"},
]


def test_a_page_says_places_as_the_program_does(driver: Any) -> None:
    tables = {"LANGUAGES": languages(), "WORDS": assets.words(), "LOOKS": {"events": [], "ahead": []}}
    given = "".join(f"const {name} = {json.dumps(value)};" for name, value in tables.items())
    driver.get("about:blank")
    for language in languages():
        script = f"{given}{assets.own('js/words.js')}\n{assets.own('js/claim.js')}\n"
        script += "language = LANGUAGES.indexOf(arguments[0]); return arguments[1].map(spotWords);"
        said = driver.execute_script(script, language, SPOTS)
        assert said == [Words(language).spot(spot) for spot in SPOTS]
    assert Words("de").spot(SPOTS[1]) == "Seite 14"
