"""Numbers in six languages: every line of the case files gives what a careful reader takes from it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.language.numbers import numbers

CASES = Path(__file__).parent / "cases"


def _lines() -> list[tuple[str, dict[str, Any]]]:
    files = [CASES / "numbers.yaml", *sorted(CASES.glob("numbers-*.yaml"))]
    lines = [(file, line) for file in files for line in yaml.safe_load(file.read_text("utf-8"))]
    return [(line.get("lang") or file.stem.partition("-")[2], line) for file, line in lines]


@pytest.mark.parametrize(("language", "line"), _lines(), ids=lambda value: str(value)[:60])
def test_a_line_gives_what_a_careful_reader_takes_from_it(language: str, line: dict[str, Any]) -> None:
    read = numbers(line["text"], language)
    if line.get("none"):
        assert read == []
        return
    fields = "low high low_open high_open approximate per".split()
    wanted = {
        name: line.get(name, False if name.endswith("open") or name == "approximate" else None)
        for name in fields
    }
    found = (
        [n for n in read if n.low == wanted["low"] and n.high == wanted["high"]] if line.get("also") else read
    )
    assert [{name: getattr(n, name) for name in fields} for n in found] == [wanted]
    assert bool(found[0].vague) == line.get("vague", False)
    assert found[0].unit == line["unit"] if "unit" in line and "lang" not in line else True


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("3.000", []),
        ("1,500 drones", []),
        ("10,000 km", []),
        ("10,000 troops", []),
        ("über 10.000", []),
        ("über 10 000", [(10_000, None)]),
        ("plus de 1 500 soldats", [(1500, None)]),
        ("около 300 ракет", [(300, 300)]),
        ("до 300", [(None, 300)]),
        ("300", [(300, 300)]),
    ],
)
def test_in_a_language_that_is_not_known_only_what_reads_the_same_in_all_is_read(
    text: str, bounds: list[tuple[float | None, float | None]]
) -> None:
    assert [(n.low, n.high) for n in numbers(text)] == bounds


def test_a_language_without_a_file_gives_nothing_and_a_region_is_no_other_language() -> None:
    assert numbers("300 missiles", "ar") == []
    assert [n.low for n in numbers("3.000 Soldaten", "de-CH")] == [3000]
