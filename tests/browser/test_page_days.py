"""Days in the words of a page: by the same rules as in those of the program."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kg.language.interface import languages
from kg.language.interface.words import Words
from kg.picture.out.page import assets

pytestmark = [pytest.mark.browser, pytest.mark.slow]
DAYS = (
    "2024-10-22 2024-10 2024 ../2024-10-13 2023-09/.. 2024-10-03/2024-10-09 2024-09/2024-10 2022~"
    " 2022-08-19? 2022-08% 2022-08~/2022-11? 2022~/.. {2024-05-21,2024-05-24} {2024-04-30,2024-05-02,2025}"
    " [2022~,2023?] 2022-21"
    " 2022-22/2022-23 2022-24~ 2023-06-01T09:24 2023-06-01T09:24:10+03:00 2023-06-01T09:24Z"
).split()


@pytest.mark.parametrize("language", languages())
def test_a_page_says_days_as_the_program_does(driver: Any, language: str) -> None:
    tables = {"LANGUAGES": languages(), "WORDS": assets.words()}
    given = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in tables.items())
    script = f"{given}{assets.own('js/words.js')}\nlanguage = LANGUAGES.indexOf(arguments[0]);"
    driver.get("about:blank")
    said = driver.execute_script(f"{script}\nreturn arguments[1].map(spanWords);", language, DAYS)
    assert said == [Words(language).day(day) for day in DAYS]
