"""Days in six languages: every line of the cases file is read as it says, and nothing else is."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.language.days import days
from kg.language.reading import languages
from kg.model.edtf import ends_of

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("cases").joinpath("days.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("code", sorted(languages()))
def test_every_case_is_read_as_it_says(code: str) -> None:
    lines = [case for case in CASES if case["lang"] == code]
    assert len(lines) >= 40 or code not in {"en", "de", "ru", "uk", "fr", "ko"}
    for case in lines:
        published = date.fromisoformat(str(case["published"])) if "published" in case else None
        text = str(case["text"])
        found = days(text, code, published)
        assert [d.reading for d in found] == ([] if case.get("none") else [str(case["span"])]), text
        assert all(text[d.start : d.end] == d.words and ends_of(d.reading) for d in found)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("on 03/04/2024", []),
        ("on 18/10/2024", ["2024-10-18"]),
        ("в августе 2022 года, mars 2023", ["2022-08", "2023-03"]),
        ("the October 7 attack", []),
    ],
)
def test_without_a_language_only_what_all_agree_on_is_read(text: str, readings: list[str]) -> None:
    assert [d.reading for d in days(text)] == readings


def test_a_language_without_a_file_has_no_days() -> None:
    assert days("2024-10-18", "xx") == []
