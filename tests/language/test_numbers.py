"""Numbers in six languages: every line of the case files gives what a careful reader takes from it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from kg.language.numbers import numbers

CASES = Path(__file__).parent / "cases"


FIELDS = "low high low_open high_open approximate per".split()


def _wanted(line: dict[str, Any]) -> dict[str, Any]:
    """Return the fields that a line asks for."""
    return {name: line.get(name, None if name in ("low", "high", "per") else False) for name in FIELDS}


def _right(line: dict[str, Any], language: str) -> bool:
    """Return whether what is read in a line is what a careful reader takes from it."""
    read = numbers(line["text"], language)
    if line.get("none"):
        return not read
    wanted = _wanted(line)
    if line.get("also"):
        read = [n for n in read if (n.low, n.high) == (wanted["low"], wanted["high"])]
    same = [{name: getattr(n, name) for name in FIELDS} for n in read] == [wanted]
    unit = "lang" in line or "unit" not in line or (len(read) == 1 and read[0].unit == line["unit"])
    return same and unit and bool(read[0].vague) == line.get("vague", False)


@pytest.mark.parametrize("file", sorted(CASES.glob("numbers*.yaml")), ids=lambda file: file.stem)
def test_every_line_gives_what_a_careful_reader_takes_from_it(file: Path) -> None:
    lines = yaml.load(file.read_text("utf-8"), yaml.CSafeLoader)
    language = file.stem.partition("-")[2]
    assert [line for line in lines if not _right(line, line.get("lang", language))] == []


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
        ("más de 300 soldados", []),
        ("più di 300 drones", []),
    ],
)
def test_in_a_language_that_is_not_known_only_what_reads_the_same_in_all_is_read(
    text: str, bounds: list[tuple[float | None, float | None]]
) -> None:
    assert [(n.low, n.high) for n in numbers(text)] == bounds


def test_a_language_without_a_file_gives_nothing_and_a_region_is_no_other_language() -> None:
    assert numbers("300 missiles", "ar") == []
    assert [n.low for n in numbers("3.000 Soldaten", "de-CH")] == [3000]
