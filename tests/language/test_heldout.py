"""Lines written before the readers were run on them: what is read is right, and some lines stay silent."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.language.days import days
from kg.language.guess import language_of
from kg.language.numbers import numbers

CASES = Path(__file__).parent / "cases"
FIELDS = "low high low_open high_open approximate per".split()
CODES = ["en", "de", "ru", "uk", "fr", "ko"]


def _lines(name: str) -> list[dict[str, Any]]:
    files = sorted(CASES.glob(f"heldout*-{name}.yaml"))
    return [line for file in files for line in yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)]


def _figures(text: str, language: str) -> list[dict[str, Any]]:
    found = numbers(text, language)
    read = [{f: getattr(n, f) for f in FIELDS} | {"vague": bool(n.vague), "unit": n.unit} for n in found]
    return [{name: value for name, value in one.items() if value or name in ("low", "high")} for one in read]


@pytest.mark.parametrize("code", CODES)
def test_figures_are_read_as_a_careful_reader_does_or_not_at_all(code: str) -> None:
    lines = [line for line in _lines(code) if "span" not in line]
    assert len(lines) >= 40
    for line in lines:
        wanted = {"low": None, "high": None} | {
            k: line[k] for k in line if k not in ("text", "none", "silent")
        }
        nothing = line.get("none") or line.get("silent")
        every = [{"low": None, "high": None} | one for one in line.get("figures", [wanted])]
        assert _figures(line["text"], code) == ([] if nothing else every), line["text"]


@pytest.mark.parametrize("code", CODES)
def test_days_are_read_as_a_careful_reader_does_or_not_at_all(code: str) -> None:
    lines = [line for line in _lines(code) if "span" in line]
    assert len(lines) >= 25
    for line in lines:
        published = date.fromisoformat(str(line["published"])) if "published" in line else None
        span = [] if line.get("silent") or line["span"] is None else line["span"]
        wanted = [span] if isinstance(span, str) else span
        assert [day.reading for day in days(line["text"], code, published)] == wanted, line["text"]


def test_the_language_of_a_text_is_the_right_one_or_none() -> None:
    for line in _lines("languages"):
        right = {None, line["lang"]} if line["lang"] in CODES else {None}
        assert line["told"] in right, line["text"]
        assert language_of(line["text"]) == line["told"], line["text"]
