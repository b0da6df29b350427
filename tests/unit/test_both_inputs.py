"""What is refused in a seed file is refused on a line of JSON, in the same words, each with its place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from kg.errors import SeedError
from kg.load.seeds import plan_file
from kg.model.kinds import registry
from kg.sources.json_lines import parsed, read
from kg.sources.seeds import load
from kg.store.embedded.store import EmbeddedStore

ODD = {
    "bell": "\x07",
    "nul": "\0",
    "escape": "\x1b",
    "delete": "\x7f",
    "next line": "\x85",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "override": "\u202e",
    "embedding": "\u202b",
    "isolate": "\u2066",
    "no character": "\ufffe",
}
HOSTILE = {
    **{f"{name}, as it is": f'"a{char}b"' for name, char in ODD.items()},
    **{f"{name}, escaped": f'"a\\u{ord(char):04x}b"' for name, char in ODD.items()},
    "half a character, first": '"a\\ud83db"',
    "half a character, second": '"a\\udc00"',
    "too long": f'"{"x" * 201}"',
    "empty": '""',
    "blank": '" \\t\\n"',
    "number": "5",
    "truth": "true",
    "nothing": "null",
    "list": "[1]",
    "deep": "[" * 40 + "]" * 40,
    "deeper than Python goes": "[" * 3_000 + "]" * 3_000,
    "key twice": '{"a": 1, "a": 2}',
    "many figures": "9" * 500,
    "too many figures": "9" * 5_000,
}


def _words(problems: list[Any]) -> list[str]:
    """Return problems without their places, which every one must have."""
    told = []
    for problem in problems:
        assert problem.where is not None
        assert problem.where.line, problem
        assert problem.where.column, problem
        told.append(re.sub(r"\S+:\d+:\d+", "HERE", str(problem)))
    return told


def _in_yaml(folder: Path, fields: str) -> list[str]:
    (folder / "x.yaml").write_bytes(f"states:\n- {{{fields}}}\n".encode())
    with pytest.raises(SeedError) as caught:
        load(folder)
    return _words(caught.value.problems)


@pytest.mark.parametrize("value", [pytest.param(value, id=name) for name, value in HOSTILE.items()])
@pytest.mark.parametrize("field", ["name", "id", "known_as", "nonsense"])
def test_one_rule_for_both_inputs(field: str, value: str, tmp_path: Path) -> None:
    given = f"[{value}]" if field == "known_as" else value
    fields = {"id": '"aa"', "name": '"A"', field: given}
    written = ", ".join(f'"{name}": {text}' for name, text in fields.items())
    in_yaml = _in_yaml(tmp_path, written)
    problems = parsed(f'{{"type": "state", {written}}}', "x.jsonl", 7)[1]
    assert problems
    assert set(_words(problems)) <= set(in_yaml)
    assert {problem.where and problem.where.line for problem in problems} == {7}


@pytest.mark.parametrize("value", [HOSTILE["half a character, first"], HOSTILE["override, as it is"]])
@pytest.mark.parametrize("field", ["name", "id", "speaker", "type", "x"])
def test_both_ways_of_reading_lines_say_the_same(field: str, value: str, tmp_path: Path) -> None:
    line = f'{{"type": "claim", "id": "c", "quantity": {{"of": {value}}}, "{field}": {value}}}'
    line = line.replace('"type": "claim", ' if field == "type" else "\0", "")
    with pytest.raises(SeedError) as whole:
        read([line], "x.jsonl")
    (tmp_path / "x.jsonl").write_bytes(line.encode())
    with pytest.raises(SeedError) as streamed:
        plan_file(str(tmp_path / "x.jsonl"), EmbeddedStore(None))
    assert _words(streamed.value.problems) == _words(whole.value.problems)


def test_places_on_a_line_are_those_of_the_values() -> None:
    line = '{"type": "claim", "id": "c", "said":  "never", "citations": [{"end": "x", "page": 1}]}'
    places = {problem.what: str(problem.where) for problem in parsed(line, "x.jsonl", 3)[1]}
    assert (
        places["claim 'c': said: 'never' is not a date: write YYYY-MM-DD, YYYY-MM or YYYY"] == "x.jsonl:3:39"
    )
    assert places["'x' does not fit 'cited.0.end' in claim 'c'"] == "x.jsonl:3:70"
    assert places["claim 'c' lacks the field 'cited.0.document'"] == "x.jsonl:3:62"
    assert places["claim 'c' lacks the field 'stance'"] == "x.jsonl:3:1"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"type": "state", "id": "aa", "name": NaN}', "x.jsonl:1:39: not JSON: NaN"),
        ('{"type": "state", "id": "aa", "name": 1e999}', "x.jsonl:1:39: Infinity does not fit 'name'"),
    ],
)
def test_numbers_that_are_none(line: str, reason: str) -> None:
    assert str(parsed(line, "x.jsonl", 1)[1][0]).startswith(reason)


def test_every_text_of_every_kind_follows_the_rule() -> None:
    """A field of text without it would let in on one way what another refuses."""
    for kind, model in registry().items():
        for name, field in _texts(model.model_json_schema()):
            assert "pattern" in field or "enum" in field or "const" in field, f"{kind}: {name}"


def _texts(schema: Any, name: str = "") -> Any:
    if isinstance(schema, dict):
        if schema.get("type") == "string":
            yield name, schema
        for key, value in schema.items():
            yield from _texts(value, f"{name}.{key}")
    elif isinstance(schema, list):
        for value in schema:
            yield from _texts(value, name)
