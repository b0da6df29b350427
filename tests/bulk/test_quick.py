"""The quick way to read a line gives the same facts and the same messages as the slow one."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest

from kg.formats.schemas import definitions
from kg.sources.json_lines import decoded, right
from kg.sources.json_quick import quick

PIECES = [
    b'"',
    b"{",
    b"}",
    b"[",
    b"]",
    b":",
    b" : ",
    b"\t:",
    b",",
    b"null",
    b"NaN",
    b"-Infinity",
    b"true",
    b"1e999",
    b"-0",
    b"0.5",
    b"01",
    b"9" * 20,
    b"9" * 500,
    b"9" * 5000,
    b"\\u0000",
    b"\\ud800",
    b"\\u202e",
    b"\\",
    b'\\":',
    b"\x07",
    b"\t",
    b"\xff",
    "ü\u202e".encode(),
    "ü".encode(),
    b'"id": "again", ',
    b'"type": "state", ',
    b'"relays": null, ',
    b'"speaker_name": 5, ',
    b'{"type": []}',
    b"",
]


def mutated(line: bytes, dice: random.Random) -> bytes:
    """Put a piece in, take some away, or both, where an object or a text may begin or end."""
    marks = [at for at, byte in enumerate(line) if byte in b'"{}[],: '] or [0]
    start = dice.choice(marks)
    end = start + dice.choice([0, 0, 1, 1, 2, 5])
    return line[:start] + dice.choice(PIECES) + line[end:]


@pytest.mark.parametrize("seed", range(4))
def test_what_is_read_quickly_is_read_alike(seed: int, lines: list[str]) -> None:
    """A line with any fault never counts as right, and the fact on one that does is that of the slow way."""
    dice = random.Random(seed)
    chosen = [*dice.sample(lines[:60], 12), *dice.sample(lines[60:], 18)]
    read = 0
    for line in chosen:
        for _ in range(12):
            changed = mutated(line.encode(), dice)
            if dice.random() < 0.3:
                changed = mutated(changed, dice)
            written, problems = decoded(changed, "a.jsonl", 3)
            fact = right(changed)
            if fact is not None:
                assert (written and written.value, problems) == (fact, []), changed
                read += 1
    assert 0 < read < 30 * 12


def test_every_line_that_is_right_is_read_quickly(lines: list[str]) -> None:
    assert all(right(line.encode()) for line in lines)
    assert quick('{"name": "zwölf: 12:30", "id": "x"}'.encode())


def test_no_field_takes_a_number_of_hundreds_of_figures() -> None:
    """The quick way reads such a number, which the slow one leaves text: a fault of either."""

    def numbers(schema: Any) -> Iterator[dict[str, Any]]:
        if isinstance(schema, list):
            schema = dict(enumerate(schema))
        if isinstance(schema, dict):
            if schema.get("type") in ("integer", "number"):
                yield schema
            for part in schema.values():
                yield from numbers(part)

    found = list(numbers(definitions()))
    assert len(found) > 20
    for bounds in found:
        assert "maximum" in bounds, bounds
        assert {"minimum", "exclusiveMinimum"} & bounds.keys(), bounds
